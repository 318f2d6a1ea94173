"""The command line: what each command prints and writes, and with which exit code it ends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import zones
from maps import webmap
from maps.cli import main
from maps.geojson import to_geojson
from maps.save import to_html
from zones import ZoneSet
from zones.documents import seed_paths

Run = Callable[..., Result]
COMMANDS = ("map", "export", "lookup", "read", "explain")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in an empty folder; a traceback is a failure of the test."""
    monkeypatch.chdir(tmp_path)

    def runner(*args: object) -> Result:
        result = CliRunner().invoke(main, [str(arg) for arg in args])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runner


def test_bare_command_and_help_tell_the_commands_and_exit_codes(run: Run) -> None:
    for args in ((), ("--help",), ("-h",)):
        result = run(*args)
        assert result.exit_code == 0
        assert all(re.search(rf"^  {name}\s+\w", result.stdout, re.MULTILINE) for name in COMMANDS)
        assert "Exit codes: 0" in result.stdout
        assert "_ZONEMAP_COMPLETE" in result.stdout


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_each_command_has_help_with_an_example_a_line(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "\\b" not in result.stdout
    examples = result.stdout.split("Examples:\n")[1].split("\n\n")[0].splitlines()
    assert any(line.startswith(f"    zonemap {name}") for line in examples)
    assert all(line.startswith("    zonemap ") for line in examples)


def test_version(run: Run) -> None:
    assert re.fullmatch(r"zonemap \d+\.\d+\.\d+\S*\n", run("--version").stdout)


def test_map_writes_the_page_and_tells_what_was_found(run: Run, zone_set: ZoneSet, tmp_path: Path) -> None:
    result = run("map")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split()[0] for line in result.stdout.splitlines()] == [
        "documents",
        "zones",
        "claims",
        "passed",
        "read",
        "written",
    ]
    for words in (
        "4: Idlib",
        "Northern Homs",
        "Eastern Ghouta",
        "Jordanian border",
        "disputed:",
        "out/zones.html",
    ):
        assert words in result.stdout
    assert (tmp_path / "out/zones.html").read_text(encoding="utf-8") == to_html(webmap(zone_set))


def test_map_opens_at_the_day_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("map", "--on", "2017-06-22", "-o", "a.html").exit_code == 0
    assert '"on": "2017-06-22"' in (tmp_path / "a.html").read_text(encoding="utf-8").replace('":"', '": "')


@pytest.mark.parametrize("layer", ["zones", "members", "units", "claims"])
def test_export_writes_the_layer(run: Run, zone_set: ZoneSet, tmp_path: Path, layer: str) -> None:
    result = run("export", "--layer", layer, "-o", f"new/folder/{layer}.geojson")
    assert result.exit_code == 0
    told = (tmp_path / f"new/folder/{layer}.geojson").read_text(encoding="utf-8")
    assert told == to_geojson(zone_set, layer)  # type: ignore[arg-type]


def test_export_prints_with_a_dash(run: Run, zone_set: ZoneSet, tmp_path: Path) -> None:
    assert run("export", "-o", "-").stdout == to_geojson(zone_set)
    assert list(tmp_path.iterdir()) == []


def test_read_as_json_is_the_set_itself(run: Run, zone_set: ZoneSet) -> None:
    for files in ((), seed_paths()):
        result = run("read", *files, "--json")
        assert result.exit_code == 0
        assert json.loads(result.stdout) == zone_set.to_dict()


