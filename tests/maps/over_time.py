"""The seeds' zones and claims as told by documents of a year, two of them without a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.maps.doctored import changed

if TYPE_CHECKING:
    from zones import ZoneSet

PUBLISHED = (
    date(2016, 7, 1),
    date(2016, 9, 15),
    None,
    date(2017, 1, 10),
    date(2017, 3, 2),
    None,
    date(2017, 6, 20),
)
ZONES_TOLD_BY = ((0, 4), (3,), (2,), (6, 5))  # numbers of the documents that describe each zone


def over_time(zone_set: ZoneSet) -> ZoneSet:
    """Return zones and claims spread over documents; some claims have a day of their own, before their document's."""
    first = zone_set.documents[0]
    documents = tuple(
        changed(first, id=f"doc-{number}", title=f"Article {number}", published=day)
        for number, day in enumerate(PUBLISHED)
    )
    zones = tuple(
        changed(
            zone,
            evidence=tuple(_moved(zone.evidence[0], number) for number in numbers),
            members=tuple(
                changed(member, evidence=tuple(_moved(item, numbers[-1]) for item in member.evidence))
                for member in zone.members
            ),
            unread=(),
            unresolved=(),
            checks=(),
        )
        for zone, numbers in zip(zone_set.zones, ZONES_TOLD_BY, strict=True)
    )
    claims = tuple(
        changed(
            claim,
            said_on=_day(number),
            headline=number % 5 == 0,
            evidence=(_moved(claim.evidence[0], number % len(PUBLISHED)),),
        )
        for number, claim in enumerate(zone_set.claims)
    )
    accord = zone_set.accord and changed(
        zone_set.accord, evidence=tuple(_moved(item, 3) for item in zone_set.accord.evidence)
    )
    return replace(zone_set, documents=documents, zones=zones, claims=claims, accord=accord)


def _day(number: int) -> date | None:
    published = PUBLISHED[number % len(PUBLISHED)]
    return published - timedelta(days=number) if published and number % 3 == 0 else None


def _moved(item: Any, number: int) -> Any:
    return changed(item, document=f"doc-{number}")
