"""The days at which a time axis is marked: true to scale, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from maps.figure.content import MONTHS

__all__ = ["Tick", "ticks"]

DAYS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """
    A marked day.

    Parameters
    ----------
    day
        The day at whose beginning it stands.
    text
        What it is called.
    """

    day: date
    text: str


def ticks(first: date, last: date, *, most: int) -> tuple[Tick, ...]:
    """
    Return the marks of an axis over some days, in the smallest usual step that gives few enough.

    Parameters
    ----------
    first, last
        The days, both on the axis.
    most
        How many marks have room; at least one is given where a step has any.

    Examples
    --------
    >>> [tick.text for tick in ticks(date(2017, 6, 22), date(2017, 6, 23), most=5)]
    ['22 Jun 2017', '23 Jun']
    >>> [tick.text for tick in ticks(date(2016, 11, 3), date(2017, 11, 9), most=5)]
    ['Jan 2017', 'Apr 2017', 'Jul 2017', 'Oct 2017']
    """
    span = (last - first).days
    for step in DAYS:
        if span // step + 1 <= most:
            return _by_days(first, last, step)
    for step in MONTH_STEPS:
        found = _by_months(first, last, step)
        if 1 < len(found) <= most:
            return found
    for power in count():
        for step in YEAR_STEPS:
            found = _by_years(first, last, step * 10**power)
            if len(found) <= most:
                return found or _by_days(first, first, 1)
    raise AssertionError("a step is long enough in the end")


def _by_days(first: date, last: date, step: int) -> tuple[Tick, ...]:
    found: list[Tick] = []
    for ahead in range(0, (last - first).days + 1, step):
        day = first + timedelta(days=ahead)
        year = f" {day.year}" if not found or found[-1].day.year != day.year else ""
        found.append(Tick(day=day, text=f"{day.day} {MONTHS[day.month - 1][:3]}{year}"))
    return tuple(found)


def _by_months(first: date, last: date, step: int) -> tuple[Tick, ...]:
    return tuple(
        Tick(day=day, text=f"{MONTHS[day.month - 1][:3]} {day.year}")
        for day in _months(first, last)
        if (day.month - 1) % step == 0
    )


def _by_years(first: date, last: date, step: int) -> tuple[Tick, ...]:
    return tuple(
        Tick(day=date(year, 1, 1), text=str(year))
        for year in range(max(first.year, 1), last.year + 1)
        if year % step == 0 and first <= date(year, 1, 1) <= last
    )


def _months(first: date, last: date) -> Iterator[date]:
    """Yield the first days of months from one day to another."""
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(month // 12, month % 12 + 1, 1)
        if first <= day:
            yield day
