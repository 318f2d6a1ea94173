"""Phones upright and lying, and low frames: what lies beside the map, what is folded, what can be reached."""

from __future__ import annotations

from typing import Any

import pytest

from tests.maps.conftest import OpenPage

pytestmark = pytest.mark.browser

LYING = [(844, 390), (667, 375), (640, 400)]


def box_of(page: Any, selector: str) -> dict[str, float]:
    """Return where an element lies on the screen."""
    return dict(page.locator(selector).bounding_box())


@pytest.mark.parametrize("size", LYING)
def test_lying_the_panel_stands_beside_the_map(open_page: OpenPage, size: tuple[int, int]) -> None:
    watched = open_page(size=size, has_touch=True, is_mobile=True)
    page = watched.page
    for fragment in ("", "show=zone:idlib"):
        watched.show(fragment)
        bar, stage, panel = (box_of(page, name) for name in ("#bar", "#stage", "#panel"))
        assert panel["x"] >= stage["x"] + stage["width"] - 1
        assert bar["height"] < 56
        assert stage["height"] > 0.6 * size[1]
        assert stage["width"] > 0.55 * size[0]
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]
    assert page.locator(".map-note").get_attribute("open") is None


@pytest.mark.parametrize("size", [(390, 844), *LYING, (700, 500), (1000, 650)])
def test_the_legend_is_folded_where_it_would_hide_the_map(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(size=size).page
    assert page.locator("#legend-body").is_hidden()


def test_the_text_version_is_reached_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(size=(360, 740), has_touch=True, is_mobile=True).page
    page.locator(".action-text").tap()
    text = page.locator("#text-version")
    text.wait_for()
    assert "Idlib" in text.inner_text()
    assert page.locator("#panel").is_hidden()
    bottom = page.evaluate("document.elementFromPoint(180, 730).closest('#text-version') !== null")
    assert bottom
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.locator(".action-text").tap()
    page.locator("#panel").wait_for()
