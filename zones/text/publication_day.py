"""The day of publication that a page states near its top, and the words for one that it leaves open.

Only a line that tells nothing else states one: a date by itself, after a label ("Published:"), a weekday, a place or
the names of those who write, before a time. A date in a headline or a sentence is of what happened; one of an update,
a copyright or a signing is another day. Where day and month may be either way round, or two lines differ, nothing is
taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from zones.text.blocks import Block, BlockKind
from zones.text.furniture import Furniture, furniture_kind
from zones.text.stated_days import DATE, Stated, Told, either, named_day, stated_days

__all__ = ["PublicationDay", "publication_day"]

_LOOKED_AT = 3000  # characters of a page in which it states its day
_LINES = 12
_PROSE_LINES = 2  # of running text that may stand above: a standfirst
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class PublicationDay:
    """The day of publication that a page states; None with the reason, in words, if it leaves it open."""

    day: date | None
    open: str = ""


def publication_day(text: str, blocks: Sequence[Block]) -> PublicationDay:
    r"""Return the day of publication that a page states.

    Parameters
    ----------
    text
        The page as it is read.
    blocks
        Its article.

    Examples
    --------
    >>> def stated(line):
    ...     page = f"Zones agreed\n{line}\nThe zone covers Idlib."
    ...     return publication_day(page, [])
    >>> print(stated("Updated 25 June 2017 | Published 23 June 2017").day, stated("Talks of 23 June 2017").day)
    2017-06-23 None
    >>> stated("04/06/2017").open
    '“04/06/2017” may be 4 June or 6 April 2017'
    """
    for found in (_on_lines(text, blocks), _in_datelines(text, blocks)):
        if found:
            return _settled(found)
    return PublicationDay(None)


def _on_lines(text: str, blocks: Sequence[Block]) -> list[Stated]:
    return [stated for line in _top(text, blocks) for stated in stated_days(line)]


def _top(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the first lines of a page, until its report is under way or something else begins."""
    prose = [block.start for block in blocks if block.kind is BlockKind.BODY]
    end = prose[_PROSE_LINES] if len(prose) > _PROSE_LINES else len(text)
    for number, found in enumerate(_LINE.finditer(text, 0, min(end, _LOOKED_AT))):
        furniture = furniture_kind(found.group())
        begun = bool(prose) and prose[0] < found.start()
        if number >= _LINES or (begun and furniture in {Furniture.END, Furniture.PAUSE}):
            return
        if furniture is None or not _names_another(found.group()):
            yield found.group()


def _names_another(line: str) -> bool:
    """Whether a line of furniture tells of another page or of rights: "Related: Zones agreed | 4 May 2017"."""
    return "|" in line and len(list(stated_days(line))) < line.count("|") + 1


def _in_datelines(text: str, blocks: Sequence[Block]) -> list[Stated]:
    """Return the date with a year in the dateline that opens the report: "ASTANA, 23 June 2017 (AFP) - They met."."""
    opens = next((number for number, block in enumerate(blocks) if block.kind is BlockKind.BODY), 0)
    block = blocks[opens - 1] if opens else None
    if block is None or block.kind is not BlockKind.DATELINE or block.start > _LOOKED_AT:
        return []
    found = DATE.search(text, block.start, block.end)
    if found is None or "\n" in text[block.end : blocks[opens].start]:
        return []
    return [Stated(Told.PLAIN, found.group(), named_day(found, text[block.start : found.start()]))]


def _settled(found: Sequence[Stated]) -> PublicationDay:
    """Return the day that dates amount to: what is told to be the publication's, else what stands without a label."""
    for kind in (Told.PUBLISHED, Told.PLAIN):
        told = [one for one in found if one.told is kind]
        days = {one.day for one in told if one.day is not None}
        if len(days) == 1:
            return PublicationDay(days.pop())
        if days:
            words = " and ".join(dict.fromkeys(f"“{one.words}”" for one in told))
            return PublicationDay(
                None, f"the page states {words}, and does not say which is that of publication"
            )
        if told:
            return PublicationDay(None, either(told[0].words))
    return PublicationDay(None, f"the page states only when it was changed, “{found[0].words}”")
