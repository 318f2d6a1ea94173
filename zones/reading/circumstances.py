"""What stands around a deed and changes what is said of it: a deal, a condition, a colon, troops placed by "with"."""

from __future__ import annotations

from zones.reading.governors import governor
from zones.reading.mood import Mood, State, Told, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = [
    "announcing",
    "by_paper",
    "in_draft",
    "is_absolute",
    "is_part_of_deal",
    "is_undecided",
    "is_unsettled",
    "stands_for_deal",
]  # fmt: skip

_LINKS = frozenset({"prep", "advmod", "pcomp", "advcl"})
_PLACING = ("in", "at", "along", "on", "around", "to", "between")


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


def is_undecided(verb: Word) -> bool:
    """Whether a verb of deciding leaves it open: "has yet to decide", "decide whether to send"."""
    if verb.lemma not in {"decide", "determine", "agree", "decision"}:
        return False
    clauses = verb.kids("ccomp", "xcomp", "advcl") + (verb.kids("prep", "acl") if verb.is_noun else [])
    asked = [part for clause in clauses for part in (clause, *clause.kids("pcomp", "pobj", "conj"))]
    marks = (m for part in asked for m in part.kids("mark", "advmod"))
    whether = any(m.lower in {"whether", "if"} for m in marks)
    if verb.is_noun:
        return whether
    return whether or any(
        _is_yet(word, verb) for word in (*verb.children, *verb.head.children) if verb.is_verb
    )


def _is_yet(word: Word, verb: Word) -> bool:
    """Whether "yet" leaves a verb open: "has yet to agree", "not agreed yet"; "agreed, yet" joins another clause."""
    return word.lower == "yet" and (word.index < verb.index or negated(verb))


def is_unsettled(verb: Word) -> bool:
    """Whether a verb is one of the pair of "would neither confirm nor deny"."""
    pair = {"confirm", "deny"}
    joined = {word.lemma for word in (verb, verb.head, *verb.kids("conj")) if word.is_verb}
    return verb.lemma in pair and joined >= pair


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
    if hung and above.head.lemma == "agree" and above.index == above.head.index + 1:
        return False  # "agreed with Omani forces in Hama on a truce"
    return hung and bool(forces.objects(*_PLACING) or forces.kids("acl"))


def in_draft(paper: Word | None) -> str | None:
    """Return the status of what a plan or draft provides for; None if it is a deal."""
    if paper is None:
        return None
    drafted = paper.has("draft", "proposed") or (is_kind(paper, "draft") and paper.lemma != "plan")
    return "proposed" if drafted else "planned" if paper.lemma == "plan" else None
