"""Inset, scale bar and north arrow, in the corner of the map where they hide least."""

from __future__ import annotations

import shapely
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from shapely.geometry.base import BaseGeometry

from maps.figure.grid import draw_north_arrow, draw_scale_bar
from maps.figure.ground import Ground
from maps.figure.inset import draw_inset
from maps.figure.labels import LabelBoard
from maps.figure.page import Box

INSET_MM = (34.0, 30.0)
SCALE_MM = (66.0, 12.5)


def draw_corners(sheet: Figure, axes: Axes, ground: Ground, board: LabelBoard, subject: BaseGeometry) -> None:
    """Put the inset, and beside it scale bar and north arrow, into the corner that hides least."""
    page, view = ground.page, ground.view
    inset, scale = freest(ground, view.project(subject))
    for box in (inset, scale) if inset.width else (scale,):
        x0, y0, x1, y1 = ground.on_map(box).bounds
        board.block(x0, y0, x1, y1)
    if inset.width:
        small, outline = page.axes(sheet, inset), shapely.union_all([ground.units.outline])
        draw_inset(small, ground.basemap, outline, inset, view, country=ground.detailed)
    x0, y0, x1, y1 = ground.on_map(scale).bounds
    axes.add_patch(
        Rectangle((x0, y0), x1 - x0, y1 - y0, facecolor="white", alpha=0.75, linewidth=0, zorder=29)
    )
    mm = view.metres(page.furniture)
    draw_scale_bar(axes, view, x=x0 + 4 * mm, y=y0 + 3.2 * mm, scale=page.furniture)
    draw_north_arrow(axes, view, x=x1 - 5 * mm, y=y0 + 1.6 * mm, scale=page.furniture)


def freest(ground: Ground, shown: BaseGeometry) -> tuple[Box, Box]:
    """Return the boxes of inset and scale in the corner of the map where they hide least.

    A slide of the whole country has no inset, which then has no size.
    """
    frame, by = ground.page.map, ground.page.furniture
    needs_inset = ground.detailed or not ground.page.is_slide
    sizes = (INSET_MM if needs_inset else (0.0, 0.0), SCALE_MM)
    (width, height), (bar, low) = ((side * by for side in size) for size in sizes)
    corners = [
        (
            Box(left=frame.right - width if right else frame.left, bottom=bottom, width=width, height=height),
            Box(
                left=frame.right - width - bar if right else frame.left + width,
                bottom=bottom if bottom == frame.bottom else frame.top - low,
                width=bar,
                height=low,
            ),
        )
        for bottom in (frame.bottom, frame.top - height)
        for right in (True, False)
    ]
    return min(
        corners, key=lambda pair: sum(float(ground.on_map(box).intersection(shown).area) for box in pair)
    )
