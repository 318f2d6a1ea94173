"""Datelines: the place, day and agency that open a report, and lines that hold nothing else."""

from __future__ import annotations

import re

from zones.text.days import DAY, FULL_DATE, MONTH, WEEKDAY
from zones.text.filing_places import is_place
from zones.text.phrases import table
from zones.text.stated_days import stated_days

__all__ = ["dateline_end", "inner_datelines", "is_dateline", "label_end", "opens_with_name"]

_HEAD = 140  # characters in which a dateline ends
_U = "A-ZÀ-ÖØ-ÞĞİŞČŠŽ"
_B = r"[ \xa0\u202f]{0,4}+"
_CAPITALS = rf"[{_U}]++(?:['’.-][{_U}]++)*+\.?"
_CITY = rf"{_CAPITALS}(?:{_B}/{_B}{_CAPITALS}|[ \xa0]{_CAPITALS}){{0,4}}"
_NAME = rf"[{_U}][\w'’.-]{{1,20}}"
_NAMES = rf"{_NAME}(?:[ \xa0]{_NAME}){{0,2}}"
_REGION = rf"(?:,{_B}{_NAMES})"
_DATE = rf"(?:{WEEKDAY},?[ \xa0])?(?:{FULL_DATE}|{DAY})"
_SOURCE = r"\([^()\n]{1,40}\)"
_DASH = r"(?:—|--|[-–](?=[\s\xa0]))"
_WIRE = r"/[^/\n]{2,30}/\.?"
# A report goes on with a capital, a quotation or a figure, and not in capitals alone.
_REPORT = re.compile(rf"[\"“”'‘«\[(]*(?:[{_U}]|\d)")

_IN_CAPITALS = re.compile(
    rf"{_CITY}{_REGION}?(?:"
    rf"[,.]?{_B}{_DATE}\.?{_B}(?:{_WIRE}|(?:{_SOURCE})?{_B}{_DASH})"
    rf"|(?:[,.]|{_B}{_DASH}){_B}{_DATE}\.?{_B}:"
    rf"|{_B}{_SOURCE}{_B}{_DASH}|{_B}{_WIRE}|{_B}{_DASH})"
)
_NAMED_AND_DATED = re.compile(
    rf"(?!{WEEKDAY}|{MONTH}){_NAMES}{_REGION}?[,.]?{_B}{_DATE}\.?{_B}(?:{_WIRE}|{_SOURCE}{_B}{_DASH}?+|{_DASH})"
)
_NAMED_AND_SOURCED = re.compile(rf"{_NAMES}{_REGION}?{_B}\((?P<source>[^()\n]{{2,40}})\){_B}{_DASH}")
_SOURCED = re.compile(rf"\((?P<source>[^()\n]{{2,30}})\){_B}{_DASH}(?=\s)")
_DATED = re.compile(rf"(?:{WEEKDAY},?[ \xa0])?{FULL_DATE}(?=[{_U}“\"]|{_B}[-–—]{{1,2}}[ \xa0])")
_DASHES = re.compile(rf"{_B}[-–—]{{1,2}}")
_OPENING_NAME = re.compile(rf"[{_U}][{_U} .'’-]{{1,40}}(?:, {_NAME})?: ")
_PLACED_DATE = re.compile(rf"(?P<place>{_NAMES}{_REGION}?),?[ \xa0]{_DATE}\.?")
_INNER = re.compile(rf"(?<=[a-z.)\]])[ \xa0]?(?=[{_U}]{{3}})")


