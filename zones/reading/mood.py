"""What a verb says of its deed by its own form: will, may, has, to; and whether it is negated."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

from zones.reading.governors import modal
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["Mood", "State", "Told", "mood", "negated"]

_NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing"})
_PERHAPS = frozenset({"maybe", "perhaps", "possibly", "potentially", "probably"})
_ON_THE_WAY = frozenset({"come", "return", "go", "arrive", "send"})  # "are coming back" tells what will be
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "csubj"})


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


def _infinitive(verb: Word, *, headline: bool) -> Mood:
    """Read "to send": what will be after "is" and "going", and in headlines; else open."""
    above = verb.head
    if verb.relation == "xcomp" and above.lower in {"going", "about"}:
        return Mood(Status.PLANNED, f"{above.lower} to")
    be = above.lemma == "be" and above.tag in {"VBZ", "VBP", "VBD"} and above.kid("attr", "acomp") is None
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


def negated(word: Word, besides: Word | None = None) -> bool:
    """Whether a word is negated by itself, its subject or its object: "not", "no troops will", "nobody".

    What stands under ``besides`` doesn't count: it is negated by itself.
    """
    for child in word.children:
        if child is besides:
            continue
        if _negates(child):
            return True
        if child.relation == "det" and child.lower in {"no", "neither"}:
            return True
        nothing_new = child.relation == "attr" and child.lower == "nothing"
        if child.relation in _ARGUMENTS and word.is_verb and _is_none(child) and not nothing_new:
            return True
    return any(_is_none(governed) for governed in word.objects("with") if governed is not besides)


def _negates(child: Word) -> bool:
    """Whether an adverb negates the verb it stands by; "not only" doesn't."""
    after = child.tree.words[child.index + 1].lower if child.index + 1 < len(child.tree) else ""
    if child.relation == "neg" or child.lower in {"not", "n't", "never", "neither", "nor"}:
        return after not in {"only", "just", "merely", "simply"}
    no_longer = child.lower == "longer" and child.has("no")
    return child.relation == "advmod" and (no_longer or child.lower in {"hardly", "scarcely", "barely"})


def _is_none(word: Word) -> bool:
    """Whether a noun phrase is "nobody", "no troops", "none of them"."""
    none_of = any(
        c.relation in {"det", "preconj", "cc"} and c.lower in {"no", "neither"} for c in word.children
    )
    return none_of or word.lower in _NEGATIVE
