"""Files as streams of record batches, a few at a time in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Literal

import pyarrow as pa
import pyarrow.parquet as pq

from geodata.foreign import TooMuchError
from geodata.parquet_rows import rows_within
from zones.labels.csv_head import CsvHead
from zones.labels.errors import LabelFileError
from zones.labels.formats import Format, format_of

BATCH_ROWS = 1 << 17
_COLUMN_BUFFER = 1 << 20
_LARGE_ROW_GROUP = 1 << 27
_MOST_UNPACKED = 1 << 26


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
    head
        The first lines of a CSV file.
    notes
        What a reader of the labels should know of how the file was read.
    """

    schema: pa.Schema
    batches: Iterator[pa.RecordBatch]
    done: Callable[[], float]
    codec: str = "snappy"
    delimiter: str = ","
    head: CsvHead | None = None
    notes: tuple[str, ...] = ()
    closing: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *error: object) -> None:
        self.closing.close()


Values = Literal["kinds", "text"]
"""How values of CSV are taken: as numbers, dates and so on, or as text."""


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
    from zones.labels.csv_source import open_csv  # noqa: PLC0415 - it makes a Source

    form = format_of(path)
    if not path.is_file():
        raise LabelFileError(path, "no such file")
    opening = {"csv": open_csv, "parquet": _open_parquet, "arrow": _open_arrow, "arrow stream": _open_stream}
    try:
        return opening[form.kind](path, form, values)
    except (pa.ArrowException, OSError, TooMuchError) as error:
        if getattr(error, "errno", None) is not None:
            raise
        raise LabelFileError(path, f"cannot be read as {form.kind}: {error}") from error


def _open_parquet(path: Path, form: Format, values: Values) -> Source:
    closing = ExitStack()
    meta = pq.read_metadata(path)
    largest = max((meta.row_group(k).total_byte_size for k in range(meta.num_row_groups)), default=0)
    # Whole column chunks are quicker to read, but those of a large row group may not fit into memory.
    buffer = _COLUMN_BUFFER if largest > _LARGE_ROW_GROUP else 0
    file = closing.enter_context(pq.ParquetFile(path, metadata=meta, buffer_size=buffer, pre_buffer=False))
    read = _Counter()
    rows = min(BATCH_ROWS, rows_within(path, meta, _MOST_UNPACKED))
    batches = read.counting(file.iter_batches(batch_size=rows))
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
