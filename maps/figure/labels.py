"""Names on the map: each is put where it covers no other, or left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from shapely.geometry.base import BaseGeometry

from maps.figure.flow import measurer

Place = tuple[float, float, str, str]
"""x, y, horizontal and vertical alignment."""

Boxes = npt.NDArray[np.float64]
"""A box in pixels, or several as rows: left, bottom, right, top."""

PADDING_PX = (9.0, 4.0)
"""Beside a name and above it: two names on a line would else be read as one."""

SIDES = (
    ("left", "center", 1.0, 0.0),
    ("right", "center", -1.0, 0.0),
    ("left", "bottom", 0.8, 0.7),
    ("left", "top", 0.8, -0.7),
    ("right", "bottom", -0.8, 0.7),
    ("right", "top", -0.8, -0.7),
    ("center", "bottom", 0.0, 1.0),
    ("center", "top", 0.0, -1.0),
)
"""Round a point, the best first (after Imhof 1975)."""


class LabelBoard:
    """
    The names already on a map, and room for more.

    Parameters
    ----------
    axes
        The map, its limits set: what is put outside them is left out.
    scale
        Size of letters relative to A4.
    """

    def __init__(self, axes: Axes, *, scale: float) -> None:
        self.axes = axes
        self.scale = scale
        figure = axes.get_figure(root=True)
        if figure is None:
            raise ValueError("the axes belong to no figure; add them to one before labels are put")
        self._renderer = measurer(figure)
        self._taken: list[Boxes] = []
        self._dots: list[Boxes] = []

    def put(
        self,
        text: str,
        places: Sequence[Place],
        *,
        size: float,
        halo: str | None = None,
        within: BaseGeometry | None = None,
        least: float = 0.0,
        **style: Any,
    ) -> tuple[float, float] | None:
        """
        Write a text at the first place where it is free, and return that place; None if there is none.

        Parameters
        ----------
        text
            One line or several.
        places
            Candidates, the best first.
        size
            In points on A4.
        halo
            Colour of a rim that parts the letters from what lies below.
        within
            A shape in the map's unit that should hold the text: places where it does come first.
        least
            How much of the text it has to hold, as a share.
        **style
            Further properties of a matplotlib text.
        """
        label = self.axes.text(0, 0, text, fontsize=size * self.scale, clip_on=True, **style)
        if halo is not None:
            label.set_path_effects([withStroke(linewidth=2.2 * self.scale, foreground=halo, alpha=0.9)])
        boxes, letters = self._boxes(label, places)
        free = [int(number) for number in np.flatnonzero(self._are_free(boxes))]
        held = cache(lambda number: self._held(letters[number], within))
        for share in (0.0,) if within is None else (1.0, least):
            for number in free:
                if held(number) >= share:
                    x, y, horizontal, vertical = places[number]
                    label.set(x=x, y=y, horizontalalignment=horizontal, verticalalignment=vertical)
                    self._taken.append(boxes[number])
                    return x, y
        label.remove()
        return None

    def block(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Keep a rectangle of the map free of names."""
        self._taken.append(self.axes.transData.transform([(x0, y0), (x1, y1)]).ravel())

    def mark(self, *, x: float, y: float, radius: float) -> None:
        """Keep a dot visible: no name is put over it, though one may stand close by."""
        corners = [(x - radius, y - radius), (x + radius, y + radius)]
        self._dots.append(self.axes.transData.transform(corners).ravel())

    def around(self, *, x: float, y: float, gap: float) -> list[Place]:
        """Return the places around a point, at a distance in the map's unit."""
        return [(x + right * gap, y + up * gap, across, upright) for across, upright, right, up in SIDES]

    def _boxes(self, label: Text, places: Sequence[Place]) -> tuple[Boxes, Boxes]:
        """Return the box that a label takes at each place, room around it included, and that of its letters."""
        anchors = self.axes.transData.transform(np.reshape([place[:2] for place in places], (-1, 2)))
        boxes, letters = np.empty((2, len(places), 4))
        measured: dict[tuple[str, str], tuple[Boxes, Boxes]] = {}
        for number, (x, y, across, upright) in enumerate(places):
            here = np.tile(anchors[number], 2)
            # Where it stands changes nothing of its size, and to measure it is what takes time.
            if (across, upright) not in measured:
                label.set(x=x, y=y, horizontalalignment=across, verticalalignment=upright)
                own = label.get_window_extent(self._renderer).extents
                measured[across, upright] = (self._extent(label).extents - here, own - here)
            boxes[number], letters[number] = (side + here for side in measured[across, upright])
        return boxes, letters

    def _held(self, letters: Boxes, shape: BaseGeometry | None) -> float:
        """Return how much of a box of letters a shape holds, as a share."""
        if shape is None:
            return 1.0
        corners = self.axes.transData.inverted().transform(letters.reshape(2, 2))
        box = shapely.box(*corners.ravel())
        return 1.0 if shape.covers(box) else float(shape.intersection(box).area / box.area)

    def _are_free(self, boxes: Boxes) -> npt.NDArray[np.bool_]:
        """Tell of each box whether it lies in the map and covers neither a name nor, with its letters, a dot."""
        x0, y0, x1, y1 = self.axes.get_window_extent(self._renderer).extents
        across, up = (side * self.scale for side in PADDING_PX)
        inside = (boxes >= (x0, y0, -np.inf, -np.inf)) & (boxes <= (np.inf, np.inf, x1, y1))
        letters = np.add(boxes, (across, up, -across, -up))
        return inside.all(axis=1) & ~overlaps(boxes, self._taken) & ~overlaps(letters, self._dots)

    def _extent(self, label: Text) -> Bbox:
        across, up = (side * self.scale for side in PADDING_PX)
        disc = label.get_bbox_patch()
        if disc is None:
            return label.get_window_extent(self._renderer).padded(across, up)
        label.update_bbox_position_size(self._renderer)
        return disc.get_window_extent(self._renderer).padded(across, up)


