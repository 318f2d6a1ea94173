"""The round trip: a request sent to a server with OpenAI's chat completions, and what the model wrote in reply.

Nothing here runs unless a user names a model and an address. What is sent is the request, and with it the article.
"""

from __future__ import annotations

import ipaddress
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit

from geodata.foreign import parsed_json
from zones.asking.answer import MOST_BYTES
from zones.errors import EndpointError, MissingExtraError

if TYPE_CHECKING:
    import requests

__all__ = ["KEY_VARIABLE", "Endpoint", "ask_model"]

KEY_VARIABLE = "ZONEMAP_MODEL_KEY"
"""The environment variable that holds the key, for servers that want one."""
_PATH = "/chat/completions"
_CHUNK = 1 << 16
_MOST_REPLY = 4 * MOST_BYTES  # the answer as a string in JSON, and what stands around it
_LONGEST_TOLD = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A server that a model runs on.

    Parameters
    ----------
    url
        Its address, as "http://localhost:11434/v1"; "/chat/completions" is put at its end if it is not there.
    model
        The model's name, as the server knows it.
    key
        Sent as a bearer token; None or empty if the server wants none.
    seconds
        Longest time for the reply.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = 300.0

    def address(self) -> str:
        """Return the address that is asked; raise `EndpointError` if it is none, or not one for a key."""
        parts = _parts(self.url)
        if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
            raise EndpointError(
                f"--endpoint {self.url!r} is no address; expected one as http://localhost:11434/v1"
            )
        if parts.username or parts.password:
            raise EndpointError(f"the endpoint's address holds a password; put the key into {KEY_VARIABLE}")
        if self.key and not (self.key.isascii() and self.key.isprintable() and " " not in self.key):
            raise EndpointError(f"{KEY_VARIABLE} holds no key: blanks or characters that no key has")
        if self.key and parts.scheme == "http" and not _is_here(parts.hostname):
            raise EndpointError(
                f"{parts.hostname}: the key in {KEY_VARIABLE} would go there unencrypted; use https, or unset it"
            )
        path = parts.path.rstrip("/")
        return parts._replace(path=path if path.endswith(_PATH) else path + _PATH, fragment="").geturl()


def ask_model(request: str, endpoint: Endpoint) -> str:
    """Return what a model wrote in reply to a request.

    Parameters
    ----------
    request
        What to ask; see `zones.asking.request_text`.
    endpoint
        Whom to ask.

    Raises
    ------
    EndpointError
        If the server cannot be reached, takes too long, refuses, or replies with something else.
    MissingExtraError
        If requests is not installed.
    """
    address = endpoint.address()
    try:
        import requests  # noqa: PLC0415 - an extra
        from urllib3.exceptions import HTTPError  # noqa: PLC0415
        from urllib3.exceptions import TimeoutError as SlowError  # noqa: PLC0415
    except ImportError:
        raise MissingExtraError("asking a model", package="requests", extra="model") from None
    host = urlsplit(address).hostname
    try:
        status, reason, body = _sent(request, endpoint, address)
    except (requests.Timeout, TimeoutError, SlowError):
        told = f"no reply within {endpoint.seconds:g} seconds; allow more with --timeout"
        raise EndpointError(f"{host}: {told}") from None
    except (requests.RequestException, HTTPError) as error:
        told = f"the connection failed ({type(error).__name__}); check the address, and that the server runs"
        raise EndpointError(f"{host}: {told}") from None
    if status != 200:
        said = _said(body, endpoint.key)
        raise EndpointError(f"{host}: the server answered {status} {reason}{f': {said}' if said else ''}")
    return _content(body, str(host))


def _sent(request: str, endpoint: Endpoint, address: str) -> tuple[int, str, bytes]:
    """Return a server's status, its reason and what it replied."""
    import requests  # noqa: PLC0415

    def signed(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
        if endpoint.key:
            prepared.headers["Authorization"] = f"Bearer {endpoint.key}"
        return prepared

    asked: dict[str, Any] = {"model": endpoint.model, "messages": [{"role": "user", "content": request}]}
    host, end = urlsplit(address).hostname or "", time.monotonic() + endpoint.seconds
    with requests.Session() as session:
        session.trust_env = not _is_here(host)  # nothing for here goes to a proxy
        reply = session.post(  # `auth` of our own: without it a .netrc would be read
            address, json=asked, auth=signed, stream=True, timeout=endpoint.seconds, allow_redirects=False,
            headers={"Accept-Encoding": "identity"},
        )  # fmt: skip
        with reply as response:
            body = _read(response, host, end)
        return response.status_code, response.reason or "", body


def _read(response: requests.Response, host: str, end: float) -> bytes:
    """Return what a server replies, as it comes, until a time is up."""
    pieces, got = [], 0
    while piece := response.raw.read1(_CHUNK, decode_content=False):
        got += len(piece)
        pieces.append(piece)
        if time.monotonic() > end:
            raise TimeoutError
        if got > _MOST_REPLY:
            raise EndpointError(f"{host}: the reply has over {_MOST_REPLY:,} bytes")
    return b"".join(pieces)


def _content(body: bytes, host: str) -> str:
    """Return what the model wrote, of a server's reply."""
    try:
        choice = parsed_json(body)["choices"][0]
        content, why = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, LookupError, TypeError, AttributeError):
        raise EndpointError(
            f"{host}: the reply is no chat completion; expected choices[0].message.content"
        ) from None
    if isinstance(content, list):  # parts, as some servers give
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    if why == "length":
        raise EndpointError(f"{host}: the model stopped at its limit of words; ask one that may write more")
    if not isinstance(content, str) or not content.strip():
        raise EndpointError(f"{host}: the model wrote nothing")
    return content


def _said(body: bytes, key: str | None) -> str:
    """Return what a server says went wrong, on a line, without the key."""
    text = body[: 8 * _LONGEST_TOLD].decode("utf-8", "replace")
    try:
        told: Any = parsed_json(body)
        told = told.get("error", told)
        text = str(told.get("message", told)) if isinstance(told, dict) else str(told)
    except (ValueError, AttributeError):
        pass
    line = " ".join(text.split())
    return (line.replace(key, "***") if key else line)[:_LONGEST_TOLD]


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # which is looked at only now
    except ValueError:
        return None
    return parts


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
