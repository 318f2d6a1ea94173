"""FlatGeobuf: one layer with a spatial index, what it rests on in its description."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from maps.formats.encoded import Encoded
from maps.formats.gdal import day_of, fixed_clock, folder, write_layer
from maps.formats.table import table
from maps.formats.text import for_c
from zones.about import about

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode"]


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], ending: str) -> Encoded:
    """Return a layer as FlatGeobuf. One with features that lie nowhere has no spatial index."""
    (layer,) = layers
    held = table(zone_set, layer)
    indexed = bool(held.shapes) and all(shape is not None for shape in held.shapes)
    description = for_c(json.dumps(about(zone_set).to_dict(), ensure_ascii=False))
    with folder() as place, fixed_clock(day_of(zone_set)):
        path = place / "layer.fgb"
        write_layer(
            held,
            path,
            "FlatGeobuf",
            SPATIAL_INDEX="YES" if indexed else "NO",
            TITLE=layer,
            DESCRIPTION=description,
        )
        return Encoded(content=path.read_bytes())
