"""Governors that say nothing of the deed they stand over: "did not WISH to say", "has to APPROVE any deployment"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.passed_over import Reason
from zones.reading.clauses import is_inverted
from zones.reading.governors import Governor, governor
from zones.reading.modality.ascent import Ascent, Stop, untold
from zones.reading.modality.polarity import verb_of
from zones.reading.mood import Told, is_unreal, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["OFFERING", "SILENCES", "SPEAKING", "Governing"]

OFFERING = frozenset({"offer", "provide", "pledge", "promise"})
SPEAKING = frozenset({"proposed", "denied", "rejected", "possible"})
"""The effects that only somebody who speaks has on a deed."""


@dataclass(frozen=True, slots=True)
class Governing:
    """A governor over a deed.

    Parameters
    ----------
    below, above
        The word below it, and the governor.
    row
        What it makes of a deed.
    no
        Whether it is negated.
    subject
        Who does what it tells, if it is a verb that says so.
    """

    below: Word
    above: Word
    row: Governor
    no: bool
    subject: Word | None

    @property
    def effect(self) -> str:
        """What it makes of the deed, negated or not."""
        return self.row.no if self.no else self.row.yes


def _agreed_in_general(_ascent: Ascent, link: Governing) -> Stop | None:
    """Read a deal that isn't made: "would need AN AGREEMENT to send"; not "signed an agreement", "has no deal"."""
    above = link.above
    if not above.is_noun or link.row.yes != "agreed" or not above.has("a", "an", "any"):
        return None
    verb = verb_of(above)
    made = verb is not None and mood(verb).state is Told.DONE
    none = above.head.is_verb and negated(above.head)  # "did not include any deal to"
    signs = governor(above.head)
    signed = signs is not None and signs.lemma == "sign_deal"  # "signed an agreement on"
    return None if made or none or signed else untold("in general")


def _unreal(_ascent: Ascent, link: Governing) -> Stop | None:
    """Read what might have been: "would have agreed to send"."""
    above = link.above
    return untold(f"would have {above.lower}") if above.is_verb and is_unreal(above) else None


def _any_deed(ascent: Ascent, link: Governing) -> Stop | None:
    """Read what has to be agreed first, whatever it is: "parliament has to approve ANY deployment"."""
    above, below = link.above, link.below
    if not above.is_verb or below is not ascent.trigger or not below.has("any"):
        return None
    row = governor(above)
    agrees = row is not None and row.yes == "agreed" and not row.permits and not negated(above)
    return untold("in general") if agrees and mood(above).state is not Told.DONE else None


def _had_been(_ascent: Ascent, link: Governing) -> Stop | None:
    """Read what was planned once: "HAD BEEN due to send"."""
    above = link.above
    had = above.relation == "acomp" and any(aux.lower == "had" for aux in above.head.kids("aux"))
    return untold(f"had been {above.lower}") if had and above.lemma in {"due", "set", "about"} else None


def _refused_to_say(ascent: Ascent, link: Governing) -> Stop | None:
    """Read a refusal of words, not of the deed: "did not WISH to say that it had agreed"."""
    above = link.above
    unsaid = next((w for w in (link.below, *above.kids("xcomp")) if w.is_verb and is_saying(w)), None)
    if unsaid is None or unsaid is ascent.trigger or link.effect not in {"denied", "rejected"}:
        return None
    return untold(f"{above.lower} to {unsaid.lower}")


def _settled(_ascent: Ascent, link: Governing) -> Stop | None:
    """Read a matter that is settled, nobody says how: "settled the QUESTION of Omani troops"."""
    return untold("settled") if link.above.lemma == "settle" and is_kind(link.below, "topic") else None


def _inverted_condition(ascent: Ascent, link: Governing) -> Stop | None:
    """Read a condition told by the order of words: "SHOULD the Council agree, Peru would send"."""
    if not is_inverted(link.above):
        return None
    if ascent.state is Status.PLANNED:
        ascent.state = Status.POSSIBLE
    return Stop()


def _offered_to_forces(ascent: Ascent, link: Governing) -> Stop | None:
    """Read forces that are given something: "offered the UN force more troops"."""
    given = link.above.lemma in OFFERING and link.below is ascent.trigger and link.below.has("the")
    return untold(link.above.lower) if ascent.bare and given else None


def _of_acting_forces(ascent: Ascent, link: Governing) -> Stop | None:
    """Read forces that act, are let act or consulted: "Omani troops REJECTED it", "CONSULTED Omani officers"."""
    above, below = link.above, link.below
    if not ascent.bare or ascent.has_status or not above.is_verb:
        return None
    lets = above.lemma in {"let", "allow", "permit"} and above.kid("ccomp", "xcomp") is not None
    consulted = above.lemma == "consult" and below.relation in {"dobj", "conj"}
    return untold(above.lower) if lets or consulted or below.relation == "nsubj" else None


def _by_no_speaker(_ascent: Ascent, link: Governing) -> Stop | None:
    """Read what can't ask or refuse: "the COMMUNITY would never accept them"."""
    subject = link.subject
    if subject is None or link.effect not in SPEAKING or _may_act(subject):
        return None
    return Stop(Reason.STRUCTURE, f"{subject.text} {link.above.text}")


def _may_act(subject: Word) -> bool:
    """Whether a subject is somebody who asks and refuses; a deal or a matter may stand for those behind it."""
    if subject.pos != "NOUN" or subject.text[:1].isupper():
        return True
    kinds = ("office", "body", "group", "force", "loose_force", "speaker", "deal", "draft", "topic", "share")
    return is_kind(subject, *kinds)


SILENCES = (
    _agreed_in_general,
    _unreal,
    _any_deed,
    _had_been,
    _refused_to_say,
    _settled,
    _inverted_condition,
    _offered_to_forces,
    _of_acting_forces,
    _by_no_speaker,
)
"""The rules by which a governor says nothing, in the order in which they are tried."""
