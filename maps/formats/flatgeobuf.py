"""FlatGeobuf: one layer with a spatial index, what it rests on in its description."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from maps.formats.encoded import Encoded
from maps.formats.gdal import day_of, fixed_clock, folder, write_layer
from maps.formats.table import Table, table
from maps.formats.text import for_c
from zones.about import about

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode"]


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return a layer as FlatGeobuf, without features that lie nowhere; the description says how many those are.

    An index has no place for them, and the JavaScript reader ends with an error at the first of them.
    """
    (layer,) = layers
    whole = table(zone_set, layer)
    held = _placed(whole)
    told = about(zone_set).to_dict()
    if missing := len(whole.rows) - len(held.rows):
        told["left_out"] = (
            f"{missing} of {len(whole.rows)} {layer} lie nowhere; GeoPackage and GeoJSON have them"
        )
    with folder() as place, fixed_clock(day_of(zone_set)):
        path = place / "layer.fgb"
        write_layer(
            held,
            path,
            "FlatGeobuf",
            SPATIAL_INDEX="YES" if held.rows else "NO",
            TITLE=layer,
            DESCRIPTION=for_c(json.dumps(told, ensure_ascii=False)),
        )
        return Encoded(content=path.read_bytes())


def _placed(held: Table) -> Table:
    """Return a table's rows that have a shape."""
    pairs = [(row, shape) for row, shape in zip(held.rows, held.shapes, strict=True) if shape is not None]
    return replace(held, rows=tuple(row for row, _ in pairs), shapes=tuple(shape for _, shape in pairs))
