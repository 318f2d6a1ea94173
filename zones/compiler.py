"""From an area tree to units: which, whole or in part, by which rule, and why.

The rules are those of the project's design (`docs/reading.md`): whole, town, part, adjoining, sector, border,
disc, region; exceptions take out; limits stay in words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.measure import area_km2
from geodata.unit import Level
from geodata.units import AdminUnits
from zones.areas import Adjoining, Area, Except, Limit, Span, Union, leaves
from zones.cutting import LEAST_SHARE, polygons, subdistricts, without
from zones.reasons import Reasoned, Why, joined
from zones.rules import Piece, pieces_of

__all__ = ["Compiled", "Extent", "Membership", "compile_area"]

Extent = Literal["whole", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A unit in an area.

    Parameters
    ----------
    pcode
        The unit.
    extent
        ``"whole"`` or ``"part"``.
    rule
        The rule that chose it.
    share
        Share of it that a strip or disc covers, 0 to 1; None for every other rule.
    reason
        Why, in words.
    spans
        Where the text says so (character offsets).
    """

    pcode: str
    extent: Extent
    rule: str
    share: float | None
    reason: Reasoned
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What an area comes to on given boundaries.

    Parameters
    ----------
    members
        Final membership, by P-code; no unit stands beside one that contains it.
    limits
        What no boundary can settle.
    whole, part
        The geometry of each extent; disjoint, valid, possibly empty.
    """

    members: tuple[Membership, ...]
    limits: tuple[Limit, ...]
    whole: BaseGeometry
    part: BaseGeometry


@dataclass(slots=True)
class _State:
    """What is known of the sub-districts while a tree is worked through."""

    pieces: list[Piece] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)


def compile_area(area: Area, units: AdminUnits) -> Compiled:
    """Return the units, the geometry and the open limits of an area.

    Raises
    ------
    AreaError
        If the tree names a unit that these boundaries do not have.

    Examples
    --------
    >>> from zones.areas import Sector
    >>> north = compile_area(Sector(unit="SY04", bearing=0.0), AdminUnits.builtin())
    >>> [(m.pcode, m.extent) for m in north.members]
    [('SY040101', 'part'), ('SY040400', 'part'), ('SY040401', 'part')]
    """
    adjoins = any(isinstance(leaf, Adjoining) and not leaf.anchors for leaf in leaves(area))
    anchors = _anchors(area, units) if adjoins else ()
    state = _work(area, units, anchors)
    cover = _cover(state, units)
    members = _members(cover, units)
    whole, part = _geometry(cover, state, units)
    return Compiled(members=members, limits=tuple(state.limits), whole=whole, part=part)


def _anchors(area: Area, units: AdminUnits) -> tuple[str, ...]:
    """Return the whole units that "adjoining" refers to; without any, all other units named."""
    state = _work(area, units, None)
    whole = [p.pcode for p in state.pieces if p.extent == "whole"]
    return tuple(dict.fromkeys(whole or [p.pcode for p in state.pieces]))


def _work(area: Area, units: AdminUnits, anchors: tuple[str, ...] | None) -> _State:
    if isinstance(area, Union):
        state = _State()
        for part in area.areas:
            more = _work(part, units, anchors)
            state.pieces += more.pieces
            state.limits += more.limits
        return state
    if isinstance(area, Except):
        kept, minus = _work(area.area, units, anchors), _work(area.minus, units, anchors)
        pieces = without(kept.pieces, minus.pieces, units, in_words=bool(minus.limits))
        return _State(pieces, [*kept.limits, *minus.limits])
    if isinstance(area, Limit):
        return _State(limits=[area])
    return _State(pieces=list(pieces_of(area, units, anchors)))


@dataclass(slots=True)
class _Covered:
    """A sub-district in the area: its extent, and the pieces that put it there."""

    extent: Extent
    pieces: list[Piece]
    share: float | None = None


def _cover(state: _State, units: AdminUnits) -> dict[str, _Covered]:
    reached: dict[str, list[Piece]] = {}
    for piece in state.pieces:
        for code in subdistricts(piece.pcode, units):
            reached.setdefault(code, []).append(piece)
    cover: dict[str, _Covered] = {}
    for code, pieces in reached.items():
        share = _share(pieces, code, units)
        if share is not None and share <= LEAST_SHARE:
            continue
        telling = [p for p in pieces if (_share([p], code, units) or 1.0) > LEAST_SHARE] or pieces
        telling.sort(key=lambda p: p.extent != "whole")
        cover[code] = _Covered(telling[0].extent, telling, share)
    return cover


def _share(pieces: list[Piece], code: str, units: AdminUnits) -> float | None:
    """Return the share of a sub-district that shapes cover together; None if a piece puts all of it in."""
    shapes = [p.shape for p in pieces if p.shape is not None]
    if len(shapes) < len(pieces):
        return None
    own = units.geometry(code)
    return float(area_km2(shapely.intersection(own, shapely.union_all(shapes)))) / float(area_km2(own))


def _members(cover: dict[str, _Covered], units: AdminUnits) -> tuple[Membership, ...]:
    found: list[Membership] = []
    for unit in units.at_level(Level.GOVERNORATE):
        found += _emit(unit.pcode, cover, units)
    return tuple(sorted(found, key=lambda m: m.pcode))


def _emit(pcode: str, cover: dict[str, _Covered], units: AdminUnits) -> list[Membership]:
    inside = subdistricts(pcode, units)
    covered = [cover[s] for s in inside if s in cover]
    if not covered:
        return []
    above = [p for p in covered[0].pieces if pcode.startswith(p.pcode) and p.shape is None]
    same = len(covered) == len(inside) and len({c.extent for c in covered}) == 1
    if len(pcode) == 8 or (same and above):
        return [_membership(pcode, covered[0], above)]
    return [m for child in units.children(pcode) for m in _emit(child.pcode, cover, units)]


def _membership(pcode: str, covered: _Covered, above: list[Piece]) -> Membership:
    pieces = above or covered.pieces
    first = next((p for p in pieces if p.extent == covered.extent), pieces[0])
    spans = tuple(dict.fromkeys(p.span for p in [first, *pieces] if p.span is not None))
    reasons = list(dict.fromkeys(p.reason for p in [first, *pieces]))
    share = None if covered.share is None else round(covered.share, 4)
    if covered.share is not None:
        reasons.append(Why.SHARE.told(percent=f"{covered.share * 100:.0f}"))
    return Membership(
        pcode=pcode, extent=covered.extent, rule=first.rule, share=share, reason=joined(*reasons), spans=spans
    )


def _geometry(
    cover: dict[str, _Covered], state: _State, units: AdminUnits
) -> tuple[BaseGeometry, BaseGeometry]:
    whole = units.union([s for s, c in cover.items() if c.extent == "whole"])
    full = [s for s, c in cover.items() if c.extent == "part" and any(p.shape is None for p in c.pieces)]
    part = units.union(full)
    shapes = [p.shape for p in state.pieces if p.shape is not None]
    if shapes:
        clipped = shapely.intersection(shapely.union_all(shapes), units.outline)
        part = shapely.union_all([part, shapely.difference(clipped, whole)])
        part = polygons(part)
    return whole, part
