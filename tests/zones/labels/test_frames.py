import geopandas as gpd
import numpy as np
import pandas as pd
import pytest

from zones.labels.errors import LabelError
from zones.labels.frames import label_frame

pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")

MAKE = {
    "pandas": pd.DataFrame,
    "geopandas": lambda data: gpd.GeoDataFrame(
        data, geometry=gpd.points_from_xy(data["lon"], data["lat"]), crs=4326
    ),
    "polars": pl.DataFrame,
    "arrow": pa.table,
}


def columns(frame):
    """Any frame as plain lists, without nulls of different makes."""
    if isinstance(frame, pd.DataFrame):
        return {name: frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in frame}
    return frame.to_pydict() if isinstance(frame, pa.Table) else frame.to_dict(as_series=False)


@pytest.fixture(params=MAKE)
def frame(request, points):
    lon, lat = points
    return MAKE[request.param]({"name": [f"n{k}" for k in range(len(lon))], "lon": lon, "lat": lat})


def test_plain_columns(apart, points, frame):
    labelled = label_frame(apart, frame, lon="lon", lat="lat")
    assert type(labelled) is type(frame)
    labels, got = apart.label(*points), columns(labelled)
    for name in ("governorate", "subdistrict"):
        assert got[name] == labels.unit_column(name).texts().tolist()
    assert got["zone"] == labels.zone_column().texts().tolist()
    assert got["extent"] == labels.extent_column().texts().tolist()
    assert got["name"] == columns(frame)["name"]
    assert "zone" not in columns(frame)


def test_zones_that_overlap_are_lists_unless_told_otherwise(crossing, points, frame):
    labels = crossing.label(*points)
    zones = [labels.zones_of(k) for k in range(len(labels))]
    assert max(map(len, zones)) == 3
    got = columns(label_frame(crossing, frame))
    assert [list(v) for v in got["zone"]] == [[z for z, _ in held] for held in zones]
    assert [list(v) for v in got["extent"]] == [[e for _, e in held] for held in zones]

    first = columns(label_frame(crossing, frame, overlaps="first"))
    assert first["zone"] == [held[0][0] if held else None for held in zones]

    rows = columns(label_frame(crossing, frame, overlaps="rows"))
    names = columns(frame)["name"]
    assert [*zip(rows["name"], rows["zone"], rows["extent"], strict=True)] == [
        (name, *entry) for name, held in zip(names, zones, strict=True) for entry in held or [(None, None)]
    ]
    assert rows["subdistrict"] == [
        code
        for code, held in zip(labels.unit_column("subdistrict").texts(), zones, strict=True)
        for _ in held or [None]
    ]


def test_an_empty_frame(crossing, frame):
    empty = frame.slice(0, 0) if isinstance(frame, pa.Table) else frame[:0]
    for overlaps in ("first", "list", "rows"):
        assert columns(label_frame(crossing, empty, overlaps=overlaps))["zone"] == []


def test_the_index_of_a_pandas_frame_and_its_own_columns_stay(apart):
    frame = pd.DataFrame({"lon": [38.0, None], "lat": [35, 35]}, index=["a", "a"])
    labelled = label_frame(apart, frame)
    assert list(labelled.index) == ["a", "a"]
    assert np.shares_memory(labelled["lon"].to_numpy(), frame["lon"].to_numpy())
    pd.testing.assert_frame_equal(labelled[["lon", "lat"]], frame)
    assert labelled["subdistrict"].isna().tolist() == [False, True]


def test_points_of_a_geodataframe_in_another_system(apart, points):
    lon, lat = (values[100:200] for values in points)
    frame = gpd.GeoDataFrame(geometry=gpd.points_from_xy(lon, lat), crs=4326)
    expected = apart.label(lon, lat).unit_column("subdistrict").texts().tolist()
    assert columns(label_frame(apart, frame.to_crs(32637)))["subdistrict"] == expected


def test_numbers_of_any_kind(apart):
    expected = apart.label([38.0, 39.0], [35.0, 36.0]).unit_column("subdistrict").texts().tolist()
    for kind in ("Float64", "int16", "float32", "float64[pyarrow]"):
        frame = pd.DataFrame({"lon": [38.0, 39.0], "lat": [35.0, 36.0]}).astype(kind)
        assert columns(label_frame(apart, frame))["subdistrict"] == expected
    frame = pl.DataFrame({"lon": [38, 39], "lat": [35, 36]})
    assert columns(label_frame(apart, frame))["subdistrict"] == expected


def test_what_cannot_be_labelled(apart, points):
    frame = pd.DataFrame({"lon": points[0], "lat": points[1], "zone": 1})
    with pytest.raises(LabelError, match="columns zone already; give a prefix"):
        label_frame(apart, frame)
    assert "z_zone" in label_frame(apart, frame, prefix="z_")
    with pytest.raises(LabelError, match="no columns for longitude and latitude"):
        label_frame(apart, frame[["zone"]])
    with pytest.raises(LabelError, match="'lon' holds no numbers"):
        label_frame(apart, pd.DataFrame({"lon": ["east"], "lat": [1.0]}))
    for make in (pl.DataFrame, pa.table):
        with pytest.raises(LabelError, match="'lon' holds no numbers"):
            label_frame(apart, make({"lon": ["east"], "lat": [1.0]}))
    for other in ([1, 2], {"lon": [1]}, pd.Series([1])):
        with pytest.raises(TypeError, match="is no frame known here"):
            label_frame(apart, other)
