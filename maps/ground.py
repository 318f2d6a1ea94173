"""What lies under the zones in the page: units, places and the base map, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geodata.unit import Level
from maps.arcs import Topology, encode

if TYPE_CHECKING:
    from geodata.units import AdminUnits

Json = dict[str, Any]


def units(admin: AdminUnits) -> Json:
    """
    Return names by P-code and the sub-districts as shared arcs.

    The coarser levels need no geometry of their own: their borders are the arcs that lie between two of
    their units, which a P-code's first characters tell.
    """
    finest = {unit.pcode: admin.geometry(unit.pcode) for unit in admin.at_level(Level.SUBDISTRICT)}
    topology = Topology.from_polygons(finest)
    return {
        "rows": [[unit.pcode, unit.name, unit.name_ar] for level in Level for unit in admin.at_level(level)],
        "arcs": encode(topology.arcs),
        "rings": [[pcode, [list(ring) for ring in rings]] for pcode, rings in sorted(topology.rings.items())],
    }


def places(admin: AdminUnits) -> list[Json]:
    """Return towns with names in both languages, largest first."""
    return []


def base(*, relief: bool) -> Json:
    """Return relief, waters and neighbours."""
    return {}
