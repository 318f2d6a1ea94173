"""Who borders whom, and for how long: units with each other, with countries and the sea."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np
import numpy.typing as npt
from shapely.geometry.base import BaseGeometry

from geodata.borders import Neighbour, attribute, shores
from geodata.coverage_edges import Bools, CoverageEdges
from geodata.errors import UnknownCountryError
from geodata.hierarchy import UnitTree
from geodata.unit import Level

MIN_BORDER_KM = 0.1
"""Units that share less than this touch in a corner or by a fault of digitising."""


class Adjacency:
    """Borders between the units of a tree, from the edges of their coverage."""

    def __init__(self, tree: UnitTree, edges: CoverageEdges) -> None:
        self._tree = tree
        self.edges = edges

    def neighbours(
        self, pcodes: Iterable[str], level: Level, min_km: float, *, partly_inside: bool
    ) -> tuple[str, ...]:
        """Return the units of a level that share over `min_km` of border with the given units, sorted."""
        inside = self._tree.mask(pcodes)
        codes, groups = self._tree.groups(level)
        shared = self.edges.km_across(inside, groups)
        size = np.bincount(groups)
        covered = np.bincount(groups[inside], minlength=len(codes))
        excluded = covered == size if partly_inside else covered > 0
        return tuple(codes[i] for i in np.flatnonzero((shared > min_km) & ~excluded))

    def shared_km(self, one: str, other: str) -> float:
        """Return the length of border that two units share, in km."""
        chosen = self.edges.between(self._tree.mask([one]), self._tree.mask([other]))
        return float(self.edges.km[chosen].sum())

    def touching(self, country: str, level: Level, min_km: float) -> tuple[str, ...]:
        """Return the units of a level with over `min_km` of border with a country or the sea, sorted."""
        codes, groups = self._tree.groups(level)
        chosen = self._stretch(country) | (self._shore == str(country))
        km = np.bincount(
            groups[self.edges.owner[chosen]], weights=self.edges.km[chosen], minlength=len(codes)
        )
        return tuple(codes[i] for i in np.flatnonzero(km > min_km))

    def border(self, country: str, pcodes: Iterable[str] | None = None) -> BaseGeometry:
        """Return the border line with a country or the sea, of all Syria or of the given units."""
        chosen = self._stretch(country)
        if pcodes is not None:
            chosen &= self._tree.mask(pcodes)[self.edges.owner]
        return self.edges.line(chosen)

    def border_km(self, country: str) -> float:
        """Return the length of the border with a country or the sea, in km."""
        return float(self.edges.km[self._stretch(country)].sum())

    @cached_property
    def _beyond(self) -> npt.NDArray[np.str_]:
        """The neighbour beyond each segment of the outline; empty for inner segments."""
        codes = np.full(len(self.edges), "", dtype="U3")
        codes[self.edges.on_outline] = attribute(self.edges.segments[self.edges.on_outline])
        return codes

    @cached_property
    def _shore(self) -> npt.NDArray[np.str_]:
        """The country so near to a stretch of coast that it may be its border; empty elsewhere."""
        codes = np.full(len(self.edges), "", dtype="U3")
        coast = self._beyond == str(Neighbour.SEA)
        codes[coast] = shores(self.edges.segments[coast])
        return codes

    def _stretch(self, country: str) -> Bools:
        if country not in set(Neighbour):
            raise UnknownCountryError(country, known=tuple(Neighbour))
        return np.asarray(self._beyond == str(country))
