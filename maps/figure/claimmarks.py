"""The marks of claims, drawn on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import hypot
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Patch, PathPatch, Polygon
from matplotlib.path import Path

from maps.figure.panel import Dashes
from maps.statusmarks import StatusMark

__all__ = ["Point", "draw_mark", "draw_tie", "tie_corners"]

Point = tuple[float, float]
Strokes = tuple[tuple[Point, Point], ...]

CORNERS: Final[dict[str, tuple[Point, ...]]] = {
    "diamond": ((0, 1.12), (1.12, 0), (0, -1.12), (-1.12, 0)),
    "square": ((-0.86, -0.86), (0.86, -0.86), (0.86, 0.86), (-0.86, 0.86)),
    "triangle": ((0, 1.05), (1.05, -0.8), (-1.05, -0.8)),
}
"""In radii from the middle."""

DASHES: Final[dict[str, Dashes]] = {"solid": "solid", "dashed": (0, (2.3, 1.2)), "dotted": (0, (0.9, 1.0))}
STROKES: Final[dict[str, Strokes]] = {
    "none": (),
    "ring": (),
    "strike": (((-0.68, -0.68), (0.68, 0.68)),),
    "cross": (((-0.45, -0.45), (0.45, 0.45)), ((-0.45, 0.45), (0.45, -0.45))),
}
CORE = 0.66
"""What a ring leaves of the shape inside it."""


def draw_mark(
    axes: Axes, mark: StatusMark, at: Point, radius: float, *, line: float, underlined: bool, gid: str
) -> None:
    """
    Draw a mark.

    Parameters
    ----------
    axes
        The paper, in millimetres.
    mark
        How it looks.
    at, radius
        Its middle and its half width, in millimetres.
    line
        Width of its lines, in points.
    underlined
        Whether a line below says that its day is that of publication.
    gid
        What it is called in an SVG.
    """
    ringed = mark.sign == "ring"
    face = mark.colour if mark.filled and not ringed else "white"
    outline = _outline(mark, at, radius, facecolor=face)
    outline.set(edgecolor=mark.colour, linewidth=line, linestyle=DASHES[mark.frame], zorder=5, gid=gid)
    axes.add_artist(outline)
    if ringed:
        axes.add_artist(_outline(mark, at, radius * CORE, facecolor=mark.colour, linewidth=0, zorder=6))
    sign = {"color": "white" if mark.filled else mark.colour, "linewidth": line * 1.15, "zorder": 6}
    for (x, y), (to_x, to_y) in STROKES[mark.sign]:
        _stroke(axes, _moved(((x, y), (to_x, to_y)), at, radius), sign)
    if underlined:
        below = {"color": mark.colour, "linewidth": line * 0.9, "zorder": 5}
        _stroke(axes, _moved(((-0.8, -1.42), (0.8, -1.42)), at, radius), below)


def draw_tie(
    axes: Axes, start: Point, end: Point, *, reach: float, gutter: float, look: Mapping[str, Any]
) -> None:
    """
    Draw a line between two marks that runs between the rows and beside the marks that stand between them.

    Parameters
    ----------
    axes
        The paper, in millimetres.
    start, end
        The middles of the marks, first that of the refusing claim.
    reach
        Half the way from one row to the next.
    gutter
        How far beside a mark's middle a line passes it.
    look
        Colour, width and name of the line.
    """
    path = _rounded(tie_corners(start, end, reach=reach, gutter=gutter), 0.5 * gutter)
    axes.add_artist(PathPatch(path, facecolor="none", zorder=3, **look))


def tie_corners(start: Point, end: Point, *, reach: float, gutter: float) -> list[Point]:
    """
    Return where a tie turns, both ends included.

    Examples
    --------
    >>> tie_corners((9.0, 0.0), (1.0, 4.0), reach=2, gutter=1)
    [(1.0, 4.0), (1.0, 2.0), (9.0, 2.0), (9.0, 0.0)]
    >>> tie_corners((9.0, 0.0), (1.0, 8.0), reach=2, gutter=1)
    [(1.0, 8.0), (1.0, 6.0), (8.0, 6.0), (8.0, 0.0), (9.0, 0.0)]
    """
    (x, y), (to_x, to_y) = start, end
    near, below = abs(to_y - y) < 3 * reach, abs(to_x - x) < gutter
    if below and near:
        return [end, start]
    side = min(x, to_x) - gutter if below else x - gutter
    if below:
        return [end, (side, to_y), (side, y), start]
    lane = to_y + (reach if y > to_y else -reach)
    return [end, (to_x, lane), *([(x, lane)] if near else [(side, lane), (side, y)]), start]


def _rounded(corners: list[Point], radius: float) -> Path:
    """Return a line through corners that turns in bows."""
    points, codes = [corners[0]], [Path.MOVETO]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        points += [_towards(corner, before, radius), corner, _towards(corner, after, radius)]
        codes += [Path.LINETO, Path.CURVE3, Path.CURVE3]
    return Path([*points, corners[-1]], [*codes, Path.LINETO])


def _towards(corner: Point, other: Point, radius: float) -> Point:
    across, along = other[0] - corner[0], other[1] - corner[1]
    length = hypot(across, along)
    share = min(radius, length / 2) / length if length else 0.0
    return corner[0] + across * share, corner[1] + along * share


def _outline(mark: StatusMark, at: Point, radius: float, **look: Any) -> Patch:
    if mark.shape == "circle":
        return Circle(at, radius, **look)
    return Polygon(_moved(CORNERS[mark.shape], at, radius), closed=True, **look)


def _moved(corners: Iterable[Point], at: Point, radius: float) -> list[Point]:
    return [(at[0] + radius * x, at[1] + radius * y) for x, y in corners]


def _stroke(axes: Axes, points: list[Point], look: Mapping[str, Any]) -> None:
    axes.add_artist(Line2D(*zip(*points, strict=True), solid_capstyle="butt", **look))
