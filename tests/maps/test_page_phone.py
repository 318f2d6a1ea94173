"""A window of 360 by 740 pixels."""

from __future__ import annotations

from typing import Any

import pytest

from tests.maps.conftest import OpenPage

pytestmark = pytest.mark.browser
PHONE = (360, 740)


@pytest.fixture
def phone(open_page: OpenPage) -> Any:
    return open_page(size=PHONE, has_touch=True, is_mobile=True).page


def test_nothing_is_wider_than_the_screen(phone: Any) -> None:
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert (
        phone.evaluate(
            "[...document.querySelectorAll('button, input, h1, h2, p')]"
            ".filter(n => n.offsetParent && !n.closest('.folium-map'))"
            ".filter(n => n.getBoundingClientRect().right > innerWidth + 1).map(n => n.className)"
        )
        == []
    )


def test_zones_are_in_sight(phone: Any) -> None:
    stage = phone.locator("#stage").bounding_box()
    for box in phone.eval_on_selector_all(
        "path.zone", "paths => paths.map(p => p.getBoundingClientRect().toJSON())"
    ):
        assert stage["x"] <= box["left"]
        assert box["right"] <= stage["x"] + stage["width"]
        assert stage["y"] <= box["top"]
        assert box["bottom"] <= stage["y"] + stage["height"]


def test_the_sheet_opens_over_the_map(phone: Any) -> None:
    panel = phone.locator("#panel")
    assert panel.bounding_box()["height"] < 120
    phone.locator(".callout-name", has_text="Idlib").tap()
    wait_until_higher(phone, 300)
    box = panel.bounding_box()
    top = phone.evaluate(
        "([x, y]) => document.elementFromPoint(x, y).closest('#panel') !== null", [180, box["y"] + 60]
    )
    assert top
    phone.locator(".panel-handle").tap()
    wait_until_higher(phone, 600)


def test_the_legend_opens_and_fits(phone: Any) -> None:
    phone.locator(".legend-toggle").tap()
    phone.locator("#legend-body").wait_for()
    box = phone.locator(".legend").bounding_box()
    stage = phone.locator("#stage").bounding_box()
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= stage["y"] + stage["height"]


def test_targets_are_large_enough_for_a_finger(phone: Any) -> None:
    small = phone.evaluate(
        "[...document.querySelectorAll('button, summary, input')].filter(n => n.offsetParent)"
        ".map(n => [n.className || n.id, n.getBoundingClientRect()])"
        ".filter(([, b]) => b.height > 0 && Math.min(b.width, b.height) < 24 && b.top < innerHeight - 92)"
        ".map(([name, b]) => [name, b.width, b.height])"
    )
    # The slider's own handle is 24 px; its ticks are no targets on a phone, and a label widens each checkbox.
    assert [item for item in small if "tick" not in item[0] and item[0] != "as-of"] == []


def wait_until_higher(phone: Any, pixels: int) -> None:
    """Wait until the panel is: a tap may take its time to arrive."""
    phone.wait_for_function(
        "pixels => document.querySelector('#panel').getBoundingClientRect().height > pixels", arg=pixels
    )
