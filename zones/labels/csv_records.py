"""The rows of a CSV file as the bytes that they are, with the cells of a few columns taken out of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.csv as pcsv
from numpy.typing import NDArray

from zones.labels.csv_lines import rows_one_by_one
from zones.labels.csv_rows import Stream, Wanted, check_width, made
from zones.labels.errors import LabelError

BLOCK = 1 << 21
_LONGEST_ROW = 1 << 24
"""Bytes without the end of a row after which quotation marks are doubted."""

_LF, _CR, _QUOTE = b"\n"[0], b"\r"[0], b'"'[0]
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")

Places = NDArray[np.intp]


def records(stream: Stream, wanted: Wanted, *, line: int) -> Iterator[pa.RecordBatch]:
    """
    Yield the rows of a file: columns ``row`` and ``end``, which are its bytes, ``line``, and ``0``, ``1`` ... wanted.

    Where quotation marks stand only round cells, rows are found by counting marks, many at once. From the first
    block on in which one stands elsewhere, Python's reader goes through the rows one by one.

    Parameters
    ----------
    stream
        The bytes after the header, in an encoding that keeps ASCII.
    wanted
        The cells to take out.
    line
        The line on which the stream begins, from 1.

    Raises
    ------
    LabelError
        If a row has more or fewer cells than the header; the message names its line.
    """
    left = b""
    while True:
        read = stream.read(BLOCK)
        block = left + read
        if not block:
            return
        cut = _Cut.of(block, wanted.delimiter.encode(), last=not read)
        if cut is None or len(block) - cut.stop > _LONGEST_ROW:
            yield from rows_one_by_one(block, stream, wanted, line=line, block=BLOCK)
            return
        if len(cut.starts):
            yield _batch(block, cut, wanted, line)
        left, line = block[cut.stop :], line + cut.lines
        if not read:
            return


@dataclass(frozen=True, slots=True)
class _Cut:
    """
    Where the rows of a block begin and end, where their line ends end, and on which line each is.

    Empty lines belong to the end of the row before them. So the last row of a block waits for what follows it.
    """

    starts: Places
    ends: Places
    stops: Places
    line: Places
    stop: int
    lines: int

    @classmethod
    def of(cls, block: bytes, delimiter: bytes, *, last: bool) -> _Cut | None:
        """Return the whole rows of a block, or None where its quotation marks are not only round cells."""
        data = np.frombuffer(block, np.uint8)
        ends, stops = _line_ends(data, block, last=last)
        if last and (not len(stops) or stops[-1] < len(block)):
            ends, stops = np.append(ends, len(block)), np.append(stops, len(block))
        line = np.arange(len(ends))
        if b'"' in block:
            quotes = np.flatnonzero(data == _QUOTE)
            outside = np.searchsorted(quotes, ends) % 2 == 0
            if last and len(quotes) % 2:
                return None
            ends, stops, line = ends[outside], stops[outside], line[outside]
            within = quotes[: np.searchsorted(quotes, stops[-1])] if len(stops) else quotes[:0]
            if not _round_cells(data, within, delimiter[0]):
                return None
        starts = np.concatenate([[0], stops[:-1]]) if len(stops) else stops
        first = np.concatenate([[0], line[:-1] + 1]) if len(line) else line
        full = np.flatnonzero(ends > starts)
        starts, ends, first = starts[full], ends[full], first[full]
        if last:
            stop, lines = len(block), 0
        else:
            stop, lines = (int(starts[-1]), int(first[-1])) if len(full) > 1 else (0, 0)
            starts, ends, first = starts[:-1], ends[:-1], first[:-1]
        return cls(starts, ends, np.append(starts[1:], stop), first, stop, lines)


def _line_ends(data: NDArray[np.uint8], block: bytes, *, last: bool) -> tuple[Places, Places]:
    """Return where lines end and the next begin, be it with LF, CRLF or CR."""
    lf = np.flatnonzero(data == _LF)
    if b"\r" not in block:
        return lf, lf + 1
    cr = np.flatnonzero(data == _CR)
    if len(cr) == len(lf) and (cr + 1 == lf).all():
        return cr, lf + 1
    alone = cr[~np.isin(cr + 1, lf)]
    if not last:
        alone = alone[alone < len(block) - 1]  # whose LF may be about to come
    pairs = np.isin(lf - 1, cr)
    ends = np.concatenate([alone, lf - pairs])
    stops = np.concatenate([alone, lf]) + 1
    order = np.argsort(ends)
    return ends[order], stops[order]


def _round_cells(data: NDArray[np.uint8], quotes: Places, delimiter: int) -> bool:
    """Tell whether each odd quotation mark begins a cell, and each even one ends it, or they are doubled."""
    opening, closing = quotes[::2], quotes[1::2]
    before = np.where(opening > 0, data[opening - 1], _LF)
    after = np.where(closing + 1 < len(data), data[np.minimum(closing + 1, len(data) - 1)], _LF)
    marks = [delimiter, _LF, _CR, _QUOTE]
    return bool(np.isin(before, marks).all() and np.isin(after, marks).all())


def _batch(block: bytes, cut: _Cut, wanted: Wanted, line: int) -> pa.RecordBatch:
    starts = cut.starts.copy()
    starts[0] = 0  # with empty lines before the first row of all
    borders = np.empty(2 * len(starts) + 1, np.int32)
    borders[0:-1:2], borders[1::2], borders[-1] = starts, cut.ends, cut.stops[-1]
    pieces = pa.Array.from_buffers(
        pa.binary(), 2 * len(starts), [None, pa.py_buffer(borders), pa.py_buffer(block)]
    )
    numbers = np.arange(len(starts), dtype=np.int32) * 2
    rows, ends = pieces.take(pa.array(numbers)), pieces.take(pa.array(numbers + 1))
    cells = _cells(memoryview(block)[: cut.stop], cut, wanted, line)
    return made(rows, ends, pa.array(cut.line + line), cells)


def _cells(data: memoryview, cut: _Cut, wanted: Wanted, line: int) -> list[pa.Array]:
    names = [str(column) for column in range(wanted.width)]
    chosen = [names[column] for column in wanted.columns]
    try:
        table = pcsv.read_csv(
            pa.BufferReader(pa.py_buffer(data)),
            read_options=pcsv.ReadOptions(column_names=names, block_size=max(len(data), 1) + 1),
            parse_options=pcsv.ParseOptions(delimiter=wanted.delimiter, newlines_in_values=True),
            convert_options=pcsv.ConvertOptions(
                include_columns=list(dict.fromkeys(chosen)),
                column_types=dict.fromkeys(names, pa.binary()),
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid:
        _raise_ragged(bytes(data).decode("latin-1"), wanted, line)
        raise
    if table.num_rows != len(cut.starts):
        raise LabelError(f"line {line}: rows cannot be told apart from here on; check its quotation marks")
    return [table[name].combine_chunks() for name in chosen]


def _raise_ragged(text: str, wanted: Wanted, line: int) -> None:
    """Raise for the first row of a text that has more or fewer cells than the header."""
    reader = csv.reader(_LINE.findall(text), delimiter=wanted.delimiter)
    begun = line
    for cells in reader:
        if cells:
            check_width(cells, wanted, begun)
        begun = line + reader.line_num
