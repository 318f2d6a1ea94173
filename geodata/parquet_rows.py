"""How much memory rows of Parquet take once they are unpacked: a file of three kilobytes may ask for seven gigabytes.

A value that is stored once, in the dictionary of a column, stands in memory once for each row that names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.foreign import TooMuchError

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow import parquet as pq

__all__ = ["rows_within"]

_TEXT, _FIXED = "BYTE_ARRAY", "FIXED_LEN_BYTE_ARRAY"
_NUMBER = 8  # bytes of a number, or of a text's place
_MOST_GROWTH = 200
_ROWS = 1000
_BUFFER = 1 << 20  # bytes; without one, all of a column in a group of rows is read


def rows_within(path: Path, meta: pq.FileMetaData, most: int) -> int:
    """
    Return how many rows of a file can be unpacked at a time, whichever they are.

    Parameters
    ----------
    path
        A Parquet file.
    meta
        What it tells of itself.
    most
        Bytes that they may take in memory.

    Raises
    ------
    TooMuchError
        If a row may take more, or what is no dictionary grows over 200-fold.
    """
    widest = 1
    for number in range(meta.num_row_groups):
        group = meta.row_group(number)
        _check_readable(path, meta, number)
        columns = [group.column(place) for place in range(meta.num_columns)]
        widths = {column.path_in_schema: _width(meta, place) for place, column in enumerate(columns)}
        lists = {
            columns[i].path_in_schema
            for i in range(len(columns))
            if meta.schema.column(i).max_repetition_level
        }
        _check_growth(columns, widths, lists, most)
        texts = [c.path_in_schema for c in columns if _may_repeat(c, most)]
        for name, longest in zip(texts, _longest(path, number, texts), strict=True):
            widths[name] += longest
        _check_growth([c for c in columns if c.path_in_schema in texts], widths, lists, most)
        widest = max(widest, sum(width for name, width in widths.items() if name not in lists))
    if widest > most:
        raise TooMuchError(f"a row of it may take {widest:,} bytes; expected at most {most:,}")
    return most // widest


def _check_readable(path: Path, meta: pq.FileMetaData, group: int) -> None:
    """Read a row: where what a column tells of itself is damaged, that is an error, and to ask for it is an abort."""
    from pyarrow import parquet, types  # noqa: PLC0415 - an extra

    schema = meta.schema.to_arrow_schema()
    texts = [field.name for field in schema if types.is_string(field.type) or types.is_binary(field.type)]
    with parquet.ParquetFile(path, read_dictionary=texts, pre_buffer=False, buffer_size=_BUFFER) as file:
        next(file.iter_batches(batch_size=1, row_groups=[group]), None)


def _width(meta: pq.FileMetaData, place: int) -> int:
    column = meta.schema.column(place)
    return int(column.length) if column.physical_type == _FIXED else _NUMBER


def _may_repeat(column: pq.ColumnChunkMetaData, most: int) -> bool:
    """Tell whether texts of a column, if each were as long as all that are stored, would take too much."""
    stored = column.physical_type == _TEXT and column.has_dictionary_page
    return bool(stored and column.num_values * column.total_uncompressed_size > most)


def _check_growth(
    columns: list[pq.ColumnChunkMetaData], widths: dict[str, int], lists: set[str], most: int
) -> None:
    """Raise if what a column holds in a group of rows is unpacked to far more; of lists one row may hold it all."""
    for column in columns:
        name = column.path_in_schema
        size = max(column.total_uncompressed_size, column.num_values * widths[name] if name in lists else 0)
        if size > most and size > _MOST_GROWTH * column.total_compressed_size:
            growth = size // max(column.total_compressed_size, 1)
            raise TooMuchError(
                f"the column {name} grows {growth:,}-fold when it is unpacked, to {size:,} bytes; "
                f"expected at most {_MOST_GROWTH}-fold"
            )


def _longest(path: Path, group: int, names: list[str]) -> Iterator[int]:
    """Yield the bytes of the longest value in the dictionary of each column, in order, in one group of rows."""
    if not names:
        return
    from pyarrow import compute, parquet  # noqa: PLC0415 - an extra

    with parquet.ParquetFile(path, read_dictionary=names, pre_buffer=False, buffer_size=_BUFFER) as file:
        for name in names:
            longest = 0
            for batch in file.iter_batches(batch_size=_ROWS, row_groups=[group], columns=[name]):
                found = next(_dictionaries(batch.to_struct_array()), None)
                if found is not None and len(found):  # not yet, where lists begin with empty ones
                    longest = compute.max(compute.binary_length(found)).as_py() or 0
                    break
            yield longest


def _dictionaries(array: pa.Array) -> Iterator[pa.Array]:
    """Yield the dictionaries of the columns in an array of records, lists and maps."""
    import pyarrow as pa  # noqa: PLC0415

    kind = array.type
    if pa.types.is_dictionary(kind):
        yield array.dictionary
    elif pa.types.is_map(kind):
        yield from _dictionaries(array.keys)
        yield from _dictionaries(array.items)
    elif pa.types.is_struct(kind):
        for place in range(kind.num_fields):
            yield from _dictionaries(array.field(place))
    elif pa.types.is_nested(kind):
        yield from _dictionaries(array.values)
