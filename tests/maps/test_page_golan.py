"""The occupied Golan: named at first sight where zones reach into it, told apart in them, and told of a point."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from geodata.golan import golan_shape, in_golan
from maps.assets import languages
from maps.payload import payload
from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

FIQ = (35.70, 32.78)


def test_a_lookup_says_so_and_only_there(zone_set: ZoneSet) -> None:
    lon, lat = FIQ
    assert any(
        "occupied by Israel since 1967" in note
        for note in zone_set.lookup(lon=lon, lat=lat).to_dict()["notes"]
    )
    assert not any("Golan" in note for note in zone_set.lookup("Khan Arnaba").notes)
    for reaching in ("SY1402", "Jordanian border"):
        assert any("reaches into the Golan" in note for note in zone_set.lookup(reaching).notes), reaching


def test_the_page_knows_which_zones_reach_into_it(zone_set: ZoneSet) -> None:
    assert [zone["id"] for zone in payload(zone_set)["zones"] if zone["golan"]] == ["jordanian-border"]


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844), (844, 390)], ids=["desktop", "phone", "lying"])
def test_it_is_named_at_first_sight(open_page: OpenPage, size: tuple[int, int], language: str) -> None:
    page = open_page(size=size, fragment=f"lang={language}").page
    assert "1967" in page.locator(".label-note").inner_text()


@pytest.mark.browser
def test_it_is_drawn_over_the_zones_and_told_in_the_panel(open_page: OpenPage) -> None:
    words = languages()["en"]["words"]
    watched = open_page(fragment="show=zone:jordanian-border")
    page = watched.page
    order = "pane => Number(getComputedStyle(document.querySelector(pane)).zIndex)"
    assert page.evaluate(order, ".leaflet-zm-golan-pane") > page.evaluate(order, ".leaflet-zm-zones-pane")
    assert page.locator(".leaflet-zm-golan-pane path.golan").count() == 1
    assert page.locator("#panel .in-golan").inner_text() == words["zone_in_golan"]
    lon, lat = FIQ
    watched.show(f"show=point:{lat},{lon}")
    assert page.locator("#panel .in-golan").inner_text() == words["in_golan"]
    watched.show("show=point:33.19,35.89")
    assert page.locator("#panel .in-golan").count() == 0


@pytest.mark.browser
def test_the_page_decides_as_python_does(shared_page: Any) -> None:
    west, south, east, north = golan_shape().bounds
    chance = random.Random(1967)
    points = [(chance.uniform(west, east), chance.uniform(south, north)) for _ in range(2000)]
    points += [tuple(xy) for xy in shapely.get_coordinates(golan_shape()).tolist()]
    found = shared_page.evaluate(
        """points => {
          const name = Object.keys(window).find(key => key.startsWith("explorer_"));
          return points.map(([lon, lat]) => window[name].model.golan.holds(lon, lat));
        }""",
        points,
    )
    assert found == [in_golan(lon=lon, lat=lat) for lon, lat in points]
