"""Nominatim is asked as its policy wants it, for names that nobody here knows, and only where a user says so."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from geopy.geocoders.base import Geocoder

import zones
from geodata.errors import UnknownPlaceError
from geodata.nominatim import CachedNominatim, GeocoderError
from maps.cli import main
from tests.geodata.nominatim_server import LICENCE, NominatimServer
from zones.lookup import AmbiguousPlaceError


@pytest.fixture
def server() -> Iterator[NominatimServer]:
    """A Nominatim of our own."""
    server = NominatimServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def nominatim(server: NominatimServer, tmp_path: Path) -> CachedNominatim:
    """A client that need not wait, with answers kept in a folder of this test."""
    return CachedNominatim(server.url, folder=tmp_path / "answers", pause=0.0)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, ["lookup", *args])


def test_an_unknown_name_is_asked_for_once_and_the_answer_names_its_source(
    server: NominatimServer, nominatim: CachedNominatim
) -> None:
    found = zones.load()
    for asked in ("Maarzita", " maarzita", "MAARZITA"):
        answer = found.lookup(asked, geocoder=nominatim)
        assert (answer.lon, answer.lat, answer.place) == (36.49, 35.55, "Maarzita (town)")
        assert [unit.pcode for unit in answer.units] == ["SY07", "SY0702", "SY070203"]
        assert [hit.zone for hit in answer.zones] == ["idlib"]
        assert any(LICENCE in note and "Maarzita, Idlib Governorate" in note for note in answer.notes)
    assert len(server.asked) == 1
    assert {"countrycodes": "sy", "featureType": "settlement"}.items() <= server.asked[0].items()
    assert server.agents[0].startswith("deescalation-zones/")


def test_known_names_positions_codes_and_zones_are_never_sent(
    server: NominatimServer, nominatim: CachedNominatim
) -> None:
    found = zones.load()
    for known in ("Saraqib", "35.86, 36.80", "SY070003", "Eastern Ghouta", "سراقب"):
        assert found.lookup(known, geocoder=nominatim) == found.lookup(known)
    assert server.asked == []


def test_several_places_of_a_name_are_told_and_none_is_taken(nominatim: CachedNominatim) -> None:
    with pytest.raises(AmbiguousPlaceError) as caught:
        zones.load().lookup("Twice", geocoder=nominatim)
    assert [candidate.pcode for candidate in caught.value.candidates] == ["SY070003", "SY120000"]


@pytest.mark.parametrize("name", ["Abroad", "Nowhere At All"])
def test_a_place_outside_syria_or_of_no_name_stays_unknown(nominatim: CachedNominatim, name: str) -> None:
    with pytest.raises(UnknownPlaceError):
        zones.load().lookup(name, geocoder=nominatim)


def test_what_only_sounds_alike_comes_after_the_geocoder(
    server: NominatimServer, nominatim: CachedNominatim
) -> None:
    found = zones.load()
    alone = found.lookup("Sermeen")
    assert any("sounds alike" in note for note in alone.notes)
    assert found.lookup("Sermeen", geocoder=nominatim) == alone
    assert [asked["q"] for asked in server.asked] == ["Sermeen"]


def test_any_geocoder_of_geopy_will_do(server: NominatimServer) -> None:
    from geopy.geocoders import Nominatim  # noqa: PLC0415

    plain = Nominatim(user_agent="tests", scheme="http", domain=server.url.removeprefix("http://"))
    assert isinstance(plain, Geocoder)
    assert zones.load().lookup("Haas", geocoder=plain).units[-1].pcode == "SY070203"


def test_questions_keep_a_second_apart(
    server: NominatimServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    for name in ("Maarzita", "Haas"):  # as two commands would
        CachedNominatim(server.url, folder=tmp_path).geocode(name)
    assert len(server.asked) == 2
    assert len(slept) == 1
    assert 0 < slept[0] <= 1


def test_answers_are_kept_for_thirty_days_and_spoiled_ones_asked_for_again(
    server: NominatimServer, nominatim: CachedNominatim, tmp_path: Path
) -> None:
    (kept,) = _kept_after(nominatim, tmp_path)
    kept.write_bytes(b'[{"address": ')
    _kept_after(nominatim, tmp_path)
    assert len(server.asked) == 2
    old = time.time() - 31 * 86_400
    os.utime(kept, (old, old))
    _kept_after(nominatim, tmp_path)
    assert len(server.asked) == 3


def _kept_after(nominatim: CachedNominatim, folder: Path) -> list[Path]:
    assert nominatim.geocode("Haas", exactly_one=True).latitude == 35.57
    return list(folder.glob("answers/*.json"))


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (429, b"", "asked too often"),
        (503, b"", "busy"),
        (200, b"<html>not json", "gave no answer"),
    ],
)
def test_a_server_that_gives_no_answer_is_told(
    server: NominatimServer, nominatim: CachedNominatim, status: int, body: bytes, words: str
) -> None:
    server.status, server.body = status, body
    with pytest.raises(GeocoderError, match=words):
        nominatim.geocode("Maarzita")


def test_the_command_asks_only_with_the_option(
    server: NominatimServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZONEMAP_DATA", str(tmp_path))
    assert run("Maarzita").exit_code == 1
    assert server.asked == []
    told = run("Maarzita", "--geocoder", server.url)
    assert told.exit_code == 0
    assert "Kafr Nobol sub-district" in told.stdout
    assert LICENCE in told.stdout
    assert list(tmp_path.glob("nominatim/*.json"))


def test_the_command_tells_a_geocoder_that_is_none_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZONEMAP_DATA", str(tmp_path))
    misused = run("Maarzita", "--geocoder", "gazetteer")
    assert misused.exit_code == 2
    assert "expected an address such as https://nominatim.openstreetmap.org, or nominatim" in misused.stderr
    with_nobody = NominatimServer()
    with_nobody.server_close()
    failed = run("Maarzita", "--geocoder", with_nobody.url)
    assert failed.exit_code == 1
    assert "can't be reached" in failed.stderr
