"""Phrases that name units: whole, in part, by their towns, or as regions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.names import fold
from zones.areas import Area, Part, Region, Town, Unread, Whole
from zones.reading.grammar.company import is_near
from zones.reading.grammar.descriptive import described
from zones.reading.grammar.parsed import Parsed
from zones.reading.grammar.type_words import LEVELS, TypeWord, type_word
from zones.reading.lexicon import words
from zones.reading.numbers import direction, number
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reasons import Why
from zones.text.days import WEEKDAYS, month_number

__all__ = [
    "NameList",
    "container",
    "known_by_spelling",
    "name_list",
    "named_units",
    "opens_strange",
    "strange_name",
]

_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "at", "az", "an", "ul", "ud"})
_COMPANY = 2  # towns of one province that show where a list is


def known_by_spelling(scan: Scan, name: PlaceName) -> Area | None:
    """Return what a name means that is a place only in company: "Jasim", which is also a man's name."""
    found = scan.toponyms.spellings().get(fold(name.text), ())
    area = _smallest(replace(name, candidates=tuple(found)), None) if found else None
    if area is None:
        return None
    return replace(area, text=name.text, span=scan.span(name.start, name.end), label=name.text)


def _before_list(scan: Scan, at: int, *, counted: bool) -> int | None:
    """Return the mark that opens a list after a plural noun: "provinces (", "provinces in the Syrian east --".

    A comma does so after a number: "three provinces, Daraa, Sweida and Quneitra".
    """
    if scan.word(at) in words("units.inside"):
        step = scan.skip(at + 1, {"the", "syrian", "country", "'s", "far"})
        towards = direction(scan.words, step)
        at = scan.skip(towards[1], words("lists.country")) if towards is not None else at
    opened = scan.word(at) in words("units.listing") or (counted and scan.word(at) == ",")
    return at if opened else None


def strange_name(scan: Scan, at: int) -> PlaceName | None:
    """Return a capitalised name that no gazetteer here has, without a meaning; no day and no month."""
    at = scan.skip(at, words("units.determiners")) if at not in scan.names else at
    if at in scan.names or scan.word(at) in WEEKDAYS or month_number(scan.word(at)) is not None:
        return None
    return _unknown(scan, at)


def opens_strange(scan: Scan, start: int, end: int, *, typed: bool) -> bool:
    """Whether words begin with a place that nobody here knows: "in the town of Wadi Fulan".

    ``typed`` asks for a word such as "town": "in Wadi Fulan" alone may be a day, a deal, a person.
    """
    at = scan.skip(start, words("areas.prepositions", "units.determiners"))
    kind = type_word(scan, at)
    if kind is None and typed:
        return False
    at = scan.skip(kind.end, words("units.of")) if kind is not None else at
    return at < end and strange_name(scan, at) is not None


@dataclass(frozen=True, slots=True)
class NameList:
    """Names read as one list, what sort of unit their type word says, what contains them, and the end."""

    names: tuple[PlaceName, ...]
    level: str | None
    within: str | None
    end: int


def named_units(scan: Scan, at: int) -> Parsed | None:
    """Return a list of names with or without their type: "Azaz, Al Bab and Jarablus districts in Aleppo"."""
    names = name_list(scan, at)
    if names is None:
        return None
    areas = _resolved(names, scan)
    return Parsed(tuple(areas), names.end) if areas else None


