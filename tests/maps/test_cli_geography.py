"""The commands for phrases, points, figures, comparisons and own boundaries, as their users meet them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maps.cli import main

COD = Path(__file__).resolve().parents[3] / "shared" / "data" / "cod-ab-syr-20201217"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_phrase_comes_to_units_and_a_file(tmp_path: Path) -> None:
    target = tmp_path / "strip.geojson"
    told = run(
        "area",
        "a 32-km-deep strip along the Turkish border between Tell Abyad and Ras al-Ayn",
        "-o",
        str(target),
    )
    assert told.exit_code == 0, told.output
    assert "SY110200" in told.stdout
    assert "rule border" in told.stdout
    collection = json.loads(target.read_text(encoding="utf-8"))
    (feature,) = collection["features"]
    assert feature["properties"]["extent"] == "part"
    assert {m["pcode"] for m in feature["properties"]["members"]} >= {"SY110200", "SY080400"}


def test_a_phrase_becomes_toml_and_back(tmp_path: Path) -> None:
    told = run("area", "northern Homs province", "--toml")
    assert told.exit_code == 0, told.output
    tree = tmp_path / "area.toml"
    tree.write_text(told.stdout, encoding="utf-8")
    assert run("area", str(tree)).stdout == run("area", "northern Homs province").stdout


def test_a_phrase_that_names_nothing_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    told = run("area", "the far side of the moon", "-o", str(tmp_path / "moon.geojson"))
    assert told.exit_code == 1
    assert told.stderr.startswith("zonemap: ")
    assert not list(tmp_path.iterdir())


def test_points_of_a_file_are_labelled(tmp_path: Path) -> None:
    source, target = tmp_path / "events.csv", tmp_path / "labelled.csv"
    source.write_text("id,latitude,longitude\na,35.86,36.80\nb,34.9267,36.7324\nc,0,0\n", encoding="utf-8")
    told = run("label", str(source), str(target))
    assert told.exit_code == 0, told.output
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[1] == "a,35.86,36.80,SY07,SY0700,SY070003,idlib,whole"
    assert lines[2].endswith("SY040400,northern-homs,part")
    assert lines[3] == "c,0,0,,,,,"


def test_a_file_without_coordinates_is_an_error(tmp_path: Path) -> None:
    source = tmp_path / "events.csv"
    source.write_text("a,b\n1,2\n", encoding="utf-8")
    told = run("label", str(source), str(tmp_path / "out.csv"))
    assert told.exit_code == 1
    assert "longitude" in told.stderr
    assert not (tmp_path / "out.csv").exists()


def test_a_scheduler_needs_its_engine(tmp_path: Path) -> None:
    told = run("label", str(tmp_path), str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:1")
    assert told.exit_code == 2
    assert "--engine dask" in told.stderr


def test_a_figure_is_written(tmp_path: Path) -> None:
    target = tmp_path / "zones.pdf"
    told = run("figure", "-o", str(target))
    assert told.exit_code == 0, told.output
    assert target.read_bytes().startswith(b"%PDF")


def test_a_figure_of_another_kind_is_misuse(tmp_path: Path) -> None:
    told = run("figure", "-o", str(tmp_path / "zones.gif"))
    assert told.exit_code == 2
    assert ".svg" in told.stderr


def test_what_can_be_fetched_is_listed(tmp_path: Path) -> None:
    told = run("data", "list", "--folder", str(tmp_path))
    assert told.exit_code == 0, told.output
    assert "cod-ab-syr" in told.stdout
    assert run("data", "verify", "--folder", str(tmp_path)).exit_code == 0


def test_outputs_are_compared(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(run("read", "--json").stdout, encoding="utf-8")
    told = run("compare", str(before), str(before))
    assert told.exit_code == 0, told.output
    assert "Idlib: no change" in told.stdout


def test_boundaries_that_are_none_are_an_error(tmp_path: Path) -> None:
    told = run("lookup", "Saraqib", "--boundaries", str(tmp_path / "none.gpkg"))
    assert told.exit_code == 1
    assert "none.gpkg" in told.stderr


@pytest.mark.reference
@pytest.mark.skipif(not COD.is_dir(), reason="needs ../shared with OCHA's boundaries")
def test_own_boundaries_answer(tmp_path: Path) -> None:
    told = run("read", "--json", "--boundaries", str(COD))
    assert told.exit_code == 0, told.output
    ours = json.loads(run("read", "--json").stdout)
    theirs = json.loads(told.stdout)
    assert theirs["boundaries"]["sha256"] != ours["boundaries"]["sha256"]
    for one, other in zip(ours["zones"], theirs["zones"], strict=True):
        assert [(m["pcode"], m["extent"]) for m in one["members"]] == [
            (m["pcode"], m["extent"]) for m in other["members"]
        ]
