"""Names as identifiers."""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["free_id", "slug"]


def slug(name: str) -> str:
    """Return a name as an identifier.

    Examples
    --------
    >>> slug("Tell Abyad - Ras al-Ayn strip")
    'tell-abyad-ras-al-ayn-strip'
    """
    from anyascii import anyascii  # noqa: PLC0415 - a lookup in zones already read needs no names

    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-") or "zone"


def free_id(base: str, taken: Collection[str]) -> str:
    """Return an identifier, with a number behind it if others have it.

    Examples
    --------
    >>> free_id("idlib", {"homs"}), free_id("idlib", {"idlib", "idlib-2"})
    ('idlib', 'idlib-3')
    """
    names = (base if number == 1 else f"{base}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
