"""Files of boundaries, spoiled: units that cover Syria without overlap, or a BoundariesError with a remedy."""

from __future__ import annotations

import io
import json
import tempfile
import warnings
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from hypothesis import example
from hypothesis import strategies as st

from geodata.boundaries import BoundariesError, OwnBoundaries, read_boundaries
from tests.fuzz.mutations import ANY_JSON, NUMBERS, TEXTS, changed_bytes, changed_json
from tests.fuzz.soundness import UNITS
from tests.fuzz.targets import folder, target, within

SUFFIXES = (".gpkg", ".shp", ".fgb", ".parquet", ".geojson")


def frame() -> gpd.GeoDataFrame:
    """Return the built-in units as a COD-AB layer."""
    own = UNITS.to_gdf()[["pcode", "name", "name_ar", "geometry"]]
    return own.rename(columns={"pcode": "ADM3_PCODE", "name": "ADM3_EN", "name_ar": "ADM3_AR"})


@cache
def good_files(suffix: str, *, few: bool = False) -> dict[str, bytes]:
    """Return the files of a good layer by their endings: several for a shapefile."""
    with folder() as path:
        own = frame()[:3] if few else frame()
        if suffix == ".parquet":
            own.to_parquet(path / "own.parquet")
        else:
            own.to_file(path / f"own{suffix}", engine="pyogrio")
        return {file.suffix: file.read_bytes() for file in sorted(path.iterdir())}


def check(path: Path) -> None:
    """Read boundaries: sound units or the one error, the file as it was, and nothing left behind."""
    before = {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}
    kept, told = tempfile.tempdir, None
    with folder() as unpacked:
        tempfile.tempdir = str(unpacked)
        try:
            own = _read(path)
            check_units(own.units.geometries()[1], own.units.codes)
        except BoundariesError as error:
            told = error
        finally:
            tempfile.tempdir = kept
        assert told is None or (str(path) in str(told) and told.remedy)
        assert not list(unpacked.iterdir())
    assert before == {file: file.read_bytes() for file in path.parent.rglob("*") if file.is_file()}


def _read(path: Path) -> OwnBoundaries:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="pyogrio")  # GDAL's own words
        warnings.filterwarnings("ignore", "invalid value encountered", RuntimeWarning, "shapely")
        return read_boundaries(path)


def check_units(shapes: Any, codes: tuple[str, ...]) -> None:
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    assert all(code.isascii() and len(code) == 8 for code in codes)


@cache
def feature_collection() -> Any:
    return json.loads(good_files(".geojson")[".geojson"])


VALUES = ANY_JSON | st.lists(NUMBERS, min_size=2, max_size=3) | st.sampled_from([
    {"type": "Point", "coordinates": [36, 35]}, {"type": "Polygon", "coordinates": []},
    {"type": "Polygon", "coordinates": [[[36, 35], [37, 35]]]},
    {"type": "Polygon", "coordinates": [[[36, 35], [37, 36], [37, 35], [36, 36], [36, 35]]]},
    {"type": "GeometryCollection", "geometries": []}, "SY070003", "SY0700٠٣", "sy070003", "IQ070003",
])  # fmt: skip


def written(path: Path, suffix: str, files: dict[str, bytes]) -> Path:
    for ending, content in files.items():
        (path / f"own{ending}").write_bytes(content)
    return path / f"own{suffix}"


@pytest.mark.slow
@target(examples=8, data=st.data())
def test_geojson_with_values_exchanged(data: st.DataObject) -> None:
    content = data.draw(changed_json(feature_collection, VALUES))
    with folder() as path:
        (path / "own.geojson").write_text(json.dumps(content), encoding="utf-8", errors="surrogatepass")
        check(path / "own.geojson")


COLUMNS = st.sampled_from(["ADM3_PCODE", "ADM3_EN", "ADM2_PCODE", "date", "shapeID", "GID_3"])


@target(examples=12, row=st.fixed_dictionaries({
    "type": st.just("Feature"),
    "properties": st.dictionaries(COLUMNS | TEXTS, VALUES, max_size=4),
    "geometry": VALUES,
}))  # fmt: skip
def test_features_of_any_content(row: Any) -> None:
    with folder() as path:
        text = json.dumps({"type": "FeatureCollection", "features": [row, row]})
        (path / "own.geojson").write_text(text, encoding="utf-8", errors="surrogatepass")
        check(path / "own.geojson")


