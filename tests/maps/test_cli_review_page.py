"""`zonemap review`: the page is written from texts and reviews, or the command says why not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from maps.cli import main

Run = Callable[..., Result]

DENIAL = "Oman denied on Sunday that it would send soldiers to Idlib."
ZONE = "The zone covers northern Homs."
TEXT = f"Talks \U0001f54a\n\n{DENIAL} {ZONE}\n"
WHO = 'by = "R. Haddad"\non = 2026-11-30\n'
REJECT = """
[[decision]]
do = "reject claim"
quote = "Oman denied on Sunday"
nationality = "OM"
status = "denied"
"""
TITLE = """
[[decision]]
do = "set document"
title = "Talks in Muscat"
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line beside a text; a traceback is a failure of the test."""
    monkeypatch.chdir(tmp_path)
    Path("talks.txt").write_text(TEXT, encoding="utf-8")

    def runner(*args: str) -> Result:
        result = CliRunner().invoke(main, args)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runner


def data(file: str = "out/review.html") -> Any:
    page = Path(file).read_text(encoding="utf-8")
    found = re.search(r'<script type="application/json" id="review-data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_page_holds_the_text_and_where_each_item_stands_in_it(run: Run) -> None:
    result = run("review", "talks.txt")
    assert result.exit_code == 0
    assert "to decide   1 zone, 1 claim, 0 passed-over sentences" in result.output
    page = data()
    assert page["documents"][0]["text"] == TEXT
    units = TEXT.encode("utf-16-le")  # as JavaScript counts
    spans = [item["spans"][0] for item in page["items"]]
    quotes = [units[2 * start : 2 * end].decode("utf-16-le") for _, start, end in spans]
    assert quotes == [DENIAL, ZONE]
    assert (page["name"], page["beside"], page["decisions"]) == ("talks.review.toml", "talks.txt", [])


def test_the_same_text_gives_the_same_page(run: Run) -> None:
    run("review", "talks.txt", "-o", "a.html")
    run("review", "talks.txt", "-o", "b.html")
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_decisions_beside_the_text_are_shown_as_decided(run: Run) -> None:
    Path("talks.review.toml").write_text(WHO + REJECT + TITLE, encoding="utf-8")
    assert run("review", "talks.txt").exit_code == 0
    page = data()
    claim = next(item["key"] for item in page["items"] if item["kind"] == "claim")
    assert [decision["item"] for decision in page["decisions"]] == [claim, None]
    assert page["documents"][0]["title"] == "Talks in Muscat"
    run("review", "talks.txt", "--as-read")
    assert data()["decisions"] == []


def test_a_review_may_stand_elsewhere_and_be_of_several_texts(run: Run) -> None:
    Path("more.txt").write_text("More\n\nThe zone covers Quneitra province.\n", encoding="utf-8")
    Path("both.toml").write_text(WHO + REJECT, encoding="utf-8")
    assert run("review", "talks.txt", "more.txt", "--review", "both.toml").exit_code == 0
    page = data()
    assert [document["id"] for document in page["documents"]] == ["talks", "more"]
    assert (page["name"], page["beside"]) == ("articles.review.toml", None)
    assert page["decisions"][0]["item"]


def test_a_decision_that_no_longer_fits_is_told(run: Run) -> None:
    Path("talks.review.toml").write_text(WHO + REJECT.replace('"denied"', '"agreed"'), encoding="utf-8")
    result = run("review", "talks.txt")
    assert result.exit_code == 0
    assert "there is nothing to decide" in result.output
    assert data()["decisions"][0]["item"] is None


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("none.txt",), 1, "none.txt"),
        (("talks.txt", "-o", "talks.txt"), 2, "would overwrite what is to be read"),
        (("talks.txt", "--review", "a.toml", "--as-read"), 2, "opposite"),
        (("model.json",), 1, "is a full model, which holds quotations only"),
        (("talks.txt", "--review", "wrong.toml"), 1, "wrong.toml: decision 1"),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_written(
    run: Run, args: tuple[str, ...], code: int, words: str
) -> None:
    run("export", "talks.txt", "-o", "model.json")
    wrong = WHO + REJECT.replace("Oman denied on Sunday", "Chad will never, ever come")
    Path("wrong.toml").write_text(wrong, encoding="utf-8")
    result = run("review", *args)
    assert result.exit_code == code
    assert words in result.stderr
    assert not Path("out").exists()
