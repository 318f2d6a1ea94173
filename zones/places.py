"""Which zone a place belongs to: by geometry, the nearest, with the distance told."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.measure import geometry_distance_km
from geodata.units import AdminUnits
from zones.reading.tokens import fold_word
from zones.reading.whereabouts import Whereabouts
from zones.zone import Zone

__all__ = ["FARTHEST_KM", "ZoneFinder"]

FARTHEST_KM = 50.0
"""A place farther than this from every zone belongs to none."""


class ZoneFinder:
    """Finds the zone of a place among some zones; shapes and answers are kept, claims name few places.

    Parameters
    ----------
    zones
        The zones.
    units
        The boundaries.
    """

    def __init__(self, zones: Sequence[Zone], units: AdminUnits) -> None:
        self._zones = zones
        self._units = units
        self._shapes = np.array([z.geometry() for z in zones], dtype=object)
        self._known: dict[tuple[str, str, float | None], tuple[Zone, float] | None] = {}

    def find(self, place: Whereabouts) -> tuple[Zone, float] | None:
        """Return the zone nearest to a place with the distance in km, 0 inside; None beyond `FARTHEST_KM`.

        A governorate or region belongs to the zone that covers most of it; a town, or a place given by its
        distance or bearing from one, to the zone nearest to the town.
        """
        key = (fold_word(place.text), place.relation, place.bearing)
        if key not in self._known:
            self._known[key] = self._find(place)
        return self._known[key]

    def _find(self, place: Whereabouts) -> tuple[Zone, float] | None:
        if not len(self._shapes):
            return None
        shape, point = _shape(place, self._units)
        if shape is not None:
            shared = shapely.area(shapely.intersection(shape, self._shapes))
            if shared.max() > 0:
                return self._zones[int(shared.argmax())], 0.0
        if point is None:
            return None
        gaps = [geometry_distance_km(lon=point[0], lat=point[1], geometry=g) for g in self._shapes]
        index = int(np.argmin(gaps))
        km = round(gaps[index], 1)
        return (self._zones[index], km) if km <= FARTHEST_KM else None


def _shape(place: Whereabouts, units: AdminUnits) -> tuple[BaseGeometry | None, tuple[float, float] | None]:
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
