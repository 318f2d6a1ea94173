"""Layers as the page wants them: shapes as lines of whole micro-degrees, attributes as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from maps.arcs import encode, quantised, quantised_rings
from maps.layers.layer import Layer

Json = dict[str, Any]


def layers_json(layers: Sequence[Layer]) -> list[Json]:
    """
    Return layers for the page, numbered from 1: ``own:1``, ``own:2``.

    Each feature has `points`, `lines` and `areas`, encoded as `maps.arcs.encode` does, empty where it has none.
    """
    return [
        {
            "id": f"own:{number}",
            "title": layer.title,
            "source": Path(layer.source).name,
            "columns": list(layer.columns),
            "features": [
                {"name": name, "values": list(values), **_shape(shape)}
                for name, values, shape in zip(layer.names, layer.rows, layer.shapes, strict=True)
            ],
        }
        for number, layer in enumerate(layers, 1)
    ]


def _shape(shape: BaseGeometry) -> Json:
    parts = list(_single(shape))
    points = [quantised(part) for part in parts if part.geom_type == "Point"]
    lines = [quantised(part) for part in parts if part.geom_type in {"LineString", "LinearRing"}]
    rings = [ring for part in parts if part.geom_type == "Polygon" for ring in quantised_rings(part)]
    drawn = {"points": points, "lines": lines, "areas": rings}
    return {kind: encode(found) for kind, found in drawn.items() if found}


def _single(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    """Yield the parts of a shape that are no collections, none of them empty."""
    for part in shapely.get_parts(shape):
        if shapely.get_num_geometries(part) > 1 or part.geom_type.startswith(("Multi", "Geometry")):
            yield from _single(part)
        elif not part.is_empty:
            yield part
