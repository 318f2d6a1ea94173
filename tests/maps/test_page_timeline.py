"""The slider: true to scale, with steps, play and a range, by hand, by keyboard and on a phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maps
from maps import payload
from tests.maps.axe import violations
from tests.maps.conftest import OpenPage
from tests.maps.over_time import PUBLISHED, over_time

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def days(zone_set: ZoneSet) -> list[date]:
    return list(payload.days(over_time(zone_set)))


@pytest.fixture(scope="module")
def year_file(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maps.save_html(over_time(zone_set), tmp_path_factory.mktemp("year") / "zones.html")


def test_days_lie_true_to_scale_and_no_label_on_another(
    open_page: OpenPage, year_file: Path, days: list[date]
) -> None:
    for size in ((1280, 800), (390, 844), (844, 390)):
        page = open_page(year_file, size=size).page
        middles = page.eval_on_selector_all(".tick", "ticks => ticks.map(t => t.getBoundingClientRect().x)")
        span = (days[-1] - days[0]).days
        wide = middles[-1] - middles[0]
        assert wide > 90
        for day, x in zip(days, middles, strict=True):
            assert x - middles[0] == pytest.approx(wide * (day - days[0]).days / span, abs=1.0)
        boxes = page.eval_on_selector_all(
            ".scale-mark span",
            "marks => marks.map(m => m.getBoundingClientRect()).map(b => [b.left, b.right, b.bottom])",
        )
        assert boxes
        assert all(one[1] < other[0] for one, other in pairwise(boxes))
        peek = page.locator("#panel").bounding_box()["y"] if size[0] < 760 else size[1]
        outside = [box for box in boxes if box[0] < 0 or box[1] > size[0] or box[2] > peek]
        assert outside == [], (size, peek)
        timeline = page.locator("#timeline").bounding_box()
        assert timeline["height"] <= (90 if size[0] < 760 else 72)


def test_years_of_the_first_century_are_not_of_the_twentieth(
    open_page: OpenPage, zone_set: ZoneSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = tuple(day and day.replace(year=day.year - 2015) for day in PUBLISHED)
    monkeypatch.setattr("tests.maps.over_time.PUBLISHED", early)
    told = replace(over_time(zone_set), accord=None)
    page = open_page(maps.save_html(told, tmp_path / "zones.html")).page
    marks = page.locator(".scale-mark span").all_inner_texts()
    assert [mark for mark in marks if " " in mark] == ["Jul 1", "Jan 2"]
    page.focus("#as-of")
    days = []
    for key in ("Home", "End"):
        page.keyboard.press(key)
        days.append(page.locator(".as-of-day").inner_text())
    assert days == ["10 June 1", "20 June 2"]


def test_keys_and_buttons_go_from_day_to_day(page: Any) -> None:
    shown = page.locator(".as-of-day")
    assert page.locator(".step-later").is_disabled()
    page.click(".step-earlier")
    assert shown.inner_text() == "22 June 2017"
    page.click(".step-earlier")
    assert shown.inner_text() == "4 June 2017"
    page.click(".step-later")
    assert shown.inner_text() == "22 June 2017"
    page.focus("#as-of")
    for key, day in (
        ("Home", "4 May 2017"),
        ("PageUp", "4 June 2017"),
        ("ArrowUp", "22 June 2017"),
        ("End", "23 June 2017"),
        ("ArrowLeft", "22 June 2017"),
    ):
        page.keyboard.press(key)
        assert shown.inner_text() == day
    assert page.locator("#as-of").input_value() == "49"


def test_in_arabic_left_is_later(open_page: OpenPage) -> None:
    page = open_page(fragment="lang=ar&on=2017-06-04").page
    page.focus("#as-of")
    page.keyboard.press("ArrowLeft")
    assert "on=2017-06-22" in page.evaluate("location.hash")
    ticks = page.eval_on_selector_all(".tick", "ticks => ticks.map(t => t.getBoundingClientRect().x)")
    assert ticks == sorted(ticks, reverse=True)


def test_a_click_on_the_track_goes_to_the_nearest_day(page: Any) -> None:
    box = page.locator("#as-of").bounding_box()
    page.mouse.click(box["x"] + 9 + 0.55 * (box["width"] - 18), box["y"] + box["height"] / 2)
    assert page.locator(".as-of-day").inner_text() == "4 June 2017"
    assert page.locator("#as-of").input_value() == "31"


def test_a_range_has_two_thumbs_that_do_not_cross(page: Any) -> None:
    page.click(".range-switch")
    assert page.locator(".range-switch").get_attribute("aria-pressed") == "true"
    assert page.locator(".as-of-day").inner_text() == "4 May – 23 June 2017"
    page.focus("#said-from")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    assert page.locator("#said-from").get_attribute("aria-valuetext") == "23 June 2017"
    page.focus("#as-of")
    page.keyboard.press("Home")
    assert page.locator(".as-of-day").inner_text() == "23 June 2017"
    box = page.locator("#said-from").bounding_box()
    page.mouse.move(box["x"] + box["width"] - 9, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 12, steps=4)
    page.mouse.up()
    assert page.locator("#said-from").get_attribute("aria-valuetext") == "4 June 2017"
    page.click(".range-switch")
    assert page.locator("#said-from").is_hidden()
    assert page.locator(".as-of label").inner_text() == "As known on"


def test_play_goes_through_the_days_and_stops_at_the_last(open_page: OpenPage) -> None:
    page = open_page(reduced_motion="no-preference").page
    page.clock.install(time=0)
    page.clock.pause_at(60_000)
    before = page.evaluate("history.length")
    page.click(".play")
    assert page.locator(".as-of-day").inner_text() == "4 May 2017"
    assert page.locator(".play").get_attribute("aria-label") == "Pause"
    page.clock.run_for(1150)
    assert page.locator(".as-of-day").inner_text() == "4 June 2017"
    page.click(".play")
    page.clock.run_for(5000)
    assert page.locator(".as-of-day").inner_text() == "4 June 2017"
    assert page.evaluate("history.length") == before + 1
    page.click(".play")
    page.clock.run_for(9000)
    assert page.locator(".as-of-day").inner_text() == "23 June 2017"
    assert page.locator(".play").get_attribute("aria-label") == "Play"


def test_who_wants_less_motion_is_shown_the_days_slowly(page: Any) -> None:
    page.clock.install(time=0)
    page.clock.pause_at(60_000)
    page.click(".play")
    page.clock.run_for(2000)
    assert page.locator(".as-of-day").inner_text() == "4 May 2017"
    page.clock.run_for(400)
    assert page.locator(".as-of-day").inner_text() == "4 June 2017"


def test_a_phone_has_room_for_all_of_it(open_page: OpenPage, year_file: Path) -> None:
    for size in ((390, 844), (844, 390)):
        page = open_page(year_file, size=size, has_touch=True, is_mobile=True).page
        for selector in (".step-earlier", ".play", ".step-later", ".range-switch", ".undated-switch"):
            box = page.locator(selector).bounding_box()
            assert box["height"] >= 30
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= size[0]
        page.locator(".step-earlier").tap()
        assert page.locator(".as-of-day").inner_text() == "14 June 2017"
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize(
    ("fragment", "options"),
    [
        ("from=2016-09-15&on=2017-03-02&undated=shown", {}),
        ("from=2016-09-15&lang=ar&theme=dark", {"size": (390, 844)}),
        ("on=2016-07-01&show=zone:northern-homs", {}),
    ],
)
def test_axe_finds_nothing_in_any_state_of_time(
    open_page: OpenPage, year_file: Path, fragment: str, options: dict[str, Any]
) -> None:
    page = open_page(year_file, fragment=fragment, **options).page
    assert violations(page) == []
