"""The border segments of a coverage, each once, with the unit on either side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.coverage import Geometries
from geodata.errors import CoverageError
from geodata.measure import Floats, segment_km

NOWHERE = -1
"""The position that stands for "in no unit", wherever positions are given."""

Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class CoverageEdges:
    """Border segments, directed from their smaller end (by longitude, then latitude), and in its order.

    Attributes
    ----------
    start, end
        Shape (n, 2): longitude and latitude, WGS 84 degrees.
    left, right
        Shape (n,): position of the unit on that side of the segment, or `NOWHERE`.
    """

    start: Floats
    end: Floats
    left: NDArray[np.int32]
    right: NDArray[np.int32]

    @classmethod
    def of(cls, polygons: Geometries) -> Self:
        """Return every border segment of a coverage once.

        Parameters
        ----------
        polygons
            A valid coverage: what `geodata.coverage.as_coverage` returned, or polygons known to be one.

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
        return cls(start=low[new], end=high[new], left=left, right=right)

    def __len__(self) -> int:
        return len(self.left)

    @cached_property
    def segments(self) -> Floats:
        """Rows of lon, lat, lon, lat, shape (n, 4)."""
        return np.hstack([self.start, self.end])

    @cached_property
    def km(self) -> Floats:
        """The length of each segment, shape (n,)."""
        return segment_km(self.segments)

    @cached_property
    def on_outline(self) -> Bools:
        """Which segments lie on the outline of the coverage, shape (n,)."""
        return np.asarray((self.left == NOWHERE) | (self.right == NOWHERE))

    @cached_property
    def owner(self) -> NDArray[np.int32]:
        """A unit of each segment, shape (n,): on the outline its only one, else the later of the two."""
        return np.maximum(self.left, self.right)

    def between(self, inside: Bools, across: Bools) -> Bools:
        """
        Return which segments part two sets of units from each other.

        Parameters
        ----------
        inside, across
            Which units are in either set, shape (units,); units in both count for neither.
        """
        a, b = _padded(inside & ~across), _padded(across & ~inside)
        return np.asarray((a[self.left] & b[self.right]) | (b[self.left] & a[self.right]))

    def km_across(self, inside: Bools, groups: Ints) -> Floats:
        """
        Return the border each group of units shares with a set of units, in km, counted outside the set.

        Parameters
        ----------
        inside
            Which units are in the set, shape (units,).
        groups
            The group of each unit, numbered from 0, shape (units,).
        """
        a = _padded(inside)
        outward = (a[self.left] != a[self.right]) & ~self.on_outline
        beyond = np.where(a[self.left], self.right, self.left)[outward]
        km = np.bincount(groups[beyond], weights=self.km[outward], minlength=int(groups.max()) + 1)
        return km.astype(np.float64)

    def line(self, chosen: Bools) -> BaseGeometry:
        """Return the chosen segments joined into as few lines as they make."""
        return shapely.line_merge(shapely.MultiLineString(list(self.segments[chosen].reshape(-1, 2, 2))))


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


def _padded(chosen: Bools) -> Bools:
    """Return the choice with one more entry, so that the position -1 (nowhere) is never chosen."""
    return np.append(chosen, False)
