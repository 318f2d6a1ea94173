"""Where a text comes from: a file, or bytes that were piped in or pasted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.foreign import TooMuchError, bytes_within
from zones.errors import DocumentError

__all__ = ["MOST_BYTES", "Piped", "Source", "content", "where"]

MOST_BYTES = 20_000_000
"""A file larger than this is refused: no article is as long."""
_SPLIT = "Split it into articles, one a file"


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
        problem = f"has more than {MOST_BYTES:,} bytes; expected at most so many. {_SPLIT}"
        raise DocumentError(where(source), problem)
    if not raw.strip():
        raise DocumentError(where(source), "is empty; expected the text of an article")
    return raw


def _of_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(path, "is a folder; name the text files in it")
        return bytes_within(path, MOST_BYTES)
    except TooMuchError as error:
        raise DocumentError(path, f"{error}. {_SPLIT}") from None
    except FileNotFoundError:
        raise DocumentError(
            path, "no such file; name a text file, or none for the built-in documents"
        ) from None
    except OSError as error:
        raise DocumentError(path, f"cannot be read: {error.strerror or error}") from None
