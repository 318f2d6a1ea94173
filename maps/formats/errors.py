"""Errors of writing files."""

from __future__ import annotations

from zones.errors import ZonesError

__all__ = ["FormatError"]


class FormatError(ZonesError, ValueError):
    """A file name that stands for no format, or a layer that the format cannot hold.

    Parameters
    ----------
    message
        What came.
    known
        What would do; kept as an attribute.
    """

    def __init__(self, message: str, *, known: tuple[str, ...]) -> None:
        super().__init__(f"{message}; expected one of {', '.join(known)}")
        self.known = known
