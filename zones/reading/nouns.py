"""What kind of thing a noun names: forces, bodies of a state, posts, zones, deals."""

from __future__ import annotations

from functools import cache

from zones.reading.lexicon import table
from zones.reading.sentence.tree import Word

__all__ = ["is_collective", "is_kind", "kind"]


@cache
def kind(*names: str) -> frozenset[str]:
    """Return the lemmas of some kinds of nouns (see ``lexicon/nouns.toml``)."""
    return frozenset(lemma for name in names for lemma in table("nouns")[name].split())


def is_kind(word: Word, *names: str) -> bool:
    """Whether a word is a noun of one of some kinds.

    "Blue helmets" are forces; a gerund such as "monitoring" counts as the noun it is used as.
    """
    nominal = word.is_noun or word.tag == "VBG" or (word.pos == "ADJ" and word.relation in _AS_NOUN)
    return nominal and word.lemma in kind(*names)


def is_collective(force: Word) -> bool:
    """Whether forces are those of several countries that are not named: "an Arab force"."""
    described = {word.lemma for word in force.kids("amod", "compound")}
    return not described.isdisjoint(kind("collective"))


_AS_NOUN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "ROOT"})
