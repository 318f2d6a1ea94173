"""What stands around a deed and changes what is said of it: a deal, a condition, a colon, troops placed by "with"."""

from __future__ import annotations

from zones.reading.governors import governor
from zones.reading.mood import Mood, State, Told
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = [
    "announcing",
    "by_paper",
    "has_condition",
    "is_absolute",
    "is_conditioned",
    "is_inverted",
    "is_part_of_deal",
    "is_parted",
    "is_undecided",
    "stands_for_deal",
]  # fmt: skip

_CONDITION = frozenset({"if", "unless", "until", "once", "provided"})
_LINKS = frozenset({"prep", "advmod", "pcomp", "advcl"})
_PLACING = ("in", "at", "along", "on", "around", "to", "between")


def by_paper(verb: Word, state: State) -> Mood | None:
    """Return what "under the deal" or "according to the plan" beside a verb makes of its state; None if nothing."""
    for child in verb.children:
        if child.lower not in {"under", "according", "per"} or child.relation not in _LINKS:
            continue
        for paper in child.kids("pobj", "pcomp") + child.objects():
            if is_kind(paper, "deal") and state in {Told.HABIT, Told.OPEN, Status.PLANNED}:
                return Mood(Status.AGREED, f"{child.lower} {paper.lower}")
            if is_kind(paper, "draft") and state in {Told.HABIT, Status.PLANNED}:
                drafted = Status.PLANNED if paper.lemma == "plan" else Status.PROPOSED
                return Mood(drafted, f"{child.lower} {paper.lower}")
    return None


def stands_for_deal(subject: Word | None, *, after_deal: bool) -> bool:
    """Whether a subject is a deal or plan, or "it" after a sentence that tells of one."""
    if subject is None:
        return False
    return is_kind(subject, "deal", "draft") or (after_deal and subject.lower in {"it", "this", "that"})


def is_part_of_deal(below: Word, verb: Word, *, after_deal: bool) -> bool:
    """Whether a deed is what a deal consists of: "part of it are joint patrols"."""
    other = next((w for w in verb.kids("nsubj", "attr") if w is not below), None)
    if verb.lemma != "be" or other is None or below.relation not in {"nsubj", "attr"}:
        return False
    return any(is_kind(w, "deal") or (after_deal and w.lower == "it") for w in other.objects("of"))


def is_inverted(verb: Word) -> bool:
    """Whether a verb opens a condition by its order: "should the Council so decide"."""
    subject = verb.kid("nsubj", "nsubjpass") if verb.is_verb else None
    return subject is not None and any(
        a.lower == "should" and a.index < subject.index for a in verb.kids("aux")
    )


def is_conditioned(verb: Word) -> bool:
    """Whether a verb stands in a clause with "if", "unless", "until"."""
    return verb.is_verb and any(c.relation == "mark" and c.lower in _CONDITION for c in verb.children)


def has_condition(verb: Word) -> bool:
    """Whether a clause with "if" depends on a verb: "would send them if the Council agreed"."""
    marks = (mark for clause in verb.kids("advcl") for mark in clause.kids("mark", "advmod"))
    return verb.is_verb and any(mark.lower in {"if", "unless", "provided"} for mark in marks)


def is_undecided(verb: Word) -> bool:
    """Whether a verb of deciding leaves it open: "has yet to decide", "decide whether to send"."""
    if verb.lemma not in {"decide", "determine", "agree"}:
        return False
    marks = (m for clause in verb.kids("ccomp", "xcomp", "advcl") for m in clause.subtree())
    whether = any(m.lower in {"whether", "if"} and m.relation in {"mark", "advmod"} for m in marks)
    return whether or verb.has("yet") or (verb.head.is_verb and verb.head.has("yet"))


def announcing(trigger: Word) -> str | None:
    """Return the word before a colon that makes a proposal of what follows: "have this idea: the Danes might ..."."""
    words = trigger.tree.words
    colon = next((w.index for w in reversed(words[: trigger.index]) if w.text == ":"), 0)
    for word in words[:colon]:
        row = governor(word)
        if row is not None and row.yes == "proposed" and row.sends != "object":
            return word.lower
    return None


def is_absolute(forces: Word) -> bool:
    """Whether forces with their place hang on a clause by "with": ", with Omani troops in the north"."""
    above = forces.head
    if forces.relation == "nsubj" and above.relation == "pcomp" and above.head.lower == "with":
        return True
    hung = forces.relation == "pobj" and above.lower == "with" and above.head.is_verb
    return hung and bool(forces.objects(*_PLACING) or forces.kids("acl"))


def is_parted(one: Word, other: Word) -> bool:
    """Whether a semicolon stands between two words."""
    first, last = sorted((one.index, other.index))
    return any(word.text == ";" for word in one.tree.words[first:last])
