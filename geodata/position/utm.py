"""Positions in the Universal Transverse Mercator grid: zone, easting and northing."""

from __future__ import annotations

import re

from geodata.errors import PositionError
from geodata.position.position import Position

BANDS = "CDEFGHJKLMNPQRSTUVWX"
_ZONE = r"(?:ZONE )?(\d{1,2}) ?(NORTH|SOUTH|[A-Z])"
_METRES = r"(?:E ?:? ?)?(\d{6}(?:\.\d+)?) ?(?:M ?E|ME|M|E)?[ ,;]+ ?(?:N ?:? ?)?(\d{1,8}(?:\.\d+)?) ?(?:M ?N|MN|M|N)?"
_BEFORE = re.compile(rf"(?:UTM ?:? ?)?{_ZONE}[ ,;]+{_METRES}")
_AFTER = re.compile(rf"(?:UTM ?:? ?)?{_METRES}[ ,;]+{_ZONE}")
_BAND_SLACK = 0.01


def band_of(letter: str) -> tuple[int, int]:
    """
    Return the south and north of a latitude band, in degrees.

    Examples
    --------
    >>> band_of("S"), band_of("X")
    ((32, 40), (72, 84))
    """
    south = -80 + 8 * BANDS.index(letter)
    return south, south + (12 if letter == "X" else 8)


def to_degrees(*, zone: int, north: bool, easting: float, northing: float) -> tuple[float, float]:
    """
    Return latitude and longitude of a position in the grid.

    Parameters
    ----------
    zone
        1 to 60.
    north
        Whether the northern half is meant.
    easting, northing
        In metres, with the grid's false easting and northing.
    """
    from pyproj import Transformer  # noqa: PLC0415 - only positions in this grid pay for it

    grid = Transformer.from_crs((32600 if north else 32700) + zone, 4326, always_xy=True)
    lon, lat = grid.transform(easting, northing)
    return lat, lon


def is_utm(text: str) -> bool:
    """Tell whether a text has the shape of a position in this grid."""
    upper = text.upper()
    return upper.startswith("UTM") or bool(_BEFORE.fullmatch(upper) or _AFTER.fullmatch(upper))


def read_utm(text: str) -> Position:
    """
    Return the position that zone, easting and northing give.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If it is none, if the letter may be a latitude band or a half of the Earth, or if the northing lies
        in another band.

    Examples
    --------
    >>> found = read_utm("37 north 332795 4004322")
    >>> round(found.lat, 4), round(found.lon, 4), found.form
    (36.1692, 37.1409, 'UTM, zone 37 north')
    """
    upper = text.upper()
    before, after = _BEFORE.fullmatch(upper), _AFTER.fullmatch(upper)
    if before:
        zone, letter, easting, northing = before.groups()
    elif after:
        easting, northing, zone, letter = after.groups()
    else:
        raise PositionError(
            f"{text!r} is no position in the UTM grid: expected zone, easting and northing in metres, "
            'for example "37 north 332795 4004322"'
        )
    number, east, north_m = int(zone), float(easting), float(northing)
    if not 1 <= number <= 60:
        raise PositionError(f"{zone} is no zone of the UTM grid: there are 1 to 60")
    if not (100_000 <= east <= 900_000 and north_m <= 10_000_000):
        raise PositionError(f"easting {easting} and northing {northing} lie outside the UTM grid")
    north = _is_north(letter, number, east, north_m)
    lat, lon = to_degrees(zone=number, north=north, easting=east, northing=north_m)
    half = "north" if north else "south"
    return Position(lat=lat, lon=lon, form=f"UTM, zone {number} {half}", numbers=(zone, easting, northing))


def _is_north(letter: str, zone: int, easting: float, northing: float) -> bool:
    """Return whether a zone's letter means the northern half, or raise PositionError if it can't be told."""
    if letter in {"NORTH", "SOUTH"}:
        return letter == "NORTH"
    if letter not in BANDS:
        raise PositionError(
            f"{letter} is no latitude band of the UTM grid: they go from C to X without I and O"
        )
    south, north = band_of(letter)
    lat, _ = to_degrees(zone=zone, north=south >= 0, easting=easting, northing=northing)
    in_band = south - _BAND_SLACK <= lat <= north + _BAND_SLACK
    if letter == "N":  # the band N lies in the northern half
        return True
    if letter == "S" and in_band:
        raise PositionError(
            f"{zone}S may be the latitude band S ({lat:.2f} north) or the southern half of the Earth; "
            f'write "zone {zone} north" or "zone {zone} south"'
        )
    if letter == "S":
        return False
    if not in_band:
        raise PositionError(
            f"northing {northing:g} is not in the latitude band {letter}: that gives {lat:.2f}"
        )
    return south >= 0
