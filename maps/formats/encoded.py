"""What a format makes of a set of zones: bytes, and files that belong beside them."""

from __future__ import annotations

import os
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

    def files(self, path: str | os.PathLike[str]) -> dict[str | os.PathLike[str], bytes]:
        """Return all that is to be written, by path.

        Parameters
        ----------
        path
            Where the content goes.
        """
        return {path: self.content} | {f"{path}{suffix}": held for suffix, held in self.beside.items()}
