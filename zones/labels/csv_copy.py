"""Rows of a CSV file written as they were, with the new cells behind each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from zones.labels.csv_head import CsvHead
from zones.labels.csv_streams import Recoded
from zones.labels.errors import LabelError
from zones.labels.formats import Format
from zones.labels.writers import csv_values, data_of, open_bytes

_TAGS = {
    "governorate": "#adm1+code+v_pcode",
    "district": "#adm2+code+v_pcode",
    "subdistrict": "#adm3+code+v_pcode",
    "zone": "#region+zone+code",
    "extent": "#region+zone+extent",
}
"""Hashtags of the new columns, for a table that has a row of them."""


class CsvCopyWriter:
    """
    Writes rows as `records` gives them, and the last columns of each batch behind them.

    Byte order mark, first lines, line ends and the text of each row stay; new cells are quoted where they must be,
    or where the header's are.

    Parameters
    ----------
    path, form
        The file and its format.
    head
        The first lines of the source.
    new
        Names of the new columns.
    prefix
        What stands before these.
    repeated
        Whether a row may be written several times.
    """

    def __init__(
        self, path: Path, form: Format, head: CsvHead, new: Sequence[str], *, prefix: str, repeated: bool
    ) -> None:
        self._head, self._new, self._repeated = head, tuple(new), repeated
        self._delimiter = head.dialect.delimiter.encode()
        mark = "" if head.encoding.keeps_ascii else head.encoding.name
        self._encoded(self._first_lines(prefix))  # before a file is begun
        self._file, self._out = open_bytes(path, form.codec)
        self._out.write(head.encoding.mark)
        self._out.write(self._encoded(self._first_lines(prefix)))
        self._sink = Recoded(self._out, mark) if mark else self._out

    def write(self, batch: pa.RecordBatch) -> None:
        """Write the rows of a batch."""
        if not batch.num_rows:
            return
        cells = [self._values(batch.column(name)) for name in self._new]
        rows = pc.binary_join_element_wise(batch.column("row"), *cells, self._delimiter)
        ends = batch.column("end")
        if self._repeated:
            ends = pa.scalar(self._head.dialect.line_end.encode(), pa.binary())
        self._sink.write(data_of(pc.binary_join_element_wise(rows, ends, b"")))

    def close(self) -> None:
        """Write what remains and close the file."""
        with self._file:  # which is closed even where there is no room for the rest
            self._out.close()

    def _values(self, column: pa.Array) -> pa.Array:
        values = csv_values(column, self._delimiter, always=self._head.dialect.quotes_all)
        if self._head.encoding.name == "utf-8" or not self._head.encoding.keeps_ascii:
            return values
        texts = [self._encoded(value.decode()) for value in values.to_pylist()]
        return pa.array(texts, pa.binary()) if not bytes(data_of(values)).isascii() else values

    def _first_lines(self, prefix: str) -> str:
        tags = [_TAGS.get(name.removeprefix(prefix), "") for name in self._new]
        header = _with_cells(self._head.header, self._quoted(self._new), self._head.dialect.delimiter)
        below = _with_cells(self._head.tags, self._quoted(tags), self._head.dialect.delimiter)
        return self._head.before + header + (below if self._head.tags else "")

    def _quoted(self, texts: Sequence[str]) -> list[str]:
        column = pa.array([text.encode() for text in texts], pa.binary())
        quoted = csv_values(column, self._delimiter, always=self._head.dialect.quotes_all)
        return [text.decode() for text in quoted.to_pylist()]

    def _encoded(self, text: str) -> bytes:
        try:
            return text.encode(self._head.encoding.name, "surrogateescape")
        except UnicodeEncodeError as error:
            letters = text[error.start : error.end]
            problem = (
                f"its encoding, {self._head.encoding.name}, has no {letters!r}, which a new column holds"
            )
            raise LabelError(f"{problem}; save it as UTF-8") from error


def _with_cells(record: str, cells: Sequence[str], delimiter: str) -> str:
    text = record.rstrip("\r\n")
    return delimiter.join((text, *cells)) + record[len(text) :]
