"""A hostile document changes nothing but its own text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maps
from tests.browser import Watched
from tests.maps.conftest import OpenPage
from tests.maps.doctored import HOSTILE, hostile

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile_file(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maps.save_html(hostile(zone_set), tmp_path_factory.mktemp("hostile") / "zones.html")


@pytest.fixture
def watched(open_page: OpenPage, hostile_file: Path) -> Iterator[Watched]:
    watched = open_page(hostile_file)
    yield watched
    assert watched.page.evaluate("window.pwned") is None


def test_attacks_are_shown_as_text(watched: Watched, zone_set: ZoneSet) -> None:
    panel = watched.page.locator("#panel")
    plain_elements = watched.page.evaluate("[...document.querySelectorAll('body *')].map(n => n.tagName)")
    assert "IMG" not in set(plain_elements) - {"IMG"} or watched.page.locator("#panel img").count() == 0
    for selection in [*(f"zone:{zone.id}" for zone in zone_set.zones), "nationality:KZ", "nationality:TR"]:
        watched.show(f"show={selection}")
        assert panel.locator("script, img, style, iframe, a").count() == 0
    watched.show("show=zone:idlib")
    shown = panel.evaluate("node => node.textContent")
    assert sum(attack in shown for attack in HOSTILE) > 6
    assert panel.is_visible()


def test_attacks_in_sentences_passed_over_are_shown_as_text(watched: Watched) -> None:
    fold = watched.page.locator(".passed-fold")
    fold.locator("summary").click()
    fold.locator("li").first.wait_for()
    shown = fold.evaluate("node => node.textContent")
    assert sum(attack in shown for attack in HOSTILE) > 6
    assert fold.locator("script, img, style, iframe, a").count() == 0


def test_no_attack_is_read_as_a_template(hostile_file: Path) -> None:
    text = hostile_file.read_text(encoding="utf-8")
    assert "{{ 7 * 7 }}" in text
    assert "{# gone #}" in text


def test_scripts_in_the_page_are_ours_alone(watched: Watched, page: Any) -> None:
    count = "document.querySelectorAll('script').length"
    assert watched.page.evaluate(count) == page.evaluate(count)


def test_the_whole_text_version_stays_text(watched: Watched) -> None:
    watched.page.click(".action-text")
    assert watched.page.locator("#text-version script, #text-version img, #text-version style").count() == 0


def test_a_megabyte_is_cut_until_asked_for(watched: Watched) -> None:
    watched.show("show=nationality:TR")
    assert watched.page.locator("#panel").evaluate("node => node.textContent.length") < 100_000
    watched.page.locator(".more-text").first.evaluate(
        "node => { node.closest('details')?.setAttribute('open', ''); }"
    )
    watched.page.locator(".more-text").first.click()
    assert watched.page.locator("#panel").evaluate("node => node.textContent.length") > 1_000_000


def test_a_direction_mark_turns_only_its_own_text(watched: Watched) -> None:
    for label in watched.page.locator(".callout-name, [aria-label]").evaluate_all(
        "nodes => nodes.map(n => n.getAttribute('aria-label') ?? n.textContent)"
    ):
        assert not set("\u202e\u202d\u2066\u2067") & set(label)


def test_tables_hold_no_formula(watched: Watched) -> None:
    watched.page.click(".menu-button")
    with watched.page.expect_download() as download:
        watched.page.click(".menu button:has-text('Claims')")
    csv.field_size_limit(10**7)
    rows = list(
        csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"), newline=""))
    )
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    parts = [part.strip(' "') for row in rows for cell in row for part in cell.split(";")]
    assert "'=1+1" in parts
    assert not any(part.startswith(("=", "+", "-", "@")) for part in parts)


def test_the_sheet_is_drawn_all_the_same(watched: Watched) -> None:
    watched.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert watched.page.locator("#sheet svg").count() == 1
    assert watched.page.locator("#sheet script, #sheet foreignObject").count() == 0


def test_the_policy_stops_what_is_not_ours(open_page: OpenPage, map_file: Path, tmp_path: Path) -> None:
    text = map_file.read_text(encoding="utf-8")
    tampered = tmp_path / "tampered.html"
    tampered.write_text(
        text.replace(
            "</body>", "<script>window.pwned = 7</script><img src='x' onerror='window.pwned = 8'></body>"
        ),
        encoding="utf-8",
    )
    watched = open_page(tampered)
    assert watched.page.evaluate("window.pwned") is None
    assert any("Content Security Policy" in error for error in watched.errors)
    watched.errors.clear()


def test_page_can_ask_no_host(open_page: OpenPage) -> None:
    watched = open_page()
    blocked = watched.page.evaluate("fetch('https://example.invalid/').then(() => false, () => true)")
    assert blocked
    assert any("Content Security Policy" in error for error in watched.errors)
    watched.errors.clear()
    watched.requests.clear()
