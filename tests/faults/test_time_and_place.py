"""Another clock, time zone, language and order of hashes, two writers at a time, and links: the same bytes."""

from __future__ import annotations

import locale
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.jobs import Job, Running, run
from tests.faults.states import Content, content, left
from tests.faults.writers import KINDS, Writer

pytestmark = pytest.mark.slow

PLACES = ("tr_TR.UTF-8", "ar_SY.UTF-8", "tr_TR.ISO-8859-9", "ar_SY.ISO-8859-6", "C")
EPOCHS = {"TZ": "America/St_Johns", "SOURCE_DATE_EPOCH": "86400"}
FAR = {"past": 3.0, "future": 32_503_680_000.0}  # the years 1970 and 3000
COMMANDS = [writer for writer in KINDS if writer.command]


def there() -> str:
    """Return the strangest locale that this machine has."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in PLACES:
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue
            return name
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return "C"


@pytest.mark.parametrize("when", ["past", "future"])
@pytest.mark.parametrize("writer", KINDS, ids=str)
def test_the_same_bytes_at_any_time(
    writer: Writer, when: str, given: Path, out: Path, right: Callable[[Writer], Content]
) -> None:
    env = {**EPOCHS, "LC_ALL": there()}
    ended = run(Job(writer=writer, inputs=given, out=out, clock=FAR[when], env=env))
    assert ended.code == 0, ended
    assert all(line.startswith("zonemap: note: ") for line in ended.stderr.splitlines()), ended
    assert content(out / writer.target) == right(writer)


REAL = [
    writer
    for writer in COMMANDS
    if writer.name in {"map", "export .kml", "export .csv", "export .shp.zip", "label .csv", "area"}
]


IN_C = [  # GDAL, Arrow and the zip library have clocks that Python does not set
    writer
    for writer in COMMANDS
    if writer.name.endswith((".gpkg", ".parquet", ".fgb", ".shp.zip", ".xlsx", ".arrow", ".csv.gz"))
]


@pytest.mark.parametrize("writer", REAL, ids=str)
def test_the_same_bytes_from_a_process_that_knows_ascii_only(
    writer: Writer, given: Path, out: Path, right: Callable[[Writer], Content]
) -> None:
    env = {
        "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7", "COLUMNS": "40",
        "SHAPE_ENCODING": "CP1252", **EPOCHS,
    }  # fmt: skip
    assert zonemap(writer, given, out, env).returncode == 0
    assert content(out / writer.target) == right(writer)


@pytest.mark.skipif(
    shutil.which("faketime") is None, reason="faketime (Debian: apt-get install faketime) is not installed"
)
@pytest.mark.parametrize("writer", IN_C, ids=str)
def test_the_same_bytes_under_a_clock_that_all_libraries_see(
    writer: Writer, given: Path, out: Path, right: Callable[[Writer], Content]
) -> None:
    assert zonemap(writer, given, out, {}, "faketime", "2037-12-31").returncode == 0
    assert content(out / writer.target) == right(writer)


def zonemap(
    writer: Writer, given: Path, out: Path, env: dict[str, str], *before: str
) -> subprocess.CompletedProcess[str]:
    args = [word.replace("IN/", f"{given}/").replace("OUT/", f"{out}/") for word in writer.args]
    command = [*before, sys.executable, "-m", "maps", *args]
    return subprocess.run(command, env={**os.environ, **env}, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("writer", KINDS, ids=str)
def test_two_at_a_time(writer: Writer, given: Path, out: Path, right: Callable[[Writer], Content]) -> None:
    first, second = (Running(Job(writer=writer, inputs=given, out=out)) for _ in range(2))
    ended = (first.ended(), second.ended())
    assert content(out / writer.target) == right(writer)
    assert left(writer, out) == []
    refusals = [one for one in ended if one.code]
    assert len(refusals) <= (1 if writer.alone else 0), ended
    for one in refusals:
        assert "another run is writing it" in one.stderr or "is there already" in one.stderr


@pytest.fixture
def linked(out: Path) -> Path:
    (out / "real").mkdir()
    return out / "real"


@pytest.mark.parametrize("writer", REAL, ids=str)
@pytest.mark.parametrize("dangling", [False, True])
def test_a_link_is_followed_and_stays(
    writer: Writer, dangling: bool, given: Path, out: Path, linked: Path, right: Callable[[Writer], Content]
) -> None:
    if not dangling:
        (linked / "file").write_bytes(b"old")
    (out / writer.target).symlink_to(linked / "file")
    assert run(Job(writer=writer, inputs=given, out=out)).code == 0
    assert (out / writer.target).is_symlink()
    assert content(linked) == {"file": right(writer)}
