"""The texts in a folder."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from zones.errors import DocumentError
from zones.files.kinds import READ_ENDINGS
from zones.files.source import Piped, Source

__all__ = ["texts_in", "with_folders_opened"]

_log = logging.getLogger(__name__)
_BESIDE = (".review.toml", ".review.json")


def with_folders_opened(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return sources with the texts in a folder in its place.

    Raises
    ------
    DocumentError
        If a folder holds no text, or cannot be listed.
    """
    return tuple(_opened(sources))


def _opened(sources: Iterable[Source]) -> Iterator[Source]:
    for source in sources:
        if isinstance(source, Piped) or not source.is_dir():
            yield source
        else:
            yield from texts_in(source)


def texts_in(folder: Path) -> tuple[Path, ...]:
    """Return the texts in a folder, sorted by name; a folder in it is not opened.

    What is passed over is told by a warning: files of other kinds, and folders. ``sources.toml`` and review files
    belong to the texts and are none, nor is a file whose name begins with a dot.

    Raises
    ------
    DocumentError
        If it holds no text, or cannot be listed.
    """
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        raise DocumentError(folder, f"cannot be read: {error.strerror or error}") from None
    shown = [path for path in inside if not path.name.startswith((".", "~$", "__MACOSX"))]
    texts = [path for path in shown if path.suffix.casefold() in READ_ENDINGS and not path.is_dir()]
    other = [path.name for path in shown if path not in texts and not _belongs(path)]
    if not texts:
        told = f"; it holds {_listed(other)}" if other else ""
        raise DocumentError(
            folder,
            f"is a folder without texts{told}; expected files ending in {', '.join(sorted(READ_ENDINGS))}",
        )
    if other:
        _log.warning("%s: read %d texts; passed over, as no texts: %s", folder, len(texts), _listed(other))
    return tuple(texts)


def _belongs(path: Path) -> bool:
    return path.name == "sources.toml" or path.name.casefold().endswith(_BESIDE)


def _listed(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
