"""The first lines of a CSV file: its dialect, its columns, and where its rows begin."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from geodata.tables.dialect import Dialect, dialect_of
from geodata.tables.encoding import Encoding, TableTextError, encoding_of
from geodata.tables.hxl import is_tag_row
from zones.labels.errors import LabelFileError

HEAD_BYTES = 1 << 20
"""The header, and a row of hashtags below it, must end within so many bytes."""

_RECORD = re.compile(r'(?P<text>(?:[^"\r\n]|"(?:[^"]|"")*"|")*)(?P<end>(?:\r\n|\n|\r)*)')
_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvHead:
    """
    What the first lines tell.

    Attributes
    ----------
    encoding, dialect
        How the file is written.
    names
        Of the columns.
    header, tags
        The header, and a row of HXL hashtags or "", each with the line end and the empty lines that follow it.
    tag_cells
        The hashtags.
    before
        What stands before the header, without a byte order mark.
    lines
        How many lines these are.
    """

    encoding: Encoding
    dialect: Dialect
    names: tuple[str, ...]
    before: str
    header: str
    tags: str
    tag_cells: tuple[str, ...]
    lines: int

    @property
    def bytes(self) -> int:
        """How many bytes stand before the first row."""
        text = self.before + self.header + self.tags
        return len(self.encoding.mark) + len(text.encode(self.encoding.name, "surrogateescape"))


def read_head(path: Path, head: bytes, *, usual: str, whole: bool, copied: bool) -> CsvHead:
    """
    Return what the first lines of a file tell.

    Parameters
    ----------
    path
        The file, for messages.
    head
        Its first bytes, decompressed.
    usual
        The delimiter where the header has none.
    whole
        Whether these are all of its bytes.
    copied
        Whether its rows are to be copied byte for byte, whatever letters they stand for.

    Raises
    ------
    LabelFileError
        If it is empty, or has no header as text.
    """
    encoding = _encoding(path, head, whole=whole, copied=copied)
    text = head[len(encoding.mark) :].decode(
        encoding.name, "surrogateescape" if encoding.keeps_ascii else "replace"
    )
    dialect = dialect_of(text, usual=usual)
    if not dialect.delimiter.isascii():
        problem = f"its first line says that {dialect.delimiter!r} parts its cells"
        raise LabelFileError(path, f"{problem}; expected one of , ; | and tabs")
    header = _record(text, len(dialect.before))
    if not header:
        raise LabelFileError(path, "is empty; expected a line of column names")
    after = _record(text, len(dialect.before) + len(header))
    names = _cells(path, header, dialect.delimiter)
    tag_cells = (
        _cells(path, after, dialect.delimiter)
        if after.lstrip().startswith(("#", '"#', dialect.delimiter))
        else ()
    )
    tags = after if is_tag_row(tag_cells) else ""
    return CsvHead(
        encoding=encoding,
        dialect=dialect,
        names=names,
        before=dialect.before,
        header=header,
        tags=tags,
        tag_cells=tag_cells if tags else (),
        lines=len(_LINE_END.findall(dialect.before + header + tags)),
    )


def _encoding(path: Path, head: bytes, *, whole: bool, copied: bool) -> Encoding:
    try:
        return encoding_of(head, whole=whole)
    except TableTextError as error:
        if copied and b"\0" not in head:
            return Encoding(name="utf-8")  # what is none of it goes through as the bytes that it is
        raise LabelFileError(path, str(error)) from error


def _record(text: str, at: int) -> str:
    """Return the record that begins there, with its line end and the empty lines after it."""
    found = _RECORD.match(text, at)
    return found.group() if found else ""


def _cells(path: Path, record: str, delimiter: str) -> tuple[str, ...]:
    lines = re.findall(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z", record)
    try:
        cells = next(csv.reader(lines, delimiter=delimiter), [])
    except csv.Error as error:
        raise LabelFileError(path, f"its first line is none of column names: {error}") from error
    # Bytes that are no letters have no place in a name that is compared and shown; in the header itself they stay.
    return tuple(cell.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for cell in cells)
