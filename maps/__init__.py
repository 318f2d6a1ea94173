"""
What a person gets to see: the web map, the files, the reports and the command line.

::

    webmap       webmap: zones to a folium map
      payload    what the page knows, as JSON
      assets     the page's scripts, styles and words (page/), and Leaflet
    save         save_html: the map as one file that needs nothing else
    geojson      save_geojson: zones, members, units or claims as RFC 7946 has it
    figure/      the map for print
    notebook     the map in a notebook's cell
    reports/     what `zonemap read`, `lookup` and `explain` print
    atomic       files that are replaced at once or not at all
    cli/         the command line ``zonemap``

Its names load when they are first used: folium and geopandas take a second that a lookup need not pay.

>>> import maps, zones
>>> maps.webmap(zones.load())  # doctest: +ELLIPSIS
<maps.webmap.ZoneMap object at ...>
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maps.geojson import save_geojson
    from maps.save import save_html
    from maps.webmap import webmap

__all__ = ["save_geojson", "save_html", "webmap"]

_MODULES = {"save_geojson": "geojson", "save_html": "save", "webmap": "webmap"}


def __getattr__(name: str) -> object:
    """Return a public name from the module that defines it."""
    if name not in _MODULES:
        raise AttributeError(f"module 'maps' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"maps.{_MODULES[name]}"), name)
