"""Colours, line widths and letters of the printed map, in one place."""

from __future__ import annotations

from typing import Any, Final

FONT: Final = "DejaVu Sans"
"""Comes with matplotlib and holds Arabic, so that nothing need be bundled or found on the machine."""

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

LAND: Final = "#efece3"
VEIL: Final = "#fbfaf7"
SEA: Final = "#d3e3ec"
WATER: Final = "#6f9fbd"
WATER_TEXT: Final = "#3f7699"
INK: Final = "#22262b"
GREY: Final = "#6a7076"
LABEL_GREY: Final = "#555b61"
NEIGHBOUR_TEXT: Final = "#84807a"
BORDER: Final = "#3c3c3c"
GRID: Final = "#9aa7ad"
ACCENT: Final = "#1d5c8c"
GOLAN: Final = "#7b7468"
UNDOF: Final = "#a58b4f"

RC: Final[dict[str, Any]] = {
    "font.family": [FONT],
    "axes.linewidth": 0.8,
    "hatch.linewidth": 0.9,
    "pdf.fonttype": 42,
    "svg.fonttype": "path",
    "svg.hashsalt": "deescalation-zones",
    "path.simplify": False,
    # A dollar sign in a name is a dollar sign.
    "text.parse_math": False,
}


def zone_colour(number: int) -> str:
    """
    Return the colour of a zone by its number on the map, which begins at 1.

    Examples
    --------
    >>> zone_colour(1), zone_colour(9) == zone_colour(1)
    ('#cc3c5b', True)
    """
    return ZONE_COLOURS[(number - 1) % len(ZONE_COLOURS)]
