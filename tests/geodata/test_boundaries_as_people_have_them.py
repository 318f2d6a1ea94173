"""Boundaries in the zips, folders and layers that people's systems make of them, and what cannot be told."""

from __future__ import annotations

import re
import shutil
import stat
import warnings
import zipfile
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest
import shapely

from geodata.boundaries import BoundariesError, load_boundaries, read_boundaries
from geodata.units import AdminUnits

APPLE_DOUBLE = b"\0\5\x16\7\0\2\0\0Mac OS X        " + bytes(40)
ENDINGS = ["shp", "gpkg", "geojson", "parquet", "fgb", "gdb"]


@pytest.fixture(scope="module")
def frame() -> gpd.GeoDataFrame:
    """The built-in units as a COD-AB layer."""
    columns = {"pcode": "ADM3_PCODE", "name": "ADM3_EN"}
    return AdminUnits.builtin().to_gdf()[[*columns, "geometry"]].rename(columns=columns)


def written(frame: gpd.GeoDataFrame, path: Path, **how: str) -> Path:
    if path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_file(path, engine="pyogrio", **how)
    return path


def zipped(
    folder: Path, path: Path, *, above: str = "", part: str = "/", beside: tuple[str, ...] = ()
) -> Path:
    """Zip a folder's files, their paths joined by `part`, with files of the system's own beside them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in beside:
            archive.writestr(name, APPLE_DOUBLE)
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                name = part.join(filter(None, (above, *file.relative_to(folder).parts)))
                archive.writestr(name, file.read_bytes())
    return path


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_zip_as_finder_makes_it(frame: gpd.GeoDataFrame, tmp_path: Path, ending: str) -> None:
    (folder := tmp_path / "in").mkdir()
    written(frame, folder / f"syr_adm3.{ending}")
    beside = (f"__MACOSX/syr adm/._syr_adm3.{ending}", "__MACOSX/._syr adm", "syr adm/.DS_Store")
    path = zipped(folder, tmp_path / "mac.zip", above="syr adm", beside=beside)
    assert len(load_boundaries(path).codes) == 272


@pytest.mark.parametrize(
    "hidden",
    [
        "._base.gpkg",
        "._base.shp",
        "._base.parquet",
        "._base.geojson",
        "._base.fgb",
        ".Trashes/501/base.gpkg",
        ".Trash-1000/files/base.gpkg",
        "$RECYCLE.BIN/S-1-5-21/$R7A.gpkg",
        "System Volume Information/base.gpkg",
        "@eaDir/base.gpkg",
        "maps/._old.shp",
        ".base.gpkg.swp/base.gpkg",
    ],
)
def test_a_folder_on_a_stick_with_what_systems_leave_on_it(
    frame: gpd.GeoDataFrame, tmp_path: Path, hidden: str
) -> None:
    written(frame, tmp_path / "base.gpkg")
    (tmp_path / hidden).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / hidden).write_bytes(APPLE_DOUBLE)
    assert len(load_boundaries(tmp_path).codes) == 272


def test_what_is_hidden_is_named_if_it_is_all_there_is(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    (tmp_path / "._base.gpkg").write_bytes(APPLE_DOUBLE)
    with pytest.raises(
        BoundariesError, match=r"expected GeoPackage.*\(\._base\.gpkg is hidden, and left aside"
    ):
        load_boundaries(tmp_path)
    with pytest.raises(BoundariesError, match=r"macOS notes about another file.*give base\.gpkg itself"):
        load_boundaries(tmp_path / "._base.gpkg")
    (tmp_path / "._inner.zip").write_bytes(APPLE_DOUBLE)
    (tmp_path / "inner.zip").write_bytes(b"PK")
    with pytest.raises(BoundariesError, match=r"give the zip inner\.zip in it instead"):
        load_boundaries(tmp_path)
    written(frame, tmp_path / "mine.gpkg").rename(tmp_path / ".mine.gpkg")
    assert len(load_boundaries(tmp_path / ".mine.gpkg").codes) == 272


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_zip_whose_paths_are_parted_by_backslashes(
    frame: gpd.GeoDataFrame, tmp_path: Path, ending: str
) -> None:
    (folder := tmp_path / "in").mkdir()
    written(frame, folder / f"syr_adm3.{ending}")
    path = zipped(folder, tmp_path / "powershell.zip", above="syr\\deep", part="\\")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("syr\\empty folder\\", b"")
    assert len(load_boundaries(path).codes) == 272
    assert read_boundaries(path).report.dataset == f"syr/deep/syr_adm3.{ending}"


LEAVING = [
    ("../a.geojson", "a path that leaves the zip"),
    ("..\\a.geojson", "a path that leaves the zip"),
    ("syr\\..\\..\\a.geojson", "a path that leaves the zip"),
    ("syr/..\\../a.geojson", "a path that leaves the zip"),
    ("__MACOSX\\..\\..\\a.geojson", "a path that leaves the zip"),
    ("/etc/a.geojson", "an absolute path, which leaves the zip"),
    ("\\a.geojson", "an absolute path, which leaves the zip"),
    ("\\\\server\\share\\a.geojson", "an absolute path, which leaves the zip"),
    ("C:\\a.geojson", "a path with a drive, which leaves the zip"),
    ("c:a.geojson", "a path with a drive, which leaves the zip"),
    ("syr/D:/a.geojson", "a path with a drive, which leaves the zip"),
]


@pytest.mark.parametrize(("name", "problem"), LEAVING)
def test_a_path_that_leaves_is_refused_with_its_reason(tmp_path: Path, name: str, problem: str) -> None:
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.writestr(name, "{}")
    with pytest.raises(BoundariesError, match=re.escape(f"{name}: {problem}; do not trust this file")):
        load_boundaries(tmp_path / "own.zip")
    assert [file.name for file in tmp_path.rglob("*")] == ["own.zip"]


def test_other_names_that_a_zip_cannot_be_unpacked_with(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "colon.zip", "w") as archive:
        archive.writestr("syr 12:30.geojson", "{}")
    with pytest.raises(BoundariesError, match=r"a name with a colon.*rename it"):
        load_boundaries(tmp_path / "colon.zip")
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        archive.writestr("syr/a.geojson", "{}")
        archive.writestr("syr\\a.geojson", "[]")
    with pytest.raises(BoundariesError, match=r"syr/a\.geojson: stands in the zip twice"):
        load_boundaries(tmp_path / "twice.zip")
    link = zipfile.ZipInfo("__MACOSX/._a.geojson")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BoundariesError, match="a link in a zip"):
        load_boundaries(tmp_path / "link.zip")


def with_measures(shape: shapely.Geometry, *, height: bool) -> bytes:
    """Return a polygon's well-known binary with a measure, and maybe a height, at each vertex."""
    extra = r"\1 5 7" if height else r"\1 7"
    text = re.sub(r"(-?[\d.]+ -?[\d.]+)(?=[,)])", extra, shape.wkt)
    return shapely.to_wkb(
        shapely.from_wkt(text.replace("POLYGON (", "POLYGON ZM (" if height else "POLYGON M (")),
        output_dimension=4,
        flavor="iso",
    )


