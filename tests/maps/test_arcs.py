"""Arcs: the same polygons after the way into the page and back."""

from __future__ import annotations

import base64

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.units import AdminUnits
from maps.arcs import SCALE, Topology, encode, quantised_rings

Line = list[tuple[int, int]]


def decode(text: str) -> list[Line]:
    """Read what `encode` wrote, in another way than the page does."""
    numbers: list[int] = []
    value = shift = 0
    for byte in base64.b64decode(text):
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            numbers.append(value)
            value = shift = 0
    lines, at, start = [], 0, (0, 0)
    while at < len(numbers):
        count = numbers[at]
        steps = [(n >> 1) ^ -(n & 1) for n in numbers[at + 1 : at + 1 + 2 * count]]
        here, line = start, []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            here = (here[0] + dx, here[1] + dy)
            line.append(here)
        start = line[0]
        lines.append(line)
        at += 1 + 2 * count
    return lines


MICRO = st.integers(-180 * SCALE, 180 * SCALE)


@given(st.lists(st.lists(st.tuples(MICRO, MICRO), min_size=1, max_size=12), max_size=6))
def test_lines_come_back_as_they_were(lines: list[Line]) -> None:
    assert decode(encode(lines)) == lines


def test_units_come_back_vertex_by_vertex() -> None:
    units = AdminUnits.builtin()
    shapes = {code: units.geometry(code) for code in units.codes}
    topology = Topology.from_polygons(shapes)
    arcs = decode(encode(topology.arcs))
    assert arcs == [list(arc) for arc in topology.arcs]
    for code, shape in shapes.items():
        rings = [joined(chain, arcs) for chain in topology.rings[code]]
        expected = [[tuple(vertex) for vertex in ring] for ring in quantised_rings(shape)]
        assert sorted(map(turned, rings)) == sorted(map(turned, expected))


def test_built_in_boundaries_lose_nothing() -> None:
    units = AdminUnits.builtin()
    for code in units.codes:
        for polygon in shapely.get_parts(units.geometry(code)):
            degrees = shapely.get_coordinates(polygon.exterior)
            assert (np.rint(degrees * SCALE) / SCALE == degrees).all()


def test_a_shared_border_is_stored_once() -> None:
    left, right = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    topology = Topology.from_polygons({"a": left, "b": right})
    assert len(topology.arcs) == 3


def test_an_enclave_shares_its_ring() -> None:
    outer = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2))
    topology = Topology.from_polygons({"a": outer, "b": shapely.box(1, 1, 2, 2)})
    assert len(topology.arcs) == 2
    assert len(topology.rings["a"]) == 2


@pytest.mark.parametrize(
    "shape", [shapely.Polygon(), shapely.Point(1, 1), shapely.LineString([(0, 0), (1, 1)])]
)
def test_what_has_no_area_has_no_rings(shape: shapely.Geometry) -> None:
    assert quantised_rings(shape) == []


def joined(chain: tuple[int, ...], arcs: list[Line]) -> Line:
    ring: Line = []
    for ref in chain:
        arc = arcs[ref] if ref >= 0 else arcs[~ref][::-1]
        ring += arc[1:] if ring else arc
    return ring


def turned(ring: Line) -> Line:
    """Return a closed ring in its one normal form: from its least vertex on, in the lesser direction."""
    body = list(ring[:-1])
    first = body.index(min(body))
    one = body[first:] + body[:first]
    return min(one, [one[0], *one[:0:-1]])
