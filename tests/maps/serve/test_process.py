"""The server as a process: its log, its metrics, and its end."""

from __future__ import annotations

import http.client
import json
import logging
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from maps.serve import create_app, run
from maps.serve.server import listen
from tests.maps.serve.process import Process

if TYPE_CHECKING:
    from zones import ZoneSet

BATCH = {"points": [{"lon": 36.8 + n / 1e4, "lat": 35.86} for n in range(150)]}


@pytest.fixture
def process() -> Iterator[Process]:
    started = Process()
    yield started
    if started.process.poll() is None:
        started.process.kill()
        started.ended()


def test_the_log_says_what_was_done_and_not_what_was_asked(process: Process) -> None:
    secret = "36.7941"
    agent = {"User-Agent": "secret-agent", "Referer": "http://secret.example/"}
    for path in (
        f"/lookup?lon={secret}&lat=35.86",
        "/lookup?place=Saraqib",
        f"/collections/units/items?bbox={secret},1,37,2",
    ):
        process.ask("GET", path, **agent)
    process.ask("GET", "/secret/path")
    process.ask("SECRET", "/")
    process.ask("POST", "/lookup", {"points": [{"lon": float(secret), "lat": 35.86}, {"place": "Saraqib"}]})
    process.process.send_signal(signal.SIGTERM)
    lines = process.ended()
    # A time may well be 12:00:36.794, so that what the clock says is no sign of what was asked.
    told = [{key: value for key, value in line.items() if key not in {"time", "ms"}} for line in lines[1:]]
    assert not re.search(r"36\.79|35\.86|saraqib|secret|127\.0\.0\.1|\?", json.dumps(told).lower())
    requests = [line for line in lines if line["message"] == "request"]
    assert [(line["method"], line["route"], line["status"]) for line in requests] == [
        ("GET", "/lookup", 200),
        ("GET", "/lookup", 200),
        ("GET", "/collections/{collection_id}/items", 200),
        ("GET", "other", 404),
        ("other", "/", 405),
        ("POST", "/lookup", 200),
    ]
    assert all(line["time"].endswith("+00:00") and line["ms"] >= 0 for line in requests)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_in_order_after_what_is_under_way(process: Process, number: signal.Signals) -> None:
    body = json.dumps(BATCH).encode()
    head = b"POST /lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
    length = f"Content-Length: {len(body)}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", process.port), timeout=60) as connection:
        connection.sendall(head + length)
        assert connection.recv(65536).startswith(b"HTTP/1.1 100 ")  # the request is under way
        connection.sendall(body)
        process.process.send_signal(number)
        answer = b""
        while part := connection.recv(65536):
            answer += part
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert len(json.loads(answer.partition(b"\r\n\r\n")[2])["answers"]) == 150
    process.ended()
    assert process.process.returncode == 0
    with pytest.raises(ConnectionRefusedError):
        process.ask("GET", "/")


def test_a_kept_connection_does_not_wait_for_each_answer(process: Process) -> None:
    taken = []
    with closing(http.client.HTTPConnection("127.0.0.1", process.port, timeout=60)) as connection:
        for _ in range(100):
            start = time.monotonic()
            connection.request("GET", "/conformance")
            connection.getresponse().read()
            taken.append(time.monotonic() - start)
    # With Nagle's algorithm nearly all take 40 ms; on a busy machine only some do.
    assert sorted(taken)[len(taken) // 4] < 0.035


def test_an_address_in_use_is_an_error(zone_set: ZoneSet) -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(OSError, match="in use"):
        run(zone_set, port=taken.getsockname()[1])


def test_metrics_count_by_route_and_outcome(zone_set: ZoneSet) -> None:
    client = TestClient(create_app(zone_set))
    for query in (
        "place=Saraqib",
        "place=Damascus",
        "place=Suran",
        "place=Qxyzabc",
        "place=99, 999",
        "place=SY07",
    ):
        client.get(f"/lookup?{query}")
    client.get("/collections/units/items/SY070003")
    client.get("/secret")
    text = client.get("/metrics").text
    assert 'zonemap_requests_total{route="/lookup",method="GET",status="200"} 3' in text
    assert 'zonemap_requests_total{route="other",method="GET",status="404"} 1' in text
    for outcome, count in (("in_zone", 2), ("outside", 1), ("ambiguous", 1), ("unknown", 1), ("refused", 1)):
        assert f'zonemap_lookups_total{{outcome="{outcome}"}} {count}' in text
    assert "secret" not in text
    assert "SY07" not in text
    assert "Saraqib" not in text
    sample = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.]+')
    assert all(sample.fullmatch(line) for line in text.splitlines() if not line.startswith("# "))


def test_what_fails_inside_is_answered_and_logged_without_what_was_asked(
    zone_set: ZoneSet, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Saraqib")

    app = create_app(zone_set)
    monkeypatch.setattr(logging.getLogger("maps.serve"), "propagate", True)  # a server run before stops that
    monkeypatch.setattr("maps.serve.lookups.Lookups._look_up", fail)
    answer = TestClient(app).get("/lookup?place=Saraqib")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    record, *_ = [r for r in caplog.records if r.name == "maps.serve.guard" and r.levelname == "ERROR"]
    fields = record.__dict__["fields"]
    assert fields["error"] == "RuntimeError"
    assert fields["route"] == "/lookup"
    assert "Saraqib" not in json.dumps([fields, record.getMessage(), answer.text])


def test_without_the_extra_the_message_says_what_to_install() -> None:
    program = "import sys; sys.modules['uvicorn'] = None; import maps.serve"
    run_ = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (
        'serving needs pydantic, starlette and uvicorn; install it with: pip install ".[serve]"'
        in run_.stderr
    )
