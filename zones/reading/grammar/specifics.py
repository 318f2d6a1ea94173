"""What narrows an item of a list down: "namely A and B", "above all A", "including the provinces of A and B"."""

from __future__ import annotations

from zones.areas import Area, Part, Region, Town, Whole, leaves
from zones.reading.grammar.area_units import unit_codes
from zones.reading.grammar.items import item
from zones.reading.grammar.listing import Listing
from zones.reading.grammar.parsed import as_part, in_words
from zones.reading.grammar.unit_names import named_units
from zones.reading.lexicon import phrases, words
from zones.reading.scan import Scan

__all__ = ["specified"]

MOSTLY = "the text names what is mostly meant of it, not how far the rest reaches"
"""The reason told with "southern Syria" in "southern Syria, above all Daraa"."""


def specified(scan: Scan, at: int, found: Listing, vague: tuple[Area, ...]) -> int:
    """Read ", namely A and B" after a vague item: the names stand in its place, with its extent."""
    step = scan.skip(at, {",", "--", "("})
    hit = phrases("lists.namely").at(scan.words, step)
    mostly = phrases("lists.mostly").at(scan.words, step)
    if mostly is not None and all(isinstance(area, Region) for area in vague):
        return _narrow(scan, mostly.end, found, len(vague)) or at
    begin = hit.end if hit is not None else _provinces(scan, step, vague) or _including(scan, step, vague)
    if begin is None and scan.word(at) == "--" and _is_named_after(scan, at + 1, vague):
        begin = at + 1
    if begin is None:
        return at
    named = named_units(scan, scan.skip(begin, {",", ":", "the", "of"})) or item(scan, begin)
    if named is None:
        return at
    listed = _including(scan, step, vague) is not None and not _is_part(scan, found)
    partly = not listed and not any(isinstance(leaf, Whole) for area in vague for leaf in leaves(area))
    start, _ = found.drop(len(vague))
    found.take(tuple(as_part(a) if partly else a for a in named.areas), start, named.end)
    return named.end


def _narrow(scan: Scan, at: int, found: Listing, vague: int) -> int | None:
    """Read "southern Syria, above all A and B": parts of these, and the rest of it in words."""
    named = named_units(scan, scan.skip(at, {"the"}))
    if named is None:
        return None
    start, end = found.drop(vague)
    found.take(tuple(map(as_part, named.areas)), at, named.end)
    found.take((in_words(scan, start, end, MOSTLY),), start, named.end)
    return named.end


def _is_named_after(scan: Scan, at: int, vague: tuple[Area, ...]) -> bool:
    """Whether a dash leads from where something is to its name: "the Damascus suburbs -- East Ghouta"."""
    inner = item(scan, at)
    return (
        inner is not None
        and all(isinstance(area, Part | Town) for area in vague)
        and all(isinstance(area, Region) for area in inner.areas)
    )


def _is_part(scan: Scan, found: Listing) -> bool:
    """Whether the last item is told of as parts of something."""
    start, end = found.spans[-1]
    return not words("areas.parts").isdisjoint(scan.words[max(0, start - 2) : end])


def _including(scan: Scan, at: int, vague: tuple[Area, ...]) -> int | None:
    """Read ", including the provinces of Daraa and Quneitra" after a region: these are what is meant of it."""
    units = [unit for area in vague if isinstance(area, Region) for unit in area.units]
    inner = (
        named_units(scan, scan.skip(at + 1, {"the"}))
        if scan.word(at) in {"including", "comprising"}
        else None
    )
    codes = unit_codes(inner.areas) if inner is not None else []
    return at + 1 if units and codes and all(code.startswith(tuple(units)) for code in codes) else None


def _provinces(scan: Scan, at: int, vague: tuple[Area, ...]) -> int | None:
    """Read ", in certain parts of Daraa and Quneitra" after a region: the names narrow it down."""
    if scan.word(at) not in {"in", "on"} or not all(isinstance(area, Region) for area in vague):
        return None
    inner = item(scan, at + 1)
    codes = unit_codes(inner.areas) if inner is not None else []
    units = [unit for area in vague if isinstance(area, Region) for unit in area.units]
    return at + 1 if codes and all(code.startswith(tuple(units)) for code in codes) else None
