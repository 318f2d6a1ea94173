"""Bylines: a line that says who wrote the report."""

from __future__ import annotations

import re

from zones.text.days import MONTH, WEEKDAY
from zones.text.phrases import opening, phrase_words, table

__all__ = ["is_byline"]

_MOST_WORDS = 14
_MOST_BY_WORDS = 8
_BY = re.compile(r"(?i:by)[:]? ")
_DAY = re.compile(rf"(?:{WEEKDAY}|{MONTH})\b")
_PERSON = r"[A-ZÀ-Þ][\w'’.-]{0,24}(?: (?:[A-ZÀ-Þ]|al-|el-|bin |von |van |de )[\w'’.-]{0,24}){1,3}"
_TITLED = re.compile(rf"{_PERSON}(?:,| [-–—|]) (?P<title>[^,.]{{3,40}})")
_CREDITED = re.compile(rf"{_PERSON}/(?P<agency>[\w ]{{2,30}})")
_JOINTS = frozenset({"and", "in", "for", "at", "with", "of", "our", "a", "the", "&"})


def is_byline(line: str) -> bool:
    """Return whether a line says who wrote the report: "By X Y", "X Y, Reporter", "X Y/AP".

    Examples
    --------
    >>> is_byline("By Nadia Haddad and Omar Saleh"), is_byline("By Friday both armies had left")
    (True, False)
    """
    words = line.split(maxsplit=_MOST_WORDS)
    if len(words) > _MOST_WORDS:
        return False
    if opening("byline", phrase_words(line)):
        return True
    if _BY.match(line):
        return len(words) <= _MOST_BY_WORDS and _is_by_somebody(line)
    titled = _TITLED.fullmatch(line)
    if titled is not None:
        return not set(table()["titles"]).isdisjoint(titled["title"].casefold().split())
    credited = _CREDITED.fullmatch(line)
    return credited is not None and credited["agency"].casefold() in table()["agencies"]


def _is_by_somebody(line: str) -> bool:
    """Whether names follow "By", or the title of one who writes ("By our correspondent in Amman")."""
    rest = line.split()[1:]
    if not rest or line.endswith((".", "!", "?", ";", ":")) or _DAY.match(rest[0]):
        return False
    folded = {word.casefold().strip(",") for word in rest}
    if not folded.isdisjoint(table()["titles"]):
        return True
    return len(rest) > 1 and all(
        word[:1].isupper() or word.casefold() in _JOINTS or word[:3] in {"al-", "el-"} for word in rest
    )
