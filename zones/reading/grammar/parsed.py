"""What the words of one item come to: areas, and where the reading ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast, overload

from zones.areas import Area, Leaf, Limit, Part, Whole
from zones.reading.scan import Scan
from zones.reasons import Reasoned

__all__ = ["Parsed", "as_part", "in_words", "quoted"]


W = TypeVar("W", bound=Limit)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was read: the areas of one item of a list, and the position after it."""

    areas: tuple[Area, ...]
    end: int


def quoted(scan: Scan, start: int, end: int, leaves: Sequence[Leaf]) -> Parsed:
    """Return leaves with the words ``start:end`` that they were read from."""
    text, span = scan.text(start, end), scan.span(start, end)
    areas = tuple(replace(leaf, text=text, span=span) for leaf in leaves)
    return Parsed(cast("tuple[Area, ...]", areas), end)


@overload
def in_words(scan: Scan, start: int, end: int, reason: Reasoned) -> Limit: ...
@overload
def in_words(scan: Scan, start: int, end: int, reason: Reasoned, *, kind: type[W]) -> W: ...
def in_words(scan: Scan, start: int, end: int, reason: Reasoned, *, kind: type[Limit] = Limit) -> Limit:
    """Return the words ``start:end`` as a limit that no boundary settles, or as words not understood."""
    return kind(text=scan.text(start, end), span=scan.span(start, end), reason=reason)


def as_part(area: Area) -> Area:
    """Return an area of which the text takes a part only: a whole unit becomes a part, the rest stays.

    Examples
    --------
    >>> as_part(Whole(unit="SY07", label="Idlib"))
    Part(text='', label='Idlib', span=None, unit='SY07')
    """
    if type(area) is Whole:  # of "the rest of Idlib", a kind of it, other zones say how much that is
        return Part(unit=area.unit, text=area.text, span=area.span, label=area.label)
    return area
