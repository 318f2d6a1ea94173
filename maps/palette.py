"""The colours of zones, the same on page, paper and in files."""

from __future__ import annotations

from typing import Final

__all__ = ["ZONE_COLOURS", "zone_colour"]

ZONE_COLOURS: Final = (
    "#cc3c5b",
    "#2862d4",
    "#004821",
    "#8e4e07",
    "#733a9a",
    "#22832b",
    "#a50d57",
    "#2e647e",
)
"""Those of the web page, in its order; a zone has its number besides its hue."""


def zone_colour(number: int) -> str:
    """
    Return the colour of a zone by its number on the map, which begins at 1.

    Examples
    --------
    >>> zone_colour(1), zone_colour(9) == zone_colour(1)
    ('#cc3c5b', True)
    """
    return ZONE_COLOURS[(number - 1) % len(ZONE_COLOURS)]
