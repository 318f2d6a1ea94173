"""
Fetching boundaries from their publishers: never a half file, never other bytes than were stated.

A file is written beside its place, checked, and then moved; what is already there stays until the new one is good.
"""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from geodata.atomic import whole_file
from geodata.downloads import (
    Download,
    DownloadError,
    Held,
    cache_folder,
    find,
    held,
    note,
    sha256_of,
)
from geodata.errors import MissingExtraError

if TYPE_CHECKING:
    import requests

Progress = Callable[[int, int | None], None]
"""Called with the bytes so far, and all that are expected, or None where nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How much a server may ask of us.

    Attributes
    ----------
    bytes
        Most bytes of a file.
    seconds, silence
        Longest time for a file, and longest wait for the next bytes, in seconds.
    redirects
        Most times that a server may send us elsewhere.
    tries
        Most attempts, where a fault may pass.
    pause
        Seconds before the second attempt; each further one waits as long again.
    """

    bytes: int = 200_000_000
    seconds: float = 600.0
    silence: float = 30.0
    redirects: int = 8
    tries: int = 3
    pause: float = 1.0


DEFAULT_LIMITS = Limits()
_CHUNK = 1 << 16


def fetch(
    wanted: str | Download,
    *,
    folder: Path | None = None,
    again: bool = False,
    progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Held:
    """
    Return a file in the cache folder, fetched if it is not there or not as it should be.

    Parameters
    ----------
    wanted
        An id of the registry (see `geodata.downloads.registry`), or a file by itself.
    folder
        The cache folder; `cache_folder()` by default.
    again
        Fetch it even if it is there, as for a file that its publisher renews under one address.
    progress
        Called as bytes come in.
    limits
        What to allow the server.

    Raises
    ------
    DownloadError
        If it could not be fetched; what was in the folder before is still there.
    MissingExtraError
        If requests is not installed.
    UnknownDownloadError
        If the registry has no such id.
    """
    download = find(wanted) if isinstance(wanted, str) else wanted
    place = cache_folder() if folder is None else folder
    now = held(download, place)
    if now.status == "good" and not again:
        return now
    _in_tries(download, place, progress, limits)
    path = place / download.filename
    sha256 = sha256_of(path)
    note(download, place, sha256)
    return Held(download=download, path=path, status="good", sha256=sha256)


def _in_tries(download: Download, folder: Path, progress: Progress | None, limits: Limits) -> None:
    for attempt in range(1, limits.tries + 1):
        try:
            _once(download, folder, progress, limits)
        except DownloadError as error:
            if not error.transient or attempt == limits.tries:
                raise
            time.sleep(limits.pause * attempt)
        else:
            return


def _once(download: Download, folder: Path, progress: Progress | None, limits: Limits) -> None:
    """Fetch a file to a temporary one and move it into its place if it is right."""
    try:
        from requests.exceptions import RequestException  # noqa: PLC0415
        from urllib3.exceptions import HTTPError  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("fetching", package="requests", extra="fetch") from None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with whole_file(folder / download.filename) as path:
            with path.open("wb") as file:
                _stream(download, download.url, file, progress, limits)
            _check_end(download, path)
            _check_bytes(download, path)
    except DownloadError:
        raise
    except (RequestException, HTTPError) as error:
        raise _explained(download, error) from error
    except OSError as error:
        problem = f"{error.filename} cannot be written: {error.strerror}" if error.filename else str(error)
        remedy = "make room, or set ZONEMAP_DATA to a folder that can be written"
        raise DownloadError(download.id, download.url, problem, remedy=remedy, transient=False) from error


def _stream(download: Download, url: str, file: BinaryIO, progress: Progress | None, limits: Limits) -> None:
    """Write what a server sends, within the limits, and all of it or nothing."""
    most = min(limits.bytes, download.bytes or limits.bytes)
    end = time.monotonic() + limits.seconds
    with _answer(download, url, limits) as response:
        stated = response.headers.get("Content-Length")
        expected = int(stated) if stated and stated.isdigit() else download.bytes
        if expected is not None and expected > most:
            raise _too_long(download, expected, most)
        got = 0
        for chunk in _pieces(response):
            got += len(chunk)
            if got > most:
                raise _too_long(download, got, most)
            if time.monotonic() > end:
                problem = f"{got:,} bytes in {limits.seconds:g} seconds, and no end"
                raise DownloadError(download.id, url, problem, remedy="try again later", transient=True)
            file.write(chunk)
            if progress is not None:
                progress(got, expected)
    if expected is not None and got < expected:
        problem = f"the connection ended after {got:,} of {expected:,} bytes"
        raise DownloadError(download.id, url, problem, remedy="nothing was kept; try again", transient=True)


def _pieces(response: requests.Response) -> Iterator[bytes]:
    """Yield bytes as they come, however few: a full chunk of a slow server may take for ever."""
    while piece := response.raw.read1(_CHUNK, decode_content=False):
        yield piece


def _check_end(download: Download, path: Path) -> None:
    """Raise if a zip or JSON has no end: a server that states no length can break off unnoticed."""
    if path.stat().st_size and download.filename.lower().endswith(".zip"):
        whole = zipfile.is_zipfile(path)
    elif path.stat().st_size and download.filename.lower().endswith("json"):
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 100))
            whole = file.read().rstrip().endswith(b"}")
    else:
        whole = path.stat().st_size > 0
    if not whole:
        problem = "what came is empty or breaks off"
        raise DownloadError(
            download.id, download.url, problem, remedy="nothing was kept; try again", transient=True
        )


