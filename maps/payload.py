"""What the page knows of documents, zones and claims, as one JSON object."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.golan import reaches_into_golan
from maps import ground
from maps.arcs import encode, quantised_rings
from maps.heading import Heading
from maps.layers.payload import layers_json
from zones.about import about
from zones.countries import country_names
from zones.known import zone_days
from zones.makers import MakerKind
from zones.standing import claim_day, voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maps.layers.layer import Layer
    from zones import Claim, Evidence, Zone, ZoneSet
    from zones.accord import Accord
    from zones.passed_over import PassedOver
    from zones.reviewed import Reviewed
    from zones.zone import Unresolved

VERSION = 1

Json = dict[str, Any]

# What could end a script element, begin markup, or break a line in JavaScript.
_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def payload(
    zone_set: ZoneSet,
    *,
    on: date | None = None,
    heading: Heading | None = None,
    language: str = "en",
    tiles: Json | None = None,
    relief: bool = True,
    layers: Sequence[Layer] = (),
) -> Json:
    """
    Return everything that the page shows, ready for JSON.

    Parameters
    ----------
    zone_set
        The zones, claims and documents to show.
    on
        The date at which the page opens; the latest if None.
    heading
        What stands over the map; the page's own words where it says nothing.
    language
        The language in which it opens.
    tiles
        The online base map that it offers: its `url`, whom to name (`by`) and `max_zoom`.
    relief
        Whether the relief is in it.
    layers
        A user's own layers.
    """
    quotes = QuotePool()
    words = heading or Heading()
    published = {document.id: document.published for document in zone_set.documents}
    return {
        "version": VERSION,
        "title": words.title,
        "subtitle": words.subtitle,
        "author": words.author,
        "on": _day(on),
        "options": {"language": language, "tiles": tiles, "relief": relief},
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "published": _day(document.published),
                "address": document.address,
                "sha256": document.sha256,
                "notes": list(document.notes),
            }
            for document in zone_set.documents
        ],
        "zones": [_zone(zone, published, quotes) for zone in zone_set.zones],
        "claims": [_claim(claim, published, quotes) for claim in zone_set.claims],
        "accord": _accord(zone_set.accord, quotes),
        "dates": [_day(day) for day in days(zone_set, on)],
        "unresolved": _unresolved(zone_set.unresolved, quotes),
        "passed_over": [_passed_over(passed, quotes) for passed in zone_set.passed_over],
        "quotes": quotes.rows,
        "countries": _countries(zone_set),
        "boundaries": {
            "title": zone_set.boundaries.title,
            "date": str(zone_set.boundaries.date),
            "attribution": zone_set.boundaries.attribution,
            "sha256": zone_set.boundaries.sha256,
        },
        "citation": about(zone_set).citation,
        "review": _review(zone_set.reviewed),
        "units": ground.units(zone_set.units),
        "places": ground.places(zone_set.units),
        "base": ground.base(zone_set.naming, relief=relief),
        "layers": layers_json(layers),
    }


def days(zone_set: ZoneSet, on: date | None = None) -> tuple[date, ...]:
    """Return the days of the slider: when something was said, published, signed or due; `on` too."""
    accord = zone_set.accord
    agreed = () if accord is None else (accord.signed, accord.maps_due)
    return tuple(sorted({*zone_set.dates(), *(day for day in (*agreed, on) if day is not None)}))


def to_script_text(data: Json) -> str:
    r"""
    Return JSON that is safe inside a `<script type="application/json">` block.

    Examples
    --------
    >>> to_script_text({"quote": "</script><b>"})
    '{"quote":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).translate(_ESCAPES)


class QuotePool:
    """Quotations stored once each; whatever rests on them holds their numbers."""

    def __init__(self) -> None:
        self.rows: list[Json] = []
        self._numbers: dict[tuple[str, int, int], int] = {}

    def numbers(self, evidence: Iterable[Evidence]) -> list[int]:
        """Return the numbers of some quotations, taking in new ones."""
        out = []
        for item in evidence:
            key = (item.document, item.start, item.end)
            if key not in self._numbers:
                self._numbers[key] = len(self.rows)
                self.rows.append(
                    {"document": item.document, "start": item.start, "end": item.end, "quote": item.quote}
                )
            out.append(self._numbers[key])
        return out


