"""The timeline of claims on the page: who said what when, and what a choice on it shows."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import resources
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maps
from maps.statusmarks import STATUS_MARKS, TONES
from tests.maps.axe import violations
from tests.maps.conftest import OpenPage
from tests.maps.manyclaims import many_claims, on_days
from zones.disputes import disputes
from zones.standing import claim_day

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser

SCRIPT = resources.files("maps") / "page" / "script"
STYLE = resources.files("maps") / "page" / "style"
DARK_PHONE = {"size": (390, 844), "color_scheme": "dark"}


@pytest.fixture(scope="module")
def many(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A map with 400 claims of 20 nationalities over a year, some of them undated."""
    return maps.save_html(many_claims(zone_set), tmp_path_factory.mktemp("many") / "many.html")


def boxes(page: Any, chosen: str = ".claim-mark") -> list[dict[str, float]]:
    """The places of what a selector finds, with the ids of claims."""
    return page.evaluate(
        """chosen => [...document.querySelectorAll(chosen)].map(node => {
            const { left, right, top, bottom, width } = node.getBoundingClientRect();
            const claim = node.closest("[data-claim]")?.dataset.claim;
            return { claim, left, right, top, bottom, width };
        })""",
        chosen,
    )


def overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    apart = 0.01
    return (
        one["left"] < other["right"] - apart
        and other["left"] < one["right"] - apart
        and one["top"] < other["bottom"] - apart
        and other["top"] < one["bottom"] - apart
    )


def focused(page: Any) -> str:
    return page.evaluate("document.activeElement.dataset.claim ?? document.activeElement.className")


def test_a_button_opens_and_escape_closes_it(page: Any) -> None:
    page.get_by_role("button", name="Timeline of claims").click()
    assert page.locator("#claim-chart h2").inner_text() == "Timeline of claims"
    assert page.locator(".action-lanes").get_attribute("aria-pressed") == "true"
    page.keyboard.press("Escape")
    assert page.locator("#claim-chart").is_hidden()
    assert "action-lanes" in focused(page)


def test_every_claim_is_there_once_in_its_lane(open_page: OpenPage, zone_set: ZoneSet) -> None:
    page = open_page(fragment="chart").page
    shown = page.eval_on_selector_all(
        ".claim-mark",
        "nodes => nodes.map(n => [n.dataset.claim, n.closest('.chart-lane').dataset.nationality])",
    )
    assert sorted(shown) == sorted([claim.id, claim.nationality] for claim in zone_set.claims)


def test_lanes_follow_by_first_day_then_by_name(open_page: OpenPage, zone_set: ZoneSet) -> None:
    page = open_page(fragment="chart").page
    shown = page.eval_on_selector_all(".chart-lane", "nodes => nodes.map(n => n.dataset.nationality)")

    def order(code: str) -> tuple[date, str]:
        days = [claim_day(c, zone_set.published) for c in zone_set.claims if c.nationality == code]
        return min(day for day in days if day), zone_set.country(code)

    assert shown == sorted(shown, key=order)


def test_disputes_are_those_of_python(open_page: OpenPage, many: Path, zone_set: ZoneSet) -> None:
    page = open_page(many, fragment="chart").page
    shown = page.eval_on_selector_all(
        ".ties .tie", "nodes => nodes.map(n => [n.dataset.refusing, n.dataset.affirming])"
    )
    expected = [[pair.refusing, pair.affirming] for pair in disputes(many_claims(zone_set).claims)]
    assert sorted(shown) == sorted(expected)


def test_time_is_true_to_scale_and_the_undated_stand_apart(
    open_page: OpenPage, tmp_path: Path, zone_set: ZoneSet
) -> None:
    days = (date(2016, 3, 1), date(2016, 3, 2), date(2016, 12, 31), date(2017, 6, 1), None, date(2018, 1, 3))
    told = on_days(zone_set, *days)
    page = open_page(maps.save_html(told, tmp_path / "days.html"), fragment="chart").page
    at = {box["claim"]: (box["left"] + box["right"]) / 2 for box in boxes(page, ".claim-mark .glyph")}
    dated = sorted((day, at[claim.id]) for claim, day in zip(told.claims, days, strict=True) if day)
    first, last = dated[0], dated[-1]
    a_day = (last[1] - first[1]) / (last[0] - first[0]).days
    for day, x in dated:
        assert x == pytest.approx(first[1] + (day - first[0]).days * a_day, abs=1), day
    assert at[told.claims[4].id] > last[1] + 12
    assert page.locator(".chart-undated").inner_text() == "undated"


