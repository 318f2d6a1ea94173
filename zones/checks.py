"""What a text says about space in passing, held against the geometry: "which neighbours Turkey", "the largest"."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.measure import area_km2, bearing_deg, geometry_distance_km, turn_deg
from geodata.unit import Level
from geodata.units import AdminUnits
from zones.areas import Border
from zones.compiler import Compiled
from zones.countries import country_name
from zones.reading.grammar import border_reference
from zones.reading.grammar.border_names import NEIGHBOURS
from zones.reading.lexicon import words
from zones.reading.numbers import direction
from zones.reading.scan import Scan
from zones.reading.zone_draft import Passing
from zones.reasons import Reasoned, Why, joined

__all__ = ["Finding", "check_border", "check_remark", "check_size"]

_NEAR_KM = 30.0
_CONE = 45.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement and what the geometry says to it."""

    text: str
    holds: bool | None
    detail: Reasoned
    span: tuple[int, int]


def check_remark(remark: Passing, compiled: Compiled, units: AdminUnits) -> Finding | None:
    """Return what a remark in passing comes to, or None if it says nothing of space."""
    scan, start, end = remark.scan, remark.start, remark.end
    unit = getattr(remark.leaf, "unit", None)
    codes = (unit,) if unit is not None else tuple(m.pcode for m in compiled.members)
    shape = units.union(codes) if codes else compiled.part
    start = scan.skip(start, {",", "("})
    text, span = scan.text(start, end).strip(" ,()"), scan.span(start, end)
    for at in range(start, end):
        word = scan.word(at)
        nation = scan.nations.get(scan.skip(at + 1, {"on", "with", "the", "to"}))
        if word in words("borders.touching") and nation is not None and nation.code in NEIGHBOURS:
            return _touches(text, span, nation.code, codes, units)
        reference = (
            border_reference(scan, scan.skip(at + 1, {"to", "the"}))
            if word in words("borders.close")
            else None
        )
        if reference is not None:
            return _near_border(text, span, reference[0], shape, units)
        towards = direction(scan.words, at)
        if towards is not None and scan.word(towards[1]) == "of":
            return _bears(scan, text, span, towards, end, shape, units)
        name = scan.names.get(scan.skip(at + 1, {"the"})) if word in {"in", "of"} else None
        if name is not None and name.region is not None:
            return _inside(text, span, name.region.units, compiled, units)
    return None


def _touches(
    text: str, span: tuple[int, int], country: str, codes: tuple[str, ...], units: AdminUnits
) -> Finding:
    wanted = {u.pcode for c in codes for u in units.descendants(c, Level.SUBDISTRICT)}
    hits = [c for c in units.touching(country) if c in wanted]
    names = ", ".join(units[c].name for c in codes[:3])
    beyond = country_name(country, units.naming)
    detail = Why.SUBDISTRICTS_TOUCH.told(count=len(hits), name=names, country=beyond)
    return Finding(text, bool(hits), detail, span)


def _near_border(
    text: str, span: tuple[int, int], countries: tuple[str, ...], shape: BaseGeometry, units: AdminUnits
) -> Finding:
    far: dict[str, float] = {}
    point = shapely.point_on_surface(shape)
    for country in countries:
        line = units.border(country)
        if line.is_empty:
            continue
        gap = (
            0.0
            if shapely.distance(shape, line) < 1e-9
            else geometry_distance_km(lon=point.x, lat=point.y, geometry=line)
        )
        far[country] = gap
    if not far:
        return Finding(text, None, Why.NO_BORDER.told(), span)
    told = [
        Why.FROM_BORDER.told(km=f"{km:.0f}", country=country_name(c, units.naming)) for c, km in far.items()
    ]
    return Finding(text, all(km <= _NEAR_KM for km in far.values()), joined(*told), span)


def _bears(
    scan: Scan,
    text: str,
    span: tuple[int, int],
    towards: tuple[float, int],
    end: int,
    shape: BaseGeometry,
    units: AdminUnits,
) -> Finding | None:
    name = next((n for at, n in scan.names.items() if towards[1] < at < end), None)
    capital = "capital" in scan.words[towards[1] : end]
    if name is None and not capital:
        return None
    best = (name.unit("town") or name.unit("governorate")) if name is not None else None
    lon, lat = (best.lon, best.lat) if best is not None else units.seat("SY01")
    centre = shapely.centroid(shape)
    bearing = bearing_deg(lon=lon, lat=lat, to_lon=centre.x, to_lat=centre.y)
    where = name.text if name is not None else Why.CAPITAL
    detail = Why.BEARS.told(degrees=f"{bearing:.0f}", name=where)
    return Finding(text, turn_deg(bearing, towards[0]) <= _CONE, detail, span)


def _inside(
    text: str, span: tuple[int, int], region: tuple[str, ...], compiled: Compiled, units: AdminUnits
) -> Finding:
    mine = shapely.union_all([compiled.whole, compiled.part])
    total = float(area_km2(mine))
    inside = float(area_km2(shapely.intersection(mine, units.union(region)))) if total else 0.0
    share = inside / total if total else 0.0
    detail = Why.SHARE_THERE.told(percent=f"{share * 100:.0f}")
    return Finding(text, share > 0.95 if total else None, detail, span)


def check_size(key: str, mine: float, others: tuple[float, ...]) -> tuple[bool | None, Reasoned]:
    """Return whether a zone is the largest or smallest of all, and the figures; areas in km2."""
    if not others:
        return None, Why.SIZE_ALONE.told(area=f"{mine:,.0f}")
    largest = key in {"largest", "biggest"}
    holds = mine > max(others) if largest else mine < min(others)
    rival = max(others) if largest else min(others)
    return holds, Why.SIZE.told(area=f"{mine:,.0f}", other=f"{rival:,.0f}")


def check_border(leaf: Border, compiled: Compiled, units: AdminUnits) -> Finding | None:
    """Return whether all units chosen along a border touch it."""
    if leaf.span is None or leaf.depth_km is not None:
        return None
    touching = set(units.touching(leaf.country))
    codes = [m.pcode for m in compiled.members if m.rule == "border"]
    hits = [c for c in codes if c in touching]
    line = units.border(leaf.country, codes) if codes else shapely.LineString()
    km = _length_km(line)
    beyond = country_name(leaf.country, units.naming)
    detail = Why.UNITS_TOUCH.told(count=len(hits), total=len(codes), country=beyond, km=f"{km:.0f}")
    return Finding(leaf.text, bool(codes) and len(hits) == len(codes), detail, leaf.span)


def _length_km(line: BaseGeometry) -> float:
    import numpy as np  # noqa: PLC0415

    from geodata.measure import segment_km  # noqa: PLC0415

    total = 0.0
    for part in shapely.get_parts(line):
        xy = shapely.get_coordinates(part)
        if len(xy) > 1:
            total += float(np.sum(segment_km(np.column_stack([xy[:-1], xy[1:]]))))
    return total
