"""
A user's own layers: points, lines and areas of any file, to be shown on the map beside the zones.

::

    layer      Layer: shapes with their attributes as text, and what names them
    frame      a GeoDataFrame as a layer
    files      read_layers: GeoJSON, GeoPackage and other files of shapes
    positions  tables with positions
    payload    layers as the page wants them

Longitude, latitude in WGS 84 degrees; files in any other system that they state are transformed.
"""

from __future__ import annotations

from maps.layers.errors import LayerError
from maps.layers.files import read_layers
from maps.layers.layer import Layer

__all__ = ["Layer", "LayerError", "read_layers"]
