"""Marks put into rows: each at its time, none over another or over another's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Item", "Place", "pack"]

NEAR = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    A mark that wants a place, with the words beside it.

    Parameters
    ----------
    left, width
        The stretch of its day; lengths are all in the same unit.
    words
        Length of the words beside it, with the gap before them; 0 for none.
    """

    left: float
    width: float
    words: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """
    Where a mark stands.

    Parameters
    ----------
    left
        Its left side.
    row
        Its row, from 0.
    words
        The side on which its words stand; None: there is no room for them.
    """

    left: float
    row: int
    words: str | None


def pack(items: Iterable[Item], *, mark: float, gap: float, right: float) -> tuple[Place, ...]:
    """
    Return a place for each item, in the lowest row that has room.

    A mark stands within the stretch of its day, beginning at its left side; where that is narrower than a mark, on its
    middle. So do its words where the day is wide enough; else they run on over later days, or stand before the mark
    where the chart ends behind it.

    Parameters
    ----------
    items
        In the order of their days.
    mark
        Width of a mark.
    gap
        Least distance between two of a row.
    right
        Where the chart ends; it begins at 0.

    Examples
    --------
    >>> day = Item(left=0, width=1, words=0)
    >>> [(place.left, place.row) for place in pack([day, day], mark=2, gap=1, right=10)]
    [(-0.5, 0), (-0.5, 1)]
    >>> wide = Item(left=0, width=6, words=0)
    >>> [(place.left, place.row) for place in pack([wide, wide, wide], mark=2, gap=1, right=10)]
    [(0, 0), (3.0, 0), (0, 1)]
    """
    ends: list[float] = []
    places = []
    for item in items:
        narrow = item.width < mark
        first = item.left + (item.width - mark) / 2 if narrow else item.left
        inside = mark + item.words if mark + item.words <= item.width else mark
        last = first if narrow else item.left + item.width - inside
        for row in range(len(ends) + 1):
            fresh = row == len(ends)
            left = first if fresh else max(first, ends[row])
            if left > last + NEAR:
                continue
            side, fits = _side(item, left, 0.0 if fresh else ends[row], mark=mark, right=right)
            if not fits and not fresh:
                continue
            end = left + mark + (item.words if side == "after" else 0.0) + gap
            ends[row : row + 1] = [end]
            places.append(Place(left=left, row=row, words=side))
            break
    return tuple(places)


def _side(item: Item, left: float, free: float, *, mark: float, right: float) -> tuple[str | None, bool]:
    """Return where an item's words stand beside a mark, and whether they find room."""
    if not item.words:
        return None, True
    if left + mark + item.words <= right + NEAR:
        return "after", True
    if left - item.words >= free - NEAR:
        return "before", True
    return None, False
