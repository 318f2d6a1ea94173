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
from geodata.errors import CoverageError
from geodata.hierarchy import UnitTree
from geodata.locator import Locator
from geodata.measure import Floats, area_km2
from geodata.provenance import Provenance, builtin_source
from geodata.topology import Edges
from geodata.unit import AdminUnit, Level, builtin_units, read_table

if TYPE_CHECKING:
    import geopandas as gpd

Position = tuple[float, float]
Shapes = npt.NDArray[np.object_]


class AdminUnits(UnitTree):
    """
    Governorates, districts and sub-districts of Syria with their boundaries.

    It is a mapping from P-codes to units that also finds units by name, tells parents and children
    (see `UnitTree`), measures, locates and knows who borders whom.

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
        if len(codes) != len(shapes) or len(set(codes)) != len(codes):
            raise CoverageError(
                f"{len(set(codes))} codes for {len(shapes)} shapes; expected one of each a sub-district"
            )
        order = np.argsort(np.array(codes, dtype="U12"))
        super().__init__(builtin_units() if units is None else units, tuple(codes[i] for i in order))
        self.source = source
        self._shapes = np.asarray(shapes, dtype=object)[order]
        self._seats = builtin_seats() if seats is None else seats
        self._dissolved: dict[str, BaseGeometry] = {}

    @classmethod
    def builtin(cls) -> AdminUnits:
        """Return the units with the simplified boundaries of 2017 that come with this package."""
        return _builtin()

    # Shapes and positions

    def geometry(self, pcode: str) -> BaseGeometry:
        """Return the polygon or multipolygon of a unit."""
        if pcode not in self._dissolved:
            chosen = self._shapes[self.mask([pcode])]
            self._dissolved[pcode] = chosen[0] if len(chosen) == 1 else shapely.coverage_union_all(chosen)
        return self._dissolved[pcode]

    def geometries(self, level: Level = Level.SUBDISTRICT) -> tuple[tuple[str, ...], Shapes]:
        """Return the codes of a level, sorted, and their shapes in the same order."""
        codes = self.groups(level)[0]
        return codes, np.array([self.geometry(code) for code in codes], dtype=object)

    def union(self, pcodes: Iterable[str]) -> BaseGeometry:
        """Return the shape of several units together, of any levels; empty for none."""
        return shapely.coverage_union_all(self._shapes[self.mask(pcodes)])

    @cached_property
    def outline(self) -> BaseGeometry:
        """The country: its mainland and islands."""
        return shapely.coverage_union_all(self._shapes)

    @cached_property
    def mainland(self) -> shapely.Polygon:
        """The largest polygon of the outline."""
        parts: list[shapely.Polygon] = list(shapely.get_parts(self.outline))
        return max(parts, key=lambda part: part.area)

    def area_km2(self, pcode: str | None = None) -> float:
        """Return the area of a unit, or of the country, on the ellipsoid, in km2."""
        return float(area_km2(self.outline if pcode is None else self.geometry(pcode)))

    def seat(self, pcode: str) -> Position:
        """Return the longitude and latitude of a unit's capital town, or else of its representative point."""
        return self._seats.get(self[pcode].pcode) or self.representative_point(pcode)

    def representative_point(self, pcode: str) -> Position:
        """Return the longitude and latitude of a point well inside a unit."""
        point = shapely.point_on_surface(self.geometry(pcode))
        return float(point.x), float(point.y)

    def unit_at(self, *, lon: float, lat: float) -> AdminUnit | None:
        """
        Return the sub-district at a position, or None outside the country.

        A position on a boundary belongs to the adjoining sub-district with the lowest P-code.

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
        return Adjacency(self, Edges.of(self._shapes))

    def neighbours(
        self, pcode: str, level: Level | None = None, *, min_km: float = MIN_BORDER_KM
    ) -> tuple[str, ...]:
        """Return the codes of a level (its own by default) that share over `min_km` of border with a unit."""
        return self.adjacency.neighbours([pcode], level or self[pcode].level, min_km, partly_inside=False)

    def neighbours_of(
        self, pcodes: Iterable[str], level: Level, *, min_km: float = MIN_BORDER_KM
    ) -> tuple[str, ...]:
        """
        Return the codes of a level, not wholly inside the given units, that share over `min_km` with them.

        Examples
        --------
        >>> units = AdminUnits.builtin()
        >>> [code for code in units.neighbours_of(["SY07"], Level.DISTRICT) if code.startswith("SY06")]
        ['SY0600', 'SY0603']
        """
        return self.adjacency.neighbours(pcodes, level, min_km, partly_inside=True)

    def shared_border_km(self, one: str, other: str) -> float:
        """Return the border that two units of any levels share, in km; 0 if one lies in the other."""
        return self.adjacency.shared_km(one, other)

    def touching(
        self, country: str, level: Level = Level.SUBDISTRICT, *, min_km: float = MIN_BORDER_KM
    ) -> tuple[str, ...]:
        """
        Return the codes of a level with over `min_km` of border with a country or the sea (see `Neighbour`).

        Coast within 6 km of a country counts as touching it: so near, the sources cannot tell the two apart.

        Examples
        --------
        >>> len(AdminUnits.builtin().touching("JO"))
        11
        """
        return self.adjacency.touching(country, level, min_km)

    def border(self, country: str, pcodes: Iterable[str] | None = None) -> BaseGeometry:
        """Return the border line with a country or the sea, of the country or of the given units."""
        return self.adjacency.border(country, pcodes)

    def border_km(self, country: str) -> float:
        """Return the length of the border with a country or the sea, in km."""
        return self.adjacency.border_km(country)

    def to_gdf(self, level: Level = Level.SUBDISTRICT) -> gpd.GeoDataFrame:
        """Return the units of a level as a GeoDataFrame: pcode, name, name_ar, level, parent, geometry."""
        import geopandas  # noqa: PLC0415  geopandas costs half a second that a lookup need not pay

        columns = AdminUnit.__dataclass_fields__
        rows = [{key: getattr(unit, key) for key in columns} for unit in self.at_level(level)]
        return geopandas.GeoDataFrame(rows, geometry=self.geometries(level)[1], crs="OGC:CRS84")


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
