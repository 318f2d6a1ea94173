"""Coordinates out of Arrow columns of every type: what is no number or no point is none, or an error that says so."""

from __future__ import annotations

import json
from decimal import Decimal

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from zones.labels.errors import LabelError

pa = pytest.importorskip("pyarrow")

from zones.labels.points import PointColumns, coordinates, point_columns  # noqa: E402 - needs pyarrow

NAN = float("nan")
LON = [36.5, -7.25, None]
BOTH = PointColumns("lon", "lat")
SHAPES = [shapely.Point(36.5, 35.25), shapely.Point(-7, 80), None]


def read(column: pa.Array) -> list[float]:
    """The numbers of a column, read as longitudes beside latitudes of another type."""
    lat = pa.array([0.0] * len(column))
    return coordinates(pa.record_batch({"lon": column, "lat": lat}), BOTH)[0].tolist()


def points(column: pa.Array) -> list[list[float]]:
    x, y = coordinates(pa.record_batch({"geometry": column}), PointColumns("geometry", None))
    return [x.tolist(), y.tolist()]


@pytest.mark.parametrize(
    "column",
    [
        pa.array(LON),
        pa.array(LON, pa.float32()),
        pa.array([None if v is None else Decimal(str(v)) for v in LON]),
        pa.array(["36.5", "-7.25", None]),
        pa.array([" 36.5 ", "-.725e1", "east"]),
        pa.array(["+36.5", "-7.25", "1.2.3"], pa.large_string()),
        pa.array(["36.5", "-7.25", "36°70"]).dictionary_encode(),
        pa.array(["36,5", "٧٫٢٥ W", "three"]),
        pa.array([b"36.5", b"-7.25", b"\xff\xfe"]),
        pa.array([b"36.5\xb0", b"\xa0-7.25", "ثلاثة".encode()], pa.large_binary()),
    ],
    ids=lambda column: str(column.type),
)
def test_numbers_of_any_type_are_degrees(column: pa.Array) -> None:
    assert read(column) == pytest.approx([36.5, -7.25, NAN], nan_ok=True)


def test_whole_numbers_and_empty_columns() -> None:
    assert read(pa.array([36, -7])) == [36.0, -7.0]
    assert np.isnan(read(pa.nulls(2))).all()
    assert read(pa.array([], pa.string())) == []


@given(st.lists(st.floats(-180, 180) | st.none(), max_size=6))
def test_numbers_as_text_are_those_numbers(values: list[float | None]) -> None:
    told = read(pa.array([None if v is None else f" {v!r}" for v in values], pa.string()))
    assert told == pytest.approx([NAN if v is None else v for v in values], nan_ok=True)


@pytest.mark.parametrize("column", [pa.array([True]), pa.array([[1.0]]), pa.array([{"x": 1.0}])])
def test_a_column_that_holds_no_numbers_is_named(column: pa.Array) -> None:
    with pytest.raises(LabelError, match=r"column 'lon' holds .*; expected degrees as numbers"):
        read(column)


@pytest.mark.parametrize(
    "column",
    [
        pa.array([shapely.to_wkb(s) if s else None for s in SHAPES]),
        pa.array([shapely.to_wkb(s, byte_order=0) if s else None for s in SHAPES], pa.large_binary()),
        pa.array([*map(shapely.to_wkb, SHAPES[:2]), shapely.to_wkb(shapely.Point())]),
        pa.array([{"x": 36.5, "y": 35.25}, {"x": -7.0, "y": 80.0}, {"x": None, "y": None}]),
    ],
    ids=["wkb", "wkb, big-endian", "an empty point", "struct"],
)
def test_points_with_one_missing(column: pa.Array) -> None:
    assert points(column)[0] == pytest.approx([36.5, -7, NAN], nan_ok=True)
    assert points(column)[1] == pytest.approx([35.25, 80, NAN], nan_ok=True)


