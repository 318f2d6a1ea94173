"""What kind of file some bytes are, and the clear word about kinds that are not read."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.zones.files.made import docx, page, paragraph, pdf, written_lines
from zones.documents import read_document
from zones.errors import DocumentError
from zones.files import Piped
from zones.files.kinds import Kind, kind_of

TEXT = b"Zones agreed\n\nThe zone includes Idlib province, the envoy said on Thursday.\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def packed(*names: str) -> bytes:
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w") as file:
        for name in names:
            file.writestr(name, "<a/>")
    return told.getvalue()


PDF, WORD = pdf([written_lines(["Idlib"])]), docx(paragraph("Idlib"))
MAIL = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x\r\n"

READ = [
    ("a.txt", TEXT, Kind.TEXT),
    ("a.md", TEXT, Kind.TEXT),
    ("a", TEXT, Kind.TEXT),
    ("a.2017", TEXT, Kind.TEXT),
    ("A.TXT", b"\xef\xbb\xbf" + TEXT, Kind.TEXT),
    ("a.txt", b"PK is short for Peshmerga Kurdistan, said he. Idlib.", Kind.TEXT),
    ("a.txt", b"%PDF is what the zone's maps were sent as.", Kind.TEXT),
    ("a.txt", b"From: the envoy\nTo: all\n\nIdlib is a zone.\n", Kind.TEXT),
    ("a.html", page(), Kind.PAGE),
    ("a.HTM", page(), Kind.PAGE),
    ("a", page(), Kind.PAGE),
    ("a.html", b"<p>The zone includes Idlib.</p>", Kind.PAGE),
    ("a.html", b"\xef\xbb\xbf<!-- saved from url=(0030)https://news.example/ -->\n<HTML><body>x", Kind.PAGE),
    ("a.xhtml", b'<?xml version="1.0"?>\n<!DOCTYPE html><html>x</html>', Kind.PAGE),
    ("a.pdf", PDF, Kind.PDF),
    ("a", PDF, Kind.PDF),
    ("a.docx", WORD, Kind.DOCX),
    ("a.docm", WORD, Kind.DOCX),
    ("a.mhtml", MAIL, Kind.WEB_ARCHIVE),
    ("a.html", MAIL, Kind.WEB_ARCHIVE),
]


@pytest.mark.parametrize(("name", "raw", "kind"), READ)
def test_a_kind_that_is_read(name: str, raw: bytes, kind: Kind) -> None:
    assert kind_of(Path(name), raw) is kind


REFUSED = [
    (
        "a.docx",
        TEXT,
        "ends as a Word document does and is none: it begins with 'Zones agreed'; rename it to .txt",
    ),
    ("a.docx", page(), "is a web page, whatever its ending says; rename it to a.html"),
    ("a.docx", PDF, "is a PDF, whatever its ending says; rename it to a.pdf"),
    ("a.docx", OLE, "an old Office document, or one that a password locks"),
    ("a.docx", packed("a.txt"), "is packed; unpack it"),
    ("a.docx", WORD[:200], "a damaged zip file"),
    ("a.docx", packed("xl/workbook.xml"), "is a spreadsheet"),
    ("a.docx", packed("mimetype", "content.xml"), "an OpenDocument file"),
    ("a.pdf", TEXT, "ends as a PDF does and is none"),
    ("a.pdf", WORD, "is a Word document, whatever its ending says; rename it to a.docx"),
    ("a.mhtml", TEXT, "ends as a web page saved as one file (MHTML) does and is none"),
    ("a.txt", PDF, "rename it to a.pdf"),
    ("a.txt", WORD, "rename it to a.docx"),
    ("a.txt", page(), "is a web page, whatever its ending says; rename it to a.html"),
    ("a.txt", MAIL, "rename it to a.mhtml"),
    ("a.html", PDF, "rename it to a.pdf"),
    (
        "a.txt",
        b"{\\rtf1\\ansi The zone includes Idlib.}",
        "is a rich text (RTF); open it in Word or LibreOffice",
    ),
    ("a.rtf", b"{\\rtf1\\ansi The zone includes Idlib.}", "is a rich text (RTF)"),
    ("a.doc", OLE, "an old Office document"),
    ("a.doc", TEXT, "ends as an old Word document"),
    ("a.doc", WORD, "rename it to a.docx"),
    ("a.odt", packed("content.xml"), "save it as .docx"),
    ("a.epub", packed("META-INF/container.xml", "OEBPS/a.xhtml"), "is a book (EPUB)"),
    ("a.pages", packed("Index/Document.iwa"), "Apple Pages"),
    ("a.pptx", packed("ppt/presentation.xml"), "is a presentation"),
    ("a.zip", packed("a.txt", "b.txt"), "is packed; unpack it and name the texts in it"),
    ("a.txt.gz", b"\x1f\x8b\x08\x00" + bytes(20), "is packed"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "is a picture; the text in it is not read"),
    ("a.txt", b"\xff\xd8\xff\xe0" + bytes(20), "is a picture"),
    ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "is a picture"),
    ("a.heic", b"\x00\x00\x00\x18ftypheic", "is a picture"),
    ("a.webarchive", b"bplist00\xd1", "a web archive of Safari"),
    ("a.eml", b"From: a@b.example\nSubject: Zones\n\nIdlib.\n", "ends as a mail"),
    ("a.gpkg", b"SQLite format 3\x00" + bytes(90), "a database"),
]


@pytest.mark.parametrize(("name", "raw", "words"), REFUSED)
def test_a_kind_that_is_not_read_is_named_with_what_to_do(
    tmp_path: Path, name: str, raw: bytes, words: str
) -> None:
    (file := tmp_path / name).write_bytes(raw)
    with pytest.raises(DocumentError) as caught:
        read_document(file)
    assert words in str(caught.value)
    assert str(caught.value).startswith(f"{file}: ")


@pytest.mark.parametrize("raw", [b"", b" \n", PDF[:30], b"\x00\x01\x02\x03", b"\xff\xfe\x00", b"%PDF-"])
def test_what_is_piped_in_is_told_by_its_bytes_alone(raw: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^standard-input: "):
        read_document(Piped(raw))


def test_a_text_that_is_piped_in() -> None:
    document = read_document(Piped(TEXT))
    assert (document.id, document.title, document.text) == ("standard-input", "Zones agreed", TEXT.decode())
