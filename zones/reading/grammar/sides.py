"""Phrases that take one side of a river: "east of the Euphrates", "parts of Aleppo west of the river Euphrates"."""

from __future__ import annotations

from zones.areas import Area, Part, Side, Whole
from zones.reading.grammar.parsed import Parsed, quoted
from zones.reading.grammar.unit_names import named_units
from zones.reading.lexicon import table, words
from zones.reading.numbers import direction
from zones.reading.scan import Scan

__all__ = ["beside_river", "side"]


def side(scan: Scan, at: int) -> Parsed | None:
    """Return what lies on one side of a river, with the units it is taken within."""
    start = scan.skip(
        at, words("units.determiners", "areas.wholes", "areas.amounts", "areas.parts") | {"of", "in"}
    )
    found = _side(scan, start)
    if found is not None:
        return _within(scan, at, *found)
    units = named_units(scan, start)
    return beside_river(scan, at, units) if units is not None else None


def beside_river(scan: Scan, start: int, units: Parsed) -> Parsed | None:
    """Return the side of a river that is taken of some units: "Raqqa province east of the Euphrates"."""
    found = _side(scan, scan.skip(units.end, words("lists.relative", "borders.lying") | {","}))
    if found is None or not all(isinstance(area, Whole | Part) for area in units.areas):
        return None
    bearing, river, end = found
    codes = tuple(area.unit for area in units.areas if isinstance(area, Whole | Part))
    return _leaf(scan, start, end, river, bearing, codes)


def _side(scan: Scan, at: int) -> tuple[float, str, int] | None:
    """Read "east of the Euphrates", "on the eastern bank of the river Orontes": the bearing, the river and the end."""
    start = scan.skip(at, {"on", "the", "to"})
    towards = direction(scan.words, start)
    if towards is None:
        return None
    bearing, end = towards
    end = scan.skip(end, words("limits.banks"))
    if scan.word(end) != "of":
        return None
    end = scan.skip(end + 1, {"the", "river"})
    river = table("limits")["rivers"].get(scan.word(end))
    if river is None:
        return None
    return bearing, str(river), scan.skip(end + 1, {"river"})


def _within(scan: Scan, start: int, bearing: float, river: str, end: int) -> Parsed:
    """Read on in "[east of the Euphrates] in Deir ez-Zor province"."""
    codes: tuple[str, ...] = ()
    if scan.word(end) in words("units.inside"):
        inner = named_units(scan, end + 1)
        units: tuple[Area, ...] = inner.areas if inner is not None else ()
        codes = tuple(area.unit for area in units if isinstance(area, Whole | Part))
        if inner is not None and codes and len(codes) == len(units):
            end = inner.end
    return _leaf(scan, start, end, river, bearing, codes)


def _leaf(scan: Scan, start: int, end: int, river: str, bearing: float, codes: tuple[str, ...]) -> Parsed:
    label = scan.text(start, end).removeprefix("the ")
    return quoted(scan, start, end, (Side(river=river, bearing=bearing, within=codes, label=label),))
