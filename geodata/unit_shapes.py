"""The shapes of units: sub-districts as given, larger units dissolved from them when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.errors import CoverageError
from geodata.hierarchy import UnitTree
from geodata.measure import area_km2
from geodata.unit import AdminUnit, Level

Position = tuple[float, float]
Shapes = npt.NDArray[np.object_]


class UnitShapes(UnitTree):
    """
    Units of all levels with their shapes.

    Parameters
    ----------
    codes
        P-codes of the sub-districts.
    shapes
        Their polygons, in the same order: a valid coverage, which shares edges and never overlaps.
    units
        Units of all levels, each parent among them.
    seats
        Longitude and latitude of capital towns, by P-code.
    """

    def __init__(
        self,
        codes: Sequence[str],
        shapes: Shapes,
        *,
        units: Iterable[AdminUnit],
        seats: Mapping[str, Position],
    ) -> None:
        if len(codes) != len(shapes) or len(set(codes)) != len(codes):
            raise CoverageError(
                f"{len(set(codes))} codes for {len(shapes)} shapes; expected one of each a sub-district"
            )
        order = np.argsort(np.array(codes, dtype="U12"))
        super().__init__(units, tuple(codes[i] for i in order))
        self._shapes = np.asarray(shapes, dtype=object)[order]
        self._seats = seats
        self._dissolved: dict[str, BaseGeometry] = {}

    def geometry(self, pcode: str) -> BaseGeometry:
        """
        Return the polygon or multipolygon of a unit.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        if pcode not in self._dissolved:
            chosen = self._shapes[self.mask([pcode])]
            self._dissolved[pcode] = chosen[0] if len(chosen) == 1 else shapely.coverage_union_all(chosen)
        return self._dissolved[pcode]

    def geometries(self, level: Level = Level.SUBDISTRICT) -> tuple[tuple[str, ...], Shapes]:
        """
        Return the codes of a level, sorted, and their shapes in the same order.

        Parameters
        ----------
        level
            The level wanted; sub-districts by default.
        """
        codes = self.groups(level)[0]
        return codes, np.array([self.geometry(code) for code in codes], dtype=object)

    def union(self, pcodes: Iterable[str]) -> BaseGeometry:
        """
        Return the shape of several units together, of any levels; empty for none.

        Parameters
        ----------
        pcodes
            Units of any levels, which may overlap.
        """
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
        """
        Return the area of a unit, or of the country, on the ellipsoid, in km2.

        Parameters
        ----------
        pcode
            Of a unit of any level; the whole country when not given.
        """
        return float(area_km2(self.outline if pcode is None else self.geometry(pcode)))

    def seat(self, pcode: str) -> Position:
        """
        Return the longitude and latitude of a unit's capital town, or else of its representative point.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        return self._seats.get(self[pcode].pcode) or self.representative_point(pcode)

    def representative_point(self, pcode: str) -> Position:
        """
        Return the longitude and latitude of a point well inside a unit.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        point = shapely.point_on_surface(self.geometry(pcode))
        return float(point.x), float(point.y)
