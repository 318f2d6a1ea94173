"""Polygons that form a valid coverage, or the reason why they do not."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.errors import CoverageError

_POLYGON = int(shapely.GeometryType.POLYGON)
_MULTIPOLYGON = int(shapely.GeometryType.MULTIPOLYGON)

Geometries = NDArray[np.object_]


def as_coverage(geometries: Sequence[object] | Geometries) -> Geometries:
    """Return own two-dimensional copies of the polygons of a valid coverage.

    Parameters
    ----------
    geometries
        Shapely polygons and multipolygons; None and empty ones hold no point. Their interiors must not
        overlap, and neighbours must share the vertices of their common border; gaps are allowed.

    Raises
    ------
    CoverageError
        Something is not a polygon, is not valid, or the polygons do not form a coverage.
    """
    given = _as_array(geometries)
    _refuse(~shapely.is_geometry(given) & ~shapely.is_missing(given), "is no shapely geometry")
    kind = shapely.get_type_id(given)
    present = ~(shapely.is_missing(given) | shapely.is_empty(given))
    _refuse(present & (kind != _POLYGON) & (kind != _MULTIPOLYGON), "is no polygon")
    _refuse(present & ~shapely.is_valid(given), "is not valid; shapely.make_valid mends it")
    flat = flattened(given)
    if not shapely.coverage_is_valid(flat):
        faults = shapely.coverage_invalid_edges(flat)
        _refuse(
            ~shapely.is_empty(faults),
            "overlaps a neighbour or does not share its vertices; "
            "shapely.coverage_clean makes a coverage of them",
        )
    return flat


def flattened(geometries: Sequence[object] | Geometries) -> Geometries:
    """Return own two-dimensional copies of the geometries, with an empty polygon for None and empty ones."""
    given = _as_array(geometries)
    flat: Geometries = np.asarray(shapely.force_2d(given), dtype=object)
    flat[shapely.is_missing(given) | shapely.is_empty(given)] = shapely.Polygon()
    return flat


def _as_array(geometries: Sequence[object] | Geometries) -> Geometries:
    array = np.empty(len(geometries), dtype=object)
    array[:] = list(geometries)
    return array


def _refuse(at_fault: NDArray[np.bool_], what: str) -> None:
    positions = np.flatnonzero(at_fault).tolist()
    if positions:
        more = f" (and {len(positions) - 1} more)" if len(positions) > 1 else ""
        raise CoverageError(f"geometry at position {positions[0]}{more} {what}", positions=tuple(positions))
