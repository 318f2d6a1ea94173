"""The examples of the README and the documentation print what the pages say they print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages import ROOT, TAKEN_ALONG, executed, pages, without_sizes

SLOW = {
    "docs/howto/claims.md",
    "docs/howto/print.md",
    "docs/howto/python.md",
    "docs/howto/serve.md",
}  # they draw figures or start a server
NAMES = [page.relative_to(ROOT).as_posix() for page in pages()]
CASES = [pytest.param(name, marks=[pytest.mark.slow] if name in SLOW else []) for name in NAMES]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_examples_print_what_the_page_shows(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    text = (ROOT / name).read_text(encoding="utf-8")
    assert without_sizes(executed(text, tmp_path)) == without_sizes(text)


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "howto").glob("*.md")), ids=lambda page: page.name)
def test_no_guide_shows_a_command_that_is_not_run(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = re.findall(r"^\$? ?zonemap .*", text, re.MULTILINE)
    run = re.findall(
        r"^\$ zonemap .*", "".join(re.findall(r"```console\n(.*?)```", text, re.DOTALL)), re.MULTILINE
    )
    assert shown == run


def test_an_output_that_is_not_so_is_seen(tmp_path: Path) -> None:
    page = "```console\n$ zonemap lookup Atlantis\nfound\n```\n\n```pycon\n>>> 1 + 1\n3\n```\n"
    real = executed(page, tmp_path)
    assert "no place in Syria is known as 'Atlantis'" in real
    assert real.endswith("```pycon\n>>> 1 + 1\n2\n```\n")


def test_the_example_in_python_writes_the_files_it_names(tmp_path: Path) -> None:
    executed(README, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        *(*TAKEN_ALONG, "zones.html", "claims.geojson"),
        *("talks.txt", "talks.review.toml"),
    }


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_links_and_pictures_are_there(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_target_of_make_is_told() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.findall(r"`?make ([a-z]+)", README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert {"map", "test"} <= set(named)
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
