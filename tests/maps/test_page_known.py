"""The page shows on each day what Python says was known then, and nothing before a text tells it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import maps
from maps import payload
from tests.browser import Watched
from tests.maps.over_time import over_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from zones import ZoneSet

pytestmark = pytest.mark.browser

KNOWN = """() => {
  const { model, store } = app;
  const known = model.known(store.get());
  return {
    zones: known.zones.map(zone => zone.id),
    claims: known.claims.map(claim => claim.id).sort(),
    documents: known.documents.map(document => document.id),
    accord: known.accord !== null,
    standing: known.standings
      .map(each => [each.nationality, each.zone ?? '', each.status, each.disputed, each.claims])
      .sort((a, b) => JSON.stringify(a.slice(0, 2)) < JSON.stringify(b.slice(0, 2)) ? -1 : 1),
  };
}"""


@pytest.fixture(scope="module")
def told(zone_set: ZoneSet) -> ZoneSet:
    return over_time(zone_set)


@pytest.fixture(scope="module")
def watched(told: ZoneSet, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """One page of a year's documents for all tests here, each of which goes to its own address."""
    path = maps.save_html(told, tmp_path_factory.mktemp("year") / "zones.html")
    page = Watched.open(browser, path)
    started = (
        "Object.keys(window).find(name => name.startsWith('zone_explorer') || window[name]?.model?.known)"
    )
    page.page.evaluate(f"() => {{ window.app = window[{started}]; }}")
    yield page
    page.close()


def known_in_python(zone_set: ZoneSet) -> dict[str, Any]:
    standing = sorted(zone_set.standing(), key=lambda s: (s.nationality, s.zone or ""))
    return {
        "zones": [zone.id for zone in zone_set.zones],
        "claims": sorted(claim.id for claim in zone_set.claims),
        "documents": [document.id for document in zone_set.documents],
        "accord": zone_set.accord is not None,
        "standing": [
            [s.nationality, s.zone or "", str(s.status), s.disputed, list(s.claims)] for s in standing
        ],
    }


def test_each_day_is_as_in_python(told: ZoneSet, watched: Watched) -> None:
    for day in payload.days(told):
        for undated in (False, True):
            watched.show(f"on={day}&undated={'shown' if undated else 'hidden'}")
            expected = known_in_python(told.on(day, undated=undated))
            assert watched.page.evaluate(KNOWN) == expected, (day, undated)
            drawn = watched.page.eval_on_selector_all(
                "path.zone", "paths => [...new Set(paths.map(path => path.dataset.zone))].sort()"
            )
            assert drawn == sorted(expected["zones"]), (day, undated)


def test_the_latest_view_is_all_there_is(told: ZoneSet, watched: Watched) -> None:
    watched.show("")
    assert watched.page.evaluate(KNOWN) == known_in_python(told)


def test_before_its_document_a_zone_is_nowhere(watched: Watched) -> None:
    watched.show("on=2016-07-01")
    page = watched.page
    for selector in (".callout-name", ".zone-open"):
        assert page.locator(selector).all_inner_texts() == ["Idlib"]
    assert page.locator(".layers-zones label:not([hidden]) bdi").all_text_contents() == ["Idlib"]
    page.fill("#search", "Jordanian border")
    assert page.locator("#found [role=option]").all_inner_texts() == ["Nothing found"]
    page.fill("#search", "")
    page.evaluate("app.store.set({ text: true })")
    text = page.locator("#text-version").inner_text()
    assert "Idlib" in text
    assert "Jordanian border" not in text
    assert page.locator("#text-version .documents cite").all_inner_texts() == ["Article 0"]
    page.evaluate("app.store.set({ text: false })")


def test_a_zone_told_further_says_so_and_quotes_only_what_was_there(watched: Watched) -> None:
    watched.show("on=2016-07-01&show=zone:idlib")
    view = watched.page.locator(".zone-view")
    assert "Documents of 2 March 2017 and later describe this zone too" in view.inner_text()
    assert view.locator(".part-definition figure").count() == 1
    watched.show("on=2017-03-02&show=zone:idlib")
    assert view.locator(".part-definition figure").count() == 2


def test_a_zone_chosen_before_it_was_described_says_when_it_is(watched: Watched) -> None:
    watched.show("on=2016-07-01&show=zone:northern-homs")
    page = watched.page
    assert "only in documents of 10 January 2017 and later" in page.locator(".unknown-zone").inner_text()
    assert page.locator(".mark-members").count() == 0


def test_the_undated_stand_apart(watched: Watched) -> None:
    page = watched.page
    switch = page.locator(".undated-switch input")
    watched.show("")
    assert switch.is_checked()
    assert "undated (7)" in page.locator(".undated-switch").inner_text()
    marked = page.eval_on_selector_all(
        ".undated-mark",
        "marks => marks.map(m => m.closest('.zone-row, .callout')?.querySelector('bdi, button').textContent)",
    )
    assert {name for name in marked if name} == {"Eastern Ghouta"}
    page.focus("#as-of")
    page.keyboard.press("ArrowLeft")
    assert not switch.is_checked()
    assert "left out" in page.locator(".undated-notice").inner_text()
    assert page.locator(".callout[data-zone=eastern-ghouta]").count() == 0
    switch.check()
    watched.settle()
    assert page.locator(".callout[data-zone=eastern-ghouta] .undated-mark").is_visible()
    assert "undated=shown" in page.evaluate("location.hash")
    page.locator(".zone-open", has_text="Eastern Ghouta").click()
    assert "nobody can say from when" in page.locator(".zone-view .notice").first.inner_text()


def test_without_undated_things_there_is_no_switch(page: Any) -> None:
    assert page.locator(".undated-switch").is_hidden()
    assert page.locator(".undated-mark").count() == 0


def test_a_range_is_only_what_was_said_within_it(told: ZoneSet, watched: Watched) -> None:
    since, until = date(2017, 1, 1), date(2017, 3, 2)
    days = [day for day in payload.days(told) if since <= day <= until]
    watched.show(f"from={days[0]}&on={days[-1]}")
    seen = watched.page.evaluate(KNOWN)
    before = told.on(max(day for day in payload.days(told) if day < days[0]))
    earlier = {claim.id for claim in before.claims}
    assert seen["claims"] == sorted(claim.id for claim in told.on(until).claims if claim.id not in earlier)
    assert "northern-homs" in seen["zones"]
    assert "jordanian-border" not in seen["zones"]
    assert "eastern-ghouta" not in seen["zones"]
    page = watched.page
    assert page.locator(".as-of label").inner_text() == "Only what was said"
    assert "What was said before is left out" in page.locator(".range-notice").inner_text()