@pytest.mark.parametrize(
    "column",
    [
        pa.array(shapely.to_wkb(SHAPES[:2])),
        pa.array(shapely.to_wkb([shapely.Point(0, 0), *SHAPES[:2]])).slice(1),
        pa.array(shapely.to_wkb(SHAPES[:2], byte_order=0)),
        pa.array(
            shapely.to_wkb([shapely.Point(36.5, 35.25, 9), shapely.Point(-7, 80, 9)], output_dimension=3)
        ),
        pa.array([[36.5, 35.25], [-7, 80]], pa.list_(pa.float64(), 2)),
        pa.array([[36.5, 35.25, 9], [-7, 80, 9]], pa.list_(pa.float64(), 3)),
    ],
    ids=["wkb", "a slice of wkb", "big-endian", "with height", "pairs", "triples"],
)
def test_points(column: pa.Array) -> None:
    assert points(column) == [[36.5, -7.0], [35.25, 80.0]]


@pytest.mark.parametrize("made", [b"", b"no shape", shapely.to_wkb(SHAPES[0])[:-1]])
def test_bytes_that_are_no_geometry_are_told(made: bytes) -> None:
    with pytest.raises(LabelError, match="'geometry' holds no points as well-known binary"):
        points(pa.array([shapely.to_wkb(SHAPES[0]), made]))


@pytest.mark.parametrize("of", [shapely.box(0, 0, 1, 1), shapely.LineString([(0, 0), (1, 1)])])
def test_a_geometry_that_is_no_point_is_named(of: shapely.Geometry) -> None:
    with pytest.raises(
        LabelError, match=f"'geometry' holds a {of.geom_type}; expected points, or name columns"
    ):
        points(pa.array(shapely.to_wkb([SHAPES[0], of])))


@pytest.mark.parametrize(
    "column",
    [pa.array(["POINT (1 2)"]), pa.array([1.0]), pa.array([[1.0, 2.0], None], pa.list_(pa.float64(), 2))],
)
def test_a_column_that_holds_no_points_is_named(column: pa.Array) -> None:
    with pytest.raises(LabelError, match=r"column 'geometry' holds .*; expected points"):
        points(column)


def schema(geo: dict[str, object] | None, *names: str) -> pa.Schema:
    metadata = None if geo is None else {b"geo": json.dumps(geo).encode()}
    return pa.schema([(name, pa.binary()) for name in names], metadata=metadata)


def stated(crs: object) -> dict[str, object]:
    return {"primary_column": "shape", "columns": {"shape": {"crs": crs}}}


@pytest.mark.parametrize(
    ("told", "where"),
    [
        (schema({"primary_column": "shape"}, "id", "shape", "lon", "lat"), PointColumns("shape", None)),
        (schema({"primary_column": "gone"}, "lon", "lat"), BOTH),
        (schema({}, "lon", "lat"), BOTH),
        (schema(None, "geometry", "lon", "lat"), BOTH),
        (schema(None, "id", "geometry"), PointColumns("geometry", None)),
        (schema(stated({"id": {"authority": "OGC", "code": "CRS84"}}), "shape"), PointColumns("shape", None)),
        (schema(stated({"id": {"authority": "EPSG", "code": 4326}}), "shape"), PointColumns("shape", None)),
        (schema(stated(None), "shape"), PointColumns("shape", None)),
    ],
)
def test_where_the_coordinates_are(told: pa.Schema, where: PointColumns) -> None:
    assert point_columns(told) == where


def test_columns_that_are_named_win_over_a_geometry() -> None:
    told = schema({"primary_column": "shape"}, "shape", "x", "y")
    assert point_columns(told, lon="x", lat="y") == PointColumns("x", "y")


@pytest.mark.parametrize(
    ("crs", "name"),
    [
        ({"name": "WGS 84 / UTM zone 37N", "id": {"authority": "EPSG", "code": 32637}}, "UTM zone 37N"),
        ({"id": {"authority": "ESRI", "code": 4326}}, "an unnamed system"),
        ({}, "an unnamed system"),
    ],
)
def test_points_that_are_not_in_degrees_are_refused(crs: dict[str, object], name: str) -> None:
    with pytest.raises(LabelError, match=f"is in .*{name}; expected WGS 84 degrees"):
        point_columns(schema(stated(crs), "shape"))


def test_a_table_without_coordinates_is_refused() -> None:
    with pytest.raises(LabelError):
        point_columns(schema(None, "id", "name"))