def dateline_end(line: str, *, name_and_colon: bool = True, first: bool = False) -> int:
    """Return where the report begins after the dateline at the head of a line; 0 if the line has none.

    Parameters
    ----------
    line
        The line, without blanks around it.
    name_and_colon
        Whether a name in capitals and a colon may be one ("NICOSIA: "), which they are not where they tell who speaks.
    first
        Whether the report begins here, so that a date and a dash may open it.

    Examples
    --------
    >>> line = "MUSCAT, October 19. /ONA/. Three states met."
    >>> line[:dateline_end(line)], line[dateline_end(line):]
    ('MUSCAT, October 19. /ONA/. ', 'Three states met.')
    """
    head = line[:_HEAD]
    end = _placed_end(head) or _dated_end(head, first=first)
    if not end and name_and_colon:
        found = _OPENING_NAME.match(head)
        end = found.end() if found is not None and not _is_label(found.group()) else 0
    while end < len(line) and line[end].isspace():
        end += 1
    return end if end and _is_report(line[end:]) else 0


def _placed_end(head: str) -> int:
    for pattern in (_IN_CAPITALS, _NAMED_AND_DATED):
        found = pattern.match(head)
        if found is not None and len(name := found.group().rstrip(" -–—")) > 2 and not _is_label(name):
            return found.end()
    for pattern in (_NAMED_AND_SOURCED, _SOURCED):
        found = pattern.match(head)
        if found is not None and (pattern is _SOURCED or _is_source(found["source"])):
            return found.end()
    return 0


def _dated_end(head: str, *, first: bool) -> int:
    """Return the end of a date that is glued to the first sentence, or parted from it by a dash."""
    found = _DATED.match(head)
    if found is None:
        return 0
    dash = _DASHES.match(head, found.end())
    if dash is None:
        return found.end()
    return dash.end() if first else 0


def _is_report(rest: str) -> bool:
    return (
        _REPORT.match(rest) is not None
        and any(c.islower() for c in rest[:200])
        and len(rest[:400].split(maxsplit=2)) > 2
    )


def _is_source(words: str) -> bool:
    """Whether words in brackets name an agency or a paper: "(Reuters)", "(Jazira Post)"."""
    known = table()
    folded = words.casefold()
    return folded in known["agencies"] or not set(known["papers"]).isdisjoint(folded.split())


def opens_with_name(line: str) -> bool:
    """Return whether a name in capitals and a colon open a line: a place, or who speaks."""
    found = _OPENING_NAME.match(line[:_HEAD])
    return found is not None and not _is_label(found.group())


def label_end(line: str) -> int:
    """Return where the text begins after a label such as "CORRECTION: "; 0 if the line has none.

    Examples
    --------
    >>> label_end("CORRECTION: The zone"), label_end("NICOSIA: The zone")
    (12, 0)
    """
    found = _OPENING_NAME.match(line[:_HEAD])
    return found.end() if found is not None and _is_label(found.group()) else 0


def _is_label(opening: str) -> bool:
    return opening.rstrip(": ").casefold() in table()["labels"]


def inner_datelines(text: str) -> list[int]:
    """Return where in a text a dateline begins that has capitals, a day or an agency, and a dash.

    Examples
    --------
    >>> inner_datelines("Boys play in Idlib. (AFP)TEHRAN, April 19 — Troops of two states")
    [25]
    """
    starts = (found.end() for found in _INNER.finditer(text))
    return [
        start
        for start in starts
        if (found := _IN_CAPITALS.match(text[start : start + _HEAD])) is not None
        and any(c.isdigit() or c in "(/" for c in found.group())
    ]


def is_dateline(line: str, *, begun: bool = False) -> bool:
    """Return whether a line holds a date, a place and a date, or (before the report has begun) a place alone.

    Parameters
    ----------
    line
        The line, without blanks around it.
    begun
        Whether running text stands above it, so that a place alone is rather a heading.

    Examples
    --------
    >>> is_dateline("Friday, 23 June 2017 06:13"), is_dateline("ROME"), is_dateline("MEMORANDUM")
    (True, True, False)
    """
    if len(line) > 80:
        return False
    if any(True for _ in stated_days(line, alone=True)):
        return True
    placed = _PLACED_DATE.fullmatch(line)
    if placed is not None:
        return is_place(placed["place"])
    return not begun and line.isupper() and is_place(line)
