"""Points in GeoPackage, GeoJSON, FlatGeobuf and Shapefile: labelled with all that they had, or refused in words."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely

import zones
from zones.labels.errors import LabelError

pa = pytest.importorskip("pyarrow")

from zones.labels import label_file  # noqa: E402 - needs pyarrow

LABELLER = zones.load().labeller
ENDINGS = ["gpkg", "geojson", "fgb", "shp"]
WRITTEN = ["gpkg", "geojson", "fgb", "shp.zip"]
NEW = ["governorate", "district", "subdistrict", "zone", "extent"]
SUBDISTRICTS = ["SY070003", "SY040400", "SY010000", None, None]


def camps(crs: str | None = "EPSG:4326") -> gpd.GeoDataFrame:
    """Two points in zones, one in Damascus, one in the sea, and a row without a point."""
    shapes = gpd.points_from_xy([36.8059, 36.73241, 36.29, 34.0], [35.8645, 34.92667, 33.51, 34.0]).tolist()
    frame = gpd.GeoDataFrame(
        {
            "id": [7, 3, 5, 1, 2],
            "name": ["سراقب", 'Rastan; "x"', "Damaskus", None, ""],
            "people": pd.array([1200, None, 5, 0, -1], "Int64"),
            "share": [0.1, 1e-9, float("nan"), 3.5, 2.0],
        },
        geometry=[*shapes, None],
        crs="EPSG:4326",
    )
    return frame if crs is None else frame.to_crs(crs)


def saved(frame: gpd.GeoDataFrame, path: Path, **how: str) -> Path:
    if path.suffix == ".fgb":
        how = {"SPATIAL_INDEX": "NO"} | how
    frame.to_file(path, engine="pyogrio", **how)
    return path


def written(ending: str) -> str:
    """Return the ending under which a format is written: a Shapefile's files in one zip."""
    return "shp.zip" if ending == "shp" else ending


def texts(column: pd.Series) -> list[str | None]:
    return [text if isinstance(text, str) and text else None for text in column]


@pytest.mark.parametrize("source", ENDINGS)
@pytest.mark.parametrize("target", WRITTEN)
def test_each_format_from_and_to_each(tmp_path: Path, source: str, target: str) -> None:
    given = saved(camps(), tmp_path / f"in.{source}")
    report = label_file(given, tmp_path / f"out.{target}", LABELLER)
    assert (report.rows, report.in_zones, report.outside, report.no_position) == (5, 2, 1, 1)
    before, after = gpd.read_file(given), gpd.read_file(tmp_path / f"out.{target}")
    short = {name: name[:10] if target == "shp.zip" else name for name in NEW}
    assert list(after.columns[:-1]) == [*before.columns[:-1], *short.values()]
    assert after["id"].tolist() == [7, 3, 5, 1, 2]
    assert texts(after["name"]) == [
        "سراقب", "Rastan; \"x\"", "Damaskus", None, None
    ]  # fmt: skip
    assert after["people"].fillna(-9).tolist() == [1200, -9, 5, 0, -1]
    assert texts(after[short["subdistrict"]]) == SUBDISTRICTS
    assert after.crs.equals("EPSG:4326", ignore_axis_order=True)
    assert shapely.equals_exact(after.geometry[:4].to_numpy(), before.geometry[:4].to_numpy(), 1e-9).all()
    assert after.geometry[4] is None or after.geometry[4].is_empty
    told = "names in a Shapefile have ten letters: governorate is governorat"
    assert (target == "shp.zip") == (told in str(report.note))


@pytest.mark.parametrize("crs", ["EPSG:32637", "EPSG:3857", "EPSG:22770", "EPSG:4979"])
@pytest.mark.parametrize("ending", ["gpkg", "fgb", "shp"])
def test_another_reference_system_stays_and_is_transformed_for_the_lookup(
    tmp_path: Path, crs: str, ending: str
) -> None:
    given = saved(camps(crs), tmp_path / f"in.{ending}")
    assert label_file(given, tmp_path / f"out.{written(ending)}", LABELLER).in_zones == 2
    before, after = gpd.read_file(given), gpd.read_file(tmp_path / f"out.{written(ending)}")
    assert before.crs.equals(after.crs, ignore_axis_order=True)
    assert shapely.equals_exact(after.geometry[:4].to_numpy(), before.geometry[:4].to_numpy(), 1e-9).all()
    report = label_file(given, tmp_path / "out.geojson", LABELLER)
    back = gpd.read_file(tmp_path / "out.geojson")
    assert (back.geometry.x[0], back.geometry.y[0]) == pytest.approx((36.8059, 35.8645), abs=1e-4)
    assert report.note == "GeoJSON is in WGS 84: the points were transformed"


