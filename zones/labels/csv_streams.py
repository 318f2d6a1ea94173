"""CSV files in encodings in which a comma is not one byte, as streams of UTF-8, and back."""

from __future__ import annotations

import codecs
import io
from typing import Protocol

from zones.labels.csv_records import BLOCK
from zones.labels.csv_rows import Stream


class Sink(Protocol):
    """Where bytes go."""

    def write(self, data: bytes, /) -> object:
        """Take the next bytes."""


class Resumed(io.RawIOBase):
    """
    A stream from a place on, of which the first bytes have been read already.

    Parameters
    ----------
    head
        These bytes, from the place on.
    stream
        Where the others come from.
    encoding
        What they are in, if they shall come out in UTF-8 instead.
    """

    def __init__(self, head: bytes, stream: Stream, encoding: str | None = None) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)() if encoding else None
        self._left = self._recoded(head, final=False)

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes: no more than asked for, none at the end."""
        wanted = size if size >= 0 else BLOCK
        while len(self._left) < wanted:
            read = self._stream.read(max(wanted, BLOCK) if self._decoder else wanted - len(self._left))
            self._left += self._recoded(read, final=not read)
            if not read:
                break
        given, self._left = self._left[:wanted], self._left[wanted:]
        return given

    def _recoded(self, data: bytes, *, final: bool) -> bytes:
        return self._decoder.decode(data, final).encode() if self._decoder else data


class Recoded:
    """
    A sink for UTF-8 that writes another encoding.

    Parameters
    ----------
    sink
        Where the bytes go.
    encoding
        What they shall be in.
    """

    def __init__(self, sink: Sink, encoding: str) -> None:
        self._sink, self._encoding = sink, encoding
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def write(self, data: bytes, /) -> None:
        """Write the next bytes."""
        self._sink.write(self._decoder.decode(data).encode(self._encoding))
