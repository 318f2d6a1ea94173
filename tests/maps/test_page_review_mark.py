"""Whether a person has reviewed the reading: said in the panel, on the map, in the figure, and of each item."""

from __future__ import annotations

from pathlib import Path

import pytest

import maps
import zones
from maps.figure import figure
from tests.maps.conftest import OpenPage
from zones import ZoneSet
from zones.review import read_review

HOSTILE = "<img src=x onerror=alert(1)>"
REVIEW = f"""
by = "R. Haddad"
on = 2026-11-30
[[decision]]
do = "mend claim"
quote = "Peruvian police may patrol the zone in Homs"
nationality = "PE"
status = "possible"
to = {{status = "proposed", said_by = "{HOSTILE}"}}
note = "{HOSTILE}"
"""


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> ZoneSet:
    path = tmp_path_factory.mktemp("talks") / "talks.txt"
    path.write_text(
        "The zone covers northern Homs. Peruvian police may patrol the zone in Homs.", encoding="utf-8"
    )
    return zones.load(path)


@pytest.fixture(scope="module")
def files(read: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("page")
    sets = {"read": read, "reviewed": read.review(read_review(REVIEW))}
    return {name: maps.save_html(one, folder / f"{name}.html") for name, one in sets.items()}


@pytest.mark.browser
@pytest.mark.parametrize(("language", "told"), [("en", "Read by rules, not reviewed"), ("ar", "لم تُراجَع")])
def test_a_stranger_sees_that_nobody_has_reviewed_it(
    open_page: OpenPage, files: dict[str, Path], language: str, told: str
) -> None:
    page = open_page(files["read"], fragment=f"lang={language}").page
    assert told in page.locator("#panel .review-mark").inner_text()
    assert told in page.locator(".map-note").inner_text()


@pytest.mark.browser
def test_the_page_says_who_reviewed_what_and_what_it_was_before(
    open_page: OpenPage, files: dict[str, Path]
) -> None:
    page = open_page(files["reviewed"], fragment="show=nationality:PE").page
    decided = page.locator("#panel .review-verdict").first.inner_text()
    assert decided.startswith("mended by R. Haddad, 30 November 2026")
    assert "before: possible" in decided
    assert HOSTILE in decided
    assert page.locator("#panel img").count() == 0


@pytest.mark.browser
def test_what_nobody_has_decided_on_is_marked_once_a_review_was_begun(
    open_page: OpenPage, files: dict[str, Path]
) -> None:
    begun, untouched = open_page(files["reviewed"]).page, open_page(files["read"]).page
    for where in (".callout", "#legend-body", "#panel .zone-row"):
        assert begun.locator(f"{where} .open-mark").all_text_contents() == ["not reviewed"], where
        assert untouched.locator(f"{where} .open-mark").count() == 0, where
    decided = open_page(files["reviewed"], fragment="show=nationality:PE").page
    decided.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert decided.locator("#panel .claim").count() > 0
    assert decided.locator("#panel .claim .open-mark").count() == 0


@pytest.mark.slow
def test_a_figure_says_so(read: ZoneSet) -> None:
    texts = " ".join(
        text.get_text() for text in figure(read).findobj(match=lambda one: hasattr(one, "get_text"))
    )
    assert "read by rules, not reviewed" in " ".join(texts.split())
