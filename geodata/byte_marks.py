"""The mark with which Unicode text may begin, and the encoding that it tells."""

from __future__ import annotations

import codecs

__all__ = ["byte_order_mark"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def byte_order_mark(head: bytes) -> tuple[bytes, str] | None:
    """
    Return the mark that bytes begin with and the encoding that it tells, as Python names it; None without one.

    Examples
    --------
    >>> byte_order_mark("a".encode("utf-16"))[1], byte_order_mark(b"a")
    ('utf-16-le', None)
    """
    return next(((mark, name) for mark, name in _MARKS if head.startswith(mark)), None)
