"""Limits that no boundary settles, kept in words: "areas held by rebels", "the line of contact"."""

from __future__ import annotations

from functools import cache

from zones.reading.grammar.parsed import Parsed, as_part, in_words
from zones.reading.grammar.sectors import sector
from zones.reading.grammar.unit_names import named_units
from zones.reading.lexicon import Patterns, table, words
from zones.reading.numbers import length
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["limit_at", "measured_limit"]


@cache
def _patterns() -> Patterns[Why]:
    """Return the patterns of each kind of limit, with the reason of its name."""
    kinds = table("limits").items()
    patterns = ((kind, row["patterns"]) for kind, row in kinds if isinstance(row, dict) and "patterns" in row)
    return Patterns((pattern, Why[kind.upper()]) for kind, every in patterns for pattern in every)


def limit_at(scan: Scan, at: int, *, begin: int | None = None) -> Parsed | None:
    """Return a limit with all its words up to the next comma or joint, and the units it lies in, as parts.

    Parameters
    ----------
    scan
        The sentence.
    at
        Where the limit begins.
    begin
        Where its words begin, if earlier: at the distance that is measured from it.
    """
    hit = _patterns().at(scan.words, scan.skip(at, words("units.determiners", "limits.openers")))
    if hit is None:
        return None
    begin, end = at if begin is None else begin, _end(scan, hit.end)
    limit = in_words(scan, begin, end, hit.value.told())
    after = scan.skip(end, words("areas.parts"))
    if scan.word(after) in words("limits.inside"):
        inside = sector(scan, after + 1) or named_units(scan, after + 1)
    else:
        inside = named_units(scan, after) if after <= end + 1 else None
    if inside is None:
        return Parsed((limit,), end)
    return Parsed((limit, *map(as_part, inside.areas)), inside.end)


def _end(scan: Scan, at: int) -> int:
    """Return where a limit's words end; a place after "of" or "in" is what it lies in."""
    while at < len(scan) and scan.word(at) not in words("limits.stops", "limits.ends"):
        if at in scan.names and scan.word(at - 1) in {"of", "in"}:
            return at - 1
        at += 1
    return at


def measured_limit(scan: Scan, at: int) -> Parsed | None:
    """Return a limit, or what is measured from one: "15 to 20 km deep along the line of contact in Idlib"."""
    start = scan.skip(at, words("units.determiners", "areas.amounts"))
    measured = length(scan.words, start)
    if measured is None:
        return limit_at(scan, start)
    at = scan.skip(measured.end, words("borders.either_side"))
    # "6 km to the north and 6 km to the south of the M4"
    while (again := length(scan.words, at)) is not None:
        at = scan.skip(again.end, words("borders.either_side"))
    return limit_at(scan, at, begin=start)
