"""A geopy geocoder that needs no network: Syria's units and towns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from geopy import Location, Point
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder

from geodata.candidate import Candidate
from geodata.kinds import Kind
from geodata.position import parse_position
from geodata.toponyms import Toponyms
from geodata.unit import AdminUnit
from geodata.unit_shapes import Position


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy has no types
    """
    A geocoder for Syria that answers from the package's own data.

    It can be swapped with ``geopy.geocoders.Nominatim``: the same methods, the same `geopy.Location`.

    Parameters
    ----------
    toponyms
        The names to know; those of the package by default.

    Examples
    --------
    >>> location = Gazetteer().geocode("Saraqib")
    >>> location.address
    'Saraqab, Saraqab, Idleb, Idleb, Syria'
    >>> Gazetteer().reverse("35.86, 36.80").raw["pcode"]
    'SY070003'
    """

    def __init__(self, toponyms: Toponyms | None = None) -> None:
        super().__init__()
        self.toponyms = Toponyms.builtin() if toponyms is None else toponyms

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,
        limit: int | None = None,
    ) -> Location | list[Location] | None:
        """
        Return the likeliest place of a name, or all of them; None if nobody knows it.

        Parameters
        ----------
        query
            A name as `Toponyms.candidates` takes it, or a mapping with ``city``, ``county`` or ``state``.
        exactly_one
            Whether to return one location or a list.
        timeout
            Ignored: nothing is asked over a network.
        limit
            The most locations to return.
        """
        name, kind = _asked(query)
        found = [self._location(candidate) for candidate in self.candidates(name, kind=kind)][:limit]
        if not found:
            return None
        return found[0] if exactly_one else found

    def reverse(
        self, query: object, *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """
        Return the sub-district at a point; None outside Syria.

        Parameters
        ----------
        query
            A text that `geodata.position.parse_position` reads, or anything else that `geopy.Point` takes,
            latitude first.
        exactly_one
            Whether to return one location or a list of one.
        timeout
            Ignored: nothing is asked over a network.

        Raises
        ------
        geodata.errors.PositionError
            If a text is no position, or not for sure.
        """
        point = Point(_position(query) if isinstance(query, str) else query)
        near = self.toponyms.units.nearest(lon=point.longitude, lat=point.latitude)
        if near is None:
            return None
        unit, km = near
        raw = asdict(unit) | {"kind": unit.level.value, "distance_km": km}
        location = Location(self._address(None, unit), (point.latitude, point.longitude), raw)
        return location if exactly_one else [location]

    def candidates(
        self, name: str, *, kind: Kind | None = None, near: Position | None = None
    ) -> tuple[Candidate, ...]:
        """
        Return what a name may mean, likeliest first (see `Toponyms.candidates`).

        Parameters
        ----------
        name
            As people write it, in English or Arabic.
        kind
            Keep only this kind; overrides a kind stated in the name.
        near
            Longitude and latitude; nearer candidates come first.
        """
        return self.toponyms.candidates(name, kind=kind, near=near)

    def suggest(self, name: str, n: int = 3) -> tuple[str, ...]:
        """
        Return the known spellings nearest to a name, best first.

        Parameters
        ----------
        name
            A name that nobody knows.
        n
            The most names to return.
        """
        return self.toponyms.suggest(name, n)

    def _location(self, candidate: Candidate) -> Location:
        unit = self.toponyms.units[candidate.pcode] if candidate.pcode else None
        town = candidate.name if candidate.kind is Kind.TOWN else None
        return Location(self._address(town, unit), (candidate.lat, candidate.lon), asdict(candidate))

    def _address(self, town: str | None, unit: AdminUnit | None) -> str:
        chain = self.toponyms.units.chain(unit.pcode) if unit else ()
        return ", ".join(([town] if town else []) + [above.name for above in reversed(chain)] + ["Syria"])


def _position(text: str) -> tuple[float, float]:
    found = parse_position(text)
    return found.lat, found.lon


def _asked(query: str | Mapping[str, str]) -> tuple[str, Kind | None]:
    if isinstance(query, str):
        return query, None
    parts = [query[key] for key in ("street", "city", "county", "state", "country") if query.get(key)]
    return ", ".join(parts), Kind.TOWN if query.get("city") else None
