"""Days in the forms in which pages state when they were published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

__all__ = ["StatedDay", "stated_days"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_FORMS = re.compile(
    r"(?<![\d.,:/-])(?:"
    r"(?P<y1>(?:19|20)\d\d)[-/.](?P<m1>\d\d?)[-/.](?P<d1>\d\d?)(?!\d)"
    r"|(?P<y2>(?:19|20)\d\d)(?P<m2>\d\d)(?P<d2>\d\d)(?![\d-])"
    rf"|(?P<d3>\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m3>{_MONTH})[\s,-]+(?P<y3>(?:19|20)\d\d)"
    rf"|(?P<m4>\b{_MONTH})\s+(?P<d4>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)"
    r"|(?P<a>\d\d?)(?P<sign>[/.-])(?P<b>\d\d?)(?P=sign)(?P<y5>(?:19|20)\d\d)"
    r")(?!\d)"
    rf"|(?P<m6>\b{_MONTH})\s+(?P<d6>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y6>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
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
    groups = match.groupdict()
    if groups["a"]:
        first, second = int(groups["a"]), int(groups["b"])
        ways = {_day(groups["y5"], second, first), _day(groups["y5"], first, second)}
        return tuple(sorted(day for day in ways if day is not None))
    number = next(n for n in "12346" if groups[f"y{n}"])
    month = groups[f"m{number}"]
    if not month.isdigit():
        month = _MONTHS.index(month[:3].casefold()) + 1
    day = _day(groups[f"y{number}"], int(month), int(groups[f"d{number}"]))
    return (day,) if day is not None else ()


def _day(year: str, month: int, day: int) -> date | None:
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


def _instant(text: str, start: int) -> datetime | None:
    found = _INSTANT.match(text, start)
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found[0]).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
