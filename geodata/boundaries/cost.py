"""What reading shapes would cost, told before it is begun: GEOS is not to be stopped once it works."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
import numpy.typing as npt
import shapely

from geodata.boundaries.errors import BoundariesError

MAX_VERTICES = 500_000
"""Four times as many as OCHA's boundaries have in full detail."""

MAX_RINGS = 1_500
"""Most polygons and holes together, and so most features; OCHA's boundaries have 272."""

_RINGS_NEAR, _SIDES_NEAR, _SIDES_MET = 100_000, 1_000_000, 50_000
"""Pairs that any shapes may have; beyond them a few for each ring or side."""
_NEAR_EACH, _MET_EACH = 20, 12
_SAMPLE, _CHUNK = 20_000, 100
_SIMPLIFY = "simplify it first"
_MEND = "take a clean file, or clean its topology in a GIS"

Shapes = npt.NDArray[np.object_]


def check_size(path: Path, shapes: Shapes) -> None:
    """
    Raise `BoundariesError` if shapes have more vertices or rings than can be read in a minute.

    Parameters
    ----------
    path
        What the user gave, for messages.
    shapes
        Shapes of any kind, some of them maybe None.
    """
    vertices = int(shapely.get_num_coordinates(shapes).sum())
    if vertices > MAX_VERTICES:
        problem = f"{vertices:,} vertices; expected at most {MAX_VERTICES:,}"
        raise BoundariesError(path, problem, remedy=_SIMPLIFY)
    rings = _rings(shapes)
    if len(rings) > MAX_RINGS:
        problem = f"{len(rings):,} polygons and holes; expected at most {MAX_RINGS:,}"
        raise BoundariesError(path, problem, remedy=f"take out the holes, or {_SIMPLIFY}")
    if _crowded(rings, len(rings), most=_RINGS_NEAR, each=_NEAR_EACH):
        problem = f"polygons and holes on each other by thousands; expected at most {_NEAR_EACH} at each"
        raise BoundariesError(path, problem, remedy=_MEND)
    if _crowded(*_sides(rings), most=_SIDES_NEAR, each=_NEAR_EACH):
        problem = f"long sides side by side by millions; expected at most {_NEAR_EACH} at each"
        raise BoundariesError(path, problem, remedy=_MEND)


def check_mendable(path: Path, shapes: Shapes) -> None:
    """
    Raise `BoundariesError` if sides cross each other in so many points that mending them would take minutes.

    Parameters
    ----------
    path
        What the user gave, for messages.
    shapes
        Polygons, not all of them valid or apart from each other.
    """
    if _crowded(*_sides(_rings(shapes)), most=_SIDES_MET, each=_MET_EACH, predicate="intersects"):
        problem = f"sides that cross in tens of thousands of points; expected at most {_MET_EACH} at each"
        raise BoundariesError(path, problem, remedy=_MEND)


def _crowded(
    lines: Shapes, count: int, *, most: int, each: int, predicate: Literal["intersects"] | None = None
) -> bool:
    """
    Tell whether more pairs of lines have boxes, or by a predicate points, in common than so many and some for each.

    GEOS takes its time for every such pair. The lines may be a sample of as many as `count`.
    """
    share = len(lines) / max(count, 1)
    allowed = len(lines) + (most + each * count) * share**2  # each line meets itself
    tree, found = shapely.STRtree(lines), 0
    for start in range(0, len(lines), _CHUNK):
        found += tree.query(lines[start : start + _CHUNK], predicate=predicate).shape[1]
        if found > allowed:
            return True
    return False


def _rings(shapes: Shapes) -> Shapes:
    parts = shapely.get_parts(shapely.get_parts(shapes))  # of polygons in a collection too
    return np.asarray(shapely.get_rings(parts), dtype=object)


def _sides(rings: Shapes) -> tuple[Shapes, int]:
    """Return the sides of rings, without those that go nowhere, and their number: of many a sample, always the same."""
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    there = np.flatnonzero((ring[1:] == ring[:-1]) & (xy[1:] != xy[:-1]).any(axis=1))
    count = len(there)
    if count > _SAMPLE:
        there = np.random.default_rng(count).choice(there, _SAMPLE, replace=False)
    return np.asarray(shapely.linestrings(np.stack([xy[there], xy[there + 1]], axis=1)), dtype=object), count
