"""Units by code: parents, children, descendants, and which sub-districts make up each unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from geodata.errors import CoverageError, UnknownUnitError
from geodata.topology import Bools, Ints
from geodata.unit import AdminUnit, Level


class Hierarchy:
    """
    The tree of units over a fixed order of sub-districts.

    Parameters
    ----------
    units
        Units of all levels, each parent among them.
    codes
        The sub-districts' codes, in the order of their shapes.
    """

    def __init__(self, units: Iterable[AdminUnit], codes: tuple[str, ...]) -> None:
        self.codes = codes
        self.units: Mapping[str, AdminUnit] = {unit.pcode: unit for unit in units}
        missing = [code for code in codes if code not in self.units]
        if missing:
            raise CoverageError(
                f"shapes of unknown units: {', '.join(missing[:5])}; expected P-codes of sub-districts"
            )
        self._children: dict[str, tuple[str, ...]] = {}
        for unit in sorted(self.units.values(), key=lambda unit: unit.pcode):
            if unit.parent is not None:
                self._children[unit.parent] = (*self._children.get(unit.parent, ()), unit.pcode)
        self._groups: dict[Level, tuple[tuple[str, ...], Ints]] = {}

    def unit(self, pcode: str) -> AdminUnit:
        """Return the unit with this code, or raise `UnknownUnitError` with near codes."""
        try:
            return self.units[pcode]
        except KeyError:
            near = tuple(code for code in self.units if pcode and code[:-1] == pcode[: len(code) - 1])[:5]
            raise UnknownUnitError(pcode, near=near) from None

    def chain(self, pcode: str) -> tuple[AdminUnit, ...]:
        """Return the governorate, district and sub-district down to a unit, itself last."""
        unit = self.unit(pcode)
        return (unit,) if unit.parent is None else (*self.chain(unit.parent), unit)

    def children(self, pcode: str) -> tuple[str, ...]:
        """Return the codes directly below a unit."""
        self.unit(pcode)
        return self._children.get(pcode, ())

    def descendants(self, pcode: str, level: Level) -> tuple[str, ...]:
        """Return the codes of one level within a unit; the unit itself if it is of that level."""
        if self.unit(pcode).level is level:
            return (pcode,)
        return tuple(below for child in self.children(pcode) for below in self.descendants(child, level))

    def groups(self, level: Level) -> tuple[tuple[str, ...], Ints]:
        """Return the codes of a level, sorted, and for each sub-district the position of its unit there."""
        if level not in self._groups:
            above = [
                next(unit.pcode for unit in self.chain(code) if unit.level is level) for code in self.codes
            ]
            found, positions = np.unique(np.array(above), return_inverse=True)
            self._groups[level] = (tuple(found.tolist()), positions.astype(np.intp))
        return self._groups[level]

    def mask(self, pcodes: Iterable[str]) -> Bools:
        """Return which sub-districts the given units cover, in the order of `codes`."""
        chosen = np.zeros(len(self.codes), dtype=np.bool_)
        for pcode in pcodes:
            level = self.unit(pcode).level
            found, positions = self.groups(level)
            if pcode in found:
                chosen |= positions == found.index(pcode)
        return chosen
