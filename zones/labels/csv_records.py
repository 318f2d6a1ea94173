"""The rows of a CSV file as the bytes that they are, with the cells of a few columns taken out of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pyarrow as pa
import pyarrow.csv as pcsv
from numpy.typing import NDArray

from zones.labels.errors import LabelError

BLOCK = 1 << 21
_LONGEST_ROW = 1 << 24
"""Bytes without the end of a row after which quotation marks are doubted."""

_ROWS = 1 << 15
_LF, _CR, _QUOTE = b"\n"[0], b"\r"[0], b'"'[0]
_PHYSICAL = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_END = re.compile(r"(?:\r\n|\n|\r)\Z")

Places = NDArray[np.intp]


class Stream(Protocol):
    """Where bytes come from."""

    def read(self, size: int = ..., /) -> bytes:
        """Return the next bytes, none at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    What to take out of each row.

    Attributes
    ----------
    columns
        Positions of the columns wanted.
    width
        How many cells a row has.
    delimiter
        What parts them.
    """

    columns: tuple[int, ...]
    width: int
    delimiter: str


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
            yield from _one_by_one(block, stream, wanted, line)
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
    return _made(rows, ends, pa.array(cut.line + line), cells)


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
            _check_width(cells, wanted, begun)
        begun = line + reader.line_num


def _check_width(cells: Sequence[str], wanted: Wanted, line: int) -> None:
    if len(cells) != wanted.width:
        remedy = f"; a cell that holds {wanted.delimiter!r} needs quotation marks round it"
        more = remedy if len(cells) > wanted.width else ""
        raise LabelError(f"line {line}: Expected {wanted.width} columns, got {len(cells)}{more}")


def _made(rows: pa.Array, ends: pa.Array, lines: pa.Array, cells: list[pa.Array]) -> pa.RecordBatch:
    names = ["row", "end", "line", *(str(number) for number in range(len(cells)))]
    return pa.RecordBatch.from_arrays([rows, ends, lines, *cells], names=names)


class _Lines:
    """Physical lines of a stream as text of one letter a byte; remembers those that were taken."""

    def __init__(self, block: bytes, stream: Stream) -> None:
        self._left, self._stream = block.decode("latin-1"), stream
        self._ready: list[str] = []
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        while not self._ready:
            if not self._more():
                self.ended = True
                raise StopIteration
        line = self._ready.pop()
        self.taken.append(line)
        return line

    def _more(self) -> bool:
        read = self._stream.read(BLOCK).decode("latin-1")
        text = self._left + read
        # A CR at the end may be the first half of a CRLF.
        held = len(text) - 1 if read and text.endswith("\r") else len(text)
        lines = _PHYSICAL.findall(text, 0, held)
        self._left = text[sum(map(len, lines)) :]
        if not read and self._left:
            lines.append(self._left)
            self._left = ""
        self._ready = lines[::-1]
        return bool(read or lines)


def _one_by_one(block: bytes, stream: Stream, wanted: Wanted, line: int) -> Iterator[pa.RecordBatch]:
    lines = _Lines(block, stream)
    reader = csv.reader(lines, delimiter=wanted.delimiter)
    held: list[tuple[str, str, int, list[str]]] = []
    begun, before = line, ""
    try:
        for cells in reader:
            raw = before + "".join(lines.taken)
            lines.taken.clear()
            if lines.ended:  # which Python's reader finds out only within a quoted cell
                raise LabelError(f"line {begun}: a quotation mark opens there, and none closes it")
            if not cells:
                before = _after_empty(held, raw)
            else:
                _check_width(cells, wanted, begun)
                end = _END.search(raw)
                text = raw[: end.start()] if end else raw
                if len(held) >= _ROWS:
                    yield _held(held, wanted)
                    held = []
                held.append((text, end.group() if end else "", begun, [cells[at] for at in wanted.columns]))
                before = ""
            begun = line + reader.line_num
    except csv.Error as error:
        raise LabelError(f"line {begun}: {error}") from error
    if held:
        yield _held(held, wanted)


def _after_empty(held: list[tuple[str, str, int, list[str]]], raw: str) -> str:
    """Put an empty line behind the row before it; return it where there is none yet."""
    if not held:
        return raw
    text, end, line, cells = held[-1]
    held[-1] = (text, end + raw, line, cells)
    return ""


def _held(held: list[tuple[str, str, int, list[str]]], wanted: Wanted) -> pa.RecordBatch:
    rows, ends, lines, cells = zip(*held, strict=True)
    columns = [
        pa.array([one[at].encode("latin-1") for one in cells], pa.binary())
        for at in range(len(wanted.columns))
    ]
    return _made(
        pa.array([row.encode("latin-1") for row in rows], pa.binary()),
        pa.array([end.encode("latin-1") for end in ends], pa.binary()),
        pa.array(lines, pa.int64()),
        columns,
    )
