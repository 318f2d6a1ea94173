"""Polygons as shared arcs of whole micro-degrees: small in a page, and exact."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

SCALE = 1_000_000

Vertex = tuple[int, int]
Line = tuple[Vertex, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topology:
    """
    A coverage cut into arcs, each stored once.

    Parameters
    ----------
    arcs
        Lines of (longitude, latitude) in micro-degrees, sorted.
    rings
        For each key the rings of its polygons, each a chain of arc numbers; `~n` is arc `n` walked
        backwards. By the even-odd rule holes need no mark.
    """

    arcs: tuple[Line, ...]
    rings: dict[str, tuple[tuple[int, ...], ...]]

    @classmethod
    def from_polygons(cls, polygons: Mapping[str, BaseGeometry]) -> Topology:
        """
        Return the topology of polygons whose shared borders have the same vertices on both sides.

        Parameters
        ----------
        polygons
            Polygons or multipolygons by key, WGS 84 degrees; rounded to micro-degrees here.
        """
        whole = {key: quantised_rings(shape) for key, shape in polygons.items()}
        nodes = _nodes(ring for rings in whole.values() for ring in rings)
        cut = {key: [_cut(ring, nodes) for ring in rings] for key, rings in whole.items()}
        arcs = tuple(
            sorted({min(arc, arc[::-1]) for rings in cut.values() for ring in rings for arc in ring})
        )
        number = {arc: index for index, arc in enumerate(arcs)}
        number |= {arc[::-1]: ~index for index, arc in enumerate(arcs) if arc[::-1] not in number}
        rings = {
            key: tuple(tuple(number[arc] for arc in ring) for ring in rings) for key, rings in cut.items()
        }
        return cls(arcs=arcs, rings=rings)


def quantised_rings(shape: BaseGeometry) -> list[Line]:
    """Return the closed rings of a polygon or multipolygon in whole micro-degrees."""
    rings = []
    for polygon in shapely.get_parts(shape):
        if polygon.geom_type == "Polygon" and not polygon.is_empty:
            rings += [quantised(ring) for ring in (polygon.exterior, *polygon.interiors)]
    return [ring for ring in rings if len(ring) > 3]


def quantised(line: BaseGeometry) -> Line:
    """Return a line's vertices in whole micro-degrees, without repeats."""
    grid = np.rint(shapely.get_coordinates(line) * SCALE).astype(np.int64)
    keep = np.ones(len(grid), dtype=bool)
    keep[1:] = (grid[1:] != grid[:-1]).any(axis=1)
    return tuple((int(x), int(y)) for x, y in grid[keep])


def encode(lines: Iterable[Sequence[Vertex]]) -> str:
    """
    Return lines as base64 text: for each its vertex count, then the steps from vertex to vertex.

    Every number is a variable-length quantity (seven bits a byte, low ones first), steps with the sign
    folded into the lowest bit. The first step of a line starts where the line before it started.
    """
    out = bytearray()
    start: Vertex = (0, 0)
    for line in lines:
        _put(out, len(line))
        here = start
        for vertex in line:
            for axis in (0, 1):
                step = vertex[axis] - here[axis]
                _put(out, step * 2 if step >= 0 else -step * 2 - 1)
            here = vertex
        if line:
            start = line[0]
    return base64.b64encode(bytes(out)).decode("ascii")


def _put(out: bytearray, number: int) -> None:
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)


def _nodes(rings: Iterable[Line]) -> frozenset[Vertex]:
    """Return the vertices where more than two border lines meet."""
    near: defaultdict[Vertex, set[Vertex]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise(ring):
            near[a].add(b)
            near[b].add(a)
    return frozenset(vertex for vertex, others in near.items() if len(others) > 2)


def _cut(ring: Line, nodes: frozenset[Vertex]) -> list[Line]:
    """Return a closed ring as the chain of arcs between nodes."""
    open_ring = ring[:-1]
    starts = [index for index, vertex in enumerate(open_ring) if vertex in nodes]
    first = starts[0] if starts else open_ring.index(min(open_ring))
    turned = (*open_ring[first:], *open_ring[:first], open_ring[first])
    cuts = [index for index, vertex in enumerate(turned) if vertex in nodes] or [0, len(turned) - 1]
    return [turned[a : b + 1] for a, b in pairwise(cuts)]
