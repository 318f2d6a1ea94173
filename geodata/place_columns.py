"""Which columns of a gazetteer hold names, positions and spellings, for each publisher's way of naming them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.tables.coordinate_names import coordinate_key
from geodata.tables.hxl import tag_parts

# Keys of columns, the best first. OCHA's table has a populated place's own name in featurename_en; there adm4_en is the
# town that a neighbourhood lies in, and adm4_ar and adm4_pcode are that town's too.
_OWN = ("featurenameen", "featurename")
_OWN_AR = ("featurenamear",)
_OWN_IDS = ("featurepcode", "pcode", "geonameid", "id", "code")
_NAMES = (
    *("nameen", "adm4en", "admin4nameen", "admin4name", "adm4name"),
    *("name", "nameenglish", "placename", "place"),
)
_NAMES_AR = ("namear", "adm4ar", "admin4namear", "admin4na1", "adm4name1", "namearabic", "arabic")
_IDS = ("pcode", "adm4pcode", "admin4pcode", "admin4pcod", "geonameid", "id", "code")
_LON = ("lon", "longitude", "long", "lng", "x", "pointx", "xcoord", "centerlon")
_LAT = ("lat", "latitude", "y", "pointy", "ycoord", "centerlat")
_POPULATION = ("population", "pop", "poptotal")
_CLASS = ("featureclass", "fcl")
_SPELLINGS = re.compile(
    r"spellings?|aliases|alt(ernate|ernative)?names?(en|ar)?|asciiname|featurerefname|featurealtname\d*(en|ar)?"
)
_TAGS = {
    "name": ("#loc", "name"),
    "lon": ("#geo", "lon"),
    "lat": ("#geo", "lat"),
    "population": ("#population",),
}
NEEDED = ("name", "lon", "lat")
USUAL = {
    "name": ("name", "name_en", "featurename_en", "adm4_en"),
    "lon": ("lon", "longitude", "x", "point_x"),
    "lat": ("lat", "latitude", "y", "point_y"),
}
"""Names of columns to tell of where one is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceColumns:
    """
    Where a table has what a place needs: positions among its columns, None where it has none.

    Attributes
    ----------
    id, name, name_ar, lon, lat, population
        One column each.
    feature_class
        GeoNames's class: P for populated places.
    spellings
        Columns of other names.
    """

    id: int | None
    name: int | None
    name_ar: int | None
    lon: int | None
    lat: int | None
    population: int | None
    feature_class: int | None
    spellings: tuple[int, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Which of the columns that a place needs are not there."""
        return tuple(field for field in NEEDED if getattr(self, field) is None)


def place_columns(header: Sequence[str], tags: Sequence[str] = ()) -> PlaceColumns:
    """
    Return where a table has what.

    Parameters
    ----------
    header
        Names of its columns.
    tags
        HXL hashtags below them, for columns whose names do not tell.

    Examples
    --------
    >>> found = place_columns(["featurename_en", "adm4_en", "adm4_ar", "LONG_DD", "LAT_DD"])
    >>> found.name, found.name_ar, found.lon, found.lat
    (0, None, 3, 4)
    """
    keys = ["".join(filter(str.isalnum, name.casefold())) for name in header]
    axes = [coordinate_key(name) for name in header]
    own = _first(keys, _OWN)
    name = _first(keys, _NAMES) if own is None else own
    return PlaceColumns(
        id=_first(keys, _IDS if own is None else _OWN_IDS),
        name=_tagged(tags, "name") if name is None else name,
        name_ar=_first(keys, _NAMES_AR if own is None else _OWN_AR),
        lon=_axis(keys, axes, _LON) if _axis(keys, axes, _LON) is not None else _tagged(tags, "lon"),
        lat=_axis(keys, axes, _LAT) if _axis(keys, axes, _LAT) is not None else _tagged(tags, "lat"),
        population=_first(keys, _POPULATION),
        feature_class=_first(keys, _CLASS),
        spellings=tuple(at for at, key in enumerate(keys) if _SPELLINGS.fullmatch(key)),
    )


def _first(keys: Sequence[str], wanted: Sequence[str]) -> int | None:
    return next((keys.index(key) for key in wanted if key in keys), None)


def _axis(keys: Sequence[str], axes: Sequence[str], wanted: Sequence[str]) -> int | None:
    exact = _first(keys, wanted)
    return exact if exact is not None else _first(axes, wanted)


def _tagged(tags: Sequence[str], field: str) -> int | None:
    """Return the first column whose hashtag says what it holds: the plain one before those in a language."""
    fitting = [at for at, tag in enumerate(tags) if set(_TAGS[field]) <= set(tag_parts(tag))]
    return min(fitting, key=lambda at: len(tag_parts(tags[at])), default=None)
