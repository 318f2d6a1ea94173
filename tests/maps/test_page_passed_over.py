"""Rules, paths and sentences passed over on the page: there for whoever asks, in the reader's language."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maps
from maps.archive import archive_html
from maps.assets import languages
from maps.payload import payload
from tests.considered import PATH, RULE, abroad, considered
from tests.maps.conftest import OpenPage
from tests.maps.test_page_speed import HEAVIEST_BYTES
from zones import Reason

if TYPE_CHECKING:
    from zones import PassedOver, ZoneSet


@pytest.fixture(scope="module")
def told(zone_set: ZoneSet) -> ZoneSet:
    return considered(zone_set)


@pytest.fixture(scope="module")
def file(told: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maps.save_html(told, tmp_path_factory.mktemp("passed") / "zones.html")


def word(passed: PassedOver, language: str) -> str:
    return str(languages()[language]["words"][f"reason_{passed.reason}".replace(" ", "_")])


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_fold_lists_each_sentence_with_reason_detail_and_document(
    open_page: OpenPage, file: Path, told: ZoneSet, language: str
) -> None:
    page = open_page(file, fragment=f"lang={language}").page
    fold = page.locator("#panel .passed-fold")
    assert fold.locator(".count").inner_text() == str(len(told.passed_over))
    assert fold.locator("li").count() == 0
    fold.locator("summary").click()
    fold.locator("li").first.wait_for()
    titles = {document.id: document.title for document in told.documents}
    rows = fold.locator(".passed-over > li").all_inner_texts()
    for passed, row in zip(told.passed_over, rows, strict=True):
        assert row.splitlines()[0] == word(passed, language)
        assert passed.text in row
        assert passed.detail in row
        assert titles[passed.evidence[0].document] in row
        assert f"{passed.evidence[0].start}–{passed.evidence[0].end}" in row


@pytest.mark.browser
def test_the_fold_is_opened_by_keyboard_and_stays_open_in_another_language(
    open_page: OpenPage, file: Path
) -> None:
    page = open_page(file).page
    page.locator("#panel .passed-fold summary").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel .passed-over li")
    page.click(".language")
    page.wait_for_selector("html[lang=ar] #panel .passed-over li")


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_nothing_runs_over_the_edge(open_page: OpenPage, file: Path, size: tuple[int, int]) -> None:
    page = open_page(file, size=size, fragment="show=nationality:KZ").page
    over = "node => node.scrollWidth - node.clientWidth"
    assert page.locator("#panel-body").evaluate(over) <= 0
    page.evaluate("location.hash = ''; document.querySelector('.panel-back').click()")
    page.locator("#panel .passed-fold").evaluate("node => { node.open = true; }")
    page.wait_for_selector("#panel .passed-over li", state="attached")
    assert page.locator("#panel-body").evaluate(over) <= 0


@pytest.mark.browser
@pytest.mark.parametrize("selection", ["zone:idlib", "nationality:KZ"])
def test_each_claim_shows_its_rule_and_path_under_its_quotation(
    open_page: OpenPage, file: Path, selection: str
) -> None:
    page = open_page(file, fragment=f"show={selection}").page
    claims = page.locator(".part-claims .claim")
    shown = page.locator(".part-claims .claim > :last-child").all_inner_texts()
    assert claims.count() == len(shown) > 3
    assert set(shown) == {f"Rule {RULE} · {PATH}"}


@pytest.mark.browser
def test_a_page_without_them_says_nothing_of_them(
    open_page: OpenPage, zone_set: ZoneSet, tmp_path: Path
) -> None:
    claims = tuple(replace(claim, rule="", path="") for claim in zone_set.claims)
    bare = maps.save_html(replace(zone_set, claims=claims, passed_over=()), tmp_path / "bare.html")
    page = open_page(bare, fragment="show=nationality:KZ").page
    assert page.locator(".claim-rule").count() == 0
    assert page.locator(".passed-fold").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason.NOT_SYRIA, "these documents are not about Syria"),
        (Reason.LEAVING, "2 sentences were considered and passed over"),
        (None, "no sentence of these documents was taken to speak"),
    ],
)
def test_an_empty_page_says_why(
    open_page: OpenPage, zone_set: ZoneSet, tmp_path: Path, reason: Reason | None, words: str
) -> None:
    empty = abroad(zone_set)
    rows = () if reason is None else tuple(replace(row, reason=reason) for row in empty.passed_over)
    page = open_page(maps.save_html(replace(empty, passed_over=rows), tmp_path / "empty.html")).page
    assert words in page.locator("#panel .notice").inner_text()


@pytest.mark.browser
def test_the_text_version_holds_them(open_page: OpenPage, file: Path, told: ZoneSet) -> None:
    page: Any = open_page(file).page
    page.click(".action-text")
    page.wait_for_selector("#text-version .passed-over li")
    text = page.locator("#text-version").inner_text()
    for passed in told.passed_over:
        assert passed.text in text
        assert passed.detail in text
        assert word(passed, "en") in text
    assert PATH in text


@pytest.mark.browser
def test_claims_are_saved_with_rule_and_path(open_page: OpenPage, file: Path) -> None:
    page = open_page(file).page
    page.locator(".menu-button", has_text="Save").first.click()
    with page.expect_download() as download:
        page.get_by_text("Claims as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert {(row["rule"], row["path"]) for row in rows} == {(RULE, PATH)}


def test_without_scripts_the_page_tells_them_too(told: ZoneSet) -> None:
    bad = replace(told.passed_over[0], text="<b>bold</b>", detail="<i>why</i>")
    text = archive_html(payload(replace(told, passed_over=(bad, *told.passed_over))), "Zones")
    assert "&lt;b&gt;bold&lt;/b&gt;" in text
    assert "<b>" not in text
    assert "<i>" not in text
    assert all(str(passed.reason) in text for passed in told.passed_over)
    assert text.count("possible: could &lt; proposed") == len(told.claims)


def test_the_page_stays_light(file: Path) -> None:
    assert file.stat().st_size <= HEAVIEST_BYTES
