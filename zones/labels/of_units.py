"""A labeller of administrative units and zones told by their P-codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from geodata.coverage_index import CoverageIndex
from geodata.unit import Level
from zones.labels.labeller import Labeller, ZoneLayer

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon

    from geodata.units import AdminUnits


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneMembers:
    """A zone as its members tell it.

    Attributes
    ----------
    zone
        Its name or id, as it shall stand in the labels.
    members
        P-codes of any level, each with its extent ("whole" or "part"). Leave out members that the zone has
        only a share of, as a strip has: for those, give the outline.
    outlines
        Geometry, WGS 84, each with its extent.
    """

    zone: str
    members: tuple[tuple[str, str], ...] = ()
    outlines: tuple[tuple[Polygon | MultiPolygon, str], ...] = ()


def unit_labeller(
    units: AdminUnits, zones: Iterable[ZoneMembers], *, cache: Path | str | None = None
) -> Labeller:
    """Return a labeller with columns of P-codes: governorate, district, subdistrict.

    Parameters
    ----------
    units
        The administrative units.
    zones
        The zones, in the order in which labels name them.
    cache
        A file that keeps the index from one process to the next.

    Examples
    --------
    >>> from geodata.units import AdminUnits
    >>> idlib = ZoneMembers(zone="Idlib", members=(("SY07", "whole"), ("SY0603", "part")))
    >>> labeller = unit_labeller(AdminUnits.builtin(), [idlib])
    >>> labels = labeller.label([36.80, 36.29], [35.86, 33.51])
    >>> labels.unit_column("subdistrict").texts().tolist(), labels.zones_of(0), labels.zones_of(1)
    (['SY070003', 'SY010000'], (('Idlib', 'whole'),), ())
    """
    codes, shapes = units.geometries()
    index = CoverageIndex(shapes) if cache is None else CoverageIndex.cached(shapes, cache)
    chains = [{unit.level: unit.pcode for unit in units.chain(code)} for code in codes]
    columns = {level.value.replace("-", ""): [chain[level] for chain in chains] for level in Level}
    return Labeller(index, columns, [_layer(units, zone) for zone in zones])


def _layer(units: AdminUnits, zone: ZoneMembers) -> ZoneLayer:
    extents = {
        position: extent
        for pcode, extent in zone.members
        for position in np.flatnonzero(units.mask([pcode])).tolist()
    }
    outlines = tuple((outline, extent) for outline, extent in zone.outlines if not outline.is_empty)
    return ZoneLayer(zone=zone.zone, extents=tuple(sorted(extents.items())), outlines=outlines)
