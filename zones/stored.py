"""A reading as JSON and back, exactly; bytes that are damaged, or made from something else, count as none.

Geometry is stored as WKB only where units do not give it.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

import shapely

from geodata.units import AdminUnits
from zones.accord import Accord
from zones.claims import Claim
from zones.documents import Document
from zones.evidence import Evidence
from zones.passed_over import PassedOver, Reason
from zones.status import Status
from zones.text.blocks import Block, BlockKind
from zones.zone import AreaKm2, Check, Member, Unresolved, Zone

__all__ = ["Content", "packed", "unpacked"]

_log = logging.getLogger(__name__)
_FORMAT = 2
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
        "zones": [{**z.to_dict(), "shapes": _shapes(z)} for z in zones],
        "claims": [c.to_dict() for c in claims],
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
        tuple(_claim(c) for c in stored["claims"]),
        tuple(_unresolved(u) for u in stored["unresolved"]),
        _accord(accord) if accord else None,
        tuple(_passed_over(p) for p in stored["passed_over"]),
    )


def _evidence(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**row) for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _document(row: dict[str, Any]) -> Document:
    blocks = tuple(Block(start, end, BlockKind(kind)) for start, end, kind in row["blocks"])
    return Document(**{**row, "published": _day(row["published"]), "blocks": blocks})


def _unresolved(row: dict[str, Any]) -> Unresolved:
    return Unresolved(**{**row, "evidence": _evidence(row["evidence"])})


def _passed_over(row: dict[str, Any]) -> PassedOver:
    told = {"reason": Reason(row["reason"]), "detail": row["detail"] or ""}
    return PassedOver(**{**row, **told, "evidence": _evidence(row["evidence"])})


def _zone(row: dict[str, Any], units: AdminUnits) -> Zone:
    members = tuple(Member(**{**m, "evidence": _evidence(m["evidence"])}) for m in row["members"])
    if row["shapes"] is None:
        whole = units.union([m.pcode for m in members if m.extent == "whole"])
        part = units.union([m.pcode for m in members if m.extent == "part"])
    else:
        told = shapely.from_wkb(row["shapes"])
        whole, part = told[0], told[1]
    return Zone(
        id=row["id"], name=row["name"], kind=row["kind"] or "", members=members,
        unresolved=tuple(_unresolved(u) for u in row["unresolved"]),
        unread=tuple(_unresolved(u) for u in row["unread"]),
        checks=tuple(Check(**{**c, "evidence": _evidence(c["evidence"])}) for c in row["checks"]),
        area_km2=AreaKm2(**row["area_km2"]), evidence=_evidence(row["evidence"]), whole=whole, part=part,
        differs=tuple(row["differs"]),
    )  # fmt: skip


def _claim(row: dict[str, Any]) -> Claim:
    return Claim(
        **{
            **row,
            **{key: row[key] or "" for key in ("place_relation", "rule", "path")},
            "status": Status(row["status"]),
            "said_on": _day(row["said_on"]),
            "evidence": _evidence(row["evidence"]),
        }
    )


def _accord(row: dict[str, Any]) -> Accord:
    return Accord(
        guarantors=tuple(row["guarantors"]), signed=_day(row["signed"]), zones=row["zones"],
        minimum_months=row["minimum_months"], maps_due=_day(row["maps_due"]), evidence=_evidence(row["evidence"]),
    )  # fmt: skip
