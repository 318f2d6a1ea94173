"""The round trip against a server on this computer: as it should be, slow, refusing, broken, cut off."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from zones.asking.endpoint import Endpoint, ask_model
from zones.errors import EndpointError, MissingExtraError

Reply = Callable[[BaseHTTPRequestHandler], None]
KEY = "sk-very-secret"


class Stub:
    """A server with chat completions; ``reply`` says what it does."""

    def __init__(self) -> None:
        self.reply: Reply = said("hello")
        self.heard: list[tuple[str, dict[str, str], Any]] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                stub.heard.append((self.path, dict(self.headers), json.loads(body)))
                with suppress(OSError):  # the client may have gone
                    stub.reply(self)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.block_on_close = False
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def sent(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Reply:
    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return reply


def said(content: object, finish: str = "stop") -> Reply:
    return sent(
        json.dumps({"choices": [{"message": {"content": content}, "finish_reason": finish}]}).encode()
    )


def silent(handler: BaseHTTPRequestHandler) -> None:
    del handler
    time.sleep(5)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 1_000_000)


def broken_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


@pytest.fixture
def stub() -> Iterator[Stub]:
    made = Stub()
    yield made
    made.server.shutdown()
    made.server.server_close()


def asked(stub: Stub, **options: Any) -> str:
    return ask_model("What?", Endpoint(**{"url": stub.url, "model": "M", "seconds": 5.0, **options}))


def test_the_request_goes_out_and_the_answer_comes_back(stub: Stub) -> None:
    assert asked(stub, key=KEY) == "hello"
    ((path, headers, body),) = stub.heard
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert body == {"model": "M", "messages": [{"role": "user", "content": "What?"}]}


def test_without_a_key_none_is_sent_not_even_one_of_netrc(
    stub: Stub, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    asked(stub, url=f"{stub.url}/chat/completions/")
    ((path, headers, _),) = stub.heard
    assert path == "/v1/chat/completions"
    assert "Authorization" not in headers


def test_what_is_for_this_computer_goes_to_no_proxy(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert asked(stub, key=KEY) == "hello"


def test_an_answer_in_parts_is_joined(stub: Stub) -> None:
    stub.reply = said([{"type": "text", "text": "he"}, {"type": "text", "text": "llo"}])
    assert asked(stub) == "hello"


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (silent, "no reply within 0.5 seconds; allow more with --timeout"),
        (dripping, "no reply within 0.5 seconds; allow more with --timeout"),
        (endless, "over|no reply within"),
        (broken_off, "connection failed|no chat completion"),
        (lambda handler: handler.connection.close(), "connection failed"),
        (sent(b'{"error": {"message": "no such model"}}', 404), "404 Not Found: no such model"),
        (sent(f"wrong key {KEY}".encode(), 401), r"401 Unauthorized: wrong key \*\*\*"),
        (sent(b"<html>" * 1000, 500), "500 Internal Server Error"),
        (sent(b"[]", 429), "429"),
        (sent(b"", 302, {"Location": "http://127.0.0.1:1/"}), "302"),
        (sent(b""), "no chat completion"),
        (sent(b"\xff\xfe"), "no chat completion"),
        (sent(b'{"choices": []}'), "no chat completion"),
        (sent(b'{"choices": [{"message": "x"}]}'), "no chat completion"),
        (sent(b"[" * 100_000), "no chat completion"),
        (said(None), "wrote nothing"),
        (said("  "), "wrote nothing"),
        (said('{"model": "M", "zones": [{', "length"), "limit of words"),
    ],
)
def test_what_goes_wrong_is_told_without_the_key(stub: Stub, reply: Reply, words: str) -> None:
    stub.reply = reply
    with pytest.raises(EndpointError, match=words) as caught:
        asked(stub, key=KEY, seconds=0.5 if reply in {silent, dripping, endless} else 5.0)
    assert KEY not in str(caught.value)
    assert str(caught.value).startswith("127.0.0.1: ")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"url": "localhost:8000"}, "is no address"),
        ({"url": "file:///etc/passwd"}, "is no address"),
        ({"url": "http://[::1"}, "is no address"),
        ({"url": "http://localhost:99999/"}, "is no address"),
        ({"url": "http://user:pass@localhost/v1"}, "holds a password"),
        ({"url": "http://example.org/v1"}, "unencrypted"),
        ({"key": "two words"}, "holds no key"),
        ({"key": "line\nline"}, "holds no key"),
    ],
)
def test_what_cannot_be_an_address_or_key_is_refused_before_anything_is_sent(
    stub: Stub, options: dict[str, Any], words: str
) -> None:
    with pytest.raises(EndpointError, match=words) as caught:
        asked(stub, **{"key": KEY, **options})
    assert KEY not in str(caught.value)
    assert "pass@" not in str(caught.value)
    assert stub.heard == []


def test_nobody_there(stub: Stub) -> None:
    with pytest.raises(EndpointError, match="check the address"):
        asked(stub, url="http://127.0.0.1:9/v1")


def test_the_extra_is_named(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "requests", None)
    with pytest.raises(MissingExtraError, match="model"):
        asked(stub)


def test_the_key_is_not_shown() -> None:
    assert KEY not in repr(Endpoint(url="http://localhost", model="M", key=KEY))
