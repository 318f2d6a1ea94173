"""A user's own layers on the opened page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pytest
from shapely import GeometryCollection, LineString, MultiPoint, Point, Polygon

import maps
from maps.layers.frame import layer_of
from tests.maps.axe import violations
from tests.maps.conftest import OpenPage
from tests.maps.doctored import HOSTILE

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser

ROWS = [
    ("Camp of tents", Point(38.5, 35.2)),
    ("Long road", LineString([(38, 34), (40, 34.5)])),
    ("Wide area", Polygon([(38, 33), (40, 33), (40, 33.8)])),
    ("All of it", GeometryCollection([Point(39, 36), MultiPoint([(39.5, 36), (40, 36)])])),
]


@pytest.fixture(scope="module")
def own_file(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    shapes = gpd.GeoDataFrame(
        {"name": [name for name, _ in ROWS], "km": [1, None, 2, 3]}, geometry=[s for _, s in ROWS], crs=4326
    )
    csv = folder / "hostile.csv"
    told = "\n".join(
        f'"{text.replace(chr(34), chr(34) * 2)}",34.{at},37.5' for at, text in enumerate(map(_line, HOSTILE))
    )
    csv.write_text(f"<b>name</b>,lat,lon\n{told}\n", encoding="utf-8")
    page = maps.webmap(zone_set, layers=[layer_of(shapes, title="<i>Mine</i>"), csv])
    return maps.save_html(page, folder / "own.html")


def _line(text: str) -> str:
    return text.replace("\x00", "")


def test_points_lines_and_areas_are_drawn_and_switched(open_page: OpenPage, own_file: Path) -> None:
    watched = open_page(own_file)
    drawn = {kind: watched.page.locator(f"path.own-{kind}.own-tint-0") for kind in ("point", "line", "area")}
    assert {kind: paths.count() for kind, paths in drawn.items()} == {"point": 4, "line": 1, "area": 1}
    watched.switch("own:1")
    assert all(paths.count() == 0 for paths in drawn.values())
    shown = watched.page.evaluate("location.hash")
    assert "own%3A1" not in shown
    assert "own%3A2" in shown
    again = open_page(own_file, fragment=watched.page.evaluate("location.hash.slice(1)"))
    assert again.page.locator("path.own-tint-0").count() == 0
    assert again.page.locator("path.own-tint-1").count() == len(HOSTILE)


def test_they_lie_over_borders_and_under_callouts(open_page: OpenPage, own_file: Path) -> None:
    order = open_page(own_file).page.evaluate(
        """() => ['zm-borders', 'zm-own', 'zm-labels'].map(name =>
          Number(getComputedStyle(document.querySelector(`.leaflet-${name}-pane`)).zIndex))"""
    )
    assert order == sorted(order)


def test_a_click_shows_the_attributes_and_looks_nothing_up(open_page: OpenPage, own_file: Path) -> None:
    watched = open_page(own_file)
    watched.page.locator("path.own-area").click()
    assert "show=own:1%3A3" in watched.page.evaluate("location.hash")
    assert watched.page.locator(".own-view h2").inner_text() == "Wide area"
    rows = watched.page.eval_on_selector_all(
        ".own-values tr", "rows => rows.map(r => [...r.cells].map(c => c.innerText))"
    )
    assert rows == [["name", "Wide area"], ["km", "2"]]
    assert watched.page.locator("path.own-area.chosen").count() == 1
    watched.page.get_by_role("button", name="Which zone is this in?").click()
    assert watched.page.locator(".point-view").count() == 1
    assert watched.page.locator("path.chosen.own").count() == 0


def test_features_are_found_by_name_even_where_their_layer_is_off(
    open_page: OpenPage, own_file: Path
) -> None:
    watched = open_page(own_file, fragment="layers=zone:idlib")
    assert watched.page.locator("path.own").count() == 0
    watched.page.fill("#search", "long ro")
    watched.page.keyboard.press("Enter")
    assert watched.page.locator(".own-view h2").inner_text() == "Long road"
    assert watched.page.locator("path.own-line.chosen").count() == 1


def test_the_keyboard_reaches_each_feature_from_the_overview(open_page: OpenPage, own_file: Path) -> None:
    page = open_page(own_file).page
    page.locator(".own-list summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".own-list button", has_text="All of it").focus()
    page.keyboard.press("Enter")
    assert page.locator(".own-view h2").inner_text() == "All of it"


def test_every_text_of_a_layer_is_text(open_page: OpenPage, own_file: Path) -> None:
    watched = open_page(own_file)
    page = watched.page
    assert page.locator("label", has_text="<i>Mine</i>").count() == 1
    for number in range(1, len(HOSTILE) + 1):
        watched.show(f"show=own:2%3A{number}")
        assert page.locator(".own-view h2").count() == 1
        assert page.locator(".own-values th").first.inner_text() == "<b>name</b>"
    page.fill("#search", "script")
    page.locator("path.own-tint-1").first.hover(force=True)
    page.click(".action-text")
    assert page.evaluate("window.pwned") is None
    assert page.locator(".panel img, .text-version img, .leaflet-tooltip img").count() == 0


@pytest.mark.parametrize("shown", ["own:9%3A1", "own:1%3A99", "own:x", "own:", "own:1%3A-1", "own:0%3A0"])
def test_addresses_of_no_feature_do_no_harm(open_page: OpenPage, own_file: Path, shown: str) -> None:
    page = open_page(own_file, fragment=f"show={shown}&layers=own:7,own:1").page
    assert page.locator(".overview").count() == 1
    assert page.locator("path.own-tint-0").count() == 6


def test_the_sheet_has_them_too(open_page: OpenPage, own_file: Path) -> None:
    page = open_page(own_file).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator("#sheet svg").inner_html()
    assert "&lt;i&gt;Mine&lt;/i&gt;" in sheet
    assert sheet.count("#a8006f") >= 6


def test_axe_finds_nothing_in_their_panel(open_page: OpenPage, own_file: Path) -> None:
    for fragment, options in (("", {}), ("show=own:1%3A1&theme=dark&lang=ar", {"size": (390, 844)})):
        page: Any = open_page(own_file, fragment=fragment, **options).page
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert violations(page) == []
