"""Small text files that people or programs write by hand: read whole, or refused in words."""

from __future__ import annotations

from pathlib import Path

from geodata.foreign import TooMuchError, bytes_within
from zones.errors import ZonesError

__all__ = ["small_text"]


def small_text(path: Path, most_bytes: int, error: type[ZonesError], *, expected: str) -> str:
    """Return the text of a UTF-8 file.

    Parameters
    ----------
    path
        The file.
    most_bytes
        A larger file is refused unread.
    error
        What to raise.
    expected
        What file to name instead, where there is none.

    Raises
    ------
    ZonesError
        Of the kind given, if the file is missing, too large, or not UTF-8.
    """
    try:
        return bytes_within(path, most_bytes).decode("utf-8-sig")
    except TooMuchError as problem:
        raise error(f"{path}: {problem}") from None
    except FileNotFoundError:
        raise error(f"{path}: no such file; name {expected}") from None
    except OSError as problem:
        raise error(f"{path}: cannot be read: {problem.strerror or problem}") from None
    except UnicodeDecodeError as problem:
        raise error(f"{path}: is not UTF-8 (byte {problem.start}); save it as UTF-8") from None
