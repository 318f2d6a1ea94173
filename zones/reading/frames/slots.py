"""Paths in a tree to what may fill a slot, and what each slot takes."""

from __future__ import annotations

from functools import cache

from zones.reading.frames.frame import frames
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word

__all__ = [
    "follow",
    "is_counted",
    "is_ground",
    "is_guarantor",
    "is_pronoun",
    "is_somewhere",
    "is_warfare",
    "is_watched",
    "is_watching",
]

_SENT = frozenset({"officer", "unit", "team", "inspector", "commando", "sapper", "guard"})
_WARLIKE = frozenset({"offensive", "warlike"})
_STATES = frozenset({"security", "situation", "development", "violation"})


def follow(word: Word, path: str) -> list[Word]:
    """Return the words at a path from another.

    Parameters
    ----------
    word
        Where the path begins.
    path
        A relation ("dobj"), "subject" (shared ones too), a preposition's object ("prep:in,to"), the noun that a
        participle or relative clause describes ("head"), or two of them ("ccomp>nsubj").
    """
    first, _, rest = path.partition(">")
    if rest:
        return [end for step in follow(word, first) for end in follow(step, rest)]
    relation, _, prepositions = path.partition(":")
    if relation == "prep":
        return [w for way in word.objects(*prepositions.split(",")) for w in _means(way)]
    if relation == "subject":
        while word.relation == "conj" and word.kid("nsubj") is None:
            word = word.head
        return word.kids("nsubj")
    if relation == "head":
        while word.relation == "xcomp" and word.head.lemma == "be":  # "patrols that they are to run"
            word = word.head
        return [word.head] if word.relation in {"acl", "relcl"} and word.head.is_noun else []
    if relation == "nsubjpass" and word.kid("nsubjpass") is None and word.kid("auxpass") is not None:
        return _raised(word)
    return word.kids(relation)


def _means(word: Word) -> list[Word]:
    """Return what "by means of patrols" is by; the word itself where it is no such phrase."""
    return word.objects("of") if word.lower in {"means", "way"} and word.objects("of") else [word]


def _raised(verb: Word) -> list[Word]:
    """Return the subject of the verb above that is the passive's: "observers are to be posted"."""
    above = verb
    while above.relation in {"xcomp", "acomp", "conj"} and not above.is_root:
        above = above.head
        subjects = above.kids("nsubj", "nsubjpass")
        if subjects:
            return subjects
    return []


def is_guarantor(word: Word, mentions: Mentions) -> bool:
    """Whether a word means who watches over a truce: "a guarantor of the ceasefire"."""
    return word.lemma == "guarantor" and any(is_watched(w, mentions) for w in word.objects("of", "for"))


def is_warfare(word: Word) -> bool:
    """Whether a word is fighting: "the fighting in Idlib", "war operations", "a combat mission"."""
    if is_kind(word, "fighting", "attack"):
        return True
    before = word.kids("amod", "compound", "nmod")
    warlike = any(is_kind(w, "fighting", "attack") or w.lower in _WARLIKE for w in before)
    military = word.lemma == "operation" and any(w.lower == "military" for w in before)
    return military or (warlike and is_kind(word, "mission", "coming"))


def is_counted(word: Word) -> bool:
    """Whether a noun means people who are sent: "500 men", "officers"."""
    if not is_kind(word, "loose_force"):
        return False
    many = word.kid("nummod") is not None or word.has("many", "more", "several", "some")
    return many or word.lemma in _SENT


def is_pronoun(words: list[Word]) -> bool:
    """Whether a phrase only takes up what was told before."""
    return bool(words) and all(word.lower in {"it", "this", "that", "them"} for word in words)


def is_ground(word: Word, mentions: Mentions) -> bool:
    """Whether a word is a zone on the ground, not the paper that makes one."""
    return mentions.is_zone(word) and not is_kind(word, "deal")


def is_watching(word: Word, mentions: Mentions) -> bool:
    """Whether a word is a verb of watching: "monitoring", "setting up a safe zone"."""
    if not word.is_verb:
        return False
    return word.lemma in _surely_watching() or (
        word.lemma in _perhaps_watching() and is_watched(word, mentions)
    )


@cache
def _surely_watching() -> frozenset[str]:
    return next(frame.verbs for frame in frames() if frame.name == "watch")


@cache
def _perhaps_watching() -> frozenset[str]:
    return frozenset[str]().union(*(frame.verbs for frame in frames() if frame.deed == "watch"))


def is_somewhere(word: Word, mentions: Mentions) -> bool:
    """Whether a phrase is a place that forces go to or are in: in Syria, a zone, "there", beside other forces."""
    if word.lower in {"there", "in", "it", "them"} or is_watching(word, mentions):
        return True
    nation = mentions.nation(word)
    if nation is not None:
        return nation.code == "SY"
    if is_warfare(word):
        return False
    if word.head.lower in {"beside", "alongside"} and mentions.is_force(word):
        return True
    return (
        mentions.is_zone(word)
        or word.lemma == "country"
        or any(is_somewhere(w, mentions) for w in word.objects())
    )


def is_watched(word: Word, mentions: Mentions) -> bool:
    """Whether a phrase names what forces watch over: a zone, or what becomes of one."""
    if any(mentions.is_zone(one) for one in word.conjuncts()) or word.lower in {"it", "them"}:
        return True
    if word.is_verb:
        about = (*word.kids("dobj", "nsubjpass", "nsubj"), *word.objects("in"))  # "what happens in the zone"
        return any(is_watched(w, mentions) for w in about)
    ways = ("of", "with", "between", "along", *(("in",) if word.lemma in _STATES else ()))
    return any(is_watched(w, mentions) for w in word.objects(*ways))
