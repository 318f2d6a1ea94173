"""Syria's administrative units: codes, names, shapes, neighbours and borders in one value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely

from geodata.adjacency import MIN_BORDER_KM, Adjacency
from geodata.errors import CoverageError, PositionError
from geodata.hierarchy import Hierarchy
from geodata.measure import Floats, area_km2, geometry_distance_km
from geodata.names import fold, without_markaz
from geodata.provenance import Provenance, builtin_source
from geodata.topology import Edges
from geodata.unit import AdminUnit, Level, builtin_units, news_spellings, read_table

if TYPE_CHECKING:
    import geopandas as gpd

Position = tuple[float, float]
Shapes = npt.NDArray[np.object_]


class AdminUnits:
    """
    Governorates, districts and sub-districts of Syria with their boundaries.

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
        self.source = source
        self._shapes = np.asarray(shapes, dtype=object)[order]
        self._tree = Hierarchy(builtin_units() if units is None else units, tuple(codes[i] for i in order))
        self._seats = builtin_seats() if seats is None else seats
        self._dissolved: dict[str, shapely.Geometry] = {}

    @classmethod
    def builtin(cls) -> AdminUnits:
        """Return the units with the simplified boundaries of 2017 that come with this package."""
        return _builtin()

    # Codes and names

    @property
    def codes(self) -> tuple[str, ...]:
        """The sub-districts' codes, sorted: the order of `geometries`."""
        return self._tree.codes

    def __contains__(self, pcode: object) -> bool:
        """Tell whether a P-code is known."""
        return pcode in self._tree.units

    def __getitem__(self, pcode: str) -> AdminUnit:
        """Return the unit with this P-code, or raise `UnknownUnitError`."""
        return self._tree.unit(pcode)

    def __iter__(self) -> Iterator[str]:
        """Yield the P-codes of all levels, governorates first."""
        return iter(self._tree.units)

    def __len__(self) -> int:
        """Return the number of units, of all levels."""
        return len(self._tree.units)

    def at_level(self, level: Level) -> tuple[AdminUnit, ...]:
        """Return the units of a level, sorted by code."""
        return tuple(self[code] for code in self._tree.groups(level)[0])

    def parent(self, pcode: str) -> AdminUnit | None:
        """Return the unit that a unit belongs to; None for a governorate."""
        above = self[pcode].parent
        return None if above is None else self[above]

    def chain(self, pcode: str) -> tuple[AdminUnit, ...]:
        """Return the governorate, district and sub-district down to a unit, itself last."""
        return self._tree.chain(pcode)

    def children(self, pcode: str) -> tuple[AdminUnit, ...]:
        """Return the units directly below a unit, sorted by code."""
        return tuple(self[code] for code in self._tree.children(pcode))

    def descendants(self, pcode: str, level: Level = Level.SUBDISTRICT) -> tuple[AdminUnit, ...]:
        """Return the units of a level within a unit, sorted by code; itself if it is of that level."""
        return tuple(self[code] for code in self._tree.descendants(pcode, level))

    def spellings(self, pcode: str) -> tuple[str, ...]:
        """Return the known spellings of a unit's name, OCHA's own first."""
        unit = self[pcode]
        own = (unit.name, unit.name_ar, without_markaz(unit.name_ar))
        return tuple(dict.fromkeys((*own, *news_spellings().get(pcode, ()))))

    def find(self, name: str, level: Level | None = None) -> tuple[AdminUnit, ...]:
        """
        Return the units of this name in English or Arabic, whatever the spelling, larger levels first.

        Examples
        --------
        >>> [unit.pcode for unit in AdminUnits.builtin().find("Idlib")]
        ['SY07', 'SY0700', 'SY070000']
        >>> [unit.name for unit in AdminUnits.builtin().find("سراقب", Level.SUBDISTRICT)]
        ['Saraqab']
        """
        return tuple(
            unit for unit in self._by_name.get(fold(name), ()) if level is None or unit.level is level
        )

    @cached_property
    def _by_name(self) -> dict[str, tuple[AdminUnit, ...]]:
        found: dict[str, dict[str, AdminUnit]] = {}
        for unit in sorted(self._tree.units.values(), key=lambda unit: (unit.level.depth, unit.pcode)):
            for spelling in self.spellings(unit.pcode):
                found.setdefault(fold(spelling), {})[unit.pcode] = unit
        return {key: tuple(units.values()) for key, units in found.items()}

    # Shapes and positions

    def geometry(self, pcode: str) -> shapely.Geometry:
        """Return the polygon or multipolygon of a unit."""
        if pcode not in self._dissolved:
            chosen = self._shapes[self._tree.mask([pcode])]
            self._dissolved[pcode] = chosen[0] if len(chosen) == 1 else shapely.coverage_union_all(chosen)
        return self._dissolved[pcode]

    def geometries(self, level: Level = Level.SUBDISTRICT) -> tuple[tuple[str, ...], Shapes]:
        """Return the codes of a level, sorted, and their shapes in the same order."""
        codes = self._tree.groups(level)[0]
        return codes, np.array([self.geometry(code) for code in codes], dtype=object)

    def union(self, pcodes: Iterable[str]) -> shapely.Geometry:
        """Return the shape of several units together, of any levels; empty for none."""
        return shapely.coverage_union_all(self._shapes[self._tree.mask(pcodes)])

    @cached_property
    def outline(self) -> shapely.Geometry:
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
        """
        Return the longitude and latitude of a unit's capital town.

        Where the town is not known, or lies outside these boundaries by far, its representative point.
        """
        self._tree.unit(pcode)
        return self._seats.get(pcode) or self.representative_point(pcode)

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
        hits = self._tree_of_shapes.query(shapely.Point(_checked(lon=lon, lat=lat)), predicate="intersects")
        return self[self.codes[hits.min()]] if len(hits) else None

    def positions_at(self, lon: Floats, lat: Floats) -> npt.NDArray[np.intp]:
        """
        Return for each position its sub-district's place in `codes`, -1 outside the country, shape (n,).

        Parameters
        ----------
        lon, lat
            WGS 84 degrees, shape (n,). The rule for boundaries is that of `unit_at`.
        """
        found = np.full(len(lon), len(self.codes), dtype=np.intp)
        point, unit = self._tree_of_shapes.query(shapely.points(lon, lat), predicate="intersects")
        np.minimum.at(found, point, unit)
        return np.where(found == len(self.codes), -1, found)

    def nearest(self, *, lon: float, lat: float, within_km: float = 3.0) -> tuple[AdminUnit, float] | None:
        """
        Return the sub-district nearest to a position with its distance in km; None beyond `within_km`.

        The distance is 0 inside. Of several at the same distance, the lowest P-code.
        """
        point = shapely.Point(_checked(lon=lon, lat=lat))
        near = self._tree_of_shapes.query(point, predicate="dwithin", distance=within_km / 80)
        found = sorted(
            (geometry_distance_km(lon=lon, lat=lat, geometry=self._shapes[i]), self.codes[i]) for i in near
        )
        return (self[found[0][1]], found[0][0]) if found and found[0][0] <= within_km else None

    @cached_property
    def _tree_of_shapes(self) -> shapely.STRtree:
        return shapely.STRtree(self._shapes)

    # Borders

    @cached_property
    def adjacency(self) -> Adjacency:
        """The borders between units, as edges of their coverage."""
        return Adjacency(self._tree, Edges.of(self._shapes))

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

    def border(self, country: str, pcodes: Iterable[str] | None = None) -> shapely.Geometry:
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
    text = files("geodata").joinpath("data/subdistricts.geojson").read_text(encoding="utf-8")
    codes = re.findall(r'"pcode":"(\w+)"', text)
    return AdminUnits(
        codes, shapely.get_parts(shapely.from_geojson(text)), source=builtin_source("subdistricts.geojson")
    )


@cache
def builtin_seats() -> dict[str, Position]:
    """Return the longitude and latitude of capital towns, by the P-code of their unit."""
    return {row["pcode"]: (float(row["lon"]), float(row["lat"])) for row in read_table("seats.csv")}


def _checked(*, lon: float, lat: float) -> Position:
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise PositionError(lon=lon, lat=lat)
    return lon, lat
