"""The commands beside the main ones: area, label, figure, compare, data, and boundaries of one's own."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import shapely

from tests.maps.test_cli_errors import BAD, MISUSE, refused, zonemap
from zones import ZoneSet

STRIP = "a 32-km-deep strip along the Turkish border between Tell Abyad and Ras al-Ayn"


def test_an_area_is_told_and_written(tmp_path: Path) -> None:
    done = zonemap("area", STRIP, "-o", "strip.geojson", cwd=tmp_path)
    assert done.returncode == 0
    assert "SY110200  Tell Abiad sub-district: part" in done.stdout
    told = json.loads((tmp_path / "strip.geojson").read_text(encoding="utf-8"))
    shapes = [shapely.geometry.shape(f["geometry"]) for f in told["features"]]
    assert shapely.union_all(shapes).is_valid
    assert 38 < shapely.union_all(shapes).bounds[0] < shapely.union_all(shapes).bounds[2] < 41


def test_an_area_tree_printed_reads_back_to_the_same(tmp_path: Path) -> None:
    tree = zonemap("area", "northern Homs province", "--toml", cwd=tmp_path)
    (tmp_path / "homs.toml").write_text(tree.stdout, encoding="utf-8")
    again = zonemap("area", "homs.toml", cwd=tmp_path)
    assert again.stdout == zonemap("area", "northern Homs province", cwd=tmp_path).stdout
    assert "SY040400" in again.stdout


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"x = 1", "expected one of"),
        (b"a = = 3", "broken.toml"),
        (None, "No such file"),
    ],
)
def test_an_area_tree_that_is_none(tmp_path: Path, content: bytes | None, words: str) -> None:
    if content is not None:
        (tmp_path / "broken.toml").write_bytes(content)
    refused(zonemap("area", "broken.toml", cwd=tmp_path), BAD, words)


def test_words_that_are_no_area(tmp_path: Path) -> None:
    refused(zonemap("area", "the price of bread", cwd=tmp_path), BAD, "the price of bread", "northern Homs")


def test_points_are_labelled(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("what,lat,lon\na,35.86,36.80\nb,0,0\nc,,\n", encoding="utf-8")
    done = zonemap("label", "events.csv", "labelled.csv", cwd=tmp_path)
    assert done.returncode == 0
    with (tmp_path / "labelled.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["what"] for row in rows] == ["a", "b", "c"]
    assert [row["zone"] for row in rows] == ["idlib", "", ""]
    assert rows[0]["subdistrict"] == "SY070003"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("none.csv", "out.csv"), "no such file"),
        (("events.doc", "out.csv"), ".parquet"),
        (("plain.csv", "out.csv"), "plain.csv"),
    ],
)
def test_points_that_cannot_be_labelled(tmp_path: Path, args: tuple[str, str], words: str) -> None:
    (tmp_path / "events.csv").write_text("lat,lon\n35.86,36.80\n", encoding="utf-8")
    (tmp_path / "events.doc").write_text("lat,lon\n", encoding="utf-8")
    (tmp_path / "plain.csv").write_text("name\nSaraqib\n", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    refused(zonemap("label", *args, cwd=tmp_path), BAD, words)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.slow
@pytest.mark.parametrize(("name", "head"), [("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"), ("a.svg", b"<?xml")])
def test_a_figure_in_each_format(tmp_path: Path, name: str, head: bytes) -> None:
    assert zonemap("figure", "-o", name, cwd=tmp_path).returncode == 0
    assert (tmp_path / name).read_bytes().startswith(head)


def test_a_figure_that_cannot_be(tmp_path: Path) -> None:
    refused(zonemap("figure", "-o", "a.gif", cwd=tmp_path), MISUSE, ".png, .svg or .pdf")
    refused(zonemap("figure", "--zone", "Atlantis", "-o", "a.png", cwd=tmp_path), BAD, "Northern Homs")
    assert list(tmp_path.iterdir()) == []


def test_two_outputs_are_compared(tmp_path: Path, zone_set: ZoneSet) -> None:
    told = zone_set.to_dict()
    (tmp_path / "a.json").write_text(json.dumps(told), encoding="utf-8")
    same = zonemap("compare", "a.json", "a.json", cwd=tmp_path).stdout
    assert same.count("no change") == len(zone_set.zones)
    told["zones"][0]["members"].pop()  # type: ignore[index]
    (tmp_path / "b.json").write_text(json.dumps(told), encoding="utf-8")
    assert "SY07" in zonemap("compare", "a.json", "b.json", cwd=tmp_path).stdout
    refused(zonemap("compare", "a.json", "none.json", cwd=tmp_path), BAD, "none.json")


def test_what_can_be_fetched_is_listed(tmp_path: Path) -> None:
    told = zonemap("data", "list", "--folder", "cache", cwd=tmp_path).stdout
    assert "cod-ab-syr" in told
    assert told.count("absent") > 3
    refused(
        zonemap("data", "fetch", "nothing", "--folder", "cache", cwd=tmp_path), BAD, "nothing", "cod-ab-syr"
    )
    assert zonemap("data", "verify", "--folder", "cache", cwd=tmp_path).returncode == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--boundaries", "--places"])
def test_boundaries_and_places_that_are_none(tmp_path: Path, option: str) -> None:
    (tmp_path / "own.txt").write_text("no data", encoding="utf-8")
    refused(zonemap("lookup", "Saraqib", option, "none.shp", cwd=tmp_path), BAD, "none.shp")
    refused(zonemap("map", option, "own.txt", cwd=tmp_path), BAD, "own.txt")
    assert not (tmp_path / "out").exists()


def test_a_lookup_on_the_whole_release_of_ocha(tmp_path: Path) -> None:
    path = Path(__file__).parents[3] / "shared/data/cod-ab-syr-20201217"
    if not path.exists():
        pytest.skip(f"no reference data at {path}")
    done = zonemap("lookup", "Saraqib", "--boundaries", path, "--json", cwd=tmp_path)
    assert [unit["pcode"] for unit in json.loads(done.stdout)["units"]] == ["SY07", "SY0700", "SY070003"]
    assert "272 sub-districts" in done.stderr
