"""Words and sentences of a text, each with its place in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

__all__ = ["COMPOUND", "Sentence", "Token", "fold_word", "sentences", "tokenize"]

COMPOUND = re.compile(
    r"(?i:\b(?:cease[-‐‑]fires?|peace[-‐‑]keep(?:ers?|ing)|check[-‐‑]points?|de[-‐‑]escalat(?:e[ds]?|ing))\b)"
)
"""Words that some write with a hyphen; they are read as one word."""
_WORD = re.compile(
    rf"{COMPOUND.pattern}|"
    r"(?:[A-Z]\.){2,}|[^\W\d_]+?(?=n['’]t\b)|n['’]t\b|\d+(?i:st|nd|rd|th)\b|\d+(?:[.,]\d+)*|['’‘`ʿʾ]s\b|[^\W_]+(?:['’‘`ʿʾ](?!s\b)[^\W_]+)*|\S"
)
_SPACE = re.compile(r"\s+")
_ROW = re.compile(r"\d+\.")  # "10." opens a row of a list, and is no sentence
_INNER_END = re.compile(r"[.!?…。！？]\W*\w|\n")  # without one a paragraph is one sentence
_MOST_TOKENS = 200  # a longer "sentence" is cut: no grammar of ours spans as much
_SHORTENED = {"n't": "not", "wo": "will", "ca": "can", "sha": "shall"}
_QUOTES = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "ʿ": "'", "ʾ": "'"}
_DASHES = {"—": "--", "–": "--", "‐": "-", "‑": "-", "−": "-"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: its text, its folded form, and where it stands (character offsets)."""

    text: str
    word: str
    start: int
    end: int
    glued: bool = False  # joined by a hyphen to the token before it

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its tokens, its place in the text, and the paragraph it stands in."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    paragraph: int
    headline: bool = False

    def __len__(self) -> int:
        return len(self.tokens)

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words, one per token."""
        return tuple(t.word for t in self.tokens)


@lru_cache(maxsize=65536)
def fold_word(text: str) -> str:
    """Return a word casefolded, without diacritics, and with plain quotes and dashes.

    Examples
    --------
    >>> fold_word("İbrahim"), fold_word("Kalın"), fold_word("’s"), fold_word("Cease-fire")
    ('ibrahim', 'kalin', "'s", 'ceasefire')
    """
    text = "".join(_QUOTES.get(c, _DASHES.get(c, c)) for c in text)
    text = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    text = "".join(c for c in text if not unicodedata.combining(c))
    if text in _SHORTENED:
        return _SHORTENED[text]
    if COMPOUND.fullmatch(text):
        return text.replace("-", "")
    if len(text) > 2 and text.replace(".", "").isalpha() and "." in text:
        return text.replace(".", "")  # U.S. -> us
    return text


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words and marks of ``text[start:end]``; hyphens inside words and brackets fall away.

    Editors' brackets ("our [servicemen]") belong to the sentence as it is meant to be read, so only the
    brackets themselves are left out.

    Examples
    --------
    >>> [t.text for t in tokenize("Syria’s 32-km-deep [safe] zone, U.S.-run.")]
    ['Syria', '’s', '32', 'km', 'deep', 'safe', 'zone', ',', 'U.S.', 'run', '.']
    """
    end = len(text) if end is None else end
    tokens: list[Token] = []
    hyphen_at = -1
    for match in _WORD.finditer(text, start, end):
        piece = intern(match.group())  # one string for all "the" of a text
        if piece in "[]":
            continue
        if (
            fold_word(piece) == "-"
            and tokens
            and tokens[-1].end == match.start()
            and match.end() < end
            and text[match.end()].isalnum()
            and text[match.start() - 1].isalnum() | (text[match.start() - 1] == ".")
        ):
            hyphen_at = match.end()
            continue
        alone = piece == "-" and text[max(0, match.start() - 1)].isspace()
        word = "--" if alone else fold_word(piece)  # a hyphen by itself is a dash
        tokens.append(Token(piece, word, match.start(), match.end(), glued=match.start() == hyphen_at))
    return tokens


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        start, end = match.span()
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            yield start, end


def _sentence_ends(text: str) -> list[int]:
    """Offsets where sentences of one paragraph end; syntok's rules, with quotes kept to their sentence."""
    if _INNER_END.search(text) is None:
        return [len(text)]
    from syntok import segmenter  # noqa: PLC0415 - imported where it is used: a lookup never needs it

    ends: list[int] = []
    for paragraph in segmenter.analyze(text):
        for sentence in paragraph:
            last = sentence[-1]
            ends.append(last.offset + len(last.value))
    return [e for e in ends if text[e - 1] not in ";:" and not _ROW.fullmatch(text, 0, e)] or [len(text)]


def sentences(text: str, lines: Iterable[tuple[int, int, bool]] | None = None) -> list[Sentence]:
    """Return the sentences of a text, or of the given lines of it, in order.

    Parameters
    ----------
    text
        The whole text; offsets refer to it.
    lines
        Start, end and whether it is a headline, of each line to read; by default every line that is not blank.
    """
    found: list[Sentence] = []
    every = ((start, end, False) for start, end in _paragraphs(text))
    for number, (start, end, headline) in enumerate(lines if lines is not None else every):
        tokens = tokenize(text, start, end)
        if not tokens:
            continue
        ends = [start + e for e in _sentence_ends(text[start:end])]
        found += _cut(tokens, ends, number, headline=headline)
    return found


def _cut(tokens: list[Token], ends: list[int], paragraph: int, *, headline: bool) -> Iterator[Sentence]:
    current: list[Token] = []
    remaining = iter([*ends, tokens[-1].end + 1])
    limit = next(remaining)
    for token in tokens:
        while token.start >= limit and limit <= tokens[-1].end:
            if current:
                yield Sentence(tuple(current), current[0].start, current[-1].end, paragraph, headline)
            current = []
            limit = next(remaining, tokens[-1].end + 1)
        current.append(token)
        if len(current) >= _MOST_TOKENS:
            yield Sentence(tuple(current), current[0].start, current[-1].end, paragraph, headline)
            current = []
    if current:
        yield Sentence(tuple(current), current[0].start, current[-1].end, paragraph, headline)
