"""The map of a set of zones as a folium map: our page around Leaflet, and room for a user's own layers."""

from __future__ import annotations

import html
import logging
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import folium
from branca.element import Element, MacroElement
from folium.template import Template

from maps import assets
from maps.archive import archive_html
from maps.heading import Heading
from maps.layers.files import read_layers
from maps.layers.frame import layer_of
from maps.layers.layer import Layer
from maps.payload import payload, to_script_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd

    from maps.copies import Copies
    from zones import ZoneSet

SYRIA_CENTRE = (35.0, 38.5)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """
    An online base map: offered by the page, off until somebody switches it on.

    Parameters
    ----------
    url
        Leaflet's tile address with `{z}`, `{x}` and `{y}`, beginning with `https://` and a plain host.
    attribution
        What its makers ask to be shown.
    max_zoom
        The deepest level served.
    """

    url: str
    attribution: str
    max_zoom: int = 19

    @property
    def origin(self) -> str:
        """Scheme and host, for the page's Content-Security-Policy."""
        return "/".join(self.url.split("/")[:3])


# Answers without a Referer header, which a page opened from a disk does not send.
CARTO = Tiles(
    url="https://basemaps.cartocdn.com/rastertiles/voyager/{z}/{x}/{y}.png",
    attribution="© OpenStreetMap contributors, © CARTO",
)


class Raw(Element):
    """Text that goes into the page as it is: folium would read it as a template once more."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, **_: object) -> str:
        """Return the text."""
        return self.text


class RawMacro(MacroElement):
    """A folium element whose rendered macros are final."""

    def render(self, **kwargs: object) -> str:
        """Put the macros' text into the figure, render the children, and return nothing of its own."""
        figure = self.get_root()
        for part in ("header", "html", "script"):
            macro = getattr(self._template.module, part, None)
            if macro is not None:
                getattr(figure, part).add_child(Raw(macro(self, kwargs)), name=self.get_name())
        for child in self._children.values():
            child.render(**kwargs)
        return ""


class ZoneMap(RawMacro, folium.Map):
    """
    A folium map without anything from outside: what it needs is in the page.

    It takes further folium elements like any map. Its `save` writes the self-contained page.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  as folium declares them
    default_css: list[tuple[str, str]] = []  # noqa: RUF012
    _template = Template(assets.template("leaflet.html") + assets.template("map.html"))

    def __init__(self, *, language: str, tiles: Tiles | None) -> None:
        super().__init__(location=SYRIA_CENTRE, zoom_start=7, tiles=None, zoom_control=False)
        self._name = "ZoneMap"
        self.language = language
        self.online_tiles = tiles
        self.leaflet_style = assets.leaflet_style()
        self.leaflet_script = assets.leaflet_script()
        self.marker_icons = assets.marker_icons()

    @property
    def own_names(self) -> frozenset[str]:
        """The names of the elements that this package put into the map."""
        return frozenset(name for name, child in self._children.items() if isinstance(child, RawMacro))

    @property
    def has_foreign(self) -> bool:
        """Whether a user added elements to the map."""
        return bool(foreign_elements(self))

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,
        *,
        copies: Copies | None = None,
        **_: object,
    ) -> None:
        """Write the self-contained page, to a path as `maps.save_html` does or into an open file."""
        from maps.save import save_html, to_html  # noqa: PLC0415  they import this module

        if not isinstance(outfile, str | bytes | Path):
            outfile.write(to_html(self, copies=copies).encode("utf-8"))
            if close_file:
                outfile.close()
            return
        save_html(self, os.fsdecode(outfile), copies=copies)


class Explorer(RawMacro):
    """Layers, panel, search, time and the rest of our page, over the data of one set of zones."""

    _template = Template(assets.template("explorer.html"))

    def __init__(self, data: dict[str, Any], heading: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Explorer"
        self.archive = archive_html(data, heading)
        self.data = to_script_text(data)
        self.words = to_script_text(assets.languages())
        self.style = assets.style()
        self.script = assets.script()


def webmap(
    zone_set: ZoneSet,
    *,
    on: date | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    author: str | None = None,
    language: str = "en",
    tiles: Tiles | None = CARTO,
    relief: bool = True,
    layers: Sequence[Layer | gpd.GeoDataFrame | str | os.PathLike[str]] = (),
) -> folium.Map:
    """
    Return the map of a set of zones.

    Parameters
    ----------
    zone_set
        Zones and claims, as `zones.load` gives them.
    on
        The date at which the page opens; the latest if None.
    title
        The page's heading; None for its own words in the reader's language.
    subtitle
        A line below it.
    author
        Who made the map, named on it.
    language
        The language in which the page opens, "en" or "ar"; the reader can change it.
    tiles
        The online base map that the page offers and leaves off; None for a page that can't ask any host
        for anything.
    relief
        Whether the shaded relief goes into the page (about 100 kB).
    layers
        Your own layers: what `maps.read_layers` gives, GeoDataFrames (called "Layer 1", "Layer 2" and so on), or
        files. They are in the legend, the search and the panel.

    Returns
    -------
    folium.Map
        Add layers as to any folium map, then save it with `maps.save_html`.

    Raises
    ------
    ValueError
        If there is no such language; as `maps.heading.HeadingError` if title, subtitle or author is no line of text;
        as `maps.layers.LayerError` if a layer can't be shown.
    """
    known = assets.languages()
    if language not in known:
        raise ValueError(f"no interface language {language!r}; there are: {', '.join(known)}")
    words = Heading(title=title, subtitle=subtitle, author=author)
    heading = words.title or known[language]["words"]["title"]
    source = (
        None if tiles is None else {"url": tiles.url, "by": tiles.attribution, "max_zoom": tiles.max_zoom}
    )
    own = [each for number, layer in enumerate(layers, 1) for each in _own_layers(layer, number)]
    data = payload(zone_set, on=on, heading=words, language=language, tiles=source, relief=relief, layers=own)
    _log.info("map: data of the page prepared")
    page = ZoneMap(language=language, tiles=tiles)
    figure: Any = page.get_root()
    figure.title = html.escape(heading)
    if words.author:
        named = f'<meta name="author" content="{html.escape(words.author)}">'
        figure.header.add_child(Raw(named), name="author")
    page.add_child(Explorer(data, heading))
    return page


def _own_layers(given: Layer | gpd.GeoDataFrame | str | os.PathLike[str], number: int) -> tuple[Layer, ...]:
    if isinstance(given, Layer):
        return (given,)
    if isinstance(given, str | os.PathLike):
        return read_layers(given)
    if not hasattr(given, "geometry"):
        raise TypeError(
            f"{type(given).__name__} is no layer; expected what maps.read_layers gives, a GeoDataFrame or a path"
        )
    return (layer_of(given, title=f"Layer {number}"),)


def foreign_elements(page: folium.Map) -> tuple[str, ...]:
    """Return the names of what a user added to the map."""
    own = page.own_names if isinstance(page, ZoneMap) else frozenset()
    children: dict[str, Element] = page._children  # noqa: SLF001
    return tuple(sorted(name for name in children if name not in own))
