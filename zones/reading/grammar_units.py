"""Phrases that name units: whole, in part, by sector, by their towns, or as regions.

Each function takes a `Scan` and a position and returns a `Parsed` (areas and the position after them) or None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from zones.areas import Area, Part, Region, Sector, Town, Union, Whole
from zones.reading.lexicon import table
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["DETERMINERS", "Parsed", "as_part", "container", "named_units", "sector", "unit_type"]

DETERMINERS = frozenset("the a an its their this that these those all both".split())
_OF = frozenset({"of", "in", "within", "inside", "across", "throughout"})
_LIST_MARKS = frozenset({",", "and", "or", "&", "plus"})
_POINTS = frozenset(
    "north south east west northeast northwest southeast southwest".split()
)
_RURAL = frozenset({"rural", "countryside"})
_SECTOR_NOUNS = frozenset(
    "part parts half areas area countryside reaches section sections tip edge edges corner districts suburbs outskirts flank "
    "sector sectors rim end side sides portion portions fringe fringes stretches districts regions region zone zones "
    "strip belt third quarter pocket enclave".split()
)

_TOWARDS = {
    0.0: "Northern", 45.0: "North-eastern", 90.0: "Eastern", 135.0: "South-eastern",
    180.0: "Southern", 225.0: "South-western", 270.0: "Western", 315.0: "North-western",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read: the areas of one item of a list, and the position after it."""

    areas: tuple[Area, ...]
    end: int

    @property
    def area(self) -> Area:
        """The areas as one."""
        return self.areas[0] if len(self.areas) == 1 else Union(areas=self.areas)


@dataclass(frozen=True, slots=True)
class _Names:
    names: tuple[PlaceName, ...]
    kind: str | None
    within: str | None
    end: int


def unit_type(scan: Scan, at: int) -> tuple[str, bool, int] | None:
    """Return the level a type word means, whether it is a plural, and the position after it."""
    word = scan.word(at)
    if word == "sub" and scan.word(at + 1) in {"district", "districts"}:
        return "sub-district", scan.word(at + 1).endswith("s"), at + 2
    for level, words in table("places")["types"].items():
        if word in words:
            return level, word.endswith("s") and word != "surroundings", at + 1
    return None


def container(scan: Scan, at: int) -> tuple[str, int] | None:
    """Return the P-code of "in Aleppo governorate" and the position after it; also "of", "'s"."""
    if scan.word(at) == "," and scan.word(at + 1) in _OF:
        at += 1
    if scan.word(at) not in _OF:
        return None
    start = scan.skip(at + 1, {"the", "province", "governorate", "of", "district"})
    after_direction = direction(scan.words, start)
    if after_direction is not None:
        start = after_direction[1]
    name = scan.names.get(start)
    if name is None:
        return None
    kind = unit_type(scan, name.end)
    level = kind[0] if kind and kind[0] in {"governorate", "district"} else None
    candidate = name.unit(level) if level else name.unit("governorate") or name.unit("district")
    if candidate is None:
        return None
    return candidate.pcode, kind[2] if kind and (level or kind[0] == "vague") else name.end


def _name_list(scan: Scan, at: int) -> _Names | None:
    """Read "[the] [districts of] A, B and C [districts] [in D governorate]"."""
    at = scan.skip(at, {"the"})
    before = unit_type(scan, at)
    kind = None
    if before is not None:
        after = scan.skip(before[2], {"of", "the", "in", "within"})
        if scan.word(before[2]) in {"of", "in", "within"} or (after in scan.names and before[2] == after):
            kind, at = before[0], after
        else:
            return None
    names: list[PlaceName] = []
    end = at
    while (name := scan.names.get(at)) is not None:
        names.append(name)
        end = name.end
        following = unit_type(scan, name.end)
        if following is not None and kind in {None, following[0]}:
            if len(names) == 1 or following[1]:
                return _finish(scan, names, following[0] if kind is None else kind, following[2])
            return _finish(scan, names[:-1], kind, names[-2].end)
        step = scan.skip(name.end, _LIST_MARKS)
        if step == name.end or step - name.end > 2:
            break
        repeated = scan.skip(step, {"the"})
        at = repeated if kind is not None or repeated == step else step
    return _finish(scan, names, kind, end) if names else None


def _finish(scan: Scan, names: list[PlaceName], kind: str | None, end: int) -> _Names:
    within = None
    if kind != "governorate":
        inside = container(scan, end)
        if inside is not None and all(_fits(n, inside[0]) for n in names):
            within, end = inside
    return _Names(tuple(names), kind, within, end)


def _fits(name: PlaceName, pcode: str) -> bool:
    return any((c.pcode or "").startswith(pcode) and c.pcode != pcode for c in name.candidates)


def _resolve(names: _Names, scan: Scan) -> list[Area]:
    """Give each name of a list its meaning: by its type word, or by the company it keeps."""
    kind = names.kind
    span = {n.start: scan.span(n.start, n.end) for n in names.names}
    capable = [n for n in names.names if n.has("governorate")]
    as_governorates = kind is None and len(capable) * 2 > len([n for n in names.names if n.region is None])
    areas: list[Area] = []
    for name in names.names:
        where = {"text": name.text, "span": span[name.start], "label": name.text}
        if name.region is not None:
            where["label"] = name.region.name
            areas.append(Region(name=name.region.name, units=name.region.units, **where))  # type: ignore[arg-type]
            continue
        area = _meaning(name, kind, as_governorates, names.within, where)
        if area is not None:
            areas.append(area)
    return areas


