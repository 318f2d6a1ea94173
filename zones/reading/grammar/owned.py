"""Phrases that put one unit into another by its name: "Homs's Rastan district", "Hama's northern countryside"."""

from __future__ import annotations

from dataclasses import replace

from zones.areas import Area, Part, Sector, Town, Whole
from zones.reading.grammar.parsed import Parsed, quoted
from zones.reading.grammar.sectors import sectors_of
from zones.reading.grammar.unit_names import named_units
from zones.reading.lexicon import words
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["owned"]


def owned(scan: Scan, at: int) -> Parsed | None:
    """Return what belongs to units named as owners, from their names on."""
    owners, end = _owners(scan, scan.skip(at, {"the"}))
    if not owners:
        return None
    towards = direction(scan.words, scan.skip(end, words("units.far")))
    rural_at = end if towards is None else towards[1]
    nouns = words("units.sector_nouns", "units.rural", "units.after_sector")
    after = scan.skip(rural_at, nouns)
    if towards is not None and after > rural_at:
        return sectors_of(scan, owners, towards[0], at, after)
    if towards is None and scan.word(end) in words("units.rural", "areas.parts") and after > end:
        codes = [owner.code("governorate") or owner.code("district") for owner in owners]
        parts = [Part(unit=c, label=o.text) for c, o in zip(codes, owners, strict=True) if c is not None]
        return quoted(scan, at, after, parts) if parts else None
    inner = named_units(scan, end)
    container = owners[0].code("governorate") or owners[0].code("district")
    if inner is None or container is None or len(owners) > 1:
        return None
    inside = [_inside(scan, area, container) for area in inner.areas]
    kept = tuple(area for area in inside if area is not None)
    return Parsed(kept, inner.end) if len(kept) == len(inside) else None


def _owners(scan: Scan, at: int) -> tuple[list[PlaceName], int]:
    """Read "Homs's", "Hama's and Homs's"."""
    owners: list[PlaceName] = []
    end = at
    while (
        (name := scan.names.get(at)) is not None
        and name.region is None
        and scan.word(name.end) in {"'s", "'"}
    ):
        owners.append(name)
        end = name.end + 1
        at = scan.skip(end, words("units.list_marks"))
    return owners, end


def _inside(scan: Scan, area: Area, container: str) -> Area | None:
    """Return an area as it stands inside a container: the unit of that name there, if there is one."""
    if not isinstance(area, Whole | Part | Town | Sector) or area.unit.startswith(container):
        return area
    name = next((n for n in scan.names.values() if n.text == area.text), None)
    for level in ("district", "sub-district", "town"):
        code = name.code(level, container) if name is not None else None
        if code is not None:
            return replace(area, unit=code)
    return None
