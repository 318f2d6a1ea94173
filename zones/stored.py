"""A reading as JSON and back, exactly; bytes that are damaged, or made from something else, count as none.

Geometry is stored as WKB only where units do not give it. Names of units and countries are stored as codes in braces
(`Naming.CODES`), and filled in as the units at hand have them.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Mapping
from typing import Any

import shapely

from geodata.units import AdminUnits
from zones.accord import Accord
from zones.claims import Claim
from zones.countries import country_name
from zones.documents import Document
from zones.from_rows import accord_from, claim_from, day_from, passed_over_from, unresolved_from, zone_from
from zones.passed_over import PassedOver
from zones.text.blocks import Block, BlockKind
from zones.zone import Unresolved, Zone

__all__ = ["Content", "packed", "unpacked"]

_log = logging.getLogger(__name__)
_FORMAT = 4
_CODE = re.compile(r"\{(SY(?:\d\d){1,3}|[A-Z]{2})\}")
_UNUSABLE = (
    ValueError,
    KeyError,
    TypeError,
    RuntimeError,
    AttributeError,
    shapely.errors.ShapelyError,
)

Content = tuple[
    tuple[Document, ...],
    tuple[Zone, ...],
    tuple[Claim, ...],
    tuple[Unresolved, ...],
    Accord | None,
    tuple[PassedOver, ...],
]
"""What a reading comes to: documents, zones, claims, limits of no zone, accord, sentences passed over."""


def packed(key: str, content: Content) -> bytes:
    """Return a reading as JSON, under a key that tells what it was made from; the same bytes each time."""
    told = json.dumps({"key": f"{_FORMAT} {key}", "content": _plain(content)}, ensure_ascii=False, indent=1)
    return f"{told}\n".encode()


def unpacked(data: bytes, key: str, units: AdminUnits) -> Content | None:
    """Return the reading of such bytes, or None if they are damaged or were made from something else."""
    try:
        stored = json.loads(data.decode("utf-8"))
        if stored["key"] != f"{_FORMAT} {key}":
            return None
        return _content(stored["content"], units)
    except _UNUSABLE as error:
        _log.info("a stored reading is not usable (%s)", error)
        return None


def _plain(content: Content) -> dict[str, Any]:
    documents, zones, claims, unresolved, accord, passed_over = content
    return {
        "documents": [
            {**d.to_dict(), "text": d.text, "blocks": [[b.start, b.end, b.kind] for b in d.blocks]}
            for d in documents
        ],
        "zones": [{**_unmarked(z.to_dict()), "shapes": _shapes(z)} for z in zones],
        "claims": [_unmarked(c.to_dict()) for c in claims],
        "unresolved": [u.to_dict() for u in unresolved],
        "accord": accord.to_dict() if accord else None,
        "passed_over": [p.to_dict() for p in passed_over],
    }


def _shapes(zone: Zone) -> list[str] | None:
    """Return the geometry of both extents, or None where the units make it up."""
    if all(m.share is None for m in zone.members):
        return None
    return [shapely.to_wkb(zone.whole, hex=True), shapely.to_wkb(zone.part, hex=True)]


def _content(stored: Mapping[str, Any], units: AdminUnits) -> Content:
    accord = stored["accord"]
    return (
        tuple(_document(d) for d in stored["documents"]),
        tuple(_zone(z, units) for z in stored["zones"]),
        tuple(claim_from(c) for c in stored["claims"]),
        unresolved_from(stored["unresolved"]),
        accord_from(accord) if accord else None,
        tuple(passed_over_from(p) for p in stored["passed_over"]),
    )


def _document(row: dict[str, Any]) -> Document:
    blocks = tuple(Block(start, end, BlockKind(kind)) for start, end, kind in row["blocks"])
    told = {"published": day_from(row["published"]), "notes": tuple(row["notes"])}
    return Document(**{**row, **told, "blocks": blocks})


def _zone(stored: dict[str, Any], units: AdminUnits) -> Zone:
    row = _with_names(stored, units)
    if row["shapes"] is not None:
        told = shapely.from_wkb(row["shapes"])
        return zone_from(row, told[0], told[1])
    codes = {
        extent: [m["pcode"] for m in row["members"] if m["extent"] == extent] for extent in ("whole", "part")
    }
    return zone_from(row, units.union(codes["whole"]), units.union(codes["part"]))


def _with_names(row: dict[str, Any], units: AdminUnits) -> dict[str, Any]:
    """Return a zone with names for the codes in what is told of it; its quotations are as they are."""

    def name(found: re.Match[str]) -> str:
        code = found[1]
        return units[code].name if code in units else country_name(code, units.naming)

    def filled(items: Iterable[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
        return [{**item, **{key: _CODE.sub(name, item[key]) for key in keys}} for item in items]

    return {
        **row,
        "members": filled(row["members"], "name", "reason"),
        "checks": filled(row["checks"], "detail"),
        "unresolved": filled(row["unresolved"], "reason"),
        "unread": filled(row["unread"], "reason"),
        "differs": [_CODE.sub(name, told) for told in row["differs"]],
    }


def _unmarked(row: dict[str, object]) -> dict[str, object]:
    """Return an item without who made it: what is stored is read by the rules, and by nobody else."""
    return {key: value for key, value in row.items() if key not in {"made_by", "verdict"}}
