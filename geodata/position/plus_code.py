"""Positions as plus codes (Open Location Code)."""

from __future__ import annotations

import re

from geodata.errors import PositionError
from geodata.position.position import Position

_LETTERS = "23456789CFGHJMPQRVWX"
_SHAPE = re.compile(rf"([{_LETTERS}]{{2,8}}0{{0,6}})\+([{_LETTERS}]*)(?:[ ,].*)?", re.IGNORECASE)
_SIZES = {2: "100 km", 6: "6 km", 8: "300 m", 10: "14 m", 11: "3 m"}
_SHORTEST = 6


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
    from openlocationcode import openlocationcode  # noqa: PLC0415 - only plus codes pay for it

    match = _SHAPE.fullmatch(text)
    code = text.upper()
    if match is not None and (len(match[1]) < 8 or " " in code or "," in code):
        raise PositionError(
            f"{text!r} is not read: a short plus code counts from a place near it; copy the full code, "
            'with eight characters before the plus: "8G8V549R+GF"'
        )
    if match is None or not openlocationcode.isFull(code):
        raise PositionError(f"{text!r} is no plus code")
    area = openlocationcode.decode(code)
    if area.codeLength < _SHORTEST:
        raise PositionError(f"{text!r} is a plus code of an area too large for a position")
    size = _SIZES[min(area.codeLength, 11)]
    within = f"less than {size}" if area.codeLength > 11 else size
    return Position(
        lat=area.latitudeCenter, lon=area.longitudeCenter,
        form=f"plus code, middle of an area of {within}", numbers=tuple(re.findall(r"\d+", code)),
    )  # fmt: skip
