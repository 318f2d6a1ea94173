"""Caches and data that are damaged, of another version, or not to be read or written: the same answers."""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import zones
from geodata import CoverageIndex
from geodata.downloads import RECORD, RegistryError, registry, verify
from geodata.units import AdminUnits
from zones.builtin import SHIPPED

pytestmark = pytest.mark.slow


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


@pytest.mark.parametrize("damage", [*DAMAGES, *IN_THE_WAY])
def test_the_built_in_documents_are_read_anew_where_what_was_shipped_is_damaged(
    damage: Callable[[Path], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    right = zones.load().to_dict()
    path = tmp_path / "data" / "seeds.json"
    path.parent.mkdir()
    shutil.copy(SHIPPED, path)
    monkeypatch.setattr("zones.builtin.SHIPPED", path)
    damage(path)
    with caplog.at_level(logging.INFO):
        assert zones.load().to_dict() == right
    assert "reading them anew" in caplog.text


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
