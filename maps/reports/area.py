"""What a phrase comes to, as text."""

from __future__ import annotations

from geodata.measure import area_km2
from geodata.units import AdminUnits
from zones.areas import Area
from zones.compiler import compile_area

__all__ = ["area_text"]


def area_text(area: Area, units: AdminUnits) -> str:
    """Return the members of an area with extent, rule, share and reason, its areas in km2, and its open limits."""
    compiled = compile_area(area, units)
    lines = []
    for member in compiled.members:
        unit = units[member.pcode]
        share = f" {member.share:.0%}" if member.share is not None else ""
        lines.append(
            f"{unit.pcode:<9} {unit.name} {unit.level}: {member.extent}{share}, rule {member.rule}: {member.reason}"
        )
    sizes = [
        f"{float(area_km2(shape)):,.0f} km2 {extent}"
        for extent, shape in (("whole", compiled.whole), ("part", compiled.part))
        if not shape.is_empty
    ]
    lines.append(", ".join(sizes) or "no unit")
    lines += [f"unresolved: “{limit.text}”: {limit.reason}" for limit in compiled.limits]
    lines.append(f"boundaries: {units.source.dated}")
    return "\n".join(lines)
