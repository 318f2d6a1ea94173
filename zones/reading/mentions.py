"""A sentence ready to be read: its structure, and the nations, places, forces and persons in it."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.nations import Form, Nation
from zones.reading.nouns import is_kind
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Tree, Word

__all__ = ["Mentions", "mentions"]


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

    def is_place(self, word: Word) -> bool:
        """Whether a word belongs to the name of a place in Syria."""
        return word.index in self.places

    def is_force(self, word: Word | None) -> bool:
        """Whether a noun phrase is about people in uniform: "troops", "a handful of soldiers", "Saudi officers"."""
        if word is None:
            return False
        if is_kind(word, "force"):
            return not (word.lower == "force" and word.head.lower in {"into", "in", "by"} and not word.children)
        counted = word.pos == "NUM" or is_kind(word, "share")
        if counted and any(self.is_force(part) for part in word.objects("of")):
            return True
        owned = any(self.nation(child) for child in word.kids("amod", "compound", "poss", "nmod"))
        return is_kind(word, "loose_force") and (owned or word.has("military", "armed", "our", "their", "its"))

    def is_zone(self, word: Word) -> bool:
        """Whether a word is something that forces may watch over."""
        return self.is_place(word) or is_kind(word, "zone")

    def names_zone(self, word: Word) -> bool:
        """Whether a noun phrase has a zone in it: "the implementation of the truce", "Idlib"."""
        return any(self.is_zone(part) for part in word.subtree())

    def person(self, word: Word) -> str | None:
        """Return the name of a person that a noun phrase ends in; None if it is none."""
        if word.pos != "PROPN" or self._is_taken(word) or is_kind(word, "office", "body", "group"):
            return None
        parts = [word]
        for child in reversed(word.kids("compound", "flat", "nmod", "amod")):
            joined = child.index < word.index and child.pos == "PROPN"
            if not joined or self._is_taken(child) or is_kind(child, "office", "body"):
                break
            parts.append(child)
        parts.sort(key=lambda part: part.index)
        first, last = parts[0], parts[-1]
        inside = [w for w in word.tree if first.index <= w.index <= last.index]
        if any(self._is_taken(w) or is_kind(w, "office", "body") for w in inside):
            inside = [word]
        name = self.text[inside[0].start : inside[-1].end]
        return name if name[:1].isupper() else None

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