@pytest.mark.parametrize("options", [{}, DARK_PHONE, {"size": (1440, 900)}])
def test_no_mark_lies_on_another(open_page: OpenPage, many: Path, options: dict[str, Any]) -> None:
    page = open_page(many, fragment="chart", **options).page
    found = boxes(page)
    assert len(found) == 400
    by_top = sorted(found, key=lambda box: box["top"])
    for one, other in combinations(by_top, 2):
        if other["top"] >= one["bottom"]:
            continue
        assert not overlap(one, other), (one, other)


@pytest.mark.parametrize("fragment", ["chart", "chart&lang=ar"])
def test_nor_do_its_words(open_page: OpenPage, fragment: str) -> None:
    page = open_page(fragment=fragment).page
    found = boxes(page)
    assert max(box["width"] for box in found) > 60, "there is room for words"
    assert not [(one, other) for one, other in combinations(found, 2) if overlap(one, other)]
    cut = page.eval_on_selector_all(
        ".mark-words", "nodes => nodes.filter(n => n.scrollWidth > n.clientWidth + 1).map(n => n.textContent)"
    )
    assert cut == []


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_labels_of_the_scale_stand_apart(
    open_page: OpenPage, many: Path, size: tuple[int, int], language: str
) -> None:
    page = open_page(many, fragment=f"chart&lang={language}", size=size).page
    labels = sorted(
        (box for box in boxes(page, ".chart-tick > span") if box["width"]), key=lambda box: box["left"]
    )
    assert len(labels) >= 2
    assert all(one["right"] <= other["left"] for one, other in pairwise(labels)), labels


def test_in_arabic_time_runs_from_right_to_left(open_page: OpenPage) -> None:
    page = open_page(fragment="chart&lang=ar").page
    at = {box["claim"]: box["left"] for box in boxes(page, ".claim-mark .glyph")}
    assert at["tr-planned-1"] > at["tr-possible-1"]
    page.locator("[data-claim=tr-planned-1]").focus()
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "tr-possible-1"


def test_a_click_shows_the_quotation_and_lights_the_zone(open_page: OpenPage, zone_set: ZoneSet) -> None:
    page = open_page(fragment="chart").page
    page.click("[data-claim=jo-possible-1]")
    (claim,) = [claim for claim in zone_set.claims if claim.id == "jo-possible-1"]
    assert page.locator(".claim-view blockquote").first.inner_text() == claim.evidence[0].quote
    assert "İbrahim Kalın" in page.locator(".claim-view").inner_text()
    lit = page.eval_on_selector_all(
        "path.zone.chosen", "nodes => [...new Set(nodes.map(n => n.dataset.zone))]"
    )
    assert lit == ["jordanian-border"]
    assert page.locator("#claim-chart").is_visible()
    assert page.locator("[data-claim=jo-possible-1]").get_attribute("aria-current") == "true"
    page.go_back()
    assert page.locator(".overview").count() == 1


def test_what_stands_against_a_claim_is_a_step_away(open_page: OpenPage) -> None:
    page = open_page(fragment="show=claim:kz-denied-1").page
    page.locator(".claim-opposites button", has_text="proposed").click()
    assert page.locator(".claim-view .status").inner_text() == "proposed"
    page.get_by_role("button", name="Show on the timeline").click()
    assert focused(page) == "kz-proposed-1"


