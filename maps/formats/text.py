"""Text from documents made harmless for formats that cannot hold every character, or that act on some."""

from __future__ import annotations

import re

__all__ = ["defused", "for_c", "for_xml", "restored"]

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ACTS = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_MARKED = re.compile(r"'(?='*\s*[=+\-@＝＋－＠]|'*[\t\r\n])")
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


def defused(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe before = + - @ tab and line ends.

    Their full-width forms count too, as do blanks and apostrophes before them, so that `restored` can undo
    it. See OWASP, "CSV Injection".

    Examples
    --------
    >>> defused("=1+1"), defused("'=1+1"), defused("1-1")
    ("'=1+1", "''=1+1", '1-1')
    """
    return f"'{text}" if _ACTS.match(text) else text


def restored(text: str) -> str:
    """Return the text that `defused` was given.

    Examples
    --------
    >>> restored("'=1+1"), restored("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _MARKED.match(text) else text
