"""TopoJSON: borders that units share are told once. https://github.com/topojson/topojson-specification."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import shapely

from maps.arcs import SCALE, Line, Topology
from maps.formats.encoded import Encoded
from maps.formats.table import Table, table
from zones.about import about

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode"]

Json = dict[str, Any]


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return a layer as TopoJSON on a grid of micro-degrees, which is the one that all outputs are on.

    Outer rings run clockwise. The specification does not say how they run, but d3 and Vega draw on a sphere,
    where one that runs the other way stands for all the rest of the globe.
    """
    (layer,) = layers
    held = table(zone_set, layer)
    parts = {
        f"{number} {i}": part
        for number, shape in enumerate(held.shapes)
        if shape is not None and held.geometry == "MultiPolygon"
        for i, part in enumerate(shapely.get_parts(shapely.orient_polygons(shape, exterior_cw=True)))
    }
    topology = Topology.from_polygons(parts)
    told: Json = {
        "type": "Topology",
        "about": about(zone_set).to_dict(),
        "transform": {"scale": [1 / SCALE, 1 / SCALE], "translate": [0, 0]},
        "objects": {
            layer: {
                "type": "GeometryCollection",
                "geometries": [_object(held, number, topology) for number in range(len(held.rows))],
            }
        },
        "arcs": [_steps(arc) for arc in topology.arcs],
    }
    boxes = [shape for shape in held.shapes if shape is not None]
    if boxes:
        told["bbox"] = [round(float(x), 6) for x in shapely.total_bounds(boxes)]
    return Encoded(content=(json.dumps(told, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8"))


def _object(held: Table, number: int, topology: Topology) -> Json:
    row, shape = held.rows[number], held.shapes[number]
    told: Json = {"type": None, "id": row["id"], "properties": row}
    if shape is None:
        return told
    if held.geometry == "Point":
        x, y = (round(float(v) * SCALE) for v in shapely.get_coordinates(shape)[0])
        return told | {"type": "Point", "coordinates": [x, y]}
    polygons = [topology.rings[f"{number} {i}"] for i in range(shapely.get_num_geometries(shape))]
    return told | {
        "type": "MultiPolygon",
        "arcs": [[list(ring) for ring in rings] for rings in polygons if rings],
    }


def _steps(arc: Line) -> list[list[int]]:
    """Return a line as its first vertex and the steps from vertex to vertex."""
    steps = [list(arc[0])]
    steps += [[b[0] - a[0], b[1] - a[1]] for a, b in pairwise(arc)]
    return steps
