"""A zone of which not all words were understood: marked wherever it is shown, on desktop and phone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import maps
import zones
from maps.assets import languages
from maps.figure.content import drawn_zones
from tests.maps.conftest import OpenPage
from zones import ZoneSet

TEXT = (
    "The safe zone covers Idlib province, Qaryat Zubda and the districts of Masyaf and Salamiyah. "
    "A second zone covers Quneitra province."
)


@pytest.fixture(scope="module")
def partly(tmp_path_factory: pytest.TempPathFactory) -> ZoneSet:
    path = tmp_path_factory.mktemp("partly") / "partly.txt"
    path.write_text(TEXT, encoding="utf-8")
    return zones.load(path)


@pytest.fixture(scope="module")
def file(partly: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maps.save_html(partly, tmp_path_factory.mktemp("page") / "zones.html")


@pytest.mark.browser
@pytest.mark.parametrize("size", [(1440, 900), (360, 740)], ids=["desktop", "phone"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_stranger_sees_that_it_is_unfinished_and_what_was_not_read(
    open_page: OpenPage, file: Path, partly: ZoneSet, language: str, size: tuple[int, int]
) -> None:
    unfinished, whole = partly.zones
    words = languages()[language]["words"]
    page = open_page(file, fragment=f"lang={language}&show=zone:{unfinished.id}", size=size).page
    panel = page.locator("#panel")
    assert words["read_in_part_hint"] in panel.locator(".unread-notice").inner_text()
    assert "Qaryat Zubda" in panel.locator(".part-unread").inner_text()
    assert page.locator(f'.callout[data-zone="{unfinished.id}"] .part-mark').count() == 1
    assert page.locator(f'.callout[data-zone="{whole.id}"] .part-mark').count() == 0
    assert page.locator("#legend-body .part-mark").count() == 1


@pytest.mark.browser
def test_the_list_of_zones_marks_it(open_page: OpenPage, file: Path) -> None:
    rows = open_page(file).page.locator("#panel .zone-row")
    assert [rows.nth(i).locator(".part-mark").count() for i in range(rows.count())] == [1, 0]


def test_every_output_tells_it(partly: ZoneSet, tmp_path: Path) -> None:
    full = json.loads(json.dumps(partly.to_dict()))
    assert [[words["text"] for words in zone["unread"]] for zone in full["zones"]] == [["Qaryat Zubda"], []]
    geojson = json.loads(maps.save_geojson(partly, tmp_path / "zones.geojson").read_text(encoding="utf-8"))
    told = {
        f["properties"]["zone"]: f["properties"].get("unread")
        for f in geojson["features"]
        if "zone" in f["properties"]
    }
    assert "Qaryat Zubda" in json.dumps(told)
    drawn = drawn_zones(partly, zone=None, on=None)
    assert ["Read in part" in " ".join(zone.remarks) for zone in drawn] == [True, False]
