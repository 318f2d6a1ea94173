"""The small map in the corner: where the large one lies."""

from __future__ import annotations

import shapely
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Basemap, Kind
from maps.figure import style
from maps.figure.draw import fill, stroke
from maps.figure.page import Box
from maps.figure.view import View

AROUND_SYRIA = shapely.box(31.5, 29.0, 46.5, 40.5)


def draw_inset(
    axes: Axes, basemap: Basemap, outline: BaseGeometry, box: Box, shown: View, *, country: bool
) -> None:
    """
    Draw the region, or the country, with the large map's frame in it.

    Parameters
    ----------
    axes
        Empty axes that fill `box`.
    basemap, outline
        Neighbours and sea, and Syria, in degrees.
    box
        On paper.
    shown
        The large map.
    country
        True to show the country alone, for a map of a part of it.
    """
    view = View.fit(outline if country else AROUND_SYRIA, box, margin=0.06 if country else 0.0)
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    axes.set_facecolor("#f3f1ea")
    for sea in basemap.of(Kind.SEA):
        fill(axes, view.project(sea.geometry), facecolor=style.SEA)
    for border in basemap.of(Kind.BORDER):
        stroke(axes, view.project(border.geometry), color="#a8a49b", linewidth=0.35)
    fill(axes, view.project(outline), facecolor="#cfc8b6", edgecolor=style.GREY, linewidth=0.5)
    stroke(axes, view.project(shown.outline).boundary, color="#b3261e", linewidth=0.9, joinstyle="miter")
    for spine in axes.spines.values():
        spine.set(color=style.GREY, linewidth=0.6)
