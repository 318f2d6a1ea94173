"""The seeds' zones behind a test client, and behind a real server with short deadlines."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from maps.serve import Limits, create_app
from maps.serve.server import listen, server_of
from tests.maps.serve.process import Process

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from zones import ZoneSet

SHORT = Limits(
    head_seconds=0.6, request_seconds=1.0, idle_seconds=1, body_bytes=10_000, head_bytes=4096, batch_points=20
)


@dataclass(frozen=True)
class Listening:
    """A server that listens."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@pytest.fixture(scope="session")
def app(zone_set: ZoneSet) -> Starlette:
    return create_app(zone_set)


@pytest.fixture(scope="session")
def client(app: Starlette) -> TestClient:
    return TestClient(app)


@pytest.fixture(scope="session")
def server() -> Iterator[Process]:
    """A server with the usual limits, in its own process: GDAL holds the lock of ours while it waits."""
    started = Process()
    yield started
    started.process.terminate()
    started.ended()


@pytest.fixture(scope="session")
def hasty_server(zone_set: ZoneSet) -> Iterator[Listening]:
    """A server whose patience is short."""
    with listening(zone_set, SHORT) as started:
        yield started


@contextmanager
def listening(zone_set: ZoneSet, limits: Limits) -> Iterator[Listening]:
    """Serve from a thread of this process."""
    listener = listen("127.0.0.1", 0)
    server = server_of(create_app(zone_set, limits=limits), limits, level="WARNING")
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield Listening(port=listener.getsockname()[1])
    finally:
        server.should_exit = True
        thread.join(timeout=10)
    assert not thread.is_alive()
