"""Streams of record batches into files."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from zones.labels.errors import LabelError
from zones.labels.formats import Format

ROW_GROUP = 1 << 19


class Writer(Protocol):
    """Takes batches of one schema, one after the other."""

    def write(self, batch: pa.RecordBatch) -> None:
        """Write one batch."""

    def close(self) -> None:
        """Write what remains and close the file."""


def open_writer(path: Path, form: Format, schema: pa.Schema, *, codec: str, delimiter: str) -> Writer:
    """Return a writer of that format.

    Parameters
    ----------
    path, form
        The file and its format.
    schema
        The columns, with the metadata to keep.
    codec
        How Parquet is compressed.
    delimiter
        What parts the values of CSV.
    """
    if form.kind == "parquet":
        return _ParquetWriter(path, schema, codec)
    if form.kind == "csv":
        return _CsvWriter(path, schema, form.codec, delimiter)
    return _ArrowWriter(path, schema, stream=form.kind == "arrow stream")


class _ParquetWriter:
    def __init__(self, path: Path, schema: pa.Schema, codec: str) -> None:
        self._file = pq.ParquetWriter(path, schema, compression=codec)

    def write(self, batch: pa.RecordBatch) -> None:
        # Through write_batch, batches share a row group until it has its rows.
        self._file.write_batch(batch, row_group_size=ROW_GROUP)

    def close(self) -> None:
        self._file.close()


class _ArrowWriter:
    def __init__(self, path: Path, schema: pa.Schema, *, stream: bool) -> None:
        options = pa.ipc.IpcWriteOptions(compression="lz4", emit_dictionary_deltas=True)
        make = pa.ipc.new_stream if stream else pa.ipc.new_file
        self._file = make(str(path), schema, options=options)

    def write(self, batch: pa.RecordBatch) -> None:
        self._file.write_batch(batch)

    def close(self) -> None:
        self._file.close()


class _CsvWriter:
    """Writes CSV with quotes only where they are needed, so that untouched values look as they did."""

    def __init__(self, path: Path, schema: pa.Schema, codec: str | None, delimiter: str) -> None:
        for held in schema:
            _check_fits_csv(held)
        self._delimiter = delimiter
        self._raw = pa.OSFile(str(path), "wb")
        self._out: Any = self._raw if codec is None else pa.CompressedOutputStream(self._raw, codec)
        self._write_rows([pa.array([name]) for name in schema.names])

    def write(self, batch: pa.RecordBatch) -> None:
        if batch.num_rows:
            self._write_rows(batch.columns)

    def close(self) -> None:
        self._out.close()
        if not self._raw.closed:
            self._raw.close()

    def _write_rows(self, columns: list[pa.Array]) -> None:
        values = [self._quoted(_as_bytes(column)) for column in columns]
        lines = pc.binary_join_element_wise(*values, self._delimiter.encode())
        text = pc.binary_join_element_wise(lines, b"", b"\n")
        offsets = memoryview(text.buffers()[1]).cast("i")
        start, end = offsets[text.offset], offsets[text.offset + len(text)]
        self._out.write(text.buffers()[2].slice(start, end - start))

    def _quoted(self, values: pa.Array) -> pa.Array:
        special = pc.match_substring_regex(values, f'["\r\n{self._delimiter}]')
        if not pc.any(special).as_py():
            return values
        doubled = pc.replace_substring(values, b'"', b'""')
        quoted = pc.binary_join_element_wise(b'"', doubled, b'"', b"")
        return pc.if_else(special, quoted, values)


def _check_fits_csv(held: pa.Field) -> None:
    kind = held.type
    is_text_list = pa.types.is_list(kind) and pa.types.is_string(kind.value_type)
    is_bytes = pa.types.is_large_binary(kind) or isinstance(kind, pa.ExtensionType)
    if is_bytes or (pa.types.is_nested(kind) and not is_text_list):
        raise LabelError(f"column {held.name!r} holds {kind}, which CSV cannot; write Parquet or Arrow")


def _as_bytes(column: pa.Array) -> pa.Array:
    """Return the values as they stand in CSV, nothing for null; a list's are joined by semicolons."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_list(column.type):
        column = pc.binary_join(column, ";")
    if not pa.types.is_binary(column.type):
        column = column.cast(pa.string()).cast(pa.binary())
    return pc.fill_null(column, b"")
