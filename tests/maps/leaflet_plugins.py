"""Plugins of Leaflet that folium's elements load, from the npm packages that package.json pins for the tests."""

from __future__ import annotations

from pathlib import Path

from tests.node_modules import ROOT, need

_CDNJS = "https://cdnjs.cloudflare.com/ajax/libs"
_JSDELIVR = "https://cdn.jsdelivr.net"
_POSITION = "L.Control.MousePosition"
_BEAUTIFUL = "leaflet-beautify-marker-icon"

# Where folium's address begins, where npm has its files, and their names: in both, or in each.
_PACKAGES: tuple[tuple[str, str, tuple[str | tuple[str, str], ...]], ...] = (
    (
        f"{_CDNJS}/leaflet.markercluster/1.1.0", "leaflet.markercluster/dist",
        ("leaflet.markercluster.js", "MarkerCluster.css", "MarkerCluster.Default.css"),
    ),
    (
        f"{_JSDELIVR}/npm/leaflet.fullscreen@3.0.0", "leaflet.fullscreen",
        (("Control.FullScreen.min.js", "Control.FullScreen.js"), "Control.FullScreen.css"),
    ),
    (
        f"{_CDNJS}/leaflet-minimap/3.6.1", "leaflet-minimap/dist",
        (("Control.MiniMap.js", "Control.MiniMap.min.js"), ("Control.MiniMap.css", "Control.MiniMap.min.css")),
    ),
    (
        f"{_JSDELIVR}/gh/ardhi/Leaflet.MousePosition/src", "leaflet-mouse-position/src",
        ((f"{_POSITION}.min.js", f"{_POSITION}.js"), (f"{_POSITION}.min.css", f"{_POSITION}.css")),
    ),
    (f"{_CDNJS}/leaflet.draw/1.0.2", "leaflet-draw/dist", ("leaflet.draw.js", "leaflet.draw.css")),
    (
        f"{_CDNJS}/leaflet-locatecontrol/0.66.2", "leaflet.locatecontrol/dist",
        ("L.Control.Locate.min.js", "L.Control.Locate.min.css"),
    ),
    (
        f"{_JSDELIVR}/npm/leaflet-ant-path@1.1.2/dist", "leaflet-ant-path/dist",
        (("leaflet-ant-path.min.js", "leaflet-ant-path.js"),),
    ),
    (
        f"{_JSDELIVR}/npm/leaflet-textpath@1.2.3", "leaflet-textpath",
        (("leaflet.textpath.min.js", "leaflet.textpath.js"),),
    ),
    (
        f"{_JSDELIVR}/gh/marslan390/BeautifyMarker", "beautifymarker",
        ((f"{_BEAUTIFUL}.min.js", f"{_BEAUTIFUL}.js"), (f"{_BEAUTIFUL}.min.css", f"{_BEAUTIFUL}.css")),
    ),
    (
        f"{_JSDELIVR}/npm/leaflet-search@2.9.7/dist", "leaflet-search/dist",
        ("leaflet-search.min.js", "leaflet-search.min.css"),
    ),
)  # fmt: skip


def copies() -> dict[str, Path]:
    """Return the local copies by address; without npm, which the linter does without too, skip."""
    found = {
        f"{address}/{theirs}": ROOT / folder / ours
        for address, folder, names in _PACKAGES
        for theirs, ours in ((name, name) if isinstance(name, str) else name for name in names)
    }
    need(found.values())
    return found
