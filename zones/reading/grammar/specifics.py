"""What narrows an item of a list down: "namely A and B", "above all A", "including the provinces of A and B"."""

from __future__ import annotations

from collections.abc import Callable

from zones.areas import Area, Part, Region, Town, Whole, leaves
from zones.reading.grammar.area_units import all_units, unit_codes
from zones.reading.grammar.items import item
from zones.reading.grammar.listing import Listing
from zones.reading.grammar.outskirts import is_around
from zones.reading.grammar.parsed import as_part, in_words, quoted
from zones.reading.grammar.type_words import LEVELS, type_word
from zones.reading.grammar.unit_names import container, named_units
from zones.reading.lexicon import phrases, words
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["named_after", "specified"]


def specified(scan: Scan, at: int, found: Listing, vague: tuple[Area, ...]) -> int:
    """Read ", namely A and B" after a vague item: the names stand in its place, with its extent."""
    step = scan.skip(at, {",", "--", "("})
    hit = phrases("lists.namely").at(scan.words, step)
    mostly = phrases("lists.mostly").at(scan.words, step)
    if mostly is not None and all(isinstance(area, Region) for area in vague):
        return _narrow(scan, mostly.end, found, len(vague)) or at
    among = phrases("lists.some_of_them", "lists.mostly").at(scan.words, step)
    if among is not None and is_around(vague):
        return _among(scan, among.end, found) or at
    if among is not None and (inside := _inside(scan, among.end, vague)) is not None:
        return inside
    listed_at = _including(scan, step, vague) or _apposed(scan, at, vague)
    begin = hit.end if hit is not None else _provinces(scan, step, vague) or listed_at
    if begin is None and scan.word(at) == "--" and _is_named_after(scan, at + 1, vague):
        begin = at + 1
    if begin is None:
        return at
    named = named_units(scan, scan.skip(begin, {",", ":", "the", "of"})) or item(scan, begin)
    if named is None:
        return at
    listed = listed_at is not None and not _is_part(scan, found)
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
    found.take((in_words(scan, start, end, Why.MOSTLY.told()),), start, named.end)
    return named.end


def _among(scan: Scan, at: int, found: Listing) -> int | None:
    """Read "the suburbs of Damascus, among them A and B": these, and the rest in words."""
    named = named_units(scan, scan.skip(at, {"the"}))
    if named is not None:
        found.take(named.areas, at, named.end)
    return None if named is None else named.end


def _inside(scan: Scan, at: int, whole: tuple[Area, ...]) -> int | None:
    """Pass over what lies in an area that is there already: "Idlib province, including Saraqib and Ariha"."""
    codes, end = tuple(all_units(whole)), None
    kind = type_word(scan, scan.skip(at, {"the"}))
    step = scan.skip(at if kind is None else kind.end, words("units.of") | {"the"})
    while codes and (name := scan.names.get(step)) is not None:
        kind = type_word(scan, name.end)
        level = kind.level if kind is not None and kind.level in LEVELS else None
        own = {unit.pcode for unit in name.candidates if unit.pcode and level in {None, unit.kind}}
        if not any(code.startswith(codes) and code not in codes for code in own):
            break
        end = name.end if kind is None else kind.end
        step = scan.skip(end, words("units.list_marks"))
    return end


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
    units = _region_units(vague)
    inner = (
        named_units(scan, scan.skip(at + 1, {"the"}))
        if scan.word(at) in {"including", "comprising"}
        else None
    )
    codes = unit_codes(inner.areas) if inner is not None else []
    return at + 1 if units and codes and all(code.startswith(units) for code in codes) else None


def _apposed(scan: Scan, at: int, vague: tuple[Area, ...]) -> int | None:
    """Read ", the provinces of Daraa and Quneitra" after a region: these are what is meant of it."""
    first = scan.skip(at + 1, {"the"})
    kind = type_word(scan, first) if scan.word(at) == "," else None
    if kind is None or kind.level not in LEVELS or not all(isinstance(area, Region) for area in vague):
        return None
    inner = named_units(scan, first)
    codes = set(unit_codes(inner.areas)) if inner is not None else set()
    return at + 1 if codes and codes < set(_region_units(vague)) else None


def _provinces(scan: Scan, at: int, vague: tuple[Area, ...]) -> int | None:
    """Read ", in certain parts of Daraa and Quneitra" after a region: the names narrow it down."""
    if scan.word(at) not in {"in", "on"} or not all(isinstance(area, Region) for area in vague):
        return None
    inner = item(scan, at + 1)
    codes = unit_codes(inner.areas) if inner is not None else []
    units = _region_units(vague)
    return at + 1 if codes and all(code.startswith(units) for code in codes) else None


def named_after(
    scan: Scan, at: int, found: Listing, vague: tuple[Area, ...], read: Callable[[Scan, int], Listing | None]
) -> int | None:
    """Read "the outskirts of Damascus (in Eastern Ghouta)", "parts of Hama (Masyaf)": the bracket names the area.

    Parameters
    ----------
    scan, at
        The sentence, and the token after the vague item, which is the last of the list.
    found
        The list so far; what the bracket names takes the place of the item.
    vague
        The areas of the item.
    read
        What reads a list of areas.

    Returns
    -------
    The position after it; None if nothing there names the area.
    """
    around, mark = is_around(vague), scan.word(at)
    if around and (inside := container(scan, at)) is not None:
        return _located(scan, at, inside, found)
    if mark not in {"(", "--"} and not (around and mark in words("extents.lying_in")):
        return None
    inner = read(scan, at + (mark in {"(", "--"}))
    if inner is not None and mark == "(":
        inner.cut(next((i for i in range(at, inner.end) if scan.word(i) == ")"), inner.end))
    if inner is None or not (around or _all_lie_in(inner, vague)):
        return None
    told_in_full = around or (isinstance(vague[0], Region) and not _is_part(scan, found))
    start, _ = found.drop(len(vague))
    found.take(tuple(inner.items if told_in_full else map(as_part, inner.items)), start, inner.end)
    found.minus += inner.minus
    found.minus_after += [len(found.items)] * len(inner.minus)
    found.remarks += inner.remarks
    return scan.skip(inner.end, {")", "--"}) if mark in {"(", "--"} else inner.end


def _located(scan: Scan, at: int, inside: tuple[str, int], found: Listing) -> int:
    """Read "areas around Rastan in Homs province": part of the province, unless places in it are listed already."""
    code, end = inside
    if not any(unit.startswith(code) for unit in all_units(tuple(found.items))):
        found.take(quoted(scan, at, end, (Part(unit=code, label=scan.units[code].name),)).areas, at, end)
    return end


def _all_lie_in(inner: Listing, vague: tuple[Area, ...]) -> bool:
    """Whether all of a list lies in the units of which something is meant in part, or is some of a region's."""
    parts = tuple(leaf.unit for area in vague for leaf in leaves(area) if isinstance(leaf, Part))
    region = _region_units(vague)
    codes = all_units(tuple(inner.items))
    if not codes or (region and parts):
        return False
    if region:
        # "southern Syria (Daraa and Quneitra)"; towns may be no more than examples
        return set(codes) < set(region) and not any(isinstance(area, Town) for area in inner.items)
    return bool(parts) and all(c.startswith(parts) and c not in parts for c in codes)


def _region_units(areas: tuple[Area, ...]) -> tuple[str, ...]:
    """Return the units (P-codes) of the regions among some areas."""
    return tuple(unit for area in areas if isinstance(area, Region) for unit in area.units)
