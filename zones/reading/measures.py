"""What measures a zone: strips and discs in its noun phrase, and a depth told by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from zones.areas import (
    DEEPEST_KM,
    Area,
    Border,
    Disc,
    Leaf,
    Limit,
    Part,
    Region,
    Route,
    Sector,
    Town,
    Whole,
    leaves,
)
from zones.reading.grammar import Listing, listing
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.numbers import Length, length, number
from zones.reading.scan import Scan

__all__ = ["deepen", "first_token", "is_measured", "leaves_of", "measured", "units_in"]


def first_token(found: Listing) -> int:
    """Return the token at which the first item of a list begins."""
    return min(start for start, _ in found.spans)


def leaves_of(areas: Listing) -> list[Leaf]:
    """Return the leaves of the items of a list."""
    return [leaf for area in areas.items for leaf in leaves(area)]


def _units_of(leaf: Leaf) -> tuple[str, ...]:
    """Return the P-codes that a leaf names; none for strips, discs and words."""
    if isinstance(leaf, Region):
        return leaf.units
    return (leaf.unit,) if isinstance(leaf, Whole | Part | Town | Sector) else ()


def units_in(areas: Iterable[Area]) -> tuple[str, ...]:
    """Return the P-codes that all leaves of some areas name."""
    return tuple(unit for area in areas for leaf in leaves(area) for unit in _units_of(leaf))


def is_measured(leaf: Leaf) -> bool:
    """Whether a leaf has a length: a strip, a disc, a limit at a distance."""
    if isinstance(leaf, Limit):
        return any(c.isdigit() for c in leaf.text) or "kilomet" in leaf.text or " mile" in leaf.text
    return isinstance(leaf, Disc | Route) or (isinstance(leaf, Border) and leaf.depth_km is not None)


def measured(scan: Scan, zone: Introduction) -> Listing | None:
    """Return the strip or disc that a zone's noun phrase measures: "a 20-km deep zone along", "a zone 32 km deep"."""
    begin = zone.start
    around = words("borders.depth", "borders.lengths") | {'"', "(", ")", "a", "an", "or", "to"}
    while begin > 0 and (scan.word(begin - 1) in around or number(scan.words, begin - 1) is not None):
        begin -= 1
    inside = (at for at in range(begin, zone.end) if length(scan.words, at) is not None)
    after = [zone.end]
    for step in range(zone.end + 1, min(zone.end + 7, len(scan))):
        if scan.word(step - 1) in {".", ";"}:
            break
        opens = scan.word(step) in words("extents.measuring") or number(scan.words, step) is not None
        if opens and (scan.word(step - 1).isalpha() or scan.word(step - 1) == ","):
            after.append(step)
    noun = (
        (zone.end - 1,) if scan.word(zone.end) == "between" else ()
    )  # "an area between A and B, 30 km in depth"
    for start in (*inside, *noun, *after):
        found = listing(scan, start)
        if found is not None:
            return found if any(is_measured(leaf) for leaf in leaves_of(found)) else None
    return None


def deepen(scan: Scan, zone: Introduction, areas: Listing) -> None:
    """Give the borders of a list the depth that the zone's noun phrase tells by itself."""
    depth = _depth(scan, zone)
    if depth is None or not 0 < depth.km <= DEEPEST_KM:
        return
    areas.items = [
        replace(area, depth_km=depth.km) if isinstance(area, Border) and area.depth_km is None else area
        for area in areas.items
    ]


def _depth(scan: Scan, zone: Introduction) -> Length | None:
    """Return the depth that a zone's noun phrase tells by itself: "a zone 20 km deep is planned along"."""
    for at in range(zone.start, min(zone.end + 3, len(scan))):
        measured = length(scan.words, at)
        if measured is not None:
            return (
                measured
                if scan.word(measured.end) in words("borders.depth") or measured.end <= zone.end
                else None
            )
    return None
