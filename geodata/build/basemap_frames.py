"""The frames of the base map, and Web Mercator as the relief's rows need it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import shapely


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A box between two meridians and two parallels, in WGS 84 degrees."""

    west: float
    south: float
    east: float
    north: float

    def box(self) -> shapely.Polygon:
        """Return the frame as a polygon of longitudes and latitudes."""
        return shapely.box(self.west, self.south, self.east, self.north)

    def shrunk(self, degrees: float) -> Frame:
        """Return the frame with every side moved inwards."""
        return Frame(
            west=self.west + degrees,
            south=self.south + degrees,
            east=self.east - degrees,
            north=self.north - degrees,
        )


FRAME = Frame(west=33.5, south=31.0, east=44.5, north=38.5)
"""Syria and its surroundings: relief, rivers and lakes end here."""

REGION = Frame(west=27.0, south=27.0, east=51.0, north=42.5)
"""What a wide screen shows at the smallest zoom: sea and borders end here."""


def mercator_deg(lat: float) -> float:
    """
    Return the Web Mercator ordinate of a latitude, in equatorial degrees.

    Examples
    --------
    >>> round(mercator_deg(35.0), 4)
    37.4048
    """
    return math.degrees(math.asinh(math.tan(math.radians(lat))))


def latitude_of(ordinate_deg: float) -> float:
    """
    Return the latitude of a Web Mercator ordinate given in equatorial degrees.

    Examples
    --------
    >>> round(latitude_of(mercator_deg(35.0)), 9)
    35.0
    """
    return math.degrees(math.atan(math.sinh(math.radians(ordinate_deg))))
