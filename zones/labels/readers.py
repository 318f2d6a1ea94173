"""Files as streams of record batches, a few at a time in memory."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from zones.labels.errors import LabelFileError
from zones.labels.formats import Format, format_of

BATCH_ROWS = 1 << 17
_BLOCK = 1 << 21
_COLUMN_BUFFER = 1 << 20
_LARGE_ROW_GROUP = 1 << 27


@dataclass(slots=True, kw_only=True)
class Source:
    """An open file.

    Attributes
    ----------
    schema
        Its columns, with the metadata that a copy must keep.
    batches
        Its rows in order.
    done
        Returns the share of the file that has been read, from 0 to 1.
    codec
        How a Parquet file is compressed.
    delimiter
        What parts the values of a CSV file.
    """

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]
    done: Callable[[], float]
    codec: str = "snappy"
    delimiter: str = ","
    closing: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *error: object) -> None:
        self.closing.close()


Values = Literal["bytes", "kinds", "text"]
"""How values of CSV are taken: as the bytes they are, as numbers, dates and so on, or as text."""


def open_source(path: Path, *, values: Values = "kinds") -> Source:
    """Open a file that `format_of` knows.

    Parameters
    ----------
    path
        The file.
    values
        How the values of a CSV file are taken; other formats say themselves what theirs are.

    Raises
    ------
    LabelFileError
        The file is missing, empty, or not what its name says.
    """
    form = format_of(path)
    if not path.is_file():
        raise LabelFileError(path, "no such file")
    opening = {"csv": _open_csv, "parquet": _open_parquet, "arrow": _open_arrow, "arrow stream": _open_stream}
    try:
        return opening[form.kind](path, form, values)
    except (pa.ArrowException, OSError) as error:
        if getattr(error, "errno", None) is not None:
            raise
        raise LabelFileError(path, f"cannot be read as {form.kind}: {error}") from error


def _open_csv(path: Path, form: Format, values: Values) -> Source:
    size = path.stat().st_size
    if not size:
        raise LabelFileError(path, "is empty; expected a line of column names")
    delimiter = _delimiter(path, form)
    parse = pcsv.ParseOptions(delimiter=delimiter, newlines_in_values=True)
    names = _header(path, form, delimiter)
    options = pcsv.ConvertOptions(strings_can_be_null=False)
    if values != "kinds":
        options.column_types = dict.fromkeys(names, pa.binary() if values == "bytes" else pa.string())
    closing = ExitStack()
    raw = closing.enter_context(pa.OSFile(str(path), "rb"))
    stream = raw if form.codec is None else closing.enter_context(pa.CompressedInputStream(raw, form.codec))
    reader = pcsv.open_csv(
        stream,
        read_options=pcsv.ReadOptions(block_size=_BLOCK),
        parse_options=parse,
        convert_options=options,
    )
    return Source(
        schema=reader.schema,
        batches=iter(reader),
        done=lambda: raw.tell() / size if not raw.closed else 1.0,
        delimiter=delimiter,
        closing=closing,
    )


def _first_line(path: Path, form: Format) -> str:
    with pa.OSFile(str(path), "rb") as raw:
        stream = raw if form.codec is None else pa.CompressedInputStream(raw, form.codec)
        head = stream.read(1 << 20)
    line: str = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace")
    return line.rstrip("\r")


def _delimiter(path: Path, form: Format) -> str:
    """Return the delimiter that the header uses most, the usual one if none is in it."""
    line = _first_line(path, form)
    return max((form.delimiter, ",", ";", "\t"), key=line.count)


def _header(path: Path, form: Format, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([_first_line(path, form)], delimiter=delimiter), [])
    except csv.Error as error:
        raise LabelFileError(path, f"its first line is none of column names: {error}") from error


def _open_parquet(path: Path, form: Format, values: Values) -> Source:
    closing = ExitStack()
    meta = pq.read_metadata(path)
    largest = max((meta.row_group(k).total_byte_size for k in range(meta.num_row_groups)), default=0)
    # Whole column chunks are quicker to read, but those of a large row group may not fit into memory.
    buffer = _COLUMN_BUFFER if largest > _LARGE_ROW_GROUP else 0
    file = closing.enter_context(pq.ParquetFile(path, metadata=meta, buffer_size=buffer, pre_buffer=False))
    read = _Counter()
    batches = read.counting(file.iter_batches(batch_size=BATCH_ROWS))
    # Read before a column's metadata are asked for: if they are damaged, that ends the process, this is an error.
    first = list(islice(batches, 1))
    codec = meta.row_group(0).column(0).compression if meta.num_row_groups and meta.num_columns else "SNAPPY"
    return Source(
        schema=file.schema_arrow,
        batches=chain(first, batches),
        done=lambda: read.rows / max(meta.num_rows, 1),
        codec="none" if codec == "UNCOMPRESSED" else codec.lower(),
        closing=closing,
    )


def _open_arrow(path: Path, form: Format, values: Values) -> Source:
    closing = ExitStack()
    raw = closing.enter_context(pa.OSFile(str(path), "rb"))
    try:
        reader = closing.enter_context(pa.ipc.open_file(raw))
    except pa.ArrowInvalid:  # people name streams .arrow too
        closing.close()
        return _open_stream(path, form, values)
    count = reader.num_record_batches
    read = _Counter()
    whole = (reader.get_batch(k) for k in range(count))
    return Source(
        schema=reader.schema,
        batches=_small(read.counting(whole)),
        done=lambda: read.batches / max(count, 1),
        closing=closing,
    )


def _open_stream(path: Path, form: Format, values: Values) -> Source:
    closing = ExitStack()
    raw = closing.enter_context(pa.OSFile(str(path), "rb"))
    reader = closing.enter_context(pa.ipc.open_stream(raw))
    size = max(path.stat().st_size, 1)
    return Source(
        schema=reader.schema,
        batches=_small(iter(reader)),
        done=lambda: raw.tell() / size if not raw.closed else 1.0,
        closing=closing,
    )


class _Counter:
    """Counts what passes."""

    def __init__(self) -> None:
        self.rows = self.batches = 0

    def counting(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            self.rows += batch.num_rows
            self.batches += 1
            yield batch


def _small(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        for start in range(0, batch.num_rows, BATCH_ROWS):
            yield batch.slice(start, BATCH_ROWS)
