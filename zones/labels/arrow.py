"""Labels as Arrow arrays, and on streams of record batches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from zones.labels.frames import NewColumns, Overlaps, new_columns
from zones.labels.points import coordinates, point_columns

if TYPE_CHECKING:
    from zones.labels.labeller import Coded, Labeller


def label_batches(
    batches: Iterable[pa.RecordBatch],
    labeller: Labeller,
    *,
    lon: str | None = None,
    lat: str | None = None,
    overlaps: Overlaps | None = None,
    prefix: str = "",
) -> Iterator[pa.RecordBatch]:
    """Yield the record batches with the new columns, as plain text (or lists of it).

    This is the shape of function that Spark's ``mapInArrow``, Ray Data and DuckDB's streams take.

    Parameters
    ----------
    batches
        Record batches of one schema.
    labeller, lon, lat, overlaps, prefix
        As for `label_frame`.
    """
    for batch in batches:
        where = point_columns(batch.schema, lon=lon, lat=lat)
        labels = labeller.label(*coordinates(batch, where))
        new = new_columns(labels, taken=batch.schema.names, overlaps=overlaps, prefix=prefix)
        labelled = batch if new.rows is None else batch.take(pa.array(new.rows))
        for name, array in arrays_of(new):
            plain = array.cast(pa.string()) if pa.types.is_dictionary(array.type) else array
            labelled = labelled.append_column(name, plain)
        yield labelled


def arrays_of(new: NewColumns) -> list[tuple[str, pa.Array]]:
    """Return name and array of each new column: dictionary-encoded text, or lists of text."""
    arrays = [(name, dictionary_array(column)) for name, column in new.single]
    for name, column, offsets in new.lists:
        values = dictionary_array(column).cast(pa.string())
        arrays.append((name, pa.ListArray.from_arrays(pa.array(offsets.astype(np.int32)), values)))
    return arrays


def dictionary_array(column: Coded) -> pa.DictionaryArray:
    """Return the labels as a dictionary array, null where there is none."""
    codes = pa.array(
        column.codes.astype(np.int16 if len(column.names) < 2**15 else np.int32), mask=column.codes < 0
    )
    return pa.DictionaryArray.from_arrays(codes, pa.array(column.names, type=pa.string()))
