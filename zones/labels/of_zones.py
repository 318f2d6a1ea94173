"""A labeller of the zones that texts tell of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import shapely
from shapely.geometry.base import BaseGeometry

from zones.labels.labeller import Labeller
from zones.labels.of_units import ZoneMembers, unit_labeller

if TYPE_CHECKING:
    from zones.zone import Zone
    from zones.zone_set import ZoneSet

_POLYGON = 3


def zone_labeller(zone_set: ZoneSet, *, cache: Path | str | None = None) -> Labeller:
    """Return a labeller of a set's units, and of its zones by their ids.

    Examples
    --------
    >>> import zones.zone_set
    >>> zone_labeller(zones.load()).lookup(lon=36.80, lat=35.86)[1]
    (('idlib', 'whole'),)
    """
    return unit_labeller(zone_set.units, map(members_of, zone_set.zones), cache=cache)


def members_of(zone: Zone) -> ZoneMembers:
    """Return what a labeller needs of a zone.

    A member without a share is in the zone from border to border, be it surely or in part. Of one with a
    share only that is in the zone which a strip or disc covers, or leaves over: there the geometry decides.
    """
    whole_units = tuple((member.pcode, member.extent) for member in zone.members if member.share is None)
    if len(whole_units) == len(zone.members):
        return ZoneMembers(zone=zone.id, members=whole_units)
    outlines = ((_areal(zone.whole), "whole"), (_areal(zone.part), "part"))
    return ZoneMembers(zone=zone.id, members=whole_units, outlines=outlines)


def _areal(geometry: BaseGeometry) -> shapely.MultiPolygon:
    """Return the polygons of a geometry, without the points and lines that an intersection may leave."""
    parts = shapely.get_parts(shapely.get_parts(geometry))
    areal = parts[shapely.get_type_id(parts) == _POLYGON]
    joined = shapely.union_all(areal)
    return cast("shapely.MultiPolygon", joined if not joined.is_empty else shapely.MultiPolygon())
