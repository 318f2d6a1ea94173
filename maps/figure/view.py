"""What the map shows and how it is projected: a conformal cone fitted to its subject."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Proj
from shapely.geometry.base import BaseGeometry

from maps.figure.page import Box

SEGMENT_DEG = 0.2
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """
    A rectangle of a Lambert conformal conic projection (Snyder 1987, p. 104), in metres.

    Parameters
    ----------
    central_meridian, parallels
        Degrees; scale is true along the two parallels.
    west, south, east, north
        The sides of the frame in projected metres.
    denominator
        Of the scale on paper.
    """

    central_meridian: float
    parallels: tuple[float, float]
    west: float
    south: float
    east: float
    north: float
    denominator: float

    @classmethod
    def fit(cls, subject: BaseGeometry, box: Box, *, margin: float) -> View:
        """
        Return a view in which a shape fills a box on paper.

        Parameters
        ----------
        subject
            In WGS 84 degrees.
        box
            On paper, in millimetres.
        margin
            Share of the subject's size to leave free on each side.
        """
        lon0, lat0, lon1, lat1 = subject.bounds
        meridian = round((lon0 + lon1) / 2, 1)
        parallels = (round(lat0 + (lat1 - lat0) / 6, 1), round(lat1 - (lat1 - lat0) / 6, 1))
        x0, y0, x1, y1 = project(_proj(meridian, parallels), subject).bounds
        grow = 1 + 2 * margin
        needed = max((x1 - x0) * grow / box.width, (y1 - y0) * grow / box.height) * 1000
        denominator = round_up(needed)
        half_x, half_y = (side * denominator / 2000 for side in (box.width, box.height))
        cx, cy = (x0 + x1) / 2, (y0 + y1) / 2
        return cls(
            central_meridian=meridian,
            parallels=parallels,
            west=cx - half_x,
            south=cy - half_y,
            east=cx + half_x,
            north=cy + half_y,
            denominator=denominator,
        )

    @property
    def frame(self) -> shapely.Polygon:
        """The frame in projected metres."""
        return shapely.box(self.west, self.south, self.east, self.north)

    @property
    def outline(self) -> BaseGeometry:
        """The frame in degrees."""
        return _outline(self)

    def project(self, shape: BaseGeometry) -> BaseGeometry:
        """Return what the frame shows of a shape given in degrees, in metres."""
        near = shapely.intersection(shapely.make_valid(shape), shapely.box(*self.outline.buffer(0.5).bounds))
        return shapely.intersection(shapely.make_valid(project(self._proj, near)), self.frame)

    def xy(self, *, lon: float, lat: float) -> tuple[float, float]:
        """Return the projected position in metres."""
        x, y = self._proj(lon, lat)
        return float(x), float(y)

    def inverse(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        """Return longitudes and latitudes of projected positions."""
        lon, lat = self._proj(x, y, inverse=True)
        return np.asarray(lon), np.asarray(lat)

    def shows(self, *, lon: float, lat: float, inset_m: float = 0.0) -> bool:
        """Tell whether a position lies in the frame, `inset_m` metres from its sides."""
        x, y = self.xy(lon=lon, lat=lat)
        return (
            self.west + inset_m < x < self.east - inset_m and self.south + inset_m < y < self.north - inset_m
        )

    def metres(self, millimetres: float) -> float:
        """Return the projected length of millimetres on paper."""
        return millimetres * self.denominator / 1000

    def convergence_deg(self, *, x: float, y: float) -> float:
        """Return the angle from the grid's north to true north at a projected position, clockwise."""
        lon, lat = self._proj(x, y, inverse=True)
        x1, y1 = self._proj(lon, lat + 0.01)
        return math.degrees(math.atan2(x1 - x, y1 - y))

    def scale_factor(self, *, x: float, y: float) -> float:
        """Return how many projected metres one metre of ground takes at a projected position."""
        lon, lat = self._proj(x, y, inverse=True)
        return float(self._proj.get_factors(lon, lat).meridional_scale)

    @property
    def _proj(self) -> Proj:
        return _proj(self.central_meridian, self.parallels)


def project(proj: Proj, shape: BaseGeometry) -> BaseGeometry:
    """Return a shape in projected metres, long edges bent as the projection bends them."""
    dense = shapely.union_all([shapely.segmentize(shape, SEGMENT_DEG)])
    return shapely.transform(dense, lambda xy: np.column_stack(proj(xy[:, 0], xy[:, 1])))


def round_up(denominator: float) -> float:
    """
    Return the next denominator of two and a half digits, so that the scale can be said.

    Examples
    --------
    >>> round_up(3_612_345.0), round_up(412_000.0)
    (3650000.0, 415000.0)
    """
    unit = 10 ** math.floor(math.log10(denominator)) / 20
    return float(math.ceil(denominator / unit) * unit)


@lru_cache(maxsize=16)
def _outline(view: View) -> BaseGeometry:
    ring = shapely.segmentize(view.frame, (view.east - view.west) / 40)
    return shapely.transform(ring, lambda xy: np.column_stack(view.inverse(xy[:, 0], xy[:, 1])))


@lru_cache(maxsize=16)
def _proj(meridian: float, parallels: tuple[float, float]) -> Proj:
    south, north = parallels
    return Proj(
        proj="lcc", lon_0=meridian, lat_0=(south + north) / 2, lat_1=south, lat_2=north, ellps="WGS84"
    )