def _meaning(
    name: PlaceName, kind: str | None, as_governorate: bool, within: str | None, where: dict[str, object]
) -> Area | None:
    if kind in {"governorate", "district", "sub-district"}:
        unit = name.unit(kind, within) or name.unit(kind)
        if unit is not None:
            return Whole(unit=unit.pcode, **where)  # type: ignore[arg-type]
    if kind == "vague" or (kind is None and as_governorate and within is None):
        unit = name.unit("governorate")
        if unit is not None:
            return (Part if kind == "vague" else Whole)(unit=unit.pcode, **where)  # type: ignore[arg-type]
    if kind == "vague":
        unit = name.unit("district", within)
        if unit is not None:
            return Part(unit=unit.pcode, **where)  # type: ignore[arg-type]
    for level in ("town", "sub-district", "district", "governorate"):
        unit = name.unit(level, within) or name.unit(level)
        if unit is not None and unit.pcode:
            if level == "governorate":
                return Whole(unit=unit.pcode, **where)  # type: ignore[arg-type]
            code = unit.pcode if len(unit.pcode) == 8 else _seat_code(unit.pcode)
            return Town(unit=code, name=name.text, **where)  # type: ignore[arg-type]
    return None


def _seat_code(district: str) -> str:
    return f"{district}00"


def named_units(scan: Scan, at: int) -> Parsed | None:
    """Read a list of names with or without their type: "Azaz, Al Bab and Jarablus districts in Aleppo"."""
    names = _name_list(scan, at)
    if names is None:
        return None
    areas = _resolve(names, scan)
    return Parsed(tuple(areas), names.end) if areas else None


def as_part(area: Area) -> Area:
    """Return an area of which the text takes a part only: whole units become parts, the rest stays."""
    if isinstance(area, Whole):
        return Part(unit=area.unit, text=area.text, span=area.span, label=area.label)
    if isinstance(area, Union):
        return Union(areas=tuple(as_part(a) for a in area.areas))
    return area


def _directions(scan: Scan, at: int) -> tuple[list[float], int] | None:
    """Read "north", "the north-east", "western and southern", "north and west"."""
    at = scan.skip(at, {"the", "far", "extreme"})
    first = direction(scan.words, at)
    if first is None:
        return None
    bearings, end = [first[0]], first[1]
    while scan.word(end) in {"and", ",", "or"}:
        more = direction(scan.words, scan.skip(end + 1, {"and", "the"}))
        if more is None:
            break
        bearings.append(more[0])
        end = more[1]
    return bearings, end


def sector(scan: Scan, at: int) -> Parsed | None:
    """Read "northern Homs province", "the north of Homs", "the northern part of", "rural north of"."""
    start = at
    at = scan.skip(at, {"the", "a", "an"})
    inside = at > start or scan.word(at) in _RURAL
    if scan.word(at) in _RURAL and scan.word(at + 1) != "damascus":
        at += 1
    found = _directions(scan, at)
    if found is None:
        return None
    bearings, end = found
    if scan.word(end) in _RURAL and scan.names.get(end) is None:
        end += 1
    while scan.word(end) in _SECTOR_NOUNS | {"and"} and end not in scan.names and scan.word(end + 1) in _OF | _SECTOR_NOUNS | {"and"}:
        end += 1
    if scan.word(end) == "of" and not inside and scan.word(end - 1) in _POINTS:
        return None  # "north-west of Damascus" is a position, "the north-west of Latakia" an area
    end = scan.skip(end, _OF | {"the"} if scan.word(end) in _OF else ())
    if scan.names.get(end) is None and unit_type(scan, end) is None:
        return None
    names = _name_list(scan, end)
    if names is None or not names.names:
        return None
    names = _shorten(names, scan)
    units = [_sector_unit(n, names.kind, names.within) for n in names.names]
    if any(u is None for u in units):
        return None
    end = names.end
    if scan.word(end) in {"countryside", "suburbs", "areas", "outskirts"}:
        end += 1
    text, span = scan.text(start, end), scan.span(start, end)
    areas: list[Area] = []
    for name, unit in zip(names.names, units, strict=True):
        if name.region is not None:
            areas.append(Region(name=name.region.name, units=name.region.units, text=text, span=span, label=name.region.name))
        elif unit is not None and len(unit) == 8:
            areas.append(Town(unit=unit, name=name.text, text=text, span=span, label=name.text))
        elif unit is not None:
            areas += [
                Sector(unit=unit, bearing=b, text=text, span=span, label=f"{_TOWARDS[b]} {name.text}") for b in bearings
            ]
    return Parsed(tuple(areas), end) if areas else None


def _shorten(names: _Names, scan: Scan) -> _Names:
    """A direction reaches over a list only if a plural type word closes or opens it."""
    if len(names.names) > 1 and names.kind is None:
        return replace(names, names=names.names[:1], end=names.names[0].end)
    return names


def _sector_unit(name: PlaceName, kind: str | None, within: str | None) -> str | None:
    if name.region is not None:
        return "region"
    levels = [kind] if kind in {"governorate", "district", "sub-district"} else []
    if kind == "town":
        levels = ["town", "sub-district"]
    for level in [*levels, "governorate", "district", "sub-district", "town"]:
        unit = name.unit(level, within)
        if unit is not None:
            return unit.pcode
    return None