@pytest.mark.parametrize("height", [False, True], ids=["XYM", "XYZM"])
@pytest.mark.parametrize(
    ("ending", "driver"), [("shp", "ESRI Shapefile"), ("gpkg", "GPKG"), ("fgb", "FlatGeobuf")]
)
@pytest.mark.parametrize("container", ["file", "folder", "zip"])
def test_measured_shapes_are_read_without_a_word(
    frame: gpd.GeoDataFrame, tmp_path: Path, ending: str, driver: str, height: bool, container: str
) -> None:
    pa = pytest.importorskip("pyarrow")
    shapes = pa.array([with_measures(shape, height=height) for shape in frame.geometry], pa.binary())
    held = pa.field("geometry", pa.binary(), metadata={"ARROW:extension:name": "ogc.wkb"})
    table = pa.table(
        [pa.array(frame["ADM3_PCODE"].tolist()), shapes],
        schema=pa.schema([("ADM3_PCODE", pa.string()), held]),
    )
    (folder := tmp_path / "in").mkdir()
    path = folder / f"adm3.{ending}"
    more = {"SHPT": "POLYGONZM" if height else "POLYGONM"} if ending == "shp" else {}
    pyogrio.write_arrow(
        table, path, driver=driver, geometry_name="geometry", geometry_type="Unknown", crs="EPSG:4326", **more
    )
    given = {"file": path, "folder": folder, "zip": tmp_path / "m.zip"}[container]
    zipped(folder, tmp_path / "m.zip")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(load_boundaries(given).codes) == 272


