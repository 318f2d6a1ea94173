"""Labels as Arrow arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from zones.labels.frames import NewColumns
    from zones.labels.labeller import Coded


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
