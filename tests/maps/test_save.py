"""The saved file: whole or not there, the same each time, and closed to the outside."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import folium
import folium.plugins
import pytest

import maps
from maps.save import RemoteContentError, to_html
from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

BUILD = """
import hashlib, zones
from maps.save import to_html
print(hashlib.sha256(to_html(zones.load()).encode()).hexdigest())
"""


@pytest.mark.slow
def test_two_builds_in_different_surroundings_give_the_same_bytes() -> None:
    digests = set()
    for surroundings in (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Damascus", "LC_ALL": "C", "LANG": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "LANG": "ar_SY.UTF-8"},
    ):
        run = subprocess.run(
            [sys.executable, "-c", BUILD],
            env={**os.environ, **surroundings},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.add(run.stdout.strip())
    assert len(digests) == 1


def test_rendering_a_map_twice_gives_the_same_text(zone_set: ZoneSet) -> None:
    page = maps.webmap(zone_set)
    assert to_html(page) == to_html(page) == to_html(zone_set)


def test_nothing_in_the_file_points_outside(map_file: Path) -> None:
    text = map_file.read_text(encoding="utf-8")
    assert not re.findall(
        r"<(?:script|link|img|iframe)[^>]+(?:src|href)=[\"']?(?![\"']?(?:data:|#))[^>]+>", text
    )
    assert not re.findall(r"@import|url\((?![\"']?(?:data:|#))", text)
    assert not re.search(r"_[0-9a-f]{32}\b", text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')


def test_policy_names_each_script_and_no_host_but_the_tiles(map_file: Path) -> None:
    text = map_file.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.findall(r"https?://\S+?(?=[;\s])", policy) == ["https://basemaps.cartocdn.com"]
    assert len(re.findall(r"<script>", text)) == len(
        re.findall(r"sha256", policy.split("script-src")[1].split(";")[0])
    )


def test_without_tiles_no_host_is_named_at_all(zone_set: ZoneSet) -> None:
    text = to_html(maps.webmap(zone_set, tiles=None))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    assert "http" not in policy
    assert "cartocdn" not in text


def test_the_file_is_replaced_at_once_or_not_at_all(
    zone_set: ZoneSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "zones.html"
    path.write_text("before")

    def failing(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OSError, match="disk full"):
        maps.save_html(zone_set, path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_unwritable_place_is_an_error_without_a_trace(zone_set: ZoneSet, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        maps.save_html(zone_set, tmp_path / "nowhere" / "zones.html")


def test_an_unknown_language_is_refused_with_those_there_are(zone_set: ZoneSet) -> None:
    with pytest.raises(ValueError, match="ar, en"):
        maps.webmap(zone_set, language="tlh")


def test_the_title_is_text(zone_set: ZoneSet) -> None:
    text = to_html(maps.webmap(zone_set, title="<b>A & B</b>"))
    assert "<title>&lt;b&gt;A &amp; B&lt;/b&gt;</title>" in text
    assert "<b>A" not in text


@pytest.mark.slow
def test_the_map_stays_a_folium_map(zone_set: ZoneSet, tmp_path: Path) -> None:
    page = maps.webmap(zone_set)
    assert isinstance(page, folium.Map)
    page.save(tmp_path / "saved.html")
    assert (tmp_path / "saved.html").read_text(encoding="utf-8") == to_html(zone_set)


def test_what_loads_from_outside_is_refused(zone_set: ZoneSet) -> None:
    page = maps.webmap(zone_set)
    folium.plugins.Fullscreen().add_to(page)
    with pytest.raises(RemoteContentError, match="from outside") as caught:
        to_html(page)
    assert any(address.endswith("Control.FullScreen.css") for address in caught.value.addresses)


@pytest.mark.browser
def test_own_layers_of_a_user_are_shown(zone_set: ZoneSet, tmp_path: Path, open_page: OpenPage) -> None:
    page = maps.webmap(zone_set)
    folium.Marker((35.2, 38.0), tooltip="here").add_to(page)
    folium.GeoJson(
        {"type": "Point", "coordinates": [37.0, 35.0]}, marker=folium.CircleMarker(radius=9)
    ).add_to(page)
    folium.PolyLine([(35, 36), (36, 38)], color="#123456").add_to(page)
    watched = open_page(maps.save_html(page, tmp_path / "mine.html"))
    assert watched.page.locator("img.leaflet-marker-icon").count() == 1
    assert watched.page.locator("path[stroke='#123456']").count() == 1
    assert watched.page.locator("path.zone").count() == 5
    assert watched.page.locator("img.leaflet-marker-icon").evaluate("node => node.naturalWidth") > 0


def test_two_digests_differ_when_the_map_does(zone_set: ZoneSet) -> None:
    texts = {to_html(maps.webmap(zone_set, language=code)) for code in ("en", "ar")}
    assert len({hashlib.sha256(text.encode()).hexdigest() for text in texts}) == 2
