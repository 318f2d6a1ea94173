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
    reason: str
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
            yield _piece(leaf, units, code, "whole", "whole", f"all of {_name(units, code)}")
        case Part(unit=code):
            yield _piece(
                leaf,
                units,
                code,
                "part",
                "part",
                f"a part of {_name(units, code)}, the text does not say which",
            )
        case Town(unit=code, name=name):
            yield _piece(leaf, units, code, "part", "town", f"{name} lies in {_name(units, code)}")
        case Region(name=name, units=codes):
            for code in codes:
                yield _piece(leaf, units, code, "part", "region", f"{name} lies in {_name(units, code)}")
        case Sector():
            yield from _sector(leaf, units)
        case Adjoining():
            yield from _adjoining(leaf, units, anchors)
        case Border():
            yield from _border(leaf, units)
        case Disc():
            circle = disc(lon=leaf.lon, lat=leaf.lat, radius_km=leaf.radius_km)
            yield from _shaped(
                leaf, units, circle, "disc", f"within {leaf.radius_km:g} km of {leaf.name or 'the centre'}"
            )
        case Side():
            yield from _side(leaf, units)
        case Route():
            yield from _route(leaf, units)
        case _:
            raise AreaError(f"{type(leaf).__name__} is not a leaf with units")


def _piece(
    leaf: Leaf, units: AdminUnits, code: str, extent: Literal["whole", "part"], rule: str, reason: str
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
            reason = f"bears {bearing:.0f}° from the seat of {name}, within {cone:g}° of {towards}"
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
            yield _piece(
                leaf, units, code, "part", "adjoining", f"{_name(units, code)} shares a border with {names}"
            )


def _border(leaf: Border, units: AdminUnits) -> Iterator[Piece]:
    country = leaf.country
    if country not in set(Neighbour):
        raise AreaError(f"no border with {country!r}; expected one of {', '.join(Neighbour)}")
    for code in leaf.within:
        _name(units, code)
    if leaf.depth_km is None and leaf.ends is None:
        for code in units.touching(country, Level.SUBDISTRICT):
            if not leaf.within or code.startswith(leaf.within):
                yield _piece(
                    leaf,
                    units,
                    code,
                    "part",
                    "border",
                    f"{_name(units, code)} touches the border with {country_name(country, units.naming)}",
                )
        return
    line = units.border(country)
    if line.is_empty:
        raise AreaError(f"no border with {country!r} in {units.source.title}")
    where = f"the border with {country_name(country, units.naming)}"
    if leaf.ends is not None:
        where += " between {} and {}".format(*(leaf.end_names or ("one point", "another")))
    if leaf.depth_km is None:
        stretch = line if leaf.ends is None else cut_between(line, leaf.ends)
        yield from _touching_line(leaf, units, stretch, where)
        return
    shape = (
        strip(line, depth_km=leaf.depth_km)
        if leaf.ends is None
        else square_strip(line, leaf.ends, depth_km=leaf.depth_km)
    )
    if leaf.within:
        shape = shapely.intersection(shape, units.union(leaf.within))
    yield from _shaped(leaf, units, shape, "border", f"within {leaf.depth_km:g} km of {where}")


def _touching_line(leaf: Border, units: AdminUnits, line: BaseGeometry, where: str) -> Iterator[Piece]:
    """Yield the sub-districts that touch a stretch of border: those of the country's that share over 100 m."""
    for code in units.touching(leaf.country, Level.SUBDISTRICT):
        own = units.border(leaf.country, [code])
        shared = shapely.intersection(own, shapely.buffer(line, 1e-6))
        if shapely.length(shared) > 0.001 and (not leaf.within or code.startswith(leaf.within)):
            yield _piece(leaf, units, code, "part", "border", f"{_name(units, code)} touches {where}")


def _side(leaf: Side, units: AdminUnits) -> Iterator[Piece]:
    """Yield the units on one side of a river: those it leaves whole as they are, those it cuts with their share."""
    bank = river_banks(leaf.river, units.outline, leaf.bearing)
    if leaf.within:
        bank = shapely.intersection(bank, units.union(leaf.within))
    where = f"lies {COMPASS[round(leaf.bearing / 45) % 8]} of the {leaf.river}"
    for piece in _shaped(leaf, units, bank, "side", where):
        own = units.geometry(piece.pcode)
        if piece.shape is not None and shapely.area(piece.shape) > _UNCUT * shapely.area(own):
            yield _piece(leaf, units, piece.pcode, "whole", "side", f"{_name(units, piece.pcode)} {where}")
        else:
            yield piece


def _route(leaf: Route, units: AdminUnits) -> Iterator[Piece]:
    line = road_line(leaf.road)
    where = f"within {leaf.depth_km:g} km of the {leaf.road}"
    if leaf.ends is None:
        shape = strip(line, depth_km=leaf.depth_km)
    else:
        shape = square_strip(line, leaf.ends, depth_km=leaf.depth_km)
        where += " between {} and {}".format(*(leaf.end_names or ("one point", "another")))
    if leaf.within:
        shape = shapely.intersection(shape, units.union(leaf.within))
    reason = f"{where}, its course approximate: straight from town to town"
    yield from _shaped(leaf, units, shape, "route", reason)


def _shaped(leaf: Leaf, units: AdminUnits, shape: BaseGeometry, rule: str, reason: str) -> Iterator[Piece]:
    codes, shapes = units.geometries(Level.SUBDISTRICT)
    shapely.prepare(shape)
    for code, own in zip(codes, shapes, strict=True):
        if shapely.intersects(shape, own):
            part = shapely.intersection(own, shape)
            if shapely.area(part) > 0:
                yield Piece(pcode=code, extent="part", rule=rule, reason=reason, span=leaf.span, shape=part)
