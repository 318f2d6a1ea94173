"""Files that appear whole or not at all: the one way in which this project writes what it keeps.

A file is written under a name of its own beside its place, hidden and ending in .partial, and gets its name when
all of it is on the disk. Its writer holds a lock on it, so that what a killed writer left is known by its being
locked by nobody; the next to write the same file deletes it.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks; there what a kill leaves stays
    fcntl = None  # type: ignore[assignment]

__all__ = ["locked", "sync_folder", "whole_file", "write_together", "write_whole"]

_NEW, _OURS = 0o666, 0o600  # rights of a file that was not there, and those that its writer needs meanwhile
_LONGEST = 200  # bytes of the final name in the partial one: with its own ending it must fit into 255


def write_whole(path: str | os.PathLike[str], content: bytes) -> Path:
    """Return a path after writing a file there: its old content stays until all of the new one is on disk.

    Parameters
    ----------
    path
        Where to write, in a folder that is there.
    content
        The whole file.

    Raises
    ------
    OSError
        If the path can't be written, or is something else than a file; then nothing has changed.
    """
    write_together({path: content})
    return Path(path)


def write_together(files: Mapping[str | os.PathLike[str], bytes]) -> None:
    """Write files that belong together: none gets its place before all are on disk; see `write_whole`."""
    with ExitStack() as begun:
        for path, content in files.items():
            begun.enter_context(whole_file(path)).write_bytes(content)


@contextmanager
def whole_file(path: str | os.PathLike[str], *, alone: bool = False) -> Iterator[Path]:
    """Give an empty file to write to, and move it to `path` once the block has ended well.

    If the block fails, the file is deleted. Two writers at a time do not disturb each other: the one that ends
    last has its file there. A link is followed; rights of a file that is replaced are kept, and are those of the new
    one while it is written.

    Parameters
    ----------
    path
        Where to write, in a folder that is there.
    alone
        Refuse to begin while another writes the same file.

    Raises
    ------
    OSError
        If the path can't be written; it names the path.
    """
    target = _place(Path(path))
    if _clear(target) and alone:
        raise BlockingIOError(errno.EAGAIN, "another run is writing it; wait for that, or end it", str(path))
    rights = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    partial = target.with_name(f"{_stem(target)}.{os.urandom(4).hex()}.partial")
    try:
        try:
            with _held(partial, _NEW if rights is None else rights) as held:
                yield partial
                os.fsync(held.fileno())
                if rights is not None:
                    partial.chmod(rights)
                if fcntl is None:  # pragma: no cover - Windows does not move an open file
                    held.close()
                partial.replace(target)
        except BaseException:  # a signal while the file is being made included
            partial.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
    except OSError as error:
        if not error.errno or not str(error.filename or ".partial").endswith(".partial"):
            raise  # it is told in words already, or is not of this file
        raise OSError(error.errno, os.strerror(error.errno), str(path)) from error


@contextmanager
def locked(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold a folder, against others who ask for the same, where folders can be locked.

    Raises
    ------
    BlockingIOError
        If another holds it and `wait` is not set.
    """
    if fcntl is None:  # pragma: no cover
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle, wait=wait)
        yield
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make new names in a folder last through a power cut, where folders can be synced."""
    if fcntl is None:  # pragma: no cover
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _place(path: Path) -> Path:
    """Return where a path leads, if a file may stand there."""
    folder = os.path.realpath(path.parent)
    # What /dev/stdout leads to may be a file, which the shell holds open; to replace it would lose the rest.
    device = folder == "/dev" or folder.startswith("/proc/")
    target = Path(os.path.realpath(path))
    if device or (target.exists() and not target.is_file()):
        kind = "a folder" if target.is_dir() else "no ordinary file"
        raise IsADirectoryError(0, f"it is {kind}; name a file", str(path))
    return target


def _held(partial: Path, rights: int) -> BinaryIO:
    """Return the handle of a new file that nobody may do more with, which is locked as long as it is open."""
    while True:
        held = os.fdopen(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, rights | _OURS), "r+b")
        if fcntl is not None:
            _lock(held.fileno(), wait=True)
        if partial.exists():
            return held
        held.close()  # another took it for a dead one before it was locked


def _clear(target: Path) -> bool:
    """Delete what killed writers of a file have left, and tell whether there are others, who live."""
    alive = False
    for left in _begun(target):
        with suppress(OSError), left.open("r+b") as file:
            try:
                _lock(file.fileno(), wait=False, always=True)
            except BlockingIOError:
                alive = True
            else:
                left.unlink()
    return alive


def _begun(target: Path) -> list[Path]:
    stem, length = _stem(target), len("..partial") + 8
    if fcntl is None:  # pragma: no cover
        return []
    try:
        with os.scandir(target.parent) as entries:
            return [
                Path(entry.path)
                for entry in entries
                if entry.name.endswith(".partial")
                and entry.name[:-length] == stem
                and entry.is_file(follow_symlinks=False)
            ]
    except OSError:  # a folder that is not there, or not to be listed
        return []


def _stem(target: Path) -> str:
    return "." + target.name.encode("utf-8", "surrogateescape")[:_LONGEST].decode("utf-8", "ignore")


def _lock(handle: int, *, wait: bool, always: bool = False) -> None:
    """Lock an open file or folder; where the file system has no locks, do without unless it must be."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        if always:
            raise
