"""What was done to a file of boundaries before it could be used."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

How = Literal["code", "name and position", "position"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """
    A feature of a file and the unit it was taken for.

    Attributes
    ----------
    row
        Its row in the layer, from 1.
    name
        Its name in the file.
    pcode, unit_name
        The unit, with the name that OCHA gives it.
    how
        By its P-code, by name and position, or by position alone.
    overlap
        Area that it shares with the built-in shape of that unit, of the area of both together, 0 to 1;
        None for features mapped by code.
    """

    row: int
    name: str
    pcode: str
    unit_name: str
    how: How
    overlap: float | None = None

    def __str__(self) -> str:
        """Return it as a line of text."""
        share = "" if self.overlap is None else f", {self.overlap:.0%} in common"
        return f"row {self.row}, {self.name!r}: {self.pcode} {self.unit_name} by {self.how}{share}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryReport:
    """
    How a file was read.

    Attributes
    ----------
    path
        The file or folder that was asked for.
    dataset, layer
        The file in it that was read, relative to it, and the layer.
    scheme
        Name of the column scheme.
    crs
        The coordinate reference system of the file.
    mappings
        One for each feature.
    notes
        What was repaired or left aside, and anything else a user should know; empty if nothing.
    """

    path: Path
    dataset: str
    layer: str
    scheme: str
    crs: str
    mappings: tuple[Mapping, ...]
    notes: tuple[str, ...]

    @property
    def guessed(self) -> tuple[Mapping, ...]:
        """The mappings that rest on position, for a person to look at."""
        return tuple(mapping for mapping in self.mappings if mapping.how != "code")

    def text(self) -> str:
        """Return the report as lines of text."""
        head = f"{self.path}: {len(self.mappings)} sub-districts from {self.dataset}, layer {self.layer} "
        lines = [f"{head}({self.scheme}, {self.crs})", *(f"note: {note}" for note in self.notes)]
        return "\n".join([*lines, *(f"mapped: {mapping}" for mapping in self.guessed)])
