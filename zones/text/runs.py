"""Runs of blanks: one blank is read, at the end of a line none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zones.text.edited import Edit

__all__ = ["run_edits"]

_RUN = re.compile(r"(?<=[^\s]) {2,}(?=[^\s])")


def run_edits(text: str) -> Iterator[Edit]:
    """Yield one blank for each run of them within a line.

    Examples
    --------
    >>> [(edit.start, edit.end) for edit in run_edits("  Idlib   province")]
    [(7, 10)]
    """
    for found in _RUN.finditer(text):
        yield Edit(found.start(), found.end(), " ")
