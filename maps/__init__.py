"""
What a person gets to see: the web map, the files, the reports and the command line.

    web          webmap: zones to a folium map with our page around it
      payload    what the page knows of zones and claims; ground: of units, places and the base map
      arcs       polygons as shared arcs of whole micro-degrees
      assets     the page's scripts, styles and words (page/), and Leaflet
      archive    the same content for browsers without scripts
    layers/      a user's own layers: files and frames to show beside the zones
    review_page  review_html: the page on which a person decides about a reading
      review_payload  what it knows of the texts and items
    save         save_html: the map as one file that needs nothing else
    notebook     notebook_html: the map in a notebook's cell
    geojson      save_geojson: zones, members, units or claims as RFC 7946 has it
    formats/     save: GeoJSON, GeoPackage, KML, XLSX and seven others, by the file's ending
    figure/      the map for print
    reports/     what `zonemap read`, `lookup` and `explain` print
    cli/         the command line ``zonemap``

Its names load when they are first used: folium and geopandas take a second that a lookup need not pay.

Examples
--------
>>> import maps, zones
>>> maps.webmap(zones.load())  # doctest: +ELLIPSIS
<maps.web.ZoneMap object at ...>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maps.geojson import save_geojson
    from maps.layers import Layer, read_layers
    from maps.notebook import notebook_html
    from maps.save import RemoteContentError, save_html
    from maps.web import Tiles, webmap

__distribution__ = "deescalation-zones"
"""Whose package this is, for there are others of its name: see `zonemap.py`."""

__all__ = [
    "Layer", "RemoteContentError", "Tiles", "notebook_html", "read_layers", "save_geojson", "save_html", "webmap",
]  # fmt: skip

_MODULES = {
    "Layer": "layers.layer",
    "RemoteContentError": "save",
    "Tiles": "web",
    "notebook_html": "notebook",
    "read_layers": "layers.files",
    "save_geojson": "geojson",
    "save_html": "save",
    "webmap": "web",
}


def __getattr__(name: str) -> object:
    """Return a public name from the module that defines it."""
    if name not in _MODULES:
        raise AttributeError(f"module 'maps' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"maps.{_MODULES[name]}"), name)
