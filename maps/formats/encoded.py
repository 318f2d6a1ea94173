"""What a format makes of a set of zones: bytes, and files that belong beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Encoded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A file's content.

    Parameters
    ----------
    content
        Its bytes.
    beside
        Content of files that go with it, by what is put after its name.
    """

    content: bytes
    beside: Mapping[str, bytes] = field(default_factory=dict)
