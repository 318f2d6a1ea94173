"""What becomes of a deed: its status, or why it has none, and the words that decided it."""

from __future__ import annotations

from dataclasses import dataclass

from zones.passed_over import Reason
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["Fate"]


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a deed.

    Parameters
    ----------
    status
        One of the closed list; None if there is no claim.
    reason, detail
        Why there is none.
    path
        The words that made the status, from the deed outwards.
    act
        The governor whose subject does the saying: "denied", "proposed".
    saying
        The verb of saying that the deed stands under.
    decided
        The verb of agreeing whose day is that of the decision.
    plain
        Whether the deed's own words made the status, and nothing that governs it: "there will be no forces".
    unsaid
        Whether somebody would not say whether it will be.
    """

    status: Status | None
    reason: Reason | None = None
    detail: str = ""
    path: tuple[str, ...] = ()
    act: Word | None = None
    saying: Word | None = None
    decided: Word | None = None
    plain: bool = False
    unsaid: bool = False
