"""Sentences that begin with the areas: "Southern Idlib and northern Hama form one area", "X is not included"."""

from __future__ import annotations

from zones.areas import Limit, leaves
from zones.reading.definition import Definition
from zones.reading.extent_verbs import extent_verbs
from zones.reading.grammar import listing
from zones.reading.introductions import Introduction, introduction
from zones.reading.lexicon import Hit, phrases, words
from zones.reading.scan import Scan

__all__ = ["placement"]

_NEAR = 5  # words between the verb and the zone


def placement(scan: Scan) -> Definition | None:
    """Return the first list of areas that a sentence puts into a zone or takes out of one."""
    added = _added(scan)
    if added is not None:
        return added
    objects = [hit.end for hit in extent_verbs("puts").find(scan.words)]
    openers = words("extents.starts")
    starts = [i + 1 for i in range(len(scan) - 1) if scan.word(i) in openers]
    for start in [0, *objects, *starts]:
        found = _placed(scan, start, is_object=start in objects)
        if found is not None:
            return found
    return None


def _added(scan: Scan) -> Definition | None:
    """Read "To it the plan adds A and B"."""
    if scan.word(0) != "to" or scan.word(1) not in words("mentions.pronouns"):
        return None
    hit = next(phrases("extents.adds").find(scan.words, 2, 2 + _NEAR * 2), None)
    areas = listing(scan, hit.end) if hit is not None else None
    if areas is None:
        return None
    return Definition(Introduction(1, 2, definite=True, pronoun=True), areas, scan, goes_on=True)


def _placed(scan: Scan, start: int, *, is_object: bool) -> Definition | None:
    """Read "A and B are not included", "A and B form one zone", "[puts] A and B under a ceasefire"."""
    areas = listing(scan, start)
    if areas is None:
        return None
    at = scan.skip(areas.end, words("extents.together"))
    begins = (at, scan.skip(at, words("extents.auxiliaries")))
    if _verb(scan, "excluded", begins) is not None:
        only_limits = isinstance(next(leaves(areas.area)), Limit)  # "areas held by rebels in Hama"
        zone = Introduction(start, areas.end, definite=True, pronoun=True)
        return Definition(zone, areas, scan, "limits" if only_limits else "excludes")
    for which in ("belongs", "forms", "under") if is_object else ("belongs", "forms"):
        hit = _verb(scan, which, begins)
        named = _zone_after(scan, hit.end) if hit is not None else None
        if named is not None:
            return Definition(named, areas, scan)
    return None


def _verb(scan: Scan, which: str, begins: tuple[int, ...]) -> Hit[bool] | None:
    """Return the verb of a list that stands at the first of several positions that has one."""
    hits = (extent_verbs(which).at(scan.words, at) for at in begins)
    return next((hit for hit in hits if hit is not None), None)


def _zone_after(scan: Scan, at: int) -> Introduction | None:
    zones = (introduction(scan, i) for i in range(at, min(at + _NEAR, len(scan))))
    return next((zone for zone in zones if zone is not None and not zone.pronoun), None)
