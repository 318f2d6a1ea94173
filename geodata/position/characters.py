"""Characters as people paste them, brought to the few that the readers of positions know."""

from __future__ import annotations

import re
import unicodedata

from geodata.errors import PositionError

INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
"""Marks of direction, joins, soft hyphens and byte order marks: nobody sees them."""

_PRIMES = dict.fromkeys("‘’‛′ʹʻʼʽˈ`´＇", "'") | dict.fromkeys("“”„‟″ʺ〃＂", '"')
_DEGREES = dict.fromkeys("º˚⁰∘", "°")
_DASHES = dict.fromkeys("‐‑‒–—―−﹣－", "-")
_STOPS = {"٫": ".", "．": ".", "،": ";", "؛": ";", "；": ";", "，": ",", "：": ":", "＋": "+"}
_KNOWN = str.maketrans(_PRIMES | _DEGREES | _DASHES | _STOPS)
_BLANK = re.compile(r"\s+")
_HIDDEN_BETWEEN = re.compile(rf"(?<=\d){INVISIBLE.pattern}(?=\d)")


def visible(text: str) -> str:
    r"""
    Return a text without the marks that nobody sees, and without blanks at its ends.

    Examples
    --------
    >>> visible("\u200fSY070003\ufeff ")
    'SY070003'
    """
    return INVISIBLE.sub("", text).strip()


def plain(text: str) -> str:
    r"""
    Return a position with plain digits, primes, degree signs, dashes and blanks.

    An Arabic comma only ever parts two values, so it becomes a semicolon.

    Raises
    ------
    geodata.errors.PositionError
        If a mark that nobody sees stands between two digits: they may be one number or two.

    Examples
    --------
    >>> plain("٣٦٫١٧، ٣٧٫١٤"), plain("−36º10′12″")
    ('36.17; 37.14', '-36°10\'12"')
    """
    if _HIDDEN_BETWEEN.search(text):
        raise PositionError(
            f"{visible(text)!r} is not read: a mark that nobody sees stands between two of its digits; "
            "type the numbers again"
        )
    seen = visible(text)
    if not seen.isascii():
        seen = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in seen)
    return _BLANK.sub(" ", seen.translate(_KNOWN).replace("''", '"')).strip()
