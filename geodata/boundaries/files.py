"""From a path to the datasets in it: one file, a folder of them, or a zip, within limits."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from geodata.boundaries import zips
from geodata.boundaries.errors import BoundariesError

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

SIDECARS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
"""Suffixes of the files that make up a Shapefile."""

_SIGNATURES = {".gpkg": b"SQLite format 3\0", ".shp": b"\0\0\x27\x0a", ".fgb": b"fgb\x03fgb"}
_HEAD = 16
_NAMES = ", ".join(dict.fromkeys(FORMATS.values()))
_APPLE_DOUBLE = b"\0\5\x16\x07"


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
            zips.unpack(path, Path(folder))
            yield _within(path, Path(folder))
    elif path.is_dir() and path.suffix.lower() != ".gdb":
        yield _within(path, path)
    elif path.suffix.lower() in FORMATS:
        _check_size(path, path)
        _check_data(path)
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
        files = sorted(file for file in own.iterdir() if _is_kept(file))
    elif own.suffix.lower() == ".shp":
        files = sorted(file for file in own.parent.glob(f"{own.stem}.*") if file.suffix.lower() in SIDECARS)
    else:
        return _sha256(own)
    listing = "".join(f"{_sha256(file)}  {file.name}\n" for file in files)
    return hashlib.sha256(listing.encode()).hexdigest()


def _is_kept(file: Path) -> bool:
    """Tell whether a file in the folder of a geodatabase is part of it."""
    return file.is_file() and file.suffix != ".lock" and not file.name.startswith(".")


def _within(path: Path, folder: Path) -> tuple[Dataset, ...]:
    found: list[Dataset] = []
    files = sorted(islice(folder.rglob("*"), zips.MAX_FILES + 1))
    if len(files) > zips.MAX_FILES:
        remedy = "name the file with the sub-districts itself"
        raise BoundariesError(path, f"more than {zips.MAX_FILES} files", remedy=remedy)
    seen = [file for file in files if not zips.is_hidden(file.relative_to(folder))]
    for file in seen:
        inside_gdb = any(above.suffix.lower() == ".gdb" for above in file.relative_to(folder).parents)
        wanted = file.suffix.lower() in FORMATS and (file.is_file() or file.suffix.lower() == ".gdb")
        if wanted and not inside_gdb:
            _check_size(path, file)
            found.append(Dataset(path=file, name=str(file.relative_to(folder))))
    if not found:
        raise BoundariesError(path, "no file of a known format in it", remedy=_instead(files, seen))
    return tuple(found)


def _instead(files: list[Path], seen: list[Path]) -> str:
    """Return what to give instead of a folder in which there is nothing to read."""
    inner = next((file.name for file in seen if file.suffix.lower() == ".zip"), None)
    if inner is not None:
        return f"give the zip {inner} in it instead"
    hidden = next((file.name for file in files if file.suffix.lower() in FORMATS), None)
    aside = f" ({hidden} is hidden, and left aside; name it itself if it is the one)" if hidden else ""
    return f"expected {_NAMES}{aside}"


def _check_data(path: Path) -> None:
    """Raise if a file is what macOS writes beside another one on a disk that is not its own."""
    if path.is_file():
        with path.open("rb") as file:
            head = file.read(len(_APPLE_DOUBLE))
        if head == _APPLE_DOUBLE:
            problem = "holds what macOS notes about another file (AppleDouble), and no map"
            raise BoundariesError(path, problem, remedy=f"give {path.name.removeprefix('._')} itself")


def _check_size(path: Path, file: Path) -> None:
    own = [inner for inner in file.iterdir() if inner.is_file()] if file.is_dir() else [file]
    size = sum(inner.stat().st_size for inner in own)
    if size > zips.MAX_BYTES:
        raise BoundariesError(
            path,
            f"{size:,} bytes, more than {zips.MAX_BYTES:,}",
            feature=file.name,
            remedy="bring a file of the sub-districts alone, or simplify it",
        )


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
