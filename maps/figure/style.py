"""Colours, line widths and letters of the printed map, in one place."""

from __future__ import annotations

from typing import Any, Final

from maps.palette import ZONE_COLOURS, zone_colour

__all__ = ["ZONE_COLOURS", "zone_colour"]

FONT: Final = "DejaVu Sans"
"""Comes with matplotlib and holds Arabic, so that nothing need be bundled or found on the machine."""

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
