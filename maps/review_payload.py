"""What the review page knows: the texts, each item with the words it rests on, and what was decided before."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from zones.countries import countries
from zones.errors import QuotationError
from zones.quotations import quotation
from zones.review import Do
from zones.review.finding import item_of
from zones.status import Status

if TYPE_CHECKING:
    from zones import Claim, Evidence, PassedOver, Zone, ZoneSet
    from zones.documents import Document
    from zones.review import Decision, Review

__all__ = ["review_payload"]

Json = dict[str, Any]
_CLAIM = ("nationality", "status", "place", "zone", "said_by", "said_on", "reported_by")


def review_payload(zone_set: ZoneSet, reviews: Sequence[Review], *, name: str, beside: str | None) -> Json:
    """Return everything that the page needs beside the map, ready for JSON.

    Parameters
    ----------
    zone_set
        What was read, with the texts and without decisions.
    reviews
        What was decided before.
    name
        What to call the review file that is saved.
    beside
        The text beside which that file is found by itself; None if there are several texts.
    """
    places = {document.id: _Places(document, number) for number, document in enumerate(zone_set.documents)}
    things: list[Claim | Zone | PassedOver] = [*zone_set.zones, *zone_set.claims, *zone_set.passed_over]
    items = [_item(thing, places) for thing in things]
    keys = _keys(items)
    for item, key in zip(items, keys, strict=True):
        item["key"] = key
    by_thing = {id(thing): key for thing, key in zip(things, keys, strict=True)}
    decisions = [
        _decision(decision, by_thing.get(id(item_of(decision, zone_set))), places)
        for review in reviews
        for decision in review.decisions
    ]
    ordered = json.dumps(decisions, sort_keys=True).encode()
    return {
        "name": name,
        "beside": beside,
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "published": _day(document.published),
                "sha256": document.sha256,
                "notes": list(document.notes),
                "text": document.text,
            }
            for document in zone_set.documents
        ],
        "items": sorted(items, key=lambda item: item["spans"][0]),
        "decisions": decisions,
        "base": hashlib.sha256(ordered).hexdigest(),
        "statuses": [str(status) for status in Status],
        "nationalities": sorted(
            ([code, zone_set.country(code)] for code in (*countries(), "UN")), key=lambda row: row[1]
        ),
    }


class _Places:
    """Where the words of a document stand, counted as JavaScript counts: in UTF-16 units."""

    def __init__(self, document: Document, number: int) -> None:
        self.document = document
        self.number = number
        self._wide = [at for at, character in enumerate(document.text) if character > "\uffff"]

    def span(self, evidence: Evidence) -> list[int]:
        return [self.number, self._units(evidence.start), self._units(evidence.end)]

    def _units(self, at: int) -> int:
        return at + bisect_left(self._wide, at)


def _item(thing: Claim | Zone | PassedOver, places: dict[str, _Places]) -> Json:
    from zones import Claim, Zone  # noqa: PLC0415 - the package loads its names when they are asked for

    spans = [places[evidence.document].span(evidence) for evidence in thing.evidence]
    if isinstance(thing, Claim):
        return {
            "kind": "claim",
            "spans": spans,
            "fields": {key: _plain(getattr(thing, key)) for key in _CLAIM},
            "relation": thing.place_relation,
        }
    if isinstance(thing, Zone):
        codes = {
            extent: [member.pcode for member in thing.members if member.extent == extent]
            for extent in ("whole", "part")
        }
        return {
            "kind": "zone",
            "spans": spans,
            "zone": thing.id,
            "fields": {
                "name": thing.name, **codes, "limits": [one.text for one in thing.unresolved if one.text.strip()],
            },
            "unread": [f"{one.text} ({one.reason})" for one in thing.unread],
        }  # fmt: skip
    return {
        "kind": "passed over",
        "spans": spans,
        "fields": {},
        "reason": str(thing.reason),
        "detail": thing.detail,
    }


def _keys(items: Iterable[Json]) -> list[str]:
    """Return a name for each item, of its content: the same for the same item in a later version."""
    taken: dict[str, int] = {}
    keys = []
    for item in items:
        content = json.dumps([item["kind"], item["spans"], item["fields"]], sort_keys=True)
        stem = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        taken[stem] = taken.get(stem, 0) + 1
        keys.append(stem if taken[stem] == 1 else f"{stem}-{taken[stem]}")
    return keys


def _decision(decision: Decision, key: str | None, places: dict[str, _Places]) -> Json:
    """Return a decision as a row of the file, with the item that it is about or where its words stand."""
    row: Json = {"do": str(decision.do), "by": decision.by, "on": _day(decision.on)}
    row |= {name: value for name in ("note", "document") if (value := getattr(decision, name))}
    if decision.quotes:
        several = len(decision.quotes) > 1
        row |= {"quotes": list(decision.quotes)} if several else {"quote": decision.quotes[0]}
    row |= {name: _plain(value) for name, value in decision.item.items()}
    if decision.to:
        row["to"] = {name: _plain(value) for name, value in decision.to.items()}
    added = decision.do in {Do.ADD_CLAIM, Do.ADD_ZONE} and key is None
    return {"item": key, "row": row, "span": _span(decision, places) if added else None}


def _span(decision: Decision, places: dict[str, _Places]) -> list[int] | None:
    wanted = [p for p in places.values() if decision.document in {None, p.document.id}]
    try:
        found = quotation(decision.quotes[0], [p.document for p in wanted])
    except QuotationError:
        return None
    return places[found.document].span(found)


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever a TOML file holds
    if isinstance(value, bool | int | float) or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else str(value)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
