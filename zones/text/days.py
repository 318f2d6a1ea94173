"""Full dates as pages write them, as patterns for other patterns, and the days they name."""

from __future__ import annotations

from datetime import date

__all__ = ["DAY", "FULL_DATE", "MONTH", "MONTHS", "WEEKDAY", "WEEKDAYS", "day_of", "month_number"]

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""The names of the months, in small letters."""
_NUMBERS = {word: n for n, name in enumerate(MONTHS, 1) for word in (name[:3], name)} | {"sept": 9}

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week, in small letters."""

MONTH = (
    r"(?i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
"""The name of a month, whole or shortened."""

WEEKDAY = r"(?i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
"""The name of a weekday."""

DAY = rf"(?:{MONTH}[ \xa0]\d{{1,2}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?[ \xa0]{MONTH})"
"""Day and month: "Nov 3", "19 October"."""

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"

FULL_DATE = rf"(?:{MONTH}[ \xa0]{_NUMBER}|{_NUMBER}[ \xa0]{MONTH}),?[ \xa0](?:19|20)\d{{2}}(?!\d)"
"""Day, month and year: "October 12, 2018", "23 Jun 2017"."""


def month_number(word: str) -> int | None:
    """Return the number of a month by its name, whole or shortened, in small letters; None if it is none.

    Examples
    --------
    >>> month_number("sept"), month_number("may"), month_number("mayor")
    (9, 5, None)
    """
    return _NUMBERS.get(word)


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, None if the month has no such day.

    Examples
    --------
    >>> print(day_of(2017, 6, 31))
    None
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None
