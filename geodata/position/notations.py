"""Positions in the notations of programs: WKT, GeoJSON, geo: addresses. Each states its own order."""

from __future__ import annotations

import re

from geodata.errors import PositionError
from geodata.position.position import Position

_DEGREES = r"[+-]?\d+(?:\.\d+)?"
_WKT = re.compile(rf"(?:SRID ?= ?4326 ?; ?)?POINT ?\( ?({_DEGREES}) ({_DEGREES}) ?\)", re.IGNORECASE)
_GEOJSON = re.compile(
    r'\{ ?"type" ?: ?"Point" ?, ?"coordinates" ?: ?' rf"\[ ?({_DEGREES}) ?, ?({_DEGREES}) ?\] ?\}}"
)
_GEO = re.compile(
    rf"geo:({_DEGREES}),({_DEGREES})(?:,({_DEGREES}))?"
    r"(?:;crs=wgs84)?(?:;u=(\d+(?:\.\d+)?))?(?:\?z=\d+(?:\.\d+)?)?",
    re.IGNORECASE,
)
_ANDROID = re.compile(
    rf"geo:0,0\?q=({_DEGREES}),({_DEGREES})(?:\([^()]*\))?(?:&z=\d+(?:\.\d+)?)?", re.IGNORECASE
)
_STARTS = re.compile(r"(?:SRID ?=|POINT|geo:|\{ ?\"type\")", re.IGNORECASE)


def is_notation(text: str) -> bool:
    """Tell whether a text begins like one of these notations."""
    return _STARTS.match(text) is not None and any(c.isdigit() for c in text)


def read_notation(text: str) -> Position:
    """
    Return the position that a WKT point, a GeoJSON point or a geo: address gives.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If it begins like one and goes on otherwise.

    Notes
    -----
    WKT and GeoJSON (RFC 7946) give the longitude first, geo: (RFC 5870) the latitude.

    Examples
    --------
    >>> found = read_notation("POINT (37.14 36.17)")
    >>> found.lat, found.lon, found.form
    (36.17, 37.14, 'WKT point, longitude first')
    """
    for pattern, form in ((_WKT, "WKT point, longitude first"), (_GEOJSON, "GeoJSON point, longitude first")):
        if found := pattern.fullmatch(text):
            return _position(found[2], found[1], form, (found[1], found[2]))
    if found := _ANDROID.fullmatch(text):
        return _position(found[1], found[2], "geo: address, its marked place", (found[1], found[2]))
    if found := _GEO.fullmatch(text):
        lat, lon, height, within = found.groups()
        form = "geo: address"
        form += f", uncertain by {within} m" if within else ""
        form += f", its height of {height} m plays no part" if height else ""
        return _position(lat, lon, form, tuple(part for part in (lat, lon, height, within) if part))
    raise PositionError(
        f"{text!r} is not read: expected POINT (longitude latitude), "
        '{"type": "Point", "coordinates": [longitude, latitude]} or geo:latitude,longitude, in degrees of WGS 84'
    )


def _position(lat: str, lon: str, form: str, numbers: tuple[str, ...]) -> Position:
    return Position(lat=float(lat), lon=float(lon), form=form, numbers=numbers)
