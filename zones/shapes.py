"""Strips along a line and discs around a point, measured on the ellipsoid.

All coordinates are longitude, latitude, WGS 84 degrees; lengths are km.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

if TYPE_CHECKING:
    from pyproj import Transformer

__all__ = ["cut_between", "disc", "square_strip", "strip"]

G = TypeVar("G", bound=BaseGeometry)
_PIECE_KM = 40.0  # a strip is made of pieces this long, each in a projection of its own
_STEP_KM = 1.0
_WIGGLE_KM = 2.0  # bends of a line smaller than this do not turn the cut at its end
_QUADRANT = 128  # segments a quarter circle: an arc of 32 km is true to 0.6 m
_KM_PER_DEGREE = 111.2


def disc(*, lon: float, lat: float, radius_km: float, sides: int = 720) -> shapely.Polygon:
    """Return all positions within a geodesic distance of a point.

    Parameters
    ----------
    lon, lat
        The centre.
    radius_km
        The distance in km.
    sides
        Sides of the polygon; at 720 its edge is within 1 m of a circle of 100 km.

    Examples
    --------
    >>> bounds = disc(lon=38.66, lat=33.49, radius_km=55).bounds
    >>> [round(b, 2) for b in bounds]
    [38.07, 32.99, 39.25, 33.99]
    """
    from pyproj import Geod  # noqa: PLC0415 - 60 ms that a lookup need not pay

    geod = Geod(ellps="WGS84")
    turns = np.linspace(0, 360, sides, endpoint=False)
    rim_lon, rim_lat, _ = geod.fwd(
        np.full(sides, lon), np.full(sides, lat), turns, np.full(sides, radius_km * 1000)
    )
    return shapely.Polygon(np.column_stack([rim_lon, rim_lat]))


def strip(line: BaseGeometry, *, depth_km: float) -> BaseGeometry:
    """Return all positions within a geodesic distance of a line, its round ends included.

    Parameters
    ----------
    line
        A line or several.
    depth_km
        The distance in km.

    Notes
    -----
    The line is cut into pieces of 40 km; each is widened in an azimuthal equidistant projection of its own
    (Snyder 1987, p. 191), in which distances near the centre are true to a metre, and the pieces are joined.
    """
    widened = [_widen(piece, depth_km) for piece in _pieces(line)]
    return shapely.union_all(widened) if widened else shapely.Polygon()


def square_strip(
    line: BaseGeometry, ends: tuple[tuple[float, float], tuple[float, float]], *, depth_km: float
) -> BaseGeometry:
    """Return all positions within a distance of a stretch of a line, cut square across it at both ends.

    Parameters
    ----------
    line
        A line or several.
    ends
        Two positions (longitude, latitude); the stretch ends at the points of the line nearest to them.
    depth_km
        The distance in km.

    Returns
    -------
    shapely geometry
        Possibly empty: where both ends are nearest to the same point of the line.

    Notes
    -----
    From the strip with its round ends, what lies ahead of each end is taken away; the line's course there is taken
    without the bends that are smaller than 2 km.
    """
    stretch = cut_between(line, ends)
    if shapely.length(stretch) == 0:
        return shapely.Polygon()  # both ends are nearest to one point: there is nothing between
    shape = strip(stretch, depth_km=depth_km)
    ahead = [_ahead(stretch, end, depth_km * 1.01) for end in (0, -1)]
    return shapely.difference(shape, shapely.union_all(ahead))


def _ahead(stretch: BaseGeometry, end: int, reach_km: float) -> BaseGeometry:
    """Return the half disc that lies ahead of one end of a line, its first (0) or last (-1) point."""
    there = _local(stretch)
    plane = shapely.transform(stretch, lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1])))
    course = shapely.get_coordinates(shapely.simplify(plane, _WIGGLE_KM * 1000))
    point, before = course[end], course[1 if end == 0 else -2]
    forward = np.arctan2(*(point - before)[::-1])
    turns = np.linspace(forward - np.pi / 2, forward + np.pi / 2, 2 * _QUADRANT)
    rim = point + np.column_stack([np.cos(turns), np.sin(turns)]) * reach_km * 1000
    half = shapely.segmentize(shapely.Polygon(rim), 2000)
    return shapely.transform(
        half, lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1], direction="INVERSE"))
    )


def cut_between(line: BaseGeometry, ends: tuple[tuple[float, float], tuple[float, float]]) -> BaseGeometry:
    """Return the stretch of a line between the points of it nearest to two positions.

    Parameters
    ----------
    line
        A line or several; they are joined where they meet, and if they do not, the one nearest both is cut.
    ends
        Two positions (longitude, latitude).
    """
    joined = shapely.line_merge(line)
    parts: list[shapely.LineString] = list(shapely.get_parts(joined))
    points = [shapely.Point(e) for e in ends]
    chosen = min(parts, key=lambda part: sum(_scaled(part).distance(_scaled(p)) for p in points))
    flat = _scaled(chosen)
    at = sorted(float(shapely.line_locate_point(flat, _scaled(p))) for p in points)
    return _unscaled(shapely.ops.substring(flat, at[0], at[1]))


_SQUEEZE = float(np.cos(np.radians(35.0)))  # Syria lies between 32 and 37.5 degrees north


def _scaled(geometry: G) -> G:
    return shapely.transform(geometry, lambda xy: xy * (_SQUEEZE, 1.0))


def _unscaled(geometry: G) -> G:
    return shapely.transform(geometry, lambda xy: xy / (_SQUEEZE, 1.0))


def _pieces(line: BaseGeometry) -> Iterable[BaseGeometry]:
    for part in shapely.get_parts(shapely.line_merge(line)):
        if part.is_empty:
            continue
        dense = shapely.segmentize(part, _STEP_KM / _KM_PER_DEGREE)
        xy = shapely.get_coordinates(dense)
        step = max(1, int(_PIECE_KM / _STEP_KM))
        for start in range(0, len(xy) - 1, step):
            yield shapely.LineString(xy[start : start + step + 1])


def _local(geometry: BaseGeometry) -> Transformer:
    """Return the way into an azimuthal equidistant projection centred on a geometry, in metres."""
    from pyproj import Transformer  # noqa: PLC0415

    centre = geometry.envelope.centroid
    local = f"+proj=aeqd +lat_0={centre.y} +lon_0={centre.x} +datum=WGS84 +units=m"
    return Transformer.from_crs("OGC:CRS84", local, always_xy=True)


def _widen(piece: BaseGeometry, depth_km: float) -> BaseGeometry:
    there = _local(piece)
    plane = shapely.transform(piece, lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1])))
    wide = shapely.segmentize(shapely.buffer(plane, depth_km * 1000, quad_segs=_QUADRANT), 2000)
    return shapely.transform(
        wide, lambda xy: np.column_stack(there.transform(xy[:, 0], xy[:, 1], direction="INVERSE"))
    )
