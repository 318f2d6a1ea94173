"""Fetching from a server on this machine that behaves, and from one that does not."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geodata.downloads import (
    RECORD,
    Download,
    DownloadError,
    RegistryError,
    UnknownDownloadError,
    cache_folder,
    find,
    registry,
    verify,
)
from geodata.errors import MissingExtraError
from geodata.fetch import Limits, fetch

BODY = b'{"type": "FeatureCollection"}' * 5000
SHA256 = hashlib.sha256(BODY).hexdigest()
PATIENT = Limits(seconds=60, silence=60, pause=0.01, tries=3, redirects=4, bytes=1_000_000)


class Server(ThreadingHTTPServer):
    """A server that knows what it has been asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    """Answers by path; each misbehaves in its own way."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        name = self.path.strip("/").replace("-", "_")
        getattr(self, f"answer_{name}")()

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _send(self, body: bytes, *, length: int | None = None, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def answer_good(self) -> None:
        self._send(BODY)

    def answer_unmeasured(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(BODY)

    def answer_truncated(self) -> None:
        self._send(BODY[:1000], length=len(BODY))

    def answer_truncated_unmeasured(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(BODY[:1000])

    def answer_missing(self) -> None:
        self._send(b"not here", status=404)

    def answer_broken(self) -> None:
        self._send(b"sorry", status=500)

    def answer_twice_broken(self) -> None:
        self._send(BODY, status=500 if self.server.asked.count(self.path) < 3 else 200)

    def answer_wrong(self) -> None:
        self._send(BODY.replace(b"F", b"f"))

    def answer_circle(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/circle")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_moved(self) -> None:
        self.send_response(302)
        self.send_header("Location", "/good")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def answer_large(self) -> None:
        self._send(b"x", length=10_000_000_000)

    def answer_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._until_hung_up(b"x" * 100_000, 0.0)

    def answer_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._until_hung_up(b"x", 0.1)

    def answer_silent(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        time.sleep(30)

    def _until_hung_up(self, piece: bytes, pause: float) -> None:
        end = time.monotonic() + 10
        try:
            while time.monotonic() < end:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)
        except OSError:
            pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def wanted(server: Server | str, path: str, *, sha256: str | None = SHA256) -> Download:
    return Download(
        id="test",
        title="A test",
        url=f"{server.url if isinstance(server, Server) else server}/{path}",
        filename="test.geojson",
        licence="CC0",
        attribution="",
        page="the publisher's page",
        sha256=sha256,
        bytes=None if sha256 is None else len(BODY),
    )


@pytest.mark.parametrize("path", ["good", "moved", "unmeasured", "twice-broken"])
@pytest.mark.parametrize("sha256", [SHA256, None])
def test_a_file_is_fetched_once(server: Server, tmp_path: Path, path: str, sha256: str | None) -> None:
    download = wanted(server, path, sha256=sha256)
    seen: list[tuple[int, int | None]] = []
    found = fetch(download, folder=tmp_path, limits=PATIENT, progress=lambda *at: seen.append(at))
    assert found.path.read_bytes() == BODY
    assert (found.status, found.sha256) == ("good", SHA256)
    assert seen[-1][0] == len(BODY)
    asked = len(server.asked)
    assert fetch(download, folder=tmp_path, limits=PATIENT) == found
    assert len(server.asked) == asked
    assert fetch(download, folder=tmp_path, limits=PATIENT, again=True) == found
    assert len(server.asked) > asked
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([RECORD, "test.geojson"])


FAULTS: tuple[tuple[str, str | None, str, int], ...] = (
    ("truncated", SHA256, "connection (broke|ended)", 3),
    ("truncated", None, "connection (broke|ended)", 3),
    ("truncated-unmeasured", SHA256, "ended after 1,000 of 145,000 bytes", 3),
    ("truncated-unmeasured", None, "empty or breaks off", 3),
    ("missing", SHA256, "answered 404 Not Found; it may have moved: look at the publisher's page", 1),
    ("broken", SHA256, "answered 500 Internal Server Error; try again later", 3),
    ("wrong", SHA256, f"not the file that its publisher states .sha256 {SHA256}", 1),
    ("circle", SHA256, "round in circles", 1),
    ("large", None, "at least 10,000,000,000 bytes, expected at most 1,000,000", 1),
    ("endless", None, "expected at most 1,000,000", 1),
    ("endless", SHA256, "expected at most 145,000", 1),
    ("drip", None, "and no end; try again later", 3),
    ("silent", None, "the server fell silent", 3),
)


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_what_a_server_does_wrong_leaves_nothing_and_is_told(
    server: Server, tmp_path: Path, fault: tuple[str, str | None, str, int]
) -> None:
    path, sha256, message, tries = fault
    limits = replace(PATIENT, **{"drip": {"seconds": 0.4}, "silent": {"silence": 0.5}}.get(path, {}))
    with pytest.raises(DownloadError, match=message) as caught:
        fetch(wanted(server, path, sha256=sha256), folder=tmp_path, limits=limits)
    assert caught.value.transient == (tries > 1)
    assert list(tmp_path.iterdir()) == []
    times = 1 if path == "circle" else len(server.asked)
    assert times == tries


def test_nobody_there(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match=r"no connection.*check that you are online"):
        fetch(wanted("http://127.0.0.1:9", "good"), folder=tmp_path, limits=PATIENT)


def test_what_was_there_stays_when_fetching_fails(server: Server, tmp_path: Path) -> None:
    fetch(wanted(server, "good"), folder=tmp_path, limits=PATIENT)
    with pytest.raises(DownloadError):
        fetch(wanted(server, "broken"), folder=tmp_path, limits=PATIENT, again=True)
    assert (tmp_path / "test.geojson").read_bytes() == BODY
    assert verify(tmp_path, [wanted(server, "good")])[0].status == "good"


@pytest.mark.parametrize("sha256", [SHA256, None])
def test_a_file_that_changed_on_disk_is_noticed_and_fetched_anew(
    server: Server, tmp_path: Path, sha256: str | None
) -> None:
    download = wanted(server, "good", sha256=sha256)
    assert verify(tmp_path, [download])[0].status == "absent"
    fetch(download, folder=tmp_path, limits=PATIENT)
    (tmp_path / "test.geojson").write_bytes(BODY[:100])
    assert verify(tmp_path, [download])[0].status == "changed"
    assert fetch(download, folder=tmp_path, limits=PATIENT).status == "good"
    assert (tmp_path / "test.geojson").read_bytes() == BODY


def test_a_file_put_there_by_hand_is_trusted_only_by_a_stated_digest(server: Server, tmp_path: Path) -> None:
    (tmp_path / "test.geojson").write_bytes(BODY)
    assert verify(tmp_path, [wanted(server, "good")])[0].status == "good"
    assert verify(tmp_path, [wanted(server, "good", sha256=None)])[0].status == "unrecorded"


def test_the_record_can_be_read_and_a_broken_one_says_so(server: Server, tmp_path: Path) -> None:
    fetch(wanted(server, "good"), folder=tmp_path, limits=PATIENT)
    assert json.loads((tmp_path / RECORD).read_text(encoding="utf-8")) == {"test": SHA256}
    (tmp_path / RECORD).write_text("{", encoding="utf-8")
    with pytest.raises(RegistryError, match="delete it and fetch again"):
        verify(tmp_path, [wanted(server, "good")])


def test_the_registry_names_boundaries_and_where_they_come_from() -> None:
    known = registry()
    assert [download.id for download in known] == [
        *(f"geoboundaries-adm{level}" for level in range(4)),
        "cod-ab-syr",
    ]
    assert all(download.url.startswith("https://") and download.licence for download in known)
    assert find("geoboundaries-adm3").sha256 is not None
    with pytest.raises(UnknownDownloadError, match="expected one of geoboundaries-adm0"):
        find("gadm")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"url": "file:///etc/passwd"}, "no http or https address"),
        ({"filename": "../escaped.zip"}, "no plain file name"),
        ({"sha256": "abc"}, "expected 64 hexadecimal digits"),
    ],
)
def test_a_registry_with_faults_is_refused(change: dict[str, str], message: str) -> None:
    with pytest.raises(RegistryError, match=message):
        replace(registry()[0], **change)


def test_a_registry_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[[file]]\nid = 'a'\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"own\.toml"):
        registry(path)


def test_the_cache_folder_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZONEMAP_DATA", str(tmp_path))
    assert cache_folder() == tmp_path
    assert {held.status for held in verify()} == {"absent"}
    monkeypatch.delenv("ZONEMAP_DATA")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "deescalation-zones/boundaries"


def test_without_requests_the_message_says_what_to_install(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "requests.exceptions", None)
    with pytest.raises(MissingExtraError, match=r'pip install "\.\[fetch\]"'):
        fetch(wanted(server, "good"), folder=tmp_path)
