"""Streams of record batches into files."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import IO, Protocol

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
        self._path, self._schema, self._codec = path, schema, codec
        self._file: pq.ParquetWriter | None = None

    def write(self, batch: pa.RecordBatch) -> None:
        if self._file is None:
            self._file = self._open(_repetitive(batch))
        # Through write_batch, batches share a row group until it has its rows.
        self._file.write_batch(batch, row_group_size=ROW_GROUP)

    def close(self) -> None:
        (self._file or self._open([])).close()

    def _open(self, with_dictionary: list[str]) -> pq.ParquetWriter:
        return pq.ParquetWriter(
            self._path, self._schema, compression=self._codec, use_dictionary=with_dictionary or False
        )


def _repetitive(batch: pa.RecordBatch) -> list[str]:
    """Return the columns whose values recur; a dictionary of others costs more than half the time."""
    names = []
    for held, column in zip(batch.schema, batch.columns, strict=True):
        odd = pa.types.is_nested(held.type) or pa.types.is_null(held.type)
        plain = not (odd or isinstance(held.type, pa.ExtensionType))
        if (
            pa.types.is_dictionary(held.type)
            or not plain
            or pc.count_distinct(column).as_py() <= batch.num_rows // 2
        ):
            names.append(held.name)
    return names


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
        self._delimiter = delimiter.encode()
        self._raw, self._out = open_bytes(path, codec)
        self._write_rows([pa.array([name]) for name in schema.names])

    def write(self, batch: pa.RecordBatch) -> None:
        if batch.num_rows:
            self._write_rows(batch.columns)

    def close(self) -> None:
        with self._raw:  # which is closed even where there is no room for the rest
            self._out.close()

    def _write_rows(self, columns: list[pa.Array]) -> None:
        values = (csv_values(column, self._delimiter) for column in columns)
        lines = pc.binary_join_element_wise(*values, self._delimiter)
        self._out.write(data_of(pc.binary_join_element_wise(lines, b"", b"\n")))


def open_bytes(path: Path, codec: str | None) -> tuple[IO[bytes], IO[bytes] | gzip.GzipFile]:
    """Return a new file, and what to write into: that file, or what compresses into it."""
    raw = path.open("wb")
    if codec == "gzip":  # without name and time in its header: the same rows make the same bytes
        return raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0)
    return raw, raw if codec is None else pa.CompressedOutputStream(raw, codec)


def csv_values(column: pa.Array, delimiter: bytes, *, always: bool = False) -> pa.Array:
    """Return values as they stand in CSV, nothing for null; a list's are joined by semicolons.

    Parameters
    ----------
    column
        Values of any kind that fits.
    delimiter
        What parts the cells.
    always
        Whether each text is quoted, and not only where it must be.
    """
    kind = column.type
    if pa.types.is_dictionary(kind):
        values = csv_values(column.dictionary, delimiter, always=always)
        empty = b'""' if always else b""
        return pc.fill_null(pa.DictionaryArray.from_arrays(column.indices, values).dictionary_decode(), empty)
    if pa.types.is_list(kind):
        column = pc.binary_join(column, ";")
    text = column if pa.types.is_binary(column.type) else column.cast(pa.string()).cast(pa.binary())
    text = pc.fill_null(text, b"")
    never_quoted = pa.types.is_integer(kind) or pa.types.is_floating(kind)
    return text if never_quoted else _quoted(text, delimiter, always=always)


def _quoted(values: pa.Array, delimiter: bytes, *, always: bool) -> pa.Array:
    data = bytes(data_of(values))
    if not always and not any(mark in data for mark in (b'"', b"\n", b"\r", delimiter)):
        return values
    doubled = pc.replace_substring(values, b'"', b'""')
    quoted = pc.binary_join_element_wise(b'"', doubled, b'"', b"")
    if always:
        return quoted
    special = pc.match_substring_regex(values, f'["\r\n{re.escape(delimiter.decode())}]')
    return pc.if_else(special, quoted, values)


def data_of(values: pa.Array) -> pa.Buffer:
    """Return the bytes of all values, one after the other."""
    _, offsets, data = values.buffers()
    ends = memoryview(offsets).cast("i") if offsets else [0]
    start, end = (ends[values.offset], ends[values.offset + len(values)]) if len(values) else (0, 0)
    return data.slice(start, end - start) if data else pa.py_buffer(b"")


def _check_fits_csv(held: pa.Field) -> None:
    kind = held.type
    is_text_list = pa.types.is_list(kind) and pa.types.is_string(kind.value_type)
    is_bytes = pa.types.is_large_binary(kind) or isinstance(kind, pa.ExtensionType)
    if is_bytes or (pa.types.is_nested(kind) and not is_text_list):
        raise LabelError(f"column {held.name!r} holds {kind}, which CSV cannot; write Parquet or Arrow")
