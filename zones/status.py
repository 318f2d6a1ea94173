"""The closed list of what a statement about monitors amounts to."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Status"]


class Status(StrEnum):
    """What a statement about monitors amounts to, from decided to refused."""

    AGREED = "agreed"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSSIBLE = "possible"
    DISCUSSED = "discussed"
    UNDECIDED = "undecided"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    REJECTED = "rejected"
