"""``zonemap compare`` with one text: rules, models and a reviewer side by side, printed or as a page."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from maps.cli import main
from tests.maps.axe import violations
from tests.zones.asking.conftest import ANSWER, FIJI, TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Run = Callable[..., Result]
DAY = ("--published", "2018-03-05")
REVIEW = f"""
by = "<b>R.</b> Haddad"
on = 2026-11-30
[[decision]]
do = "reject claim"
quote = "{FIJI}"
nationality = "FJ"
status = "proposed"
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line beside a text, two answers and a review; a traceback is a failure of the test."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "right.json").write_text(json.dumps(ANSWER), encoding="utf-8")
    other = copy.deepcopy(ANSWER)
    other["model"] = "<script>alert(1)</script>"
    other["claims"][1]["status"] = "proposed"
    other["claims"][2]["quotes"] = ["<img src=x onerror=alert(1)> Jordan rejects it."]
    (tmp_path / "other.json").write_text(json.dumps(other), encoding="utf-8")
    (tmp_path / "my.review.toml").write_text(REVIEW, encoding="utf-8")

    def runner(*args: object) -> Result:
        result = CliRunner().invoke(main, [str(arg) for arg in args])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return runner


def test_rules_model_and_reviewer_are_printed_side_by_side(run: Run) -> None:
    result = run("compare", "article.txt", *DAY, "--reading", "other.json", "--review", "my.review.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    told = " ".join(result.stdout.split())
    assert "read by rules, not reviewed" in told
    assert "verified, reviewed by <b>R.</b> Haddad on 2026-11-30 (1 rejected; 2 undecided)" in told
    assert told.count("refused: claim 3") == 1
    assert "1 zone, 1 not the same in all" in told
    for word in ("differs in", "possible;", "proposed;", "Fiji"):
        assert word in told


def test_a_review_beside_the_text_is_found(run: Run) -> None:
    Path("my.review.toml").rename("article.review.toml")
    told = run("compare", "article.txt", *DAY, "--reading", "other.json").stdout
    assert "Haddad" in told
    rules = run("compare", "article.txt", *DAY).stdout
    assert "reviewed" in rules


def test_several_answers_each_have_a_column(run: Run) -> None:
    Path("again.json").write_text(Path("right.json").read_text(encoding="utf-8"), encoding="utf-8")
    told = run("compare", "article.txt", *DAY, "--reading", "right.json", "--reading", "again.json").stdout
    assert "M 1 (again.json)" in told


def test_the_page_holds_the_same_with_everything_escaped(run: Run) -> None:
    options = (*DAY, "--reading", "other.json", "--review", "my.review.toml")
    result = run("compare", "article.txt", *options, "-o", "compared.html")
    assert result.exit_code == 0
    page = Path("compared.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert not re.search(r"<(script|img|b)\b", page)
    assert "://" not in page
    assert page.count("<tr>") == 2 + 1 + 3
    run("compare", "article.txt", *options, "-o", "again.html")
    assert Path("again.html").read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("article.txt",), 2, "nothing to compare"),
        (("article.txt", "right.json", "other.json"), 2, "two saved outputs, or one text"),
        (("article.txt", "right.json", "--reading", "other.json"), 2, "two saved outputs, or one text"),
        (("article.txt", "--reading", "right.json", "-o", "right.json"), 2, "overwrite"),
        (("article.txt", "--reading", "my.review.toml"), 1, "no JSON"),
        (("article.txt", "--review", "right.json"), 1, "is known"),
        (("none.txt", "--reading", "right.json"), 1, "no such file"),
        ((), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_compared_is_told(run: Run, args: tuple[str, ...], code: int, words: str) -> None:
    result = run("compare", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert words in result.stderr


@pytest.mark.browser
@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark", "size": (360, 740)}])
def test_axe_finds_nothing_on_the_page(run: Run, browser: Browser, options: dict[str, object]) -> None:
    run("compare", "article.txt", *DAY, "--reading", "other.json", "-o", "compared.html")
    context = browser.new_context(color_scheme=options.get("color_scheme"), bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    width, height = options.get("size", (1280, 800))  # type: ignore[misc]
    page.set_viewport_size({"width": width, "height": height})
    page.goto(Path("compared.html").resolve().as_uri())
    found = violations(page)
    context.close()
    assert found == []
