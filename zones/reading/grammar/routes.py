"""Phrases that measure along a road: "6 km north and 6 km south of the M4 between Jisr al-Shughur and Saraqib"."""

from __future__ import annotations

from zones.areas import DEEPEST_KM, Route
from zones.reading.grammar.ends import end_positions
from zones.reading.grammar.parsed import Parsed, quoted
from zones.reading.grammar.unit_names import container, named_units
from zones.reading.lexicon import table, words
from zones.reading.numbers import Length, length
from zones.reading.scan import Scan

__all__ = ["route"]


def route(scan: Scan, at: int) -> Parsed | None:
    """Return a strip along a road that ends or a unit bound; without either, what is said stays in words."""
    start = scan.skip(
        at, words("units.determiners", "areas.amounts", "borders.strips", "mentions.kinds") | {"a", "of"}
    )
    measured = length(scan.words, start)
    if measured is None:
        return None
    depth, end = _each_side(scan, measured)
    road = table("limits")["roads"].get(scan.word(end))
    if road is None or not 0 < depth.km <= DEEPEST_KM:
        return None
    end = scan.skip(end + 1, words("limits.road_nouns"))
    ends = end_positions(scan, scan.skip(end, {",", "running", "stretching", "in", "the", "stretch"}))
    after = ends.end if ends is not None else end
    inside = container(scan, after)
    if inside is None and ends is None:
        inside = _far_container(scan, after)
    if ends is None and inside is None:
        return None
    last = inside[1] if inside is not None else after
    leaf = Route(
        road=str(road),
        depth_km=depth.km,
        ends=ends.positions if ends is not None else None,
        end_names=ends.names if ends is not None else None,
        within=(inside[0],) if inside is not None else (),
        label=f"{road} corridor",
    )
    return quoted(scan, at, last, (leaf,))


def _each_side(scan: Scan, first: Length) -> tuple[Length, int]:
    """Read on from "6 km" in "6 km to the north and 6 km to the south of the", "6 km deep on either side of the"."""
    depth, at = first, scan.skip(first.end, words("borders.either_side"))
    while (again := length(scan.words, at)) is not None:
        depth = again if again.km > depth.km else depth
        at = scan.skip(again.end, words("borders.either_side"))
    return depth, at


def _far_container(scan: Scan, at: int) -> tuple[str, int] | None:
    """Read the unit in "[a corridor beside the M4] is to be laid out in Idlib province"."""
    for step in range(at, min(at + 10, len(scan))):
        if scan.word(step) in {".", ";"}:
            return None
        if scan.word(step) == "in" and named_units(scan, step + 1) is not None:
            return container(scan, step)
    return None
