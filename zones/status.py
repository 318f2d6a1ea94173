"""The closed list of what a statement about monitors amounts to."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = ["AFFIRMING", "REFUSING", "Status"]


class Status(StrEnum):
    """What a statement about monitors amounts to, from decided to refused."""

    AGREED = "agreed"
    """Decided by those who decide."""
    PLANNED = "planned"
    """Will be."""
    PROPOSED = "proposed"
    """Offered, suggested or asked for."""
    POSSIBLE = "possible"
    """May or might be, or would be on a condition."""
    DISCUSSED = "discussed"
    """Under negotiation, or being worked on."""
    UNDECIDED = "undecided"
    """No decision has been taken."""
    UNCONFIRMED = "unconfirmed"
    """There is no information."""
    DENIED = "denied"
    """The would-be sender, or a party, says that it is not so or has not been raised."""
    REJECTED = "rejected"
    """Another party refuses them."""


AFFIRMING: Final = frozenset(
    {Status.AGREED, Status.PLANNED, Status.PROPOSED, Status.POSSIBLE, Status.DISCUSSED}
)
"""That monitors will, may or should come; a claim of one of these can be disputed."""

REFUSING: Final = frozenset({Status.DENIED, Status.REJECTED})
"""That they will not, or must not; a claim of one of these disputes those that affirm."""
