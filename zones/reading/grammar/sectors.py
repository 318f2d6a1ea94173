"""Phrases that name a sector of a unit: "northern Homs province", "the north-east of Latakia"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geodata.unit import Level
from zones.areas import Part, Region, Sector, Town
from zones.reading.grammar.descriptive import described
from zones.reading.grammar.parsed import Parsed, in_words, quoted
from zones.reading.grammar.type_words import LEVELS, type_word
from zones.reading.grammar.unit_names import NameList, name_list
from zones.reading.lexicon import words
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["beyond", "has_sectors", "sector", "sectors_of"]

_ENDS = frozenset({",", ";", ".", "and", ")", "while", ""})

_TOWARDS = {
    0.0: "Northern",
    45.0: "North-eastern",
    90.0: "Eastern",
    135.0: "South-eastern",
    180.0: "Southern",
    225.0: "South-western",
    270.0: "Western",
    315.0: "North-western",
}


def sector(scan: Scan, at: int) -> Parsed | None:
    """Return "northern Homs province", "the north of Homs", "the northern part of", "rural north of"."""
    opened = _opened(scan, at)
    if opened is None:
        return None
    bearings, begin = opened
    names = name_list(scan, begin)
    if names is None:
        return None
    names = _reached(names)
    if names.level == "town" and "of" in scan.words[begin - 2 : begin]:
        names = replace(names, level=None)  # "the north of the town of Homs" goes beyond the town
    end = names.end + (scan.word(names.end) in words("units.after_sector"))
    sectors: list[Region | Town | Part | Sector] = []
    for name in names.names:
        found = _sectors(scan, name, names, bearings)
        if not found:
            return None
        sectors += found
    return quoted(scan, at, end, sectors)


def _opened(scan: Scan, at: int) -> tuple[list[float], int] | None:
    """Return the bearings of "the northern parts of", and the position after it."""
    start = scan.skip(at, {"the", "a", "an"})
    rural = words("units.rural")
    as_noun = start > at or scan.word(start) in rural
    if scan.word(start) in rural and scan.word(start + 1) != "damascus":
        start += 1
    found = _directions(scan, start)
    if found is None or described(scan, at) > start:
        return None
    bearings, end = found
    if scan.word(end) in rural and end not in scan.names:
        end += 1
    nouns = words("units.sector_nouns")
    while end not in scan.names and (
        (scan.word(end) in nouns and scan.word(end + 1) in nouns | words("units.inside") | {"and"})
        or (scan.word(end) == "and" and scan.word(end + 1) in nouns)
    ):
        end += 1
    if scan.word(end) == "of" and not as_noun and scan.word(end - 1) in words("units.points"):
        return None  # "north-west of Damascus" is a position, "the north-west of Latakia" an area
    if scan.word(end) in words("units.inside"):
        end = scan.skip(end, words("units.inside"))
        central = scan.skip(end, {"the"})
        end = described(scan, central + 1 if scan.word(central) == "central" else end)
        end = scan.skip(end, {"the"})
    return (bearings, end) if end in scan.names or type_word(scan, end) is not None else None


def _directions(scan: Scan, at: int) -> tuple[list[float], int] | None:
    """Return "north", "the north-east", "western and southern", "north and west", "southern/western"."""
    first = direction(scan.words, scan.skip(at, words("units.far")))
    if first is None:
        return None
    bearings, end = [first[0]], first[1]
    while scan.word(end) in {"and", ",", "or", "/"}:
        more = direction(scan.words, scan.skip(end + 1, {"and", "the"}))
        if more is None:
            break
        bearings.append(more[0])
        end = more[1]
    return bearings, end


def _reached(names: NameList) -> NameList:
    """Return the names that a direction reaches: all of a list only if a type word closes or opens it."""
    if len(names.names) > 1 and names.level is None:
        return replace(names, names=names.names[:1], end=names.names[0].end)
    return names


def _sectors(
    scan: Scan, name: PlaceName, names: NameList, bearings: list[float]
) -> list[Region | Town | Part | Sector]:
    """Return the sectors of a unit; a region or sub-district has none and stands for itself."""
    if name.region is not None:
        return [Region(name=name.region.name, units=name.region.units, label=name.region.name)]
    code = _code(name, names)
    if code is None:
        return []
    if len(code) == 8:
        return [Town(unit=code, name=name.text, label=name.text)]
    if not has_sectors(scan, code):
        return [Part(unit=code, label=name.text)]
    return [Sector(unit=code, bearing=b, label=f"{_TOWARDS[b]} {name.text}") for b in bearings]


def beyond(scan: Scan, at: int) -> Parsed | None:
    """Return "north of Homs", "south of the city of Aleppo" where it must be an area: in a list of zones' areas."""
    towards = direction(scan.words, at)
    if towards is None or scan.word(towards[1]) != "of":
        return None
    name = scan.names.get(scan.skip(towards[1] + 1, words("units.before_town")))
    if name is None or name.region is not None or scan.word(name.end) not in _ENDS:
        return None
    return sectors_of(scan, [name], towards[0], at, name.end)


def sectors_of(scan: Scan, names: Sequence[PlaceName], bearing: float, start: int, end: int) -> Parsed | None:
    """Return a sector each of units named by themselves, read from ``start:end``: "Homs's and Hama's eastern suburbs".

    One that is a single sub-district has none; all is kept in words then: "Damascus's eastern suburbs", "south of
    Damascus", which lies in none of Damascus.
    """
    areas: list[Region | Town | Part | Sector] = []
    for name in names:
        areas += _sectors(scan, name, NameList((name,), None, None, name.end), [bearing])
    if any(isinstance(area, Part) for area in areas):
        return Parsed((in_words(scan, start, end, Why.ROUND_ABOUT.told()),), end)
    return quoted(scan, start, end, areas) if areas else None


def has_sectors(scan: Scan, code: str) -> bool:
    """Whether a unit (P-code) has sub-districts to choose from: Damascus governorate is a single one."""
    return len(tuple(scan.units.descendants(code, Level.SUBDISTRICT))) > 1


def _code(name: PlaceName, names: NameList) -> str | None:
    first = [names.level] if names.level in LEVELS else []
    if names.level == "town":
        first = ["town", "sub-district"]
    for level in [*first, "governorate", "district", "sub-district", "town"]:
        code = name.code(level, names.within) if level else None
        if code is not None:
            return code
    return None
