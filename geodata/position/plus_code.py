"""Positions as plus codes, by the specification of the Open Location Code.

Its own library comes without a wheel, and what is installed here is installed from wheels only.
"""

from __future__ import annotations

import re

from geodata.errors import PositionError
from geodata.position.position import Position

_LETTERS = "23456789CFGHJMPQRVWX"
_SHAPE = re.compile(rf"([{_LETTERS}]{{2,8}}0{{0,6}})\+([{_LETTERS}]*)(?:[ ,].*)?", re.IGNORECASE)
_SIZES = {6: "6 km", 8: "300 m", 10: "14 m", 11: "3 m"}
_SHORTEST, _LONGEST = 6, 15
_PAIRED = 10  # digits of a code that are latitude and longitude in turn
_FIRST = 20.0  # degrees of the first pair


def is_plus_code(text: str) -> bool:
    """Tell whether a text has the shape of a plus code, also of a short one before a place's name."""
    return _SHAPE.fullmatch(text) is not None


def read_plus_code(text: str) -> Position:
    """
    Return the middle of the area that a full plus code names; the form tells the area's size.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If it is no full code, or one of an area that is too large.

    Examples
    --------
    >>> found = read_plus_code("8G8V549R+GF")
    >>> round(found.lat, 4), round(found.lon, 4), found.form
    (36.1688, 37.1412, 'plus code, middle of an area of 14 m')
    """
    match = _SHAPE.fullmatch(text)
    code = text.upper()
    if match is not None and (len(match[1]) < 8 or " " in code or "," in code):
        raise PositionError(
            f"{text!r} is not read: a short plus code counts from a place near it; copy the full code, "
            'with eight characters before the plus: "8G8V549R+GF"'
        )
    if match is None or not _is_full(match[1].upper(), match[2]):
        raise PositionError(f"{text!r} is no plus code")
    digits = [_LETTERS.index(letter) for letter in code.replace("+", "").rstrip("0")]
    if len(digits) < _SHORTEST:
        raise PositionError(f"{text!r} is a plus code of an area too large for a position")
    lat, lon = _middle(digits)
    size = _SIZES[min(len(digits), 11)]
    within = f"less than {size}" if len(digits) > 11 else size
    return Position(
        lat=lat,
        lon=lon,
        form=f"plus code, middle of an area of {within}",
        numbers=tuple(re.findall(r"\d+", code)),
    )


def _is_full(before: str, after: str) -> bool:
    """Whether the characters before and after the plus make a code: filled with zeros in pairs, no single one after."""
    letters = before.rstrip("0")
    filled = len(letters) < len(before)
    in_range = _LETTERS.index(before[0]) < 180 / _FIRST and _LETTERS.index(before[1]) < 360 / _FIRST
    long = len(before) + len(after) > _LONGEST  # what is beyond would be left unused
    return in_range and not long and len(letters) % 2 == 0 and len(after) != 1 and not (filled and after)


def _middle(digits: list[int]) -> tuple[float, float]:
    """Return latitude and longitude of the middle of an area: pairs of digits to base 20, then a grid of 5 by 4."""
    lat, lon, height, width = -90.0, -180.0, _FIRST * 20.0, _FIRST * 20.0
    for row, column in zip(digits[:_PAIRED:2], digits[1:_PAIRED:2], strict=True):
        height, width = height / 20, width / 20
        lat, lon = lat + row * height, lon + column * width
    for digit in digits[_PAIRED:]:
        height, width = height / 5, width / 4
        lat, lon = lat + digit // 4 * height, lon + digit % 4 * width
    return round(lat + height / 2, 10), round(lon + width / 2, 10)
