"""The tree of units: codes, names, parents and children, before any shape."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Self

import numpy as np

from geodata.coverage_edges import Bools, Ints
from geodata.errors import CoverageError, UnknownUnitError
from geodata.names import fold
from geodata.naming import Naming, renamed
from geodata.unit import AdminUnit, Level, spellings_of


class UnitTree:
    """
    Units of all levels over a fixed order of sub-districts.

    Parameters
    ----------
    units
        Units of all levels, each parent among them.
    codes
        P-codes of the sub-districts that have shapes, in the order of these.

    Attributes
    ----------
    naming
        Whose names the units have; see `named`.
    """

    def __init__(self, units: Iterable[AdminUnit], codes: tuple[str, ...]) -> None:
        self.codes = codes
        self.naming = Naming.UN
        self._units = self._as_given = {unit.pcode: unit for unit in units}
        self._by_naming = {self.naming: self}
        missing = [code for code in codes if code not in self._units]
        if missing:
            found = ", ".join(missing[:5])
            raise CoverageError(f"shapes of unknown units: {found}; expected P-codes of sub-districts")
        self._children: dict[str, list[str]] = {}
        for unit in sorted(self._units.values(), key=lambda unit: unit.pcode):
            if unit.parent is not None:
                self._children.setdefault(unit.parent, []).append(unit.pcode)
        self._groups: dict[Level, tuple[tuple[str, ...], Ints]] = {}

    def named(self, naming: Naming) -> Self:
        """Return these units under the names that the UN or the press has for them; the same value each time.

        Parameters
        ----------
        naming
            Whose names they get.
        """
        if naming not in self._by_naming:
            units = {code: renamed(unit, naming) for code, unit in self._as_given.items()}
            other = copy.copy(self)
            other.__dict__ |= {"naming": naming, "_units": units}
            other.__dict__.pop("_by_name", None)
            self._by_naming[naming] = other
        return self._by_naming[naming]  # type: ignore[return-value]  # copies of this very value

    def other_name(self, pcode: str) -> str | None:
        """Return what the UN or the press calls a unit, the one whose name it does not have; None if it is the same.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        other = Naming.PRESS if self.naming is Naming.UN else Naming.UN
        name = renamed(self._as_given[pcode], other).name
        return None if name == self[pcode].name else name

    def __contains__(self, pcode: object) -> bool:
        """Tell whether a P-code is known."""
        return pcode in self._units

    def __getitem__(self, pcode: str) -> AdminUnit:
        """Return the unit with this P-code, or raise `UnknownUnitError` with near codes."""
        try:
            return self._units[pcode]
        except KeyError:
            near = tuple(code for code in self._units if pcode and code[:-1] == pcode[: len(code) - 1])[:5]
            raise UnknownUnitError(pcode, near=near) from None

    def __iter__(self) -> Iterator[str]:
        """Yield the P-codes of all levels, governorates first."""
        return iter(self._units)

    def __len__(self) -> int:
        """Return the number of units, of all levels."""
        return len(self._units)

    def at_level(self, level: Level) -> tuple[AdminUnit, ...]:
        """Return the units of a level, sorted by code.

        Parameters
        ----------
        level
            Governorate, district or sub-district.
        """
        return tuple(self[code] for code in self.groups(level)[0])

    def parent(self, pcode: str) -> AdminUnit | None:
        """Return the unit that a unit belongs to; None for a governorate.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        above = self[pcode].parent
        return None if above is None else self[above]

    def chain(self, pcode: str) -> tuple[AdminUnit, ...]:
        """Return the governorate, district and sub-district down to a unit, itself last.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        above = self.parent(pcode)
        return (self[pcode],) if above is None else (*self.chain(above.pcode), self[pcode])

    def children(self, pcode: str) -> tuple[AdminUnit, ...]:
        """Return the units directly below a unit, sorted by code.

        Parameters
        ----------
        pcode
            Of a unit of any level; a sub-district has none.
        """
        return tuple(self[code] for code in self._children.get(self[pcode].pcode, ()))

    def descendants(self, pcode: str, level: Level = Level.SUBDISTRICT) -> tuple[AdminUnit, ...]:
        """Return the units of a level within a unit, sorted by code; itself if it is of that level.

        Parameters
        ----------
        pcode
            Of the unit to look in.
        level
            The level of the units wanted; sub-districts by default.
        """
        if self[pcode].level is level:
            return (self[pcode],)
        return tuple(
            below for child in self.children(pcode) for below in self.descendants(child.pcode, level)
        )

    def spellings(self, pcode: str) -> tuple[str, ...]:
        """Return the known spellings of a unit's name, OCHA's own first, whichever of them it has here.

        Parameters
        ----------
        pcode
            Of a unit of any level.
        """
        self[pcode]  # raises for a code that is none
        return spellings_of(self._as_given[pcode])

    def find(self, name: str, level: Level | None = None) -> tuple[AdminUnit, ...]:
        """Return the units of this name in English or Arabic, whatever the spelling, larger levels first.

        Parameters
        ----------
        name
            In English or Arabic, as people write it: a name alone, without its kind.
        level
            Keep only units of this level; all by default.
        """
        named = self._by_name.get(fold(name), ())
        return tuple(unit for unit in named if level is None or unit.level is level)

    @cached_property
    def _by_name(self) -> dict[str, tuple[AdminUnit, ...]]:
        found: dict[str, dict[str, AdminUnit]] = {}
        for unit in sorted(self._units.values(), key=lambda unit: (unit.level.depth, unit.pcode)):
            for spelling in self.spellings(unit.pcode):
                found.setdefault(fold(spelling), {})[unit.pcode] = unit
        return {key: tuple(units.values()) for key, units in found.items()}

    def groups(self, level: Level) -> tuple[tuple[str, ...], Ints]:
        """Return the codes of a level, sorted, and for each sub-district the position of its unit there.

        Parameters
        ----------
        level
            The level whose codes are wanted.
        """
        if level not in self._groups:
            above = [next(u.pcode for u in self.chain(code) if u.level is level) for code in self.codes]
            found, positions = np.unique(np.array(above), return_inverse=True)
            self._groups[level] = (tuple(found.tolist()), positions.astype(np.intp))
        return self._groups[level]

    def mask(self, pcodes: Iterable[str]) -> Bools:
        """Return which sub-districts the given units cover, in the order of `codes`, shape (n,).

        Parameters
        ----------
        pcodes
            Units of any levels, which may overlap.
        """
        chosen = np.zeros(len(self.codes), dtype=np.bool_)
        for pcode in pcodes:
            found, positions = self.groups(self[pcode].level)
            if pcode in found:
                chosen |= positions == found.index(pcode)
        return chosen
