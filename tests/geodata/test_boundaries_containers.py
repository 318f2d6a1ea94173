"""Boundaries in zips and folders: what holds nothing, too much or a trap is refused before it is read."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest

from geodata.boundaries import BoundariesError, load_boundaries, zips


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".geojson", ".parquet", ".fgb", ".zip", ".gdb"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"own{suffix}"
    path.write_bytes(b"this is no map" * 40)
    with pytest.raises(BoundariesError, match=r"that can be (read|unpacked)"):
        load_boundaries(path)


def test_paths_that_hold_nothing(tmp_path: Path) -> None:
    with pytest.raises(BoundariesError, match="no such file or folder"):
        load_boundaries(tmp_path / "nowhere")
    (tmp_path / "readme.txt").write_text("nothing", encoding="utf-8")
    with pytest.raises(BoundariesError, match=r"unknown format '\.txt'"):
        load_boundaries(tmp_path / "readme.txt")
    with pytest.raises(BoundariesError, match="no file of a known format in it"):
        load_boundaries(tmp_path)


@pytest.mark.parametrize("name", ["../escaped.geojson", "/etc/escaped.geojson", "C:\\escaped.geojson"])
def test_a_zip_cannot_leave_its_folder(tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.writestr(name, "{}")
    with pytest.raises(BoundariesError, match="leaves the zip"):
        load_boundaries(tmp_path / "own.zip")
    assert not (tmp_path.parent / "escaped.geojson").exists()


def test_a_zip_that_grows_without_measure_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("own.geojson", b" " * 20_000_000)
    with pytest.raises(BoundariesError, match=r"own\.geojson: grows \d+-fold when unpacked"):
        load_boundaries(tmp_path / "bomb.zip")


def test_limits_of_size_and_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MAX_BYTES", 1000)
    monkeypatch.setattr(zips, "MAX_FILES", 3)
    with zipfile.ZipFile(tmp_path / "large.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("own.geojson", b" " * 2000)
    with pytest.raises(BoundariesError, match=r"2,000 bytes when unpacked, more than 1,000"):
        load_boundaries(tmp_path / "large.zip")
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for i in range(4):
            archive.writestr(f"{i}.geojson", b"{}")
    with pytest.raises(BoundariesError, match="4 files, more than 3"):
        load_boundaries(tmp_path / "many.zip")
    (folder := tmp_path / "folder").mkdir()
    for i in range(4):
        (folder / f"{i}.geojson").write_text("{}", encoding="utf-8")
    with pytest.raises(BoundariesError, match="more than 3 files"):
        load_boundaries(folder)
    (tmp_path / "large.geojson").write_bytes(b" " * 2000)
    with pytest.raises(BoundariesError, match=r"large\.geojson.*2,000 bytes, more than 1,000"):
        load_boundaries(tmp_path / "large.geojson")


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("own.geojson")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(BoundariesError, match=r"own\.geojson: a link in a zip"):
        load_boundaries(tmp_path / "own.zip")


def test_a_zip_in_a_zip_is_named(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.writestr("syria/inner.zip", b"PK")
    with pytest.raises(BoundariesError, match=r"give the zip inner\.zip in it instead"):
        load_boundaries(tmp_path / "outer.zip")
