"""What a verb says of its deed by its own form: will, may, has, to."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

from zones.reading.governors import modal
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["Mood", "State", "Told", "is_unreal", "mood"]

_PERHAPS = frozenset({"maybe", "perhaps", "possibly", "potentially", "probably"})
_FUTURE = frozenset({"will", "shall", "'ll", "ll", "wo"})
_ON_THE_WAY = frozenset({"come", "return", "go", "arrive", "send"})  # "are coming back" tells what will be


class Told(Enum):
    """What a deed is while no status is composed."""

    OPEN = "open"
    """Nothing is said of it yet: "to send", "the deployment"."""
    OPEN_NOT = "open, negated"
    """"not to send", "no deployment"."""
    DONE = "done"
    """"sent", "have been deployed"."""
    HABIT = "habit"
    """"monitors", "are patrolling"."""


State: TypeAlias = Status | Told
"""A status, or what a deed is before it has one."""


class Mood(NamedTuple):
    """The state that a verb's form gives, and the word that gives it, if one does."""

    state: State
    word: str | None = None


def mood(verb: Word, *, headline: bool = False) -> Mood:
    """Return what a verb says of its deed by its own form.

    Parameters
    ----------
    verb
        The verb.
    headline
        Whether it stands in a headline, where "to send" means will.
    """
    auxiliaries = verb.kids("aux", "auxpass")
    perhaps = any(child.lower in _PERHAPS for child in verb.children)
    if is_unreal(verb):
        return Mood(Told.DONE)
    for auxiliary in auxiliaries:
        status = modal(auxiliary)
        if status is not None:
            return Mood(Status.POSSIBLE if perhaps else Status(status), auxiliary.lower)
    if perhaps:
        return Mood(Status.POSSIBLE, "perhaps")
    if any(auxiliary.lower == "to" for auxiliary in auxiliaries):
        return _infinitive(verb, headline=headline)
    if verb.tag == "VBG":
        return _progressive(verb, auxiliaries)
    return Mood(_finite(verb, auxiliaries))


def is_unreal(verb: Word) -> bool:
    """Whether a verb tells what might have been: "could have asked", "would have been sent"."""
    auxiliaries = verb.kids("aux", "auxpass")
    modals = [a for a in auxiliaries if modal(a) is not None and a.lower not in _FUTURE]
    return bool(modals) and any(a.lemma == "have" for a in auxiliaries)


def _infinitive(verb: Word, *, headline: bool) -> Mood:
    """Read "to send": what will be after "is" and "going", and in headlines; else open."""
    above = verb.head
    if any(auxiliary.lemma == "have" for auxiliary in verb.kids("aux")):
        return Mood(Told.DONE)  # "were to have gone"
    if verb.relation == "xcomp" and above.lower in {"going", "about"}:
        return Mood(Status.PLANNED, f"{above.lower} to")
    if verb.relation == "xcomp" and above.lemma == "have" and above.kid("dobj") is None:
        return Mood(Status.PROPOSED, f"{above.lower} to")
    to = next(child for child in verb.kids("aux") if child.lower == "to")
    beside = all(w.pos in {"ADV", "PART", "PUNCT"} for w in verb.tree.words[above.index + 1 : to.index])
    wish = above.kid("csubj", "csubjpass") is not None  # "what they want is to send"
    be = above.lemma == "be" and not wish and above.tag in {"VBZ", "VBP", "VBD"} and beside
    if verb.relation in {"xcomp", "advcl"} and be:
        return Mood(Status.PLANNED, "is to")
    if headline and (verb.is_root or verb.relation in {"acl", "relcl"}):
        return Mood(Status.PLANNED, "to")
    return Mood(Told.OPEN)


def _progressive(verb: Word, auxiliaries: list[Word]) -> Mood:
    be = next((a for a in auxiliaries if a.lemma == "be"), None)
    if be is None:
        return Mood(Told.OPEN)
    if be.tag in {"VBZ", "VBP"} and verb.lemma in _ON_THE_WAY:
        return Mood(Status.PLANNED, f"{be.lower} {verb.lower}")
    return Mood(Told.HABIT)


def _finite(verb: Word, auxiliaries: list[Word]) -> Told:
    forms = {a.tag for a in auxiliaries if a.lemma == "be"}
    if forms == {"VBG"}:
        return Told.OPEN  # "observers being sent"
    if verb.tag in {"VB", "VBN"} and (not auxiliaries or "VB" in forms):
        return Told.OPEN  # "that observers be sent", "observers sent by Peru"
    now = any(a.tag in {"VBZ", "VBP"} and a.lemma in {"be", "do"} for a in auxiliaries)
    return Told.HABIT if now or verb.tag in {"VBZ", "VBP"} else Told.DONE
