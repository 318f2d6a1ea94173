"""What tests of every package need."""

from __future__ import annotations

import os
import random
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine is no fault.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the order be shuffled, to find tests that lean on others."""
    parser.addoption("--shuffle", metavar="SEED", help="run files, and tests within a file, in another order")


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a cache of its own, which its workers and their processes inherit."""
    if not hasattr(config, "workerinput"):
        cache = tempfile.TemporaryDirectory(prefix="zonemap-cache-", ignore_cleanup_errors=True)
        config.add_cleanup(cache.cleanup)
        os.environ["XDG_CACHE_HOME"] = cache.name


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Shuffle the files, and the tests of each; a file stays together, for what it makes only once."""
    seed = config.getoption("shuffle")
    if seed is None:
        return
    files: dict[str, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.nodeid.partition("::")[0], []).append(item)
    chance = random.Random(seed)
    shuffled = list(files.values())
    chance.shuffle(shuffled)
    for tests in shuffled:
        chance.shuffle(tests)
    items[:] = [item for tests in shuffled for item in tests]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one Chromium of this process, for all its tests; a missing one is a failure, never a skip."""
    from tests.browser import NoChromiumError, chromium  # noqa: PLC0415 - most runs need none

    try:
        with chromium() as started:
            yield started
    except NoChromiumError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """What a server on this machine is asked for; its own address comes first."""
    heard: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        do_HEAD = do_POST = do_GET  # noqa: N815 - as http.server calls them

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        heard.append(f"http://127.0.0.1:{server.server_port}")
        yield heard
        server.shutdown()
