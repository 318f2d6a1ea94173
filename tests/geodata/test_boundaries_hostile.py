"""Boundaries made to do harm: nothing is fetched, nothing else is read, nothing is left behind."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest

from geodata.boundaries import BoundariesError, load_boundaries
from geodata.units import AdminUnits

Json = dict[str, Any]


@pytest.fixture(scope="module")
def frame() -> gpd.GeoDataFrame:
    """The built-in units as a COD-AB layer."""
    columns = {"pcode": "ADM3_PCODE", "name": "ADM3_EN"}
    return AdminUnits.builtin().to_gdf()[[*columns, "geometry"]].rename(columns=columns)


@pytest.fixture
def collection(frame: gpd.GeoDataFrame) -> Json:
    """The same as GeoJSON, for a test to spoil."""
    told: Json = json.loads(frame.to_json())
    return told


def vrt(source: str) -> str:
    layer = f"<OGRVRTLayer name='adm3'><SrcDataSource>{source}</SrcDataSource></OGRVRTLayer>"
    return f"<OGRVRTDataSource>{layer}</OGRVRTDataSource>"


TEXTS: dict[str, Callable[[str], str]] = {
    "a virtual file": lambda host: vrt(f"/vsicurl/{host}/a.geojson"),
    "a virtual file within JSON": lambda host: json.dumps({"a": vrt(f"/vsicurl/{host}/a.geojson")}),
    "a pipeline": lambda host: json.dumps(
        {"type": "gdal_streamed_alg", "command_line": f"gdal vector pipeline ! read /vsicurl/{host}/a.gpkg"}
    ),
    "a web feature service": lambda host: f"<OGRWFSDataSource><URL>{host}/wfs</URL></OGRWFSDataSource>",
    "an address": lambda host: f"{host}/a.geojson",
    "a path of GDAL's": lambda host: f"/vsicurl/{host}/a.geojson",
    "a schema elsewhere": lambda host: (
        '<FeatureCollection xmlns:gml="http://www.opengis.net/gml" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="http://a.example {host}/a.xsd"/>'
    ),
}


@pytest.mark.parametrize("suffix", [".geojson", ".json", ".gpkg", ".fgb", ".shp", ".gdb"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_of_another_format_is_not_taken_for_one(
    tmp_path: Path, asked: list[str], text: str, suffix: str
) -> None:
    path = tmp_path / f"own{suffix}"
    path.write_text(TEXTS[text](asked[0]), encoding="utf-8")
    with pytest.raises(BoundariesError, match=r"that can be read \("):
        load_boundaries(path)
    assert asked[1:] == []


@pytest.mark.parametrize("magic", [b"fgb\x03fgb\x01aaaa", b"SQLite format 3\x01"])
def test_a_signature_alone_does_not_open_a_text(tmp_path: Path, asked: list[str], magic: bytes) -> None:
    path = tmp_path / ("own.fgb" if magic.startswith(b"fgb") else "own.gpkg")
    path.write_bytes(magic + vrt(f"/vsicurl/{asked[0]}/a.geojson").encode())
    with pytest.raises(BoundariesError, match=r"its first bytes are another format's"):
        load_boundaries(path)
    assert asked[1:] == []


def test_a_virtual_file_opens_no_other_file(frame: gpd.GeoDataFrame, tmp_path: Path) -> None:
    frame.to_file(tmp_path / "adm3.gpkg", engine="pyogrio")
    path = tmp_path / "own.geojson"
    path.write_text(vrt(str(tmp_path / "adm3.gpkg")), encoding="utf-8")
    with pytest.raises(BoundariesError, match="not JSON"):
        load_boundaries(path)


@pytest.mark.parametrize("kind", ["link", "url", "name"])
@pytest.mark.parametrize("spelling", ['"crs"', '"\\u0063rs"'])
def test_no_reference_system_is_fetched(
    collection: Json, tmp_path: Path, asked: list[str], kind: str, spelling: str
) -> None:
    address = f"{asked[0]}/crs"
    crs = {"type": kind, "properties": {"href": address, "url": address, "name": address, "type": "proj4"}}
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps(collection | {"crs": crs}).replace('"crs"', spelling, 1), encoding="utf-8")
    with pytest.raises(BoundariesError, match=r"reference system|Invalid projection"):
        load_boundaries(path)
    assert asked[1:] == []


def test_what_stands_deeper_in_geojson_is_not_fetched(
    collection: Json, tmp_path: Path, asked: list[str]
) -> None:
    crs = {"type": "link", "properties": {"href": f"{asked[0]}/crs", "type": "proj4"}}
    for feature in collection["features"]:
        feature["crs"] = feature["geometry"]["crs"] = crs
    more = {"links": [{"rel": "next", "href": f"{asked[0]}/next"}], "coordRefSys": f"{asked[0]}/ref"}
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps(collection | more), encoding="utf-8")
    assert len(load_boundaries(path).codes) == 272
    assert asked[1:] == []


@pytest.mark.parametrize("file", ["own.gpkg", "own.shp", "own.fgb"])
def test_a_relative_path_is_no_address(
    frame: gpd.GeoDataFrame, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    folder = tmp_path / asked[0].replace("//", "/")
    folder.mkdir(parents=True)
    frame.to_file(folder / file, engine="pyogrio")
    monkeypatch.chdir(tmp_path)
    assert len(load_boundaries(f"{asked[0]}/{file}").codes) == 272
    assert asked[1:] == []


@pytest.mark.parametrize(
    "change",
    [
        {"features": None},
        {"features": [7]},
        {"features": [{"geometry": {"type": "Polygon", "coordinates": [[7]]}, "properties": {"ADM3_PCODE": "x"}}]},
        {"features": [{"geometry": {"type": "Knot", "coordinates": []}, "properties": {"ADM3_PCODE": "x"}}]},
        {"features": [{"geometry": None, "properties": {str(n): n for n in range(2000)}}]},
        {"crs": 7},
    ],
)  # fmt: skip
def test_geojson_that_is_none(collection: Json, tmp_path: Path, change: Json) -> None:
    path = tmp_path / "own.geojson"
    path.write_text(json.dumps(collection | change), encoding="utf-8")
    with pytest.raises(BoundariesError, match=r"can(not)? be read|no layer of"):
        load_boundaries(path)


def test_geojson_nested_without_measure(tmp_path: Path) -> None:
    path = tmp_path / "own.geojson"
    path.write_text("[" * 200_000, encoding="utf-8")
    with pytest.raises(BoundariesError, match="nested too deep"):
        load_boundaries(path)


def zipped(path: Path, *names: str, how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as archive:
        for name in names:
            archive.writestr(name, os.urandom(100) + b"abc" * 10_000)
    return path


@pytest.mark.parametrize("how", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_zip_that_breaks_within(tmp_path: Path, how: int) -> None:
    path = zipped(tmp_path / "own.zip", "own.geojson", how=how)
    raw = bytearray(path.read_bytes())
    raw[60:140] = b"\xff" * 80
    path.write_bytes(raw)
    with pytest.raises(BoundariesError, match="unpacked"):
        load_boundaries(path)


@pytest.mark.parametrize("names", [("a", "a/b.geojson"), ("a/b.geojson", "a"), ("a" * 300,), (".",)])
def test_a_zip_whose_names_cannot_be(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(BoundariesError, match="unpacked"):
        load_boundaries(zipped(tmp_path / "own.zip", *names))


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.geojson"
    secret.write_text("{}", encoding="utf-8")
    link = zipfile.ZipInfo("own.geojson")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.writestr(link, str(secret))
    with pytest.raises(BoundariesError, match="a link in a zip"):
        load_boundaries(tmp_path / "own.zip")


def test_nothing_unpacked_is_left(
    frame: gpd.GeoDataFrame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.to_file(tmp_path / "own.geojson", engine="pyogrio")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    with zipfile.ZipFile(tmp_path / "own.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "own.geojson", "deep/own.geojson")
    assert len(load_boundaries(tmp_path / "own.zip").codes) == 272
    with pytest.raises(BoundariesError):
        load_boundaries(zipped(tmp_path / "bad.zip", "own.geojson"))
    assert list(temporary.iterdir()) == []
