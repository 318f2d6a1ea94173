"""Deeds in other countries than Syria."""

from __future__ import annotations

from collections.abc import Iterable

from zones.reading.frames.match import Deed
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.owners import Sender
from zones.reading.sentence.tree import Word

__all__ = ["about_syria", "is_abroad"]


def is_abroad(deed: Deed, senders: Iterable[Sender], mentions: Mentions) -> bool:
    """Whether a deed is in another country by its own words, or goes to a place that nobody knows."""
    own = {sender.code for sender in senders}
    for word in (
        *deed.trigger.objects("in", "to", "into", "inside", "for", "around"),
        *(w for s in deed.slots.values() for w in s.objects("in", "to", "into", "inside")),
    ):
        nation = mentions.nation(word)
        if nation is not None and nation.form is Form.NAME and nation.code not in {"SY", "UN", *own}:
            return True
    if any(_is_foreign_soil(word, mentions, own) for word in _goals(deed)):
        return True
    return not about_syria(mentions) and any(_is_unknown(word, mentions) for word in _goals(deed))


def about_syria(mentions: Mentions) -> bool:
    """Whether a sentence names Syria, a place in it, or what only Syria's agreements call so."""
    if any(word.lemma in {"escalation", "deescalation", "de-escalation"} for word in mentions.tree):
        return True
    return bool(mentions.places) or any(n.code == "SY" for n in mentions.nations.values())


def _goals(deed: Deed) -> list[Word]:
    """Return what a deed is in or goes to."""
    ways = ("in", "to", "into", "inside", "for", "around", "near", "at", "on", "along")
    return [
        w
        for word in (deed.trigger, *deed.slots.values())
        for goal in word.objects(*ways)
        for w in (goal, *goal.objects("around", "in", "of"))
    ]


def _is_foreign_soil(word: Word, mentions: Mentions, own: set[str]) -> bool:
    """Whether a place is another country's by its owner: "on its own side of the frontier", "on Lebanese slopes"."""
    if word.lemma not in _SOIL:
        return False
    owners = [w for w in word.kids("amod", "compound", "poss") if w.lower not in {"own", "other"}]
    nations = {n.code for w in owners if (n := mentions.nation(w)) is not None}
    theirs = word.has("own") and word.kid("poss") is not None and bool(own)
    return theirs or (bool(nations) and nations.isdisjoint({"SY", "UN"}))


_SOIL = frozenset({"side", "soil", "slope", "territory", "land", "ground", "airspace"})


def _is_unknown(word: Word, mentions: Mentions) -> bool:
    """Whether a word is the name of a place that nobody knows, in all likelihood abroad."""
    named = word.pos == "PROPN" and mentions.nation(word) is None and not mentions.is_place(word)
    return (
        named
        and not word.kids("compound", "poss")
        and word.head.lower in {"in", "to", "for", "around", "near", "at", "into"}
    )
