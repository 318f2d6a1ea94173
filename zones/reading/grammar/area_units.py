"""The units that read areas name, and whether some areas lie in others."""

from __future__ import annotations

from collections.abc import Sequence

from zones.areas import Area, Part, Region, Sector, Town, Whole, leaves

__all__ = ["all_units", "lies_apart", "lies_inside", "unit_codes"]


def unit_codes(areas: Sequence[Area]) -> list[str]:
    """Return the units (P-codes) that areas name, whole, in part, as a town or a sector."""
    return [a.unit for area in areas for a in leaves(area) if isinstance(a, Whole | Part | Town | Sector)]


def all_units(areas: tuple[Area, ...]) -> list[str]:
    """Return the units that areas stand for, those of regions included."""
    return [u for a in areas if isinstance(a, Region) for u in a.units] + unit_codes(areas)


def lies_apart(gone: Sequence[Area], kept: Sequence[Area]) -> bool:
    """Whether what would be taken out shares no unit with what is there, as far as both are made of units."""
    has_units = Whole | Part | Town | Sector | Region
    if not all(isinstance(leaf, has_units) for area in (*gone, *kept) for leaf in leaves(area)):
        return False
    there = all_units(tuple(kept))
    return not any(a.startswith(b) or b.startswith(a) for a in all_units(tuple(gone)) for b in there)


def lies_inside(gone: Sequence[Area], kept: Sequence[Area]) -> bool:
    """Whether what would be taken out lies in what is there, or nobody can say: else it is the list's next item."""
    inside, codes = all_units(tuple(kept)), all_units(tuple(gone))
    return not inside or not codes or any(c.startswith(i) and c != i for c in codes for i in inside)
