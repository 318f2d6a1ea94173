"""A place that a name may mean, and the index from spellings to such candidates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

    Attributes
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


class NameIndex:
    """
    Candidates by spelling.

    Parameters
    ----------
    named
        Candidates with the spellings that each has.
    """

    def __init__(self, named: Iterable[tuple[Candidate, tuple[str, ...]]]) -> None:
        by_fold: dict[str, dict[Rank, Candidate]] = {}
        self._exact: dict[str, set[Rank]] = {}
        for candidate, spellings in named:
            rank = candidate.rank
            for spelling in filter(None, spellings):
                self._exact.setdefault(spelling.casefold(), set()).add(rank)
                under = by_fold.setdefault(fold(spelling), {})
                if rank not in under:
                    under[rank] = replace(candidate, matched=spelling)
        self.by_fold: Mapping[str, tuple[Candidate, ...]] = {
            key: tuple(under[rank] for rank in sorted(under)) for key, under in by_fold.items()
        }
        self.max_words = max((len(key.split()) for key in by_fold), default=0)

    @cached_property
    def by_skeleton(self) -> Mapping[str, tuple[Candidate, ...]]:
        """Ranked candidates under the loose key of each spelling; made when a name is first unknown."""
        found: dict[str, dict[Rank, Candidate]] = {}
        for candidates in self.by_fold.values():
            for met in candidates:
                found.setdefault(skeleton(met.matched), {}).setdefault(met.rank, replace(met, how="fuzzy"))
        return {key: tuple(under[rank] for rank in sorted(under)) for key, under in found.items()}

    def known(self, name: str) -> tuple[Candidate, ...]:
        """Return the ranked candidates of a name: by its strict key, or failing that by its loose one."""
        found = self.by_fold.get(fold(name))
        if found is None:
            return self.by_skeleton.get(skeleton(name), ())
        same = self._exact.get(name.casefold(), frozenset())
        return tuple(replace(met, matched=name, how="exact") if met.rank in same else met for met in found)
