"""Text from documents made harmless for formats that cannot hold every character, or that act on some."""

from __future__ import annotations

import re

__all__ = ["defused", "for_c", "for_xml", "restored"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = r"""(?=['"\s]*[=+\-@＝＋－＠])"""
_ACTS = re.compile(rf"^(?:{_FORMULA}|(?='*[\t\r\n]))")
_MARKED = re.compile(rf"^'(?:{_FORMULA}|(?='*[\t\r\n]))")
# Of a part, only as far as the next mark that may part: each stretch is looked at once.
_PART_FORMULA = r"""(?=(?:['"]|[^\S\t\r\n])*[=+\-@＝＋－＠])"""
_PART_ACTS = re.compile(rf"(?<=[;\t\r\n]){_PART_FORMULA}")
_PART_MARKED = re.compile(rf"(?<=[;\t\r\n])'{_PART_FORMULA}")
_REPLACEMENT = "\ufffd"


def for_xml(text: str) -> str:
    r"""Return text as XML 1.0 can hold it: other control characters become U+FFFD, lines end in a line feed.

    Examples
    --------
    >>> for_xml("a\x00b\r\nc")
    'a�b\nc'
    """
    return _NOT_XML.sub(_REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def for_c(text: str) -> str:
    """Return text without NUL, at which libraries written in C would end it; U+FFFD stands for it."""
    return text.replace("\x00", _REPLACEMENT)


def defused(text: str, *, parted: bool = False) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before = + - @ tab and line ends.

    Their full-width forms count too, as do blanks, quotation marks and apostrophes before them, so that
    `restored` can undo it. See OWASP, "CSV Injection".

    Parameters
    ----------
    text
        Of a cell.
    parted
        Whether a program may part the cell at semicolons, tabs and line ends, as spreadsheets of half of Europe
        part a CSV file; each part is marked then.

    Examples
    --------
    >>> defused("=1+1"), defused("'=1+1"), defused("1-1")
    ("'=1+1", "''=1+1", '1-1')
    >>> defused("he said;=1+1", parted=True)
    "he said;'=1+1"
    """
    marked = _ACTS.sub("'", text)
    return _PART_ACTS.sub("'", marked) if parted else marked


def restored(text: str, *, parted: bool = False) -> str:
    """Return the text that `defused` was given.

    Parameters
    ----------
    text, parted
        As for `defused`.

    Examples
    --------
    >>> restored("'=1+1"), restored("'tis"), restored("he said;'=1+1", parted=True)
    ('=1+1', "'tis", 'he said;=1+1')
    """
    bare = _MARKED.sub("", text)
    return _PART_MARKED.sub("", bare) if parted else bare
