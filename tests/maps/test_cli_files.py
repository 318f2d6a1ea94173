"""Files as the command line takes them: standard input, folders, days for each, and what is told of a reading."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from maps.cli import main

Run = Callable[..., Result]
TEXT = (
    "Zones agreed\n\nThe zone includes all of Idlib province. "
    "Oman denied on Thursday that it would send soldiers to Idlib.\n"
)
HOMS = "More zones\n\nThe second zone includes all of Homs province, the envoy said on Thursday.\n"
GUESSED = (
    "Zones agreed\n\nThe zone includes all of Idlib’s countryside, the Élysée’s envoy said on Thursday.\n"
)
REVIEW = """by = "R. Haddad"
on = 2026-11-30

[[decision]]
do = "reject claim"
quote = "Oman denied on Thursday that it would send soldiers to Idlib."
nationality = "OM"
status = "denied"
"""
ANSWER = json.dumps({"model": "m", "zones": [], "claims": []})


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in a folder; a traceback is a failure of the test."""
    monkeypatch.chdir(tmp_path)

    def runner(*args: object, piped: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(arg) for arg in args], input=piped)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runner


PIPED = [
    ("read", "-"),
    ("read", "-", "--json"),
    ("map", "-", "-o", "out.html"),
    ("export", "-", "-o", "-"),
    ("explain", "Oman", "-"),
    ("lookup", "Saraqib", "-f", "-"),
    ("label", "points.csv", "labelled.csv", "-f", "-"),
    ("review", "-", "-o", "review.html"),
    ("ask", "-"),
    ("compare", "-", "--reading", "answer.json"),
]


@pytest.mark.parametrize("args", PIPED)
def test_every_command_takes_standard_input(run: Run, args: tuple[str, ...]) -> None:
    Path("article.txt").write_text(TEXT, "utf-8")
    Path("points.csv").write_text("lon,lat\n36.8,35.86\n", "utf-8")
    Path("answer.json").write_text(ANSWER, "utf-8")
    named = run(*("article.txt" if arg == "-" and args[n - 1] != "-o" else arg for n, arg in enumerate(args)))
    files = {path: path.read_bytes() for path in Path().iterdir() if path.suffix in {".html", ".csv"}}
    piped = run(*args, piped=TEXT)
    assert piped.exit_code == named.exit_code == 0, piped.stderr
    assert piped.stdout.replace("standard-input", "article").split() == named.stdout.split()
    for path, content in files.items():
        assert len(path.read_bytes()) == pytest.approx(len(content), abs=400)


def test_what_is_piped_in_may_have_a_review_and_a_day_of_its_own(run: Run) -> None:
    Path("my.review.toml").write_text(REVIEW, "utf-8")
    told = json.loads(
        run(
            "read", "-", "--json", "--review", "my.review.toml", "--published", "2017-06-23", piped=TEXT
        ).stdout
    )
    assert told["review"]["by"] == ["R. Haddad"]
    assert told["documents"][0]["id"] == "standard-input"
    assert told["documents"][0]["published"] == "2017-06-23"


@pytest.mark.parametrize(
    ("args", "piped", "code", "words"),
    [
        (("read", "-"), "", 1, "standard-input: is empty"),
        (("read", "-", "-"), TEXT, 2, "name it once"),
        (("read", "-"), b"%PDF-1.7\n", 1, "standard-input: is a damaged PDF"),
        (("read", "-"), b"\x00\x01", 1, "standard-input: is not text"),
        (("read", "-"), '{"zones": [], "claims": []}', 1, "standard-input: is an answer of a language model"),
        (("read", "none.txt", "-"), TEXT, 1, "none.txt: no such file"),
    ],
)
def test_what_is_piped_in_and_no_text_is_refused(
    run: Run, args: tuple[str, ...], piped: str | bytes, code: int, words: str
) -> None:
    result = run(*args, piped=piped)
    assert result.exit_code == code
    assert words in result.stderr
    assert result.stdout == ""


def test_a_terminal_is_told_how_to_end_what_is_pasted(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "maps", "read", "-"]
    with subprocess.Popen(
        command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, text=True
    ) as reading:
        os.close(theirs)
        os.write(ours, TEXT.encode() + b"\x04")
        told, error = reading.communicate(timeout=120)
        os.close(ours)
    assert error == "paste or type the text; end it with Ctrl-D on a line of its own\n"
    assert "standard-input" in told
    assert "all of Idleb governorate" in told


def test_notes_are_told_in_the_report_in_json_and_on_stderr(run: Run) -> None:
    Path("a.txt").write_bytes(GUESSED.encode("cp1252"))
    words = "is not UTF-8 and was read as windows-1252, a guess; look at Idlib’s, Élysée’s"
    report = run("read", "a.txt")
    assert f"note: a: {words}" in " ".join(report.stdout.split())
    assert report.stderr == ""
    as_json = run("read", "a.txt", "--json")
    assert json.loads(as_json.stdout)["documents"][0]["notes"] == [words]
    for result in (
        as_json,
        run("map", "a.txt", "-o", "a.html"),
        run("lookup", "Saraqib", "-f", "a.txt"),
        run("review", "a.txt"),
    ):
        assert result.stderr == f"zonemap: note: a: {words}\n"
    assert run("map", "a.txt", "-o", "a.html", "-q").stderr == ""
    assert words in Path("a.html").read_text("utf-8")
    assert words in Path("out/review.html").read_text("utf-8")


