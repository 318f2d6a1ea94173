"""The rows of a CSV file one by one, where its quotation marks do not tell them apart."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pyarrow as pa

from zones.labels.csv_rows import Stream, Wanted, check_width, made
from zones.labels.errors import LabelError

_ROWS = 1 << 15
_LONGEST = 1 << 25
_PHYSICAL = re.compile(r"(?<![^\r\n])[^\r\n]*+(?:\r\n|\n|\r)")
_END = re.compile(r"(?:\r\n|\n|\r)\Z")


def rows_one_by_one(
    read: bytes, stream: Stream, wanted: Wanted, *, line: int, block: int
) -> Iterator[pa.RecordBatch]:
    """
    Yield the rows as Python's reader finds them, wherever quotation marks stand; see `records`.

    Parameters
    ----------
    read
        What has been read of the stream, from the beginning of a row on.
    stream
        What comes after that.
    wanted
        The cells to take out.
    line
        The line on which the row begins.
    block
        How many bytes to read at a time.

    Raises
    ------
    LabelError
        If a row has more or fewer cells than the header, or a quotation mark is never closed.
    """
    lines = _Lines(read, stream, block)
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
                check_width(cells, wanted, begun)
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


class _Lines:
    """Physical lines of a stream as text of one letter a byte; remembers those that were taken."""

    def __init__(self, read: bytes, stream: Stream, block: int) -> None:
        self._left, self._stream, self._block = read.decode("latin-1"), stream, block
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
        if len(self._left) > _LONGEST:
            raise LabelError(f"a line has more than {_LONGEST:,} bytes; expected a line end after each row")
        read = self._stream.read(self._block).decode("latin-1")
        text = self._left + read
        # A CR at the end may be the first half of a CRLF.
        held = len(text) - 1 if read and text.endswith("\r") else len(text)
        whole = max(text.rfind("\n", 0, held), text.rfind("\r", 0, held)) + 1
        lines = _PHYSICAL.findall(text, 0, whole)
        self._left = text[whole:]
        if not read and self._left:
            lines.append(self._left)
            self._left = ""
        self._ready = lines[::-1]
        return bool(read or lines)


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
    return made(
        pa.array([row.encode("latin-1") for row in rows], pa.binary()),
        pa.array([end.encode("latin-1") for end in ends], pa.binary()),
        pa.array(lines, pa.int64()),
        columns,
    )
