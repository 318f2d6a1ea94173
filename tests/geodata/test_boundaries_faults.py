"""Faulty boundaries are refused with a message that helps, or repaired with a note."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from geodata.boundaries import BoundariesError, cost, load_boundaries, read_boundaries
from geodata.units import AdminUnits

Change = Callable[[gpd.GeoDataFrame], gpd.GeoDataFrame]


@pytest.fixture
def frame(units: AdminUnits) -> gpd.GeoDataFrame:
    """The built-in units as a COD-AB layer, for a test to spoil."""
    return units.to_gdf()[["pcode", "name", "geometry"]].rename(
        columns={"pcode": "ADM3_PCODE", "name": "ADM3_EN"}
    )


def saved(frame: gpd.GeoDataFrame, folder: Path, name: str = "own.gpkg") -> Path:
    path = folder / name
    frame.to_file(path, engine="pyogrio")
    return path


def replaced(code: str, shape: Callable[[shapely.Geometry], object]) -> Change:
    """Return a change of one unit's shape."""

    def change(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
        at = frame.index[frame["ADM3_PCODE"] == code][0]
        frame.loc[at, "geometry"] = shape(frame.geometry[at])
        return frame

    return change


def recoded(code: str, other: object) -> Change:
    return lambda frame: frame.assign(ADM3_PCODE=frame["ADM3_PCODE"].replace({code: other}))


def doubled(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return pd.concat([frame, frame[frame["ADM3_PCODE"] == "SY070003"]], ignore_index=True)


FAULTS: dict[str, tuple[Change, str]] = {
    "missing geometry": (
        replaced("SY070003", lambda _: None),
        r"\(SY070003, Saraqab\): no geometry; give it",
    ),
    "empty geometry": (replaced("SY070003", lambda _: shapely.Polygon()), r"Saraqab\): no geometry"),
    "a point": (replaced("SY070003", lambda s: s.centroid), r"Saraqab\): a Point, not a polygon"),
    "no area": (
        replaced("SY070003", lambda s: shapely.Polygon([s.centroid.coords[0]] * 4)),
        r"Saraqab\): a geometry without area",
    ),
    "a duplicate code": (doubled, r"feature 273 \(SY070003, Saraqab\): .* also stands in feature \d+"),
    "two units of one code": (recoded("SY070003", "SY070004"), r"also stands in feature"),
    "a code too short": (recoded("SY070003", "SY0700"), r"the P-code 'SY0700'; expected SY and six digits"),
    "no code": (recoded("SY070003", None), r"\(Saraqab\): the P-code ''"),
    "one foreign code": (recoded("SY070003", "TR070003"), r"another country; take out the feature"),
    "another country": (
        lambda frame: frame.assign(ADM3_PCODE=frame["ADM3_PCODE"].str.replace("SY", "IQ")),
        r"boundaries of another country",
    ),
    "elsewhere": (lambda frame: frame.set_geometry(frame.translate(10, 0)), r"boundaries of another country"),
    "latitude first": (
        lambda frame: frame.set_geometry(shapely.transform(frame.geometry, lambda xy: xy[:, ::-1])),
        r"latitude first; longitude must come first",
    ),
    "half a country": (
        lambda frame: frame[frame["ADM3_PCODE"] < "SY08"],
        r"only \d+% of Al-Hasakeh governorate \(SY08\).*missing are SY080000",
    ),
    "one unit missing": (
        lambda frame: frame[frame["ADM3_PCODE"] != "SY140000"],
        r"Quneitra governorate \(SY14\).*missing are SY140000",
    ),
    "one unit on another": (
        replaced("SY070003", lambda s: s.union(s.buffer(0.2))),
        r"overlaps its neighbours or leaves gaps: \d+% of its area",
    ),
    "a district by one column and by its code": (
        lambda frame: frame.assign(ADM2_PCODE=frame["ADM3_PCODE"].str[:6].replace({"SY0700": "SY0705"})),
        r"\(SY070000, Idleb\): lies in SY0705 by one column and in SY0700 by its own P-code",
    ),
    "units of another level": (lambda frame: frame.assign(shapeType="ADM2"), r"units of level ADM2"),
    "no units": (lambda frame: frame[:0], r"has 0 features; expected some 272"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_feature_and_a_remedy(
    frame: gpd.GeoDataFrame, tmp_path: Path, fault: str
) -> None:
    change, message = FAULTS[fault]
    path = saved(change(frame), tmp_path)
    with pytest.raises(BoundariesError, match=message) as caught:
        load_boundaries(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy
    assert isinstance(caught.value, ValueError)


def test_an_invalid_shape_is_repaired_and_named(
    frame: gpd.GeoDataFrame, tmp_path: Path, units: AdminUnits
) -> None:
    west, south, east, north = shapely.box(36.7, 35.8, 36.71, 35.81).bounds
    bow = shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])
    own = read_boundaries(
        saved(replaced("SY070003", lambda s: shapely.MultiPolygon([s, bow]))(frame), tmp_path)
    )
    assert own.report.notes[0].startswith("feature")
    assert "(SY070003, Saraqab) was not valid" in own.report.notes[0]
    assert own.units.area_km2("SY070003") == pytest.approx(units.area_km2("SY070003"), rel=0.01)


def test_gaps_and_overlaps_are_cleaned_with_a_note(
    frame: gpd.GeoDataFrame, tmp_path: Path, units: AdminUnits
) -> None:
    own = read_boundaries(saved(replaced("SY070003", lambda s: s.buffer(0.0004))(frame), tmp_path))
    assert len(own.report.notes) == 1
    assert "overlapped their neighbours or left gaps; cleaned" in own.report.notes[0]
    assert own.units.neighbours("SY070003") == units.neighbours("SY070003")


def test_parts_of_a_unit_in_several_features_are_joined(
    frame: gpd.GeoDataFrame, tmp_path: Path, units: AdminUnits
) -> None:
    own = read_boundaries(saved(frame.explode(ignore_index=True), tmp_path))
    assert own.units.codes == units.codes
    cut = replaced("SY070003", lambda s: s.intersection(shapely.box(36.75, 30, 40, 40)))(frame.copy())
    rest = replaced("SY070003", lambda s: s.intersection(shapely.box(30, 30, 36.75, 40)))(frame.copy())
    both = pd.concat([cut, rest[rest["ADM3_PCODE"] == "SY070003"]], ignore_index=True)
    own = read_boundaries(saved(both, tmp_path, "cut.gpkg"))
    assert "SY070003 came in 2 features, which were joined" in own.report.notes
    assert own.units.area_km2("SY070003") == pytest.approx(units.area_km2("SY070003"), rel=1e-3)


def test_a_feature_that_is_no_unit_is_not_guessed(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    named = frame.rename(columns={"ADM3_EN": "shapeName"}).drop(columns="ADM3_PCODE").assign(shapeID="x")
    half = named[:1].assign(shapeName="Newtown")
    named.loc[named.index[0], "geometry"] = shapely.box(36, 33, 36.5, 35)
    named = pd.concat([named, half], ignore_index=True)
    with pytest.raises(BoundariesError, match=r"feature 1 \(Damascus\): is no known sub-district"):
        load_boundaries(saved(named, tmp_path, "syr_adm3.geojson"))


def test_no_reference_system_is_an_error(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = saved(frame, tmp_path, "own.shp")
    path.with_suffix(".prj").unlink()
    with pytest.raises(BoundariesError, match=r"no coordinate reference system; put its \.prj"):
        load_boundaries(path)
    with pytest.raises(BoundariesError, match="unknown coordinate reference system"):
        load_boundaries(path, crs="EPSG:0")


def test_layers_that_do_not_fit_are_listed(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = saved(frame.rename(columns={"ADM3_PCODE": "GID_2", "ADM3_EN": "NAME_2"}), tmp_path)
    with pytest.raises(BoundariesError, match=r"found own\.gpkg \(districts\).*GADM itself has no level 3"):
        load_boundaries(path)
    with pytest.raises(BoundariesError, match=r"no layer 'adm3'; its layers are: own"):
        load_boundaries(path, layer="adm3")
    other = saved(frame.rename(columns={"ADM3_PCODE": "code"}), tmp_path, "other.gpkg")
    with pytest.raises(BoundariesError, match=r"found other\.gpkg \(columns code, ADM3_EN\)"):
        load_boundaries(other)


def test_two_layers_that_fit_are_not_guessed_between(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    saved(frame, tmp_path, "a.gpkg")
    saved(frame, tmp_path, "b.gpkg")
    with pytest.raises(BoundariesError, match=r"2 layers may hold sub-districts: a\.gpkg; b\.gpkg"):
        load_boundaries(tmp_path)


def test_a_parquet_file_without_geometry_is_refused(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = tmp_path / "own.parquet"
    pd.DataFrame(frame.drop(columns="geometry")).to_parquet(path)
    with pytest.raises(BoundariesError, match="a Parquet file without geometry"):
        load_boundaries(path)


def test_a_layer_of_other_geometry_is_told_of(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    path = saved(frame.set_geometry(shapely.point_on_surface(frame.geometry)), tmp_path, "own.shp")
    with pytest.raises(BoundariesError, match=r"no layer of sub-districts; found own\.shp \(points\)"):
        load_boundaries(path)
    other = saved(frame.rename(columns={"ADM3_PCODE": "code"}), tmp_path, "other.gpkg")
    with pytest.raises(BoundariesError, match="has no column with codes or names"):
        load_boundaries(other, layer="other")


def test_too_many_vertices_are_refused(
    frame: gpd.GeoDataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cost, "MAX_VERTICES", 100)
    with pytest.raises(BoundariesError, match=r"[\d,]+ vertices; expected at most 100"):
        load_boundaries(saved(frame, tmp_path))


def test_parquet_without_pyarrow_says_what_to_install(
    frame: gpd.GeoDataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own.parquet"
    frame.to_parquet(path)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(BoundariesError, match=r"GeoParquet needs pyarrow.*\[parquet\]"):
        load_boundaries(path)
