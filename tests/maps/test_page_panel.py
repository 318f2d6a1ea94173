"""The panel: everything known of a zone, a unit, a point or a nationality, each with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser


def test_overview_lists_zones_documents_and_the_agreement(page: Any, zone_set: ZoneSet) -> None:
    panel = page.locator("#panel")
    assert panel.locator(".zone-open").all_inner_texts() == [zone.name for zone in zone_set.zones]
    text = panel.inner_text()
    for document in zone_set.documents:
        assert document.title in text
        assert document.sha256[:12] in text
    assert "Russia" in text
    assert "4 May 2017" in text


def test_a_zone_shows_its_definition_members_and_claims(page: Any, zone_set: ZoneSet) -> None:
    page.locator(".callout-name", has_text="Idlib").click()
    view = page.locator(".zone-view")
    zone = zone_set.zones[0]
    assert view.locator("h2").inner_text() == "Idlib"
    assert zone.evidence[0].quote in view.locator(".part-definition").inner_text()
    assert zone_set.documents[0].title in view.locator(".part-definition").inner_text()
    codes = view.locator(".members summary code").all_inner_texts()
    assert sorted(codes) == sorted(member.pcode for member in zone.members)
    claims = [claim for claim in zone_set.claims if claim.zone == zone.id]
    assert view.locator(".part-claims .claim").count() == len(claims)
    shown = view.locator(".part-claims").inner_text()
    for claim in claims:
        for evidence in claim.evidence:
            assert evidence.quote in shown


def test_every_claim_of_the_documents_is_somewhere_in_the_panel(
    open_page: OpenPage, zone_set: ZoneSet
) -> None:
    watched = open_page()
    for code in sorted({claim.nationality for claim in zone_set.claims}):
        watched.page.evaluate("code => { location.hash = `show=nationality:${code}`; }", code)
        watched.page.wait_for_selector(f".nationality-view h2 code:text-is('{code}')")
        text = watched.page.locator(".nationality-view .part-claims").inner_text()
        for claim in zone_set.claims:
            if claim.nationality == code:
                assert claim.said_by is None or claim.said_by in text
                assert all(evidence.quote in text for evidence in claim.evidence)


def test_contradictions_are_marked(open_page: OpenPage) -> None:
    page = open_page(fragment="show=nationality:KZ").page
    assert page.locator(".nationality-view .standing .disputed-mark").count() >= 1
    denied = page.locator(".claim-denied")
    assert denied.locator(".contradiction").count() == denied.count() >= 1


def test_claims_stand_in_order_of_time(open_page: OpenPage) -> None:
    page = open_page(fragment="show=zone:idlib").page
    days = page.eval_on_selector_all(".part-claims time", "nodes => nodes.map(n => n.dateTime)")
    assert days == sorted(days)
    assert len(days) > 5


def test_a_unit_says_which_zones_it_belongs_to(open_page: OpenPage) -> None:
    text = open_page(fragment="show=unit:SY040400").page.locator(".unit-view").inner_text()
    assert "Partly in the zone" in text
    assert "Northern Homs" in text
    assert "SY0404" in text


def test_a_click_on_the_map_asks_about_the_point(open_page: OpenPage) -> None:
    watched = open_page(fragment="map=9/35.86/36.8")
    box = watched.page.locator(".folium-map").bounding_box()
    watched.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    text = watched.page.locator(".point-view").inner_text()
    assert "Saraqab" in text
    assert "SY070003" in text
    assert "In the zone" in text
    assert "Idlib province" in text


def test_the_pointer_names_what_is_under_it(open_page: OpenPage) -> None:
    watched = open_page(fragment="map=9/35.86/36.8")
    box = watched.page.locator(".folium-map").bounding_box()
    watched.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    watched.settle()
    assert "Saraqab" in watched.page.locator(".hover-name").inner_text()


def test_outside_every_zone_the_nearest_is_told(open_page: OpenPage) -> None:
    text = open_page(fragment="show=point:34.889,35.886").page.locator(".point-view").inner_text()
    assert "In no zone. The nearest is" in text
    assert " km away" in text
