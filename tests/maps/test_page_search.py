"""The search box finds everything, however it is typed."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.browser

FINDS = [
    ("idlib", "Idlib"),
    ("Idleb", "Idleb"),
    ("İdlib", "Idlib"),
    ("إدلب", "Idleb"),
    ("ادلب", "Idleb"),
    ("saraqib", "Saraqab"),
    ("سراقب", "Saraqab"),
    ("SY070003", "Saraqab"),
    ("sy0700", "Idleb"),
    ("rastan", "Ar-Rastan"),
    ("الرستن", "Ar-Rastan"),
    ("Dar'a", "Dar'a"),
    ("daraa", "Dar'a"),
    ("Kobani", "Ain al Arab"),
    ("turkey", "Türkiye"),
    ("Türkiye", "Türkiye"),
    ("kazakh", "Kazakhstan"),
    ("كازاخستان", "Kazakhstan"),
    ("eastern gh", "Eastern Ghouta"),
    ("الغوطة", "Eastern Ghouta"),
]


@pytest.mark.parametrize(("typed", "name"), FINDS)
def test_search_finds(shared_page: Any, typed: str, name: str) -> None:
    shared_page.fill("#search", typed)
    found = shared_page.locator("#found [role=option] .found-name").all_inner_texts()
    assert name in found[:3], found


def test_nothing_is_said_for_nonsense(shared_page: Any) -> None:
    shared_page.fill("#search", "qqqxxyy")
    assert shared_page.locator("#found").inner_text() == "Nothing found"


def test_keyboard_chooses_a_result(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("northern")
    assert page.locator("#search").get_attribute("aria-expanded") == "true"
    active = page.locator("#search").get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.locator(".zone-view h2").inner_text() == "Northern Homs"
    assert page.locator("#found").is_hidden()


def test_arrows_walk_through_the_results(page: Any) -> None:
    page.fill("#search", "idl")
    page.focus("#search")
    first = page.locator("#search").get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = page.locator("#search").get_attribute("aria-activedescendant")
    assert first != second
    page.keyboard.press("ArrowUp")
    assert page.locator("#search").get_attribute("aria-activedescendant") == first


@pytest.mark.parametrize(
    "pasted",
    [
        "35.86, 36.80",
        "35.86 36.8",
        "35.86;36.80",
        "35°51'36\"N 36°48'0\"E",
        "35.86N, 36.80E",
        "36.80E 35.86N",
    ],
)
def test_a_pasted_coordinate_is_answered(shared_page: Any, pasted: str) -> None:
    shared_page.fill("#search", pasted)
    shared_page.press("#search", "Enter")
    assert shared_page.locator(".point-view h2").inner_text() == "Saraqab"


def test_a_town_is_found_and_looked_up(page: Any) -> None:
    page.fill("#search", "Khan Shaykhun")
    page.press("#search", "Enter")
    assert "Khan Shaykun" in page.locator("#panel").inner_text()
