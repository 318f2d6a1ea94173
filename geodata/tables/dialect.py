"""What parts and quotes the cells of a table, how its lines end, and where its header begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LineEnd = Literal["\n", "\r\n", "\r"]

_SEPARATED = re.compile(r'\s*"?sep=(?P<delimiter>[^"\r\n])"?[ \t]*(?P<end>\r\n|\n|\r)', re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_ENDS = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """
    How a table is written.

    Attributes
    ----------
    delimiter
        What parts its cells.
    line_end
        How its lines end.
    before
        What stands before the header: empty lines, and Excel's first line ``sep=;``.
    quotes_all
        Whether each cell of the header is quoted.
    """

    delimiter: str
    line_end: LineEnd
    before: str = ""
    quotes_all: bool = False


def dialect_of(head: str, *, usual: str = ",") -> Dialect:
    r"""
    Return the dialect of a table by its first lines.

    Parameters
    ----------
    head
        The text that it begins with, without a byte order mark, and with its whole header.
    usual
        The delimiter to take where the header has none, or as many of several.

    Examples
    --------
    >>> dialect_of('id;"a,b,c";lat\r\n').delimiter
    ';'
    >>> dialect_of("sep=|\nname|x\n").before
    'sep=|\n'
    """
    empty = re.match(r"[\r\n]*", head)
    start = empty.end() if empty else 0
    told = _SEPARATED.match(head, start)
    if told:
        after = re.compile(r"[\r\n]*").match(head, told.end())
        start = after.end() if after else told.end()
    header = _first_record(head[start:])
    bare = _QUOTED.sub("", header)
    delimiter = told["delimiter"] if told else max((usual, ",", ";", "\t", "|"), key=bare.count)
    cells = bare.split(delimiter)
    ends = _ENDS.search(head)
    return Dialect(
        delimiter=delimiter,
        line_end=ends.group() if ends else "\n",  # type: ignore[arg-type]
        before=head[:start],
        quotes_all=bool(header) and not any(cell.strip() for cell in cells) and '"' in header,
    )


def _first_record(text: str) -> str:
    """Return the first line, and those that its quoted cells run over."""
    at = 0
    for end in _ENDS.finditer(text):
        if text.count('"', 0, end.start()) % 2 == 0:
            return text[at : end.start()]
    return text[at:]
