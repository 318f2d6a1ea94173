"""
The base map: relief, water, borders and names around Syria, and what must be marked inside it.

::

    geodata/data/relief.webp + relief.json    hillshade, EPSG:3857, grey with transparency
    geodata/data/{land,rivers,lakes,undof}.geojson    everything else, WGS 84

Syria's own outline is not here: it comes from the units.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.provenance import builtin_source

Layer = Literal["land", "lakes", "rivers", "undof"]
"""The base map's GeoJSON files, in the order of drawing."""

LAYERS: tuple[Layer, ...] = get_args(Layer)


class Kind(StrEnum):
    """What a feature of the base map is."""

    SEA = "sea"
    BORDER = "border"
    ARMISTICE = "armistice"
    LABEL = "label"
    LAKE = "lake"
    RIVER = "river"
    GOLAN = "golan"
    UNDOF = "undof"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """
    One thing on the base map.

    Parameters
    ----------
    kind
        What it is.
    geometry
        WGS 84 degrees, longitude first: polygons (sea, lakes, Golan, UNDOF), lines (rivers, borders)
        or the point where a country's name stands.
    name, name_ar
        English and Arabic; None for the sea and for borders.
    note, note_ar
        What a legend adds, for the Golan and UNDOF.
    rank
        1 for the greatest rivers to 3.
    iso
        The ISO code of the country whose name stands there.
    between
        The ISO codes of the two countries that a border parts.
    """

    kind: Kind
    geometry: BaseGeometry
    name: str | None = None
    name_ar: str | None = None
    note: str | None = None
    note_ar: str | None = None
    rank: int | None = None
    iso: str | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """A hillshade whose rows are spaced as in Web Mercator: a Leaflet overlay shows it as it is."""

    webp: bytes
    west: float
    south: float
    east: float
    north: float
    width_px: int
    height_px: int

    @property
    def leaflet_bounds(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """South-west and north-east corner, latitude first, as Leaflet wants them."""
        return (self.south, self.west), (self.north, self.east)

    def data_uri(self) -> str:
        """Return the image as a ``data:`` address, for pages that load nothing."""
        return "data:image/webp;base64," + base64.b64encode(self.webp).decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """Relief and features, ready to be drawn in their order."""

    relief: Relief
    features: tuple[Feature, ...]

    @property
    def credits(self) -> tuple[str, ...]:
        """Whom a map with this base map and the towns on it names."""
        files_drawn = ("relief.webp", "places.csv", *(f"{layer}.geojson" for layer in LAYERS))
        lines = [name for file in files_drawn for name in builtin_source(file).attribution.split("; ")]
        return tuple(dict.fromkeys(lines))

    def of(self, *kinds: Kind) -> tuple[Feature, ...]:
        """
        Return the features of the given kinds.

        Examples
        --------
        >>> [river.name for river in load_basemap().of(Kind.RIVER) if river.rank == 1]
        ['Euphrates', 'Tigris']
        """
        return tuple(feature for feature in self.features if feature.kind in kinds)


@cache
def load_basemap() -> Basemap:
    """
    Return the base map that comes with the package.

    Examples
    --------
    >>> (golan,) = load_basemap().of(Kind.GOLAN)
    >>> golan.name, golan.note
    ('Golan Heights', 'Occupied by Israel since 1967')
    """
    facts = json.loads(_data("relief.json").decode("utf-8"))
    relief = Relief(
        webp=_data(facts["file"]),
        west=facts["west"],
        south=facts["south"],
        east=facts["east"],
        north=facts["north"],
        width_px=facts["width_px"],
        height_px=facts["height_px"],
    )
    return Basemap(relief=relief, features=tuple(each for layer in LAYERS for each in layer_features(layer)))


@cache
def layer_features(layer: Layer) -> tuple[Feature, ...]:
    """Return the features of one GeoJSON file of the base map."""
    return tuple(_feature(layer, raw) for raw in json.loads(layer_geojson(layer))["features"])


def layer_geojson(layer: Layer) -> str:
    """Return the text of one GeoJSON file of the base map, to be put into a page as it is."""
    return _data(f"{layer}.geojson").decode("utf-8")


def _data(name: str) -> bytes:
    return (files("geodata") / "data" / name).read_bytes()


def _feature(layer: Layer, raw: dict[str, Any]) -> Feature:
    properties = raw["properties"]
    return Feature(
        kind=Kind(properties.get("kind", layer.removesuffix("s"))),
        geometry=shapely.from_geojson(json.dumps(raw["geometry"])),
        name=properties.get("name"),
        name_ar=properties.get("name_ar"),
        note=properties.get("note"),
        note_ar=properties.get("note_ar"),
        rank=properties.get("rank"),
        iso=properties.get("iso"),
        between=tuple(properties.get("between", ())),
    )
