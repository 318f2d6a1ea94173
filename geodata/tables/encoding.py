"""Which bytes of a table stand for which letters: told by the table, or found and said so, or refused."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from geodata.byte_marks import byte_order_mark
from geodata.errors import GeodataError

_OLD = ("cp1252", "cp1256")
"""Encodings of Windows in which tables about Syria come: Western European and Arabic."""

_NAMES = {"cp1252": "Windows-1252", "cp1256": "Windows-1256"}
_REMEDY = "save it as UTF-8 (in Excel: CSV UTF-8)"
_SAMPLE = 1 << 16


class TableTextError(GeodataError, ValueError):
    """Bytes that are no table as text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """
    How letters are stored.

    Attributes
    ----------
    name
        As Python names it: "utf-8", "utf-16-le", "cp1256".
    mark
        The byte order mark that the table begins with, possibly none.
    note
        How it was found, where the table itself does not tell; None where it does.
    """

    name: str
    mark: bytes = b""
    note: str | None = None

    @property
    def keeps_ascii(self) -> bool:
        """Whether commas, quotation marks and line ends are the bytes that they are in ASCII."""
        return not self.name.startswith(("utf-16", "utf-32"))


def encoding_of(head: bytes, *, whole: bool = False) -> Encoding:
    r"""
    Return the encoding of a table.

    Parameters
    ----------
    head
        Its first bytes.
    whole
        Whether these are all of it; else it may end amid a letter.

    Raises
    ------
    TableTextError
        If it is none that is known for sure, or no text.

    Examples
    --------
    >>> encoding_of("\ufeffname;lat".encode()).mark, encoding_of("a,b".encode("utf-16")).name
    (b'\xef\xbb\xbf', 'utf-16-le')
    >>> encoding_of("الاسم;lat;lon".encode("cp1256"), whole=True).note
    'is not UTF-8; read as Windows-1256, which fits its letters best'
    """
    marked = byte_order_mark(head)
    if marked is not None:
        return Encoding(mark=marked[0], name=marked[1])
    if b"\0" in head:
        raise TableTextError(f"no text, or UTF-16 without its mark; {_REMEDY}")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head, final=whole)
    except UnicodeDecodeError as error:
        return _old(head, error)
    return Encoding(name="utf-8")


def _old(head: bytes, error: UnicodeDecodeError) -> Encoding:
    """Return the encoding of Windows that fits best, unless most of the letters are UTF-8."""
    letters = [letter for letter in head.decode("utf-8", "replace") if not letter.isascii()]
    if letters.count("\ufffd") * 2 < len(letters):
        problem = f"UTF-8 for the most part, and not at byte {error.start}"
        raise TableTextError(f"{problem}; correct that, or {_REMEDY}")
    from charset_normalizer import from_bytes  # noqa: PLC0415 - tables in UTF-8 need none

    # A few words among many numbers say little: the lines with other letters are what can tell.
    telling = [line for line in head.splitlines() if not line.isascii()]
    best = from_bytes(b"\n".join(telling)[:_SAMPLE], cp_isolation=[*_OLD], enable_fallback=False).best()
    if best is None or best.encoding not in _NAMES:
        problem = f"not UTF-8 at byte {error.start}, and no encoding is known that fits"
        raise TableTextError(f"{problem}; {_REMEDY}")
    note = f"is not UTF-8; read as {_NAMES[best.encoding]}, which fits its letters best"
    return Encoding(name=best.encoding, note=note)
