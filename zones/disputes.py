"""Disputes: which claim stands against which, one pair at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zones.claims import Claim
from zones.status import AFFIRMING, REFUSING

__all__ = ["Dispute", "disputes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """
    Two claims of which one refuses what the other affirms.

    Parameters
    ----------
    refusing
        Id of the claim that denies or rejects.
    affirming
        Id of the claim that it stands against.
    """

    refusing: str
    affirming: str


def disputes(claims: Iterable[Claim]) -> tuple[Dispute, ...]:
    """
    Return every pair of claims of which one denies or rejects what the other affirms.

    They speak of the same nationality and of the same zone, or one of them of no zone in particular: the pairs that
    make a standing disputed. In the order of the refusing claims, then of those that they refuse. Which came first
    does not matter; an outlet's headline counts as its article does.

    Parameters
    ----------
    claims
        The claims, in the order told.

    Examples
    --------
    >>> import zones
    >>> pairs = disputes(zones.load().claims)
    >>> [pair.affirming for pair in pairs if pair.refusing == "kz-denied-1"]
    ['kz-possible-1', 'kz-proposed-1', 'kz-discussed-1']
    """
    told = tuple(claims)
    affirming = [claim for claim in told if claim.status in AFFIRMING]
    return tuple(
        Dispute(refusing=refusal.id, affirming=claim.id)
        for refusal in told
        if refusal.status in REFUSING
        for claim in affirming
        if claim.nationality == refusal.nationality and _one_zone(claim, refusal)
    )


def _one_zone(one: Claim, other: Claim) -> bool:
    return one.zone == other.zone or one.zone is None or other.zone is None
