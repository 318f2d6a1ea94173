"""What a sentence says of a zone's extent and no area could be made of: kept in words, and told."""

from __future__ import annotations

from collections.abc import Iterable

from zones.areas import Unread
from zones.reading.extent_verbs import is_extent
from zones.reading.grammar import in_words, limit_at, opens_strange
from zones.reading.grammar.ends import end_positions
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.numbers import direction, length
from zones.reading.open_strips import open_strip
from zones.reading.scan import Scan
from zones.reading.tie import Tie
from zones.reasons import Why

__all__ = ["ONWARD", "undrawn", "undrawn_depth", "undrawn_stretch"]

ONWARD = 12
"""Words from the first end of a stretch to the second."""


def undrawn(scan: Scan, zone: Introduction, tied: Iterable[Tie]) -> Unread | None:
    """Return the first words tied to a zone that say where it is: "a truce was declared in the town of Wadi Fulan"."""
    if zone.kind == "deal":
        return None
    for tie in tied:
        if zone.kind == "ceasefire" and tie.how != "set up":
            continue
        made_up = tie.action == "covers" and tie.reach is not None
        end = tie.stop(scan) if made_up else tie.phrase_end(scan)
        if _is_telling(scan, zone, tie, end):
            return _unread(scan, tie.start(scan), end)
    return None


def _is_telling(scan: Scan, zone: Introduction, tie: Tie, end: int) -> bool:
    """Whether words that no area could be made of say where a zone is, what it leaves out or who holds it."""
    start = tie.start(scan)
    if tie.how == "verb" and tie.action == "excludes":
        return tie.reach is not None and zone.kind != "strip" and end - start > 1
    if tie.how == "verb" and tie.reach is None:
        return _tells_where(scan, tie, end)
    if tie.how == "verb":
        return opens_strange(scan, start, end, typed=True)
    if scan.word(start) == "between" and zone.kind != "strip":
        return end_positions(scan, start) is not None
    if tie.how == "set up" and opens_strange(scan, start, end, typed=True):
        return True
    held = any(limit_at(scan, at) is not None for at in range(start, end))
    return zone.kind == "strip" and zone.definite and held


def undrawn_depth(scan: Scan, zone: Introduction) -> Unread | None:
    """Return how deep a zone is, where its sentence says no more of it: "a safe zone 32 km deep"."""
    if zone.pronoun or zone.kind in {"deal", "ceasefire"}:
        return None
    end = len(scan) - (scan.word(len(scan) - 1) == ".")
    strip = open_strip(scan, zone.start, end)
    return strip if strip is not None and strip.depth_km is not None else None


def undrawn_stretch(scan: Scan, tie: Tie) -> tuple[Unread, range] | None:
    """Return the two ends of a stretch, and its tokens: "runs from the village of Fulan as far as Sweida"."""
    start, end = tie.start(scan), tie.phrase_end(scan)
    if scan.word(start) != "from" or not _tells_where(scan, tie, end):
        return None
    end = _second_end(scan, end)
    return _unread(scan, start, end), range(start, end)


def _second_end(scan: Scan, end: int) -> int:
    """Return the token after "as far as Sweida", where it follows what a zone runs from."""
    for at in range(end, min(end + ONWARD, len(scan))):
        if scan.word(at) in words("borders.until"):
            name = scan.names.get(scan.skip(at + 1, words("borders.town", "borders.far")))
            return name.end if name is not None else end
    return end


def _tells_where(scan: Scan, tie: Tie, end: int) -> bool:
    """Whether words after a verb of extent speak of space: a place, a border, a length."""
    start = tie.start(scan)
    led = scan.word(start) in words("extents.places")
    return is_extent(tie.by) and (
        any(at in scan.names or length(scan.words, at) is not None for at in range(start, end))
        or not words("borders.nouns").isdisjoint(scan.words[start:end])
        or (opens_strange(scan, start, end, typed=led) and not _is_abroad(scan))
    )


def _is_abroad(scan: Scan) -> bool:
    """Whether another country is where something is: "a no-fly zone over northern Iraq, covering Dohuk"."""
    return any(
        nation.code != "SY"
        and (scan.word(at - 1) in words("extents.places") or direction(scan.words, at - 1) is not None)
        for at, nation in scan.nations.items()
    )


def _unread(scan: Scan, start: int, end: int) -> Unread:
    strip = open_strip(scan, start, end)
    return strip if strip is not None else in_words(scan, start, end, Why.NOT_DRAWN.told(), kind=Unread)
