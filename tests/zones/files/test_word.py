"""Word documents: paragraphs, lists and tables in their order; what is none is refused in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import zones
from tests.zones.files.made import BODY, TITLE, docx, paragraph, word_table
from tests.zones.files.test_page_tables import KALIN, LEAD, ROWS
from zones.documents import Document, read_document
from zones.errors import DocumentError

pytest.importorskip("mammoth")
STYLED = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
STYLES = (
    b'<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    b'<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
)
NUMBERING = (
    b'<?xml version="1.0"?><w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    b'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    b'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    b"</w:numbering>"
)
RELS = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Target="styles.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/styles"/><Relationship Id="r2" Target="numbering.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/numbering"/><Relationship Id="r3" Target="footnotes.xml" Type="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
)
FOOTNOTES = (
    b'<?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:footnote w:id="1"><w:p><w:r><w:t>All of Daraa province, some say.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
MORE = {
    "word/styles.xml": STYLES,
    "word/numbering.xml": NUMBERING,
    "word/_rels/document.xml.rels": RELS,
    "word/footnotes.xml": FOOTNOTES,
}


def item(text: str, number: int) -> str:
    return paragraph(
        text, inside=f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    )


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


def read(tmp_path: Path, content: bytes, name: str = "a.docx") -> Document:
    (file := tmp_path / name).write_bytes(content)
    return read_document(file)


def test_an_article_is_read_as_from_a_text(tmp_path: Path) -> None:
    body = paragraph(TITLE) + paragraph("23 June 2017") + "".join(map(paragraph, BODY))
    document = read(tmp_path, docx(body))
    assert document.text == "\n\n".join((TITLE, "23 June 2017", *BODY)) + "\n"
    assert (document.title, document.published, document.notes) == (TITLE, date(2017, 6, 23), ())
    (tmp_path / "a.txt").write_text(document.text, "utf-8")
    word, text = zones.load(tmp_path / "a.docx"), zones.load(tmp_path / "a.txt")
    assert [zone.to_dict() for zone in word.zones] == [zone.to_dict() for zone in text.zones]
    assert len(word.zones) == 4
    assert word.claims == text.claims


LINES = {
    "a title": (paragraph(TITLE, inside=STYLED.format("Title")) + paragraph("Idlib."), [TITLE, "Idlib."]),
    "a heading": (paragraph(TITLE, inside=STYLED.format("Heading1")) + paragraph("Idlib."), [TITLE, "Idlib."]),
    "runs": (f"<w:p>{run('Id')}{run('lib ')}{run('province')}</w:p>", ["Idlib province"]),
    "a break": (f"<w:p>{run('One')}<w:r><w:br/></w:r>{run('two')}</w:p>", ["One", "two"]),
    "a number each": (item("Idlib", 1) + item("Homs", 1), ["1. Idlib", "2. Homs"]),
    "bullets": (item("Idlib", 2) + item("Homs", 2), ["- Idlib", "- Homs"]),
    "a table": (word_table([("Zone 1", "Idlib"), ("Zone 2", "Homs")]), ["Zone 1 | Idlib", "Zone 2 | Homs"]),
    "between paragraphs": (
        paragraph("Two zones:") + word_table([("1", "Idlib"), ("2", "Homs")]) + paragraph("So he said."),
        ["Two zones:", "1 | Idlib", "2 | Homs", "So he said."],
    ),
    "an insertion": (f"<w:p>{run('All of ')}<w:ins>{run('Idlib')}</w:ins></w:p>", ["All of Idlib"]),
    "a deletion": (
        f"<w:p>{run('All of Idlib')}<w:del><w:r><w:delText> and Homs</w:delText></w:r></w:del></w:p>",
        ["All of Idlib"],
    ),
    "a link": (f"<w:p>{run('In ')}<w:hyperlink w:anchor='x'>{run('Idlib')}</w:hyperlink></w:p>", ["In Idlib"]),
    "a field": (
        f"<w:p><w:sdt><w:sdtContent>{run('Idlib')}</w:sdtContent></w:sdt></w:p>", ["Idlib"],
    ),
    "signs of markup": (paragraph("Idlib <b> & Homs"), ["Idlib <b> & Homs"]),
    "a soft hyphen and a tab": (f"<w:p>{run('Idlib')}<w:r><w:tab/></w:r>{run('Homs')}</w:p>", ["Idlib Homs"]),
    "empty paragraphs": (paragraph("") + paragraph("Idlib") + paragraph(" "), ["Idlib"]),
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_what_becomes_a_line(tmp_path: Path, name: str) -> None:
    body, lines = LINES[name]
    assert read(tmp_path, docx(body, more=MORE)).text == "\n\n".join(lines) + "\n"


def test_zones_in_a_table_of_word(tmp_path: Path) -> None:
    body = paragraph(TITLE) + paragraph(LEAD) + word_table([("Zone", "Area"), *ROWS]) + paragraph(KALIN)
    read(tmp_path, docx(body))
    assert len(zones.load(tmp_path / "a.docx").zones) == 4


def test_footnotes_are_left_out_and_told(tmp_path: Path) -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    document = read(tmp_path, docx(f"<w:p>{run('The zone includes Idlib')}{mark}{run('.')}</w:p>", more=MORE))
    assert document.text == "The zone includes Idlib.\n"
    assert document.notes == ("1 footnote left out",)


LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
WRONG = {
    "no text": (docx(paragraph("")), "is a Word document without text"),
    "a picture only": (docx("<w:p><w:r><w:drawing/></w:r></w:p>"), "is a Word document without text"),
    "XML that breaks off": (docx("", document="<w:document"), "is a damaged Word document"),
    "no XML": (docx("", document="Idlib"), "is a damaged Word document"),
    "an entity of its own": (docx("", document=f"{LAUGHS}<w>&b;</w>"), "defines its own entities"),
    "other XML": (docx("", document="<a>Idlib</a>"), "is a damaged Word document"),
    "no end": (docx(paragraph("Idlib"))[:-40], "is a damaged zip file"),
    "nested too deep": (docx("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "Word document"),
    "signs only": (docx(paragraph("—!?…")), "has no words"),
    "a part that is damaged": (
        docx(paragraph("Idlib"), more={**MORE, "word/numbering.xml": b"<w:numbering"}), "is a damaged Word document",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    content, words = WRONG[name]
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, content)
    assert words in str(caught.value)


def test_what_unpacks_without_end_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = docx(paragraph("Idlib"), more={"word/footnotes.xml": b" " * 60_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(DocumentError, match=r"has 60,\d+,\d+ bytes of text when unpacked"):
        read(tmp_path, bomb)
