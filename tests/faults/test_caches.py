"""Caches that are damaged, of another version, or not to be read or written: the same answers, and a new cache."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import zones
from geodata import CoverageIndex
from geodata.downloads import RECORD, RegistryError, registry, verify
from geodata.units import AdminUnits

KEPT = "deescalation-zones/seeds.json"


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(path.stat().st_size))


def other_json(path: Path) -> None:
    path.write_text("[1, 2, 3]", "utf-8")


def deep_json(path: Path) -> None:
    path.write_text("[" * 100_000, "utf-8")


def other_version(path: Path) -> None:
    told = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**told, "key": "of another version"}), "utf-8")


def other_shape(path: Path) -> None:
    told = json.loads(path.read_text("utf-8"))
    del told["content"]["zones"][0]["members"][0]["pcode"]
    path.write_text(json.dumps(told), "utf-8")


def folder_in_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def file_above(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_bytes(b"")


def dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nowhere" / "at all")


DAMAGES = (truncated, emptied, garbage, other_json, deep_json, other_version, other_shape)
IN_THE_WAY = (folder_in_place, file_above, dangling)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    zones.load()
    assert (tmp_path / KEPT).is_file()
    return tmp_path / KEPT


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_reading_is_read_anew_and_kept(cache: Path, damage: Callable[[Path], None]) -> None:
    right, whole = zones.load().to_dict(), cache.read_bytes()
    damage(cache)
    assert zones.load().to_dict() == right
    assert cache.read_bytes() == whole
    assert [path.name for path in cache.parent.iterdir()] == ["seeds.json"]


@pytest.mark.parametrize("damage", IN_THE_WAY)
def test_a_reading_that_cannot_be_kept_is_done_without(cache: Path, damage: Callable[[Path], None]) -> None:
    right = zones.load().to_dict()
    damage(cache)
    assert zones.load().to_dict() == right


@pytest.mark.parametrize("damage", [truncated, emptied, garbage, *IN_THE_WAY])
def test_an_index_that_is_damaged_or_in_the_way(
    tmp_path: Path, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    shapes = AdminUnits.builtin().geometries()[1][:3]
    path = tmp_path / "cache" / "a.index"
    path.parent.mkdir()
    right = CoverageIndex.cached(shapes, path).to_bytes()
    damage(path)
    assert CoverageIndex.cached(shapes, path).to_bytes() == right
    if damage in IN_THE_WAY:
        assert "index cache not written" in caplog.text
    else:
        assert path.read_bytes() == right


@pytest.mark.parametrize("damage", [truncated, emptied, garbage, other_json, deep_json, folder_in_place])
def test_a_damaged_record_of_downloads_says_what_to_do(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = tmp_path / RECORD
    path.write_text(json.dumps({"cod-ab-syr": "0" * 64}), "utf-8")
    damage(path)
    with pytest.raises(RegistryError, match="delete it and fetch again"):
        verify(tmp_path, registry())
