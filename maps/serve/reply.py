"""Answers: made once, kept for a while, sent compressed or not at all if the client has them."""

from __future__ import annotations

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

__all__ = ["PUBLIC", "TRANSIENT", "Rendered", "Shelf", "form_of", "send"]

PUBLIC = "public, max-age=300"
TRANSIENT = "no-store"
_WORTH_BYTES = 1000
_SHELF_BYTES = 32 * 1024 * 1024
_SHELF_PLACES = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """An answer's bytes, as they are and compressed, with what identifies them.

    Parameters
    ----------
    body, media_type
        The answer.
    packed
        The body by gzip; None if that is not worth it.
    tag
        Name of these bytes for an ETag, without quotes.
    policy
        Content-Security-Policy of a page; empty for data.
    """

    body: bytes
    media_type: str
    packed: bytes | None
    tag: str
    policy: str = ""

    @classmethod
    def of(cls, text: str, media_type: str, *, policy: str = "") -> Rendered:
        """Return an answer made of a text; what UTF-8 cannot hold becomes a mark."""
        body = text.encode("utf-8", errors="replace")
        packed = gzip.compress(body, 6, mtime=0) if len(body) >= _WORTH_BYTES else None
        tag = hashlib.sha256(body).hexdigest()[:24]
        return cls(body=body, media_type=media_type, packed=packed, tag=tag, policy=policy)

    @property
    def size(self) -> int:
        """Bytes that it takes to keep."""
        return len(self.body) + len(self.packed or b"")


class Shelf:
    """Answers kept by what was asked, within bounds; the least recently used go first."""

    def __init__(self, *, places: int = _SHELF_PLACES, size: int = _SHELF_BYTES) -> None:
        self._kept: OrderedDict[Hashable, Rendered] = OrderedDict()
        self._places = places
        self._size = size
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], Rendered]) -> Rendered:
        """Return what is kept under a key, or make and keep it."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self._kept[key] = made
        self.bytes += made.size
        while self._kept and (len(self._kept) > self._places or self.bytes > self._size):
            self.bytes -= self._kept.popitem(last=False)[1].size
        return made


def form_of(request: Request, asked: str | None) -> str:
    """Return ``html`` or ``json``: as asked, else what the Accept header likes better, else JSON."""
    if asked is not None:
        return asked
    html, data = 0.0, 0.0
    for part in request.headers.get("accept", "").split(","):
        kind, *rest = (piece.strip().lower() for piece in part.split(";"))
        weight = next((_weight(piece[2:]) for piece in rest if piece.startswith("q=")), 1.0)
        if kind in {"text/html", "application/xhtml+xml"}:
            html = max(html, weight)
        elif kind in {"application/json", "application/geo+json", "*/*"} or kind.endswith("+json"):
            data = max(data, weight)
    return "html" if html > data else "json"


def send(request: Request, answer: Rendered, *, status: int = 200, cache: str = PUBLIC) -> Response:
    """Return the response to a request: 304 if the client has these bytes, compressed if it takes gzip."""
    packed = answer.packed if _takes_gzip(request.headers.get("accept-encoding", "")) else None
    headers = {"Vary": "Accept, Accept-Encoding", "Cache-Control": cache}
    if answer.policy:
        headers["Content-Security-Policy"] = answer.policy
    if cache != TRANSIENT:
        headers["ETag"] = f'"{answer.tag}-gz"' if packed else f'"{answer.tag}"'
        if status == 200 and _has(request.headers.get("if-none-match", ""), answer.tag):
            return Response(status_code=304, headers=headers)
    if packed is not None:
        headers["Content-Encoding"] = "gzip"
    body = answer.body if packed is None else packed
    return Response(body, status_code=status, headers=headers, media_type=answer.media_type)


def _takes_gzip(header: str) -> bool:
    for part in header.split(","):
        coding, *rest = (piece.strip().lower() for piece in part.split(";"))
        if coding in {"gzip", "*"}:
            return all(_weight(piece[2:]) > 0 for piece in rest if piece.startswith("q="))
    return False


def _has(header: str, tag: str) -> bool:
    """Tell whether an If-None-Match names these bytes, in whichever coding (weak comparison)."""
    names = (name.strip().removeprefix("W/").strip('"').removesuffix("-gz") for name in header.split(","))
    return any(name in {tag, "*"} for name in names)


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
