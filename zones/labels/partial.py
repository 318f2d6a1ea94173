"""Writing a file under a name of its own until it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zones.labels.errors import LabelFileError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks; there two runs may disturb each other
    fcntl = None  # type: ignore[assignment]


def partial_path(target: Path) -> Path:
    """Return the name under which `target` is being made, in the same folder.

    It is the same for every run, so that what a killed run left behind is overwritten by the next.
    """
    return target.with_name(f".{target.name}.partial")


@contextmanager
def whole_file(target: Path) -> Iterator[Path]:
    """Give the path to write to, and move the file to `target` once the block has ended well.

    If it has not, the file is deleted; if the process is killed, it stays under its own name.

    Raises
    ------
    LabelFileError
        Another run is writing this very target, or the folder is not there.
    """
    path = partial_path(target)
    if not target.parent.is_dir():
        raise LabelFileError(target, "its folder does not exist; create it first")
    if target.is_dir():
        raise LabelFileError(target, "is a folder; expected the name of a file")
    with sole_writer(path, target) as handle:
        try:
            os.ftruncate(handle, 0)
            yield path
            os.fsync(handle)
            path.replace(target)
            sync_folder(target.parent)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def sole_writer(path: Path, target: Path) -> Iterator[int]:
    """Give an open handle of `path`, made if need be, that no other run holds at the same time."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(handle, target)
        yield handle
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where folders can be synced."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lock(handle: int, target: Path) -> None:
    if fcntl is None:  # pragma: no cover
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise LabelFileError(target, "another run is writing it; wait for that, or end it") from None
