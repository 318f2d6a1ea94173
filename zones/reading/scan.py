"""A sentence made ready for the grammar: words, place names and nationalities by position."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass, field

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.reading.nations import Nation, find_nations
from zones.reading.placenames import PlaceName, find_place_names
from zones.reading.tokens import Sentence, Token

__all__ = ["Scan", "scan"]


@dataclass(frozen=True, slots=True)
class Scan:
    """A sentence with what its tokens may be.

    Parameters
    ----------
    sentence
        The sentence.
    names
        Place names by the token they begin at.
    nations
        Nationalities by the token they begin at.
    units, toponyms
        The boundaries and the names the reader works with.
    """

    sentence: Sentence
    names: dict[int, PlaceName]
    nations: dict[int, Nation]
    units: AdminUnits
    toponyms: Toponyms
    words: tuple[str, ...] = field(default=())

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    def __len__(self) -> int:
        return len(self.words)

    @property
    def is_question(self) -> bool:
        """Whether the sentence asks."""
        return next((word for word in reversed(self.words) if word not in {'"', ")"}), "") == "?"

    def word(self, at: int) -> str:
        """Return the folded word at a position, empty outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def skip(self, at: int, words: Container[str]) -> int:
        """Return the first position at or after ``at`` whose word is not one of ``words``."""
        while at < len(self.words) and self.words[at] in words:
            at += 1
        return at

    def token_at(self, offset: int) -> int:
        """Return the position of the last token that begins at or before a character offset, 0 if none does."""
        return max(0, bisect_right(self.tokens, offset, key=lambda token: token.start) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the character offsets that tokens ``start:end`` cover."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def text(self, start: int, end: int) -> str:
        """Return the words ``start:end`` as written, single-spaced."""
        pieces = ""
        for i in range(start, end):
            token = self.tokens[i]
            tight = i == start or token.text[0] in ",.;:'’)" or self.tokens[i - 1].text == "("
            pieces += ("-" if token.glued else "" if tight else " ") + token.text
        return pieces


def scan(sentence: Sentence, units: AdminUnits, toponyms: Toponyms) -> Scan:
    """Return a sentence with its place names and nationalities found."""
    names = {n.start: n for n in find_place_names(sentence, toponyms)}
    nations = {n.start: n for n in find_nations(sentence)}
    return Scan(sentence, names, nations, units, toponyms, sentence.words)
