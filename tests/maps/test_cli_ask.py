"""``zonemap ask`` and ``--reading``: a model asked by hand or over a network, its answer read back, lies refused."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from maps.cli import main
from tests.zones.asking.conftest import ANSWER, TEXT
from tests.zones.asking.test_endpoint import KEY, Stub, said, sent, silent, stub

__all__ = ["stub"]  # a fixture

Run = Callable[..., Result]
ASKED = ("--published", "2018-03-05")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line beside the article and the right answer; a traceback is a failure of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ZONEMAP_MODEL_KEY", raising=False)
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "answer.json").write_text(json.dumps(ANSWER), encoding="utf-8")

    def runner(*args: object) -> Result:
        result = CliRunner().invoke(main, [str(arg) for arg in args])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return runner


def lies() -> dict[str, Any]:
    """An answer with two invented quotations, a place that does not exist and a status of its own."""
    answer = copy.deepcopy(ANSWER)
    right = answer["claims"][0]
    answer["zones"].append(
        {"name": "Homs", "quotes": ["The second zone is Homs province, all of it."], "area": "Homs province"}
    )
    answer["claims"] += [
        right | {"quotes": ["Peru's soldiers are on their way to Damascus, said the minister."]},
        right | {"place": "Atlantis", "zone": None},
        right | {"status": "almost certain"},
    ]
    return answer


def test_ask_prints_the_request_with_the_article_and_sends_nothing(run: Run, stub: Stub) -> None:
    result = run("ask", "article.txt", *ASKED)
    assert (result.exit_code, result.stderr) == (0, "")
    assert TEXT.splitlines()[-1] in result.stdout
    assert "published: 2018-03-05, Monday" in result.stdout
    assert run("ask", "article.txt", *ASKED, "-o", "request.txt").exit_code == 0
    assert Path("request.txt").read_text(encoding="utf-8").strip() == result.stdout.strip()
    assert stub.heard == []


def test_four_lies_are_refused_and_the_rest_is_on_the_map_marked(run: Run) -> None:
    Path("answer.json").write_text(json.dumps(lies()), encoding="utf-8")
    options = (*ASKED, "--reading", "answer.json")
    result = run("map", "article.txt", *options, "-o", "map.html")
    assert result.exit_code == 0
    refused = [line for line in result.stdout.splitlines() if "refused: " in line]
    reasons = (
        "zone 2 (Homs): “The second zone is Homs province, all of it.” does not stand in article",
        "claim 4 (PE planned): “Peru's soldiers are on their way to Damascus, said the minister.” does not stand",
        "claim 5 (PE planned): place = 'Atlantis': no place 'Atlantis' is known",
        "claim 6 (PE almost certain): status = 'almost certain'; expected one of agreed, planned",
    )
    assert len(refused) == len(reasons)
    assert all(reason in line for reason, line in zip(reasons, refused, strict=True))
    mark = "read by model M 1, verified, not reviewed"
    assert mark.removeprefix("read by ") in result.stdout
    page = Path("map.html").read_text(encoding="utf-8")
    assert "model M 1, verified" in page
    assert "Atlantis" not in page.replace("place = 'Atlantis': no place 'Atlantis' is known", "").replace(
        "\\u0027", "'"
    )
    told = json.loads(run("read", "article.txt", *options, "--json").stdout)
    assert (told["review"]["mark"], len(told["review"]["problems"])) == (mark, 4)
    assert [zone["name"] for zone in told["zones"]] == ["Idlib"]
    assert [(c["nationality"], c["status"]) for c in told["claims"]] == [
        ("PE", "planned"), ("FJ", "possible"), ("FJ", "rejected"),
    ]  # fmt: skip
    assert {item["made_by"]["name"] for item in (*told["zones"], *told["claims"])} == {"M 1"}
    report = run("read", "article.txt", *options).stdout
    assert mark in report
    assert "refused: claim 5" in " ".join(report.split())


@pytest.mark.parametrize("output", ["a.geojson", "a.json", "a.csv", "a.gpkg", "a.kml", "a.xlsx"])
def test_export_takes_an_answer(run: Run, output: str) -> None:
    result = run("export", "article.txt", *ASKED, "--reading", "answer.json", "-o", output)
    assert (result.exit_code, result.stderr) == (0, "")
    if output == "a.geojson":
        assert "M 1" in Path(output).read_text(encoding="utf-8")
    if output == "a.json":
        assert run("validate", output).exit_code == 0
        again = json.loads(run("read", output, "--json").stdout)
        assert again["review"]["mark"] == "read by model M 1, verified, not reviewed"


@pytest.mark.slow
def test_figure_lookup_and_explain_take_an_answer(run: Run) -> None:
    options = (*ASKED, "--reading", "answer.json")
    assert run("figure", "article.txt", *options, "-o", "a.svg").exit_code == 0
    assert "M 1" in Path("a.svg").read_text(encoding="utf-8")
    found = run("lookup", "Saraqib", "-f", "article.txt", *options)
    assert "In zone Idlib, whole" in found.stdout
    told = run("explain", "Fiji", "article.txt", *options)
    assert "rejected" in told.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"model": "M", "zones": [{"na', "breaks off"),
        ("no answer", "no JSON object"),
        ('{"model": "M", "zones": 1, "claims": []}', "not a list"),
        ('{"model": "M", "sha256": "00000000000000000000", "zones": [], "claims": []}', "is about a text"),
        ("x" * 2_000_001, "bytes"),
    ],
)
@pytest.mark.parametrize("name", ["map", "read"])
def test_an_answer_that_is_none_ends_in_words_and_code_1(run: Run, name: str, text: str, words: str) -> None:
    Path("answer.json").write_text(text, encoding="utf-8")
    result = run(name, "article.txt", "--reading", "answer.json")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("zonemap: answer.json: ")
    assert words in result.stderr
    assert not Path("out").exists()


def test_one_text_for_one_answer(run: Run) -> None:
    for files in ((), ("article.txt", "answer.json")):
        result = run("read", *files, "--reading", "answer.json")
        assert result.exit_code == 2
        assert "one text" in result.stderr
    assert "no such file" in run("read", "article.txt", "--reading", "none.json").stderr
    result = run("map", "article.txt", "--reading", "answer.json", "-o", "answer.json")
    assert (result.exit_code, "overwrite" in result.stderr) == (2, True)
    assert "answer of a language model" in run("read", "answer.json").stderr


def test_an_answer_in_fences_is_no_article_either(run: Run) -> None:
    Path("answer.txt").write_text(f"```json\n{json.dumps(ANSWER)}\n```\n", encoding="utf-8")
    result = run("read", "answer.txt")
    assert (result.exit_code, "answer of a language model" in result.stderr) == (1, True)
    assert run("read", "article.txt", *ASKED, "--reading", "answer.txt").exit_code == 0


# the round trip


def test_the_round_trip_writes_an_answer_that_can_be_read(
    run: Run, stub: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZONEMAP_MODEL_KEY", KEY)
    stub.reply = said(f"Here it is:\n```json\n{json.dumps(lies())}\n```")
    result = run("ask", "article.txt", *ASKED, "--model", "N 2", "--endpoint", stub.url, "-o", "its.json")
    assert result.exit_code == 0
    assert KEY not in result.output
    ((_, headers, body),) = stub.heard
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body["messages"][0]["content"].strip() == run("ask", "article.txt", *ASKED).stdout.strip()
    assert KEY not in Path("its.json").read_text(encoding="utf-8")
    told = json.loads(run("read", "article.txt", *ASKED, "--reading", "its.json", "--json").stdout)
    assert told["review"]["mark"] == "read by model N 2, verified, not reviewed"
    assert len(told["review"]["problems"]) == 4
    Path("article.txt").write_text(f"{TEXT}And more.\n", encoding="utf-8")
    assert "is about a text" in run("read", "article.txt", "--reading", "its.json").stderr


def test_without_o_the_answer_is_printed(run: Run, stub: Stub) -> None:
    stub.reply = said(json.dumps(ANSWER))
    result = run("ask", "article.txt", "--model", "N", "--endpoint", stub.url)
    assert json.loads(result.stdout)["model"] == "N"
    assert "not verified yet" in result.stderr
    quiet = run("ask", "article.txt", "--model", "N", "--endpoint", stub.url, "-q")
    assert (quiet.stdout, quiet.stderr) == (result.stdout, "")


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (silent, "no reply within 0.3 seconds"),
        (sent(b"{}", 503), "503"),
        (sent(b"nonsense"), "no chat completion"),
        (said("I am sorry."), "the answer of N: holds no JSON object"),
        (said('{"model": "N", "zones": [], "claims": [{"quo'), "breaks off"),
        (said('{"model": "N", "zones": [', "length"), "limit of words"),
    ],
)
def test_what_goes_wrong_leaves_no_file(run: Run, stub: Stub, reply: Any, words: str) -> None:
    stub.reply = reply
    seconds = 0.3 if reply is silent else 5
    args = ("--model", "N", "--endpoint", stub.url, "--timeout", seconds, "-o", "its.json")
    result = run("ask", "article.txt", *args)
    assert result.exit_code == 1
    assert words in result.stderr
    assert not Path("its.json").exists()


@pytest.mark.parametrize(
    "args",
    [("--model", "N"), ("--endpoint", "http://localhost/v1"), ("-o", "article.txt"), ("--timeout", "0")],
)
def test_what_was_not_meant_ends_with_code_2(run: Run, args: tuple[str, ...]) -> None:
    assert run("ask", "article.txt", *args).exit_code == 2
    assert Path("article.txt").read_text(encoding="utf-8") == TEXT


def test_a_text_that_is_none_is_refused(run: Run) -> None:
    assert run("ask", "none.txt").exit_code == 1
    assert "answer of a language model" in run("ask", "answer.json").stderr
    assert run("ask").exit_code == 2


@pytest.mark.slow
def test_the_request_goes_through_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "maps", "ask", "article.txt"], cwd=tmp_path, capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert TEXT.splitlines()[-1].encode() in done.stdout
