"""The slider over the documents' dates."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maps
from maps import payload
from tests.maps.conftest import OpenPage
from tests.maps.doctored import Doctored

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser


def test_the_slider_has_the_documents_dates(page: Any, zone_set: ZoneSet) -> None:
    days = payload.days(zone_set)
    assert page.locator("#as-of").get_attribute("max") == str((days[-1] - days[0]).days)
    assert page.locator(".tick").count() == len(days)


def test_it_opens_on_the_latest_date(page: Any) -> None:
    assert page.locator(".as-of-day").inner_text() == "23 June 2017"


def test_before_they_were_described_zones_are_not_shown(open_page: OpenPage) -> None:
    page = open_page(fragment="on=2017-05-04").page
    assert page.locator("path.zone").count() == 0
    assert page.locator(".callout, .zone-row").count() == 0


def test_standing_changes_with_the_date(open_page: OpenPage, zone_set: ZoneSet) -> None:
    watched = open_page()
    for day in payload.days(zone_set):
        watched.page.evaluate("day => { location.hash = `on=${day}`; }", day.isoformat())
        watched.settle()
        shown = watched.page.eval_on_selector_all(
            ".callout .badge",
            "nodes => nodes.map(n => [n.closest('.callout').dataset.zone, n.textContent, "
            "[...n.classList].find(c => c.startsWith('status-')).slice(7), "
            "n.classList.contains('disputed')])",
        )
        expected = [
            [item.zone, item.nationality, str(item.status), item.disputed]
            for item in zone_set.standing(on=day)
            if item.zone in {zone.id for zone in zone_set.on(day).zones}
        ]
        assert sorted(shown) == sorted(expected), day


def test_arrow_keys_move_the_slider(page: Any) -> None:
    page.focus("#as-of")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".as-of-day").inner_text() == "22 June 2017"
    assert page.locator("#as-of").get_attribute("aria-valuetext") == "22 June 2017"
    page.keyboard.press("Home")
    assert page.locator(".as-of-day").inner_text() == "4 May 2017"
    assert "agreement signed" in page.locator(".as-of-event").inner_text()


def test_a_map_can_open_on_any_day(zone_set: ZoneSet, tmp_path: Path, open_page: OpenPage) -> None:
    path = maps.save_html(maps.webmap(zone_set, on=date(2017, 6, 10)), tmp_path / "zones.html")
    page = open_page(path).page
    assert page.locator(".as-of-day").inner_text() == "10 June 2017"
    assert page.locator(".callout .badge").count() == 0


def test_without_zones_and_claims_there_is_still_a_map(
    zone_set: ZoneSet, tmp_path: Path, open_page: OpenPage
) -> None:
    nothing = Doctored(
        zone_set, zones=(), claims=(), accord=None, dates=lambda: (), standing=lambda on=None: ()
    )
    page = open_page(maps.save_html(nothing, tmp_path / "zones.html")).page
    assert page.locator("path.border-country").count() == 1
    assert page.locator(".timeline").is_hidden()
    assert page.locator(".overview").is_visible()
