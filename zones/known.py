"""What was known on a day: a zone from the first document that describes it, a claim from the day it was said.

What rests only on documents without a day of publication was known on no day that anybody can name. It stands
apart: it is left out on every day unless it is asked for, and `undated_told` says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from zones.standing import claim_day

if TYPE_CHECKING:
    from zones.accord import Accord
    from zones.claims import Claim
    from zones.evidence import Evidence
    from zones.zone import Member, Zone
    from zones.zone_set import ZoneSet

__all__ = ["accord_day", "known_on", "undated_told", "zone_days"]

_Published = Mapping[str, date | None]


def zone_days(zone: Zone, published: _Published) -> tuple[date, ...]:
    """Return the days on which documents describe a zone, earliest first; none if none of them has a day."""
    return _days(zone.evidence, published)


def accord_day(accord: Accord, published: _Published) -> date | None:
    """Return the day from which an accord counts: when it was signed, else when a document first tells of it."""
    return accord.signed or min(_days(accord.evidence, published), default=None)


def known_on(zone_set: ZoneSet, on: date, *, undated: bool = False) -> ZoneSet:
    """
    Return what was known on a day. See `ZoneSet.on`.

    Examples
    --------
    >>> from zones import load
    >>> [len(known_on(load(), date(2017, 6, day)).zones) for day in (22, 23)]
    [0, 4]
    """
    published = zone_set.published

    def known(day: date | None) -> bool:
        return undated if day is None else day <= on

    def told(evidence: Iterable[Evidence]) -> bool:
        return known(min(_days(evidence, published), default=None))

    quotable = {document.id for document in zone_set.documents if known(document.published)}
    zones = tuple(_quoting(zone, quotable) for zone in zone_set.zones if told(zone.evidence))
    claims = tuple(claim for claim in zone_set.claims if known(claim_day(claim, published)))
    accord = zone_set.accord if zone_set.accord and known(accord_day(zone_set.accord, published)) else None
    quoting: list[Claim | Accord] = [*claims, *([accord] if accord else [])]
    quoted = {item.document for thing in quoting for item in thing.evidence} | quotable
    return replace(
        zone_set,
        documents=tuple(document for document in zone_set.documents if document.id in quoted),
        zones=zones,
        claims=claims,
        unresolved=tuple(limit for limit in zone_set.unresolved if told(limit.evidence)),
        passed_over=tuple(passed for passed in zone_set.passed_over if told(passed.evidence)),
        accord=accord,
    )


def _quoting(zone: Zone, documents: set[str]) -> Zone:
    """Return a zone with the quotations from some documents, itself if it has no others."""
    things: list[Zone | Member] = [zone, *zone.members]
    if all(item.document in documents for thing in things for item in thing.evidence):
        return zone
    members = tuple(replace(member, evidence=_from(member.evidence, documents)) for member in zone.members)
    return replace(zone, members=members, evidence=_from(zone.evidence, documents))


def _from(evidence: Iterable[Evidence], documents: set[str]) -> tuple[Evidence, ...]:
    return tuple(item for item in evidence if item.document in documents)


def undated_told(zone_set: ZoneSet) -> str | None:
    """
    Return in words which zones and claims have no day, and so are left out on every day; None if all have one.

    Examples
    --------
    >>> from zones import load
    >>> undated_told(load()) is None
    True
    """
    published = zone_set.published
    zones = sum(1 for zone in zone_set.zones if not zone_days(zone, published))
    claims = sum(1 for claim in zone_set.claims if claim_day(claim, published) is None)
    parts = [_counted(zones, "zone"), _counted(claims, "claim")]
    told = " and ".join(part for part in parts if part)
    if not told:
        return None
    return f"{told} left out: no day is known, for a document without a day of publication tells of it alone"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}" if count else ""


def _days(evidence: Iterable[Evidence], published: _Published) -> tuple[date, ...]:
    return tuple(sorted({day for item in evidence if (day := published.get(item.document)) is not None}))
