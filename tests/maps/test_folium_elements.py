"""What folium has, on our map: popups without jQuery, plugins from local copies, and clear refusals."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import pytest
from folium import plugins

import maps
from maps.save import RemoteContentError, to_html
from tests.maps.conftest import OpenPage
from tests.maps.leaflet_plugins import copies

if TYPE_CHECKING:
    from zones import ZoneSet

PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="
EAST = [(35.0 + step / 50, 39.0 + step / 50) for step in range(8)]


def offline_tiles() -> folium.TileLayer:
    return folium.TileLayer(PIXEL, attr="none", overlay=True)


def with_plugins(page: folium.Map) -> folium.Map:
    """Put eleven of folium's plugins on a map."""
    cluster = plugins.MarkerCluster().add_to(page)
    for spot in EAST:
        folium.Marker(spot, popup="in a cluster").add_to(cluster)
    plugins.HeatMap(EAST).add_to(page)
    plugins.Fullscreen().add_to(page)
    plugins.MiniMap(tile_layer=offline_tiles()).add_to(page)
    plugins.MousePosition().add_to(page)
    plugins.Draw().add_to(page)
    plugins.LocateControl().add_to(page)
    plugins.AntPath([(33.5, 38.5), (34, 40)]).add_to(page)
    line = folium.PolyLine([(33, 38.5), (33.5, 40)]).add_to(page)
    plugins.PolyLineTextPath(line, "to the east").add_to(page)
    folium.Marker((36, 40), icon=plugins.BeautifyIcon(number=3, icon_shape="marker")).add_to(page)
    spot = {"type": "Point", "coordinates": [39.5, 36.3]}
    spring = {"type": "Feature", "properties": {"name": "Hidden spring"}, "geometry": spot}
    layer = folium.GeoJson({"type": "FeatureCollection", "features": [spring]}).add_to(page)
    plugins.Search(layer, search_label="name", collapsed=False).add_to(page)
    return page


SIGNS = {
    "MarkerCluster": ".marker-cluster:has-text('8')",
    "HeatMap": "canvas.leaflet-heatmap-layer",
    "Fullscreen": ".leaflet-control-zoom-fullscreen",
    "MiniMap": ".leaflet-control-minimap .leaflet-overlay-pane path",
    "MousePosition": ".leaflet-control-mouseposition",
    "Draw": ".leaflet-draw-draw-polygon",
    "LocateControl": ".leaflet-control-locate",
    "AntPath": "path.leaflet-ant-path",
    "PolyLineTextPath": "textPath:has-text('to the east')",
    "BeautifyIcon": ".beautify-marker:has-text('3')",
    "Search": ".leaflet-control-search input",
}


@pytest.mark.browser
def test_eleven_plugins_work_offline(zone_set: ZoneSet, tmp_path: Path, open_page: OpenPage) -> None:
    page = with_plugins(maps.webmap(zone_set))
    page.save(tmp_path / "plugins.html", copies=copies())
    watched = open_page(tmp_path / "plugins.html", size=(1600, 1000))
    shown = watched.page
    assert [name for name, sign in SIGNS.items() if not shown.locator(sign).count()] == []
    assert shown.locator("path.zone").count() == 5
    shown.mouse.move(500, 500)
    assert re.match(r"-?\d+\.\d+ : \d+", shown.locator(SIGNS["MousePosition"]).inner_text())
    shown.locator(SIGNS["MarkerCluster"]).click()
    shown.locator("img.leaflet-marker-icon").nth(3).click()
    assert shown.locator(".leaflet-popup-content").inner_text() == "in a cluster"
    # Chromium's hint to whoever draws heat maps.
    watched.errors[:] = [
        told for told in watched.errors if not told.startswith("Canvas2D: Multiple readback")
    ]


@pytest.mark.browser
def test_popups_of_a_user_open_and_look_nothing_up(
    zone_set: ZoneSet, tmp_path: Path, open_page: OpenPage
) -> None:
    page = maps.webmap(zone_set)
    folium.Marker((35, 39), popup=folium.Popup("<b>Market</b> day", max_width=200)).add_to(page)
    folium.CircleMarker((34, 39), fill=True, popup=folium.Popup("lazy", lazy=True)).add_to(page)
    framed = folium.Popup(folium.IFrame("<i>framed</i>", width=180, height=60))
    folium.Marker((33, 39.5), popup=framed).add_to(page)
    watched = open_page(maps.save_html(page, tmp_path / "popups.html"))
    shown = watched.page
    content = shown.locator(".leaflet-popup-content")
    shown.locator("img.leaflet-marker-icon").first.click()
    assert content.inner_text() == "Market day"
    assert content.locator("b").inner_text() == "Market"
    shown.keyboard.press("Escape")
    shown.locator("path.leaflet-interactive:not(.own)").last.click()
    shown.wait_for_function("() => document.querySelector('.leaflet-popup-content')?.innerText === 'lazy'")
    shown.keyboard.press("Escape")
    shown.locator("img.leaflet-marker-icon").last.click()
    assert shown.frame_locator(".leaflet-popup-content iframe").locator("i").inner_text() == "framed"
    assert "show=" not in shown.evaluate("location.hash")


