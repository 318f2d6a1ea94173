"""Web pages saved as one file: the page in it is read as a saved page is."""

from __future__ import annotations

import base64
import quopri
from datetime import date
from pathlib import Path

import pytest

from tests.zones.files.made import BODY, page
from zones.documents import Document, read_document
from zones.errors import DocumentError

pytest.importorskip("trafilatura")
DAY = '<meta property="article:published_time" content="2017-06-23T18:30:00+03:00">'
HEAD = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/\r\nMIME-Version: 1.0\r\n"
MULTI = HEAD + b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"%s\r\n\r\n'


def part(
    content: bytes, *, kind: str = "text/html", encoding: str = "quoted-printable", more: str = ""
) -> bytes:
    told = quopri.encodestring(content) if encoding == "quoted-printable" else content
    told = base64.encodebytes(content) if encoding == "base64" else told
    return (
        f"----b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n".encode()
        + told
        + b"\r\n"
    )


def archive(*parts: bytes, more: bytes = b"") -> bytes:
    return MULTI % more + b"".join(parts) + b"----b--\r\n"


PICTURE = part(b"\x89PNG\r\n\x1a\n", kind="image/png", encoding="base64")
FRAME = part(
    b"<html><body><p>Buy now, and Iran will send troops to Daraa, the seller said.</p></body></html>"
)
STYLE = part(b"p { color: red }", kind="text/css")
CP1252 = (
    page(DAY).replace(b'<meta charset="utf-8">', b"").replace(b"Example News", "Élysée News".encode("cp1252"))
)
ARCHIVES = {
    "as Chromium saves it": archive(part(page(DAY)), STYLE, PICTURE),
    "with frames behind it": archive(part(page(DAY)), FRAME, FRAME),
    "the page named, behind a frame": archive(
        FRAME, part(page(DAY), more="Content-ID: <main>\r\n"), more=b';\r\n\tstart="<main>"'
    ),
    "in base64": archive(part(page(DAY), encoding="base64")),
    "as it is": archive(part(page(DAY), encoding="8bit")),
    "an encoding of the part": archive(part(CP1252, kind="text/html; charset=windows-1252")),
    "an encoding that nobody knows": archive(part(page(DAY), kind="text/html; charset=x-none")),
    "one part alone": HEAD
    + b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    + page(DAY),
    "an XHTML page": archive(part(page(DAY), kind="application/xhtml+xml")),
    "without its end": archive(part(page(DAY))).removesuffix(b"----b--\r\n"),
    "line ends of Unix": archive(part(page(DAY)), PICTURE).replace(b"\r\n", b"\n"),
}


def read(tmp_path: Path, content: bytes) -> Document:
    (file := tmp_path / "a.mhtml").write_bytes(content)
    return read_document(file)


@pytest.mark.parametrize("name", ARCHIVES)
def test_the_page_is_read(tmp_path: Path, name: str) -> None:
    document = read(tmp_path, ARCHIVES[name])
    lines = document.text.splitlines()
    assert [line for line in lines if line in BODY] == list(BODY)
    assert "Buy now" not in document.text
    assert (document.published, document.notes) == (date(2017, 6, 23), ())


WRONG = {
    "no page": archive(STYLE, PICTURE),
    "an empty page": archive(part(b"")),
    "a page without an article": archive(part(b"<html><body><script>x()</script></body></html>")),
    "pictures only": archive(PICTURE),
    "no parts": MULTI % b"",
}


@pytest.mark.parametrize("name", WRONG)
def test_an_archive_without_an_article_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError, match=r"without a(n| page)"):
        read(tmp_path, WRONG[name])
