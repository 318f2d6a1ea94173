"""Whatever stands in documents, files and their names, the terminal is sent words alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.units import AdminUnits
from tests.maps.test_cli_errors import process, zonemap

STEERS = "\x1b]0;title\x07 \x9b31m \u202ereversed\u202c"
TEXT = f"The zone includes Idlib province and no more, said {STEERS} Ivan.\n"


def harmless(*printed: str) -> bool:
    return not set("\x1b\x07\x9b\u202e\u202c") & set("".join(printed))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "args",
    [
        ("read", "a.txt"),
        ("read", "a.txt", "--json"),
        ("lookup", "Saraqib", "-f", "a.txt"),
        ("lookup", "Saraqib", "-f", "a.txt", "--json"),
        ("explain", "Idlib", "a.txt"),
        ("map", "a.txt"),
        ("export", "a.txt", "-o", "-"),
    ],
)
def test_no_command_prints_what_steers(text: Path, args: tuple[str, ...]) -> None:
    done = zonemap(*args, cwd=text.parent)
    assert done.returncode == 0
    assert "Idlib" in done.stdout
    assert harmless(done.stdout, done.stderr)


def test_what_is_printed_as_json_is_the_same_value(text: Path) -> None:
    printed = zonemap("export", text, "-o", "-", cwd=text.parent).stdout
    zonemap("export", text, "-o", "a.geojson", cwd=text.parent)
    assert json.loads(printed) == json.loads((text.parent / "a.geojson").read_text(encoding="utf-8"))
    quotes = json.loads(zonemap("read", text, "--json", cwd=text.parent).stdout)["zones"][0]["evidence"]
    assert STEERS in quotes[0]["quote"]


def test_names_of_files(text: Path) -> None:
    hostile = text.rename(text.parent / f"{STEERS}.txt")
    done = zonemap("export", hostile, "-o", f"{STEERS}.geojson", cwd=text.parent)
    assert done.returncode == 0
    assert "written" in done.stdout
    assert harmless(done.stdout, done.stderr)
    assert harmless(zonemap("map", f"{STEERS}-none.txt", cwd=text.parent).stderr)


def test_what_a_file_of_boundaries_calls_itself(tmp_path: Path) -> None:
    columns = {"pcode": "ADM3_PCODE", "name": "ADM3_EN"}
    frame = AdminUnits.builtin().to_gdf()[[*columns, "geometry"]].rename(columns=columns)
    told = json.loads(frame.to_json()) | {"name": f"adm3 {STEERS}"}
    (tmp_path / "own.geojson").write_text(json.dumps(told), encoding="utf-8")
    done = zonemap("lookup", "Saraqib", "--boundaries", "own.geojson", cwd=tmp_path)
    assert done.returncode == 0
    assert "layer adm3" in done.stderr
    assert harmless(done.stdout, done.stderr)


def test_what_is_wrong_with_a_model(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({STEERS: STEERS, "schema": STEERS}), encoding="utf-8")
    done = zonemap("validate", "a.json", cwd=tmp_path)
    assert "title" in done.stdout
    assert harmless(done.stdout, done.stderr)


def test_what_a_library_warns_of(tmp_path: Path) -> None:
    rows = "36.8,35.8,1\n" * 200_000 + f"36.8,35.8,{STEERS}\n"
    (tmp_path / "a.csv").write_text(f"lon,lat,n\n{rows}", encoding="utf-8")
    done = process("label", "a.csv", "a.parquet", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith("zonemap: a.csv: ")
    assert "all columns are taken as text" in done.stderr
    assert harmless(done.stdout, done.stderr)
