"""Words before a unit that say what it is like or where in Syria it lies, and cut nothing off it."""

from __future__ import annotations

from math import cos, radians, sin

from zones.reading.grammar.type_words import LEVELS, type_word
from zones.reading.lexicon import words
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["described", "owner_end"]

_FAR_OUT = (
    0.16  # of the country's extent, from its middle: "the eastern Deir ez-Zor province" lies in the east
)


def described(scan: Scan, at: int) -> int:
    """Return the position after words that only describe: "the coastal", "the country's southern", "the northwestern".

    A direction describes where the unit itself lies that way in Syria; else it takes a sector of the unit, and the
    position comes back as it was.
    """
    owned = owner_end(scan, at)
    start = scan.skip(at if owned is None else owned, {"the"})
    definite = owned is not None or start > at
    start = _after_container(scan, _after_adjectives(scan, start))
    towards = direction(scan.words, start)
    if towards is None:
        return _after_central(scan, start)
    bearing, end = towards[0], scan.skip(_after_central(scan, towards[1]), {"syrian"})
    kind = type_word(scan, end)
    if kind is not None and kind.level in LEVELS and end not in scan.names:
        # "the southern province of Daraa", "the southern provinces Daraa and Quneitra"; "the northern districts of
        # Aleppo" are a sector
        one_each = kind.level == "governorate" or not kind.plural
        appended = kind.plural and kind.end in scan.names
        return end if appended or (one_each and scan.word(kind.end) in words("units.of")) else at
    if kind is not None and kind.level == "vague" and scan.word(kind.end) == "of":
        # "the southern region of Daraa", "the southern regions of Daraa and Quneitra"; but "the southern regions of
        # Daraa" and "the southern area of Daraa" are a sector
        named = _names(scan, scan.skip(kind.end + 1, {"the"}))
        one_each = len(named) > 1 if kind.plural else scan.word(end) == "region"
        return end if definite and named and one_each and all(_lies(scan, n, bearing) for n in named) else at
    name = scan.names.get(scan.skip(end, words("units.describing")))
    if name is None or not _lies(scan, name, bearing):
        return at
    if bearing % 90 == 0 and not (definite and _is_province(scan, name)):
        return at  # "western Daraa" is a sector
    return name.start


def _after_central(scan: Scan, at: int) -> int:
    """Pass over "central" in "the central province of Hama", "the west-central provinces of"; not in "central Hama"."""
    end = scan.skip(at + 1, {"syrian"})
    kind = type_word(scan, end) if scan.word(at) == "central" else None
    each = kind is not None and kind.level == "governorate" and scan.word(kind.end) in words("units.of")
    return end if each else at


def _after_adjectives(scan: Scan, at: int) -> int:
    """Pass over "coastal", "war-scarred"; what says who holds a place is a limit, and stays."""
    step = scan.skip(at, words("units.describing"))
    while step + 1 < len(scan) and scan.tokens[step + 1].glued and not scan.tokens[step + 1].capital:
        if scan.tokens[step].capital or scan.word(step + 1) in words("limits.holding"):
            break
        if not scan.word(step + 1).endswith(("ed", "torn", "hit")):
            break
        step = scan.skip(step + 2, words("units.describing"))
    return step


def _after_container(scan: Scan, at: int) -> int:
    """Pass over the unit that a place is said to lie in: "the Idlib town of Saraqib", "the Idlib towns of"."""
    name = scan.names.get(at)
    kind = type_word(scan, name.end) if name is not None else None
    if name is None or kind is None or kind.level != "town" or name.unit("governorate") is None:
        return at  # "the Masyaf district of Hama" is that of Masyaf
    named = scan.word(kind.end) == "of" and scan.skip(kind.end + 1, {"the"}) in scan.names
    return name.end if named else at


def owner_end(scan: Scan, at: int) -> int | None:
    """Return the position after "Syria's", "the country's"; None if neither stands there."""
    start = scan.skip(at, {"the"})
    nation = scan.nations.get(start)
    end = nation.end if nation is not None and nation.code == "SY" else None
    if end is None and scan.word(start) in words("units.countries"):
        end = start + 1
    return end + 1 if end is not None and scan.word(end) == "'s" else None


def _names(scan: Scan, at: int) -> list[PlaceName]:
    """Return the names of the list that begins at a position."""
    found: list[PlaceName] = []
    while (name := scan.names.get(at)) is not None:
        found.append(name)
        at = scan.skip(name.end, words("units.list_marks"))
    return found


def _is_province(scan: Scan, name: PlaceName) -> bool:
    """Whether "province", "provinces" or, after several, "regions" closes the list that a name opens."""
    several = _names(scan, name.start)
    kind = next((k for one in several if (k := type_word(scan, one.end)) is not None), None)
    if kind is None:
        return False
    return kind.level == "governorate" or (kind.level == "vague" and kind.plural and len(several) > 1)


def _lies(scan: Scan, name: PlaceName, bearing: float) -> bool:
    """Whether a governorate lies toward a bearing, as seen from the middle of Syria."""
    unit = name.unit("governorate")
    if unit is None:
        return False
    west, south, east, north = scan.units.outline.bounds
    across, up = (unit.lon - west) / (east - west) - 0.5, (unit.lat - south) / (north - south) - 0.5
    return across * sin(radians(bearing)) + up * cos(radians(bearing)) >= _FAR_OUT
