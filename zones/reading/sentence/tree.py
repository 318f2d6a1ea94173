"""A sentence's structure: its words, and which word each one depends on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Row", "Tree", "Word"]


class Row(NamedTuple):
    """What a parser says of one word.

    ``head`` is the index of the word that governs it, its own for the root; ``start`` and ``end`` are character
    offsets into the document.
    """

    text: str
    lemma: str
    pos: str
    tag: str
    relation: str
    head: int
    start: int
    end: int


_small = lru_cache(maxsize=65536)(str.casefold)  # one string for all "the" of a text


class Word:
    """A word in its tree. Words are equal only to themselves.

    ``head`` is the word that governs it, itself for the root; ``children`` are those it governs, from left to right.
    """

    __slots__ = (
        "children", "end", "head", "index", "is_noun", "is_verb", "lemma", "lower", "pos", "relation", "start", "tag",
        "text", "tree",
    )  # fmt: skip

    head: Word
    children: tuple[Word, ...]

    def __init__(self, tree: Tree, index: int, row: Row) -> None:
        self.tree = tree
        self.index = index
        self.text = row.text
        self.lower = _small(row.text)
        self.lemma = row.lemma
        self.pos = row.pos
        self.tag = row.tag
        self.relation = row.relation
        self.start = row.start
        self.end = row.end
        self.is_verb = row.pos in {"VERB", "AUX"}
        self.is_noun = row.pos in {"NOUN", "PROPN"}

    def __repr__(self) -> str:
        return f"<{self.text} {self.lemma}.{self.pos} {self.relation} {self.head.text}>"

    @property
    def is_root(self) -> bool:
        """Whether nothing governs it."""
        return self.head is self

    def kids(self, *relations: str) -> list[Word]:
        """Return the words it governs by one of some relations."""
        return [child for child in self.children if child.relation in relations]

    def kid(self, *relations: str) -> Word | None:
        """Return the first word it governs by one of some relations."""
        return next((child for child in self.children if child.relation in relations), None)

    def has(self, *words: str) -> bool:
        """Whether it governs one of some words, given in small letters."""
        return any(child.lower in words for child in self.children)

    def objects(self, *prepositions: str) -> list[Word]:
        """Return what prepositions that depend on it govern; without names, those of all."""
        return [
            governed
            for first in self.children
            if first.relation in {"prep", "agent", "dative"}
            for child in first.conjuncts()  # "by Peru and by Oman"
            if (not prepositions or child.lower in prepositions)
            for governed in _governed(child)
        ]

    def conjuncts(self) -> list[Word]:
        """Return it and what is joined to it by "and", commas and the like, from left to right."""
        found = [self]
        for child in self.children:
            if child.relation == "conj":
                found += child.conjuncts()
        return found

    def subtree(self) -> list[Word]:
        """Return it and everything below it, from left to right."""
        found, waiting = [], [self]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting += word.children
        return sorted(found, key=lambda word: word.index)

    def ancestors(self) -> Iterator[Word]:
        """Yield the words above it, nearest first."""
        word = self
        while not word.is_root:
            word = word.head
            yield word

    def is_under(self, other: Word) -> bool:
        """Whether another word stands above it, or is it."""
        return self is other or any(word is other for word in self.ancestors())


def _governed(preposition: Word) -> list[Word]:
    found = preposition.kids("pobj", "pcomp")
    found += [
        told for clause in found if clause.has("what") for told in clause.kids("attr")
    ]  # "to what will be a zone"
    for child in preposition.kids("prep"):  # "out of", "from among"
        found += _governed(child)
    return found


class Tree:
    """A sentence as a dependency tree; nothing in it changes once it is made.

    Parameters
    ----------
    rows
        What the parser says of each word, from left to right.
    """

    __slots__ = ("words",)

    def __init__(self, rows: Sequence[Row]) -> None:
        self.words = tuple(Word(self, index, row) for index, row in enumerate(rows))
        below: list[list[Word]] = [[] for _ in rows]
        for word, row in zip(self.words, rows, strict=True):
            word.head = self.words[row.head]
            if not word.is_root:
                below[row.head].append(word)
        for word, children in zip(self.words, below, strict=True):
            word.children = tuple(children)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def between(self, start: int, end: int) -> list[Word]:
        """Return the words that overlap ``start:end``, character offsets into the document."""
        return [word for word in self.words if word.start < end and word.end > start]

    def show(self) -> str:
        """Return the tree as lines of words with lemma, part of speech, relation and head."""
        return "\n".join(
            f"{w.index:3} {w.text:18} {w.lemma:14} {w.pos:6} {w.tag:5} {w.relation:10} {w.head.text}"
            for w in self
        )
