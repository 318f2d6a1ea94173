"""What the words of one item come to: areas, and where the reading ended."""

from __future__ import annotations

from dataclasses import dataclass

from zones.areas import Area, Part, Whole

__all__ = ["Parsed", "as_part"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read: the areas of one item of a list, and the position after it."""

    areas: tuple[Area, ...]
    end: int


def as_part(area: Area) -> Area:
    """Return an area of which the text takes a part only: a whole unit becomes a part, the rest stays.

    Examples
    --------
    >>> as_part(Whole(unit="SY07", label="Idlib"))
    Part(text='', label='Idlib', span=None, unit='SY07')
    """
    if isinstance(area, Whole):
        return Part(unit=area.unit, text=area.text, span=area.span, label=area.label)
    return area
