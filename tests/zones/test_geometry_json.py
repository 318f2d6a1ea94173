"""Geometry as it is written: on the grid, oriented, in one order, and polygons alone where asked."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from zones.geometry_json import multipolygon, snapped, to_json

EMPTY = [None, shapely.Polygon(), shapely.GeometryCollection(), shapely.LineString()]


@pytest.mark.parametrize("shape", EMPTY)
def test_nothing_is_written_as_nothing(shape: shapely.Geometry | None) -> None:
    assert (snapped(shape), multipolygon(shape), to_json(shape)) == (None, None, None)


@given(st.floats(30, 45), st.floats(30, 40), st.floats(0.001, 3))
def test_coordinates_are_within_half_a_millionth_of_a_degree(lon: float, lat: float, size: float) -> None:
    told = to_json(shapely.box(lon, lat, lon + size, lat + size))
    assert told is not None
    (ring,) = told["coordinates"]
    assert all(value == round(value, 6) for position in ring for value in position)
    wanted = {(x, y) for x in (lon, lon + size) for y in (lat, lat + size)}
    for x, y in wanted:
        assert min(abs(x - a) + abs(y - b) for a, b in ring) <= 1.01e-6


def test_outer_rings_turn_left_and_one_shape_has_one_text() -> None:
    square = [(0, 0), (0, 2), (2, 2), (2, 0)]
    hole = [(0.5, 0.5), (1, 0.5), (1, 1), (0.5, 1)]
    texts = set()
    for turned in (square, square[::-1], square[2:] + square[:2]):
        for inner in (hole, hole[::-1]):
            told = snapped(shapely.Polygon(turned, [inner]))
            assert told is not None
            assert shapely.is_ccw(told.exterior)
            assert not shapely.is_ccw(told.interiors[0])
            texts.add(told.wkt)
    assert len(texts) == 1


def test_a_multipolygon_has_the_polygons_alone() -> None:
    mixed = shapely.GeometryCollection(
        [shapely.box(0, 0, 1, 1), shapely.Point(5, 5), shapely.MultiPolygon([shapely.box(2, 2, 3, 3)])]
    )
    found = multipolygon(mixed)
    assert found is not None
    assert found.geom_type == "MultiPolygon"
    assert found.area == pytest.approx(2.0)
    assert multipolygon(shapely.LineString([(0, 0), (1, 1)])) is None


@pytest.mark.parametrize(
    ("shape", "kind", "coordinates"),
    [
        (shapely.Point(36.12345678, 35), "Point", [36.123457, 35.0]),
        (shapely.LineString([(0, 0), (1, 1)]), "LineString", [[0.0, 0.0], [1.0, 1.0]]),
        (shapely.MultiPoint([(1, 1)]), "MultiPoint", [[1.0, 1.0]]),
    ],
)
def test_other_geometry(shape: shapely.Geometry, kind: str, coordinates: list[object]) -> None:
    assert to_json(shape) == {"type": kind, "coordinates": coordinates}
