"""Saving: the right format by its ending, the same bytes each time, and nothing half-written."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.formats import FORMATS, FormatError, encode, format_of, save
from maps.formats.text import defused, for_xml, restored
from zones import ZoneSet
from zones.errors import MissingExtraError

ENDINGS = [ending for known in FORMATS for ending in known.endings]

DIGESTS = """
import hashlib, sys, zones
from tests.considered import considered
from maps.formats import encode
for ending in sys.argv[1:]:
    made = encode(considered(zones.load()), "a" + ending)
    print(ending, hashlib.sha256(made.content + b"".join(made.beside.values())).hexdigest())
"""

SMALL_DISK = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))
from maps.cli import main
main(["export", "-o", sys.argv[1]])
"""


@pytest.mark.slow
def test_the_same_zones_give_the_same_bytes_at_another_time_and_place(sets: dict[str, ZoneSet]) -> None:
    """The other process starts seconds later, with other hashes and another time zone."""
    here = {}
    for ending in ENDINGS:
        made = encode(sets["seeds"], f"a{ending}")
        here[ending] = hashlib.sha256(made.content + b"".join(made.beside.values())).hexdigest()
    there = subprocess.run(
        [sys.executable, "-c", DIGESTS, *ENDINGS],
        env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert dict(line.split() for line in there.stdout.splitlines()) == here


@pytest.mark.parametrize("name", ["zones", "zones.doc", "geojson", ".geojson.bak", "zones.shp"])
def test_an_unknown_ending_names_those_that_are_known(name: str, sets: dict[str, ZoneSet]) -> None:
    with pytest.raises(FormatError, match=r"no format is known by this ending.*\.gpkg") as caught:
        encode(sets["seeds"], name)
    assert ".xlsx" in caught.value.known


def test_endings_are_read_in_any_case() -> None:
    assert format_of("ZONES.GeoJSON").name == "GeoJSON"
    assert format_of("a.b.SHP.ZIP").name == "Shapefile"


def test_a_layer_that_a_format_cannot_hold_is_refused(sets: dict[str, ZoneSet]) -> None:
    with pytest.raises(
        FormatError, match="FlatGeobuf cannot hold the layer 'evidence'; expected one of zones"
    ):
        encode(sets["seeds"], "a.fgb", layer="evidence")
    with pytest.raises(FormatError, match="holds everything"):
        encode(sets["seeds"], "a.json", layer="zones")


@pytest.mark.parametrize("name", ["XLSX", "GeoParquet"])
def test_a_missing_extra_is_named(
    name: str, sets: dict[str, ZoneSet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (wanted,) = (known for known in FORMATS if known.name == name)
    monkeypatch.setitem(sys.modules, str(wanted.package), None)
    with pytest.raises(MissingExtraError, match=rf'pip install "\.\[{wanted.extra}\]"'):
        save(sets["seeds"], tmp_path / f"a{wanted.endings[0]}")
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_stays_when_writing_fails(
    sets: dict[str, ZoneSet], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "zones.gpkg"
    target.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        save(sets["seeds"], target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes there")
@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".fgb", ".shp.zip", ".xlsx"])
def test_a_full_disk_leaves_nothing_behind(ending: str, tmp_path: Path) -> None:
    target = tmp_path / "out" / f"zones{ending}"
    target.parent.mkdir()
    (scratch := tmp_path / "scratch").mkdir()
    env = os.environ | {"TMPDIR": str(scratch)}
    env.pop("COVERAGE_PROCESS_CONFIG", None)  # there is no room for a measurement either
    done = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(target)],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done
    assert done.stderr.startswith("zonemap: ")
    assert "Traceback" not in done.stderr
    assert list(target.parent.iterdir()) == []
    assert list(scratch.iterdir()) == []


TEXTS = st.text(st.sampled_from("=+-@＝＋－＠'\";\t\r\n abم1\x00\x0b\ufffe"), max_size=8)


@given(TEXTS, st.booleans())
def test_defusing_can_be_undone(text: str, parted: bool) -> None:
    assert restored(defused(text, parted=parted), parted=parted) == text


@given(TEXTS)
def test_no_part_of_a_cell_acts_where_a_file_is_parted_at_semicolons(text: str) -> None:
    parts = re.split("[;\t\r\n]", defused(text, parted=True))
    assert not [
        part for part in parts if part.strip(' "\x0b')[:1] in set("=+-@＝＋－＠") and part.strip(' "\x0b')
    ]


@given(TEXTS)
def test_no_cell_acts(text: str) -> None:
    assert defused(text)[:1] not in set("=+-@＝＋－＠\t\r\n") or not defused(text)
    assert defused(text).lstrip()[:1] not in set("=+-@＝＋－＠") or not defused(text).strip()


@given(st.text(max_size=20))
def test_any_text_can_stand_in_xml(text: str) -> None:
    part = Element("a")
    part.text = for_xml(text)
    assert (fromstring(tostring(part, encoding="utf-8")).text or "") == for_xml(text)
