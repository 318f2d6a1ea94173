"""Deals and plans around a deed: what is "under the deal" is agreed, what is "according to the draft" proposed."""

from __future__ import annotations

from zones.reading.governors import governor
from zones.reading.mood import Mood, State, Told, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.status import Status

__all__ = ["by_paper", "in_draft", "is_of_deal", "is_part_of_deal"]

_LINKS = frozenset({"prep", "advmod", "pcomp", "advcl"})


def by_paper(verb: Word, state: State) -> Mood | None:
    """Return what "under the deal" or "according to the plan" beside a verb makes of its state; None if nothing."""
    for child in verb.children:
        if child.lower not in {"under", "according", "per"} or child.relation not in _LINKS:
            continue
        for paper in child.kids("pobj", "pcomp") + child.objects():
            found = _by_which(verb, child, state) if paper.tag == "WDT" else _by_named(paper, child, state)
            if found is not None:
                return found
    return None


def _by_named(paper: Word, by: Word, state: State) -> Mood | None:
    """Return what "under the deal", "according to the plan" makes of a state."""
    if _may_bind(paper, state):
        return Mood(Status.AGREED, f"{by.lower} {paper.lower}")
    if is_kind(paper, "draft") and state in {Told.HABIT, Status.PLANNED}:
        drafted = Status.PLANNED if paper.lemma == "plan" else Status.PROPOSED
        return Mood(drafted, f"{by.lower} {paper.lower}")
    return None


def _may_bind(paper: Word, state: State) -> bool:
    """Whether a paper is a deal, which makes agreed what is in it and still open or planned."""
    is_deal = is_kind(paper, "deal") and paper.lemma != "mandate"
    return is_deal and state in {Told.HABIT, Told.OPEN, Status.PLANNED}


def _by_which(verb: Word, by: Word, state: State) -> Mood | None:
    """Return what "a deal under which they are to patrol" makes of it: agreed if it is made, else open still."""
    deal = verb.head
    if verb.relation != "relcl" or not _may_bind(deal, state):
        return None
    above = deal.head if deal.relation in {"dobj", "nsubjpass", "attr"} else None
    if above is None:
        return Mood(Status.AGREED, f"{by.lower} {deal.lower}")
    row = governor(above)
    made = row is None or row.yes in {"agreed", "keep"}
    unmade = negated(above) or negated(deal) or mood(above).state not in {Told.DONE, Told.HABIT}
    return Mood(Status.AGREED, f"{by.lower} {deal.lower}") if made and not unmade else Mood(Told.OPEN)


def is_of_deal(verb: Word, *, after_deal: bool) -> bool:
    """Whether a verb tells what a deal does, or "it" after a deal was told: "the deal provides", "laid down in it"."""
    if not verb.is_verb:
        return False
    # "it is laid down in the deal that"
    it = any(child.lower == "it" for child in verb.kids("nsubjpass"))
    within = it and any(is_kind(paper, "deal") for paper in verb.objects("in"))
    return within or _stands_for_deal(subject_of(verb), after_deal=after_deal)


def _stands_for_deal(subject: Word | None, *, after_deal: bool) -> bool:
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


def in_draft(paper: Word | None) -> str | None:
    """Return the status of what a plan or draft provides for; None if it is a deal."""
    if paper is None:
        return None
    drafted = paper.has("draft", "proposed") or (is_kind(paper, "draft") and paper.lemma != "plan")
    return "proposed" if drafted else "planned" if paper.lemma == "plan" else None
