"""The zones on the map: numbered, whole units filled, units that belong to them in part hatched."""

from __future__ import annotations

from typing import Any

import shapely
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from maps.figure.base import ZONES
from maps.figure.content import DrawnZone
from maps.figure.draw import fill, stroke
from maps.figure.labels import LabelBoard, places_in
from maps.figure.view import View


def draw_zones(axes: Axes, view: View, zones: tuple[DrawnZone, ...]) -> None:
    """Fill the whole, hatch the part, and draw a line around both."""
    for zone in zones:
        whole, part = view.project(zone.whole), view.project(zone.part)
        fill(axes, whole, facecolor=zone.colour, alpha=0.55, zorder=ZONES)
        fill(axes, part, facecolor=zone.colour, alpha=0.14, zorder=ZONES)
        fill(axes, part, facecolor="none", edgecolor=zone.colour, hatch="//////", zorder=ZONES)
        stroke(
            axes,
            shapely.union_all([whole, part]),
            color="white",
            linewidth=2.4,
            alpha=0.7,
            zorder=ZONES + 0.1,
        )
        stroke(axes, shapely.union_all([whole, part]), color=zone.colour, linewidth=1.3, zorder=ZONES + 0.2)


def label_zones(board: LabelBoard, view: View, zones: tuple[DrawnZone, ...]) -> None:
    """Put each zone's number inside it, and its name beside the number where there is room."""
    numbered = [(zone, at) for zone in zones if (at := badge(board, zone, view.project(zone.extent)))]
    for zone, (x, y) in numbered:
        gap = view.metres(2.6 * board.scale)
        near = [place for step in (1, 2, 3.5, 5) for place in board.around(x=x, y=y, gap=gap * step)]
        board.put(zone.name, near, size=7.5, weight="bold", color=zone.colour, halo="white", zorder=20)


def badge(board: LabelBoard, zone: DrawnZone, shape: BaseGeometry) -> tuple[float, float] | None:
    """Write a zone's number in a disc of its colour inside a shape, and return where it stands."""
    disc = {"boxstyle": "circle,pad=0.22", "facecolor": zone.colour, "edgecolor": "white", "linewidth": 0.8}
    looks: dict[str, Any] = {"size": 7, "weight": "bold", "color": "white", "bbox": disc, "zorder": 21}
    return board.put(str(zone.number), places_in(shape), **looks)
