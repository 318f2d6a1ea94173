"""Sentences that are passed over, each with the most telling reason why no claim was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from zones.areas import Span
from zones.passed_over import Reason
from zones.reading.frames.frame import other_deeds
from zones.reading.mentions import Mentions

__all__ = ["PassedSentence", "Why", "pass_over"]

Why: TypeAlias = tuple[Reason, str]
"""A reason with its detail."""

_TELLING = (
    Reason.WHO_IS_MEANT, Reason.CONDITION, Reason.QUESTION, Reason.LEAVING, Reason.FIGHTING, Reason.ALREADY_THERE,
    Reason.DONE, Reason.OTHER_DEED, Reason.NOT_SYRIA, Reason.TALKED_ABOUT, Reason.STRUCTURE, Reason.NO_SENDER,
    Reason.TAKEN_BACK, Reason.CAPTION, Reason.NO_FRAME,
)  # fmt: skip
"""The reasons, the most telling first: a sentence with several deeds is passed over for the first of theirs."""


@dataclass(frozen=True, slots=True)
class PassedSentence:
    """A sentence from which no claim was made, with the reason."""

    span: Span
    reason: Reason
    detail: str = ""


def pass_over(mentions: Mentions, reasons: Sequence[Why]) -> PassedSentence:
    """Return a sentence passed over for the most telling of the reasons why its deeds made no claim."""
    why = min(reasons or [_other_deed(mentions)], key=lambda reason: _TELLING.index(reason[0]))
    return PassedSentence(mentions.span, *why)


def _other_deed(mentions: Mentions) -> Why:
    """Return the deed that forces do in a sentence without a deed of coming or watching: "Omani troops TRAIN"."""
    for word in mentions.tree:
        other = other_deeds().get((word.lemma, "v")) if word.is_verb else None
        doers = word.kids("nsubj", "nsubjpass", "dobj")
        if other is not None and any(mentions.is_force(w) or mentions.nation(w) is not None for w in doers):
            return other, word.lower
    return Reason.NO_FRAME, ""
