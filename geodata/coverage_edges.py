"""The border segments of a coverage, each once, with the unit on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.errors import CoverageError

NOWHERE = -1
"""The position that stands for "in no unit", wherever positions are given."""

_POLYGON = int(shapely.GeometryType.POLYGON)
_MULTIPOLYGON = int(shapely.GeometryType.MULTIPOLYGON)

Geometries = NDArray[np.object_]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageEdges:
    """Border segments, directed from their smaller end (by longitude, then latitude).

    Attributes
    ----------
    start, end
        Shape (n, 2): longitude and latitude, WGS 84 degrees.
    left, right
        Shape (n,): position of the unit on that side of the segment, or `NOWHERE`.
    """

    start: NDArray[np.float64]
    end: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.left)


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


def coverage_edges(polygons: Geometries) -> CoverageEdges:
    """Return every border segment of the coverage once.

    Parameters
    ----------
    polygons
        What `as_coverage` returned.

    Raises
    ------
    CoverageError
        Two polygons lie on the same side of one segment.
    """
    start, end, owner = _directed_segments(polygons)
    forward = (start[:, 0] < end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] < end[:, 1]))
    low = np.where(forward[:, None], start, end)
    high = np.where(forward[:, None], end, start)
    order = np.lexsort((high[:, 1], high[:, 0], low[:, 1], low[:, 0]))
    low, high, owner, forward = low[order], high[order], owner[order], forward[order]
    new = np.ones(len(low), dtype=bool)
    new[1:] = (low[1:] != low[:-1]).any(axis=1) | (high[1:] != high[:-1]).any(axis=1)
    edge = np.cumsum(new) - 1
    left = np.full(int(new.sum()), NOWHERE, dtype=np.int32)
    right = left.copy()
    left[edge[forward]] = owner[forward]
    right[edge[~forward]] = owner[~forward]
    if np.count_nonzero(left != NOWHERE) + np.count_nonzero(right != NOWHERE) != len(owner):
        raise CoverageError("two polygons lie on the same side of one border segment")
    return CoverageEdges(start=low[new], end=high[new], left=left, right=right)


def _directed_segments(
    polygons: Geometries,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int32]]:
    """Return ends and owner of all ring segments, with the owner on the left of each."""
    parts, part_owner = shapely.get_parts(polygons, return_index=True)
    rings, ring_part = shapely.get_rings(shapely.orient_polygons(parts), return_index=True)
    points, point_ring = shapely.get_coordinates(rings, return_index=True)
    same_ring = point_ring[1:] == point_ring[:-1]
    moved = (points[1:] != points[:-1]).any(axis=1)
    keep = np.flatnonzero(same_ring & moved)
    owner = part_owner[ring_part[point_ring[keep]]].astype(np.int32)
    return points[keep], points[keep + 1], owner


def _as_array(geometries: Sequence[object] | Geometries) -> Geometries:
    array = np.empty(len(geometries), dtype=object)
    array[:] = list(geometries)
    return array


def _refuse(at_fault: NDArray[np.bool_], what: str) -> None:
    positions = np.flatnonzero(at_fault).tolist()
    if positions:
        more = f" (and {len(positions) - 1} more)" if len(positions) > 1 else ""
        raise CoverageError(f"geometry at position {positions[0]}{more} {what}", positions=tuple(positions))
