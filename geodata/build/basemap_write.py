"""Geometry made fit for a small file: rounded, valid, one kind, the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.packages import write_features

DECIMALS = 4
"""Four decimals are 11 m, far below what the sources can tell."""

Feature = tuple[Mapping[str, Any], BaseGeometry]


def write_shapes(path: Path, features: Sequence[Feature]) -> None:
    """Write features as GeoJSON, coordinates rounded to `DECIMALS`."""
    write_features(
        path, [(dict(properties), shapely.to_geojson(rounded(shape))) for properties, shape in features]
    )


def rounded(shape: BaseGeometry) -> BaseGeometry:
    """Return the shape on a grid of 1e-4 degrees, still valid, in normal form."""
    snapped = shapely.set_precision(shape, 10**-DECIMALS).normalize()
    clean = shapely.transform(snapped, lambda xy: xy.round(DECIMALS))
    return shapely.orient_polygons(clean)


def polygons_of(shape: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a mixed collection as one shape."""
    return _of_dimension(shape, 2)


def lines_of(shape: BaseGeometry) -> BaseGeometry:
    """Return the lines of a mixed collection as one shape, merged end to end."""
    return shapely.line_merge(_of_dimension(shape, 1))


def _of_dimension(shape: BaseGeometry, dimension: int) -> BaseGeometry:
    flat = shapely.get_parts(shapely.get_parts(shape))
    return shapely.union_all(flat[shapely.get_dimensions(flat) == dimension])
