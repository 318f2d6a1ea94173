"""Rows of lists and tables, by the marks they begin with or are parted by."""

from __future__ import annotations

import re

from zones.text.blocks import BlockKind

__all__ = ["row_kind"]

# "1. Idlib province", "(b) Hama", "Zone 2: Rastan district", "- Idlib". "16:40 Delegates ..." is none. Other marks have
# become plain ones (`zones.text.bullets`).
_LIST = re.compile(
    r"(?:[-–—*]\s"
    r"|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.):]\s"
    r"|(?:no\.?|zone|area|article|point)\s{0,2}+(?:\d{1,3}|[ivx]{1,4}|[a-h])\s?(?:[.):]|[–—-]\s))",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"[aA][.:] ")


def row_kind(line: str, *, answers: bool = False) -> BlockKind | None:
    """Return whether a line is a row of a list or a table, None if of neither.

    Parameters
    ----------
    line
        The line, without blanks around it.
    answers
        Whether "A: " opens the answer to a question, as it does on pages with a "Q: ".

    Examples
    --------
    >>> print(row_kind("Zone 2: Rastan district"), row_kind("2 | Homs"), row_kind("Two zones."))
    list_row table_row None
    """
    if "|" in line or "\t" in line:
        return BlockKind.TABLE_ROW
    if answers and _ANSWER.match(line):
        return None
    return BlockKind.LIST_ROW if _LIST.match(line) else None
