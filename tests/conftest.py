"""What tests of every package need."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("ours", deadline=None)  # a busy machine is no fault
settings.load_profile("ours")


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
