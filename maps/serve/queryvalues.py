"""Values as they stand in a query: numbers, days, boxes, read strictly."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from maps.serve.limits import MAX_LIMIT

__all__ = [
    "MAX_OFFSET",
    "MAX_PLACE",
    "MAX_TEXT",
    "Box",
    "Days",
    "box",
    "day",
    "days",
    "degrees",
    "form",
    "limit",
    "offset",
    "place",
    "text",
]

MAX_TEXT = 200
MAX_PLACE = 2000  # characters: addresses of map services are long
MAX_OFFSET = 1_000_000
_NUMBER = re.compile(r"[+-]?(?:\d++\.?\d*+|\.\d++)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_COUNT = re.compile(r"\d{1,18}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days from `start` to `end`, both included; None where a side is open."""

    start: date | None
    end: date | None

    def has(self, day: date) -> bool:
        """Tell whether a day is among them."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def day(given: str) -> date:
    """Return a day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(given if _DAY.fullmatch(given) else "")
    except ValueError:
        raise ValueError("expected a date as YYYY-MM-DD, for example 2017-06-22") from None


def text(given: str) -> str:
    """Return a text that is there and not too long."""
    return _of_length(given, MAX_TEXT)


def place(given: str) -> str:
    """Return a name, P-code or position that is there and not too long."""
    return _of_length(given, MAX_PLACE)


def _of_length(given: str, most: int) -> str:
    if not given or len(given) > most:
        raise ValueError(f"expected 1 to {most} characters")
    return given


def degrees(most: float) -> Callable[[str], float]:
    """Return a reader of degrees from -most to most."""

    def read(given: str) -> float:
        value = _number(given)
        if abs(value) > most:
            raise ValueError(f"expected degrees from {-most:g} to {most:g}")
        return value

    return read


def limit(given: str) -> int:
    """Return the size of a page; what is more than the most is the most, as the standard has it."""
    value = _count(given)
    if value < 1:
        raise ValueError("expected at least 1")
    return min(value, MAX_LIMIT)


def offset(given: str) -> int:
    """Return how many features come earlier."""
    value = _count(given)
    if value > MAX_OFFSET:
        raise ValueError(f"expected at most {MAX_OFFSET}")
    return value


def box(given: str) -> Box:
    """Return west, south, east, north; heights, where given, say nothing of flat geometries.

    Examples
    --------
    >>> box("35.5,32,0,42.5,37.5,900")
    (35.5, 32.0, 42.5, 37.5)
    """
    parts = [_number(part) for part in given.split(",")] if given.count(",") in {3, 5} else []
    if not parts:
        raise ValueError("expected 4 or 6 numbers: west,south,east,north, for example 35.5,32,42.5,37.5")
    west, south, east, north = parts if len(parts) == 4 else (*parts[:2], *parts[3:5])
    if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90:
        raise ValueError("expected longitudes from -180 to 180 and latitudes from -90 to 90")
    if south > north:
        raise ValueError("expected the south before the north")
    return west, south, east, north


def days(given: str) -> Days:
    """Return the days of a moment or an interval (RFC 3339), in UTC.

    Examples
    --------
    >>> days("../2017-06-22T23:30:00-02:00").end
    datetime.date(2017, 6, 23)
    """
    ends = given.split("/")
    if len(ends) > 2:
        raise ValueError("expected a date, or two with one '/' between")
    if len(ends) == 1:
        moment = _moment(given)
        return Days(start=moment, end=moment)
    start, end = (None if end in {"", ".."} else _moment(end) for end in ends)
    if start is not None and end is not None and start > end:
        raise ValueError("expected the start before the end")
    return Days(start=start, end=end)


def form(given: str) -> str:
    """Return the name of a form of answer."""
    if given not in {"json", "html"}:
        raise ValueError("expected json or html")
    return given


def _number(given: str) -> float:
    value = float(given) if _NUMBER.fullmatch(given) and len(given) <= 40 else math.nan
    if not math.isfinite(value):
        raise ValueError("expected a number in degrees, for example 36.8")
    return value


def _count(given: str) -> int:
    if not _COUNT.fullmatch(given):
        raise ValueError("expected a whole number")
    return int(given)


def _moment(given: str) -> date:
    if _DAY.fullmatch(given):
        return day(given)
    try:
        return datetime.fromisoformat(given.upper() if _TIME.fullmatch(given) else "").astimezone(UTC).date()
    except (ValueError, OverflowError):
        raise ValueError(
            "expected a date or time (RFC 3339), or an interval, for example 2017-06-22, ../2017-06-22 or "
            "2017-06-22T00:00:00Z/.."
        ) from None
