"""Sentences that were considered and from which nothing was made, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zones.evidence import Evidence

__all__ = ["PassedOver", "Reason"]


class Reason(StrEnum):
    """Why nothing was made of a sentence that speaks of foreign forces or of a zone."""

    NO_SENDER = "no sender"
    """Forces would come or watch, and the sentence doesn't say whose."""
    WHO_IS_MEANT = "who is meant stays open"
    """"They", "those countries", "the guarantors": no antecedent in this document fits."""
    TALKED_ABOUT = "only talked about"
    """The sentence speaks about forces coming or watching without saying that they will, may or won't."""
    CONDITION = "condition not understood"
    """It holds only if something else does."""
    DONE = "already done"
    """Told as a fact of the past or the present: there is nothing left to claim."""
    LEAVING = "leaving"
    """Forces leave, are brought home or replaced."""
    ALREADY_THERE = "already there"
    """Forces stay, are stationed or serve somewhere."""
    FIGHTING = "fighting"
    """Forces fight, attack, seize or shell."""
    OTHER_DEED = "another deed"
    """Forces train, talk, pay, evacuate: neither coming nor watching."""
    QUESTION = "a question"
    """The sentence asks."""
    CAPTION = "a caption or dateline"
    """It stands beside the article, not in it."""
    NOT_SYRIA = "not about Syria"
    """It speaks of forces or a zone in another country."""
    TAKEN_BACK = "taken back by the text"
    """The text itself says that it was wrong."""
    UNUSUAL = "read in part: the text is of an unusual form"
    """It repeats a sentence time and again, word for word or with other names and numbers, or has far more words, areas
    or marks than prose; the detail says how much was left out."""
    STRUCTURE = "structure in doubt"
    """Some link between the deed and what is said of it is not understood."""
    NO_FRAME = "no rule fits"
    """Forces or a zone are named, and no rule knows what is said of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A sentence from which nothing was made.

    Parameters
    ----------
    text
        The sentence.
    reason
        One of the closed list.
    detail
        What exactly stood in the way, in words; empty if the reason says it all.
    evidence
        Where the sentence stands.
    """

    text: str
    reason: Reason
    detail: str
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "text": self.text,
            "reason": str(self.reason),
            "detail": self.detail or None,
            "evidence": [e.to_dict() for e in self.evidence],
        }
