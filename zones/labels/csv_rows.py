"""What a row of a CSV file is to those that find rows: what to take out of it, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import pyarrow as pa

from zones.labels.errors import LabelError


class Stream(Protocol):
    """Where bytes come from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes, none at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    What to take out of each row.

    Attributes
    ----------
    columns
        Positions of the columns wanted.
    width
        How many cells a row has.
    delimiter
        What parts them.
    """

    columns: tuple[int, ...]
    width: int
    delimiter: str


def check_width(cells: Sequence[str], wanted: Wanted, line: int) -> None:
    """Raise `LabelError` if a row has more or fewer cells than the header.

    Parameters
    ----------
    cells, wanted
        The row, and what it should be.
    line
        The line on which it begins.
    """
    if len(cells) != wanted.width:
        remedy = f"; a cell that holds {wanted.delimiter!r} needs quotation marks round it"
        more = remedy if len(cells) > wanted.width else ""
        raise LabelError(f"line {line}: Expected {wanted.width} columns, got {len(cells)}{more}")


def made(rows: pa.Array, ends: pa.Array, lines: pa.Array, cells: list[pa.Array]) -> pa.RecordBatch:
    """Return rows as a batch.

    Parameters
    ----------
    rows, ends, lines
        The bytes of rows and of their line ends, and the lines on which they begin.
    cells
        A column for each of those wanted.
    """
    names = ["row", "end", "line", *(str(number) for number in range(len(cells)))]
    return pa.RecordBatch.from_arrays([rows, ends, lines, *cells], names=names)
