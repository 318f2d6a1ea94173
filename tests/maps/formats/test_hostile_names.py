"""Zones and documents named like paths: what is written lies where it was asked for, under the name asked for."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from maps import save_html, webmap
from maps.formats import FORMATS, save
from zones import ZoneSet
from zones.from_model import from_model
from zones.model import to_model

NAMES = ("../../x", "/tmp/x", "..\\..\\x", "C:\\x", "/vsimem/x", "a/b", "con", "x\x00y", "~/x", "")
ENDINGS = [ending for known in FORMATS for ending in known.endings]


@pytest.fixture(params=NAMES, ids=repr)
def named(request: pytest.FixtureRequest, sets: dict[str, ZoneSet]) -> ZoneSet:
    """The seeds' zones, each called like a path, from documents called so too."""
    model = json.loads(json.dumps(to_model(sets["seeds"])))
    for item in (*model["documents"], *model["zones"]):
        item["title" if "title" in item else "name"] = request.param
    return from_model(model)


@pytest.mark.parametrize("ending", ENDINGS)
def test_files_lie_where_they_were_asked_for(ending: str, named: ZoneSet, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "deeper"
    folder.mkdir(parents=True)
    save(named, folder / f"a{ending}")
    written = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert written <= {f"deep/deeper/a{ending}", f"deep/deeper/a{ending}-metadata.json"}
    if zipfile.is_zipfile(folder / f"a{ending}") and ending.endswith("zip"):
        with zipfile.ZipFile(folder / f"a{ending}") as archive:
            assert all(Path(name).name == name for name in archive.namelist())


def test_a_page_lies_where_it_was_asked_for(named: ZoneSet, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "deeper"
    folder.mkdir(parents=True)
    save_html(webmap(named), folder / "a.html")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [folder / "a.html"]