@pytest.fixture(scope="module")
def several(frame: gpd.GeoDataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder: a GeoPackage with two layers of sub-districts, the second moved, and one of districts."""
    folder = tmp_path_factory.mktemp("several")
    moved = frame.set_geometry(frame.translate(0.02, 0))
    for layer, rows in (("adm3_2017", frame), ("adm3_2020", moved)):
        rows.to_file(folder / "two.gpkg", layer=layer, engine="pyogrio")
    frame.rename(columns={"ADM3_PCODE": "ADM2_PCODE"}).to_file(
        folder / "two.gpkg", layer="adm2", engine="pyogrio"
    )
    return folder


@pytest.mark.slow
def test_one_of_several_layers_is_asked_for_and_taken(several: Path) -> None:
    path = several / "two.gpkg"
    asked = r"2 layers may hold sub-districts: two\.gpkg, layer adm3_2017; two\.gpkg, layer adm3_2020; "
    with pytest.raises(BoundariesError, match=asked + r"name one of them: --boundaries-layer NAME"):
        load_boundaries(path)
    west = [load_boundaries(path, layer=name).outline.bounds[0] for name in ("adm3_2017", "adm3_2020")]
    assert west[1] == pytest.approx(west[0] + 0.02)
    with pytest.raises(BoundariesError, match=r"no layer 'adm3'; its layers are: adm3_2017; adm3_2020; adm2"):
        load_boundaries(path, layer="adm3")


def test_layers_of_one_name_in_two_files_are_told_apart_by_file(several: Path, tmp_path: Path) -> None:
    for name in ("a.gpkg", "b.gpkg"):
        shutil.copy(several / "two.gpkg", tmp_path / name)
    told = r"2 layers named 'adm3_2020'; its layers are: a\.gpkg, layer adm3_2017; .*b\.gpkg, layer adm3_2020"
    with pytest.raises(BoundariesError, match=told):
        load_boundaries(tmp_path, layer="adm3_2020")
    assert read_boundaries(tmp_path, layer="b.gpkg, layer adm3_2020").report.layer == "adm3_2020"


def test_a_file_of_a_folder_is_named_like_a_layer(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    for name in ("a.gpkg", "b.shp"):
        written(frame, tmp_path / name)
    with pytest.raises(BoundariesError, match=r"a\.gpkg; b\.shp; name one of them: --boundaries-layer"):
        load_boundaries(tmp_path)
    for name in ("b.shp", "b"):
        assert read_boundaries(tmp_path, layer=name).report.dataset == "b.shp"


def unplaced(frame: gpd.GeoDataFrame, path: Path) -> Path:
    written(frame.set_crs(None, allow_override=True), path)
    path.with_suffix(".prj").unlink(missing_ok=True)
    return path


@pytest.mark.parametrize("ending", ["shp", "gpkg", "fgb", "parquet"])
@pytest.mark.parametrize("code", ["EPSG:4326", "OGC:CRS84", "epsg:4326", "4326", "WGS84"])
@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_a_file_without_a_reference_system_says_how_to_name_it(
    frame: gpd.GeoDataFrame, tmp_path: Path, ending: str, code: str
) -> None:
    path = unplaced(frame, tmp_path / f"own.{ending}")
    beside = r"put its \.prj file beside it, or " if ending == "shp" else ""
    remedy = rf"no coordinate reference system; {beside}say which it is: --boundaries-crs EPSG:4326"
    with pytest.raises(BoundariesError, match=remedy):
        load_boundaries(path)
    assert len(load_boundaries(path, crs=code).codes) == 272


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        ("EPSG:32637", "EPSG:4326"),
        ("EPSG:4326", "EPSG:32637"),
        ("EPSG:3857", "EPSG:32637"),
        ("EPSG:22770", "EPSG:32637"),
    ],
)
@pytest.mark.parametrize("ending", ["shp", "gpkg", "geojson"])
def test_no_other_system_overrides_the_one_that_is_stated(
    frame: gpd.GeoDataFrame, tmp_path: Path, stated: str, named: str, ending: str
) -> None:
    how = {"RFC7946": "NO"} if ending == "geojson" else {}
    path = written(frame.to_crs(stated), tmp_path / f"own.{ending}", **how)
    with pytest.raises(BoundariesError, match=rf"states that it is in .*\({named}\) was named for it"):
        load_boundaries(path, crs=named)
    assert len(load_boundaries(path, crs=stated).codes) == 272


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize("named", ["EPSG:0", "EPSG:", "wgs eighty-four", "", "+proj=nonsense", "4326.5"])
def test_a_system_that_is_none(frame: gpd.GeoDataFrame, tmp_path: Path, named: str) -> None:
    path = unplaced(frame, tmp_path / "own.shp")
    with pytest.raises(BoundariesError, match=r"an unknown coordinate reference system.*expected a code"):
        load_boundaries(path, crs=named)
