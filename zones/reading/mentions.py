"""A sentence ready to be read: its structure, and the nations, places, forces and persons in it."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.nations import Form, Nation
from zones.reading.nouns import is_kind
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Tree, Word
from zones.text.days import MONTHS, WEEKDAYS

__all__ = ["Mentions", "mentions"]

_PARTICLES = frozenset({"al", "el", "der", "von", "van", "de", "bin", "ben", "abu", "ul"})
_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_LONGEST_NAME = 7  # words


@dataclass(frozen=True, slots=True)
class Mentions:
    """A sentence with what it mentions.

    Parameters
    ----------
    text
        The document it stands in.
    scan
        Its words with the names in them.
    tree
        Its structure.
    nations, places
        What is named, by the index of each word of the name in the tree.
    """

    text: str
    scan: Scan
    tree: Tree
    nations: dict[int, Nation]
    places: dict[int, PlaceName]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands (character offsets)."""
        return self.scan.sentence.start, self.scan.sentence.end

    @property
    def headline(self) -> bool:
        """Whether it is a headline."""
        return self.scan.sentence.headline

    def nation(self, word: Word) -> Nation | None:
        """Return the nation that a word names."""
        return self.nations.get(word.index)

    def nations_under(self, word: Word) -> list[Nation]:
        """Return the nations that a phrase names."""
        return [nation for part in word.subtree() if (nation := self.nation(part)) is not None]

    def is_place(self, word: Word) -> bool:
        """Whether a word belongs to the name of a place in Syria."""
        return word.index in self.places

    def is_force(self, word: Word | None) -> bool:
        """Whether a noun phrase is about people in uniform: "troops", "a handful of soldiers", "Saudi officers"."""
        if word is None:
            return False
        if is_kind(word, "force"):
            return not (
                word.lower == "force" and word.head.lower in {"into", "in", "by"} and not word.children
            )
        counted = word.pos in {"NUM", "PRON", "DET"} or is_kind(word, "share")  # "any of its forces"
        if counted and any(self.is_force(part) for part in word.objects("of")):
            return True
        if not is_kind(word, "loose_force"):
            return False
        owned = any(self.nation(child) for child in word.kids("amod", "compound", "poss", "nmod"))
        return owned or word.has("military", "armed", "our", "their", "its")

    def is_zone(self, word: Word) -> bool:
        """Whether a word is something that forces may watch over."""
        return self.is_place(word) or is_kind(word, "zone")

    def person(self, word: Word) -> str | None:
        """Return the name of a person that a noun phrase has as its head, or after its office; None if it has none.

        "Saudi Foreign Minister Adel al-Jubeir" gives "Adel al-Jubeir", whichever of its words is asked about.
        """
        if is_kind(word, "body", "group", "force", "deal", "speaker"):
            return None
        words = word.tree.words
        first = last = word.index + 1 if is_kind(word, "office") else word.index
        if first >= len(words) or not self._is_name(words[first]):
            return None
        while first > 0 and self._joins(words, first - 1):
            first -= 1
        while last + 1 < len(words) and self._joins(words, last + 1):
            last += 1
        while first < last and not self._is_name(words[first]) and words[first].lower not in _PARTICLES:
            first += 1
        while last > first and not self._is_name(words[last]):
            last -= 1
        name = self.text[words[first].start : words[last].end]
        return name if last - first < _LONGEST_NAME else None

    def _joins(self, words: tuple[Word, ...], at: int) -> bool:
        """Whether a word goes on with the name beside it: another name, a particle, a hyphen inside."""
        word = words[at]
        if self._is_name(word):
            return True
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or not self._is_name(after):
            return False
        return word.lower in _PARTICLES or (
            word.text == "-" and word.start > 0 and self.text[word.start - 1] != " "
        )

    def _is_name(self, word: Word) -> bool:
        named = word.pos == "PROPN" and word.text[:1].isalpha() and not self._is_taken(word)
        return (
            named
            and not is_kind(word, "office", "body", "group", "force", "speaker")
            and word.lower not in _DAYS
        )

    def _is_taken(self, word: Word) -> bool:
        nation = self.nation(word)
        return (nation is not None and nation.form is not Form.PERSON) or self.is_place(word)


def mentions(text: str, scan: Scan, tree: Tree) -> Mentions:
    """Return a sentence with its nations and places tied to the words of its tree."""
    nations = {
        word.index: nation
        for nation in scan.nations.values()
        for word in tree.between(*scan.span(nation.start, nation.end))
    }
    places = {
        word.index: name
        for name in scan.names.values()
        for word in tree.between(*scan.span(name.start, name.end))
        if word.index not in nations or nations[word.index].code == "SY"
    }
    return Mentions(text, scan, tree, nations, places)
