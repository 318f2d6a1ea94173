"""From a path to the datasets in it: one file, a folder of them, or a zip, within limits."""

from __future__ import annotations

import hashlib
import lzma
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from geodata.boundaries.errors import BoundariesError

MAX_BYTES = 1 << 30
"""Most bytes that a dataset may have, and all files of a zip together when unpacked."""

MAX_FILES = 2000
"""Most files that a zip or a folder may hold."""

MAX_RATIO = 200
"""Most times that a file of a zip may grow when it is unpacked; geographic files grow two to twentyfold."""

FORMATS = {
    ".gpkg": "GeoPackage",
    ".shp": "shapefile",
    ".gdb": "file geodatabase",
    ".parquet": "GeoParquet",
    ".geoparquet": "GeoParquet",
    ".geojson": "GeoJSON",
    ".json": "GeoJSON",
    ".fgb": "FlatGeobuf",
}
"""Suffixes of the formats that can be read, the preferred first where a folder has a file in several."""

_SIGNATURES = {".gpkg": b"SQLite format 3\0", ".shp": b"\0\0\x27\x0a", ".fgb": b"fgb\x03fgb"}
_HEAD = 16
_NAMES = ", ".join(dict.fromkeys(FORMATS.values()))
_DISTRUST = "do not trust this file; take it from its publisher"
# What comes out of a damaged zip, be it of offsets and names that no file can have.
_NO_ZIP = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(ValueError, RuntimeError, IndexError),
)
_SIDECARS = (".shp", ".shx", ".dbf", ".prj", ".cpg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """
    A dataset on disk.

    Attributes
    ----------
    path
        The file, or the folder of a file geodatabase.
    name
        Its name within what the user gave.
    """

    path: Path
    name: str

    @property
    def format(self) -> str:
        """The name of its format."""
        return FORMATS[self.path.suffix.lower()]

    @property
    def address(self) -> Path:
        """Its path from the root, which no library takes for the address of a host (``http:/x``)."""
        return self.path.absolute()

    @property
    def signed(self) -> bool:
        """
        Whether its first bytes are its format's.

        GDAL goes by content, not by name, and some of its formats are texts that name files to open and addresses
        to fetch. None of these looks behind a NUL, which must come early here.
        """
        if self.path.suffix.lower() == ".gdb":
            return self.path.is_dir()
        with self.path.open("rb") as file:
            head = file.read(_HEAD)
        return head.startswith(_SIGNATURES[self.path.suffix.lower()]) and b"\0" in head


@contextmanager
def datasets_of(path: Path) -> Iterator[tuple[Dataset, ...]]:
    """
    Yield the datasets of a file, folder or zip; what is unpacked from a zip is gone afterwards.

    Raises
    ------
    BoundariesError
        If there is no such file, none of a known format in it, or more than the limits allow.
    """
    if not path.exists():
        raise BoundariesError(path, "no such file or folder", remedy="check the path")
    if path.suffix.lower() == ".zip":
        _check_size(path, path)
        with tempfile.TemporaryDirectory(prefix="boundaries-") as folder:
            _unpack(path, Path(folder))
            yield _within(path, Path(folder))
    elif path.is_dir() and path.suffix.lower() != ".gdb":
        yield _within(path, path)
    elif path.suffix.lower() in FORMATS:
        _check_size(path, path)
        yield (Dataset(path=path, name=path.name),)
    else:
        remedy = f"expected {_NAMES}, or a zip or folder of these"
        raise BoundariesError(path, f"a file of unknown format {path.suffix!r}", remedy=remedy)


def digest(path: Path, dataset: Dataset) -> str:
    """
    Return the sha256 that identifies what was read.

    For a single file or a zip it is that file's own. A shapefile or geodatabase is several files: it is that
    of the list that ``sha256sum`` prints for them, sorted by name.
    """
    if path.is_file() and path.suffix.lower() != ".shp":
        return _sha256(path)
    own = dataset.path
    if own.is_dir():
        files = sorted(file for file in own.iterdir() if file.is_file() and file.suffix != ".lock")
    elif own.suffix.lower() == ".shp":
        files = sorted(file for file in own.parent.glob(f"{own.stem}.*") if file.suffix.lower() in _SIDECARS)
    else:
        return _sha256(own)
    listing = "".join(f"{_sha256(file)}  {file.name}\n" for file in files)
    return hashlib.sha256(listing.encode()).hexdigest()


def _within(path: Path, folder: Path) -> tuple[Dataset, ...]:
    found: list[Dataset] = []
    files = sorted(islice(folder.rglob("*"), MAX_FILES + 1))
    if len(files) > MAX_FILES:
        remedy = "name the file with the sub-districts itself"
        raise BoundariesError(path, f"more than {MAX_FILES} files", remedy=remedy)
    for file in files:
        inside_gdb = any(above.suffix.lower() == ".gdb" for above in file.relative_to(folder).parents)
        wanted = file.suffix.lower() in FORMATS and (file.is_file() or file.suffix.lower() == ".gdb")
        if wanted and not inside_gdb:
            _check_size(path, file)
            found.append(Dataset(path=file, name=str(file.relative_to(folder))))
    if not found:
        inner = next((file.name for file in folder.rglob("*.zip")), None)
        remedy = f"give the zip {inner} in it instead" if inner else f"expected {_NAMES}"
        raise BoundariesError(path, "no file of a known format in it", remedy=remedy)
    return tuple(found)


def _check_size(path: Path, file: Path) -> None:
    own = [inner for inner in file.iterdir() if inner.is_file()] if file.is_dir() else [file]
    size = sum(inner.stat().st_size for inner in own)
    if size > MAX_BYTES:
        raise BoundariesError(
            path,
            f"{size:,} bytes, more than {MAX_BYTES:,}",
            feature=file.name,
            remedy="bring a file of the sub-districts alone, or simplify it",
        )


def _unpack(path: Path, folder: Path) -> None:
    """Unpack a zip without leaving the folder, and no more than the limits allow."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [info for info in archive.infolist() if not info.is_dir()]
            _check_members(path, members)
            for info in members:
                target = folder / PurePosixPath(info.filename)
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


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_FILES:
        problem = f"{len(members)} files, more than {MAX_FILES}"
        raise BoundariesError(path, problem, remedy="unpack what you need")
    total = sum(info.file_size for info in members)
    if total > MAX_BYTES:
        problem = f"{total:,} bytes when unpacked, more than {MAX_BYTES:,}"
        raise BoundariesError(path, problem, remedy="unpack what you need")
    for info in members:
        name = PurePosixPath(info.filename)
        if name.is_absolute() or ".." in name.parts or "\\" in info.filename or ":" in info.filename:
            raise BoundariesError(path, "a path that leaves the zip", feature=info.filename, remedy=_DISTRUST)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise BoundariesError(path, "a link in a zip", feature=info.filename, remedy=_DISTRUST)
        growth = info.file_size // max(info.compress_size, 1)
        if growth > MAX_RATIO and info.file_size > 1 << 20:
            problem = f"grows {growth}-fold when unpacked, more than {MAX_RATIO}"
            raise BoundariesError(path, problem, feature=info.filename, remedy=_DISTRUST)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
