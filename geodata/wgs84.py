"""The reference system that every frame and file here is in: WGS 84, in degrees, longitude first."""

from __future__ import annotations

from typing import Final

__all__ = ["WGS84"]

WGS84: Final = "EPSG:4326"
"""As readers of GeoJSON name it. OGC:CRS84 would state the order of axes too, but geopandas takes it for another
system, and warns whenever such a frame is joined with anybody else's."""
