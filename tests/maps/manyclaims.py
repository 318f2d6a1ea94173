"""Zones with other claims than the documents make: many, on many days, and without a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from zones.countries import countries
from zones.status import Status

if TYPE_CHECKING:
    from zones import Claim, ZoneSet

NATIONS = tuple(islice(sorted(countries()), 20))
FIRST = date(2017, 1, 9)


def many_claims(zone_set: ZoneSet, count: int = 400, nations: int = 20, days: int = 360) -> ZoneSet:
    """Return the zones with claims spread over nations, statuses and days; every ninth has no day at all."""
    pattern, statuses = zone_set.claims[0], list(Status)
    undated = replace(zone_set.documents[0], id="undated", published=None)
    documents = (*zone_set.documents, undated)
    (quote,) = pattern.evidence[:1]
    claims = []
    for number in range(count):
        loose = number % 9 == 4
        claims.append(
            replace(
                pattern,
                id=f"c-{number}",
                nationality=NATIONS[number % nations],
                zone=[None, *(zone.id for zone in zone_set.zones)][number // nations % 3],
                status=statuses[(number * 7 + number // nations) % len(statuses)],
                said_by=f"Speaker {number % 13} of the ministry",
                said_on=None if loose else FIRST + timedelta(days=(number * 37 + number % 11) % days),
                evidence=(replace(quote, document="undated") if loose else quote,),
                headline=False,
            )
        )
    return replace(zone_set, documents=documents, claims=tuple(claims))


def on_days(zone_set: ZoneSet, *days: date | None) -> ZoneSet:
    """Return the zones with as many of their claims as there are days, each made on one."""
    undated = replace(zone_set.documents[0], id="undated", published=None)

    def said(claim: Claim, day: date | None) -> Claim:
        quotes = tuple(replace(quote, document="undated") for quote in claim.evidence)
        return replace(claim, said_on=day, evidence=quotes)

    claims = tuple(said(claim, day) for claim, day in zip(zone_set.claims, days, strict=False))
    return replace(zone_set, documents=(*zone_set.documents, undated), claims=claims)
