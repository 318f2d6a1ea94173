"""Clients that are slow, or send too much, are cut off, and others are served meanwhile."""

from __future__ import annotations

import json
import socket
import time
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest

from tests.maps.serve.conftest import SHORT

if TYPE_CHECKING:
    from tests.maps.serve.conftest import Listening

SOON = 8
"""Seconds that only a server takes which keeps to other limits than SHORT, or to none; a busy one takes less."""

POST = b"POST /lookup HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


def connect(server: Listening) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=4 * SOON)


def rest(connection: socket.socket) -> bytes:
    """Return what the server still sends, until it closes the connection."""
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except ConnectionError:
        pass
    return b"".join(parts)


def dribble(connection: socket.socket, piece: bytes, seconds: float) -> float:
    """Send a piece every 50 ms until the server hangs up; return how long it stood that, in seconds."""
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        try:
            connection.sendall(piece)
        except ConnectionError:
            break
        time.sleep(0.05)
    return time.monotonic() - start


@pytest.mark.parametrize(
    "first", [b"", b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n"], ids=["new", "kept alive"]
)
def test_a_head_that_dribbles_in_is_cut_off(hasty_server: Listening, first: bytes) -> None:
    with closing(connect(hasty_server)) as connection:
        connection.sendall(first)
        if first:
            connection.recv(65536)
        connection.sendall(b"GET / HTTP/1.1\r\n")
        assert dribble(connection, b"X-A: b\r\n", 2 * SOON) < SOON


def test_who_says_nothing_is_cut_off(hasty_server: Listening) -> None:
    with closing(connect(hasty_server)) as connection:
        start = time.monotonic()
        assert rest(connection) == b""
        assert time.monotonic() - start < SOON


def test_a_body_that_dribbles_in_is_told_and_cut_off(hasty_server: Listening) -> None:
    with closing(connect(hasty_server)) as connection:
        connection.sendall(POST + b"Content-Length: 9000\r\n\r\n")
        connection.sendall(b"{")
        answer = rest(connection)
        assert answer.startswith(b"HTTP/1.1 408 ")
        assert b"application/problem+json" in answer


def test_a_body_to_a_reading_address_is_no_way_around(hasty_server: Listening) -> None:
    with closing(connect(hasty_server)) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        assert dribble(connection, b"1\r\nx\r\n", 4 * SOON) < 2 * SOON


def test_a_body_that_is_said_to_be_too_large_is_refused_unread(hasty_server: Listening) -> None:
    for line in (b"Content-Length: 10001\r\n", b"Content-Length: 99999999999999999999\r\n"):
        with closing(connect(hasty_server)) as connection:
            connection.sendall(POST + line + b"\r\n")
            answer = rest(connection)
            assert answer.startswith(b"HTTP/1.1 413 ")
            assert b"at most 10000 bytes" in answer


def test_a_body_that_turns_out_too_large_is_refused(hasty_server: Listening) -> None:
    with closing(connect(hasty_server)) as connection:
        connection.sendall(POST + b"Transfer-Encoding: chunked\r\n\r\n")
        chunk = b"1000\r\n" + b" " * 4096 + b"\r\n"
        try:
            for _ in range(50):
                connection.sendall(chunk)
        except ConnectionError:
            pass
        else:
            assert rest(connection).startswith(b"HTTP/1.1 413 ")


def test_a_head_that_is_too_large_is_refused(hasty_server: Listening) -> None:
    for head in (b"GET /" + b"a" * 5000, b"GET / HTTP/1.1\r\nHost: x\r\nX-A: " + b"b" * 5000):
        with closing(connect(hasty_server)) as connection:
            connection.sendall(head)
            assert rest(connection).startswith(b"HTTP/1.1 400 ")


def test_a_head_that_comes_at_once_is_no_exception(hasty_server: Listening) -> None:
    for head in (b"GET /" + b"a" * 5000 + b" HTTP/1.1\r\n", b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 800):
        with closing(connect(hasty_server)) as connection:
            connection.sendall(head + b"Host: x\r\n\r\n")
            answer = rest(connection)
            assert answer.startswith(b"HTTP/1.1 431 ")
            assert b"at most 4096 bytes" in answer


def test_a_body_of_two_lengths_is_refused_and_what_follows_is_no_request(hasty_server: Listening) -> None:
    two = b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    for head in (POST, b"GET / HTTP/1.1\r\nHost: x\r\n"):
        with closing(connect(hasty_server)) as connection:
            connection.sendall(head + two + b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = rest(connection)
            assert answer.startswith(b"HTTP/1.1 400 ")
            assert b"both a Content-Length and a Transfer-Encoding" in answer
            assert answer.count(b"HTTP/1.1") == 1


def test_nobody_says_by_a_header_what_links_others_get(hasty_server: Listening) -> None:
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example", "Forwarded": "proto=https"}
    with urlopen(Request(f"{hasty_server.url}/?f=json", headers=said), timeout=2 * SOON) as answer:
        links = json.load(answer)["links"]
    assert {link["href"].partition("?")[0].rpartition("/")[0] for link in links} == {hasty_server.url}


@pytest.mark.parametrize(
    "noise", [b"\x16\x03\x01\x02\x00", b"GET\r\n\r\n", b"\r\n" * 3000, b"GET / HTTP/x\r\n\r\n"]
)
def test_noise_is_no_request(hasty_server: Listening, noise: bytes) -> None:
    with closing(connect(hasty_server)) as connection:
        connection.sendall(noise)
        connection.shutdown(socket.SHUT_WR)
        assert rest(connection)[:12] in {b"", b"HTTP/1.1 400"}


def test_an_answer_that_is_not_taken_is_dropped(hasty_server: Listening) -> None:
    with closing(socket.socket()) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", hasty_server.port))
        connection.settimeout(4 * SOON)
        request = b"GET /map HTTP/1.1\r\nHost: x\r\n\r\n"
        connection.sendall(request * 30)
        time.sleep(SHORT.request_seconds + 2)
        assert dribble(connection, request, 2 * SOON) < SOON


def test_others_are_served_meanwhile(hasty_server: Listening) -> None:
    with ExitStack() as stack:
        lingering = [stack.enter_context(closing(connect(hasty_server))) for _ in range(50)]
        for connection in lingering:
            connection.sendall(b"GET / HTTP/1.1\r\n")
        start = time.monotonic()
        with urlopen(f"{hasty_server.url}/health", timeout=2 * SOON) as answer:
            assert answer.status == 200
        assert time.monotonic() - start < SOON < len(lingering) * SHORT.head_seconds
        assert [rest(connection) for connection in lingering] == [b""] * len(lingering)
