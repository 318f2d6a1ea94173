"""Where a text comes from: a file, or bytes that were piped in or pasted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zones.errors import DocumentError

__all__ = ["MOST_BYTES", "Piped", "Source", "content", "where"]

MOST_BYTES = 20_000_000
"""A file larger than this is refused: no article is as long."""
_MOST = f"expected at most {MOST_BYTES:,}. Split it into articles, one a file"


@dataclass(frozen=True, slots=True)
class Piped:
    """A text without a file: what came through a pipe, or was pasted.

    Parameters
    ----------
    content
        Its bytes.
    name
        What to call it; the document's id is made of it.
    """

    content: bytes
    name: str = "standard-input"


Source = Path | Piped
"""A file, or bytes without one."""


def where(source: Source) -> Path:
    """Return the path by which messages name a source."""
    return Path(source.name) if isinstance(source, Piped) else source


def content(source: Source) -> bytes:
    """Return the bytes of a source.

    Raises
    ------
    DocumentError
        If there is no such file, it cannot be read, is a folder, empty, or larger than `MOST_BYTES`.
    """
    raw = source.content if isinstance(source, Piped) else _of_file(source)
    if len(raw) > MOST_BYTES:
        raise DocumentError(where(source), f"has more than {MOST_BYTES:,} bytes; {_MOST}")
    if not raw.strip():
        raise DocumentError(where(source), "is empty; expected the text of an article")
    return raw


def _of_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(path, "is a folder; name the text files in it")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise DocumentError(path, f"has {size:,} bytes; {_MOST}")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)  # a pipe has no size
    except FileNotFoundError:
        raise DocumentError(
            path, "no such file; name a text file, or none for the built-in documents"
        ) from None
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {error.strerror or error}") from None
