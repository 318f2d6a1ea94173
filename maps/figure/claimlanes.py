"""What a timeline says: a lane for each nationality, with its claims in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from maps.figure.content import one_line
from zones.disputes import Dispute, disputes
from zones.errors import NoClaimsError
from zones.standing import claim_day

if TYPE_CHECKING:
    from zones import Claim, Status, ZoneSet

__all__ = ["Lane", "ToldClaim", "claim_lanes"]

LONGEST = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldClaim:
    """
    A claim as a timeline shows it.

    Parameters
    ----------
    id
        Its id.
    status
        What it amounts to.
    day
        The day it was made, or else the day of publication; None: neither is known.
    by_publication
        Whether its day is that of publication, as the text gives none.
    speaker
        Who says it; empty where the report does.
    where
        The zone it speaks of, or else the place, by name; empty for neither.
    """

    id: str
    status: Status
    day: date | None
    by_publication: bool
    speaker: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """
    The claims about one nationality.

    Parameters
    ----------
    name
        The nationality, in words.
    claims
        In order of time, then as told; undated ones last.
    disputes
        Which of them stand against which.
    """

    name: str
    claims: tuple[ToldClaim, ...]
    disputes: tuple[Dispute, ...]


def claim_lanes(zone_set: ZoneSet, *, zone: str | None, on: date | None) -> tuple[Lane, ...]:
    """
    Return the lanes of a timeline, by their first day, then by name.

    Parameters
    ----------
    zone_set
        The zones with their claims.
    zone
        Id or name of a zone: only what is said of it, or of no zone in particular.
    on
        Only what had been said by this day, and nothing undated; by default everything.

    Raises
    ------
    zones.errors.NoSuchZoneError
        If there is no zone of that id or name.
    zones.errors.NoClaimsError
        If nothing is left to show.
    """
    wanted = None if zone is None else zone_set.zone(zone)
    known = zone_set if on is None else zone_set.on(on)
    told = [claim for claim in known.claims if wanted is None or claim.zone in {None, wanted.id}]
    if not told:
        raise NoClaimsError(zone=wanted.name if wanted else None, on=on, known=len(zone_set.claims))
    told.sort(key=lambda claim: claim.nationality)
    lanes = [_lane(known, tuple(group)) for _, group in groupby(told, key=lambda claim: claim.nationality)]
    return tuple(sorted(lanes, key=lambda lane: (lane.claims[0].day or date.max, lane.name)))


def _lane(zone_set: ZoneSet, claims: tuple[Claim, ...]) -> Lane:
    told = [_told(zone_set, claim) for claim in claims]
    return Lane(
        name=zone_set.country(claims[0].nationality),
        claims=tuple(sorted(told, key=lambda claim: claim.day or date.max)),
        disputes=disputes(claims),
    )


def _told(zone_set: ZoneSet, claim: Claim) -> ToldClaim:
    names = {zone.id: zone.name for zone in zone_set.zones}
    where = names.get(claim.zone or "") or " ".join(filter(None, (claim.place_relation, claim.place)))
    return ToldClaim(
        id=claim.id,
        status=claim.status,
        day=claim_day(claim, zone_set.published),
        by_publication=claim.said_on is None,
        speaker=_short(claim.said_by or ""),
        where=_short(where),
    )


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
