"""Zones, members, units, claims, evidence and sentences passed over as GeoDataFrames, WGS 84."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.unit import Level
from geodata.wgs84 import WGS84

if TYPE_CHECKING:
    from zones.claims import Claim
    from zones.evidence import Evidence
    from zones.zone import Zone
    from zones.zone_set import Layer, ZoneSet

__all__ = ["to_gdf"]


def to_gdf(zone_set: ZoneSet, layer: Layer) -> gpd.GeoDataFrame:
    """Return one layer, in EPSG:4326 with longitude first.

    Parameters
    ----------
    zone_set
        The zones.
    layer
        ``zones``: a row for each zone and extent; ``members``: one for each member; ``units``: one for each of
        the 272 sub-districts with the zones it lies in; ``claims``: one for each claim, at a point of its zone;
        ``evidence``: one for each quotation and what rests on it; ``passed_over``: one for each sentence from
        which nothing was made, with the reason; both without geometry.
    """
    rows, shapes = _LAYERS[layer](zone_set)
    return gpd.GeoDataFrame(rows or {"id": []}, geometry=shapes, crs=WGS84)


_Rows: TypeAlias = tuple[list[dict[str, Any]], Sequence[BaseGeometry | None]]


def _zones(zone_set: ZoneSet) -> _Rows:
    rows: list[dict[str, Any]] = []
    shapes: list[BaseGeometry] = []
    standing = [s.to_dict() for s in zone_set.standing()]
    claims: dict[str | None, list[dict[str, Any]]] = {c.zone: [] for c in zone_set.claims}
    for claim in zone_set.claims:
        claims[claim.zone].append(claim.to_dict())
    for zone in zone_set.zones:
        told = zone.to_dict()
        for extent, shape in (("whole", zone.whole), ("part", zone.part)):
            if shape.is_empty:
                continue
            rows.append(
                {
                    "id": f"{zone.id}-{extent}",
                    "zone": zone.id,
                    "name": zone.name,
                    "kind": zone.kind or None,
                    "extent": extent,
                    "area_km2": zone.area_km2.whole if extent == "whole" else zone.area_km2.part,
                    "members": [m.to_dict() for m in zone.members if m.extent == extent],
                    "unresolved": told["unresolved"],
                    "unread": told["unread"],
                    "checks": told["checks"],
                    "differs": told["differs"],
                    **_made(zone),
                    "evidence": told["evidence"],
                    "claims": claims.get(zone.id, []),
                    "standing": [s for s in standing if s["zone"] == zone.id],
                }
            )
            shapes.append(shape)
    return rows, shapes


def _members(zone_set: ZoneSet) -> _Rows:
    rows: list[dict[str, Any]] = []
    shapes: list[BaseGeometry] = []
    for zone in zone_set.zones:
        for member in zone.members:
            shape = zone_set.units.geometry(member.pcode)
            if member.share is not None:
                shape = shapely.intersection(shape, zone.part)
            rows.append(
                {
                    "id": f"{zone.id}-{member.pcode}",
                    "zone": zone.id,
                    "zone_name": zone.name,
                    **member.to_dict(),
                }
            )
            shapes.append(shape)
    return rows, shapes


def _units(zone_set: ZoneSet) -> _Rows:
    rows: list[dict[str, Any]] = []
    units = zone_set.units
    for unit in units.at_level(Level.SUBDISTRICT):
        chain = units.chain(unit.pcode)
        inside = [
            {"zone": z.id, "extent": m.extent, "rule": m.rule, "share": m.share}
            for z in zone_set.zones
            for m in z.members
            if unit.pcode.startswith(m.pcode)
        ]
        rows.append(
            {
                "id": unit.pcode,
                "pcode": unit.pcode,
                "name": unit.name,
                "name_ar": unit.name_ar,
                "district": chain[1].pcode,
                "district_name": chain[1].name,
                "governorate": chain[0].pcode,
                "governorate_name": chain[0].name,
                "zones": inside,
            }
        )
    return rows, list(units.geometries(Level.SUBDISTRICT)[1])


def _made(item: Zone | Claim) -> dict[str, str | None]:
    """Return who made an item and what was decided about it, in words."""
    return {"made_by": str(item.made_by), "verdict": str(item.verdict) if item.verdict else None}


def _claims(zone_set: ZoneSet) -> _Rows:
    """Claims about a zone lie at a point inside it; those about none have no geometry."""
    points = {z.id: shapely.point_on_surface(z.geometry()) for z in zone_set.zones}
    rows = [
        {**c.to_dict(), **_made(c), "nationality_name": zone_set.country(c.nationality)}
        for c in zone_set.claims
    ]
    return rows, [points.get(c.zone or "") for c in zone_set.claims]


def _evidence(zone_set: ZoneSet) -> _Rows:
    rows: list[dict[str, Any]] = []
    documents = {d.id: d.to_dict() for d in zone_set.documents}
    for subject, subject_id, evidence in _uses(zone_set):
        for number, quotation in enumerate(evidence, 1):
            document = documents.get(quotation.document, {})
            rows.append(
                {
                    "id": f"{subject}-{subject_id}-{number}",
                    "subject": subject,
                    "subject_id": subject_id,
                    **quotation.to_dict(),
                    "document_title": document.get("title"),
                    "publisher": document.get("publisher"),
                    "published": document.get("published"),
                }
            )
    return rows, [None] * len(rows)


def _uses(zone_set: ZoneSet) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """Yield whatever rests on quotations: its sort, its id and the quotations."""
    for zone in zone_set.zones:
        yield "zone", zone.id, zone.evidence
        for member in zone.members:
            yield "member", f"{zone.id}-{member.pcode}", member.evidence
        for number, limit in enumerate(zone.unresolved, 1):
            yield "unresolved", f"{zone.id}-{number}", limit.evidence
        for number, words in enumerate(zone.unread, 1):
            yield "unread", f"{zone.id}-{number}", words.evidence
        for number, check in enumerate(zone.checks, 1):
            yield "check", f"{zone.id}-{number}", check.evidence
    for claim in zone_set.claims:
        yield "claim", claim.id, claim.evidence
    for number, limit in enumerate(zone_set.unresolved, 1):
        yield "unresolved", f"any-{number}", limit.evidence
    if zone_set.accord is not None:
        yield "accord", "accord", zone_set.accord.evidence


def _passed_over(zone_set: ZoneSet) -> _Rows:
    """Ids sort as the sentences stand in the documents."""
    digits = len(str(len(zone_set.passed_over)))
    rows = [
        {"id": f"passed-over-{number:0{digits}}", **passed.to_dict()}
        for number, passed in enumerate(zone_set.passed_over, 1)
    ]
    return rows, [None] * len(rows)


_LAYERS = {
    "zones": _zones,
    "members": _members,
    "units": _units,
    "claims": _claims,
    "evidence": _evidence,
    "passed_over": _passed_over,
}
