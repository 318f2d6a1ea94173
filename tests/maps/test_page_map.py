"""What the opened page draws."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from tests.maps.conftest import OpenPage

pytestmark = pytest.mark.browser

LAYERS = {
    "zone:idlib": "path.zone[data-zone=idlib]",
    "governorate": "path.border-governorate",
    "district": "path.border-district",
    "sub-district": "path.border-sub-district",
    "places": ".dot",
    "relief": ".leaflet-zm-relief-pane img",
    "water": "path.river",
    "golan": "path.golan",
    "nat:TR": ".badge:text-is('TR')",
}
ZONES = ["idlib", "northern-homs", "eastern-ghouta", "jordanian-border"]


def test_four_zones_are_drawn_with_their_extents(page: Any) -> None:
    drawn = page.eval_on_selector_all(
        "path.zone",
        "paths => paths.map(p => [p.dataset.zone, p.classList.contains('whole') ? 'whole' : 'part'])",
    )
    assert sorted(map(tuple, drawn)) == sorted(
        [("idlib", "whole"), ("idlib", "part"), *((zone, "part") for zone in ZONES[1:])]
    )


def test_every_zone_path_covers_ground_on_the_screen(page: Any) -> None:
    sizes = page.eval_on_selector_all(
        "path.zone", "paths => paths.map(p => p.getBBox().width * p.getBBox().height)"
    )
    assert min(sizes) > 100


def test_whole_is_solid_and_part_is_hatched(page: Any) -> None:
    fills = page.eval_on_selector_all(
        "path.zone[data-zone=idlib]",
        "paths => Object.fromEntries(paths.map(p => [p.classList.contains('whole') ? 'whole' : 'part', "
        "getComputedStyle(p).fill]))",
    )
    assert fills["part"].startswith("url(")
    assert fills["whole"].startswith("rgb(")


def test_zones_names_stand_on_the_map_and_do_not_overlap(page: Any) -> None:
    names = page.eval_on_selector_all(".callout-name", "nodes => nodes.map(n => n.textContent)")
    assert sorted(names) == ["Eastern Ghouta", "Idlib", "Jordanian border", "Northern Homs"]
    assert overlaps(page, ".callout, .map-control, .map-note") == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_labels_do_not_collide(open_page: OpenPage, lang: str) -> None:
    watched = open_page(fragment=f"lang={lang}")
    for place in ("6/34.8/38", "7/34.6/36.6", "8/35.8/36.6", "9/33.4/36.2", "10/35.9/36.6", "11/33.5/36.3"):
        watched.page.evaluate("hash => { location.hash = hash; }", f"map={place}&lang={lang}")
        watched.page.wait_for_function(
            "place => location.hash.includes(`map=${place.split('/')[0]}/`)", arg=place
        )
        watched.settle()
        assert watched.page.locator(".label").count() > 5, place
        assert overlaps(watched.page, ".label, .callout") == [], place


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_picture_is_not_blank(open_page: OpenPage, theme: str) -> None:
    page = open_page(color_scheme=theme).page
    picture = Image.open(io.BytesIO(page.locator("#stage").screenshot())).convert("RGB")
    colours = picture.getcolors(maxcolors=2**24)
    assert len(colours) > 2000
    commonest = max(count for count, _ in colours)
    assert commonest < 0.6 * picture.width * picture.height


def test_the_relief_changes_what_is_seen(open_page: OpenPage) -> None:
    watched = open_page()
    stage = watched.page.locator("#stage")
    before = Image.open(io.BytesIO(stage.screenshot())).convert("L")
    watched.switch("relief")
    after = Image.open(io.BytesIO(stage.screenshot())).convert("L")
    changed = sum(a != b for a, b in zip(before.tobytes(), after.tobytes(), strict=True))
    assert changed > 0.3 * before.width * before.height


def test_each_layer_can_be_switched(open_page: OpenPage) -> None:
    watched = open_page()
    for layer, selector in LAYERS.items():
        drawn = watched.page.locator(f"#stage .folium-map >> {selector}")
        first = drawn.count()
        watched.switch(layer)
        assert (first == 0) != (drawn.count() == 0), layer
        watched.switch(layer)
        assert drawn.count() == first, layer


def test_online_tiles_are_off_and_asked_only_when_switched_on(open_page: OpenPage) -> None:
    watched = open_page()
    assert watched.page.locator("img.leaflet-tile").count() == 0
    assert watched.requests == []
    with watched.page.expect_event("requestfailed"):  # for the network is cut
        watched.switch("tiles")
    hosts = {url.split("/")[2] for url in watched.requests}
    assert hosts == {"basemaps.cartocdn.com"}
    assert "OpenStreetMap" in watched.page.locator(".leaflet-control-attribution").inner_text()
    watched.requests.clear()
    watched.errors.clear()


def test_notes_on_reconstruction_and_boundaries_stand_on_the_map(page: Any) -> None:
    note = page.locator(".map-note").inner_text()
    assert "reconstructed from words" in note
    assert "do not imply official endorsement" in note
    assert "UN OCHA" in note


def test_golan_is_named_where_it_is_seen(open_page: OpenPage) -> None:
    page = open_page(fragment="map=10/33.0/35.8").page
    names = page.locator(".label-note").all_inner_texts()
    assert any("Golan Heights" in name and "Occupied by Israel since 1967" in name for name in names)
    assert any("UNDOF" in name for name in names)


def test_there_is_a_scale_bar(page: Any) -> None:
    assert page.locator(".leaflet-control-scale-line").inner_text() == "100 km"


def overlaps(page: Any, selector: str) -> list[Any]:
    """Return the pairs of elements whose boxes share more than a pixel each way."""
    return page.evaluate(
        """selector => {
          const boxes = [...document.querySelectorAll(selector)].filter(n => n.offsetParent)
            .map(n => [n.textContent.slice(0, 30), n.getBoundingClientRect()]);
          const found = [];
          for (let i = 0; i < boxes.length; i++) for (let j = 0; j < i; j++) {
            const [a, b] = [boxes[i][1], boxes[j][1]];
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
                Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
              found.push([boxes[i][0], boxes[j][0]]);
          }
          return found;
        }""",
        selector,
    )
