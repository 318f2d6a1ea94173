"""Edges of a coverage: each segment once, with the unit on either side and its length."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.measure import Floats, segment_km

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
OUTSIDE = -1


@dataclass(frozen=True, kw_only=True)
class Edges:
    """
    All segments of a valid coverage of n units.

    Attributes
    ----------
    segments
        Rows of lon, lat, lon, lat, shape (m, 4).
    one, other
        Positions of the units on either side, shape (m,); `other` is -1 on the outline.
    """

    segments: Floats
    one: Ints
    other: Ints

    @classmethod
    def of(cls, shapes: npt.NDArray[np.object_]) -> Edges:
        """Return the edges of a valid coverage: units meet along equal segments or not at all."""
        parts, unit_of_part = shapely.get_parts(shapes, return_index=True)
        rings, part_of_ring = shapely.get_rings(parts, return_index=True)
        xy, ring = shapely.get_coordinates(rings, return_index=True)
        same_ring = ring[1:] == ring[:-1]
        segments = np.hstack([xy[:-1], xy[1:]])[same_ring]
        units = unit_of_part[part_of_ring[ring[:-1][same_ring]]]
        turned = (segments[:, 0] > segments[:, 2]) | (
            (segments[:, 0] == segments[:, 2]) & (segments[:, 1] > segments[:, 3])
        )
        segments[turned] = segments[turned][:, [2, 3, 0, 1]]
        order = np.lexsort((units, *segments.T))
        segments, units = segments[order], units[order]
        twin = np.append((segments[1:] == segments[:-1]).all(axis=1), False)
        second = np.insert(twin[:-1], 0, False)
        other = np.where(twin, np.append(units[1:], OUTSIDE), OUTSIDE)
        return cls(segments=segments[~second], one=units[~second], other=other[~second])

    @cached_property
    def km(self) -> Floats:
        """The length of each segment, shape (m,)."""
        return segment_km(self.segments)

    @cached_property
    def on_outline(self) -> Bools:
        """Which segments lie on the outline of the coverage, shape (m,)."""
        return np.equal(self.other, OUTSIDE)

    def between(self, inside: Bools, across: Bools) -> Bools:
        """
        Return which segments part two sets of units from each other.

        Parameters
        ----------
        inside, across
            Which units are in either set, shape (n,); units in both count for neither.
        """
        a, b = _padded(inside & ~across), _padded(across & ~inside)
        return np.asarray((a[self.one] & b[self.other]) | (b[self.one] & a[self.other]))

    def km_across(self, inside: Bools, groups: Ints) -> Floats:
        """
        Return the border each group of units shares with a set of units, in km, counted outside the set.

        Parameters
        ----------
        inside
            Which units are in the set, shape (n,).
        groups
            The group of each unit, numbered from 0, shape (n,).
        """
        a = _padded(inside)
        outward = (a[self.one] != a[self.other]) & ~self.on_outline
        beyond = np.where(a[self.one], self.other, self.one)[outward]
        km = np.bincount(groups[beyond], weights=self.km[outward], minlength=int(groups.max()) + 1)
        return km.astype(np.float64)

    def line(self, chosen: Bools) -> BaseGeometry:
        """Return the chosen segments joined into as few lines as they make."""
        return shapely.line_merge(shapely.MultiLineString(list(self.segments[chosen].reshape(-1, 2, 2))))


def _padded(chosen: Bools) -> Bools:
    """Return the choice with one more entry, so that the position -1 (outside) is never chosen."""
    return np.append(chosen, False)
