"""What of a page is no article: share bars, menus, notices, comments.

The phrases are in ``furniture.toml``. From a line of the kind `END` on nothing is the article any more; from one of
the kind `PAUSE` on neither, unless prose follows; one of the kind `LINE` is left out alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from zones.text.phrases import opening, phrase_words, table

__all__ = ["Furniture", "furniture_kind", "pieces"]

_LOOKED_AT = 160  # characters of a line in which its opening phrase stands
_SENTENCE_WORDS = 12  # a longer line that ends as a sentence needs a longer phrase to be none
# Whose a picture is; a copyright line names nobody after a stroke: "© AFP 2017/ Ozan Kose".
_PICTURE_OWNER = re.compile(r"©[^/]{2,60}/[ \xa0]?[A-ZÀ-Þ]")
_PITCH_WORDS = 40  # of a line that asks once for the reader's address or consent
_LONGEST_PITCH = 1500  # characters
_BAR = re.compile(r"(?:(?<!\s)\s++)?+[|·•]\s*+")
_TRAIL = re.compile(r"[ \xa0\t]{1,8}+(?:/|>|»|›|\|)[ \xa0\t]{1,8}+")
# "Story continues below advertisement", also where it is glued to the sentence after it.
_NOTICE = re.compile(
    r"(?:Story|Article) (?:continues|goes on) below(?: (?:(?:the|this) )?(?:banner|advertisement|ad|promotion|video))?"
    r"\.?(?=\s{0,4}(?:[A-ZÀ-Þ“\"]|$))|^(?:ADVERTISEMENT|Advertisement)(?=[A-ZÀ-Þ])"
)


class Furniture(StrEnum):
    """How far a line of furniture reaches."""

    END = "end"
    PAUSE = "pause"
    LINE = "line"


def furniture_kind(line: str) -> Furniture | None:
    """Return the kind of furniture that a line is, None if it is text.

    Examples
    --------
    >>> furniture_kind("3 Comments"), furniture_kind("They share the view.")
    (<Furniture.END: 'end'>, None)
    """
    words = phrase_words(line[:_LOOKED_AT])
    if not words or _PICTURE_OWNER.match(line):
        return Furniture.LINE
    found = next((kind for kind in Furniture if _begins(kind, words, line)), None)
    return found or (Furniture.LINE if _is_trail(line) or _is_pitch(line) or _is_bar(line) else None)


def _begins(kind: Furniture, words: list[str], line: str) -> bool:
    length = opening(kind, words)
    is_sentence = line.endswith((".", "!", "?")) and len(words) > _SENTENCE_WORDS
    return length >= 3 or (length > 0 and not is_sentence)


def _is_trail(line: str) -> bool:
    """Whether a line says where in the site the page stands: "World / Middle East"."""
    parts = _TRAIL.split(line) if len(line) <= 80 else []
    return 1 < len(parts) < 7 and parts[0].casefold() in table()["sections"]


def _is_bar(line: str) -> bool:
    """Whether a line is a bar of such phrases: "Sign in | Subscribe | Search"."""
    parts = _BAR.split(line) if len(line) <= 80 else []
    return len(parts) > 1 and all(any(_begins(kind, phrase_words(p), p) for kind in Furniture) for p in parts)


def _is_pitch(line: str) -> bool:
    """Whether a line asks for the reader's address or consent; a long one says so twice."""
    if len(line) > _LONGEST_PITCH:
        return False
    words = " ".join(phrase_words(line))
    told = sum(phrase in words for phrase in table()["pitches"])
    return told > 1 or (told == 1 and len(line) <= 400 and len(line.split()) <= _PITCH_WORDS)


def pieces(line: str) -> Iterator[tuple[int, str]]:
    """Yield what is left of a line without the notices within it, each with the offset at which it begins.

    Examples
    --------
    >>> list(pieces("Story goes on below the bannerNepal has said it."))
    [(30, 'Nepal has said it.')]
    """
    start = 0
    for notice in _NOTICE.finditer(line):
        yield from _stripped(line, start, notice.start())
        start = notice.end()
    yield from _stripped(line, start, len(line))


def _stripped(line: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    piece = line[start:end]
    if any(c.isalnum() for c in piece):
        yield start + len(piece) - len(piece.lstrip()), piece.strip()
