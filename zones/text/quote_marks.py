"""Marks before each line that a mail or Markdown quotes: "> ". Before the rows of a list they are bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zones.text.edited import Edit

__all__ = ["quote_mark_edits"]

_GROUP = re.compile(r"(?m)(?:^[ \t]*>[^\n\r]*+(?:\r?\n[ \t]*(?=\r?\n[ \t]*>))?(?:\r?\n)?)+")
_LINE = re.compile(r"(?m)^(?P<mark>[ \t]*(?:>[ \t]?)+)(?P<words>[^\n\r]*)")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$")


def quote_mark_edits(text: str) -> Iterator[Edit]:
    r"""Yield nothing for each such mark, and "- " where the lines are the rows that the line above announces.

    Examples
    --------
    >>> [edit.words for edit in quote_mark_edits("The zones are:\n> Idlib\n> Homs")]
    ['- ', '- ']
    >>> [edit.words for edit in quote_mark_edits("He wrote:\n> The zone is\n> in Homs.")]
    ['', '']
    """
    if ">" not in text:
        return
    for group in _GROUP.finditer(text):
        lines = [found for found in _LINE.finditer(text, group.start(), group.end()) if found["mark"].strip()]
        told = [found["words"] for found in lines if found["words"].strip()]
        announced = text[: group.start()].rstrip().endswith(":")
        rows = announced and len(told) > 1 and not any(_SENTENCE_END.search(words) for words in told)
        for found in lines:
            yield Edit(*found.span("mark"), "- " if rows and found["words"].strip() else "")
