"""Dates as news tells them: "on Thursday", "4 May", "yesterday", "by June 4"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from zones.reading.numbers import whole
from zones.text.days import WEEKDAYS, day_of, month_number

__all__ = ["DateHit", "date_at", "dates_in", "days_later", "moved"]

_FROM_TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
_TWO_DAYS_AGO = ("the", "day", "before", "yesterday")
_DAYS_AGO = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a sentence: the tokens it covers, and the day; None if nothing says which year or week."""

    start: int
    end: int
    day: date | None


def date_at(words: Sequence[str], at: int, published: date | None, *, ahead: bool = False) -> DateHit | None:
    """Return the date that begins at a word.

    Parameters
    ----------
    words
        Folded words of a sentence.
    at
        Where to look.
    published
        The day of publication. A weekday is the latest such day on or before it; a date without a year the
        latest on or before it, or with ``ahead`` the next on or after it.
    ahead
        Whether a date without a year lies ahead: a term, not something that happened.

    Examples
    --------
    >>> date_at("on thursday".split(), 1, date(2017, 6, 23)).day
    datetime.date(2017, 6, 22)
    >>> date_at("june 4".split(), 0, date(2017, 6, 23)).day
    datetime.date(2017, 6, 4)
    """
    if words[at] in WEEKDAYS:
        return _weekday_at(words, at, published)
    return _relative_at(words, at, published) or _calendar_at(words, at, published, ahead=ahead)


def dates_in(
    words: Sequence[str], published: date | None, start: int = 0, end: int | None = None
) -> list[DateHit]:
    """Return all dates of a sentence, or of a stretch of it, from left to right."""
    found: list[DateHit] = []
    at, end = start, len(words) if end is None else end
    while at < end:
        hit = date_at(words, at, published)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.end
    return found


def days_later(words: Sequence[str], at: int) -> int | None:
    """Return after how many days something was said, counted from what was said before.

    Examples
    --------
    >>> days_later("a day later".split(), 0), days_later("the next day".split(), 0), days_later("a day".split(), 0)
    (1, 1, None)
    """
    first, second, third = (_word(words, at + i) for i in range(3))
    if first == "the" and second in {"next", "following"} and third == "day":
        return 1
    if third not in {"later", "afterwards"} or second not in {"day", "days", "week"}:
        return None
    count = {"a": 1, "one": 1, **_DAYS_AGO}.get(first)
    return None if count is None else count * (7 if second == "week" else 1)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _weekday_at(words: Sequence[str], at: int, published: date | None) -> DateHit:
    """Read "Thursday", "last Thursday", "Thursday, June 22"."""
    step = at + 1 + (_word(words, at + 1) == ",")
    fuller = date_at(words, step, published) if step < len(words) else None
    if fuller is not None and any(month_number(word) for word in words[fuller.start : fuller.end]):
        return DateHit(at, fuller.end, fuller.day)
    if published is None:
        return DateHit(at, at + 1, None)
    back = (published.weekday() - WEEKDAYS.index(words[at])) % 7
    if back == 0 and _word(words, at - 1) == "last":
        back = 7
    return DateHit(at, at + 1, moved(published, -back))


def _relative_at(words: Sequence[str], at: int, published: date | None) -> DateHit | None:
    """Read "yesterday", "the day before yesterday", "three days ago"."""
    if words[at] == "the" and tuple(words[at : at + 4]) == _TWO_DAYS_AGO:
        days, end = -2, at + 4
    elif words[at] in _FROM_TODAY:
        days, end = _FROM_TODAY[words[at]], at + 1
    elif words[at] in _DAYS_AGO and _word(words, at + 1) == "days" and _word(words, at + 2) == "ago":
        days, end = -_DAYS_AGO[words[at]], at + 3
    else:
        return None
    return DateHit(at, end, moved(published, days) if published else None)


def moved(day: date, days: int) -> date | None:
    """Return another day; None before the year 1 and after 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _calendar_at(words: Sequence[str], at: int, published: date | None, *, ahead: bool) -> DateHit | None:
    """Read "4 May", "May 4th, 2017"."""
    first, second = _word(words, at), _word(words, at + 1)
    if month_number(first) is None and not first[:1].isdigit():
        return None
    if second == "." and month_number(first) is not None:  # "Nov. 4"
        plain = _calendar_at([*words[: at + 1], *words[at + 2 :]], at, published, ahead=ahead)
        return None if plain is None else DateHit(at, plain.end + 1, plain.day)
    month, day = month_number(first), _day(second)
    if month is None or day is None:
        month, day = month_number(second), _day(first)
    if month is None or day is None:
        return None
    end = at + 2
    comma = _word(words, end) == ","
    year = _year(_word(words, end + comma))
    if year is not None:
        end += 1 + comma
    return DateHit(at, end, _in_year(month, day, year, published, ahead=ahead))


def _day(word: str) -> int | None:
    digits = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    day = whole(digits)
    return day if day is not None and 1 <= day <= 31 else None


def _year(word: str) -> int | None:
    year = whole(word)
    return year if year is not None and 1900 <= year <= 2100 and len(word) == 4 else None


def _in_year(month: int, day: int, year: int | None, published: date | None, *, ahead: bool) -> date | None:
    if year is not None:
        return day_of(year, month, day)
    if published is None:
        return None
    found = day_of(published.year, month, day)
    if found is not None and ahead and found < published:
        return day_of(published.year + 1, month, day)
    if found is not None and not ahead and found > published:
        return day_of(published.year - 1, month, day)
    return found