def test_a_folder_and_a_day_for_each_text(run: Run) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(TEXT, "utf-8")
    Path("news/b.txt").write_text(HOMS, "utf-8")
    Path("news/notes.xlsx").write_text("x", "utf-8")
    days = ("--published", "news/a.txt=2017-06-23", "--published", "news/b.txt=2018-01-02")
    result = run("read", "news", *days, "--json")
    told = json.loads(result.stdout)
    assert [(d["id"], d["published"]) for d in told["documents"]] == [
        ("a", "2017-06-23"),
        ("b", "2018-01-02"),
    ]
    assert {claim["said_on"] for claim in told["claims"]} == {"2017-06-22"}
    assert run("read", "news/b.txt", "news/a.txt", *days, "--json").exit_code == 0
    one = json.loads(run("read", "news", "--published", "2017-06-23", "--json").stdout)
    assert {d["published"] for d in one["documents"]} == {"2017-06-23"}


@pytest.mark.parametrize(
    ("days", "code", "words"),
    [
        (("2017-06-23", "2018-01-02"), 2, "one day for all files, or FILE=YYYY-MM-DD once for each"),
        (("2017-06-23", "a.txt=2018-01-02"), 2, "one day for all files"),
        (("a.txt=2017-06-23", "a.txt=2018-01-02"), 2, "once for each"),
        (("a.txt=23.6.2017",), 2, "'23.6.2017' is no date; expected YYYY-MM-DD"),
        (("a.txt=",), 2, "'' is no date"),
        (("a.txt",), 2, "'a.txt' is no date"),
        (("c.txt=2017-06-23",), 1, "c.txt: has a day of publication and is none of the texts"),
    ],
)
def test_days_that_do_not_fit_are_refused(run: Run, days: tuple[str, ...], code: int, words: str) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    Path("b.txt").write_text(HOMS, "utf-8")
    result = run("read", "a.txt", "b.txt", *(part for day in days for part in ("--published", day)))
    assert result.exit_code == code
    assert words in result.stderr


def test_a_file_with_an_equals_sign_in_its_name(run: Run) -> None:
    Path("a=b.txt").write_text(TEXT, "utf-8")
    told = json.loads(run("read", "a=b.txt", "--published", "a=b.txt=2017-06-23", "--json").stdout)
    assert told["documents"][0]["published"] == "2017-06-23"


def test_a_text_that_is_named_twice_is_told(run: Run) -> None:
    Path("a.txt").write_text(TEXT, "utf-8")
    result = run("map", "a.txt", "a.txt", "-o", "a.html")
    assert result.exit_code == 0
    assert result.stderr == "zonemap: note: a: a.txt is the same text; counted once\n"
    assert "documents   1: a (undated)" in result.stdout


def test_an_output_in_a_folder_replaces_none_of_its_texts(run: Run) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(TEXT, "utf-8")
    Path("news/b.html").write_text("<p>Idlib</p>", "utf-8")
    result = run("map", "news", "-o", "news/b.html")
    assert result.exit_code == 2
    assert "would overwrite what is to be read" in result.stderr


@pytest.mark.parametrize(
    "args", [("map", "-o", "own.html"), ("review", "-o", "own.html"), ("figure", "-o", "own.pdf")]
)
def test_a_map_of_this_tool_is_no_article(run: Run, args: tuple[str, ...]) -> None:
    run(*args)
    result = run("read", args[-1])
    assert result.exit_code == 1
    assert "is a map that this tool wrote, no article; name the text that it was made from" in result.stderr


@pytest.mark.parametrize("args", [("ask", "news"), ("compare", "news", "--reading", "answer.json")])
def test_what_is_about_one_text_takes_no_folder_of_two(run: Run, args: tuple[str, ...]) -> None:
    Path("answer.json").write_text(ANSWER, "utf-8")
    Path("news").mkdir()
    for name, text in (("a", TEXT), ("b", HOMS)):
        Path(f"news/{name}.txt").write_text(text, "utf-8")
    result = run(*args)
    assert result.exit_code == 2
    assert "news holds 2 texts" in result.stderr
    Path("news/b.txt").unlink()
    assert run(*args).exit_code == 0


def test_a_review_page_of_a_folder_is_of_all_its_texts(run: Run) -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(TEXT, "utf-8")
    Path("news/a.review.toml").write_text(REVIEW, "utf-8")
    Path("news/b.txt").write_text(HOMS, "utf-8")
    assert run("review", "news", "-o", "r.html").exit_code == 0
    page = Path("r.html").read_text("utf-8")
    assert "articles.review.toml" in page
    assert "R. Haddad" in page
