"""Columns of longitude and latitude by the names that people and programs give them."""

from __future__ import annotations

import re

_WORDS = ("longitude", "longitud", "latitude", "latitud", "long", "lon", "lng", "lat")
# What ArcGIS, joins of tables and forms put behind: LAT_DD, Longitude_x, lat_deg, latitude_wgs84.
_BEHIND = ("dd", "x", "y", "deg", "degrees", "decimal", "wgs")
_PLAIN = re.compile(rf"({'|'.join(_WORDS)})(?:{'|'.join(_BEHIND)})")


def coordinate_key(name: str) -> str:
    """
    Return a column's name as it is compared: its letters in lower case, without what is put behind a coordinate.

    An HXL hashtag is its last two parts: ``#geo+lat`` is ``lat``.

    Examples
    --------
    >>> [coordinate_key(name) for name in ("Latitude_y", "LONG_DD", "POINT_X", "#geo+lat", "Plat")]
    ['latitude', 'long', 'pointx', 'lat', 'plat']
    """
    name = re.sub(r"^\s*#geo\s*\+\s*(coord\s*\+\s*)?", "", name, flags=re.IGNORECASE)
    letters = "".join(filter(str.isalpha, name.casefold()))
    found = _PLAIN.fullmatch(letters)
    return found[1] if found else letters
