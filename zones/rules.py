"""The rules that turn one leaf of an area tree into units, each a function of the leaf and the boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.borders import Neighbour
from geodata.lines import river_banks, road_line
from geodata.measure import BEARING_TOLERANCE_DEG, bearing_deg, turn_deg
from geodata.unit import Level
from geodata.units import AdminUnits
from zones.areas import (
    Adjoining,
    Area,
    Border,
    Disc,
    Leaf,
    Part,
    Region,
    Route,
    Sector,
    Side,
    Span,
    Town,
    Whole,
)
from zones.countries import country_name
from zones.errors import AreaError
from zones.reasons import Reasoned, Why
from zones.shapes import cut_between, disc, square_strip, strip

__all__ = ["COMPASS", "Piece", "pieces_of"]

COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_CONE = 45.0  # half the angle of a sector, in degrees
_WIDE_CONE = 67.5
_UNCUT = 0.995  # of a unit: more of it on one side of a river is all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A unit that a leaf puts into the area, whole or in part, or with a shape of its own."""

    pcode: str
    extent: Literal["whole", "part"]
    rule: str
    reason: Reasoned
    span: Span | None = None
    shape: BaseGeometry | None = None


def pieces_of(leaf: Area, units: AdminUnits, anchors: tuple[str, ...] | None) -> Iterator[Piece]:
    """Yield the units of a leaf.

    Parameters
    ----------
    leaf
        The leaf.
    units
        The boundaries.
    anchors
        The zone's whole units, which "adjoining" refers to; None while they are being gathered.

    Raises
    ------
    AreaError
        If these boundaries do not have a unit that the leaf names.
    """
    match leaf:
        case Whole(unit=code):
            yield _piece(leaf, units, code, "whole", "whole", Why.WHOLE.told(unit=_name(units, code)))
        case Part(unit=code):
            yield _piece(leaf, units, code, "part", "part", Why.PART.told(unit=_name(units, code)))
        case Town(unit=code, name=name):
            yield _piece(
                leaf, units, code, "part", "town", Why.INSIDE.told(name=name, unit=_name(units, code))
            )
        case Region(name=name, units=codes):
            for code in codes:
                yield _piece(
                    leaf, units, code, "part", "region", Why.INSIDE.told(name=name, unit=_name(units, code))
                )
        case Sector():
            yield from _sector(leaf, units)
        case Adjoining():
            yield from _adjoining(leaf, units, anchors)
        case Border():
            yield from _border(leaf, units)
        case Disc():
            circle = disc(lon=leaf.lon, lat=leaf.lat, radius_km=leaf.radius_km)
            reason = Why.DISC.told(km=f"{leaf.radius_km:g}", name=leaf.name or Why.CENTRE)
            yield from _shaped(leaf, units, circle, "disc", reason)
        case Side():
            yield from _side(leaf, units)
        case Route():
            yield from _route(leaf, units)
        case _:
            raise AreaError(f"{type(leaf).__name__} is not a leaf with units")


def _piece(
    leaf: Leaf, units: AdminUnits, code: str, extent: Literal["whole", "part"], rule: str, reason: Reasoned
) -> Piece:
    return Piece(pcode=code, extent=extent, rule=rule, reason=reason, span=leaf.span)


def _name(units: AdminUnits, code: str) -> str:
    if code not in units:
        raise AreaError(f"no unit {code!r} in {units.source.title}; expected an OCHA P-code such as SY07")
    unit = units[code]
    return f"{unit.name} {unit.level}"


def _sector(leaf: Sector, units: AdminUnits) -> Iterator[Piece]:
    name = _name(units, leaf.unit)
    lon, lat = units.seat(leaf.unit)
    home = units.nearest(lon=lon, lat=lat)
    seen = []
    for unit in units.descendants(leaf.unit, Level.SUBDISTRICT):
        if home is not None and unit.pcode == home[0].pcode:
            continue
        to_lon, to_lat = units.representative_point(unit.pcode)
        bearing = bearing_deg(lon=lon, lat=lat, to_lon=to_lon, to_lat=to_lat)
        seen.append((turn_deg(bearing, leaf.bearing), bearing, unit.pcode))
    near = any(turn <= _CONE + BEARING_TOLERANCE_DEG for turn, _, _ in seen)
    cone = _CONE if near else _WIDE_CONE
    towards = COMPASS[round(leaf.bearing / 45) % 8]
    for turn, bearing, code in seen:
        if turn <= cone + BEARING_TOLERANCE_DEG:
            reason = Why.SECTOR.told(degrees=f"{bearing:.0f}", unit=name, cone=f"{cone:g}", bearing=towards)
            yield _piece(leaf, units, code, "part", "sector", reason)