def test_geojson_keeps_all_that_it_said(tmp_path: Path) -> None:
    told = {
        "type": "FeatureCollection", "name": "camps", "licence": "CC BY", "bbox": [36, 33, 37, 36],
        "features": [
            {"type": "Feature", "id": "a7", "geometry": {"type": "Point", "coordinates": [36.8059, 35.8645, 320.5]},
             "properties": {"name": "سراقب", "tags": ["a", 1], "of": {"x": None}, "n": 12345678901234567890}},
            {"type": "Feature", "id": 8, "geometry": None, "properties": None, "more": True},
        ],
    }  # fmt: skip
    (tmp_path / "in.geojson").write_text(json.dumps(told), encoding="utf-8")
    label_file(tmp_path / "in.geojson", tmp_path / "out.geojson", LABELLER)
    made = json.loads((tmp_path / "out.geojson").read_text("utf-8"))
    labels = dict(zip(NEW, ["SY07", "SY0700", "SY070003", "idlib", "whole"], strict=True))
    told["features"][0]["properties"] |= labels  # type: ignore[index]
    told["features"][1]["properties"] = dict.fromkeys(NEW)  # type: ignore[index]
    assert made == told
    label_file(tmp_path / "in.geojson", tmp_path / "out.gpkg", LABELLER)
    assert gpd.read_file(tmp_path / "out.gpkg")["tags"][0] == '["a", 1]'


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_points_make_the_same_bytes(tmp_path: Path, ending: str) -> None:
    given = saved(camps(), tmp_path / f"in.{ending}")
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        label_file(given, tmp_path / name / f"out.{written(ending)}", LABELLER)
    files = [{file.name: file.read_bytes() for file in (tmp_path / name).iterdir()} for name in ("a", "b")]
    assert files[0] == files[1]
    assert files[0]


NO_POINTS = [
    shapely.box(36, 35, 37, 36),
    shapely.LineString([(36, 35), (37, 36)]),
    shapely.MultiPoint([(36, 35), (37, 36)]),
    shapely.MultiPolygon([shapely.box(36, 35, 37, 36)]),
    shapely.GeometryCollection([shapely.Point(36, 35)]),
]


@pytest.mark.parametrize("shape", NO_POINTS, ids=lambda shape: shape.geom_type)
@pytest.mark.parametrize("ending", ["gpkg", "geojson"])
def test_what_is_no_point_is_refused_in_words(tmp_path: Path, shape: shapely.Geometry, ending: str) -> None:
    frame = gpd.GeoDataFrame({"id": [1, 2]}, geometry=[shapely.Point(36.8, 35.8), shape], crs="EPSG:4326")
    given = saved(frame, tmp_path / f"in.{ending}")
    told = f"1 of 2 features are no points, the first of them feature 2, a {shape.geom_type}"
    with pytest.raises(LabelError, match=rf"{told}|no layer of points; found in \({shape.geom_type}\)"):
        label_file(given, tmp_path / "out.gpkg", LABELLER)
    assert not (tmp_path / "out.gpkg").exists()


def test_collections_of_one_point_heights_and_measures(tmp_path: Path) -> None:
    shapes = [shapely.MultiPoint([(36.8059, 35.8645)]), shapely.MultiPoint([(36.73241, 34.92667)])]
    given = saved(gpd.GeoDataFrame({"id": [1, 2]}, geometry=shapes, crs="EPSG:4326"), tmp_path / "multi.gpkg")
    assert label_file(given, tmp_path / "o1.gpkg", LABELLER).in_zones == 2
    assert gpd.read_file(tmp_path / "o1.gpkg").geom_type.unique().tolist() == ["MultiPoint"]
    high = gpd.GeoDataFrame({"id": [1]}, geometry=[shapely.Point(36.8059, 35.8645, 320)], crs="EPSG:4326")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for ending in ENDINGS:
            label_file(saved(high, tmp_path / f"z.{ending}"), tmp_path / f"o2.{written(ending)}", LABELLER)
            assert gpd.read_file(tmp_path / f"o2.{written(ending)}").geometry[0].z == 320


def test_measured_points_are_labelled_without_a_word(tmp_path: Path) -> None:
    wkb = shapely.to_wkb(shapely.from_wkt("POINT M (36.8059 35.8645 7)"), output_dimension=4, flavor="iso")
    held = pa.field("geometry", pa.binary(), metadata={"ARROW:extension:name": "ogc.wkb"})
    table = pa.table([pa.array([1]), pa.array([wkb])], schema=pa.schema([("id", pa.int64()), held]))
    pyogrio.write_arrow(
        table, tmp_path / "m.shp", driver="ESRI Shapefile", geometry_name="geometry", geometry_type="Unknown",
        crs="EPSG:4326", SHPT="POINTM",
    )  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        report = label_file(tmp_path / "m.shp", tmp_path / "out.shp.zip", LABELLER)
    assert report.in_zones == 1


