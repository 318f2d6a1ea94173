"""From points to units and zones, for arrays of any length.

A zone is told by units, each whole or in part, or by an outline of its own (a strip along a border, a disc
around a town). Units and outlines have an index each, rather than one index over their overlay: to compute
an overlay is to round the points where its lines cross, and points beside a border would then get another
answer than the polygons give.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geodata.coverage_index import CoverageIndex
from zones.labels.errors import LabelError

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

Integers = NDArray[np.int32]
Membership = tuple[tuple[int, int], ...]
"""Zones that hold together at a point: pairs of zone and extent, as positions in their lists of names."""

UNLABELLED = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneLayer:
    """Where one zone is.

    Attributes
    ----------
    zone
        Its name or id, as it shall stand in the labels.
    extents
        Units that belong to it: position in the index, and extent ("whole" or "part").
    outlines
        Geometry that belongs to it besides, WGS 84, each with its extent. Where a point is told an extent
        twice, the unit's holds, then the first outline's.
    """

    zone: str
    extents: tuple[tuple[int, str], ...] = ()
    outlines: tuple[tuple[Polygon | MultiPolygon, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """One label for each point: `codes` are positions in `names`, or -1 for none."""

    codes: Integers
    names: tuple[str, ...]

    def texts(self) -> NDArray[np.object_]:
        """Return the labels themselves, None where there is none."""
        return np.array([*self.names, None], dtype=object)[self.codes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of some points.

    Parameters
    ----------
    units
        Shape (n,): position of each point's unit, or -1.
    groups
        Shape (n,): position in `memberships` of the zones that each point lies in.
    memberships
        The combinations of zones that occur; the first one is "in no zone".
    labeller
        What gave them: it has the names that the positions stand for.
    """

    units: Integers
    groups: Integers
    memberships: tuple[Membership, ...]
    labeller: Labeller

    def __len__(self) -> int:
        return len(self.units)

    def unit_column(self, name: str) -> Coded:
        """Return a column of the units.

        Parameters
        ----------
        name
            One of `Labeller.unit_columns`.
        """
        names, code_of_unit = self.labeller.coded_columns[name]
        return Coded(code_of_unit[self.units], names)

    def zone_column(self) -> Coded:
        """Return each point's zone, the first in the labeller's order where there are several."""
        return Coded(self._first(0), self.labeller.zones)

    def extent_column(self) -> Coded:
        """Return the extent that goes with `zone_column`."""
        return Coded(self._first(1), self.labeller.extents)

    def zones_of(self, point: int) -> tuple[tuple[str, str], ...]:
        """Return all zones of one point with their extents.

        Parameters
        ----------
        point
            Its position among the points, from 0.
        """
        zones, extents = self.labeller.zones, self.labeller.extents
        return tuple((zones[z], extents[e]) for z, e in self.memberships[self.groups[point]])

    def _first(self, which: int) -> Integers:
        table = [group[0][which] if group else UNLABELLED for group in self.memberships]
        return np.array(table, dtype=np.int32)[self.groups]


