"""Syria's administrative units: codes, names, shapes, neighbours and borders in one value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.adjacency import MIN_BORDER_KM, Adjacency
from geodata.coverage_edges import CoverageEdges
from geodata.locator import Locator
from geodata.measure import Floats
from geodata.naming import Naming
from geodata.provenance import Provenance, builtin_source
from geodata.unit import AdminUnit, Level, builtin_units, read_table
from geodata.unit_shapes import Position, Shapes, UnitShapes
from geodata.wgs84 import WGS84

if TYPE_CHECKING:
    import geopandas as gpd


class AdminUnits(UnitShapes):
    """
    Governorates, districts and sub-districts of Syria with their boundaries.

    It is a mapping from P-codes to units that also finds units by name, tells parents and children
    (see `UnitTree`), has their shapes (`UnitShapes`), locates positions and knows who borders whom.

    Only sub-districts carry shapes; districts and governorates are dissolved from them when asked for.
    All positions are longitude, latitude in WGS 84 degrees.

    Parameters
    ----------
    codes
        P-codes of the sub-districts.
    shapes
        Their polygons, in the same order: a valid coverage, which shares edges and never overlaps.
    source
        Where the boundaries come from.
    units
        The table of units of all levels; OCHA's by default.
    seats
        Position of capital towns by P-code; those known to the package by default.

    Examples
    --------
    >>> units = AdminUnits.builtin()
    >>> [unit.name for unit in units.chain("SY070003")]
    ['Idleb', 'Idleb', 'Saraqab']
    >>> units.unit_at(lon=36.80, lat=35.86).pcode
    'SY070003'
    >>> [unit.pcode for unit in units.find("Idlib")]
    ['SY07', 'SY0700', 'SY070000']
    >>> [unit.name for unit in units.find("سراقب", Level.SUBDISTRICT)]
    ['Saraqab']
    """

    def __init__(
        self,
        codes: Sequence[str],
        shapes: Shapes,
        *,
        source: Provenance,
        units: Iterable[AdminUnit] | None = None,
        seats: Mapping[str, Position] | None = None,
    ) -> None:
        super().__init__(
            codes,
            shapes,
            units=builtin_units() if units is None else units,
            seats=builtin_seats() if seats is None else seats,
        )
        self.source = source

    @classmethod
    def builtin(cls, naming: Naming = Naming.UN) -> AdminUnits:
        """Return the units with the simplified boundaries of 2017 that come with this package.

        Parameters
        ----------
        naming
            Whose names they have; the UN's by default.

        Examples
        --------
        >>> [AdminUnits.builtin(naming)["SY12"].name for naming in (Naming.UN, Naming.PRESS)]
        ["Dar'a", 'Daraa']
        """
        return _builtin().named(naming)

    # Positions

    def unit_at(self, *, lon: float, lat: float) -> AdminUnit | None:
        """
        Return the sub-district at a position, or None outside the country.

        A position on a boundary belongs to the adjoining sub-district with the lowest P-code.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees.

        Raises
        ------
        PositionError
            If the position is not on Earth.
        """
        place = self._locator.at(lon=lon, lat=lat)
        return None if place < 0 else self[self.codes[place]]

    def positions_at(self, lon: Floats, lat: Floats) -> npt.NDArray[np.intp]:
        """
        Return for each position its sub-district's place in `codes`, -1 outside the country, shape (n,).

        Parameters
        ----------
        lon, lat
            WGS 84 degrees, shape (n,). The rule for boundaries is that of `unit_at`.
        """
        return self._locator.at_each(lon, lat)

    def nearest(self, *, lon: float, lat: float, within_km: float = 3.0) -> tuple[AdminUnit, float] | None:
        """
        Return the sub-district nearest to a position with its distance in km; None beyond `within_km`.

        The distance is 0 inside. Of several at the same distance, the lowest P-code.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees.
        within_km
            How far outside the country, on the ellipsoid, a position may lie, in km.
        """
        found = self._locator.nearest(lon=lon, lat=lat, within_km=within_km)
        return None if found is None else (self[self.codes[found[0]]], found[1])

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self._shapes)

    # Borders

    @cached_property
    def adjacency(self) -> Adjacency:
        """The borders between units, as edges of their coverage."""
        return Adjacency(self, CoverageEdges.of(self._shapes))

    def neighbours(
        self, pcode: str, level: Level | None = None, *, min_km: float = MIN_BORDER_KM
    ) -> tuple[str, ...]:
        """
        Return the codes of a level (its own by default) that share over `min_km` of border with a unit.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        level
            The level of the neighbours wanted; the unit's own by default.
        min_km
            The border, in km, that a neighbour must share more than.
        """
        return self.adjacency.neighbours([pcode], level or self[pcode].level, min_km, partly_inside=False)

    def neighbours_of(
        self, pcodes: Iterable[str], level: Level, *, min_km: float = MIN_BORDER_KM
    ) -> tuple[str, ...]:
        """
        Return the codes of a level, not wholly inside the given units, that share over `min_km` with them.

        Parameters
        ----------
        pcodes
            Units of any levels, taken together.
        level
            The level of the neighbours wanted.
        min_km
            The border, in km, that a neighbour must share more than.

        Examples
        --------
        >>> units = AdminUnits.builtin()
        >>> [code for code in units.neighbours_of(["SY07"], Level.DISTRICT) if code.startswith("SY06")]
        ['SY0600', 'SY0603']
        """
        return self.adjacency.neighbours(pcodes, level, min_km, partly_inside=True)

    def shared_border_km(self, one: str, other: str) -> float:
        """
        Return the border that two units of any levels share, in km; 0 if one lies in the other.

        Parameters
        ----------
        one, other
            P-codes of two units, of any levels.
        """
        return self.adjacency.shared_km(one, other)

    def touching(
        self, country: str, level: Level = Level.SUBDISTRICT, *, min_km: float = MIN_BORDER_KM
    ) -> tuple[str, ...]:
        """
        Return the codes of a level with over `min_km` of border with a country or the sea (see `Neighbour`).

        Coast within 6 km of a country counts as touching it: so near, the sources cannot tell the two apart.

        Parameters
        ----------
        country
            A neighbour's ISO 3166 code, or ``sea`` (see `Neighbour`).
        level
            The level of the units wanted.
        min_km
            The border, in km, that a unit must share more than.

        Examples
        --------
        >>> len(AdminUnits.builtin().touching("JO"))
        11
        """
        return self.adjacency.touching(country, level, min_km)

    def border(self, country: str, pcodes: Iterable[str] | None = None) -> BaseGeometry:
        """
        Return the border line with a country or the sea, of the country or of the given units.

        Parameters
        ----------
        country
            A neighbour's ISO 3166 code, or ``sea`` (see `Neighbour`).
        pcodes
            Units of any levels whose border is wanted; the whole country's by default.
        """
        return self.adjacency.border(country, pcodes)

    def border_km(self, country: str) -> float:
        """
        Return the length of the border with a country or the sea, in km.

        Parameters
        ----------
        country
            A neighbour's ISO 3166 code, or ``sea`` (see `Neighbour`).
        """
        return self.adjacency.border_km(country)

    def to_gdf(self, level: Level = Level.SUBDISTRICT) -> gpd.GeoDataFrame:
        """
        Return the units of a level as a GeoDataFrame: pcode, name, name_ar, level, parent, geometry.

        Parameters
        ----------
        level
            The level wanted; sub-districts by default.
        """
        import geopandas  # noqa: PLC0415  geopandas costs half a second that a lookup need not pay

        columns = AdminUnit.__dataclass_fields__
        rows = [{key: getattr(unit, key) for key in columns} for unit in self.at_level(level)]
        return geopandas.GeoDataFrame(rows, geometry=self.geometries(level)[1], crs=WGS84)


@cache
def _builtin() -> AdminUnits:
    text = Path(__file__).with_name("data").joinpath("subdistricts.geojson").read_text(encoding="utf-8")
    codes, shapes = read_shapes(text)
    return AdminUnits(codes, shapes, source=builtin_source("subdistricts.geojson"), seats=builtin_seats())


def read_shapes(text: str) -> tuple[list[str], Shapes]:
    """Return the P-codes and polygons of a GeoJSON text as `geodata.build` writes it."""
    return re.findall(r'"pcode":"(\w+)"', text), shapely.get_parts(shapely.from_geojson(text))


@cache
def builtin_seats() -> dict[str, Position]:
    """Return the longitude and latitude of capital towns, by the P-code of their unit."""
    return {row["pcode"]: (float(row["lon"]), float(row["lat"])) for row in read_table("seats.csv")}
