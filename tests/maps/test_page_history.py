"""What a reader chooses is a step of the browser's history; what goes by is none, and no bad address does harm."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser import Watched
from tests.maps.conftest import OpenPage

pytestmark = pytest.mark.browser


def back(page: Any) -> None:
    page.evaluate(
        "() => new Promise(done => { addEventListener('hashchange', done, { once: true }); history.back(); })"
    )


def test_back_goes_to_what_was_chosen_before(page: Any) -> None:
    page.locator(".zone-open", has_text="Idlib").click()
    page.locator(".zone-view .country", has_text="Kazakhstan").first.click()
    page.click(".step-earlier")
    page.locator(".panel-back").click()
    assert page.locator(".overview").is_visible()
    back(page)
    assert page.locator(".nationality-view h2").inner_text().startswith("Kazakhstan")
    assert page.locator(".as-of-day").inner_text() == "22 June 2017"
    back(page)
    assert page.locator(".as-of-day").inner_text() == "23 June 2017"
    assert page.locator(".nationality-view h2").inner_text().startswith("Kazakhstan")
    back(page)
    assert page.locator(".zone-view h2").inner_text() == "Idlib"
    back(page)
    assert page.locator(".overview").is_visible()
    page.evaluate(
        "() => new Promise(done => { addEventListener('hashchange', done, { once: true }); history.forward(); })"
    )
    assert page.locator(".zone-view h2").inner_text() == "Idlib"


def test_back_goes_to_where_the_map_was(page: Any) -> None:
    middle = "() => [app_map.getCenter().lat, app_map.getCenter().lng, app_map.getZoom()].map(x => Math.round(100 * x))"
    page.evaluate("() => { window.app_map = Object.values(window).find(each => each instanceof L.Map); }")
    before = page.evaluate(middle)
    page.locator(".zone-open", has_text="Eastern Ghouta").click()
    page.wait_for_function("location.hash.includes('map=')")
    assert page.evaluate(middle) != before
    back(page)
    assert page.evaluate(middle) == before


def test_moves_layers_and_typing_are_no_steps(open_page: OpenPage) -> None:
    watched = open_page()
    page = watched.page
    before = page.evaluate("history.length")
    page.keyboard.press("/")
    page.keyboard.type("Hama")
    page.keyboard.press("Escape")
    page.click(".zoom-control button:first-child")
    watched.switch("district")
    page.click(".action-theme")
    assert page.evaluate("history.length") == before
    assert "theme=dark" in page.evaluate("location.hash")


def test_a_drag_of_the_slider_is_one_step(page: Any) -> None:
    before = page.evaluate("history.length")
    box = page.locator("#as-of").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 9, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, y, steps=10)
    page.mouse.move(box["x"] + 10, y, steps=10)
    assert page.locator(".as-of-day").inner_text() == "4 May 2017"
    assert page.evaluate("history.length") == before
    page.mouse.up()
    assert page.evaluate("history.length") == before + 1
    back(page)
    assert page.locator(".as-of-day").inner_text() == "23 June 2017"


def test_no_mark_is_left_when_something_else_is_chosen(open_page: OpenPage) -> None:
    watched = open_page()
    page = watched.page
    pins = page.locator(".pin-icon")
    page.mouse.click(480, 300)
    assert pins.count() == 1
    page.locator(".callout-name", has_text="Idlib").click()
    assert pins.count() == 0
    back(page)
    assert pins.count() == 1
    page.keyboard.press("Escape")
    assert pins.count() == 0
    assert page.locator(".mark, .mark-members").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.folium-map')).cursor") != "crosshair"


@pytest.mark.parametrize(
    "fragment",
    [
        "map=1e308/35/38",
        "map=7/1e308/1e308",
        "map=NaN/NaN/NaN",
        "map=Infinity/35/38",
        "map=//",
        "map=7/35",
        "map=7/95/38",
        "map=-3/35/38",
        "map=99/35/38",
        "map=7/35/38/9",
        "show=point:1e308,1e308",
        "show=point:NaN,36",
        "show=point:91,36",
        "show=point:35,181",
        "show=point:,",
        "show=point:35,36,37",
        "show=constructor:x",
        "from=2017-02-31",
        "from=2017-06-23&on=2017-06-04",
        "undated=maybe",
    ],
)
def test_a_bad_address_does_no_harm(watched_once: Watched, fragment: str) -> None:
    watched_once.show("")
    good = watched_once.page.evaluate("location.hash")
    watched_once.show(fragment)
    page = watched_once.page
    assert page.locator(".overview").count() == 1
    assert page.locator(".pin-icon").count() == 0
    assert page.locator(".ranged").count() == 0
    assert page.evaluate("location.hash").removesuffix("on=2017-06-04").rstrip("#&") == good
    assert page.locator("path.border-country").bounding_box()["width"] > 100


@pytest.fixture(scope="module")
def watched_once(browser: Any, map_file: Any) -> Any:
    watched = Watched.open(browser, map_file)
    yield watched
    watched.close()


@pytest.mark.parametrize("fragment", ["map=1e308/1e308/1e308&show=point:1e308,1e308", "map=5/-85/-180"])
def test_a_page_opens_at_a_bad_address(open_page: OpenPage, fragment: str) -> None:
    page = open_page(fragment=fragment).page
    assert page.locator(".overview").count() == 1