class Labeller:
    """Finds the unit and the zones of points.

    Parameters
    ----------
    index
        The units.
    unit_columns
        Column name to one value for each unit, for example ``{"governorate": ["SY01", ...], ...}``.
    layers
        The zones, in the order in which labels name them.

    Examples
    --------
    >>> import shapely
    >>> index = CoverageIndex([shapely.box(36, 35, 37, 36), shapely.box(37, 35, 38, 36)])
    >>> labeller = Labeller(
    ...     index, {"unit": ["SY01", "SY02"]}, [ZoneLayer(zone="Idlib", extents=((0, "whole"),))]
    ... )
    >>> labels = labeller.label([36.5, 37.5, 0.0], [35.5, 35.5, 0.0])
    >>> labels.unit_column("unit").texts().tolist(), labels.zone_column().texts().tolist()
    (['SY01', 'SY02', None], ['Idlib', None, None])
    """

    def __init__(
        self, index: CoverageIndex, unit_columns: Mapping[str, Sequence[str]], layers: Sequence[ZoneLayer]
    ) -> None:
        self.index = index
        self.layers = tuple(layers)
        self.zones = tuple(layer.zone for layer in layers)
        if len(set(self.zones)) < len(self.zones):
            raise LabelError(f"two zones have one name: {', '.join(sorted(self.zones))}")
        told = [extent for layer in layers for _, extent in (*layer.extents, *layer.outlines)]
        self.extents = tuple(sorted(set(told)))
        self.coded_columns = {name: _coded(name, values, len(index)) for name, values in unit_columns.items()}
        self._memberships, self._group_of_unit = self._unit_memberships()
        self._outlines = tuple(
            (zone, self.extents.index(extent), CoverageIndex([outline]))
            for zone, layer in enumerate(self.layers)
            for outline, extent in layer.outlines
        )
        self.may_overlap = self._find_overlap()

    @property
    def unit_columns(self) -> tuple[str, ...]:
        """The names of the unit columns."""
        return tuple(self.coded_columns)

    def label(self, lon: ArrayLike, lat: ArrayLike, *, threads: int | None = None) -> Labels:
        """Return the labels of points.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees, one-dimensional and of equal length.
        threads
            How many threads to use; all cores when not given.
        """
        x, y = np.asarray(lon, dtype=np.float64), np.asarray(lat, dtype=np.float64)
        units = self.index.label(x, y, threads=threads)
        groups, memberships = self._group_of_unit[units], self._memberships
        for zone, extent, outline in self._outlines:
            inside = outline.label(x, y, threads=threads) == 0
            groups, memberships = _join(groups, memberships, inside, (zone, extent))
        return Labels(units=units, groups=groups, memberships=memberships, labeller=self)

    def lookup(self, *, lon: float, lat: float) -> tuple[int, tuple[tuple[str, str], ...]]:
        """Return the position of one point's unit, or -1, and its zones with their extents.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees.
        """
        unit = self.index.lookup(lon=lon, lat=lat)
        held = self._memberships[self._group_of_unit[unit]]
        for zone, extent, outline in self._outlines:
            if outline.lookup(lon=lon, lat=lat) == 0:
                held = _with(held, (zone, extent))
        return unit, tuple((self.zones[zone], self.extents[extent]) for zone, extent in held)

    def _unit_memberships(self) -> tuple[tuple[Membership, ...], Integers]:
        held: list[list[tuple[int, int]]] = [[] for _ in range(len(self.index))]
        for zone, layer in enumerate(self.layers):
            for unit, extent in layer.extents:
                held[unit].append((zone, self.extents.index(extent)))
        memberships = tuple(dict.fromkeys([(), *map(tuple, held)]))
        group = {membership: position for position, membership in enumerate(memberships)}
        # The last entry serves position -1: no unit, no zone.
        return memberships, np.array([*(group[tuple(h)] for h in held), 0], dtype=np.int32)

    def _find_overlap(self) -> bool:
        """Return whether a point can lie in two zones."""
        import shapely  # noqa: PLC0415 - only outlines need it here

        if any(len(membership) > 1 for membership in self._memberships):
            return True
        shapes = self.index.geometries
        for layer in self.layers:
            for other in self.layers:
                members = [shapes[unit] for unit, _ in other.extents] + [
                    outline for outline, _ in other.outlines
                ]
                if other is not layer and any(
                    shapely.intersects(o, members).any() for o, _ in layer.outlines
                ):
                    return True
        return False


def _coded(name: str, values: Sequence[str], units: int) -> tuple[tuple[str, ...], Integers]:
    """Return the distinct values, sorted, and the code of each unit; the last code serves position -1."""
    if len(values) != units:
        raise LabelError(f"column {name!r} has {len(values)} values for {units} units; expected one for each")
    names = tuple(sorted(set(values)))
    code = {value: position for position, value in enumerate(names)}
    return names, np.array([*(code[value] for value in values), UNLABELLED], dtype=np.int32)


def _join(
    groups: Integers, memberships: tuple[Membership, ...], inside: NDArray[np.bool_], entry: tuple[int, int]
) -> tuple[Integers, tuple[Membership, ...]]:
    """Add one zone to the memberships of the points inside it."""
    zones_of = [{zone for zone, _ in membership} for membership in memberships]
    inside = inside & np.array([entry[0] not in zones for zones in zones_of])[groups]
    joined = np.unique(groups[inside]).tolist()
    position = np.zeros(len(memberships), dtype=np.int32)
    position[joined] = np.arange(len(memberships), len(memberships) + len(joined))
    added = tuple(_with(memberships[group], entry) for group in joined)
    return np.where(inside, position[groups], groups), memberships + added


def _with(membership: Membership, entry: tuple[int, int]) -> Membership:
    """Return the membership with one more zone, unless it holds that zone already."""
    if any(zone == entry[0] for zone, _ in membership):
        return membership
    return tuple(sorted((*membership, entry)))
