"""Phrases that lead from a town to what lies around it: "the outskirts of Damascus", "near Homs (in Rastan)".

How far around, nobody says. So they are kept in words, unless what follows names the area itself.
"""

from __future__ import annotations

from zones.areas import Area, Limit
from zones.reading.grammar.parsed import Parsed, in_words
from zones.reading.grammar.sectors import has_sectors
from zones.reading.grammar.type_words import LEVELS, type_word
from zones.reading.grammar.unit_names import strange_name
from zones.reading.lexicon import phrases, words
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["is_around", "outskirts"]


def is_around(areas: tuple[Area, ...]) -> bool:
    """Whether areas are no more than the surroundings of a place."""
    return bool(areas) and all(
        isinstance(area, Limit) and area.reason == Why.ROUND_ABOUT.told() for area in areas
    )


def outskirts(scan: Scan, at: int) -> Parsed | None:
    """Return "the eastern outskirts of the capital Damascus", "the Damascus suburbs"; "near Homs" before a bracket."""
    start = scan.skip(at, words("units.determiners"))
    owned = scan.words[start : start + 2] == ("capital", "'s")
    start += 2 if owned else 0
    towards = direction(scan.words, start)
    start = start if towards is None else towards[1]
    noun = owned and scan.word(start) in words("units.around", "units.suburbs")
    own = start + 1 if noun and scan.word(start + 1) != "of" else None
    end = own or _noun_first(scan, start) or _town_first(scan, start) or _near(scan, start)
    if end is None or (towards is not None and _is_divided(scan, start, end)):
        return None  # "the northern suburbs of Homs" are a sector
    return Parsed((in_words(scan, at, end, Why.ROUND_ABOUT.told()),), end)


def _is_divided(scan: Scan, start: int, end: int) -> bool:
    """Whether a sector can be taken of the unit named among some tokens."""
    name = next((scan.names[at] for at in range(start, end) if at in scan.names), None)
    code = name.code("governorate") if name is not None else None
    return code is not None and has_sectors(scan, code)


def _noun_first(scan: Scan, at: int) -> int | None:
    """Read "outskirts of Damascus"; "the suburbs of Harasta and Douma" are these towns."""
    noun, name = scan.word(at), _town(scan, at + 2)
    if not _is_around(scan, at, name) or scan.word(at + 1) != "of":
        return None
    if name is None and scan.words[at + 2 : at + 4] == ("the", "capital"):
        return at + 4
    if name is None or (noun in words("units.suburbs") and not _is_city(name)):
        return None
    other = _town(scan, name.end + 1) if scan.word(name.end) == "and" else None
    if other is None or not (_is_city(name) and _is_city(other)) or _is_around(scan, other.end, other):
        return name.end  # "the outskirts of Aleppo and the Damascus suburbs" are two items
    return other.end


def _town_first(scan: Scan, at: int) -> int | None:
    """Read "Damascus suburbs", "Rastan's outskirts"; "the Damascus suburb of Harasta" is this town."""
    name = scan.names.get(at)
    if name is None or name.region is not None:
        return None
    noun = scan.skip(name.end, {"'s", "'"})
    city = scan.word(noun) not in words("units.suburbs") or _is_city(name)
    if not (city and _is_around(scan, noun, name)) or scan.word(noun + 1) == "of":
        return None
    return noun + 1


def _is_around(scan: Scan, at: int, name: PlaceName | None) -> bool:
    """Whether a noun means what lies around a town; the countryside of Homs is the province, but not of Damascus."""
    if scan.word(at) in words("units.rural") and name is not None:
        code = name.code("governorate")
        return code is not None and not has_sectors(scan, code)
    return scan.word(at) in words("units.around", "units.suburbs")


def _near(scan: Scan, at: int) -> int | None:
    """Read "areas around Homs"; "near Homs" by itself where a bracket says what is meant: else it only places."""
    noun = scan.skip(at, words("areas.parts", "areas.adjoining_nouns", "units.rural"))
    hit = phrases("lists.near").at(scan.words, noun)
    step = hit.end if hit is not None else noun + (noun > at and scan.word(noun) == "around")
    name = _town(scan, step) or strange_name(scan, step) if step > noun else None
    told = name is not None and (noun > at or scan.word(name.end) in {"(", "--"})
    return name.end if name is not None and told else None


def _town(scan: Scan, at: int) -> PlaceName | None:
    """Return the town that "the city of Homs", "the capital Damascus" or a bare name is; no province, no region."""
    name = scan.names.get(scan.skip(at, words("units.before_town")))
    kind = type_word(scan, name.end) if name is not None else None
    if name is None or name.region is not None or (kind is not None and kind.level in LEVELS):
        return None
    return name


def _is_city(name: PlaceName) -> bool:
    """Whether a town has suburbs, as far as can be told: the seat of a governorate has."""
    return name.has("governorate")
