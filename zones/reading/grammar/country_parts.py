"""Parts of Syria by the points of the compass: "the country's south", "the south" in a list of areas."""

from __future__ import annotations

from zones.areas import Region, Unread
from zones.reading.grammar.descriptive import owner_end
from zones.reading.grammar.parsed import Parsed, in_words, quoted
from zones.reading.lexicon import table, words
from zones.reading.numbers import direction
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["bare_part", "country_end", "is_south", "part_of_country", "southern_units"]

_SOUTH, _CORNER = 180.0, 45.0  # degrees from north, and how far south-east and south-west are from south


def part_of_country(scan: Scan, at: int) -> Parsed | None:
    """Read "the country's south", "the south of the country", which is the region of that name."""
    owned_end = owner_end(scan, at)
    towards = _noun(scan, owned_end if owned_end is not None else scan.skip(at, {"the"}))
    if towards is None or not is_south(towards[0]):
        return None
    of_country = scan.words[towards[1] : towards[1] + 3] == ("of", "the", "country")
    if owned_end is None and not of_country:
        return None
    return _south(scan, at, towards[1] + 3 * of_country)


def bare_part(scan: Scan, at: int) -> Parsed | None:
    """Read "the south" as an item of a list; of the other parts of Syria no table says what they are."""
    start = scan.skip(at, words("extents.lying_in"))
    towards = _noun(scan, start + 1) if scan.word(start) == "the" else None
    if towards is None or scan.word(towards[1]) not in words("lists.after_part"):
        return None
    if is_south(towards[0]):
        return _south(scan, at, towards[1])
    unread = in_words(scan, at, towards[1], Why.NO_AREA.told(), kind=Unread)
    return Parsed((unread,), towards[1])


def country_end(scan: Scan, at: int) -> int | None:
    """Return the position after "northwest Syria", "the north of the country", where no region has this name."""
    towards = direction(scan.words, scan.skip(at, {"the"}))
    if towards is None or at in scan.names:
        return None
    end = scan.skip(towards[1], words("lists.country"))
    return end if scan.word(end - 1) in {"syria", "country"} else None


def _noun(scan: Scan, at: int) -> tuple[float, int] | None:
    """Return the bearing that a noun tells, and the position after it: "south", not "southern"."""
    towards = direction(scan.words, at)
    return None if towards is None or scan.words[towards[1] - 1].endswith("ern") else towards


def southern_units() -> tuple[str, ...]:
    """Return the P-codes of southern Syria."""
    return tuple(table("regions")["southern-syria"]["units"])


def is_south(bearing: float) -> bool:
    """Whether a bearing (degrees from north) is south, south-east or south-west."""
    return abs(bearing - _SOUTH) <= _CORNER


def _south(scan: Scan, start: int, end: int) -> Parsed:
    name = table("regions")["southern-syria"]["name"]
    leaf = Region(name=name, units=southern_units(), label=name)
    return quoted(scan, start, end, (leaf,))
