"""What commands do with review files, and with files of their own given as texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maps.cli import main

Run = Callable[..., Result]

TEXT = "Talks\n\nOman denied on Sunday that it would send soldiers to Idlib. The zone covers northern Homs.\n"
REVIEW = """
[[decision]]
do = "reject claim"
by = "R. Haddad"
on = 2026-11-30
quote = "Oman denied on Sunday that it would send soldiers to Idlib."
nationality = "OM"
status = "denied"
note = "it spoke of Yemen"
"""
REVIEWED = "rules, reviewed by R. Haddad on 2026-11-30 (1 rejected; 1 undecided)"

MARK = f"read by {REVIEWED}"


@pytest.fixture
def run() -> Run:
    """Run the command line; a traceback is a failure of the test."""

    def runner(*args: str) -> Result:
        result = CliRunner().invoke(main, args)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runner


@pytest.fixture
def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("talks.txt").write_text(TEXT, encoding="utf-8")
    Path("talks.review.toml").write_text(REVIEW, encoding="utf-8")
    return "talks.txt"


def test_a_report_says_what_was_rejected_by_whom_and_why(run: Run, talks: str) -> None:
    told = run("read", talks).stdout
    assert MARK in told
    assert "Rejected (1)" in told
    assert "it spoke of Yemen" in told
    assert "Claims about monitors" not in told


def test_the_review_is_left_out_when_asked(run: Run, talks: str) -> None:
    told = run("read", talks, "--as-read").stdout
    assert "read by rules, not reviewed" in told
    assert "Oman         denied" in told


def test_a_review_may_stand_elsewhere(run: Run, talks: str) -> None:
    Path("talks.review.toml").rename("other.toml")
    assert "not reviewed" in run("read", talks).stdout
    assert MARK in run("read", talks, "--review", "other.toml").stdout


def test_two_wishes_that_exclude_each_other(run: Run, talks: str) -> None:
    result = run("read", talks, "--review", "talks.review.toml", "--as-read")
    assert result.exit_code == 2
    assert "opposite" in result.stderr


def test_a_bad_review_ends_the_command_in_words_and_writes_nothing(run: Run, talks: str) -> None:
    Path("talks.review.toml").write_text(REVIEW.replace("denied", "perhaps"), encoding="utf-8")
    result = run("map", talks, "-o", "map.html")
    assert result.exit_code == 1
    assert "talks.review.toml: decision 1: status = 'perhaps'; expected one of agreed" in result.stderr
    assert not Path("map.html").exists()


@pytest.mark.parametrize("name", ["zones.geojson", "zones.json", "zones.csv", "zones.kml"])
def test_every_export_says_whether_it_was_reviewed(run: Run, talks: str, name: str) -> None:
    run("export", talks, "-o", name)
    meta = Path(f"{name}-metadata.json")
    told = Path(name).read_text(encoding="utf-8") + (
        meta.read_text(encoding="utf-8") if meta.exists() else ""
    )
    assert MARK in told
    assert (
        "OM" not in {row.get("nationality") for row in json.loads(told)["claims"]}
        if name == "zones.json"
        else True
    )


def test_a_map_holds_the_mark_and_not_what_was_rejected(run: Run, talks: str) -> None:
    told = run("map", talks, "-o", "map.html").stdout
    assert REVIEWED in told
    page = Path("map.html").read_text(encoding="utf-8")
    assert "R. Haddad" in page
    assert "Oman denied" not in page


def test_a_full_model_is_shown_again(run: Run, talks: str) -> None:
    run("export", talks, "-o", "model.json")
    assert REVIEWED in run("map", "model.json", "-o", "map.html").stdout
    assert run("lookup", "Rastan", "-f", "model.json").exit_code == 0
    run("export", "model.json", "-o", "again.json")
    assert Path("again.json").read_bytes() == Path("model.json").read_bytes()


OWN = [
    (("export", "-o", "own.geojson"), "own.geojson", "is GeoJSON, no article"),
    (("read", "--json"), "own.json", "is the output of zonemap read --json, no article"),
]


@pytest.mark.parametrize(("command", "file", "told"), OWN)
def test_files_of_its_own_are_no_articles(
    run: Run, talks: str, command: tuple[str, ...], file: str, told: str
) -> None:
    result = run(command[0], talks, *command[1:])
    if "--json" in command:
        Path(file).write_text(result.stdout, encoding="utf-8")
    again = run("read", file)
    assert again.exit_code == 1
    assert told in again.stderr


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.review.toml", REVIEW, "is a review file, no article; name the text that it reviews"),
        ("a.txt", REVIEW, "is a review file"),
        ("sources.toml", 'file = "a.txt"\n', "is TOML, no article"),
        ("a.json", "[1, 2]", "is JSON, no article"),
        ("answer.json", '{"zones": [], "claims": []}', "is an answer of a language model"),
    ],
)
def test_data_is_no_article(run: Run, talks: str, name: str, text: str, told: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    result = run("read", name)
    assert result.exit_code == 1
    assert told in result.stderr


def test_a_model_beside_texts_is_refused(run: Run, talks: str) -> None:
    run("export", talks, "-o", "model.json")
    result = run("read", "model.json", talks)
    assert result.exit_code == 1
    assert "name it by itself" in result.stderr


def test_an_article_that_opens_with_a_bracket_is_one(run: Run, talks: str) -> None:
    Path("b.txt").write_text(
        "[Updated] Oman will send soldiers to Idlib, its minister said.", encoding="utf-8"
    )
    assert "Oman" in run("read", "b.txt").stdout
