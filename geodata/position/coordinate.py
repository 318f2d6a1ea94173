"""One coordinate on its own, as a cell of a table has it."""

from __future__ import annotations

import re

from geodata.errors import PositionError
from geodata.position.angle import Axis, read_angle
from geodata.position.characters import plain
from geodata.position.tokens import tokens

_FLOAT = re.compile(r"[+-]?(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d++)?")
_NAMES = {"lat": "latitude", "lon": "longitude"}
_LIMITS = {"lat": 90, "lon": 180}


def parse_coordinate(text: str, *, axis: Axis) -> float:
    """
    Return the degrees that one coordinate says.

    Parameters
    ----------
    text
        A value with a decimal point or comma, or degrees with minutes and seconds; with a sign, the letter
        of a side before or after it, or the name of its axis. Any script's digits; invisible marks and
        no-break blanks do not count.
    axis
        Whether a latitude or a longitude is wanted.

    Raises
    ------
    geodata.errors.PositionError
        If the text is no such value, of the other axis, beyond the Earth, or anything in it is left unused.

    Examples
    --------
    >>> parse_coordinate("35,8645", axis="lat"), parse_coordinate("36°48' E", axis="lon")
    (35.8645, 36.8)
    """
    clean = plain(text)
    if not clean:
        raise PositionError(f"the {_NAMES[axis]} is empty")
    if _FLOAT.fullmatch(clean):
        return _within(float(clean), axis, text)
    angle = read_angle(tokens(clean))
    if angle.axis not in {None, axis}:
        raise PositionError(
            f"{text.strip()!r} is a {_NAMES[angle.axis or axis]}; a {_NAMES[axis]} is expected"
        )
    return angle.degrees(axis)


def _within(value: float, axis: Axis, text: str) -> float:
    if abs(value) > _LIMITS[axis]:
        raise PositionError(f"{_NAMES[axis]} {text.strip()} is beyond {_LIMITS[axis]}")
    return value
