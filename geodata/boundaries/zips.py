"""A zip unpacked without leaving its folder, within limits, whatever wrote it and however it parts its paths."""

from __future__ import annotations

import lzma
import re
import shutil
import stat
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from geodata.boundaries.errors import BoundariesError

MAX_BYTES = 100_000_000
"""Most bytes that a dataset may have, and all files of a zip together when unpacked; OCHA's have some four million."""

MAX_FILES = 2000
"""Most files that a zip or a folder may hold."""

MAX_RATIO = 200
"""Most times that a file of a zip may grow when it is unpacked; geographic files grow two to twentyfold."""

_DISTRUST = "do not trust this file; take it from its publisher"
# What comes out of a damaged zip, be it of offsets and names that no file can have.
_NO_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(ValueError, RuntimeError, IndexError),
)
_HOUSEKEEPING = {"__MACOSX", "$RECYCLE.BIN", "System Volume Information", "@eaDir"}
_DRIVE = re.compile(r"[A-Za-z]:")


def is_hidden(path: PurePosixPath | Path) -> bool:
    """
    Tell whether a path within a zip or folder is the system's own, and no file that somebody means to give.

    Examples
    --------
    >>> [is_hidden(PurePosixPath(name)) for name in ("__MACOSX/._a.shp", "usb/._a.gpkg", "syr/a.gpkg")]
    [True, True, False]
    """
    return any(
        part in _HOUSEKEEPING or (part.startswith(".") and part not in {".", ".."}) for part in path.parts
    )


def unpack(path: Path, folder: Path) -> None:
    """
    Unpack a zip without leaving the folder, and no more than the limits allow.

    Entries may be parted by backslashes, as some Windows programs write them. What the system keeps for itself
    (`is_hidden`) stays packed.

    Raises
    ------
    BoundariesError
        If it is no zip, asks for more than the limits allow, or for a place outside the folder.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(path, archive)
            _check_size(path, list(members.values()))
            for name, info in members.items():
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                # zipfile stops at the size that the directory declares, and checks the sum at the end.
                with archive.open(info) as packed, target.open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
    except BoundariesError:
        raise
    except OSError as error:
        problem = f"a zip that cannot be unpacked here ({error.strerror or error})"
        remedy = "unpack it yourself and give the folder, or download it again"
        raise BoundariesError(path, problem, remedy=remedy) from error
    except _NO_ZIP as error:
        problem = f"no zip that can be unpacked ({error})"
        raise BoundariesError(path, problem, remedy="download it again, or unpack it yourself") from error


def _members(path: Path, archive: zipfile.ZipFile) -> dict[PurePosixPath, zipfile.ZipInfo]:
    """Return the files to unpack by their paths, once it is sure that each of them stays in the folder."""
    members: dict[PurePosixPath, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        whole = info.filename.replace("\\", "/")
        name = PurePosixPath(whole)
        _check_stays(path, info, name)
        if whole.endswith("/") or is_hidden(name):
            continue
        if name in members:
            remedy = "unpack it yourself, and give the folder with the one that you mean"
            raise BoundariesError(path, "stands in the zip twice", feature=str(name), remedy=remedy)
        members[name] = info
    return members


def _check_stays(path: Path, info: zipfile.ZipInfo, name: PurePosixPath) -> None:
    """Raise if an entry would be written elsewhere than its name within the folder says."""
    if name.is_absolute():
        problem = "an absolute path, which leaves the zip"
    elif ".." in name.parts:
        problem = "a path that leaves the zip"
    elif any(_DRIVE.match(part) for part in name.parts):
        problem = "a path with a drive, which leaves the zip"
    elif stat.S_ISLNK(info.external_attr >> 16):
        problem = "a link in a zip"
    elif ":" in str(name):
        remedy = "unpack it yourself, rename it, and give the folder"
        problem = "a name with a colon, which not every system can have"
        raise BoundariesError(path, problem, feature=info.filename, remedy=remedy)
    else:
        return
    raise BoundariesError(path, problem, feature=info.filename, remedy=_DISTRUST)


def _check_size(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_FILES:
        problem = f"{len(members)} files, more than {MAX_FILES}"
        raise BoundariesError(path, problem, remedy="unpack what you need")
    total = sum(info.file_size for info in members)
    if total > MAX_BYTES:
        problem = f"{total:,} bytes when unpacked, more than {MAX_BYTES:,}"
        raise BoundariesError(path, problem, remedy="unpack what you need")
    for info in members:
        growth = info.file_size // max(info.compress_size, 1)
        if growth > MAX_RATIO and info.file_size > 1 << 20:
            problem = f"grows {growth}-fold when unpacked, more than {MAX_RATIO}"
            raise BoundariesError(path, problem, feature=info.filename, remedy=_DISTRUST)
