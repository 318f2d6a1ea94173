"""What stands around every request: limits of body and time, headers, counting and logging."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from maps.serve.limits import Limits
from maps.serve.logs import fields_of
from maps.serve.metrics import Metrics, method_label
from maps.serve.problems import PROBLEM, Problem, too_busy

__all__ = ["Guard"]

_LOG = logging.getLogger(__name__)

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "SAMEORIGIN",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"


@dataclass(slots=True)
class _Exchange:
    """One request and what has been sent for it."""

    method: str
    started: float
    status: int = 0
    received_bytes: int = 0
    sent_bytes: int = 0
    awaits_body: bool = False


class Guard:
    """ASGI middleware, outermost but for Starlette's own.

    Parameters
    ----------
    app
        What it stands around.
    limits
        What is allowed.
    metrics
        Where requests are counted.
    """

    def __init__(self, app: ASGIApp, *, limits: Limits, metrics: Metrics) -> None:
        self.app = app
        self.limits = limits
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, whatever happens inside."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = _Exchange(method=scope["method"], started=time.perf_counter())
        sender = self._sender(exchange, send)
        self.metrics.under_way += 1
        try:
            await self._answer(scope, exchange, self._receiver(exchange, receive), sender)
        finally:
            self.metrics.under_way -= 1
            self._note(scope, exchange)

    async def _answer(self, scope: Scope, exchange: _Exchange, receive: Receive, send: Send) -> None:
        try:
            self._check_head(scope)
            async with asyncio.timeout(self.limits.request_seconds):
                await self.app(scope, receive, send)
        except Problem as problem:
            await _refuse(exchange, send, problem)
        except TimeoutError:
            if exchange.awaits_body:
                await _refuse(
                    exchange, send, Problem(408, "the body took too long; send it faster or less of it")
                )
            else:
                await _refuse(exchange, send, too_busy())
        except Exception as error:  # noqa: BLE001 - the last line of defence: what fails is logged and answered
            _LOG.error("unexpected error", extra={"fields": {"route": _route(scope), **fields_of(error)}})
            await _refuse(exchange, send, Problem(500, "the server failed; its log says where"))

    def _check_head(self, scope: Scope) -> None:
        if _head_bytes(scope) > self.limits.head_bytes:
            most = self.limits.head_bytes
            raise Problem(431, f"the address and headers are too large; expected at most {most} bytes")
        headers = Headers(scope=scope)
        if "transfer-encoding" in headers and "content-length" in headers:
            # A proxy in front may go by the other one, and so take the end of a body for the next request.
            raise Problem(400, "the body has both a Content-Length and a Transfer-Encoding; expected one")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:20]) > self.limits.body_bytes:
            raise self._too_large()

    def _too_large(self) -> Problem:
        return Problem(413, f"the body is too large; expected at most {self.limits.body_bytes} bytes")

    def _receiver(self, exchange: _Exchange, receive: Receive) -> Receive:
        async def counted() -> Message:
            exchange.awaits_body = True
            message = await receive()
            exchange.received_bytes += len(message.get("body", b""))
            if exchange.received_bytes > self.limits.body_bytes:
                raise self._too_large()
            exchange.awaits_body = bool(message.get("more_body", False))
            return message

        return counted

    def _sender(self, exchange: _Exchange, send: Send) -> Send:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                _dress(MutableHeaders(scope=message), exchange.method)
            elif message["type"] == "http.response.body":
                exchange.sent_bytes += len(message.get("body", b"")) if exchange.method != "HEAD" else 0
            await send(message)

        return dressed

    def _note(self, scope: Scope, exchange: _Exchange) -> None:
        seconds = time.perf_counter() - exchange.started
        route = _route(scope)
        self.metrics.observe(
            route=route, method=exchange.method, status=exchange.status, seconds=seconds,
            sent_bytes=exchange.sent_bytes,
        )  # fmt: skip
        fields = {
            "method": method_label(exchange.method),
            "route": route,
            "status": exchange.status,
            "ms": round(seconds * 1000, 1),
            "bytes": exchange.sent_bytes,
        }
        _LOG.info("request", extra={"fields": fields})


def _head_bytes(scope: Scope) -> int:
    """Return the size of address and headers: a server checks it only while it waits for more of them."""
    address = len(scope.get("raw_path") or b"") + len(scope["query_string"])
    return address + sum(len(name) + len(value) + 4 for name, value in scope["headers"])


def _dress(headers: MutableHeaders, method: str) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    headers.setdefault("Content-Security-Policy", _DATA_POLICY)
    headers.setdefault("Cache-Control", "no-store")
    if method in {"GET", "HEAD", "OPTIONS"}:
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = "ETag, Link"


def _route(scope: Scope) -> str:
    """Return the template of the path, which says nothing of what was asked."""
    return str(getattr(scope.get("route"), "path", "other"))


async def _refuse(exchange: _Exchange, send: Send, problem: Problem) -> None:
    """Send a problem and close the connection, if nothing has been sent yet."""
    if exchange.status:
        raise ConnectionAbortedError
    body = json.dumps(problem.to_dict()).encode()
    headers = {
        "Content-Type": PROBLEM,
        "Content-Length": str(len(body)),
        "Connection": "close",
        **(problem.headers or {}),
    }
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": problem.status_code, "headers": raw})
    await send({"type": "http.response.body", "body": body})
