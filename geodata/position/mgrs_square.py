"""Positions in the Military Grid Reference System: squares from a metre to ten kilometres."""

from __future__ import annotations

import re
import warnings

from geodata.errors import PositionError
from geodata.position.position import Position
from geodata.position.tokens import knows_words
from geodata.position.utm import band_of, to_degrees

_SHAPE = re.compile(r"(?:MGRS ?:? ?)?(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z]{2})((?: ?\d++){0,2})")
_SIZES = ("100 km", "10 km", "1 km", "100 m", "10 m", "1 m")


def is_mgrs(text: str) -> bool:
    """Tell whether a text has the shape of a grid reference."""
    match = _SHAPE.fullmatch(text.upper())
    return match is not None and not knows_words(match[2] + match[3])


def read_mgrs(text: str) -> Position:
    """
    Return the middle of the square that a grid reference names; the form tells the square's size.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If there is no such square, it is one of 100 km, or easting and northing differ in length.

    Examples
    --------
    >>> found = read_mgrs("37S CA 32795 04322")
    >>> round(found.lat, 4), round(found.lon, 4), found.form
    (36.1693, 37.1409, 'MGRS, middle of a square of 1 m')
    """
    match = _SHAPE.fullmatch(text.upper())
    if match is None:
        raise PositionError(f"{text!r} is no grid reference")
    zone, band, square, written = match.groups()
    digits = _digits(written, text)
    size_m = 10 ** (5 - len(digits) // 2)
    half = size_m / 2
    west, south, north = _corner(f"{int(zone)}{band}{square}{digits}", text, size_m)
    lat, lon = to_degrees(zone=int(zone), north=north, easting=west + half, northing=south + half)
    _check_inside(text, int(zone), band, lat=lat, lon=lon, slack=half / 90_000)
    size = _SIZES[len(digits) // 2]
    return Position(
        lat=lat, lon=lon, form=f"MGRS, middle of a square of {size}", numbers=(zone, *written.split())
    )


def _digits(written: str, text: str) -> str:
    """Return the digits of easting and northing, each as long as the other."""
    groups = written.split()
    if len(groups) == 2 and len(groups[0]) != len(groups[1]):
        raise PositionError(f"{text!r} is no grid reference: easting and northing differ in length")
    digits = "".join(groups)
    if len(digits) % 2 or len(digits) > 10:
        raise PositionError(f"{text!r} is no grid reference: expected two to ten digits, an even number")
    if not digits:
        raise PositionError(f"{text!r} is a square of 100 km, too large for a position; add its digits")
    return digits


def _corner(reference: str, text: str, size_m: int) -> tuple[float, float, bool]:
    """Return easting and northing of a square's south-west corner, and whether it is in the northern half."""
    from mgrs import MGRS  # noqa: PLC0415 - only grid references pay for it
    from mgrs.core import MGRSError  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", RuntimeWarning
            )  # of squares at a band's end: looked at afterwards
            _, hemisphere, easting, northing = MGRS().MGRSToUTM(reference)
    except MGRSError:
        raise _no_square(text) from None
    # versions of mgrs give the corner or the middle
    return easting // size_m * size_m, northing // size_m * size_m, hemisphere == "N"


def _check_inside(text: str, zone: int, band: str, *, lat: float, lon: float, slack: float) -> None:
    """Raise PositionError if the middle of a square lies outside the zone and band that it names."""
    south, north = band_of(band)
    west = 6 * zone - 186
    uneven = (band == "V" and zone in {31, 32}) or (band == "X" and 31 <= zone <= 37)
    inside = south - slack <= lat <= north + slack and west - 2 * slack <= lon <= west + 6 + 2 * slack
    if uneven or not inside:
        raise _no_square(text)


def _no_square(text: str) -> PositionError:
    return PositionError(f"{text!r} names no square of the grid: zone, band and letters do not fit together")
