"""Text files, saved pages and their manifests, spoiled: a document, or an error that names the file."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example
from hypothesis import strategies as st

import zones
from tests.fuzz.mutations import HOSTILE, TEXTS, changed_bytes, changed_text
from tests.fuzz.soundness import check_quotations, check_zone_set
from tests.fuzz.targets import folder, target, within
from tests.zones.files.made import docx, paragraph, pdf, word_table, written_lines
from zones.documents import read_document
from zones.errors import DocumentError, ManifestError

pytestmark = pytest.mark.slow

TEXT = "Astana talks\n\nJune 23, 2017\n\nThe zone includes Idlib province, and Russia will send soldiers on Thursday.\n"
PAGES = (
    (
        '<!DOCTYPE html><html lang="en"><head><title>Astana talks</title><meta property="article:published_time" '
        'content="2017-06-23T10:00:00+03:00"><script type="application/ld+json">{"@type": "NewsArticle", "headline": '
        '"Astana", "datePublished": "2017-06-23"}</script></head><body><article><h1>Astana talks</h1>'
        "<p>The zone includes Idlib province and adjoining districts of Hama and Latakia, he said.</p>"
        "<p>Russian soldiers will be sent to Idlib on Thursday, he added &amp; went on &#8220;soon&#8221;.</p>"
        "<ul><li>Share</ul><blockquote>No decision yet.</blockquote></article><footer>© 2017</footer></body></html>"
    ),
    "<p>The zone includes northern Homs province and the towns of Rastan and Talbiseh.<br>Jordan denied it.",
    "<table><tr><td>The zone includes Daraa province.</td></tr></table>",
)
MANIFEST = (
    '[[document]]\nfile = "own.txt"\nid = "own"\ntitle = "Astana"\npublisher = "An agency"\npublished = 2017-06-23\n',
    f'[[document]]\nfile = "own.txt"\nsha256 = "{"0" * 64}"\n',
)


def check(name: str, content: bytes, manifest: str | None = None) -> None:
    with folder() as path:
        (file := path / name).write_bytes(content)
        if manifest is not None:
            (path / "sources.toml").write_bytes(manifest.encode("utf-8", "surrogatepass"))
        with suppress(DocumentError, ManifestError):
            document = read_document(file)
            assert read_document(file) == document
            assert document.id
            document.text.encode("utf-8")
            found = zones.load(file)
            check_quotations(found)
            check_zone_set(found)


@target(examples=60, content=changed_bytes([TEXT.encode()]) | st.binary(max_size=200))
def test_text_files_with_bytes_exchanged(content: bytes) -> None:
    check("own.txt", content)


@target(examples=40, page=changed_text(PAGES))
@example(page=PAGES[0].replace('"headline": "Astana"', '"headline": "Astana \\ud800"'))
@example(page="<div>" * 5000 + PAGES[0])
def test_pages_with_words_exchanged(page: str) -> None:
    check("own.html", page.encode("utf-8", "surrogatepass"))


@target(examples=20, content=changed_bytes([page.encode() for page in PAGES]) | st.binary(max_size=99))
def test_pages_with_bytes_exchanged(content: bytes) -> None:
    check("own.html", content)


WORD = docx(
    paragraph("Astana talks") + paragraph(TEXT) + word_table([("Zone 1", "Idlib"), ("Zone 2", "Homs")])
)
PDF = pdf([written_lines(TEXT.splitlines()), written_lines(["Idlib and", "", "Homs."])])
ARCHIVE = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
    f"{PAGES[0]}\r\n--b--\r\n"
).encode()


@target(examples=60, content=changed_bytes([WORD]))
def test_word_documents_with_bytes_exchanged(content: bytes) -> None:
    check("own.docx", content)


@target(
    examples=60,
    body=changed_text(["<w:p><w:r><w:t>Idlib is a zone.</w:t></w:r></w:p>", word_table([("1", "Idlib")])]),
)
def test_word_documents_with_markup_exchanged(body: str) -> None:
    check("own.docx", docx(body.encode("utf-8", "replace").decode()))


@target(examples=100, content=changed_bytes([PDF]))
def test_pdfs_with_bytes_exchanged(content: bytes) -> None:
    with within(seconds=60):
        check("own.pdf", content)


@target(examples=40, content=changed_bytes([ARCHIVE]))
def test_web_archives_with_bytes_exchanged(content: bytes) -> None:
    check("own.mhtml", content)


@target(
    examples=5,
    piece=st.sampled_from(["<div>", "<p>", "<a href='", "<!--", "&", "<table><tr>", "<b><i>", *HOSTILE]),
    times=st.integers(10, 3000),
)
def test_pages_nested_deep(piece: str, times: int) -> None:
    with within(seconds=60):
        check("own.html", (PAGES[0].replace("<p>", piece * times, 1)).encode("utf-8", "surrogatepass"))


@target(examples=60, manifest=changed_text(MANIFEST))
@example(manifest="a = " + "[" * 5000)
@example(manifest="a = " + "9" * 5000)
@example(manifest=MANIFEST[0].replace("2017-06-23", "2017-06-23T10:00:00"))
@example(manifest=MANIFEST[0].replace("2017-06-23", "0001-01-01"))
def test_manifests_with_words_exchanged(manifest: str) -> None:
    check("own.txt", TEXT.encode(), manifest)


VALUE = st.sampled_from(
    [
        '""',
        "7",
        "true",
        "[1]",
        "{}",
        "2017-06-23T10:00:00Z",
        "10:00:00",
        "2017-06-23",
        "nan",
        '"x\\u0000"',
        '"\\u001b[31m"',
    ]
)


@target(
    examples=60,
    rows=st.dictionaries(
        st.sampled_from(["id", "title", "publisher", "published", "sha256", "file2"]), VALUE, max_size=4
    ),
)
@example(rows={"title": "7"})
@example(rows={"publisher": "[1]"})
@example(rows={"id": '""'})
def test_manifests_with_values_of_any_type(rows: dict[str, str]) -> None:
    told = "".join(f"{key} = {value}\n" for key, value in rows.items())
    check("own.txt", TEXT.encode(), f'[[document]]\nfile = "own.txt"\n{told}')


@target(
    examples=20,
    name=TEXTS.filter(
        lambda t: "/" not in t and "\x00" not in t and 0 < len(t.encode("utf-8", "replace")) < 200
    ),
)
def test_files_of_any_name(name: str) -> None:
    with suppress(UnicodeEncodeError):
        name.encode()
        check(f"{name}.txt", TEXT.encode())