def overlaps(boxes: Boxes, others: Sequence[Boxes]) -> npt.NDArray[np.bool_]:
    """Tell of each box whether it touches any of the others."""
    x0, y0, x1, y1 = boxes.T[:, :, np.newaxis]
    left, bottom, right, top = np.reshape(others, (-1, 4)).T
    touching = (x0 <= right) & (left <= x1) & (y0 <= top) & (bottom <= y1)
    return np.asarray(touching.any(axis=1))


def places_in(shape: BaseGeometry, *, rows: int = 9) -> list[Place]:
    """
    Return places inside a polygon, those farthest from its edge and nearest its middle first.

    Parameters
    ----------
    shape
        Polygons; only the largest is used.
    rows
        Rows and columns of the grid that is tried.
    """
    polygons = [
        part for part in shapely.get_parts(shape) if isinstance(part, shapely.Polygon) and not part.is_empty
    ]
    if not polygons:
        return []
    largest = max(polygons, key=lambda part: float(part.area))
    x0, y0, x1, y1 = largest.bounds
    grid = np.meshgrid(np.linspace(x0, x1, rows + 2)[1:-1], np.linspace(y0, y1, rows + 2)[1:-1])
    centre = shapely.maximum_inscribed_circle(largest, max(x1 - x0, y1 - y0) / 100).coords[0]
    points = [shapely.Point(centre), *(shapely.Point(xy) for xy in zip(*map(np.ravel, grid), strict=True))]
    held = [point for point in points if largest.contains(point)]
    middle = largest.centroid
    held.sort(key=lambda point: middle.distance(point) - 2 * largest.exterior.distance(point))
    return [(point.x, point.y, "center", "center") for point in held]


def places_along(shape: BaseGeometry, *, count: int = 24) -> list[tuple[Place, float]]:
    """Return places along the longest line of a shape, its middle first, with the line's angle there."""
    lines = [part for part in shapely.get_parts(shape) if isinstance(part, shapely.LineString)]
    if not lines:
        return []
    longest = max(lines, key=lambda part: float(part.length))
    found = []
    for share in sorted(np.linspace(0.08, 0.92, count), key=lambda share: (abs(share - 0.5), share)):
        here, ahead = (longest.interpolate(min(share + step, 1.0), normalized=True) for step in (-0.03, 0.03))
        angle = np.degrees(np.arctan2(ahead.y - here.y, ahead.x - here.x))
        angle = (angle + 90) % 180 - 90
        at = longest.interpolate(share, normalized=True)
        found.append(((at.x, at.y, "center", "bottom"), float(angle)))
    return found
