"""Positions to sub-districts: the unit at a point, and the nearest one."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely

from geodata.coverage_edges import NOWHERE, Ints
from geodata.errors import OutsideEarthError
from geodata.measure import Floats, geometry_distance_km

_KM_PER_DEGREE_AT_LEAST = 80.0


class Locator:
    """
    Finds the polygon of a coverage that holds a position.

    A position on a boundary belongs to the first of the adjoining polygons, in their order.

    Parameters
    ----------
    shapes
        A valid coverage, WGS 84 degrees, shape (n,).
    """

    def __init__(self, shapes: npt.NDArray[np.object_]) -> None:
        self._shapes = shapes

    def at(self, *, lon: float, lat: float) -> int:
        """Return the place of the polygon that holds a position, -1 outside all."""
        check_position(lon=lon, lat=lat)
        hits = self._tree.query(shapely.Point(lon, lat), predicate="intersects")
        return int(hits.min()) if len(hits) else NOWHERE

    def at_each(self, lon: Floats, lat: Floats) -> Ints:
        """Return for each position the place of its polygon, -1 outside all, shape (n,)."""
        found = np.full(len(lon), len(self._shapes), dtype=np.intp)
        point, unit = self._tree.query(shapely.points(lon, lat), predicate="intersects")
        np.minimum.at(found, point, unit)
        return np.where(found == len(self._shapes), NOWHERE, found)

    def nearest(self, *, lon: float, lat: float, within_km: float) -> tuple[int, float] | None:
        """Return the place of the nearest polygon and its distance in km; None beyond `within_km`."""
        check_position(lon=lon, lat=lat)
        reach = within_km / _KM_PER_DEGREE_AT_LEAST
        near = self._tree.query(shapely.Point(lon, lat), predicate="dwithin", distance=reach)
        found = ((geometry_distance_km(lon=lon, lat=lat, geometry=self._shapes[i]), int(i)) for i in near)
        km, place = min(found, default=(float("inf"), NOWHERE))
        return (place, km) if km <= within_km else None

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree(self._shapes)


def check_position(*, lon: float, lat: float) -> None:
    """Raise `OutsideEarthError` if a longitude and latitude are no position on Earth."""
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise OutsideEarthError(lon=lon, lat=lat)
