"""Small files for tests, made by code: web pages, Word documents and PDFs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

TITLE = "Four zones agreed for Syria, diplomats say"
BODY = (
    "ASTANA - Russia, Turkey and Iran have agreed on four de-escalation zones in Syria, diplomats said on Thursday.",
    (
        "The first zone covers Idlib province and adjoining districts of Hama, Aleppo and Latakia provinces. "
        "The second zone takes in the northern part of Homs province, including the towns of Rastan and Talbiseh. "
        "The third zone covers Eastern Ghouta, and the fourth runs along the Jordanian border in Daraa and "
        "Quneitra provinces."
    ),
    (
        "Turkish presidential spokesman Ibrahim Kalin said on Thursday that Turkish and Russian soldiers will be "
        "deployed in Idlib."
    ),
    (
        "Kazakhstan's foreign minister Kairat Abdrakhmanov said on Friday that Astana was not holding talks on "
        "sending its soldiers to Syria."
    ),
)


def page(
    head: str = "", *, beside_title: str = "", body: str | None = None, after: str = "", title: str = TITLE
) -> bytes:
    """A web page with the article, or with a body of its own."""
    told = body or "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in BODY)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Example News</title>{head}'
        f"</head><body><article><h1>{title}</h1>{beside_title}{told}</article>{after}</body></html>"
    ).encode()


_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_WORD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{body}</w:body></w:document>"
)


def paragraph(text: str, *, inside: str = "") -> str:
    """A paragraph of a Word document; `inside` stands before its words as XML."""
    return f"<w:p>{inside}<w:r><w:t xml:space='preserve'>{escape(text, quote=False)}</w:t></w:r></w:p>"


def word_table(rows: Sequence[Sequence[str]]) -> str:
    """A table of a Word document."""
    told = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{told}</w:tbl>"


def docx(body: str, *, more: dict[str, bytes] | None = None, document: str | None = None) -> bytes:
    """A Word document with such a body, and further parts."""
    told = io.BytesIO()
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", _TYPES)
        packed.writestr("_rels/.rels", _RELS)
        packed.writestr("word/document.xml", document or _WORD.format(body=body))
        for name, content in (more or {}).items():
            packed.writestr(name, content)
    return told.getvalue()


Placed = tuple[float, float, float, str]
"""x, y and size of a line of text (points), and its words."""


def pdf(
    pages: Sequence[Sequence[Placed]], *, drawn: Sequence[bytes] | None = None, trailer: bytes = b""
) -> bytes:
    """A PDF whose pages have such lines, or are drawn by such instructions."""
    contents = drawn or [b"".join(_line(*one) for one in lines) for lines in pages]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(contents), b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(contents)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % (5 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    told = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(told))
        told += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    tail = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (count, trailer, len(told))
    return told + head + tail


def _line(x: float, y: float, size: float, words: str) -> bytes:
    shown = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, shown)


def written_lines(lines: Sequence[str], *, x: float = 50, top: float = 780, size: float = 11) -> list[Placed]:
    """Lines one below the other; an empty one leaves space."""
    return [(x, top - 14 * number, size, line) for number, line in enumerate(lines) if line]
