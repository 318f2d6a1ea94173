"""The Golan Heights, occupied by Israel since 1967: what lies in them, as every map marks it."""

from __future__ import annotations

from functools import cache

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Kind, layer_features
from geodata.measure import area_km2

__all__ = ["LEAST_KM2", "golan_shape", "in_golan", "reaches_into_golan"]

LEAST_KM2 = 0.5
"""What a shape must have inside before it counts: outlines that only touch share slivers."""


@cache
def golan_shape() -> BaseGeometry:
    """Return the outline that the base map draws: within Quneitra's units, without the area of separation."""
    (found,) = (feature for feature in layer_features("undof") if feature.kind is Kind.GOLAN)
    shapely.prepare(found.geometry)
    return found.geometry


def in_golan(*, lon: float, lat: float) -> bool:
    """
    Return whether a position lies in the occupied Golan, its outline included.

    Parameters
    ----------
    lon, lat
        WGS 84 degrees.

    Examples
    --------
    >>> in_golan(lon=35.75, lat=33.23), in_golan(lon=35.89, lat=33.19)
    (True, False)
    """
    return bool(shapely.intersects_xy(golan_shape(), lon, lat))


def reaches_into_golan(shape: BaseGeometry) -> bool:
    """Return whether a shape in WGS 84 has more than `LEAST_KM2` inside the occupied Golan."""
    if not shapely.intersects(golan_shape(), shape):
        return False
    return bool(area_km2(shapely.intersection(shape, golan_shape())) > LEAST_KM2)
