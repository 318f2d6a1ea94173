"""What towns are called: one that a unit is named for has the unit's name, so that the two never differ."""

from __future__ import annotations

from functools import cache

from geodata.candidate import Candidate
from geodata.kinds import Kind
from geodata.names import fold
from geodata.place import Place, builtin_places
from geodata.unit import AdminUnit, Level
from geodata.units import AdminUnits

__all__ = ["NEAREST_KM", "named_places", "town", "town_name"]

NEAREST_KM = 3.0
"""A town this near outside the simplified outline still gets the nearest sub-district."""

_CENTRE = "Markaz "
_HAVE_TOWNS = (Level.GOVERNORATE, Level.SUBDISTRICT)


def town_name(place: Place, unit: AdminUnit | None, units: AdminUnits) -> str:
    """
    Return what a town is called beside these units: as the governorate or sub-district that is named for it.

    Parameters
    ----------
    place
        The town. One of a user's own is called as the user has it.
    unit
        The sub-district it lies in; None if in none.
    units
        All units, under the names that are shown.

    Examples
    --------
    >>> units = AdminUnits.builtin()
    >>> idlib = next(place for place in builtin_places() if place.name == "Idlib")
    >>> town_name(idlib, units["SY070000"], units)
    'Idleb'
    """
    if unit is None or place not in _known():
        return place.name
    own = {fold(place.name), fold(place.name_ar)}
    for around in units.chain(unit.pcode):
        named = (
            around.level in _HAVE_TOWNS and around.name != around.pcode
        )  # some boundaries have codes alone
        if named and not own.isdisjoint(map(fold, units.spellings(around.pcode))):
            return around.name.removeprefix(_CENTRE)
    return place.name


def town(place: Place, found: tuple[AdminUnit, float] | None, units: AdminUnits) -> Candidate:
    """
    Return a town as what a name may mean.

    Parameters
    ----------
    place
        The town.
    found
        The sub-district it lies in, or the nearest, and how far outside it lies, in km; None if none is near.
    units
        All units, under the names that are shown.
    """
    note = None
    unit, km = found or (None, 0.0)
    if unit is None:
        note = f"more than {NEAREST_KM:g} km outside the boundaries of Syria's units"
    elif km > 0:
        away = f"{max(km, 0.1):.1f} km outside the simplified outline"
        note = f"{away} of its sub-district {unit.name}, the nearest"
    return Candidate(
        name=town_name(place, unit, units),
        name_ar=place.name_ar,
        kind=Kind.TOWN,
        pcode=unit.pcode if unit else None,
        lon=place.lon,
        lat=place.lat,
        population=place.population,
        note=note,
    )


@cache
def named_places(units: AdminUnits) -> tuple[tuple[str, Place], ...]:
    """
    Return the towns that come with this package, each with what it is called beside these units.

    Parameters
    ----------
    units
        The units, under the names that are shown.
    """
    found = []
    for place in builtin_places():
        near = units.nearest(lon=place.lon, lat=place.lat, within_km=NEAREST_KM)
        found.append((town_name(place, near and near[0], units), place))
    return tuple(found)


@cache
def _known() -> frozenset[Place]:
    return frozenset(builtin_places())