def test_one_of_several_layers_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "in.gpkg"
    for layer in ("camps", "events"):
        camps().to_file(path, layer=layer, engine="pyogrio")
    areas = gpd.GeoDataFrame({"id": [1]}, geometry=[shapely.box(36, 35, 37, 36)], crs="EPSG:4326")
    areas.to_file(path, layer="areas", engine="pyogrio")
    with pytest.raises(
        LabelError, match="2 layers may hold points: camps, events; name one of them: --layer NAME"
    ):
        label_file(path, tmp_path / "out.gpkg", LABELLER)
    with pytest.raises(LabelError, match="no layer 'camp'; its layers are: camps, events, areas"):
        label_file(path, tmp_path / "out.gpkg", LABELLER, layer="camp")
    with pytest.raises(LabelError, match="1 of 1 features are no points"):
        label_file(path, tmp_path / "out.gpkg", LABELLER, layer="areas")
    label_file(path, tmp_path / "out.gpkg", LABELLER, layer="events")
    assert pyogrio.list_layers(tmp_path / "out.gpkg")[:, 0].tolist() == ["events"]
    only = tmp_path / "one.gpkg"
    camps().to_file(only, layer="camps", engine="pyogrio")
    areas.to_file(only, layer="areas", engine="pyogrio")
    report = label_file(only, tmp_path / "out2.gpkg", LABELLER)
    assert report.note == "layer camps was labelled, and left aside: areas"


def test_a_reference_system_is_asked_for_and_never_overridden(tmp_path: Path) -> None:
    path = saved(camps(), tmp_path / "in.shp")
    path.with_suffix(".prj").unlink()
    with pytest.raises(LabelError, match="no coordinate reference system; say which it is: --crs EPSG:4326"):
        label_file(path, tmp_path / "out.shp.zip", LABELLER)
    assert label_file(path, tmp_path / "out.shp.zip", LABELLER, crs="EPSG:4326").in_zones == 2
    with pytest.raises(LabelError, match="an unknown coordinate reference system"):
        label_file(path, tmp_path / "out2.shp.zip", LABELLER, crs="EPSG:0")
    stated = saved(camps(), tmp_path / "stated.gpkg")
    with pytest.raises(LabelError, match=r"states that it is in WGS 84, and .*\(EPSG:32637\) was named"):
        label_file(stated, tmp_path / "out.gpkg", LABELLER, crs="EPSG:32637")


@pytest.mark.parametrize(
    ("source", "target", "how", "message"),
    [
        (
            "in.gpkg",
            "out.csv",
            {},
            "out.csv: is a table, and in.gpkg is a layer of points; expected two tables",
        ),
        ("in.csv", "out.gpkg", {}, "in.csv: is a table, and out.gpkg is a layer of points"),
        ("in.gpkg", "out.gpkg", {"lon": "id"}, "has points; leave out lon, lat and position"),
        ("in.csv", "out.csv", {"layer": "x"}, "has no layers or reference system to name"),
        ("in.csv", "out.csv", {"crs": "EPSG:4326"}, "has no layers or reference system to name"),
        ("none.gpkg", "out.gpkg", {}, "no such file"),
        ("bad.gpkg", "out.gpkg", {}, "no GeoPackage that can be read"),
        ("bad.fgb", "out.fgb", {}, "no FlatGeobuf that can be read"),
        ("in.gpkg", "out.shp", {}, "would be several files, .*; write out.shp.zip, all in one"),
        ("bad.shp", "out.shp.zip", {}, "no shapefile that can be read"),
        ("bad.geojson", "out.geojson", {}, "no GeoJSON that can be read"),
        ("in.gpkg", "none/out.gpkg", {}, "its folder does not exist"),
        ("in.gpkg", "in.gpkg", {}, "is the source as well"),
        ("taken.gpkg", "out.gpkg", {}, "there are columns zone already; give a prefix"),
    ],
)
def test_what_cannot_be_done_is_said(
    tmp_path: Path, source: str, target: str, how: dict[str, str], message: str
) -> None:
    saved(camps(), tmp_path / "in.gpkg")
    saved(camps().rename(columns={"name": "zone"}), tmp_path / "taken.gpkg")
    (tmp_path / "in.csv").write_text("lat,lon\n35.8,36.8\n", encoding="utf-8")
    for ending in ENDINGS:
        (tmp_path / f"bad.{ending}").write_text("this is no map", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(LabelError, match=message):
        label_file(tmp_path / source, tmp_path / target, LABELLER, **how)  # type: ignore[arg-type]
    assert sorted(tmp_path.iterdir()) == before


def test_zones_that_overlap(tmp_path: Path, crossing, points) -> None:  # type: ignore[no-untyped-def]
    lon, lat = (values[100:400] for values in points)
    frame = gpd.GeoDataFrame({"number": range(300)}, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")
    for ending in ENDINGS:
        given = saved(frame, tmp_path / f"in.{ending}")
        report = label_file(given, tmp_path / f"rows.{written(ending)}", crossing, overlaps="rows")
        made = gpd.read_file(tmp_path / f"rows.{written(ending)}")
        assert report.rows == 300 < report.rows_written == len(made)
        assert list(dict.fromkeys(made["number"])) == list(range(300))
        label_file(given, tmp_path / f"list.{written(ending)}", crossing)
        assert gpd.read_file(tmp_path / f"list.{written(ending)}")["zone"].str.contains(";").any()


def test_a_layer_without_features(tmp_path: Path) -> None:
    given = saved(camps()[:0], tmp_path / "in.gpkg")
    assert label_file(given, tmp_path / "out.gpkg", LABELLER).rows == 0
    assert len(gpd.read_file(tmp_path / "out.gpkg")) == 0