def _zone(zone: Zone, published: Mapping[str, date | None], quotes: QuotePool) -> Json:
    shapes = {"whole": zone.whole, "part": zone.part}
    return {
        "id": zone.id,
        "name": zone.name,
        "kind": zone.kind,
        "days": [_day(day) for day in zone_days(zone, published)],
        "members": [
            {
                "pcode": member.pcode,
                "name": member.name,
                "name_ar": member.name_ar,
                "level": str(member.level),
                "extent": str(member.extent),
                "rule": str(member.rule),
                "reason": member.reason,
                "share": member.share,
                "evidence": quotes.numbers(member.evidence),
            }
            for member in zone.members
        ],
        "unresolved": _unresolved(zone.unresolved, quotes),
        "unread": _unresolved(zone.unread, quotes),
        "differs": list(zone.differs),
        "checks": [
            {
                "text": check.text,
                "holds": check.holds,
                "detail": check.detail,
                "evidence": quotes.numbers(check.evidence),
            }
            for check in zone.checks
        ],
        "area_km2": {"whole": round(zone.area_km2.whole, 1), "part": round(zone.area_km2.part, 1)},
        **_made(zone),
        "evidence": quotes.numbers(zone.evidence),
        "geometry": {extent: _rings(shape) for extent, shape in shapes.items()},
        "label": _label_point(shapes),
        "golan": any(reaches_into_golan(shape) for shape in shapes.values()),
    }


def _claim(claim: Claim, published: Mapping[str, date | None], quotes: QuotePool) -> Json:
    """Return a claim with the day from which it counts and how its voice is heard: standings follow from them."""
    return {
        "id": claim.id,
        "nationality": claim.nationality,
        "zone": claim.zone,
        "place": claim.place,
        "place_relation": claim.place_relation,
        "place_km": None if claim.place_km is None else round(claim.place_km, 1),
        "status": str(claim.status),
        "said_by": claim.said_by,
        "speaks_for": claim.speaks_for,
        "said_on": _day(claim.said_on),
        "day": _day(claim_day(claim, published)),
        "voice": int(voice(claim)),
        "headline": claim.headline,
        "reported_by": claim.reported_by,
        "rule": claim.rule or None,
        "path": claim.path or None,
        **_made(claim),
        "evidence": quotes.numbers(claim.evidence),
    }


def _made(item: Zone | Claim) -> Json:
    """Return who made an item, unless the rules did, and what was decided about it."""
    verdict = item.verdict
    return {
        "made_by": None if item.made_by.kind is MakerKind.RULES else str(item.made_by),
        "verdict": verdict
        and {
            "kind": str(verdict.kind),
            "by": verdict.by,
            "on": _day(verdict.on),
            "note": verdict.note or None,
            "was": dict(verdict.was),
        },
    }


def _countries(zone_set: ZoneSet) -> dict[str, list[str]]:
    """Return what each country spoken of is called in English, and what else by others, by code."""
    codes = {code for claim in zone_set.claims for code in (claim.nationality, claim.speaks_for) if code}
    codes |= set(zone_set.accord.guarantors if zone_set.accord else ())
    return {code: list(country_names(code, zone_set.naming)) for code in sorted(codes)}


def _review(reviewed: Reviewed) -> Json:
    """Return by whom the texts were read and what people decided, in numbers."""
    told = reviewed.to_dict()
    keys = ("read_by", "by", "on", "accepted", "mended", "added", "undecided", "problems")
    return {key: told[key] for key in keys} | {"rejected": len(reviewed.rejected)}


def _unresolved(items: Iterable[Unresolved], quotes: QuotePool) -> list[Json]:
    return [
        {"text": item.text, "reason": item.reason, "evidence": quotes.numbers(item.evidence)}
        for item in items
    ]


def _passed_over(passed: PassedOver, quotes: QuotePool) -> Json:
    """Return a sentence with its reason; its text only where it is not what the quotation says."""
    told = [item.quote for item in passed.evidence]
    return {
        "text": None if told == [passed.text] else passed.text,
        "reason": str(passed.reason),
        "detail": passed.detail or None,
        "evidence": quotes.numbers(passed.evidence),
    }


def _accord(accord: Accord | None, quotes: QuotePool) -> Json | None:
    if accord is None:
        return None
    return {
        "guarantors": list(accord.guarantors),
        "signed": _day(accord.signed),
        "zones": accord.zones,
        "minimum_months": accord.minimum_months,
        "maps_due": _day(accord.maps_due),
        "evidence": quotes.numbers(accord.evidence),
    }


def _rings(shape: BaseGeometry) -> str | None:
    return None if shapely.is_empty(shape) else encode(quantised_rings(shape))


def _label_point(shapes: dict[str, BaseGeometry]) -> tuple[float, float] | None:
    there = [shape for shape in shapes.values() if not shapely.is_empty(shape)]
    return ground.widest_point(shapely.union_all(there)) if there else None


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
