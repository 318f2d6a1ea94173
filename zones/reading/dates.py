"""Dates as news tells them: "on Thursday", "4 May", "yesterday", "by June 4"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["DateHit", "date_at", "dates_in"]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = {m[:3]: i for i, m in enumerate(_MONTHS, 1)} | {"sept": 9}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


@dataclass(frozen=True, slots=True)
class DateHit:
    """A date in a sentence: the tokens it covers, and the day; None if nothing says which year or week."""

    start: int
    end: int
    day: date | None


def _month(word: str) -> int | None:
    if word in _MONTHS:
        return _MONTHS.index(word) + 1
    return _SHORT.get(word)


def _day_number(word: str) -> int | None:
    digits = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(digits) if digits.isdigit() and 1 <= int(digits) <= 31 else None


def _year(word: str) -> int | None:
    return int(word) if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100 else None


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

    Examples
    --------
    >>> date_at("on thursday".split(), 1, date(2017, 6, 23)).day
    datetime.date(2017, 6, 22)
    >>> date_at("june 4".split(), 0, date(2017, 6, 23)).day
    datetime.date(2017, 6, 4)
    """
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _DAYS:
        inner = date_at(words, at + 1 + (after == ","), published) if at + 1 < len(words) else None
        if inner is not None and _month_inside(words, inner):
            return DateHit(at, inner.end, inner.day)
        back = words[at - 1] == "last" if at else False
        return DateHit(at, at + 1, _weekday(_DAYS.index(word), published, strictly=back))
    if word in {"today", "yesterday"}:
        gap = timedelta(days=word == "yesterday")
        return DateHit(at, at + 1, published - gap if published else None)
    if word == "tomorrow":
        return DateHit(at, at + 1, published + timedelta(days=1) if published else None)
    if after == "days" and word in _NUMBERS and words[at + 2 : at + 3] in (("ago",), ["ago"]):
        return DateHit(at, at + 3, published - timedelta(days=_NUMBERS[word]) if published else None)
    if len(word) == 10 and word[4] == "-":
        return None
    if _month(word) is not None and after == "." and at + 2 < len(words):
        shortened = date_at([*words[: at + 1], *words[at + 2 :]], at, published, ahead=ahead)
        return None if shortened is None else DateHit(at, shortened.end + 1, shortened.day)
    month, day = _month(word), _day_number(word)
    if month is not None and (number := _day_number(after)) is not None and not _year(after):
        end = at + 2
    elif day is not None and _month(after) is not None:
        month, number, end = _month(after), day, at + 2
    else:
        return None
    comma = end < len(words) and words[end] == ","
    year = _year(words[end + comma]) if end + comma < len(words) else None
    if year is not None:
        end += 1 + comma
    return DateHit(at, end, _in_year(month or 1, number, year, published, ahead=ahead))


def _month_inside(words: Sequence[str], hit: DateHit) -> bool:
    return any(_month(words[i]) is not None for i in range(hit.start, hit.end))


def _weekday(number: int, published: date | None, *, strictly: bool) -> date | None:
    if published is None:
        return None
    back = (published.weekday() - number) % 7
    return published - timedelta(days=back or (7 if strictly else 0))


def _in_year(month: int, day: int, year: int | None, published: date | None, *, ahead: bool) -> date | None:
    if year is None and published is None:
        return None
    try:
        found = date(year or published.year, month, day)  # type: ignore[union-attr]
    except ValueError:
        return None
    if year is None and published is not None:
        if ahead and found < published:
            return _same_day(found, published.year + 1)
        if not ahead and found > published:
            return _same_day(found, published.year - 1)
    return found


def _same_day(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return None


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