def container(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the P-code of "in Aleppo governorate" and the position after it."""
    inside = words("units.inside")
    if scan.word(at) == "," and scan.word(at + 1) in inside:
        at += 1
    if scan.word(at) not in inside:
        return None
    start = scan.skip(described(scan, at + 1), words("units.container_openers"))
    towards = direction(scan.words, start)
    name = scan.names.get(start if towards is None else towards[1])
    if name is None:
        return None
    kind = type_word(scan, name.end)
    level = kind.level if kind and kind.level in {"governorate", "district"} else None
    code = name.code(level) if level else name.code("governorate") or name.code("district")
    if code is None:
        return None
    return code, kind.end if kind and (level or kind.level == "vague") else name.end


def name_list(scan: Scan, at: int) -> NameList | None:
    """Return "[the] [districts of] A, B and C [districts] [in D governorate]"."""
    at = scan.skip(described(scan, at), {"the"})
    level = None
    before = type_word(scan, at)
    if before is not None and before.level == "town" and scan.word(before.end) == "in":
        return None  # "a town in Idlib province" is not Idlib
    if before is not None:
        after = scan.skip(before.end, words("units.of") | {"the"})
        counted = number(scan.words, at - 1) is not None
        mark = _before_list(scan, before.end, counted=counted) if before.plural else None
        opened = mark is not None
        after = scan.skip(mark + 1, {"the"}) if mark is not None else after
        if (
            not opened
            and scan.word(before.end) not in words("units.of")
            and (after != before.end or after not in scan.names)
        ):
            return None
        level, at = before.level, described(scan, after)
    names: list[PlaceName] = []
    end = at
    while (name := scan.names.get(at) or (_unknown(scan, at) if before is not None else None)) is not None:
        if names and scan.word(name.end) in words("units.around", "units.suburbs"):
            break  # "the towns of Rastan and Talbiseh and the Damascus suburbs"
        names.append(name)
        end = name.end
        following = type_word(scan, name.end)
        if following is not None and level in {None, following.level}:
            if len(names) == 1 or following.plural:
                return _closed(scan, names, following.level, following.end)
            return _closed(scan, names[:-1], level, names[-2].end)
        if following is not None and following.level in {*LEVELS, "town"} and len(names) > 1:
            # "the provinces of A and B, C district", "the provinces of A and B, the Idlib towns of"
            return _closed(scan, names[:-1], level, names[-2].end)
        step = scan.skip(name.end, words("units.list_marks"))
        single = before is not None and not before.plural and not _are_one_area(scan, before, names)
        if step == name.end or step - name.end > 2 or single:
            break
        repeated = scan.skip(step, {"the"})
        at = repeated if level is not None else step
    return _closed(scan, names, level, end) if names else None


def _are_one_area(scan: Scan, kind: TypeWord, names: list[PlaceName]) -> bool:
    """Whether a town and the next make one area: "the enclave of Rastan and Talbiseh"."""
    if kind.level != "vague" or len(names) != 1 or scan.word(names[0].end) != "and":
        return False
    second = scan.names.get(names[0].end + 1)
    if second is None or type_word(scan, second.end) is not None:
        return False
    return all(name.has("town") and not name.has("governorate") for name in (names[0], second))


def _unknown(scan: Scan, at: int) -> PlaceName | None:
    """Return the name in "the towns of Yalda and Babbila" that no gazetteer here has, without a meaning.

    A known name with the Arabic article is a part of it: "Fulan al-Sham" is not Damascus.
    """
    end = at
    while end < len(scan) and (end not in scan.names or (end > at and _is_article(scan, end))):
        if not (scan.tokens[end].capital or scan.tokens[end].glued or (end > at and _is_article(scan, end))):
            break
        end += 1
    if end == at and end + 1 < len(scan) and scan.tokens[end + 1].glued and scan.tokens[end + 1].capital:
        end += 2  # "al-Nasiriya"
    if end == at or at in scan.nations:
        return None
    return PlaceName(at, end, scan.text(at, end))


def _is_article(scan: Scan, at: int) -> bool:
    """Whether an Arabic article stands between two parts of a name: "Izz al-Din"."""
    following = scan.tokens[at + 1] if at + 1 < len(scan) else None
    return following is not None and following.glued and following.capital and scan.word(at) in _ARTICLES


def _closed(scan: Scan, names: list[PlaceName], level: str | None, end: int) -> NameList:
    """Take in what contains the names, if it can, and the bracket after them."""
    end += scan.word(end) == ")" and "(" in scan.words[max(0, names[0].start - 2) : names[0].start]
    within = None
    if level != "governorate":
        inside = container(scan, end)
        if inside is not None and all(_lies_in(n, inside[0]) for n in names):
            within, end = inside
    return NameList(tuple(names), level, within, end)


def _lies_in(name: PlaceName, pcode: str) -> bool:
    known = name.candidates or name.region
    return not known or any((c.pcode or "").startswith(pcode) and c.pcode != pcode for c in name.candidates)


def _resolved(names: NameList, scan: Scan) -> list[Area]:
    """Give each name of a list its meaning: by its type word, or by the company it keeps."""
    governorates = [n for n in names.names if n.has("governorate")]
    plain = [n for n in names.names if n.region is None]
    among_governorates = names.level is None and len(governorates) * 2 > len(plain)
    areas: list[Area] = []
    home = _company(names)
    for name in names.names:
        area = _meaning(name, names, among_governorates=among_governorates)
        if isinstance(area, Town) and home is not None and not is_near(scan, area.unit[:4], home):
            near = name.code("town", home) or name.code("sub-district", home)
            area = replace(area, unit=near) if near is not None else Unread(reason=Why.FAR_AWAY.told())
        if area is not None:
            label = name.text if name.region is None else name.region.name
            areas.append(replace(area, text=name.text, span=scan.span(name.start, name.end), label=label))
    return areas


def _company(names: NameList) -> str | None:
    """Return the governorate in which all towns of a list lie but one, if they are two or more."""
    towns = [area for name in names.names if isinstance(area := _smallest(name, names.within), Town)]
    codes = [town.unit[:4] for town in towns]
    home = max(codes, key=codes.count, default=None)
    return home if home is not None and _COMPANY <= codes.count(home) == len(codes) - 1 else None


def _meaning(
    name: PlaceName, names: NameList, *, among_governorates: bool
) -> Region | Whole | Part | Town | Unread | None:
    if name.region is not None:
        return Region(name=name.region.name, units=name.region.units)
    if not name.candidates:
        return Unread(reason=Why.UNKNOWN.told())
    level, within = names.level, names.within
    if level in LEVELS and (code := name.code(level, within) or name.code(level)):
        return Whole(unit=code)
    if level == "vague" and (code := name.code("governorate") or name.code("district", within)):
        return Part(unit=code)
    if among_governorates and within is None and (code := name.code("governorate")):
        return Whole(unit=code)
    return _smallest(name, within)


def _smallest(name: PlaceName, within: str | None) -> Whole | Town | None:
    """Return the smallest that a bare name means: a town, or the sub-district of a district's seat."""
    for level in ("town", "sub-district", "district", "governorate"):
        code = name.code(level, within) or name.code(level)
        if code is not None and level == "governorate":
            return Whole(unit=code)
        if code is not None:
            return Town(unit=code if len(code) == 8 else f"{code}00", name=name.text)
    return None
