"""The server process: one address, deadlines, JSON logs, and an orderly end."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import uvicorn

from maps.serve import logs
from maps.serve.app import create_app
from maps.serve.descriptors import ACCEPTED_AT_ONCE, within_descriptors
from maps.serve.limits import Limits
from maps.serve.protocol import DeadlineProtocol

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from zones.zone_set import ZoneSet

__all__ = ["listen", "run", "server_of"]

_LOG = logging.getLogger(__name__)
_QUEUE = 2048


def run(
    zone_set: ZoneSet,
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    limits: Limits | None = None,
    base_url: str | None = None,
    level: str = "INFO",
) -> None:
    """Serve a set of zones until the process is told to stop (SIGINT, SIGTERM), then return.

    Requests under way are answered first, for at most `Limits.shutdown_seconds`.

    Parameters
    ----------
    zone_set
        The zones, claims and documents.
    host, port
        Where to listen; port 0 takes any that is free. By default only this computer can connect.
    limits, base_url
        See `create_app`.
    level
        The least level that is logged; ``WARNING`` leaves out a line for each request.

    Raises
    ------
    OSError
        If the address cannot be listened at, for example because another server does.
    """
    limits = within_descriptors(limits or Limits())
    app = create_app(zone_set, limits=limits, base_url=base_url)
    server = server_of(app, limits, level=level)
    with listen(host, port) as listener:  # only now, so that nobody waits for what is made before
        name, number = listener.getsockname()[:2]
        shown = f"[{name}]" if ":" in name else name
        fields = {"address": f"http://{shown}:{number}", "connections": limits.connections}
        _LOG.info("serving", extra={"fields": fields})
        with _signals_end_quietly():
            server.run(sockets=[listener])


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at an address.

    Raises
    ------
    OSError
        If it cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By its protocol asyncio knows that it may send at once; else every answer waits 40 ms.
    listener = _Listener(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


class _Listener(socket.socket):
    """A socket whose queue is as long as the system lets it be.

    asyncio has one number for that and for how many connections it accepts in a round, and sets it itself.
    """

    def listen(self, backlog: int = 0, /) -> None:
        super().listen(_QUEUE)


def server_of(app: Starlette, limits: Limits, *, level: str = "INFO") -> uvicorn.Server:
    """Return a uvicorn server for an application; making it configures the logging of the process."""
    config = uvicorn.Config(
        app,
        http=cast("Any", partial(DeadlineProtocol, limits=limits, refused=set())),
        ws="none",
        lifespan="off",
        log_config=logs.config(level),
        access_log=False,
        server_header=False,
        proxy_headers=False,  # anybody may send them: links are told to the next one who asks, so --base-url
        backlog=ACCEPTED_AT_ONCE,
        timeout_keep_alive=limits.idle_seconds,
        timeout_graceful_shutdown=limits.shutdown_seconds,
        h11_max_incomplete_event_size=limits.head_bytes,
    )
    return uvicorn.Server(config)


@contextmanager
def _signals_end_quietly() -> Iterator[None]:
    """Ignore the signals that uvicorn raises once more after it has ended in order."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
