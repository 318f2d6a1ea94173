"""Files as layers: what is taken, what is left out and told, and what is refused with what to do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from shapely import LineString, Point, Polygon, force_3d

from maps.layers import LayerError, read_layers
from maps.layers.layer import MOST_FEATURES

CAMPS = gpd.GeoDataFrame(
    {"site": ["Atmeh", "Qah"], "people": [1200.0, None], "since": ["2013", None]},
    geometry=[Point(36.69, 36.31), Point(36.72, 36.29)],
    crs="EPSG:4326",
)


UNKNOWN = {"type": "name", "properties": {"name": "X:1"}}


def geojson(path: Path, features: list[Any], **more: Any) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}), encoding="utf-8")
    return path


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def point(lon: float, lat: float) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [lon, lat]}


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "fgb", "shp"])
def test_each_format_gives_the_same_layer(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"camps.{ending}"
    CAMPS.to_file(file)
    (layer,) = read_layers(file)
    assert layer.title == "camps"
    assert layer.name_column == "site"
    people = [row[layer.columns.index("people")] for row in layer.rows]
    found = zip(layer.names, people, (shape.coords[0] for shape in layer.shapes), strict=True)
    assert sorted(found) == [("Atmeh", "1200", (36.69, 36.31)), ("Qah", None, (36.72, 36.29))]


@pytest.mark.parametrize("ending", ["geojson", "gpkg", "shp"])
def test_other_reference_systems_are_transformed(tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"camps.{ending}"
    CAMPS.to_crs("EPSG:32637").to_file(file)
    (layer,) = read_layers(file, title="Camps")
    assert layer.title == "Camps"
    assert layer.shapes[0].distance(Point(36.69, 36.31)) < 1e-7


def test_each_layer_of_a_geopackage_is_one(tmp_path: Path) -> None:
    file = tmp_path / "aid.gpkg"
    CAMPS.to_file(file, layer="camps")
    roads = gpd.GeoDataFrame({"name": ["M5"]}, geometry=[LineString([(36, 33), (37, 36)])], crs="EPSG:4326")
    roads.to_file(file, layer="roads")
    assert [(layer.title, layer.counts) for layer in read_layers(file)] == [
        ("aid: camps", "2 points"), ("aid: roads", "1 line"),
    ]  # fmt: skip


def test_a_lone_feature_and_a_bare_geometry_are_geojson_too(tmp_path: Path) -> None:
    for number, told in enumerate((feature(point(37, 35), name="X"), point(37, 35))):
        file = tmp_path / f"{number}.json"
        file.write_text(json.dumps(told), encoding="utf-8")
        (layer,) = read_layers(file)
        assert layer.names == (("X",) if number == 0 else ("1 1",))


def test_heights_are_left_and_collections_kept(tmp_path: Path) -> None:
    parts = [
        {"type": "Point", "coordinates": [37, 35, 400]},
        {"type": "LineString", "coordinates": [[37, 35], [38, 35]]},
    ]
    shapes = {"type": "GeometryCollection", "geometries": parts}
    (layer,) = read_layers(geojson(tmp_path / "a.geojson", [feature(shapes, name="both")]))
    assert not layer.shapes[0].has_z
    area = gpd.GeoDataFrame(
        {"name": ["a"]}, geometry=[force_3d(Polygon([(37, 35), (38, 35), (38, 36)]), 9)], crs=4326
    )
    area.to_file(tmp_path / "a.gpkg")
    assert not read_layers(tmp_path / "a.gpkg")[0].shapes[0].has_z


def test_features_without_a_shape_are_counted(tmp_path: Path) -> None:
    empty = {"type": "Polygon", "coordinates": []}
    file = geojson(tmp_path / "a.geojson", [feature(point(37, 35), n="A b"), feature(None), feature(empty)])
    (layer,) = read_layers(file)
    assert "2 of 3 features have no shape and are left out" in layer.notes
    assert "features are named by column 'n'" in layer.notes


def test_features_off_the_map_are_counted(tmp_path: Path) -> None:
    file = geojson(tmp_path / "a.geojson", [feature(point(37, 35)), feature(point(2, 48))])
    (layer,) = read_layers(file)
    assert any(note.startswith("1 of 2 features lie off the map") for note in layer.notes)
    assert "no column names the features; they are numbered" in layer.notes
    assert layer.names == ("a 1", "a 2")


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({"id": 7, "title": "T", "name": "N"}, "name"),
        ({"id": 7, "Site_Name": "S", "words": "W"}, "Site_Name"),
        ({"id": "12", "code": "3,5", "words": "W"}, "words"),
        ({"name": None, "label": "L"}, "label"),
        ({"id": 7}, None),
    ],
)
def test_the_name_column(tmp_path: Path, columns: dict[str, Any], named: str | None) -> None:
    (layer,) = read_layers(geojson(tmp_path / "a.geojson", [feature(point(37, 35), **columns)]))
    assert layer.name_column == named


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.geojson", "{", "not JSON"),
        ("a.geojson", '{"type": "Topology"}', "not a FeatureCollection"),
        ("a.geojson", '{"type": "FeatureCollection", "features": []}', "no feature in it"),
        ("a.geojson", json.dumps(feature(None)), "none of its 1 features has a shape"),
        ("a.geojson", json.dumps(feature(point(370, 35))), "outside the world, at longitude 370"),
        ("a.geojson", json.dumps(feature(point(500000, 3900000))), "states its reference system"),
        ("a.geojson", json.dumps(feature(point(2, 48))), "nothing of it lies on the map"),
        ("a.geojson", json.dumps(feature({"type": "Point", "coordinates": ["x", 1]})), "feature 1"),
        ("a.geojson", json.dumps(feature(point(37, 35)) | {"crs": None}), "no reference system"),
        ("a.geojson", json.dumps(feature(point(37, 35)) | {"crs": UNKNOWN}), "reference system"),
        ("a.gpkg", "no GeoPackage", "first bytes"),
        ("a.kml", "<kml/>", "unknown ending '.kml'"),
        ("a", "x", "unknown ending ''"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_refused(tmp_path: Path, name: str, content: str, told: str) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    with pytest.raises(LayerError, match=told) as caught:
        read_layers(file)
    assert str(file) in str(caught.value)


@pytest.mark.slow
def test_a_missing_file_a_folder_and_too_many_features(tmp_path: Path) -> None:
    with pytest.raises(LayerError, match="no such file"):
        read_layers(tmp_path / "none.geojson")
    with pytest.raises(LayerError, match="a folder"):
        read_layers(tmp_path)
    many = geojson(tmp_path / "many.geojson", [feature(point(37, 35))] * (MOST_FEATURES + 1))
    with pytest.raises(LayerError, match=r"5,001 features, more than the 5,000"):
        read_layers(many)
    line = {"type": "LineString", "coordinates": [[37, 35], [37.1, 35]] * 100_001}
    long = geojson(tmp_path / "long.geojson", [feature(line)])
    with pytest.raises(LayerError, match=r"vertices, more than the 200,000"):
        read_layers(long)


def test_a_layer_without_a_reference_system_is_refused(tmp_path: Path) -> None:
    CAMPS.to_file(tmp_path / "a.shp")
    (tmp_path / "a.prj").unlink()
    with pytest.raises(LayerError, match="no coordinate reference system"):
        read_layers(tmp_path / "a.shp")
