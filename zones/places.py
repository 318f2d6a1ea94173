"""Which zone a place belongs to: by geometry, the nearest, with the distance told."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from geodata.measure import geometry_distance_km
from geodata.units import AdminUnits
from zones.reading.whereabouts import Whereabouts
from zones.zone import Zone

__all__ = ["FARTHEST_KM", "zone_of"]

FARTHEST_KM = 50.0
"""A place farther than this from every zone belongs to none."""


def zone_of(place: Whereabouts, zones: Sequence[Zone], units: AdminUnits) -> tuple[Zone, float] | None:
    """Return the zone nearest to a place with the distance in km, 0 inside; None beyond `FARTHEST_KM`.

    A governorate or region belongs to the zone that covers most of it; a town, or a place given by its distance or
    bearing from one, to the zone nearest to the town.
    """
    if not zones:
        return None
    shape, point = _shape(place, units)
    if shape is not None:
        shared = [(shapely.area(shapely.intersection(shape, z.geometry())), -i) for i, z in enumerate(zones)]
        most, index = max(shared)
        if most > 0:
            return zones[-index], 0.0
    if point is None:
        return None
    gaps = [(geometry_distance_km(lon=point[0], lat=point[1], geometry=z.geometry()), i) for i, z in enumerate(zones)]
    km, index = min(gaps)
    return (zones[index], round(km, 1)) if km <= FARTHEST_KM else None


def _shape(
    place: Whereabouts, units: AdminUnits
) -> tuple[shapely.Geometry | None, tuple[float, float] | None]:
    name = place.name
    if name is None:
        return None, None
    if name.region is not None:
        return units.union(name.region.units), None
    town = name.unit("town") or name.unit("sub-district")
    point = (town.lon, town.lat) if town is not None else None
    if place.relation:
        best = town or name.candidates[0]
        return None, (best.lon, best.lat)
    unit = name.unit("governorate") or (name.unit("district") if town is None else None)
    if unit is not None and unit.pcode is not None:
        return units.geometry(unit.pcode), point or (unit.lon, unit.lat)
    return None, point
