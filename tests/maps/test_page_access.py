"""For those who use a keyboard, a screen reader, or see no map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.maps.axe import violations
from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("fragment", "options"),
    [
        ("", {}),
        ("show=zone:idlib", {"color_scheme": "dark"}),
        ("lang=ar&show=nationality:KZ", {}),
        ("show=point:35.86,36.80", {"size": (360, 740)}),
        ("text", {}),
    ],
)
def test_axe_finds_nothing(open_page: OpenPage, fragment: str, options: dict[str, Any]) -> None:
    page = open_page(fragment=fragment, **options).page
    if fragment == "text":
        page.click(".action-text")
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert violations(page, least=26) == []


def test_axe_finds_what_is_wrong(page: Any) -> None:
    page.evaluate("document.querySelector('#panel').append(Object.assign(new Image(), {src: 'data:,'}))")
    assert [rule for rule, _ in violations(page)] == ["image-alt"]


def test_the_keyboard_reaches_everything(page: Any) -> None:
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(({ id, className, tagName }) => id || className || tagName)(document.activeElement)"
            )
        )
    for wanted in ("skip", "search", "menu-button", "action language", "callout-name", "as-of", "zone-open"):
        assert any(wanted in name for name in reached), (wanted, reached)


def test_focus_can_be_seen(page: Any) -> None:
    for _ in range(4):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle; })()"
        )
        assert style == "solid"


def test_a_zone_is_opened_and_left_by_keyboard(page: Any) -> None:
    page.locator(".callout-name", has_text="Idlib").focus()
    page.keyboard.press("Enter")
    assert page.locator(".zone-view h2").inner_text() == "Idlib"
    page.keyboard.press("Escape")
    assert page.locator(".overview").count() == 1


def test_the_middle_of_the_map_is_asked_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(fragment="map=9/35.86/36.8").page
    page.focus(".folium-map")
    page.keyboard.press("Enter")
    assert page.locator(".point-view h2").inner_text() == "Saraqab"


def test_the_menu_is_walked_by_arrows(page: Any) -> None:
    page.focus(".menu-button")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Members as CSV"
    page.keyboard.press("Escape")
    assert page.locator("#menu").is_hidden()
    assert "menu-button" in page.evaluate("document.activeElement.className")


def test_buttons_on_the_map_have_names(page: Any) -> None:
    badge = page.locator(".callout[data-zone=idlib] .badge:text-is('TR')")
    assert badge.get_attribute("aria-label").startswith("Türkiye")
    assert page.get_by_role("button", name="Zoom in").count() == 1


def test_text_version_holds_the_whole_content(page: Any, zone_set: ZoneSet) -> None:
    page.click(".action-text")
    text = page.locator("#text-version").inner_text()
    for zone in zone_set.zones:
        assert zone.name in text
        assert all(member.pcode in text for member in zone.members)
    for claim in zone_set.claims:
        assert all(evidence.quote in text for evidence in claim.evidence)
    page.click(".action-text")
    assert page.locator("#text-version").is_hidden()


def test_motion_is_reduced_where_asked(open_page: OpenPage) -> None:
    page = open_page(reduced_motion="reduce").page
    assert page.locator("#panel").evaluate("node => getComputedStyle(node).transitionProperty") in {
        "none",
        "all",
    }
    assert page.locator("#panel").evaluate("node => getComputedStyle(node).transitionDuration") == "0s"


def test_without_scripts_the_content_is_there_as_text(browser: Any, map_file: Any, zone_set: ZoneSet) -> None:
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(map_file.as_uri())
    text = page.locator(".archive").inner_text()
    assert all(member.pcode in text for zone in zone_set.zones for member in zone.members)
    assert all(evidence.quote in text for claim in zone_set.claims for evidence in claim.evidence)
    context.close()
