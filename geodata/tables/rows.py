"""A whole table's cells, row by row, with the line on which each row begins."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from geodata.tables.dialect import dialect_of
from geodata.tables.encoding import TableTextError, encoding_of
from geodata.tables.hxl import is_tag_row

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")

NumberedRow = tuple[int, list[str]]
"""The line on which a row begins, from 1, and its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows:
    """
    A table.

    Attributes
    ----------
    header
        Its first row.
    rows
        The others in order, without empty lines and the row of hashtags.
    tags
        The row of HXL hashtags below the header, possibly none.
    delimiter
        What parts the cells.
    notes
        How it was read, where the table itself does not tell.
    """

    header: tuple[str, ...]
    rows: tuple[NumberedRow, ...]
    tags: tuple[str, ...]
    delimiter: str
    notes: tuple[str, ...]


def read_rows(content: bytes, *, most: int | None = None) -> TableRows:
    r"""
    Return the cells of a table.

    Only line ends of files end a row: other characters that a text may break at (U+2028, say) stay in their cell.

    Parameters
    ----------
    content
        The whole file.
    most
        Rows that it may have.

    Raises
    ------
    TableTextError
        If it is no table as text; the message names the line.

    Examples
    --------
    >>> table = read_rows(b"sep=;\r\nname;lat\r\n#loc;#geo+lat\r\nYalda;33,46\r\n")
    >>> table.header, table.rows, table.tags
    (('name', 'lat'), ((4, ['Yalda', '33,46']),), ('#loc', '#geo+lat'))
    """
    encoding = encoding_of(content, whole=True)
    try:
        text = content[len(encoding.mark) :].decode(encoding.name)
    except UnicodeDecodeError as error:
        raise TableTextError(f"no text in {encoding.name} at byte {error.start}; save it as UTF-8") from error
    dialect = dialect_of(text)
    before = sum(1 for _ in re.finditer(r"\r\n|\n|\r", dialect.before))
    rows = _rows(text[len(dialect.before) :], dialect.delimiter, before)
    header = next(rows, (1, []))[1]
    if not header or not text.strip():
        raise TableTextError("empty, or no text; expected a table as text")
    found: list[NumberedRow] = []
    tags: tuple[str, ...] = ()
    for line, cells in rows:
        if not found and not tags and is_tag_row(cells):
            tags = tuple(cells)
            continue
        found.append((line, cells))
        if most is not None and len(found) > most:
            raise TableTextError(f"more than {most:,} rows; expected at most so many")
    notes = (encoding.note,) if encoding.note else ()
    return TableRows(
        header=tuple(header), rows=tuple(found), tags=tags, delimiter=dialect.delimiter, notes=notes
    )


def _rows(text: str, delimiter: str, before: int) -> Iterator[NumberedRow]:
    """Yield the rows that are not empty, quoted cells read over several lines."""
    lines = (found.group() for found in _LINE.finditer(text) if found.group())
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = before + 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = before + reader.line_num + 1
    except csv.Error as error:
        raise TableTextError(f"line {line}: no table ({error})") from error
