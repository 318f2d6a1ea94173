"""Phrases that name units: whole, in part, by their towns, or as regions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from zones.areas import Area, Limit, Part, Region, Town, Whole
from zones.reading.grammar.parsed import Parsed
from zones.reading.lexicon import table, words
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = [
    "LEVELS",
    "NameList",
    "TypeWord",
    "container",
    "described",
    "name_list",
    "named_units",
    "type_word",
]

LEVELS = frozenset({"governorate", "district", "sub-district"})


UNKNOWN = "no place of this name is in the gazetteer; --places takes one of your own"
"""The reason told with a name in a list of places that nobody here knows."""


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A noun that says what sort of unit a name means, and the position after it.

    Parameters
    ----------
    level
        ``"governorate"``, ``"district"``, ``"sub-district"``, ``"town"`` or ``"vague"`` ("the Homs area").
    plural
        Whether it reaches over a list of names.
    end
        The position after it.
    """

    level: str
    plural: bool
    end: int


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


@cache
def _levels() -> dict[str, str]:
    found: dict[str, str] = {}
    for level, nouns in table("places")["types"].items():
        for noun in nouns:
            found.setdefault(noun, level)
    return found


def type_word(scan: Scan, at: int) -> TypeWord | None:
    """Return the type word that stands at a position."""
    word = scan.word(at)
    if word == "sub" and scan.word(at + 1) in {"district", "districts"}:
        return TypeWord("sub-district", scan.word(at + 1).endswith("s"), at + 2)
    level = _levels().get(word)
    return TypeWord(level, word.endswith("s") and word != "surroundings", at + 1) if level else None


def container(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the P-code of "in Aleppo governorate" and the position after it."""
    inside = words("units.inside")
    if scan.word(at) == "," and scan.word(at + 1) in inside:
        at += 1
    if scan.word(at) not in inside:
        return None
    start = scan.skip(at + 1, words("units.container_openers"))
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
    at = described(scan, scan.skip(at, {"the"}))
    level = None
    before = type_word(scan, at)
    if before is not None:
        after = scan.skip(before.end, words("units.of") | {"the"})
        if scan.word(before.end) not in words("units.of") and (
            after != before.end or after not in scan.names
        ):
            return None
        level, at = before.level, after
    names: list[PlaceName] = []
    end = at
    while (name := scan.names.get(at) or (_unknown(scan, at) if before is not None else None)) is not None:
        names.append(name)
        end = name.end
        following = type_word(scan, name.end)
        if following is not None and level in {None, following.level}:
            if len(names) == 1 or following.plural:
                return _closed(scan, names, following.level, following.end)
            return _closed(scan, names[:-1], level, names[-2].end)
        step = scan.skip(name.end, words("units.list_marks"))
        if step == name.end or step - name.end > 2:
            break
        repeated = scan.skip(step, {"the"})
        at = repeated if level is not None else step
    return _closed(scan, names, level, end) if names else None


def described(scan: Scan, at: int) -> int:
    """Pass over where in the country a unit is: "southern" in "the southern province of Daraa"."""
    towards = direction(scan.words, at)
    kind = type_word(scan, towards[1]) if towards is not None else None
    if towards is None or kind is None or kind.level not in LEVELS:
        return at
    one_each = (
        kind.level == "governorate" or not kind.plural
    )  # "the northern districts of Aleppo" are a sector
    return towards[1] if one_each and scan.word(kind.end) in words("units.of") else at


def _unknown(scan: Scan, at: int) -> PlaceName | None:
    """Return the name in "the towns of Yalda and Babbila" that no gazetteer here has, without a meaning."""
    end = at
    while end < len(scan) and (scan.tokens[end].capital or scan.tokens[end].glued) and end not in scan.names:
        end += 1
    if end == at and end + 1 < len(scan) and scan.tokens[end + 1].glued and scan.tokens[end + 1].capital:
        end += 2  # "al-Nasiriya"
    if end == at or at in scan.nations:
        return None
    return PlaceName(at, end, scan.text(at, end))


def _closed(scan: Scan, names: list[PlaceName], level: str | None, end: int) -> NameList:
    """Take in what contains the names, if it can."""
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
    for name in names.names:
        area = _meaning(name, names, among_governorates=among_governorates)
        if area is not None:
            label = name.text if name.region is None else name.region.name
            areas.append(replace(area, text=name.text, span=scan.span(name.start, name.end), label=label))
    return areas


def _meaning(
    name: PlaceName, names: NameList, *, among_governorates: bool
) -> Region | Whole | Part | Town | Limit | None:
    if name.region is not None:
        return Region(name=name.region.name, units=name.region.units)
    if not name.candidates:
        return Limit(reason=UNKNOWN)
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