@pytest.mark.parametrize(
    "row", ['{"type": "Feature", "properties": {"ADM3_PCODE": "SY070003"}, "geometry": null}']
)
def test_a_layer_without_any_geometry(row: str, tmp_path: Path) -> None:
    (tmp_path / "own.geojson").write_text(
        f'{{"type": "FeatureCollection", "features": [{row}]}}', encoding="utf-8"
    )
    with pytest.raises(BoundariesError):
        read_boundaries(tmp_path / "own.geojson", layer="own")


@pytest.mark.parametrize("code", ["SY0700٠٣", "SY07000"])
def test_a_code_is_of_plain_digits(code: str, tmp_path: Path) -> None:
    own = frame().replace({"ADM3_PCODE": {"SY070003": code}})
    own.to_file(tmp_path / "own.geojson", engine="pyogrio")
    with pytest.raises(BoundariesError, match="the P-code"):
        read_boundaries(tmp_path / "own.geojson")


def test_column_names_that_are_not_utf_8(tmp_path: Path) -> None:
    files = dict(good_files(".shp", few=True))
    files[".dbf"] = files[".dbf"].replace(b"ADM3_PCODE", b"\x80DM3_PCODE")
    files.pop(".cpg", None)
    with pytest.raises(BoundariesError, match=r"own\.shp"):
        read_boundaries(written(tmp_path, ".shp", files))


def test_a_table_that_tells_of_no_rows(tmp_path: Path) -> None:
    files = dict(good_files(".shp", few=True))
    files[".dbf"] = b"\x00" * 8 + files[".dbf"][8:]
    with pytest.raises(BoundariesError, match="none of 3 features can be read"):
        read_boundaries(written(tmp_path, ".shp", files))


@pytest.mark.parametrize("text", [b"ADM3_EN", b"Damascus"])
def test_names_in_parquet_that_are_not_utf_8(text: bytes, tmp_path: Path) -> None:
    spoiled = good_files(".parquet", few=True)[".parquet"].replace(text, b"\xaf" + text[1:])
    with pytest.raises(BoundariesError, match=r"own\.parquet"):
        read_boundaries(written(tmp_path, ".parquet", {".parquet": spoiled}))


def test_a_reference_system_that_is_not_utf_8(tmp_path: Path) -> None:
    files = dict(good_files(".fgb", few=True))
    files[".fgb"] = files[".fgb"].replace(b"WGS 84", b"\x80GS 84")
    with pytest.raises(BoundariesError, match=r"own\.fgb"):
        read_boundaries(written(tmp_path, ".fgb", files))


@target(examples=25, suffix=st.sampled_from(SUFFIXES), data=st.data())
def test_files_with_bytes_exchanged(suffix: str, data: st.DataObject) -> None:
    files = dict(good_files(suffix, few=True))
    spoiled = data.draw(st.sampled_from(sorted(files)))
    files[spoiled] = data.draw(changed_bytes([files[spoiled]]))
    with folder() as path:
        check(written(path, suffix, files))


@cache
def good_zip(kind: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", kind) as archive:
        for ending, content in good_files(".shp", few=True).items():
            archive.writestr(f"own{ending}", content)
    return packed.getvalue()


KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)


@target(
    examples=25,
    content=st.deferred(lambda: changed_bytes([good_zip(kind) for kind in KINDS])) | st.binary(max_size=99),
)
def test_zips_with_bytes_exchanged(content: bytes) -> None:
    with folder() as path:
        (path / "own.zip").write_bytes(content)
        check(path / "own.zip")


NAMES = TEXTS | st.sampled_from([
    "../own.shp", "/own.shp", "C:own.shp", "a/../own.shp", ".", "a", "a/own.gpkg", "own.gdb/a", "x" * 300, "own.zip",
])  # fmt: skip


@target(
    examples=25, names=st.lists(NAMES, max_size=6), content=st.sampled_from([b"", b"{}", b"\x00" * (3 << 20)])
)
@example(names=["a", "a/own.gpkg"], content=b"")
@example(names=["x" * 300 + ".gpkg"], content=b"")
@example(names=["."], content=b"")
def test_zips_with_names_of_any_kind(names: list[str], content: bytes) -> None:
    with folder() as path:
        with zipfile.ZipFile(path / "own.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for name in dict.fromkeys(names):
                info = zipfile.ZipInfo(name.encode("utf-8", "replace").decode() or "x")
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, content)
        with within(seconds=30):
            check(path / "own.zip")
