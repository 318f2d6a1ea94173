"""Land, sea, relief, water and borders: what lies under and over the zones."""

from __future__ import annotations

from collections.abc import Iterable

import shapely
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Basemap, Kind
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import style
from maps.figure.draw import fill, stroke
from maps.figure.relief import draw_relief
from maps.figure.view import View

GROUND, RELIEF, VEIL, WATER, ZONES, LINES, MARKS, TOWNS = range(1, 9)
"""The layers, lowest first; names lie above them all."""

RELIEF_PX = {"A4": 1200, "A3": 1700, "16:9": 1200}
RIVER_WIDTH = {1: 1.1, 2: 0.7, 3: 0.45}


def draw_ground(axes: Axes, view: View, basemap: Basemap, outline: BaseGeometry, *, pixels: int) -> None:
    """Draw what lies under the zones: land, sea, relief, waters; neighbours under a veil."""
    axes.set_facecolor(style.LAND)
    draw_relief(axes, view, basemap.relief, zorder=RELIEF, pixels=pixels)
    country = view.project(outline)
    sea = shapely.union_all([view.project(feature.geometry) for feature in basemap.of(Kind.SEA)])
    abroad = shapely.difference(view.frame, shapely.union_all([country, sea]))
    fill(axes, abroad, facecolor=style.VEIL, alpha=0.55, zorder=VEIL)
    fill(axes, sea, facecolor=style.SEA, zorder=VEIL)
    stroke(
        axes,
        shapely.intersection(sea.boundary, view.frame.buffer(-1)),
        color=style.WATER,
        linewidth=0.5,
        zorder=WATER,
    )
    for lake in basemap.of(Kind.LAKE):
        fill(
            axes,
            view.project(lake.geometry),
            facecolor=style.SEA,
            edgecolor=style.WATER,
            linewidth=0.4,
            zorder=WATER,
        )
    for river in basemap.of(Kind.RIVER):
        stroke(
            axes,
            view.project(river.geometry),
            color=style.WATER,
            linewidth=RIVER_WIDTH[river.rank or 3],
            zorder=WATER,
        )


def draw_borders(
    axes: Axes, view: View, basemap: Basemap, units: AdminUnits, *, levels: Iterable[Level]
) -> None:
    """Draw administrative borders down to the given levels, and the international ones on top."""
    looks = {
        Level.SUBDISTRICT: {"color": "#8c8f92", "linewidth": 0.25},
        Level.DISTRICT: {"color": "#77797c", "linewidth": 0.35},
        Level.GOVERNORATE: {"color": "#4d5054", "linewidth": 0.7, "linestyle": (0, (6, 1.5, 1.2, 1.5))},
    }
    wanted = set(levels)
    for level, look in looks.items():
        if level in wanted:
            inner = shapely.union_all(shapely.boundary(units.geometries(level)[1]))
            inner = shapely.difference(inner, shapely.boundary(units.outline))
            stroke(axes, view.project(shapely.line_merge(inner)), zorder=LINES, **look)
    for feature in basemap.of(Kind.BORDER, Kind.ARMISTICE):
        dashes = (0, (4, 2)) if feature.kind is Kind.ARMISTICE else "solid"
        stroke(
            axes,
            view.project(feature.geometry),
            color=style.GREY,
            linewidth=0.7,
            linestyle=dashes,
            zorder=LINES,
        )
    rim = view.project(shapely.boundary(units.outline))
    stroke(axes, rim, color="white", linewidth=3.0, alpha=0.55, zorder=LINES)
    stroke(axes, rim, color=style.BORDER, linewidth=1.2, zorder=LINES)


def draw_marks(axes: Axes, view: View, basemap: Basemap) -> None:
    """Mark the Golan Heights and the UNDOF area of separation, neutrally: hatched, over any zone."""
    for golan in basemap.of(Kind.GOLAN):
        shape = view.project(golan.geometry)
        fill(axes, shape, facecolor="none", edgecolor=style.GOLAN, hatch="....", zorder=MARKS)
    for undof in basemap.of(Kind.UNDOF):
        shape = view.project(undof.geometry)
        fill(axes, shape, facecolor=style.UNDOF, alpha=0.55, zorder=MARKS)
        stroke(axes, shape, color=style.UNDOF, linewidth=0.6, zorder=MARKS)
