"""Geometry as JSON has it: on the grid of six decimals, valid there, outer rings counterclockwise."""

from __future__ import annotations

from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

__all__ = ["DECIMALS", "multipolygon", "snapped", "to_json"]

DECIMALS = 6
"""Of a degree: about 11 cm."""

_GRID = 10.0**-DECIMALS


def snapped(shape: BaseGeometry | None) -> BaseGeometry | None:
    """Return a geometry on the grid, in one order, oriented as RFC 7946 has it; None for an empty one."""
    if shape is None or shape.is_empty:
        return None
    # Normalised, for a shape that is on the grid should come back as it is, its rings' first points too.
    on_grid = shapely.normalize(shapely.set_precision(shape, _GRID))
    return shapely.orient_polygons(on_grid, exterior_cw=False)


def multipolygon(shape: BaseGeometry | None) -> shapely.MultiPolygon | None:
    """Return the polygons of a geometry on the grid, as one multipolygon; None if there are none."""
    on_grid = snapped(shape)
    if on_grid is None:
        return None
    parts = shapely.get_parts(shapely.get_parts(on_grid))  # twice: a collection may hold multipolygons
    polygons = [part for part in parts if part.geom_type == "Polygon"]
    return shapely.MultiPolygon(polygons) if polygons else None


def to_json(shape: BaseGeometry | None) -> dict[str, Any] | None:
    """Return a geometry as a GeoJSON object; None for an empty one.

    Examples
    --------
    >>> to_json(shapely.Point(36.12345678, 35))
    {'type': 'Point', 'coordinates': [36.123457, 35.0]}
    """
    on_grid = snapped(shape)
    if on_grid is None:
        return None
    told: dict[str, Any] = shapely.geometry.mapping(on_grid)
    return {"type": told["type"], "coordinates": _rounded(told["coordinates"])}


def _rounded(numbers: Any) -> Any:  # noqa: ANN401 - a tree of lists, as deep as the geometry's type has it
    if isinstance(numbers, float | int):
        return round(float(numbers), DECIMALS)
    return [_rounded(number) for number in numbers]