def _adjoining(leaf: Adjoining, units: AdminUnits, anchors: tuple[str, ...] | None) -> Iterator[Piece]:
    for code in (*leaf.within, *leaf.anchors):
        _name(units, code)
    next_to = leaf.anchors or anchors
    if not next_to:
        return
    within = leaf.within or tuple(u.pcode for u in units.at_level(Level.GOVERNORATE))
    names = ", ".join(units[a].name for a in next_to[:4])
    for code in units.neighbours_of(next_to, Level(leaf.level)):
        if code.startswith(within) and not code.startswith(next_to):
            reason = Why.ADJOINING.told(unit=_name(units, code), units=names)
            yield _piece(leaf, units, code, "part", "adjoining", reason)


def _border(leaf: Border, units: AdminUnits) -> Iterator[Piece]:
    country = leaf.country
    if country not in set(Neighbour):
        raise AreaError(f"no border with {country!r}; expected one of {', '.join(Neighbour)}")
    for code in leaf.within:
        _name(units, code)
    beyond = country_name(country, units.naming)
    if leaf.depth_km is None and leaf.ends is None:
        for code in units.touching(country, Level.SUBDISTRICT):
            if not leaf.within or code.startswith(leaf.within):
                reason = Why.TOUCHING.told(unit=_name(units, code), country=beyond)
                yield _piece(leaf, units, code, "part", "border", reason)
        return
    line = units.border(country)
    if line.is_empty:
        raise AreaError(f"no border with {country!r} in {units.source.title}")
    if leaf.depth_km is None:
        stretch = line if leaf.ends is None else cut_between(line, leaf.ends)
        yield from _touching_line(leaf, units, stretch, beyond)
        return
    shape = (
        strip(line, depth_km=leaf.depth_km)
        if leaf.ends is None
        else square_strip(line, leaf.ends, depth_km=leaf.depth_km)
    )
    if leaf.within:
        shape = shapely.intersection(shape, units.union(leaf.within))
    reason = _bounded(leaf, Why.STRIP, Why.STRIP_BETWEEN, km=f"{leaf.depth_km:g}", country=beyond)
    yield from _shaped(leaf, units, shape, "border", reason)


def _bounded(leaf: Border | Route, endless: Why, between: Why, **slots: str) -> Reasoned:
    """Return the reason of a strip or stretch, with its ends if it has any."""
    if leaf.ends is None:
        return endless.told(**slots)
    name, other = leaf.end_names or (Why.ONE_POINT, Why.ANOTHER)
    return between.told(name=name, other=other, **slots)


def _touching_line(leaf: Border, units: AdminUnits, line: BaseGeometry, beyond: str) -> Iterator[Piece]:
    """Yield the sub-districts that touch a stretch of border: those of the country's that share over 100 m."""
    for code in units.touching(leaf.country, Level.SUBDISTRICT):
        own = units.border(leaf.country, [code])
        shared = shapely.intersection(own, shapely.buffer(line, 1e-6))
        if shapely.length(shared) > 0.001 and (not leaf.within or code.startswith(leaf.within)):
            unit = _name(units, code)
            reason = _bounded(leaf, Why.TOUCHING, Why.TOUCHING_BETWEEN, unit=unit, country=beyond)
            yield _piece(leaf, units, code, "part", "border", reason)


def _side(leaf: Side, units: AdminUnits) -> Iterator[Piece]:
    """Yield the units on one side of a river: those it leaves whole as they are, those it cuts with their share."""
    bank = river_banks(leaf.river, units.outline, leaf.bearing)
    if leaf.within:
        bank = shapely.intersection(bank, units.union(leaf.within))
    where = {"bearing": COMPASS[round(leaf.bearing / 45) % 8], "river": leaf.river}
    for piece in _shaped(leaf, units, bank, "side", Why.SIDE.told(**where)):
        own = units.geometry(piece.pcode)
        if piece.shape is not None and shapely.area(piece.shape) > _UNCUT * shapely.area(own):
            reason = Why.SIDE_WHOLE.told(unit=_name(units, piece.pcode), **where)
            yield _piece(leaf, units, piece.pcode, "whole", "side", reason)
        else:
            yield piece


def _route(leaf: Route, units: AdminUnits) -> Iterator[Piece]:
    line = road_line(leaf.road)
    if leaf.ends is None:
        shape = strip(line, depth_km=leaf.depth_km)
    else:
        shape = square_strip(line, leaf.ends, depth_km=leaf.depth_km)
    if leaf.within:
        shape = shapely.intersection(shape, units.union(leaf.within))
    reason = _bounded(leaf, Why.ROUTE, Why.ROUTE_BETWEEN, km=f"{leaf.depth_km:g}", road=leaf.road)
    yield from _shaped(leaf, units, shape, "route", reason)


def _shaped(
    leaf: Leaf, units: AdminUnits, shape: BaseGeometry, rule: str, reason: Reasoned
) -> Iterator[Piece]:
    codes, shapes = units.geometries(Level.SUBDISTRICT)
    shapely.prepare(shape)
    for code, own in zip(codes, shapes, strict=True):
        if shapely.intersects(shape, own):
            part = shapely.intersection(own, shape)
            if shapely.area(part) > 0:
                yield Piece(pcode=code, extent="part", rule=rule, reason=reason, span=leaf.span, shape=part)
