"""Whose forces the deeds before were about: "the patrols" and a plain "they" take them up."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from zones.areas import Span
from zones.reading.resolved import Resolved
from zones.reading.sentence.tree import Word

__all__ = ["DeedMemory"]

_FAR = 6  # sentences over which "the patrols" are those told of before
_NEAR = 2  # sentences over which "they" reaches back
_REMEMBERED = 40  # deeds


@dataclass(frozen=True, slots=True)
class _Deed:
    """A deed told before: its noun or verb, whose forces it was about, its sentence and that one's number."""

    lemma: str
    codes: tuple[str, ...]
    span: Span
    number: int


@dataclass(slots=True)
class DeedMemory:
    """The deeds that the sentences before told of, with the nations of their forces."""

    _deeds: deque[_Deed] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def note(self, codes: tuple[str, ...], trigger: Word, span: Span, number: int) -> None:
        """Take in whose forces a deed was about."""
        self._deeds.append(_Deed(trigger.lemma, codes, span, number))

    def again(self, word: Word, number: int) -> Resolved | None:
        """Return whose deed "the patrols" means, if the same noun has been told of with its nations before."""
        if not word.has("the", "these", "those") or word.relation not in {"nsubj", "nsubjpass"}:
            return None
        for told in reversed(self._deeds):
            if told.lemma == word.lemma and 0 < number - told.number <= _FAR:
                return told.codes, told.span
        return None

    def last(self, number: int) -> Resolved | None:
        """Return whose forces the last deed of this sentence or the two before was about."""
        told = next((deed for deed in reversed(self._deeds) if 0 <= number - deed.number <= _NEAR), None)
        return (told.codes, told.span) if told is not None else None
