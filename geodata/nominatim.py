"""Nominatim, OpenStreetMap's geocoder, asked for places in Syria as its policy wants: only where a user says so."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from geopy import Location
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeocoderUnavailable, GeopyError
from geopy.geocoders import Nominatim

from geodata.atomic import locked, write_whole
from geodata.downloads import cache_folder
from geodata.errors import GeodataError
from geodata.foreign import bytes_within, parsed_json

__all__ = ["PUBLIC", "CachedNominatim", "GeocoderError"]

PUBLIC = "https://nominatim.openstreetmap.org"
_MOST = 10
_SECONDS = 20
_DAYS_KEPT = 30
_MOST_KEPT = 10_000_000
_DAY = 86_400


class GeocoderError(GeodataError, OSError):
    """
    A geocoder that could not be asked, or did not answer.

    Attributes
    ----------
    server
        Its address.
    """

    def __init__(self, server: str, problem: str) -> None:
        self.server = server
        super().__init__(f"{server}: {problem}")


class CachedNominatim:
    """
    Asks a Nominatim server for settlements in Syria, and keeps what it answered for thirty days.

    The public server's usage policy (https://operations.osmfoundation.org/policies/nominatim/) asks for a name of
    the program, at most one question a second, no question twice, and the attribution, which stands in the answer.
    The processes of a user that share the cache folder ask one after the other.

    Parameters
    ----------
    server
        Its address, such as that of a server of your own.
    folder
        Where answers are kept; by default in `geodata.downloads.cache_folder()`.
    pause
        Seconds between two questions.

    Raises
    ------
    GeocoderError
        If the address is none of http or https.
    """

    def __init__(self, server: str = PUBLIC, *, folder: Path | None = None, pause: float = 1.0) -> None:
        parts = urlsplit(server)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise GeocoderError(server, f"expected an address such as {PUBLIC}")
        self.server = server.rstrip("/")
        self._folder = cache_folder() / "nominatim" if folder is None else folder
        self._pause = pause
        self._nominatim = Nominatim(
            user_agent=f"deescalation-zones/{version('deescalation-zones')} (zonemap lookup)",
            domain=parts.netloc + parts.path.rstrip("/"),
            scheme=parts.scheme,
            timeout=_SECONDS,
        )

    def geocode(self, query: str, *, exactly_one: bool = False) -> list[Location] | Location | None:
        """
        Return the settlements of a name, likeliest first; None if there is none.

        Parameters
        ----------
        query
            A name in any language, with what it lies in if need be: "Suran, Hama".
        exactly_one
            Whether to return the first alone, as geopy's geocoders do unless told otherwise.

        Raises
        ------
        GeocoderError
            If the server can't be asked or gives no answer, or the answer can't be kept.
        """
        name = " ".join(query.split())
        path = (
            self._folder
            / f"{hashlib.sha256(f'{self.server} {name.casefold()}'.encode()).hexdigest()[:32]}.json"
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with locked(self._folder, wait=True):
                places = _kept(path)
                if places is None:
                    places = self._ask(name)
                    write_whole(path, _as_json(places))
        except GeocoderError:
            raise
        except OSError as error:
            problem = (
                f"its answers can't be kept ({error.strerror or error}); ZONEMAP_DATA names another folder"
            )
            raise GeocoderError(self.server, problem) from error
        if not places:
            return None
        return places[0] if exactly_one else places

    def _ask(self, name: str) -> list[Location]:
        last = self._folder / "asked"
        with suppress(FileNotFoundError):
            time.sleep(min(self._pause, max(0.0, self._pause - (time.time() - last.stat().st_mtime))))
        try:
            found = self._nominatim.geocode(
                name,
                exactly_one=False,
                limit=_MOST,
                country_codes="sy",
                featuretype="settlement",
                language="en",
            )
        except GeopyError as error:
            raise GeocoderError(self.server, _problem(error)) from error
        finally:
            last.touch()
        return list(found or ())


def _problem(error: GeopyError) -> str:
    match error:
        case GeocoderTimedOut():
            return "gave no answer in time, or is busy; try again later"
        case GeocoderUnavailable():
            return (
                "can't be reached; is there a network? Without a geocoder the names known here are looked up"
            )
        case GeocoderRateLimited():
            return "has been asked too often from this address; wait, or use a server of your own"
        case _:
            return f"gave no answer that can be read ({error})"


def _kept(path: Path) -> list[Location] | None:
    """Return what was answered not long ago; None if nothing was, or it is not what was written."""
    try:
        if time.time() - path.stat().st_mtime > _DAYS_KEPT * _DAY:
            return None
        rows = parsed_json(bytes_within(path, _MOST_KEPT))
        return [Location(row["address"], (row["lat"], row["lon"]), row["raw"]) for row in rows]
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _as_json(places: Iterable[Location]) -> bytes:
    rows = [
        {"address": place.address, "lat": place.latitude, "lon": place.longitude, "raw": place.raw}
        for place in places
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()
