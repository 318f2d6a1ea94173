"""Populated places: towns and villages as points, with the spellings of their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from geodata.errors import OutsideEarthError
from geodata.unit import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    A town, village or camp.

    Parameters
    ----------
    id
        GeoNames' number as ``geonames:169389``, or ``extra:NAME`` for the table kept by hand.
    name, name_ar
        Its name in English and Arabic; the Arabic may be empty.
    lon, lat
        Position in WGS 84 degrees.
    population
        Inhabitants as GeoNames states them; None if it does not.
    spellings
        Further spellings, in Latin and Arabic script.
    source
        Who says so.
    """

    id: str
    name: str
    name_ar: str
    lon: float
    lat: float
    population: int | None
    spellings: tuple[str, ...]
    source: str

    def __post_init__(self) -> None:
        """Refuse a position that is not on Earth."""
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise OutsideEarthError(lon=self.lon, lat=self.lat)


@cache
def builtin_places() -> tuple[Place, ...]:
    """Return GeoNames' 308 places in Syria, then those kept by hand."""
    return (*geonames_places(read_table("places.csv")), *map(_extra_place, read_table("extra_places.csv")))


def geonames_places(rows: Iterable[Mapping[str, str]]) -> tuple[Place, ...]:
    """Return the places of a table such as `places.csv`."""
    return tuple(
        Place(
            id=f"geonames:{row['geonameid']}",
            name=row["name"],
            name_ar=row["name_ar"],
            lon=float(row["lon"]),
            lat=float(row["lat"]),
            population=int(row["population"]) or None,
            spellings=_split(row["spellings"]),
            source="GeoNames",
        )
        for row in rows
    )


def _extra_place(row: Mapping[str, str]) -> Place:
    return Place(
        id=f"extra:{row['name']}",
        name=row["name"],
        name_ar=row["name_ar"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        population=None,
        spellings=_split(row["spellings"]),
        source=row["source"],
    )


def _split(spellings: str) -> tuple[str, ...]:
    return tuple(filter(None, spellings.split("|")))
