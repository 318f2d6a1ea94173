"""Prepositions and particles over a deed; most hand it on, but not "AGAINST sending", "short OF sending"."""

from __future__ import annotations

from zones.reading.clauses import is_left_out
from zones.reading.governors import governor, links
from zones.reading.modality.ascent import Ascent, Stop, obey, untold
from zones.reading.modality.silences import OFFERING
from zones.reading.negation import negated
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.status import Status

__all__ = ["preposition"]


def preposition(ascent: Ascent, _below: Word, above: Word) -> bool:
    """Read a preposition or particle: it ends the way, or hands the deed on; "against" refuses it."""
    if above.pos not in {"ADP", "PART", "SCONJ"}:
        return False
    obey(rule(ascent, above) for rule in _ENDS)
    if above.lower == "against" and not ascent.has_status:
        no = negated(above.head)
        ascent.take(*((Status.POSSIBLE, "not against") if no else (Status.REJECTED, "against")))
        ascent.act = above.head if subject_of(above.head) is not None else None  # "decided against sending"
    return True


def _by_agent(ascent: Ascent, above: Word) -> Stop | None:
    """Read "by" before who does something else: "rebels backed BY those who would send"."""
    if above.relation != "agent" or ascent.frame == "forces":
        return None
    return Stop() if ascent.has_status else untold(above.lower)


def _left_out(_ascent: Ascent, above: Word) -> Stop | None:
    """Read what is left out: "better armed THAN Omani troops"."""
    return untold(above.lower) if is_left_out(above) else None


def _spoken_about(ascent: Ascent, above: Word) -> Stop | None:
    """Read what somebody only spoke of: "spoke ABOUT the plan to send"."""
    about = above.lower in {"on", "about", "regarding", "concerning"}
    spoken = about and is_saying(above.head) and ascent.last is not None
    return untold(f"spoken of {above.lower} it") if spoken else None


def _beside_bare_forces(ascent: Ascent, above: Word) -> Stop | None:
    """Read forces that are partners: "an agreement WITH Omani troops", "asked ABOUT them", "provided FOR them"."""
    if not ascent.bare:
        return None
    row = governor(above.head)
    if above.lower == "with" and row is not None and row.yes in {"discussed", "agreed"}:
        return untold(f"{above.head.lower} with")
    if above.lower in {"about", "on"} and above.head.lemma == "ask":
        return untold(f"asked {above.lower}")
    return untold("for") if above.lower == "for" and above.head.lemma in OFFERING else None


def _kept_from(_ascent: Ascent, above: Word) -> Stop | None:
    """Read what keeps apart: "kept FROM sending", "fell short OF sending"."""
    apart = above.lower == "from" or (above.lower == "of" and above.head.lower == "short")
    return untold(f"{above.head.lower} {above.lower}") if apart else None


def _apart(ascent: Ascent, above: Word) -> Stop | None:
    """Read a preposition that hands no forces on: "NEAR Omani troops", "is not AMONG the monitors"."""
    apart = above.pos == "ADP" and above.lower not in {*links("prepositions"), "against"}
    noun = ascent.frame in {"forces", "deployment"}
    return untold(above.lower) if apart and noun and not ascent.has_status else None


_ENDS = (_by_agent, _left_out, _spoken_about, _beside_bare_forces, _kept_from, _apart)
"""The rules by which a preposition ends the way, in the order in which they are tried."""
