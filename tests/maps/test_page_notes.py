"""What the map's panel and the review page tell of how a document was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import maps
from maps.assets import languages
from maps.review_page import review_html
from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

NOTE = "is not UTF-8 and was read as windows-1252, a guess; look at <b>Élysée</b>"


@pytest.fixture(scope="module")
def noted(zone_set: ZoneSet) -> ZoneSet:
    first, *others = zone_set.documents
    return replace(zone_set, documents=(replace(first, notes=(NOTE, "a second note")), *others))


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_panel_shows_the_notes_of_a_document(
    open_page: OpenPage, noted: ZoneSet, tmp_path: Path, language: str
) -> None:
    page = open_page(maps.save_html(noted, tmp_path / "a.html"), fragment=f"lang={language}").page
    word = languages()[language]["words"]["document_note"]
    first, second = page.locator("#panel .documents > li").all()
    told = first.text_content()
    assert f"{word}: {NOTE}" in told
    assert f"{word}: a second note" in told
    assert word not in (second.text_content() or "")


@pytest.mark.browser
def test_the_review_page_shows_the_notes_of_a_document(
    open_page: OpenPage, noted: ZoneSet, tmp_path: Path
) -> None:
    (file := tmp_path / "review.html").write_text(
        review_html(noted, (), name="a.review.toml", beside=None), "utf-8"
    )
    heads = open_page(file).page.locator(".text-head").all_text_contents()
    assert f"Note: {NOTE}" in heads[0]
    assert "Note:" not in heads[1]
