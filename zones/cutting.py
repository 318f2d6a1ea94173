"""Taking one area from another: units exactly, strips and discs by their line, vague parts as a doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.measure import area_km2
from geodata.unit import Level
from geodata.units import AdminUnits
from zones.reasons import Why, joined
from zones.rules import Piece

__all__ = ["LEAST_SHARE", "polygons", "subdistricts", "without"]

LEAST_SHARE = 0.01  # a strip or disc has the sub-districts that it covers by more than 1 %
_NOISE = 1e-9  # a neighbour's edge, rounded, may lie this much of a unit inside it


def without(
    pieces: Iterable[Piece], minus: Sequence[Piece], units: AdminUnits, *, in_words: bool
) -> list[Piece]:
    """Return pieces without others.

    Parameters
    ----------
    pieces, minus
        What there is and what is taken out.
    units
        The boundaries.
    in_words
        Whether something is taken out that no boundary settles: then every whole unit is in doubt.
    """
    codes = [(piece, code) for piece in minus for code in subdistricts(piece.pcode, units)]
    vague = {code for piece, code in codes if piece.rule == "part"}
    gone = {code for piece, code in codes if piece.rule != "part" and piece.shape is None}
    kept = [q for piece in pieces for q in _without(piece, gone, units)]
    if in_words:
        vague |= {code for piece in kept for code in subdistricts(piece.pcode, units)}
    kept = [q for piece in kept for q in _doubted(piece, vague, units)]
    for shape in (piece.shape for piece in minus if piece.shape is not None):
        kept = [q for piece in kept for q in _cut(piece, shape, units)]
    return kept


def subdistricts(pcode: str, units: AdminUnits) -> tuple[str, ...]:
    """Return the codes of all sub-districts of a unit, itself if it is one."""
    return tuple(u.pcode for u in units.descendants(pcode, Level.SUBDISTRICT))


def _split(piece: Piece, units: AdminUnits) -> list[Piece]:
    return [replace(piece, pcode=child.pcode) for child in units.children(piece.pcode)]


def _without(piece: Piece, gone: set[str], units: AdminUnits) -> list[Piece]:
    inside = subdistricts(piece.pcode, units)
    taken = [s for s in inside if s in gone]
    if not taken:
        return [piece]
    if len(taken) == len(inside):
        return []
    return [q for child in _split(piece, units) for q in _without(child, gone, units)]


def _doubted(piece: Piece, vague: set[str], units: AdminUnits) -> list[Piece]:
    inside = subdistricts(piece.pcode, units)
    doubted = [s for s in inside if s in vague]
    if not doubted or piece.extent == "part":
        return [piece]
    if len(doubted) == len(inside):
        reason = joined(piece.reason, Why.PERHAPS_EXCEPTED.told())
        return [replace(piece, extent="part", reason=reason)]
    return [q for child in _split(piece, units) for q in _doubted(child, vague, units)]


def _cut(piece: Piece, shape: BaseGeometry, units: AdminUnits) -> list[Piece]:
    """Take a strip or disc from a piece; units it crosses become parts with the rest as their shape."""
    if piece.shape is not None:
        rest = shapely.difference(piece.shape, shape)
        return [] if rest.is_empty else [replace(piece, shape=rest)]
    own = units.geometry(piece.pcode)
    share = float(area_km2(shapely.intersection(own, shape))) / float(area_km2(own))
    if share < _NOISE:
        return [piece]
    if len(piece.pcode) < 8:
        return [q for child in _split(piece, units) for q in _cut(child, shape, units)]
    left = polygons(shapely.difference(own, shape))
    if shapely.is_empty(left):
        return []
    excepted = Why.EXCEPTED if share >= LEAST_SHARE else Why.HARDLY_EXCEPTED
    reason = joined(piece.reason, excepted.told(percent=f"{share * 100:.0f}"))
    return [replace(piece, extent="part", shape=left, reason=reason)]


def polygons(geometry: BaseGeometry) -> BaseGeometry:
    """Return a geometry's polygons alone, without lines and points left by a cut."""
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon" and p.area > 0]
    return shapely.union_all(parts) if parts else shapely.Polygon()
