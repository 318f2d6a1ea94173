"""More clients than there is room for: who was let in is served, the others are told at once and let go."""

from __future__ import annotations

import asyncio
import concurrent.futures
import http.client
import json
import resource
import signal
import socket
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import httpx2
import pytest
from starlette.testclient import TestClient

from geodata.names import skeleton
from geodata.toponyms import Toponyms
from maps.serve import Limits, create_app, run
from maps.serve.descriptors import within_descriptors
from maps.serve.lookups import Lookups
from maps.serve.problems import Problem
from tests.maps.serve.conftest import listening
from tests.maps.serve.process import Process
from tests.maps.serve.test_abuse import rest

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from maps.serve.batch import Point
    from zones import ZoneSet

SOME = Limits(connections=5, head_seconds=60.0, idle_seconds=60)

Answer = TypeVar("Answer")


def run_apart(asking: Coroutine[Any, Any, Answer]) -> Answer:
    """Run a coroutine in a thread of its own: in this one, a browser of other tests may have left its loop running."""
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asking).result()


FEW_FILES = """
import resource, zones
from maps.serve import Limits, run, server
resource.setrlimit(resource.RLIMIT_NOFILE, ({files}, {files}))
{before}
run(zones.load(), port=0, limits=Limits(head_seconds={seconds}))
"""


def test_connections_over_the_limit_are_told_and_closed_and_the_others_are_served(zone_set: ZoneSet) -> None:
    with listening(zone_set, SOME) as server, ExitStack() as stack:
        let_in = [stack.enter_context(closing(client(server.port))) for _ in range(SOME.connections)]
        assert [status(each) for each in let_in] == [200] * SOME.connections
        with closing(client(server.port)) as other:
            other.request("GET", "/health")
            answer = other.getresponse()
            told = (answer.status, answer.getheader("Retry-After"), answer.getheader("Connection"))
            assert told == (503, "10", "close")
            assert json.load(answer)["title"] == "Service Unavailable"
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as idle:
            assert rest(idle) == b""
        assert [status(each) for each in let_in] == [200] * SOME.connections
        for each in let_in:
            each.close()
        assert comes_in(server.port)


def client(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=30)


def status(connection: http.client.HTTPConnection) -> int:
    """Ask, and leave the connection open."""
    connection.request("GET", "/health")
    answer = connection.getresponse()
    answer.read()
    return answer.status


def comes_in(port: int) -> bool:
    """Tell whether a new client is served, once the server has seen that others are gone."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with closing(client(port)) as connection, suppress(ConnectionError):
            if status(connection) == 200:
                return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(
    ("soft", "hard", "connections", "asked"),
    [
        (4096, 4096, 1000, None),
        (1024, resource.RLIM_INFINITY, 1000, 1256),
        (1024, 4096, 1000, 1256),
        (1024, 1024, 768, 1024),
        (256, 1024, 768, 1024),
        (resource.RLIM_INFINITY, resource.RLIM_INFINITY, 1000, None),
    ],
)
def test_there_are_no_more_connections_than_descriptors(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, connections: int, asked: int | None
) -> None:
    set_to: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: set_to.append(pair))
    assert within_descriptors(Limits(lookups=7)) == Limits(lookups=7, connections=connections)
    assert set_to == ([] if asked is None else [(asked, hard)])


def test_too_few_descriptors_for_any_connection_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _: (256, 256))
    with pytest.raises(OSError, match="may open 256 files; expected more than 256"):
        within_descriptors(Limits())


@pytest.mark.slow
def test_more_idle_clients_than_descriptors_neither_stall_it_nor_flood_its_log() -> None:
    process = Process("-c", FEW_FILES.format(files=320, before="", seconds=60))
    with ExitStack() as stack:
        for _ in range(800):
            stack.enter_context(socket.create_connection(("127.0.0.1", process.port), timeout=60))
    assert comes_in(process.port)
    process.process.send_signal(signal.SIGTERM)
    lines = process.ended()  # each of them JSON
    assert lines[0]["connections"] == 64
    assert "too many connections" in {line["message"] for line in lines}
    assert not [line for line in lines if line["logger"] == "asyncio"]
    assert len(lines) < 50


@pytest.mark.slow
def test_what_asyncio_logs_is_json_without_addresses() -> None:
    before = "server.within_descriptors = lambda limits: limits"  # as if something else took the descriptors
    process = Process("-c", FEW_FILES.format(files=40, before=before, seconds=1))
    with ExitStack() as stack:
        for _ in range(50):
            stack.enter_context(socket.create_connection(("127.0.0.1", process.port), timeout=60))
        assert comes_in(process.port)
    process.process.send_signal(signal.SIGTERM)
    told = [line for line in process.ended() if line["logger"] == "asyncio"]
    assert {(line["message"], line["error"]) for line in told} == {
        ("socket.accept() out of system resource", "OSError")
    }


def test_of_many_batches_those_taken_on_end_and_the_others_hear_so_at_once(zone_set: ZoneSet) -> None:
    limits = Limits(lookups=2, batches=3)
    points = [{"lon": 36 + n / 10, "lat": 35.8} for n in range(30)]

    async def ask() -> list[httpx2.Response]:
        transport = httpx2.ASGITransport(create_app(zone_set, limits=limits))
        async with httpx2.AsyncClient(transport=transport, base_url="http://x") as client:
            return await asyncio.gather(*(client.post("/lookup", json={"points": points}) for _ in range(12)))

    answers = run_apart(ask())
    assert Counter(answer.status_code for answer in answers) == {200: limits.batches, 503: 9}
    for answer in answers:
        if answer.status_code == 200:
            assert len(answer.json()["answers"]) == len(points)
        else:
            assert answer.headers["retry-after"] == "10"


def test_batches_are_worked_on_in_turn_and_single_lookups_come_between(
    zone_set: ZoneSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def note(_: Lookups, point: Point, __: object) -> Problem:
        seen.append(point.id or "single")
        return Problem(404, "not looked up")

    async def ask() -> None:
        transport = httpx2.ASGITransport(create_app(zone_set, limits=Limits(lookups=1, batches=3)))
        async with httpx2.AsyncClient(transport=transport, base_url="http://x") as client:
            batches = [{"points": [{"id": name, "place": "x"}] * 100} for name in "abc"]
            asked = [client.post("/lookup", json=batch) for batch in batches]
            await asyncio.gather(*asked, client.get("/lookup?place=x"))

    monkeypatch.setattr(Lookups, "_look_up", note)
    run_apart(ask())
    batched = [name for name in seen if name != "single"]
    assert batched == sorted(batched)
    assert Counter(seen) == {"a": 100, "b": 100, "c": 100, "single": 1}
    assert seen.index("single") < 100


def test_no_request_waits_for_the_index_of_names(zone_set: ZoneSet, monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(replace(zone_set, toponyms=Toponyms(zone_set.units, ())))
    read: list[str] = []

    def note(name: str) -> str:
        read.append(name)
        return skeleton(name)

    monkeypatch.setattr("geodata.candidate.skeleton", note)
    assert TestClient(app).get("/lookup?place=Qxyzabc").status_code == 404
    assert set(read) == {"Qxyzabc"}


def test_it_listens_when_all_is_made(zone_set: ZoneSet, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        address = held.getsockname()

        def make(*_: object, **__: object) -> None:
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(address)
            raise InterruptedError

        monkeypatch.setattr("maps.serve.server.create_app", make)
        with pytest.raises(InterruptedError):
            run(zone_set, port=address[1])
