"""Names to places: every known spelling of units and towns, with ranked candidates for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property

import numpy as np

from geodata.candidate import Candidate, NameIndex
from geodata.errors import UnknownPlaceError
from geodata.kinds import Kind, parse_query
from geodata.measure import distance_km
from geodata.names import fold, is_ordinary, without_markaz
from geodata.naming import Naming
from geodata.place import Place, builtin_places
from geodata.town_names import NEAREST_KM, town
from geodata.unit import AdminUnit, Level
from geodata.unit_shapes import Position
from geodata.units import AdminUnits


class Toponyms:
    """
    Every known name in Syria, in English and Arabic.

    Parameters
    ----------
    units
        The units to name, and to place towns in.
    places
        The towns; GeoNames' by default.
    settled
        Names that mean one unit each, as P-codes; see `Toponyms.settled`.

    Examples
    --------
    >>> names = Toponyms.builtin()
    >>> [(found.kind.value, found.pcode) for found in names.candidates("Idlib")]
    [('town', 'SY070000'), ('governorate', 'SY07'), ('district', 'SY0700'), ('sub-district', 'SY070000')]
    >>> names.suggest("Sarraqip")
    ('Saraqab',)
    """

    def __init__(
        self,
        units: AdminUnits,
        places: Iterable[Place] | None = None,
        *,
        settled: Mapping[str, str] | None = None,
    ) -> None:
        self.units = units
        self.places = builtin_places() if places is None else tuple(places)
        self._meant = {name: units[pcode] for name, pcode in (settled or {}).items()}

    def settled(self, names: Mapping[str, str]) -> Toponyms:
        """
        Return these names with some of them settled: each means one unit, and nothing else.

        Parameters
        ----------
        names
            P-codes by name.

        Raises
        ------
        geodata.errors.UnknownUnitError
            If there is no such unit.

        Examples
        --------
        >>> names = Toponyms.builtin().settled({"Suran": "SY050101"})
        >>> {found.pcode for found in names.candidates("Suran")}
        {'SY050101'}
        """
        before = {name: unit.pcode for name, unit in self._meant.items()}
        return Toponyms(self.units, self.places, settled={**before, **names})

    @classmethod
    def builtin(cls) -> Toponyms:
        """Return the names that come with this package, over its own boundaries."""
        return _builtin(Naming.UN)

    def named(self, naming: Naming) -> Toponyms:
        """Return the same names, that find the same; what is found is called as the UN or the press calls it.

        Parameters
        ----------
        naming
            Whose names what is found has.

        Examples
        --------
        >>> names = Toponyms.builtin()
        >>> [names.named(naming).candidates("Saraqib")[0].name for naming in (Naming.UN, Naming.PRESS)]
        ['Saraqab', 'Saraqib']
        """
        if naming is self.units.naming:
            return self
        if self is _builtin(self.units.naming):
            return _builtin(naming)
        settled = {name: unit.pcode for name, unit in self._meant.items()}
        return Toponyms(self.units.named(naming), self.places, settled=settled)

    def prepare(self) -> None:
        """Make the indexes that lookups otherwise make when they first need them: seconds, of a large gazetteer."""
        _ = self._index.by_skeleton

    @property
    def max_words(self) -> int:
        """The most words that a known spelling has, hyphens parting words."""
        return self._index.max_words

    def spellings(self) -> Mapping[str, tuple[Candidate, ...]]:
        """Return every known spelling, as `fold` makes it, with what it may mean, ranked."""
        return self._index.by_fold

    def candidates(
        self, name: str, *, kind: Kind | None = None, near: Position | None = None
    ) -> tuple[Candidate, ...]:
        """
        Return what a name may mean, likeliest first; empty if nobody knows it.

        Parameters
        ----------
        name
            As people write it, in English or Arabic: "Idlib", "Idlib city", "town of Rastan", "Suran, Hama".
        kind
            Keep only this kind; overrides a kind stated in the name.
        near
            Longitude and latitude; nearer candidates come first.

        Notes
        -----
        Without `near`, towns come before units and larger towns and units before smaller ones. Spellings
        that only sound alike answer when no spelling matches, and say ``fuzzy``.
        """
        query = parse_query(name)
        wanted = kind or query.kind
        found = self._known(name, wanted) or self._inside(self._known(query.name, wanted), query.within)
        if near is not None:
            found = tuple(
                sorted(found, key=lambda c: distance_km(lon=near[0], lat=near[1], to_lon=c.lon, to_lat=c.lat))
            )
        return found

    def resolve(
        self, name: str, *, kind: Kind | None = None, near: Position | None = None
    ) -> tuple[Candidate, ...]:
        """
        Return what a name may mean, like `candidates`, but never nothing.

        Parameters
        ----------
        name
            As people write it, in English or Arabic.
        kind
            Keep only this kind; overrides a kind stated in the name.
        near
            Longitude and latitude; nearer candidates come first.

        Raises
        ------
        UnknownPlaceError
            If nobody knows the name; `error.suggestions` holds near spellings.
        """
        found = self.candidates(name, kind=kind, near=near)
        if not found:
            raise UnknownPlaceError(name, suggestions=self.suggest(name))
        return found

    def governorate(self, name: str) -> tuple[Candidate, ...]:
        """
        Return the governorates that a name is known or sounds like, where words say that it is one.

        Parameters
        ----------
        name
            As people write it: "Suweyda".

        Notes
        -----
        Only governorates are searched, so that no index of all that sounds alike has to be made.

        Examples
        --------
        >>> [found.pcode for found in Toponyms.builtin().governorate("Suweyda")]
        ['SY13']
        """
        return self._governorates.known(name)

    def in_text(self, words: str) -> tuple[Candidate, ...]:
        """
        Return what words in running English text may name, ranked; empty if they name nothing for sure.

        Stricter than `candidates`: spellings that only sound alike do not count, and a word such as
        "Tall", "Khan" or "San" counts only with its article.

        Parameters
        ----------
        words
            One or more words of a sentence, as they stand there.

        Examples
        --------
        >>> names = Toponyms.builtin()
        >>> [bool(names.in_text(words)) for words in ("al-Tall", "Tall", "Jisr al-Shughour")]
        [True, False, True]
        """
        key = fold(words)
        return () if len(key) < 3 or is_ordinary(words) else self.spellings().get(key, ())

    def suggest(self, name: str, n: int = 3) -> tuple[str, ...]:
        """
        Return the usual names of the places whose spellings are nearest to a name, best first.

        Parameters
        ----------
        name
            A name that nobody knows.
        n
            The most names to return.
        """
        from rapidfuzz import fuzz, process  # noqa: PLC0415  only unknown names pay for it

        key = fold(parse_query(name).name)
        hits = process.extract(
            key, list(self._index.by_fold), scorer=fuzz.ratio, limit=4 * n, score_cutoff=70
        )
        arabic = not key.isascii()
        places = (candidate for hit, _, _ in hits for candidate in self._index.by_fold[hit][:1])
        return tuple(dict.fromkeys((arabic and place.name_ar) or place.name for place in places))[:n]

    def _known(self, name: str, kind: Kind | None) -> tuple[Candidate, ...]:
        found = self._index.known(name)
        return found if kind is None else tuple(candidate for candidate in found if candidate.kind is kind)

    def _inside(self, found: tuple[Candidate, ...], within: tuple[str, ...]) -> tuple[Candidate, ...]:
        for name in within:
            larger = {
                candidate.pcode for candidate in self.candidates(name) if candidate.kind is not Kind.TOWN
            }
            found = tuple(
                c for c in found if c.pcode and larger & {unit.pcode for unit in self.units.chain(c.pcode)}
            )
        return found

    @cached_property
    def _index(self) -> NameIndex:
        meant = {name: tuple(_meant(unit, self.units.seat(unit.pcode))) for name, unit in self._meant.items()}
        return NameIndex([*self._towns(), *self._unit_names()], meant)

    @cached_property
    def _governorates(self) -> NameIndex:
        return NameIndex(
            (found, names) for found, names in self._unit_names() if found.kind is Kind.GOVERNORATE
        )

    def _towns(self) -> Iterable[tuple[Candidate, tuple[str, ...]]]:
        lon, lat = np.array([(place.lon, place.lat) for place in self.places]).reshape(-1, 2).T
        for place, position in zip(self.places, self.units.positions_at(lon, lat).tolist(), strict=True):
            inside = (self.units[self.units.codes[position]], 0.0) if position >= 0 else None
            found = inside or self.units.nearest(lon=place.lon, lat=place.lat, within_km=NEAREST_KM)
            own = (place.name, place.name_ar, *place.spellings)
            yield (
                town(place, found, self.units),
                (*own, *self._namesake_spellings(own, found[0] if found else None)),
            )

    def _namesake_spellings(self, own: tuple[str, ...], unit: AdminUnit | None) -> tuple[str, ...]:
        """Return the spellings of the sub-district round a town if it is named for the town."""
        if unit is None:
            return ()
        spellings = self.units.spellings(unit.pcode)
        names = {fold(spellings[0]), fold(without_markaz(unit.name_ar))}
        return spellings if not names.isdisjoint(map(fold, own)) else ()

    def _unit_names(self) -> Iterable[tuple[Candidate, tuple[str, ...]]]:
        for pcode in self.units:
            yield _unit(self.units[pcode], self.units.seat(pcode)), self.units.spellings(pcode)


@cache
def _builtin(naming: Naming) -> Toponyms:
    return Toponyms(AdminUnits.builtin(naming))


def _unit(unit: AdminUnit, seat: Position) -> Candidate:
    return Candidate(
        name=unit.name,
        name_ar=unit.name_ar,
        kind=Kind(unit.level.value),
        pcode=unit.pcode,
        lon=seat[0],
        lat=seat[1],
    )


def _meant(unit: AdminUnit, seat: Position) -> Iterator[Candidate]:
    """Yield a unit as what a name means; a sub-district also as the town that it is named for."""
    yield _unit(unit, seat)
    if unit.level is Level.SUBDISTRICT:
        yield replace(_unit(unit, seat), kind=Kind.TOWN)