def _check_bytes(download: Download, path: Path) -> None:
    """Raise if what came is not what the publisher states."""
    if download.sha256 not in {None, sha256_of(path)}:
        problem = f"what came is not the file that its publisher states (sha256 {download.sha256})"
        remedy = f"nothing was kept; try later, or look at {download.page}"
        raise DownloadError(download.id, download.url, problem, remedy=remedy, transient=False)


@contextmanager
def _answer(download: Download, url: str, limits: Limits) -> Iterator[requests.Response]:
    import requests  # noqa: PLC0415

    with requests.Session() as session:
        session.max_redirects = limits.redirects
        # Bytes as they are: a server that compresses on the way would upset their count.
        headers = {"Accept-Encoding": "identity"}
        with session.get(url, stream=True, timeout=limits.silence, headers=headers) as response:
            if not response.ok:
                problem = f"the server answered {response.status_code} {response.reason}"
                transient = response.status_code >= 500 or response.status_code in {408, 429}
                remedy = "try again later" if transient else f"it may have moved: look at {download.page}"
                raise DownloadError(download.id, url, problem, remedy=remedy, transient=transient)
            yield response


def _too_long(download: Download, size: int, most: int) -> DownloadError:
    problem = f"at least {size:,} bytes, expected at most {most:,}"
    remedy = f"nothing was kept; look at {download.page}"
    return DownloadError(download.id, download.url, problem, remedy=remedy, transient=False)


def _explained(download: Download, error: Exception) -> DownloadError:
    from requests import exceptions  # noqa: PLC0415
    from urllib3.exceptions import HTTPError, TimeoutError  # noqa: A004, PLC0415

    if isinstance(error, exceptions.TooManyRedirects):
        return DownloadError(
            download.id,
            download.url,
            "the server sends us round in circles",
            remedy="try later",
            transient=False,
        )
    if isinstance(error, exceptions.Timeout | TimeoutError):
        problem, remedy = "the server fell silent", "try again later"
    elif isinstance(error, HTTPError):
        problem, remedy = f"the connection broke ({error})", "nothing was kept; try again"
    else:
        problem, remedy = f"no connection ({error})", "check that you are online, or a proxy's settings"
    return DownloadError(download.id, download.url, problem, remedy=remedy, transient=True)
