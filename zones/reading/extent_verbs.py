"""Verbs that say what a zone covers or leaves out, and where they stand after a zone."""

from __future__ import annotations

from functools import cache

from zones.reading.introductions import Introduction, introduction
from zones.reading.lexicon import Hit, Patterns, table, words
from zones.reading.scan import Scan

__all__ = ["extent_verbs", "verbs_after"]

_FAR = 14  # words between a zone and the verb


@cache
def extent_verbs(which: str) -> Patterns[bool]:
    """Return a list of verbs; the value tells whether only a preposition carries the meaning ("runs along")."""
    prepositions = "|".join(table("extents")["prepositions"])
    return Patterns(
        (pattern.replace("PREP", prepositions), "PREP" in pattern or pattern.startswith("is|"))
        for pattern in table("extents")[which]
    )


def verbs_after(scan: Scan, zone: Introduction, which: str) -> list[Hit[bool]]:
    """Return the verbs of a list after a zone, up to another zone or the end of the clause."""
    found: list[Hit[bool]] = []
    aside = _source(scan, zone.end)
    for at in range(zone.end, min(zone.end + _FAR + len(aside), len(scan))):
        if at in aside:
            continue
        hit = extent_verbs(which).at(scan.words, at)
        if scan.word(at) in {";", ":", ".", '"'} or (at > zone.end and _another_zone(scan, at)):
            break
        if hit is None and zone.pronoun and scan.word(at) not in words("extents.skipped"):
            break
        if hit is None:
            continue
        if not hit.value or not any(k in scan.names for k in range(zone.end, at)):
            found.append(hit)
        if zone.pronoun:
            break
    return found


def _source(scan: Scan, start: int) -> range:
    """Return the tokens of ", according to the ministry's map," soon after a zone."""
    for at in range(start, min(start + _FAR, len(scan) - 2)):
        if scan.words[at : at + 3] == (",", "according", "to"):
            return range(at, next((i for i in range(at + 3, len(scan)) if scan.word(i) == ","), at) + 1)
    return range(0)


def _another_zone(scan: Scan, at: int) -> bool:
    return scan.word(at) not in words("extents.takes_up") and introduction(scan, at) is not None
