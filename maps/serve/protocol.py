"""HTTP/1.1 with deadlines, so that no client holds a connection by being slow."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

from maps.serve.limits import Limits
from maps.serve.refusal import MOST_REFUSED, Refusal

__all__ = ["DeadlineProtocol"]

_LOG = logging.getLogger(__name__)
_GRACE_SECONDS = 2.0


class DeadlineProtocol(H11Protocol):
    """Uvicorn's protocol, which by itself waits for ever for a head or for an answer to be taken.

    A connection is cut off if a request's head is not complete in time (slow headers), if a request is not
    answered in time (slow bodies; the application's own limit is sooner and says so), or if an answer is
    taken more slowly than allowed (slow readers). One beyond the limit never becomes a connection of uvicorn's,
    which would keep it, and refuse requests of all that are open.

    Parameters
    ----------
    limits
        The times, and how many connections there may be.
    refused
        Those of the server that wait for their refusal.
    **uvicorn
        As uvicorn gives them.
    """

    def __init__(
        self,
        *,
        limits: Limits,
        refused: set[Refusal],
        **uvicorn: Any,  # noqa: ANN401 - uvicorn's own
    ) -> None:
        super().__init__(**uvicorn)
        self._limits = limits
        self._refused = refused
        self._deadline: asyncio.TimerHandle | None = None
        self._unsent_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the head of the first request, if there is room."""
        if len(self.connections) >= self._limits.connections:
            self._refuse(transport)
            return
        super().connection_made(transport)
        self._allow(self._limits.head_seconds)

    def handle_events(self) -> None:
        """Take in what has come; a complete head starts the time for its request."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self._allow(self._limits.request_seconds + _GRACE_SECONDS)

    def on_response_complete(self) -> None:
        """Begin to wait for the head of the next request, while the answer is taken."""
        self._unsent_bytes = self._waiting_bytes()
        self._allow(self._limits.head_seconds)
        super().on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        if self._deadline is not None:
            self._deadline.cancel()
        super().connection_lost(exc)

    def _refuse(self, transport: asyncio.Transport) -> None:
        if not self._refused:  # a line for each would be a flood
            _LOG.warning("too many connections", extra={"fields": {"most": self._limits.connections}})
        if len(self._refused) < MOST_REFUSED:
            transport.set_protocol(Refusal(transport, self._refused))
        else:
            transport.set_protocol(asyncio.Protocol())
            transport.abort()

    def _allow(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(seconds, self._run_out, seconds)

    def _run_out(self, seconds: float) -> None:
        waiting = self._waiting_bytes()
        taken = self._unsent_bytes - waiting
        if waiting and taken >= self._limits.drain_bytes_per_second * seconds:
            self._unsent_bytes = waiting
            self._allow(seconds)
        else:
            self.transport.abort()

    def _waiting_bytes(self) -> int:
        return self.transport.get_write_buffer_size()
