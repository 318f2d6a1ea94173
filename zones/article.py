"""The article within a page: which lines are told by its author, and which of them is the headline.

Share bars, "ALSO READ" lines, bylines, captions, cookie notices and readers' comments are no evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from zones.line import Line
from zones.reading.lexicon import Patterns, table
from zones.reading.tokens import tokenize

__all__ = ["article_lines"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DATE_LINE = re.compile(
    rf"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?"
    rf"(?:\d{{1,2}}\W+(?:{_MONTHS})|(?:{_MONTHS})\W+\d{{1,2}})\W+\d{{4}}\b.{{0,24}}$"
    r"|^\W*\d{4}-\d{2}-\d{2}\b.{0,12}$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .'-]{2,30}(?:,\s*[A-Z][\w .]{1,20})?\s*(?:\([^)]{1,40}\))?\s*(?:,\s*\w+\.? \d{1,2})?\s*[-–—:]\s+"
    r"|[A-Z][\w' ]{2,24},\s+\w+\.? \d{1,2}\s+\([^)]{1,30}\)\s*[-–—]*\s*|\([^)]{2,30}\)\s*[-–—]\s+)"
)
# A row of a list or table is none: "1. Idlib province", "Zone 2: Rastan district", "No. 3 | Eastern Ghouta".
_ROW = re.compile(
    r"(?:[-–—•*·▪◦]\s|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.):|]\s|(?:no\.?|zone|area|article|point)\s*\w{1,4}\s*[.):|–—-])"
    r"|[^|]*\|",
    re.IGNORECASE,
)
_SENTENCE_END = (".", "!", "?", '"', "”", "'", "’", ":", ")", "…")
_HEADLINE_WORDS = 30
_SPEAKER = re.compile(r"[A-Z][A-Z .'-]{1,40}: ")
_PROSE_WORDS = 12  # of a line that surely goes on with the article


@cache
def _noise(kind: str) -> Patterns[None]:
    return Patterns((p, None) for p in table("noise")[kind])


def article_lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of a page that belong to its article.

    Examples
    --------
    >>> page = "Monitors agreed\n\nThey met on Monday.\n\nShare this article:\n\n3 Comments\n"
    >>> [page[line.start:line.end] for line in article_lines(page)]
    ['Monitors agreed', 'They met on Monday.']
    """
    found: list[Line] = []
    lines = _lines(text)
    transcript = _is_transcript(line for _, line in lines)
    at: int | None = 0
    body_begun = False
    while at is not None and at < len(lines):
        start, line = lines[at]
        kind = _noise_in(line)
        if body_begun and kind == "end":
            break
        if body_begun and kind == "pause":
            at = _prose_after(lines, at)
            continue
        at += 1
        if kind is not None:
            continue
        end = start + len(line)
        dateline = _DATELINE.match(line)
        if transcript and dateline is not None and dateline.group().rstrip().endswith(":"):
            dateline = None  # "LAVROV: ..."
        if dateline is not None and dateline.end() < len(line):
            start += dateline.end()
        headline = not body_begun and _is_headline(line) and dateline is None
        body_begun = body_begun or not headline
        found.append(Line(start, end, headline))
    if found and all(line.headline for line in found):
        found = [Line(line.start, line.end) for line in found]
    return tuple(found)


def _is_transcript(lines: Iterable[str]) -> bool:
    """Whether a name and a colon open more than one line: they say who speaks, and are no datelines."""
    heads = Counter(line.partition(":")[0] for line in lines if _SPEAKER.match(line))
    return max(heads.values(), default=0) > 1


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines that have words, each with the offset at which it begins."""
    pieces = ((match.start(), match.group()) for match in _LINE.finditer(text))
    return [
        (start + len(piece) - len(piece.lstrip()), piece.strip())
        for start, piece in pieces
        if any(c.isalnum() for c in piece)
    ]


def _noise_in(line: str) -> str | None:
    """Return the kind of noise that a line is: "end", "pause" or "line"; None if it is text."""
    words = [t.word for t in tokenize(line[:160])]
    if not words or _DATE_LINE.match(line):
        return "line"
    return next((kind for kind in ("end", "pause", "line") if _matches(kind, words, line)), None)


def _prose_after(lines: list[tuple[int, str]], at: int) -> int | None:
    """Return where prose goes on before a surer end of the article than line ``at``; None if it does not."""
    for later in range(at + 1, len(lines)):
        line = lines[later][1]
        kind = _noise_in(line)
        if kind == "end":
            return None
        if kind is None and line.endswith(_SENTENCE_END) and len(line.split()) >= _PROSE_WORDS:
            return later
    return None


def _matches(kind: str, words: list[str], line: str) -> bool:
    hit = _noise(kind).at(["#" if w.isdigit() else w for w in words], 0)
    if hit is None:
        return False
    if words[0] == "by" and len(words) > 8:
        return False  # a byline is short; "By its resolution of 21 April, ..." is a sentence
    is_sentence = line.endswith((".", "!", "?")) and len(words) > 12
    return not is_sentence or hit.end >= 3


def _is_headline(line: str) -> bool:
    return not line.endswith(_SENTENCE_END) and not _ROW.match(line) and len(line.split()) <= _HEADLINE_WORDS
