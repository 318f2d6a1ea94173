"""Graticule, scale bar and north arrow."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.patches import Polygon, Rectangle

from maps.figure import style
from maps.figure.draw import singles, stroke
from maps.figure.view import View

STEPS_DEG = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0)
BEYOND_DEG = 0.3
BAR_MM = 48.0
ABOVE_ALL = 30


def draw_graticule(axes: Axes, view: View, *, scale: float) -> None:
    """Draw meridians and parallels, and their degrees where they leave the frame."""
    west, south, east, north = view.outline.buffer(BEYOND_DEG).bounds
    step = next(step for step in STEPS_DEG if (east - west) / step <= 10)
    for lon in multiples(west, east, step):
        line = shapely.LineString([(lon, south), (lon, north)])
        _graticule_line(axes, view, line, text=degrees_text(lon, "E", "W"), along="x", scale=scale)
    for lat in multiples(south, north, step):
        line = shapely.LineString([(west, lat), (east, lat)])
        _graticule_line(axes, view, line, text=degrees_text(lat, "N", "S"), along="y", scale=scale)


def multiples(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of a step strictly between two numbers."""
    return [n * step for n in range(math.floor(low / step) + 1, math.ceil(high / step))]


def degrees_text(degrees: float, positive: str, negative: str) -> str:
    """
    Return degrees and minutes with their side of the Earth.

    Examples
    --------
    >>> degrees_text(36.5, "E", "W"), degrees_text(35.0, "N", "S")
    ("36°30'E", '35°N')
    """
    whole, minutes = divmod(round(abs(degrees) * 60), 60)
    return f"{whole}°" + (f"{minutes:02}'" if minutes else "") + (positive if degrees >= 0 else negative)


def draw_scale_bar(axes: Axes, view: View, *, x: float, y: float, scale: float) -> None:
    """
    Draw a bar of round length, true at its own place, in kilometres.

    Parameters
    ----------
    axes, view
        The map.
    x, y
        Lower left corner, projected metres.
    scale
        Size of letters relative to A4.
    """
    factor = view.scale_factor(x=x, y=y)
    longest_km = view.metres(BAR_MM * scale) / factor / 1000
    unit = 10 ** math.floor(math.log10(longest_km))
    total_km = max(n * unit for n in (1, 2, 4, 5, 8) if n * unit <= longest_km)
    height = view.metres(1.1 * scale)
    quarter = total_km * 250 * factor
    for index in range(4):
        colour = style.INK if index % 2 == 0 else "white"
        axes.add_patch(
            Rectangle(
                (x + index * quarter, y),
                quarter,
                height,
                facecolor=colour,
                edgecolor=style.INK,
                linewidth=0.5,
                zorder=ABOVE_ALL,
            )
        )
    for index in (0, 2, 4):
        unit_name = " km" if index == 4 else ""
        axes.text(
            x + index * quarter,
            y + 1.6 * height,
            f"{total_km * index / 4:g}{unit_name}",
            ha="center",
            va="bottom",
            fontsize=5.5 * scale,
            color=style.INK,
            zorder=ABOVE_ALL,
        )


def draw_north_arrow(axes: Axes, view: View, *, x: float, y: float, scale: float) -> None:
    """Draw an arrow to true north at its own place, its foot at projected metres `x`, `y`."""
    length, half = view.metres(7.0 * scale), view.metres(1.8 * scale)
    turn = math.radians(view.convergence_deg(x=x, y=y))
    east, north = np.array([math.cos(turn), -math.sin(turn)]), np.array([math.sin(turn), math.cos(turn)])
    foot = np.array([x, y])
    tip, notch = foot + north * length, foot + north * length * 0.25
    for side, colour in ((-1, style.INK), (1, "white")):
        corners = [tip, foot + side * half * east, notch]
        axes.add_patch(
            Polygon(
                corners, closed=True, facecolor=colour, edgecolor=style.INK, linewidth=0.5, zorder=ABOVE_ALL
            )
        )
    at = tip + north * view.metres(0.8 * scale)
    axes.text(
        at[0],
        at[1],
        "N",
        ha="center",
        va="bottom",
        fontsize=7 * scale,
        weight="bold",
        color=style.INK,
        rotation=-math.degrees(turn),
        zorder=ABOVE_ALL,
    )


def _graticule_line(
    axes: Axes, view: View, line: shapely.LineString, *, text: str, along: Literal["x", "y"], scale: float
) -> None:
    shown = view.project(line)
    stroke(axes, shown, color=style.GRID, linewidth=0.3, alpha=0.8, zorder=4.5)
    gap = view.metres(0.9 * scale)
    ends = [np.asarray(part.coords)[index] for part in singles(shown) for index in (0, -1)]
    for x, y in ends:
        for at_edge, dx, dy, rotation in (
            (along == "x" and y - view.south < 1, 0, -gap, 0),
            (along == "x" and view.north - y < 1, 0, gap, 0),
            (along == "y" and x - view.west < 1, -gap, 0, 90),
            (along == "y" and view.east - x < 1, gap, 0, 90),
        ):
            if at_edge:
                axes.text(
                    x + dx,
                    y + dy,
                    text,
                    fontsize=5 * scale,
                    color=style.GREY,
                    rotation=rotation,
                    ha="center" if along == "x" else ("right" if dx < 0 else "left"),
                    va="center" if along == "y" else ("top" if dy < 0 else "bottom"),
                )
