"""What a word that governs nothing makes of a status composed below it: "the plan to send is dead"."""

from __future__ import annotations

from zones.passed_over import Reason
from zones.reading.governors import governor, links, modal
from zones.reading.modality.ascent import Ascent, Stop, untold
from zones.reading.modality.composition import AGAINST, composed
from zones.reading.mood import Told, mood
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["noun_over_status", "verb_over_status"]

_HANDLED = frozenset({"dobj", "nsubj", "nsubjpass"})
_KNOWING = frozenset(
    {"see", "find", "show", "mean", "be", "seem", "appear", "follow", "emerge", "transpire", "agree", "note"}
)


def verb_over_status(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read a verb over a status: it may put it in doubt, end the way, or negate it: "the offer did NOT come up"."""
    if not above.is_verb or not ascent.has_status:
        return False
    if is_saying(above) and mood(above).state is Told.OPEN:
        return True  # "it would be wrong to say that"
    perhaps = [aux for aux in above.kids("aux") if modal(aux) == Status.POSSIBLE]
    if perhaps and below.relation == "acomp" and ascent.state in AGAINST:
        raise untold(f"{perhaps[0].lower} be {below.lower}")  # "might be reluctant to"
    doubtful = next((doubt for find in _DOUBTS if (doubt := find(below, above)) is not None), None)
    if doubtful is not None:
        raise Stop(Reason.STRUCTURE, doubtful)
    if below.relation in {"advcl", "ccomp", "parataxis", "relcl", "acl"}:
        raise Stop
    if ascent.last and ascent.state not in AGAINST and ascent.is_newly_negated(above):
        ascent.take(composed(ascent.state, ascent.last.no, Told.DONE), f"not {above.lower}")
    return True


def noun_over_status(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read a noun over a status: one that a clause describes is something else, "OMAN, asked to send troops"."""
    if not above.is_noun or not ascent.has_status:
        return False
    if below.relation in {"acl", "relcl", "appos"}:
        raise Stop
    return True


def _of_deed(below: Word, above: Word) -> str | None:
    """Return what stands over a preposition and a deed, if nobody knows it: "ACCUSED OF planning to send"."""
    doing = below.relation == "prep" and any(word.is_verb for word in below.kids("pcomp"))
    doubtful = doing and below.lower != "in" and _is_unknown(above)
    return f"{above.lower} {below.lower}" if doubtful else None


def _of_plan(below: Word, above: Word) -> str | None:
    """Return what becomes of a plan or promise, if nobody knows it: "the plan to send is DEAD", "BURIED the plan"."""
    if not below.is_noun or governor(below) is None or below.relation not in _HANDLED:
        return None
    if below.lemma == "decision" and below.relation == "nsubj" and above.kid("dobj") is not None:
        return None  # "its decision to send a unit will strengthen the mission" is one that was taken
    verdict = next((w for w in above.kids("acomp", "attr", "oprd") if w is not below), None)
    # "is one that we value", "is false", which governs
    known = verdict is not None and (verdict.kid("relcl") is not None or governor(verdict) is not None)
    if _is_unknown(above) or (verdict is not None and above.lemma == "be" and not known):
        return f"what “{(verdict or above).lower}” makes of “{below.lower}”"
    return None


def _of_clause(below: Word, above: Word) -> str | None:
    """Return what judges a clause, if nobody knows it: "MISSTATED that they will come", "deems it BOLD that"."""
    if below.relation != "ccomp":
        return None
    adjectives = (w for w in above.kids("acomp", "oprd") if w.pos == "ADJ" and w is not below)
    judged = next((w for w in adjectives if governor(w) is None), None)
    if judged is not None or not (is_saying(above) or above.lemma in _KNOWING):
        return f"what “{(judged or above).lower}” makes of it"
    return None


def _is_unknown(verb: Word) -> bool:
    """Whether a verb neither hands a deed on, nor says or governs it."""
    return verb.lemma not in links("verbs") and not is_saying(verb) and governor(verb) is None


_DOUBTS = (_of_deed, _of_plan, _of_clause)
