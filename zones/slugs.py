"""Names as identifiers."""

from __future__ import annotations

import re

__all__ = ["slug"]


def slug(name: str) -> str:
    """Return a name as an identifier.

    Examples
    --------
    >>> slug("Tell Abyad - Ras al-Ayn strip")
    'tell-abyad-ras-al-ayn-strip'
    """
    from anyascii import anyascii  # noqa: PLC0415 - a lookup in zones already read needs no names

    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-") or "zone"
