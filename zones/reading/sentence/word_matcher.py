"""spaCy's matcher for patterns of single words, remembering what it found: it tries some 180 of them on each word.

They ask four things of a word only, so that all words alike in these fit the same patterns. Looking these up takes a
seventh of the time of a reading off it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

__all__ = ["ASKED", "WordMatcher"]

ASKED = ("TAG", "DEP", "IS_SPACE", "LOWER")
"""What patterns may ask of a word."""

Pattern = Sequence[Mapping[str, Any]]
Key = tuple[int, ...]


class WordMatcher:
    """What a matcher finds, word by word; it is asked itself about new words, and where a pattern of two may begin.

    Parameters
    ----------
    matcher
        The matcher.
    patterns
        Its patterns.
    """

    def __init__(self, matcher: Matcher, patterns: Iterable[Pattern]) -> None:
        self._matcher = matcher
        self._known: dict[Key, tuple[int, ...]] = {}
        self._words: dict[int, int] = {}
        patterns = list(patterns)
        self._asked = _words_asked([word for pattern in patterns for word in pattern])
        openers = [pattern[0] for pattern in patterns if len(pattern) > 1]
        self._opening = _words_asked([word for word in openers if "LOWER" in word])
        strings = matcher.vocab.strings
        self._opening_relations = {strings[word["DEP"]] for word in openers if "LOWER" not in word}

    def __call__(self, doc: Doc, **options: bool) -> list[tuple[int, int, int]]:
        """Return the patterns that fit, each with its first word and the one after its last, as the matcher does."""
        keys = [(*others, self._word(word, doc)) for *others, word in doc.to_array(ASKED).tolist()]
        if not all(key in self._known for key in keys):
            found: list[tuple[int, int, int]] = self._matcher(doc, **options)
            self._learn(keys, found, doc)
            return found
        return [(pattern, at, at + 1) for at, key in enumerate(keys) for pattern in self._known[key]]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the matcher has
        return getattr(self._matcher, name)

    def _word(self, word: int, doc: Doc) -> int:
        """Return a word if any pattern asks for it, else nothing."""
        if word not in self._words:
            self._words[word] = word if self._asked.fullmatch(doc.vocab.strings[word]) else 0
        return self._words[word]

    def _learn(self, keys: list[Key], found: list[tuple[int, int, int]], doc: Doc) -> None:
        fitting: list[list[int]] = [[] for _ in keys]
        for pattern, start, end in found:
            if end == start + 1:
                fitting[start].append(pattern)
        for key, patterns in zip(keys, fitting, strict=True):
            _, relation, _, word = key
            opens = relation in self._opening_relations or self._opening.fullmatch(doc.vocab.strings[word])
            if not opens:
                self._known[key] = tuple(patterns)


def _words_asked(words: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    """Return what the words are like that patterns ask for."""
    kinds: set[str] = set()
    for asked in (word["LOWER"] for word in words if "LOWER" in word):
        if isinstance(asked, str):
            kinds.add(re.escape(asked))
        elif "IN" in asked:
            kinds |= set(map(re.escape, asked["IN"]))
        else:
            kinds.add(asked["REGEX"])
    return re.compile("|".join(sorted(kinds)))
