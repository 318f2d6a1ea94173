"""The registry of files that can be fetched, and what a cache folder holds of them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from geodata.atomic import locked, write_whole
from geodata.errors import GeodataError
from geodata.foreign import MOST_TOML_BYTES, bytes_within, parsed_json

Status = Literal["absent", "good", "changed", "unrecorded"]

RECORD = "fetched.json"
"""File of the cache folder with the sha256 of each file when it was fetched."""


_AGAIN = "delete it and fetch again"


class DownloadError(GeodataError, OSError):
    """
    A file that could not be fetched.

    Attributes
    ----------
    id
        The file's id in the registry.
    url
        Where it was asked for.
    transient
        Whether trying again may help.
    """

    def __init__(self, id: str, url: str, problem: str, *, remedy: str, transient: bool) -> None:  # noqa: A002
        self.id = id
        self.url = url
        self.transient = transient
        super().__init__(f"{id} ({url}): {problem}; {remedy}")


class UnknownDownloadError(GeodataError, LookupError):
    """An id that the registry does not have."""

    def __init__(self, id: str, *, known: tuple[str, ...]) -> None:  # noqa: A002
        self.id = id
        self.known = known
        super().__init__(f"nothing to fetch is called {id!r}; expected one of {', '.join(known)}")


class RegistryError(GeodataError, ValueError):
    """A registry that does not say what it should."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """
    A file that can be fetched.

    Attributes
    ----------
    id, title
        What it is called.
    url, filename
        Where it is, and its name in the cache folder.
    licence, attribution, page
        What may be done with it, whom to name, and where people can read about it.
    sha256, bytes
        As its publisher states them; None if it does not.
    """

    id: str
    title: str
    url: str
    filename: str
    licence: str
    attribution: str
    page: str
    sha256: str | None = None
    bytes: int | None = None

    def __post_init__(self) -> None:
        """Refuse what could be written outside the cache or could never be checked."""
        if urlsplit(self.url).scheme not in {"http", "https"}:
            raise RegistryError(f"{self.id}: {self.url!r} is no http or https address")
        if Path(self.filename).name != self.filename or self.filename in {"", ".", "..", RECORD}:
            raise RegistryError(f"{self.id}: {self.filename!r} is no plain file name")
        if self.sha256 is not None and not re.fullmatch(r"[0-9a-f]{64}", self.sha256):
            raise RegistryError(f"{self.id}: {self.sha256!r} is no sha256; expected 64 hexadecimal digits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """
    What a cache folder holds of a file.

    Attributes
    ----------
    download, path
        The file, and where it is or would be.
    status
        ``absent``; ``good``: the bytes that were fetched, or that the publisher states; ``changed``: other
        bytes; ``unrecorded``: there, but nobody stated or recorded its sha256.
    sha256
        Of what is there; None if nothing is.
    """

    download: Download
    path: Path
    status: Status
    sha256: str | None


def registry(path: Path | None = None) -> tuple[Download, ...]:
    """
    Return the files that can be fetched.

    Parameters
    ----------
    path
        A registry in TOML; that of this package by default.

    Examples
    --------
    >>> [download.id for download in registry()][-1]
    'cod-ab-syr'
    """
    own = files("geodata").joinpath("downloads.toml")
    text = own.read_text(encoding="utf-8") if path is None else path.read_text(encoding="utf-8")
    try:
        found = tuple(Download(**row) for row in tomllib.loads(text).get("file", []))
    except (tomllib.TOMLDecodeError, TypeError) as error:
        raise RegistryError(f"{path or 'downloads.toml'}: {error}") from error
    if len({d.id for d in found}) != len(found) or len({d.filename for d in found}) != len(found):
        raise RegistryError(f"{path or 'downloads.toml'}: an id or file name stands twice")
    return found


def find(id: str, downloads: Sequence[Download] | None = None) -> Download:  # noqa: A002
    """Return the file with this id, or raise `UnknownDownloadError`."""
    known = registry() if downloads is None else downloads
    for download in known:
        if download.id == id:
            return download
    raise UnknownDownloadError(id, known=tuple(download.id for download in known))


def cache_folder() -> Path:
    """Return the folder for fetched files: ZONEMAP_DATA if that is set, or the user's cache."""
    told = os.environ.get("ZONEMAP_DATA")
    if told:
        return Path(told)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "deescalation-zones/boundaries"


def held(download: Download, folder: Path, record: Mapping[str, str] | None = None) -> Held:
    """Return what a folder holds of a file, by its bytes."""
    path = folder / download.filename
    if not path.is_file():
        return Held(download=download, path=path, status="absent", sha256=None)
    found = sha256_of(path)
    expected = download.sha256 or (recorded(folder) if record is None else record).get(download.id)
    status: Status = "unrecorded" if expected is None else "good" if found == expected else "changed"
    return Held(download=download, path=path, status=status, sha256=found)


def verify(folder: Path | None = None, downloads: Sequence[Download] | None = None) -> tuple[Held, ...]:
    """Return what the cache folder holds of each file of the registry."""
    place = cache_folder() if folder is None else folder
    record = recorded(place)
    return tuple(held(d, place, record) for d in (registry() if downloads is None else downloads))


def recorded(folder: Path) -> dict[str, str]:
    """Return the sha256 of each file when it was fetched, by id; empty if nothing is recorded."""
    try:
        rows = parsed_json(bytes_within(folder / RECORD, MOST_TOML_BYTES))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise RegistryError(f"{folder / RECORD}: not readable ({error}); {_AGAIN}") from error
    if not isinstance(rows, dict):
        raise RegistryError(f"{folder / RECORD}: holds no object of ids and hashes; {_AGAIN}")
    return {str(key): str(value) for key, value in rows.items()}


def note(download: Download, folder: Path, sha256: str) -> None:
    """Record the sha256 of a file that was just fetched, beside what others record meanwhile."""
    with locked(folder, wait=True):
        rows = recorded(folder) | {download.id: sha256}
        write_whole(folder / RECORD, (json.dumps(dict(sorted(rows.items())), indent=1) + "\n").encode())


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
