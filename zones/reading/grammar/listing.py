"""A list of areas as read: its items, what is taken out, and what is said in passing."""

from __future__ import annotations

from dataclasses import dataclass, field

from zones.areas import Area, Except, Union
from zones.reading.grammar.parsed import as_part
from zones.reading.grammar.remarks import Remark

__all__ = ["Listing"]


@dataclass(slots=True)
class Listing:
    """A list of areas as read.

    Parameters
    ----------
    items, spans
        The areas, and for each the tokens it was read from.
    minus, minus_after
        What is taken out, and for each the number of items told before it.
    remarks
        What is said in passing.
    of_units
        Whether the text announces a list of units, so that an item is no zone of its own: "several provinces, namely".
    end
        The position after the list.
    """

    items: list[Area] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    minus: list[Area] = field(default_factory=list)
    minus_after: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    of_units: bool = False
    end: int = 0

    @property
    def area(self) -> Area:
        """The whole list as one tree."""
        kept = _together(self.items)
        return Except(area=kept, minus=_together(self.minus)) if self.minus else kept

    def take(self, areas: tuple[Area, ...], start: int, end: int) -> None:
        """Add areas that were read from the same tokens."""
        self.items += areas
        self.spans += [(start, end)] * len(areas)

    def cut(self, end: int) -> None:
        """End the list at a token: what was read from later ones is taken away."""
        kept = sum(start < end for start, _ in self.spans)
        del self.items[kept:], self.spans[kept:]
        self.end = min(self.end, end)

    def drop(self, count: int) -> tuple[int, int]:
        """Take the last areas away; return the tokens of the first of them."""
        spans = self.spans[-count:]
        del self.items[-count:], self.spans[-count:]
        return spans[0]

    def make_parts(self) -> None:
        """Take but a part of each area: of "all or part of Idlib and Hama" parts."""
        self.items = [as_part(area) for area in self.items]


def _together(areas: list[Area]) -> Area:
    return areas[0] if len(areas) == 1 else Union(areas=tuple(areas))
