"""The lines of a PDF's pages: what is repeated on them taken out, the rest as one text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["PdfLine", "joined", "without_repeated"]

_EDGE = 2  # lines at the top and at the foot of a page that may be repeated
_DIGITS = re.compile(r"\d+")
_PRINTED = re.compile(  # what a browser prints around a page
    r"\d{1,4}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?\b.*|(?:https?|\ufb01le|file)://\S+(?:\s+(?:page\s)?\d+\s?/\s?\d+)?",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?:page\s)?[-–—]?\s?\d{1,3}(?:\s?(?:/|of)\s?\d{1,3})?\s?[-–—]?", re.IGNORECASE)
_HEADING = re.compile(r"(?:zone|area|article|point|section|chapter|part|annex)\s*#", re.IGNORECASE)
_LARGER = 1.15  # how much larger than the same words elsewhere a title is
_LEAST_LEADING = 0.8  # of the size of letters; less is a superscript
_PARAGRAPH = 1.3  # how much wider than between lines the space between paragraphs is
_ENDS = (".", "!", "?", ":", '"', "”", "’", ")")


class PdfLine(NamedTuple):
    """A line of a page, with its height on the page and the size of its letters (points)."""

    text: str
    height: float = 0.0
    size: float = 1.0


def without_repeated(
    pages: Sequence[Sequence[PdfLine]],
) -> tuple[list[list[PdfLine]], tuple[str, ...]]:
    """Return pages without headers, footers and page numbers, and a note that tells what they were.

    A line at the edge of a page is one if most pages have it, numbers aside, or if it is what a browser prints.

    Examples
    --------
    >>> page = [PdfLine("News 1"), PdfLine("A truce."), PdfLine("Idlib."), PdfLine("Homs."), PdfLine("Page 1")]
    >>> kept, notes = without_repeated([page, [PdfLine("News 2"), *page[1:]]])
    >>> [line.text for line in kept[1]], len(notes)
    (['A truce.', 'Idlib.', 'Homs.'], 1)
    """
    found = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    least = max(2, len([page for page in pages if page]) // 2 + 1)
    sizes = {
        key: min(line.size for page in pages for line in page if _key(line) == key)
        for key, n in found.items()
        if n >= least and not _HEADING.match(key)
    }
    out: dict[str, None] = {}
    kept = []
    for page in pages:
        lines = list(page)
        for line in _edges(page):
            repeated = _key(line) in sizes and line.size <= sizes[_key(line)] * _LARGER
            if (repeated or _PRINTED.fullmatch(line.text) or _is_page_number(line, page)) and line in lines:
                lines.remove(line)
                out[line.text] = None
        kept.append(lines)
    if not out:
        return kept, ()
    told = ", ".join(f"“{text[:60]}”" for text in list(out)[:3])
    more = f" and {len(out) - 3} more" if len(out) > 3 else ""
    return kept, (f"left out, as headers and footers of pages: {told}{more}",)


def joined(pages: Sequence[Sequence[PdfLine]]) -> str:
    """Return pages as one text, an empty line where a wider space or another size of letters parts paragraphs."""
    told: list[str] = []
    for page in pages:
        leading = _leading(page)
        for number, line in enumerate(page):
            if told and _parts(page[number - 1] if number else None, line, leading, told[-1]):
                told.append("")
            told.append(line.text)
    return "\n".join(told) + "\n"


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the first and last lines of a page, as long as most of it lies between."""
    most = min(_EDGE, len(page) // 3 or 1)
    return list(dict.fromkeys((*page[:most], *page[-most:]))) if len(page) > 1 else list(page)


def _key(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.text).casefold()


def _is_page_number(line: PdfLine, page: Sequence[PdfLine]) -> bool:
    return line in (page[0], page[-1]) and bool(_PAGE_NUMBER.fullmatch(line.text))


def _leading(page: Sequence[PdfLine]) -> float:
    """Return the usual space between two lines of a page (points)."""
    steps = sorted(
        a.height - b.height for a, b in pairwise(page) if a.height - b.height > _LEAST_LEADING * b.size
    )
    return steps[len(steps) // 4] if steps else 0.0


def _parts(above: PdfLine | None, line: PdfLine, leading: float, last: str) -> bool:
    """Return whether a new paragraph begins with a line."""
    if above is None or line.height > above.height:  # a new page or column
        return last.endswith(_ENDS) or not line.text[:1].islower()
    if abs(above.size - line.size) > 0.1 * max(above.size, line.size):
        return True
    return leading > 0 and above.height - line.height > _PARAGRAPH * leading
