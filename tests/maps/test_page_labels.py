"""Names on the map: above all that is drawn, none over another, none without a trace, their leaders apart."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from shapely import LineString, box

import maps
from tests.browser import Watched
from tests.maps.conftest import OpenPage
from tests.maps.many import ZONES, many

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser

DESKTOP, PHONE, LYING = (1280, 800), (390, 844), (844, 390)
BELOW_TO_ABOVE = ["zm-land", "zm-zones", "zm-golan", "zm-borders", "zm-mark", "zm-leaders", "zm-labels"]
# The boxes of all names, and the two ends of all leaders, on the screen.
DRAWN = """() => {
  const stage = document.querySelector(".folium-map").getBoundingClientRect();
  const boxes = [...document.querySelectorAll(".label, .callout")].map(node => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    const text = node.dataset.zone ?? node.textContent;
    return { text, box: [left, top, right, bottom], zone: node.dataset.zone ?? null };
  });
  const leaders = [...document.querySelectorAll(".leader")].map(node => {
    const pane = node.parentElement.getBoundingClientRect();
    const { a, b, e, f } = new DOMMatrix(getComputedStyle(node).transform);
    const [x, y] = [pane.left + e, pane.top + f];
    return [[x, y], [x + a * node.offsetWidth, y + b * node.offsetWidth]];
  });
  return { boxes, leaders, stage: [stage.left, stage.top, stage.right, stage.bottom] };
}"""


@pytest.fixture(scope="module")
def crowd_file(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of sixty zones."""
    return maps.save_html(many(zone_set), tmp_path_factory.mktemp("crowd") / "crowd.html")


def test_each_pane_is_there_once_and_names_lie_above_borders(page: Any) -> None:
    orders = page.evaluate(
        """names => names.map(name => {
          const panes = [...document.querySelectorAll(`.leaflet-${name}-pane`)];
          return panes.map(pane => Number(getComputedStyle(pane).zIndex));
        })""",
        BELOW_TO_ABOVE,
    )
    assert [len(found) for found in orders] == [1] * len(BELOW_TO_ABOVE)
    assert orders == sorted(orders)
    assert page.eval_on_selector_all(
        ".leaflet-pane", "panes => panes.length - new Set(panes.map(pane => pane.className)).size"
    ) == 0  # fmt: skip
    for name in page.locator(".callout-name").all():
        at = name.bounding_box()
        middle = [at["x"] + at["width"] / 2, at["y"] + at["height"] / 2]
        hit = page.evaluate("([x, y]) => document.elementFromPoint(x, y).textContent", middle)
        assert hit == name.inner_text()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, LYING], ids=["desktop", "phone", "lying"])
def test_the_seeds_zones_are_named_in_full(open_page: OpenPage, size: tuple[int, int], language: str) -> None:
    page = open_page(size=size, fragment=f"lang={language}").page
    assert page.locator(".callout-name").count() == 4
    assert page.locator(".legend-folded").is_hidden()
    assert_nothing_collides(page.evaluate(DRAWN))


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_sixty_zones_are_each_named_or_numbered_or_told(
    open_page: OpenPage, crowd_file: Path, size: tuple[int, int]
) -> None:
    watched = open_page(crowd_file, size=size)
    page = watched.page
    shown = page.locator(".callout").count()
    folded = page.locator(".callout.folded")
    told = page.locator(".legend-folded").inner_text()
    assert folded.count() > 10
    assert str(folded.count()) in told
    assert (str(ZONES - shown) in told) == (shown < ZONES)
    assert folded.first.get_by_role("button").get_attribute("aria-label").startswith(name_of(folded.first))
    number = folded.first.inner_text()
    row = page.locator(
        f"input[data-layer='zone:{folded.first.get_attribute('data-zone')}'] ~ span .zone-number"
    )
    assert row.text_content() == number
    for place in ("", "map=7/34.8/37", "map=8/35.4/36.8", "map=9/33.5/36.4", "map=10/35.9/36.7"):
        if place:
            go_to(watched, place)
        assert_nothing_collides(page.evaluate(DRAWN))


def test_a_number_opens_its_zone_which_then_has_its_name(open_page: OpenPage, crowd_file: Path) -> None:
    page = open_page(crowd_file).page
    mark = page.locator(".callout.folded").first
    zone = mark.get_attribute("data-zone")
    mark.get_by_role("button").click()
    page.wait_for_selector(f".callout[data-zone={zone}] .callout-name")
    assert page.locator(".zone-view h2").inner_text() == page.locator(
        f".callout[data-zone={zone}] .callout-name"
    ).inner_text()  # fmt: skip


def test_zoomed_in_a_zone_keeps_its_name_where_its_middle_is_out_of_sight(open_page: OpenPage) -> None:
    page = open_page(fragment="map=10/35.25/36.6").page
    assert page.locator(".callout-name", has_text="Idlib").count() == 1


def name_of(mark: Any) -> str:
    """Return the beginning of a zone's name, from its id."""
    return str(mark.evaluate("node => node.querySelector('button').title.split(',')[0]"))


def go_to(watched: Watched, place: str) -> None:
    """Move the map, and wait until its names are placed anew."""
    watched.page.evaluate("hash => { location.hash = hash; }", place)
    zoom = place.split("/", maxsplit=1)[0]
    watched.page.wait_for_function("zoom => location.hash.includes(`${zoom}/`)", arg=zoom)
    watched.settle()


def assert_nothing_collides(drawn: Any) -> None:
    """No name lies on a name, no leader crosses a leader, none runs through a name that is not its own."""
    shapes = [(each["text"], box(*each["box"])) for each in drawn["boxes"]]
    on_each_other = [
        (a, b)
        for (a, one), (b, other) in combinations(shapes, 2)
        if one.buffer(-0.6).intersects(other.buffer(-0.6))
    ]
    assert on_each_other == []
    lines = [LineString(ends) for ends in drawn["leaders"]]
    assert [(str(a), str(b)) for a, b in combinations(lines, 2) if a.intersects(b)] == []
    for line in lines:
        own = min(shapes, key=lambda shape: line.boundary.geoms[1].distance(shape[1]))
        met = [text for text, shape in shapes if shape is not own[1] and line.intersects(shape.buffer(-0.6))]
        assert met == [], (own[0], met)
