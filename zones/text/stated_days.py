"""Lines that state a day and tell nothing else: "Fri 23 Jun 2017 12:34 pm", "By X Y | Updated 25 June 2017".

Around the date stand only a label, a weekday, a time, a place, the names of those who write, or short parts set off by
marks. A date in figures whose day and month may be either way round names no day, unless a weekday decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zones.text.bylines import is_byline
from zones.text.days import MONTH, WEEKDAYS, day_of, month_number
from zones.text.filing_places import is_place
from zones.text.phrases import table

__all__ = ["DATE", "Stated", "Told", "either", "either_way", "named_day", "stated_days"]

_GAP = r"[ .,/-]{1,3}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d{2}"
_TIME = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
_HALF = r"(?:\s?[ap]\.?m\b\.?)?"
_OFFSET = r"(?:\s?(?:Z|\(?(?:UTC|GMT|[A-Z]{2,5})(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}))?"
_CLOCK = re.compile(
    rf"(?:T|[\s,]*+(?:at\s|[-–—|@·]\s?)?)(?:{_TIME}{_HALF}|\d{{1,2}}\s?[ap]\.?m\b\.?){_OFFSET}\s?(?:h(?:rs|ours)?\b)?",
    re.IGNORECASE,
)
DATE = re.compile(
    rf"(?P<year>{_YEAR})(?P<mark>[-/.]|,?\s)(?:(?P<month>\d{{1,2}})|(?P<name>{MONTH}))(?P=mark)(?P<day>{_DAY})(?![\d])"
    rf"|(?P<first>\d{{1,2}})(?P<mark2>[-/.])(?P<second>\d{{1,2}})(?P=mark2)(?P<last>{_YEAR}|\d{{2}})(?!\d)"
    rf"|(?:the\s)?(?P<day3>{_DAY})(?:\sof)?{_GAP}(?P<name3>{MONTH}){_GAP}(?P<year3>{_YEAR}|['’]?\d{{2}})(?!\d)"
    rf"|(?P<name4>{MONTH}){_GAP}(?:the\s)?(?P<day4>{_DAY}){_GAP}(?P<year4>{_YEAR}|['’]\d{{2}})(?!\d)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?P<weekday>(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?)\b[.,]?\s*+$", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first |originally |date )?(?:published|posted|released|issued|filed|created|submitted)"
    r"|(?:publication|publish|published|release|posting|issue|article) date|date(?: of (?:publication|issue))?|dated)"
    r"(?: on| at)?\s*+(?:[:–—-]\s*+)?+$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:last )?(?:updated?|modified|edited|revised|changed|corrected|reviewed)(?: on| at)?\s*+(?:[:–—-]\s*+)?+$",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\s*[|•·‣▪■\t]\s*|\s+[–—-]{1,2}\s+|\s*[—]\s*|(?<=\d)[.;]\s+(?=[A-Z])|\s{3,}|\s+/\s+|[;]\s+"
)
_EDGES = " \t.,;:|-–—()[]*·•"
_BY_NAMES = re.compile(r"(?:by |in )[\w .'’-]{2,40}", re.IGNORECASE)
_MOST_WORDS = 5  # of a part of such a line that holds no date


class Told(StrEnum):
    """What a line says of its date."""

    PUBLISHED = "published"
    PLAIN = "plain"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stated:
    """A date on a line: what is said of it, as written, and the day; None if the words leave it open."""

    told: Told
    words: str
    day: date | None


def stated_days(line: str, *, alone: bool = False) -> Iterator[Stated]:
    """Yield the dates of a line that tells nothing else.

    Parameters
    ----------
    line
        The line.
    alone
        Whether parts of it that hold no date have to be a place, an agency, or who writes; short words else.

    Examples
    --------
    >>> [one.day.isoformat() for one in stated_days("Published Fri 23 June 2017, 12:34 pm")]
    ['2017-06-23']
    >>> list(stated_days("The talks of 23 June 2017"))
    []
    """
    if not any(c.isdigit() for c in line):
        return
    line = " ".join(line.replace("\t", " | ").split())
    parts = [part for part in _PARTS.split(line) if part.strip(_EDGES)]
    if DATE.fullmatch(line):
        parts = [line]
    found = [_part(part) for part in parts]
    others = [part for part, stated in zip(parts, found, strict=True) if stated is None]
    if all(_is_beside_parted(part, alone=alone) for part in others):
        yield from (stated for stated in found if stated is not None)


def _is_beside_parted(part: str, *, alone: bool) -> bool:
    """Whether a part of a line that holds no date may stand beside one that does."""
    if not alone:
        return len(part.split()) <= _MOST_WORDS and DATE.search(part) is None
    part = part.strip(_EDGES)
    return _is_beside(part) or bool(_CLOCK.fullmatch(part)) or part.casefold() in table()["agencies"]


def _part(part: str) -> Stated | None:
    """Return the date of a part of a line, if all around it tells only of when, where and by whom."""
    found = DATE.search(part)
    if found is None:
        return None
    before = part[: found.start()].lstrip(_EDGES)
    clock = _CLOCK.match(part, found.end())
    after = part[clock.end() if clock is not None else found.end() :].strip(_EDGES)
    day = named_day(found, before)
    before = _WEEKDAY.sub("", before).rstrip(" ,(")
    before = "" if _CLOCK.fullmatch(before.strip(" ,")) else before
    told = Told.PLAIN
    for kind, pattern in ((Told.PUBLISHED, _PUBLISHED), (Told.CHANGED, _CHANGED)):
        if (label := pattern.search(before)) is not None:
            told, before = kind, before[: label.start()].rstrip(_EDGES)
            break
    if not (_is_beside(before) and _is_beside(after, behind=True)):
        return None
    return Stated(told, found.group(), day)


def _is_beside(words: str, *, behind: bool = False) -> bool:
    """Whether words beside a date are nothing, a place, or those who write."""
    words = words.strip(_EDGES)
    if not words or is_place(words) or is_byline(words):
        return True
    zone_of_time = words.isupper() and len(words) < 6
    return behind and (zone_of_time or bool(_BY_NAMES.fullmatch(words)) or bool(_CLOCK.fullmatch(words)))


def named_day(found: re.Match[str], before: str) -> date | None:
    """Return the day that a date names; None if day and month may be either way round, or the century is not told."""
    if found["first"]:
        return _in_figures(found, before)
    part = "" if found["year"] else "3" if found["day3"] else "4"
    year, name, day = found[f"year{part}"], found[f"name{part}"], found[f"day{part}"]
    if len(year) != 4:
        return None
    month = month_number(name.rstrip(".").casefold()) if name else int(found["month"])
    return day_of(int(year), month or 0, int(re.sub(r"\D", "", day)))


def _in_figures(found: re.Match[str], before: str) -> date | None:
    days = either_way(found)
    if len(days) > 1 and (weekday := _WEEKDAY.search(before)) is not None:
        days = [day for day in days if WEEKDAYS[day.weekday()].startswith(weekday["weekday"].casefold()[:3])]
    return days[0] if len(days) == 1 else None


def either_way(found: re.Match[str]) -> list[date]:
    """Return the days that figures may name, the day first, then the month first; none for a year of two digits."""
    if not found["first"] or len(found["last"]) != 4:
        return []
    first, second, year = int(found["first"]), int(found["second"]), int(found["last"])
    both = (day_of(year, second, first), day_of(year, first, second))
    return list(dict.fromkeys(day for day in both if day is not None))


def either(words: str) -> str:
    """Return what a date in figures may be."""
    found = DATE.fullmatch(words)
    days = either_way(found) if found is not None else []
    if len(days) > 1:
        return f"“{words}” may be {days[0].day} {days[0]:%B} or {days[1].day} {days[1]:%B %Y}"
    return f"“{words}” does not say which day it is"
