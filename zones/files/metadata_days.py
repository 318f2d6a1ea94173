"""Days as pages state when they were published: the forms of a line of text, "20170623", and instants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from zones.text.days import day_of
from zones.text.stated_days import DATE, either_way, named_day

__all__ = ["StatedDay", "stated_days"]

_COMPACT = r"(?P<compact>(?:19|20)\d{6})(?![\d-])"
_FORMS = re.compile(rf"(?<![\d.,:/-])(?:{_COMPACT}|{DATE.pattern})", re.IGNORECASE)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDay:
    """A day as it is written.

    Parameters
    ----------
    words
        How it is written.
    days
        What it may mean: one day, or two where day and month could be either.
    instant
        The moment, where its time and zone are told.
    """

    words: str
    days: tuple[date, ...]
    instant: datetime | None = None


def stated_days(text: str) -> tuple[StatedDay, ...]:
    """Return the full dates in some words, in order; a day that no calendar has is none.

    Examples
    --------
    >>> [day.isoformat() for day in stated_days("Fri, 23 Jun 2017 18:30:00 +0300")[0].days]
    ['2017-06-23']
    >>> [day.isoformat() for day in stated_days("05/04/2017")[0].days]
    ['2017-04-05', '2017-05-04']
    """
    found = []
    for match in _FORMS.finditer(text):
        days = _days(match)
        if days:
            found.append(StatedDay(words=match[0], days=days, instant=_instant(text, match.start())))
    return tuple(found)


def _days(match: re.Match[str]) -> tuple[date, ...]:
    if match["first"]:
        return tuple(sorted(either_way(match)))
    figures = match["compact"]
    day = day_of(int(figures[:4]), int(figures[4:6]), int(figures[6:])) if figures else named_day(match, "")
    return (day,) if day is not None else ()


def _instant(text: str, start: int) -> datetime | None:
    found = _INSTANT.match(text, start)
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found[0]).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
