"""Reasons, standings, checks and the scale bar in Arabic; what the language lacks stays English, marked as such."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import zones
from maps import save_html, webmap
from maps.assets import languages
from tests.maps.conftest import OpenPage
from zones.reasons import Why

SLOT = re.compile(r"\{(\w+)\}")


def test_every_reason_has_arabic_and_nothing_else_has() -> None:
    assert sorted(english for english, _ in languages()["ar"]["sentences"]) == sorted(Why)


def test_a_reason_is_taken_for_no_other() -> None:
    sentences = [english for english, _ in languages()["ar"]["sentences"]]
    for why in Why:
        told = why.told(**dict.fromkeys(SLOT.findall(why), "Fulan"))
        assert next(english for english in sentences if pattern(english).fullmatch(told)) == why


def pattern(english: str) -> re.Pattern[str]:
    """Return what the page's script finds a sentence by (`pattern` in sentences.js)."""
    return re.compile(re.sub(r"\\\{\w+\\\}", "[^;]+?", re.escape(english)))


def test_arabic_sentences_have_no_english_but_what_is_typed() -> None:
    for english, own in languages()["ar"]["sentences"]:
        assert set(re.findall(r"[A-Za-z]+", SLOT.sub("", own))) <= {"places", "P", "code"}, english


def test_sentences_have_the_same_slots_on_both_sides() -> None:
    for english, own in languages()["ar"]["sentences"]:
        assert sorted(SLOT.findall(english)) == sorted(SLOT.findall(own)), english


@pytest.mark.browser
def test_the_seeds_reasons_are_in_arabic_and_only_speakers_are_not(open_page: OpenPage) -> None:
    watched = open_page(fragment="lang=ar")
    seen = []
    for zone in ("idlib", "northern-homs", "eastern-ghouta", "jordanian-border"):
        watched.show(f"lang=ar&show=zone:{zone}")
        watched.page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        seen += watched.page.evaluate(
            """() => [...document.querySelectorAll("#panel :is(.why, .reason, .detail)")].map(node => {
              const copy = node.cloneNode(true);
              if (node.matches(".why")) copy.querySelectorAll("bdi").forEach(name => name.remove());
              return copy.textContent;
            })"""
        )
    assert len(seen) > 25
    assert [words for words in seen if re.search(r"[A-Za-z]", words)] == []


@pytest.mark.browser
def test_names_are_those_of_the_unit_itself_and_not_of_one_that_sounds_alike(open_page: OpenPage) -> None:
    page: Any = open_page(fragment="lang=ar&show=zone:jordanian-border").page
    reasons = page.locator("#panel .reason").all_text_contents()
    assert sum("ناحية ملح " in words for words in reasons) == 1  # and not al-Maliha, which folds alike


@pytest.mark.browser
def test_sides_of_rivers_and_strips_along_roads_have_arabic_reasons(
    open_page: OpenPage, tmp_path: Path
) -> None:
    text = tmp_path / "zones.txt"
    text.write_text(
        "The first zone covers Deir ez-Zor province east of the Euphrates. The second zone covers a corridor 6 km "
        "north and 6 km south of the M4 in Idlib province.",
        encoding="utf-8",
    )
    told = zones.load(text)
    watched = open_page(save_html(webmap(told), tmp_path / "zones.html"), fragment="lang=ar")
    reasons = []
    for zone in told.zones:
        watched.show(f"lang=ar&show=zone:{zone.id}")
        reasons += watched.page.locator("#panel .reason").all_text_contents()
    assert any("نهر الفرات" in reason for reason in reasons)
    assert any("الطريق M4" in reason for reason in reasons)
    assert [reason for reason in reasons if re.search(r"[A-Za-z]{3}", reason)] == []


@pytest.mark.browser
def test_words_that_put_nothing_on_the_map_have_arabic_reasons(open_page: OpenPage, tmp_path: Path) -> None:
    text = tmp_path / "zones.txt"
    text.write_text(
        "The zone includes Idlib province, Saraqeeb, Kafr Fulan and Ariha, the outskirts of Aleppo and areas held by "
        "rebels in Hama province.",
        encoding="utf-8",
    )
    told = zones.load(text)
    (zone,) = told.zones
    assert zone.unread
    assert len(zone.unresolved) > 1
    watched = open_page(
        save_html(webmap(told), tmp_path / "zones.html"), fragment=f"lang=ar&show=zone:{zone.id}"
    )
    reasons = watched.page.evaluate(
        """() => [...document.querySelectorAll("#panel .detail")].map(node => {
          const copy = node.cloneNode(true);
          copy.querySelectorAll("bdi:not([lang])").forEach(name => name.remove());
          return copy.textContent;
        })"""
    )
    assert len(reasons) >= len(zone.unread + zone.unresolved)
    assert [reason for reason in reasons if re.search(r"[A-Za-z]{3}", reason.replace("--places", ""))] == []


@pytest.mark.browser
def test_the_scale_bar_is_in_the_readers_language(open_page: OpenPage) -> None:
    watched = open_page(fragment="lang=ar")
    bar = watched.page.locator(".leaflet-control-scale-line")
    assert bar.inner_text() == "100 كم"
    watched.page.click(".language")
    assert bar.inner_text() == "100 km"
