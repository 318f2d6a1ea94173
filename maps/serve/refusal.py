"""Connections beyond the limit: told so in a word, and closed."""

from __future__ import annotations

import asyncio
import json

from maps.serve.problems import PROBLEM, too_busy

__all__ = ["MOST_REFUSED", "Refusal"]

MOST_REFUSED = 64
"""How many may wait for their refusal at once; what comes beyond is cut off without a word."""

_PATIENCE_SECONDS = 1.0


class Refusal(asyncio.Protocol):
    """Answers whatever a client says first by 503; who says nothing for a second is cut off.

    An answer before the request would often be lost: to close while a request arrives resets the connection.

    Parameters
    ----------
    transport
        The connection.
    waiting
        Those that wait for their refusal; this one is among them until it ends.
    """

    def __init__(self, transport: asyncio.Transport, waiting: set[Refusal]) -> None:
        self._transport = transport
        self._waiting = waiting
        waiting.add(self)
        self._deadline = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, transport.abort)

    def data_received(self, data: bytes) -> None:
        """Refuse, and hang up."""
        self._transport.write(_answer())
        self._transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        """Make room."""
        self._deadline.cancel()
        self._waiting.discard(self)


def _answer() -> bytes:
    problem = too_busy()
    body = json.dumps(problem.to_dict()).encode()
    headers = {
        "Content-Type": PROBLEM,
        "Content-Length": str(len(body)),
        "Connection": "close",
        **(problem.headers or {}),
    }
    lines = ["HTTP/1.1 503 Service Unavailable", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body
