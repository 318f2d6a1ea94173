"""What a geocoder of the user's choice says of a name that nobody here knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from geodata.candidate import Candidate
from geodata.kinds import Kind
from geodata.units import AdminUnits

__all__ = ["Geocoder", "geocoded"]


class Place(Protocol):
    """What a geocoder gives: `geopy.Location`."""

    address: str
    latitude: float
    longitude: float
    raw: object


class Geocoder(Protocol):
    """What any of geopy's geocoders does; see `geopy.geocoders`."""

    def geocode(self, query: str, *, exactly_one: bool) -> Sequence[Place] | None:
        """Return the places of a name, likeliest first; None if there is none."""


def geocoded(name: str, geocoder: Geocoder, units: AdminUnits) -> tuple[Candidate, ...]:
    """
    Return the places in Syria that a geocoder gives for a name, in its order, one for each sub-district.

    Parameters
    ----------
    name
        As asked.
    geocoder
        Asked once.
    units
        The boundaries that tell what lies in Syria.
    """
    places: dict[str, Candidate] = {}
    for location in geocoder.geocode(name, exactly_one=False) or ():
        unit = units.unit_at(lon=location.longitude, lat=location.latitude)
        if unit is not None and unit.pcode not in places:
            places[unit.pcode] = Candidate(
                name=location.address.split(",")[0].strip(),
                name_ar="",
                kind=Kind.TOWN,
                pcode=unit.pcode,
                lon=location.longitude,
                lat=location.latitude,
                matched=name,
                note=_source(name, location.address, location.raw),
            )
    return tuple(places.values())


def _source(name: str, address: str, raw: object) -> str:
    licence = raw.get("licence") if isinstance(raw, dict) else None
    source = f" ({licence})" if licence else ""
    return f"no place here is known as {name!r}; the geocoder gives: {address}{source}"