def test_read_takes_the_day_of_publication(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Russia may send monitors to Idlib, an official said on Thursday.\n", encoding="utf-8")
    told = json.loads(run("read", text, "--published", "2017-06-23", "--json").stdout)
    assert told["documents"][0]["published"] == "2017-06-23"
    assert [claim["said_on"] for claim in told["claims"]] == ["2017-06-22"]


def test_read_reports_zones_members_claims_and_each_quotation_once(run: Run, zone_set: ZoneSet) -> None:
    report = run("read").stdout
    assert "\x1b" not in report
    flat = " ".join(report.split())
    for zone in zone_set.zones:
        assert zone.name in report
        assert all(member.pcode in report for member in zone.members)
    for claim in zone_set.claims:
        for one in claim.evidence:
            assert flat.count(f"{one.document}:{one.start}-{one.end}") == 1
    assert "Accord" in report
    assert max(map(len, report.splitlines())) <= 110


@pytest.mark.parametrize("asked", ["Idlib", "idlib", "the Idlib zone"])
def test_explain_a_zone(run: Run, asked: str) -> None:
    report = run("explain", asked).stdout
    for words in (
        "What it covers",
        "SY07",
        "Where it stands",
        "What was said",
        "Contradictions",
        "Quotations",
    ):
        assert words in report
    assert "Kazakhstan: denied, disputed" in report


@pytest.mark.parametrize("asked", ["Kazakhstan", "KZ", "kz", "Kazakh", "kazakhs"])
def test_explain_a_nationality(run: Run, asked: str) -> None:
    report = run("explain", asked).stdout
    assert report.startswith("Kazakhstan")
    assert "Kairat Abdrakhmanov (denied)" in " ".join(report.split())
    assert "does not hold negotiations" in " ".join(report.split())
    assert "Iran" not in report.split("Passed over")[0]


def test_explain_tells_in_order_of_time_and_only_until_the_day(run: Run) -> None:
    told = run("explain", "KG").stdout.split("What was said")[1].split("Contradictions")[0]
    days = re.findall(r"^  (\d{4}-\d\d-\d\d)  ", told, re.MULTILINE)
    assert days == sorted(days)
    assert len(days) > 3
    early = run("explain", "KG", "--on", "2017-06-22").stdout
    assert "2017-06-23" not in early.split("What was said")[1].split("Quotations")[0]
    assert "nothing had been said by then" in run("explain", "KG", "--on", "2017-05-04").stdout


SARAQIB = ["Saraqib", "35.86, 36.80", "سراقب", "SY070003"]


@pytest.mark.parametrize("asked", SARAQIB)
def test_lookup_finds_one_place_by_any_of_its_names(run: Run, asked: str) -> None:
    told = run("lookup", asked).stdout
    assert "(SY07) > Idleb district (SY0700) > Saraqab sub-district (SY070003)" in told
    assert "In zone Idlib, whole" in told
    assert "“The largest of the planned zones includes Idlib province" in told
    assert "seed-000, 2017-06-23" in told
    assert "km from the zone's edge" in told


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("Rastan", "In zone Northern Homs, part"),
        ("Douma", "In zone Eastern Ghouta, part"),
        ("Tartus", "In no zone. The nearest is Idlib, "),
        ("36.80, 35.86", "are latitude and longitude swapped?"),
        ("Suran, Hama", "SY050101"),
    ],
)
def test_lookup_answers(run: Run, asked: str, words: str) -> None:
    result = run("lookup", asked)
    assert result.exit_code == 0
    assert words in result.stdout


@pytest.mark.parametrize("asked", [*SARAQIB, "Tartus", "36.80, 35.86"])
def test_lookup_as_json_is_the_answer_itself(run: Run, zone_set: ZoneSet, asked: str) -> None:
    assert json.loads(run("lookup", asked, "--json").stdout) == zone_set.lookup(asked).to_dict()


def test_lookup_as_of_a_day(run: Run) -> None:
    told = run("lookup", "Saraqib", "--on", "2017-06-22").stdout
    assert "In no zone: no document had described one by then." in told
    assert "not counted as of 2017-06-22" in told
    assert "Kazakhstan" not in told


@pytest.mark.parametrize(
    "args",
    [
        ["35.86,", "36.80"],
        ["35.86", "36.80"],
        ["35.86, 36.80"],
        ["--json", "35.86", "36.80"],
        ["--", "35.86 36.80"],
    ],
)
def test_lookup_takes_unquoted_words(run: Run, args: list[str]) -> None:
    assert "SY070003" in run("lookup", *args).stdout


@pytest.mark.parametrize(
    "args", [["-5, 20"], ["-5", "20"], ["-33.9,18.4"], ["5", "-20"], ["-5", "-20", "--json"]]
)
def test_lookup_takes_negative_numbers_for_positions(run: Run, args: list[str]) -> None:
    result = run("lookup", *args)
    assert result.exit_code == 0
    assert "-" in result.stdout


def test_lookup_in_texts_of_ones_own(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "own.txt"
    text.write_text("The zone includes all of Tartus province, a spokesman said.\n", encoding="utf-8")
    told = run("lookup", "Tartus", "-f", text).stdout
    assert "In zone Tart" in told
    assert "“The zone includes all of Tartus province, a spokesman said.” own, undated" in told


def test_a_text_without_zones_is_an_answer(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "cake.txt"
    text.write_text("Bake the cake for an hour, then let it cool.\n", encoding="utf-8")
    for args in (("map", text), ("export", text), ("read", text), ("export", "--layer", "claims", text)):
        result = run(*args)
        assert result.exit_code == 0, args
        assert "no zones found" in result.stdout.lower() or "no claims found" in result.stdout
    assert not (tmp_path / "out").exists()
    assert run("lookup", "Saraqib", "-f", text).stdout.endswith(
        "In no zone: no zones found in these documents.\n"
    )
    assert json.loads(run("read", text, "--json").stdout)["zones"] == []


def test_an_output_asked_for_is_written_even_if_empty(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "cake.txt"
    text.write_text("Bake the cake for an hour, then let it cool.\n", encoding="utf-8")
    assert run("map", text, "-o", "cake.html").exit_code == 0
    assert run("export", text, "-o", "cake.geojson").exit_code == 0
    assert (tmp_path / "cake.html").read_text(encoding="utf-8") == to_html(webmap(zones.load(text)))
    assert json.loads((tmp_path / "cake.geojson").read_text(encoding="utf-8"))["features"] == []