CDNJS = "https://cdnjs.cloudflare.com/ajax/libs"
HOST = "https://example.org"
COPY, OWN_DATA = "copies=FOLDER", "data of your own"


@pytest.mark.parametrize(
    ("element", "address", "told"),
    [
        (
            plugins.Fullscreen,
            "https://cdn.jsdelivr.net/npm/leaflet.fullscreen@3.0.0/Control.FullScreen.css",
            COPY,
        ),
        (
            lambda: folium.Marker((35, 38), icon=folium.Icon(color="red")),
            f"{CDNJS}/Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.js",
            COPY,
        ),
        (
            lambda: folium.TileLayer("OpenTopoMap"),
            "https://{s}.tile.opentopomap.org/{z}/{x}/{y}.png",
            "webmap(tiles=...)",
        ),
        (lambda: folium.Marker((35, 38), icon=folium.CustomIcon(f"{HOST}/a.png")), f"{HOST}/a.png", OWN_DATA),
        (lambda: folium.Marker((35, 38), popup="<img src='//a.org/b.png'>"), "//a.org/b.png", OWN_DATA),
        (
            lambda: folium.raster_layers.ImageOverlay(f"{HOST}/c.png", [[34, 36], [35, 37]]),
            f"{HOST}/c.png",
            OWN_DATA,
        ),
        (plugins.MiniMap, "https://tile.openstreetmap.org/{z}/{x}/{y}.png", OWN_DATA),
    ],
)
def test_what_would_load_from_outside_is_refused(
    zone_set: ZoneSet, element: Callable[[], Any], address: str, told: str
) -> None:
    page = maps.webmap(zone_set)
    element().add_to(page)
    given = copies() if element is plugins.MiniMap else None
    with pytest.raises(RemoteContentError) as caught:
        to_html(page, copies=given)
    assert address in caught.value.addresses
    assert address in str(caught.value)
    assert told in str(caught.value)


def test_a_folder_of_copies_is_laid_out_as_wget_does(zone_set: ZoneSet, tmp_path: Path) -> None:
    page = maps.webmap(zone_set)
    plugins.Fullscreen().add_to(page)
    package = tmp_path / "cdn.jsdelivr.net/npm/leaflet.fullscreen@3.0.0"
    package.mkdir(parents=True)
    (package / "Control.FullScreen.min.js").write_text("// '</script><!--'", encoding="utf-8")
    sheet = package / "Control.FullScreen.css"
    sheet.write_text("a { background: url('icons/a.png') } b { background: url(#here) }", encoding="utf-8")
    with pytest.raises(RemoteContentError) as caught:
        to_html(page, copies=tmp_path)
    assert caught.value.addresses == ("https://cdn.jsdelivr.net/npm/leaflet.fullscreen@3.0.0/icons/a.png",)
    (package / "icons").mkdir()
    (package / "icons/a.png").write_bytes(b"png")
    text = to_html(page, copies=tmp_path)
    assert "url(data:image/png;base64,cG5n)" in text
    assert r"'<\/script><\!--'" in text
    assert "jsdelivr" not in text


def test_scripts_that_make_code_are_refused(zone_set: ZoneSet, tmp_path: Path) -> None:
    page = maps.webmap(zone_set)
    plugins.MeasureControl().add_to(page)
    file = tmp_path / "any"
    file.write_text("new Function('return 1')", encoding="utf-8")
    links = [*plugins.MeasureControl.default_js, *plugins.MeasureControl.default_css]
    with pytest.raises(RemoteContentError, match="the page has a tool of its own"):
        to_html(page, copies={address: file for _, address in links})


def test_a_map_without_elements_of_a_user_has_no_stand_in_for_jquery(zone_set: ZoneSet) -> None:
    assert "window.$" not in to_html(zone_set)
