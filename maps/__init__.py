"""
What a person gets to see.

::

    web          webmap(): a folium map with our page around it
       payload   what the page knows of zones and claims; ground: of units, places and the base map
       arcs      polygons as shared arcs of whole micro-degrees
       assets    Leaflet from its package, and the page's own scripts, styles and words in page/
       archive   the same content for browsers without scripts
    save         save_html(): one file, closed to the outside, the same bytes for the same input
    notebook     notebook_html(): the same in a frame of its own
    figure/      the map for print, drawn with matplotlib

Its names load when they are first used, so that nobody pays for folium who draws no map.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maps.notebook import notebook_html
    from maps.save import RemoteContentError, save_html
    from maps.web import Tiles, webmap

__all__ = ["RemoteContentError", "Tiles", "notebook_html", "save_html", "webmap"]

_MODULES = {
    "RemoteContentError": "save",
    "Tiles": "web",
    "notebook_html": "notebook",
    "save_html": "save",
    "webmap": "web",
}


def __getattr__(name: str) -> object:
    """Return a public name from the module that defines it."""
    if name not in _MODULES:
        raise AttributeError(f"module 'maps' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"maps.{_MODULES[name]}"), name)
