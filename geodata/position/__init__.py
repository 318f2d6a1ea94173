"""
Positions as people write them, read whole or refused.

    text -> plain characters -> link | notation | plus code | MGRS | UTM | pair of coordinates -> Position

Nothing of a text is dropped, rounded into range or guessed: what is left unused refuses the whole, and what
may mean two positions is refused with the reason.
"""

from __future__ import annotations

from geodata.errors import PositionError
from geodata.position.characters import plain, visible
from geodata.position.coordinate import parse_coordinate
from geodata.position.parse import looks_like_position, parse_position
from geodata.position.position import Position

__all__ = [
    "Position",
    "PositionError",
    "looks_like_position",
    "parse_coordinate",
    "parse_position",
    "plain",
    "visible",
]
