"""Shapes of shapely drawn with matplotlib, in the axes' own coordinates."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from shapely.geometry.base import BaseGeometry


def fill(axes: Axes, shape: BaseGeometry, **style: Any) -> PathPatch | None:
    """Draw polygons with their holes as one patch and return it; None if there is nothing to draw."""
    rings = [
        ring
        for polygon in singles(shape)
        if isinstance(polygon, shapely.Polygon)
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    if not rings:
        return None
    vertices = np.concatenate([np.asarray(ring.coords) for ring in rings])
    codes = np.concatenate([_codes(len(ring.coords)) for ring in rings])
    patch = PathPatch(Path(vertices, codes), **{"linewidth": 0, **style})
    axes.add_patch(patch)
    return patch


def stroke(axes: Axes, shape: BaseGeometry, **style: Any) -> None:
    """Draw lines, or the outlines of polygons."""
    lines = []
    for part in singles(shape):
        outline = part.boundary if isinstance(part, shapely.Polygon) else part
        lines += [np.asarray(line.coords) for line in singles(outline) if len(line.coords) > 1]
    if lines:
        axes.add_collection(
            LineCollection(lines, **{"capstyle": "round", "joinstyle": "round", **style}), autolim=False
        )


def singles(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the non-empty single geometries in a shape, collections opened."""
    parts = shapely.get_parts(shapely.get_parts(shape))
    return [part for part in parts if not part.is_empty]


def _codes(count: int) -> np.ndarray:
    codes = np.full(count, Path.LINETO, dtype=np.uint8)
    codes[0], codes[-1] = Path.MOVETO, Path.CLOSEPOLY
    return codes
