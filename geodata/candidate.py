"""A place that a name may mean, and the index from spellings to such candidates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from geodata.kinds import Kind
from geodata.names import fold, skeleton

How = Literal["exact", "folded", "fuzzy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    A place that a name may mean.

    Parameters
    ----------
    name, name_ar
        Its usual names; the Arabic may be empty.
    kind
        Governorate, district, sub-district or town.
    pcode
        The unit itself; for a town the sub-district it lies in, None if it lies in none.
    lon, lat
        The town, or the unit's seat, in WGS 84 degrees.
    population
        Of a town, where known.
    matched
        The known spelling that a name met; the usual name if it was not looked up by name.
    how
        ``exact``: that very spelling; ``folded``: the same but for marks and article; ``fuzzy``: a
        romanisation that sounds alike.
    note
        What a reader of the answer should know; None if nothing.
    """

    name: str
    name_ar: str
    kind: Kind
    pcode: str | None
    lon: float
    lat: float
    population: int | None = None
    matched: str = ""
    how: How = "folded"
    note: str | None = None

    @property
    def rank(self) -> Rank:
        """Sorts towns before units, the populous first, then large units before small ones."""
        depth = 0 if self.kind.level is None else self.kind.level.depth
        return depth, -(self.population or 0), self.pcode or "", self.name


Rank = tuple[int, int, str, str]


class Spellings(Mapping[str, tuple[Candidate, ...]]):
    """
    Ranked candidates under the key of each spelling, each saying which spelling it was met by.

    They are made as they are asked for: of thousands of spellings a lookup needs one.
    """

    def __init__(self, met: Mapping[str, Mapping[Rank, tuple[Candidate, str]]], how: How) -> None:
        self._met = met
        self._how = how
        self._made: dict[str, tuple[Candidate, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Candidate, ...]:
        """Return the candidates under a key, or raise KeyError."""
        if key not in self._made:
            under = self._met[key]
            made = (replace(under[rank][0], matched=under[rank][1], how=self._how) for rank in sorted(under))
            self._made[key] = tuple(made)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether any spelling has this key."""
        return key in self._met

    def __iter__(self) -> Iterator[str]:
        """Yield the keys."""
        return iter(self._met)

    def __len__(self) -> int:
        """Return the number of keys."""
        return len(self._met)


class NameIndex:
    """
    Candidates by spelling.

    Parameters
    ----------
    named
        Candidates with the spellings that each has.
    meant
        Spellings that mean certain candidates, and no others.

    Attributes
    ----------
    by_fold
        Candidates under the strict key of each spelling.
    max_words
        The most words that a strict key has.
    """

    def __init__(
        self,
        named: Iterable[tuple[Candidate, tuple[str, ...]]],
        meant: Mapping[str, tuple[Candidate, ...]] | None = None,
    ) -> None:
        self._met: dict[str, dict[Rank, tuple[Candidate, str]]] = {}
        self._exact: dict[str, set[Rank]] = {}
        for candidate, spellings in named:
            rank = candidate.rank
            for spelling in filter(None, spellings):
                self._exact.setdefault(spelling.casefold(), set()).add(rank)
                self._met.setdefault(fold(spelling), {}).setdefault(rank, (candidate, spelling))
        for spelling, candidates in (meant or {}).items():
            self._met[fold(spelling)] = {one.rank: (one, spelling) for one in candidates}
        self.by_fold = Spellings(self._met, "folded")
        self.max_words = max((len(key.split()) for key in self._met), default=0)

    @cached_property
    def by_skeleton(self) -> Spellings:
        """Candidates under the loose key of each spelling; made when a name is first unknown."""
        loose: dict[str, dict[Rank, tuple[Candidate, str]]] = {}
        for under in self._met.values():
            for rank, met in under.items():
                loose.setdefault(skeleton(met[1]), {}).setdefault(rank, met)
        return Spellings(loose, "fuzzy")

    def known(self, name: str) -> tuple[Candidate, ...]:
        """Return the ranked candidates of a name: by its strict key, or failing that by its loose one."""
        found = self.by_fold.get(fold(name))
        if found is None:
            return self.by_skeleton.get(skeleton(name), ())
        same: Collection[Rank] = self._exact.get(name.casefold(), ())
        return tuple(replace(met, matched=name, how="exact") if met.rank in same else met for met in found)