def test_the_keyboard_goes_from_claim_to_claim(open_page: OpenPage) -> None:
    page = open_page(fragment="chart").page
    page.locator(".claim-mark[tabindex='0']").focus()
    start = focused(page)
    page.keyboard.press("ArrowRight")
    assert focused(page) != start
    page.keyboard.press("Home")
    assert focused(page) == start
    page.keyboard.press("ArrowDown")
    assert focused(page) == "ru-planned-1"
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    assert focused(page) == "ru-possible-3"
    assert page.locator(".claim-mark[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".claim-view h2").inner_text().startswith("Russia")


def test_a_card_tells_what_a_mark_is(open_page: OpenPage) -> None:
    page = open_page(fragment="chart").page
    page.hover("[data-claim=kg-denied-1]")
    told = page.locator("#claim-card").inner_text()
    for words in (
        "Kyrgyzstan",
        "denied",
        "23 June 2017",
        "delegation",
        "Interfax",
        "stands against 4 claims",
    ):
        assert words in told
    assert page.locator(".ties .tie.lit").count() == 4
    page.mouse.move(5, 5)
    page.wait_for_selector("#claim-card", state="hidden")


def test_a_claim_of_a_later_day_moves_the_time_to_it(open_page: OpenPage) -> None:
    page = open_page(fragment="chart&on=2017-06-22").page
    unknown = page.locator(".claim-mark.unknown")
    assert unknown.count() == 18
    page.click("[data-claim=kz-denied-1]")
    assert page.locator(".as-of-day").inner_text() == "23 June 2017"
    assert page.locator(".claim-view blockquote").count() > 0
    assert unknown.count() == 0


def test_on_a_phone_it_gives_way_to_what_was_chosen(open_page: OpenPage) -> None:
    page = open_page(size=(390, 844)).page
    page.click(".action-lanes")
    covered = page.evaluate(
        "(({ width, height }) => [width, height])(document.getElementById('claim-chart').getBoundingClientRect())"
    )
    assert covered == [390, 844]
    page.click("[data-claim=ir-possible-1]")
    assert page.locator("#claim-chart").is_hidden()
    assert page.locator(".claim-view blockquote").first.is_visible()


def test_it_is_printed_after_the_map(open_page: OpenPage, tmp_path: Path) -> None:
    import pypdf  # noqa: PLC0415 - an extra

    page = open_page(fragment="chart&theme=dark").page
    page.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True)
    sheets = [sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "printed.pdf").pages]
    assert len(sheets) == 2
    assert "Idlib" in sheets[0]
    assert "Timeline of claims" in sheets[1]
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize(
    ("fragment", "options"),
    [("chart&show=claim:kg-denied-1", {}), ("chart&lang=ar&on=2017-06-22", DARK_PHONE)],
)
def test_axe_finds_nothing(open_page: OpenPage, fragment: str, options: dict[str, Any]) -> None:
    page = open_page(fragment=fragment, **options).page
    page.locator(".claim-mark[tabindex='0']").focus()
    page.keyboard.press("End")
    assert violations(page) == []


def test_without_claims_there_is_no_button(open_page: OpenPage, tmp_path: Path, zone_set: ZoneSet) -> None:
    page = open_page(maps.save_html(on_days(zone_set), tmp_path / "none.html"), fragment="chart").page
    assert page.locator(".action-lanes").count() == 0
    assert page.locator("#claim-chart").is_hidden()


def test_marks_are_those_of_the_printed_timeline() -> None:
    text = (SCRIPT / "chartmarks.js").read_text(encoding="utf-8")
    table = re.search(r"STATUS_MARKS = (\{.*?\n\});", text, re.DOTALL)
    assert table is not None
    quoted = re.sub(r"(\w+):", r'"\1":', re.sub(r",(\s*\})", r"\1", table[1]))
    expected = {
        str(status): {key: getattr(mark, key) for key in ("shape", "frame", "filled", "sign", "tone")}
        for status, mark in STATUS_MARKS.items()
    }
    assert json.loads(quoted) == expected
    assert len({tuple(mark.values()) for mark in expected.values()}) == len(expected), "no two look the same"


def test_colours_are_those_of_the_printed_timeline() -> None:
    marks, tokens = ((STYLE / f"{name}.css").read_text(encoding="utf-8") for name in ("claimmarks", "tokens"))
    for tone, colour in TONES.items():
        name = re.search(rf"\.tone-{tone} \{{\s*--tone: var\((--[\w-]+)\)", marks)
        assert name is not None
        assert re.search(rf"{name[1]}: (#\w+)", tokens)[1] == colour  # type: ignore[index]
