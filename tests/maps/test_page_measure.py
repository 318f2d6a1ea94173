"""Measuring on the page: agrees with PROJ, by mouse and by keyboard, and leaves nothing behind."""

from __future__ import annotations

import random
from typing import Any

import pytest
from pyproj import Geod

from tests.browser import Watched
from tests.maps.conftest import OpenPage

pytestmark = pytest.mark.browser

GEOD = Geod(ellps="WGS84")
NAME = "Measure a distance or an area"
MEASURED = """() => window[Object.keys(window).find(key => key.startsWith('explorer_'))].measured()"""


def begun(open_page: OpenPage, **options: Any) -> Watched:
    watched = open_page(**options)
    watched.page.get_by_role("button", name=NAME).click()
    return watched


def rings(count: int) -> list[list[tuple[int, int]]]:
    """Return rings of screen positions that do not cross themselves: around a middle, by angle."""
    rng = random.Random(15)
    found = []
    for _ in range(count):
        middle = rng.randint(400, 460), rng.randint(400, 460)
        turns = sorted(rng.sample(range(0, 360, 20), rng.randint(3, 7)))
        if max((b - a) % 360 for a, b in zip(turns, [*turns[1:], turns[0]], strict=True)) > 170:
            continue
        found.append([_around(middle, rng.randint(60, 120), turn) for turn in turns])
    return found


def _around(middle: tuple[int, int], radius: int, degrees: int) -> tuple[int, int]:
    from math import cos, radians, sin  # noqa: PLC0415

    turn = radians(degrees)
    return round(middle[0] + radius * cos(turn)), round(middle[1] + radius * sin(turn))


@pytest.mark.parametrize("view", ["6/35/38.5", "12/33.5/36.3"])
def test_lengths_and_areas_are_those_of_proj(open_page: OpenPage, view: str) -> None:
    watched = begun(open_page, fragment=f"map={view}&layers=zone:idlib")
    page = watched.page
    shapes = rings(8)
    assert len(shapes) > 3
    for ring in shapes:
        for x, y in ring:
            page.mouse.click(x, y)
        told = page.evaluate(MEASURED)
        lon, lat = zip(*told["points"], strict=True)
        assert len(lon) == len(ring)
        assert told["km"] == pytest.approx(GEOD.line_length(lon, lat) / 1000, rel=1e-6)
        assert told["km2"] == pytest.approx(abs(GEOD.polygon_area_perimeter(lon, lat)[0]) / 1e6, rel=1e-3)
        page.keyboard.press("Escape")
        page.get_by_role("button", name=NAME).click()


def test_clicks_set_points_and_look_nothing_up(open_page: OpenPage) -> None:
    watched = begun(open_page)
    page = watched.page
    zone = page.locator(".callout-name", has_text="Northern Homs")
    zone.wait_for()  # names are placed when the map has come to rest
    name = zone.bounding_box()
    page.mouse.click(name["x"] + 20, name["y"] + 8)  # a zone's name takes no click now
    page.mouse.click(500, 250)
    page.mouse.click(600, 500)
    assert page.locator("path.measure-point").count() == 3
    assert "show=" not in page.evaluate("location.hash")
    assert page.locator(".overview").count() == 1
    lines = page.locator(".measured span").all_inner_texts()
    assert lines[0].startswith("Length ")
    assert lines[0].endswith(" km")
    assert lines[1].startswith("Area inside ")
    assert lines[1].endswith(" km²")


def test_a_double_click_ends_and_leaves_the_result(open_page: OpenPage) -> None:
    watched = begun(open_page)
    page = watched.page
    zoom = page.locator(".leaflet-control-scale-line").inner_text()
    page.mouse.click(400, 250)
    page.mouse.dblclick(500, 450)
    assert page.locator("path.measure-point").count() == 2
    assert page.locator(".measuring").count() == 0
    assert page.locator(".leaflet-control-scale-line").inner_text() == zoom
    assert page.locator(".measured").inner_text().startswith("Length ")
    page.mouse.click(560, 330)
    assert "show=point" in page.evaluate("location.hash")
    page.get_by_role("button", name="Close").click()
    assert page.locator(".measure-box").is_hidden()
    assert page.locator("path[class*=measure]").count() == 0


def test_escape_takes_all_of_it_away(open_page: OpenPage) -> None:
    watched = begun(open_page)
    page = watched.page
    page.mouse.click(400, 250)
    page.mouse.click(500, 450)
    page.keyboard.press("Escape")
    assert page.locator("path[class*=measure]").count() == 0
    cursor = page.evaluate("getComputedStyle(document.querySelector('.folium-map')).cursor")
    assert cursor != "crosshair"
    assert page.locator(".measure-box").is_hidden()
    page.mouse.click(500, 330)
    assert "show=point" in page.evaluate("location.hash")


def test_it_works_by_keyboard_alone(open_page: OpenPage) -> None:
    watched = open_page(fragment="map=8/35/38")
    page = watched.page
    page.get_by_role("button", name=NAME).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    for key in ("ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
        page.wait_for_timeout(400)  # the map glides
        page.keyboard.press("Space")
    assert page.locator("path.measure-point").count() == 3
    page.keyboard.press("Backspace")
    assert page.locator("path.measure-point").count() == 2
    page.keyboard.press("Enter")
    assert page.locator(".measuring").count() == 0
    assert "show=" not in page.evaluate("location.hash")
    assert page.locator(".measured").inner_text().startswith("Length ")
    page.keyboard.press("Escape")
    assert page.locator("path[class*=measure]").count() == 0


def test_a_line_that_crosses_itself_has_no_area(open_page: OpenPage) -> None:
    watched = begun(open_page)
    for x, y in ((300, 250), (500, 450), (500, 250), (300, 450)):
        watched.page.mouse.click(x, y)
    assert "crosses itself" in watched.page.locator(".measured").inner_text()
    assert watched.page.evaluate(MEASURED)["km2"] is None


def test_it_speaks_the_readers_language(open_page: OpenPage) -> None:
    watched = open_page(fragment="lang=ar")
    watched.page.get_by_role("button", name="قياس مسافة أو مساحة").click()
    for x, y in ((800, 350), (900, 450), (700, 550)):
        watched.page.mouse.click(x, y)
    told = watched.page.locator(".measured").inner_text()
    assert "الطول" in told
    assert "كم²" in told
