"""Patterns of words, and where they are found in a sentence.

A pattern is a line of words: ``have|has not yet? decided``. ``|`` parts alternatives, a trailing ``?`` makes
a word optional, a trailing ``*`` matches any word that begins so, ``_`` is any one word, and ``...`` a gap
of up to four words. Words are compared folded (see `zones.reading.tokens.fold_word`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from zones.reading.tokens import fold_word

__all__ = ["Hit", "Patterns"]

T = TypeVar("T")
_GAP = 4


@dataclass(frozen=True, slots=True)
class _Step:
    words: frozenset[str]
    stems: tuple[str, ...]
    anything: bool
    optional: bool
    gap: bool

    def takes(self, word: str) -> bool:
        if self.anything:
            return word[:1].isalnum()
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A pattern found: its value, and the tokens it covers (``words[start:end]``)."""

    value: T
    start: int
    end: int


def _steps(pattern: str) -> tuple[_Step, ...]:
    steps = []
    for item in pattern.split():
        if item == "...":
            steps.append(_Step(frozenset(), (), False, False, True))
            continue
        optional = item.endswith("?")
        options = item.removesuffix("?").split("|")
        stems = tuple(fold_word(o[:-1]) for o in options if o.endswith("*"))
        words = frozenset(fold_word(o) for o in options if not o.endswith("*"))
        steps.append(_Step(words - {"_"}, stems, "_" in words, optional, False))
    return tuple(steps)


def _match(steps: tuple[_Step, ...], words: Sequence[str], at: int, step: int = 0) -> int:
    """Return the end of the longest match of ``steps`` at ``words[at]``, or -1."""
    if step == len(steps):
        return at
    here = steps[step]
    if here.gap:
        for skipped in range(_GAP + 1):
            if skipped and (at + skipped > len(words) or words[at + skipped - 1] in {".", ";", '"'}):
                break
            end = _match(steps, words, at + skipped, step + 1)
            if end >= 0:
                return end
        return -1
    if at < len(words) and here.takes(words[at]):
        end = _match(steps, words, at + 1, step + 1)
        if end >= 0:
            return end
    return _match(steps, words, at, step + 1) if here.optional else -1


class Patterns(Generic[T]):
    """A set of patterns, each with a value, that can be found in a sequence of folded words.

    Examples
    --------
    >>> found = Patterns([("have|has not yet? decided", "undecided")]).find("they have not decided".split())
    >>> [(hit.value, hit.start, hit.end) for hit in found]
    [('undecided', 1, 4)]
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[_Step, ...], T]]] = {}
        self._by_letter: dict[str, list[tuple[tuple[_Step, ...], T]]] = {}
        for pattern, value in entries:
            steps = _steps(pattern)
            first = next((i for i, s in enumerate(steps) if not s.optional), 0)
            heads = steps[: first + 1]
            if any(s.anything or s.gap for s in heads):
                raise ValueError(f"pattern {pattern!r} must begin with a word")
            for word in {word for s in heads for word in s.words}:
                self._by_first.setdefault(word, []).append((steps, value))
            for letter in {stem[0] for s in heads for stem in s.stems}:
                self._by_letter.setdefault(letter, []).append((steps, value))

    def at(self, words: Sequence[str], start: int) -> Hit[T] | None:
        """Return the longest match that begins at ``words[start]``; of equals, the one listed first."""
        if start >= len(words):
            return None
        best: Hit[T] | None = None
        for steps, value in self._by_first.get(words[start], ()):
            best = _longer(best, value, start, _match(steps, words, start))
        for steps, value in self._by_letter.get(words[start][:1], ()):
            best = _longer(best, value, start, _match(steps, words, start))
        return best

    def _may_begin(self, word: str) -> bool:
        """Whether a pattern begins with a word; most words begin none."""
        return word in self._by_first or word[:1] in self._by_letter

    def find(self, words: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Hit[T]]:
        """Yield the matches from left to right, without overlap."""
        end = len(words) if end is None else end
        window = words[:end]
        at = start
        while at < end:
            hit = self.at(window, at) if self._may_begin(window[at]) else None
            if hit is None or hit.end == at:
                at += 1
            else:
                yield hit
                at = hit.end


def _longer(best: Hit[T] | None, value: T, start: int, end: int) -> Hit[T] | None:
    if end > start and (best is None or end > best.end):
        return Hit(value, start, end)
    return best
