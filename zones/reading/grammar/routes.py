"""Phrases that measure along a road: "6 km north and 6 km south of the M4 between Jisr al-Shughur and Saraqib"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from zones.areas import DEEPEST_KM, Area, Limit, Route
from zones.reading.grammar.ends import end_positions
from zones.reading.grammar.parsed import Parsed, quoted
from zones.reading.grammar.unit_names import container, named_units
from zones.reading.lexicon import table, words
from zones.reading.numbers import Length, direction, length
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["OpenRoute", "bounded", "corridor_container", "road_container", "route"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoute(Limit):
    """A strip along a road that its own sentence does not bound; `bounded` makes a `Route` of it if another does.

    Parameters
    ----------
    road, depth_km
        As in `Route`.
    """

    road: str
    depth_km: float


def route(scan: Scan, at: int) -> Parsed | None:
    """Return a strip along a road that ends or a unit bound; without either, one that is still open."""
    start = scan.skip(
        at, words("units.determiners", "areas.amounts", "borders.strips", "mentions.kinds") | {"a", "of"}
    )
    measured = length(scan.words, start)
    if measured is None:
        return None
    depth, end = _each_side(scan, measured)
    end = _after_adjective(scan, end)
    road = table("limits")["roads"].get(scan.word(end))
    if road is None or not 0 < depth.km <= DEEPEST_KM:
        return None
    end = _other_side(scan, scan.skip(end + 1, words("limits.road_nouns")))
    ends = end_positions(scan, scan.skip(end, words("limits.before_ends")))
    after = ends.end if ends is not None else end
    inside = container(scan, after)
    if inside is None and ends is None:
        inside = _far_container(scan, after)
    if ends is None and inside is None:
        leaf = OpenRoute(
            road=str(road), depth_km=depth.km, label=f"{road} corridor", reason=Why.ROUTE_OPEN.told()
        )
        return quoted(scan, at, after, (leaf,))
    last = inside[1] if inside is not None else after
    found = Route(
        road=str(road),
        depth_km=depth.km,
        ends=ends.positions if ends is not None else None,
        end_names=ends.names if ends is not None else None,
        within=(inside[0],) if inside is not None else (),
        label=f"{road} corridor",
    )
    return quoted(scan, at, last, (found,))


def road_container(scan: Scan, at: int) -> tuple[str, str] | None:
    """Return a road and the unit it is said to run in (P-code): "the M4 highway in Syria's Idlib", "Idlib's M4"."""
    road = table("limits")["roads"].get(scan.word(at))
    if road is None:
        return None
    if scan.word(at - 1) == "'s":
        owner = next((name for name in scan.names.values() if name.end == at - 1), None)
        code = owner.code("governorate") if owner is not None else None
        return (str(road), code) if code is not None else None
    end = scan.skip(at + 1, words("limits.road_nouns") - {","})
    inside = container(scan, end) if scan.word(end) in words("limits.road_inside") else None
    return (str(road), inside[0]) if inside is not None else None


def corridor_container(scan: Scan, at: int) -> str | None:
    """Return the unit (P-code) of "the security corridor in Idlib province", if that stands at a position."""
    inside = container(scan, at + 1) if scan.word(at) == "corridor" and scan.word(at + 1) == "in" else None
    return inside[0] if inside is not None else None


def bounded(area: Area, containers: Mapping[str, str]) -> Area:
    """Return an area, with an open strip along a road bounded by the unit (P-code) that the road runs in."""
    if not isinstance(area, OpenRoute):
        return area
    code = containers.get(area.road)
    if code is None:
        return Limit(text=area.text, span=area.span, reason=area.reason)
    return Route(
        road=area.road,
        depth_km=area.depth_km,
        within=(code,),
        text=area.text,
        span=area.span,
        label=area.label,
    )


def _each_side(scan: Scan, first: Length) -> tuple[Length, int]:
    """Read on from "6 km" in "6 km to the north and 6 km to the south of the", "6 km deep on either side of the"."""
    depth, at = first, scan.skip(first.end, words("borders.either_side"))
    while (again := length(scan.words, at)) is not None:
        depth = again if again.km > depth.km else depth
        at = scan.skip(again.end, words("borders.either_side"))
    return depth, at


def _after_adjective(scan: Scan, at: int) -> int:
    """Pass over what a road is like: "the strategic M4"."""
    adjective = scan.word(at).isalpha() and not scan.tokens[at].capital if at < len(scan) else False
    return at + 1 if adjective and scan.word(at + 1) in table("limits")["roads"] else at


def _other_side(scan: Scan, at: int) -> int:
    """Read on in "6 km to the north of the M4 and 6 km to its south"."""
    again = length(scan.words, at + 1) if scan.word(at) == "and" else None
    if again is None:
        return at
    end = scan.skip(again.end, {"to", "its"})
    towards = direction(scan.words, end)
    return towards[1] if towards is not None and scan.word(end - 1) == "its" else at


def _far_container(scan: Scan, at: int) -> tuple[str, int] | None:
    """Read the unit in "[a corridor beside the M4] is to be laid out in Idlib province"."""
    for step in range(at, min(at + 10, len(scan))):
        if scan.word(step) in {".", ";"}:
            return None
        if scan.word(step) == "in" and named_units(scan, step + 1) is not None:
            return container(scan, step)
    return None
