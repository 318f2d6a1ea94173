"""Whether a town lies near the others of a list, or is another place of the same name."""

from __future__ import annotations

from geodata.unit import Level
from zones.reading.scan import Scan

__all__ = ["is_near"]


def is_near(scan: Scan, governorate: str, home: str) -> bool:
    """Whether a governorate (P-code) is another one or next to it."""
    return governorate == home or governorate in scan.units.neighbours_of((home,), Level.GOVERNORATE)
