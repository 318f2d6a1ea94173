"""PDFs with a text layer: lines and paragraphs in their order; scans, locks and endless ones are refused in words."""

from __future__ import annotations

import zlib
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from tests.zones.files.made import Placed, pdf, written_lines
from zones.documents import Document, read_document
from zones.errors import DocumentError
from zones.files.pdf import MOST_PAGES

pypdf = pytest.importorskip("pypdf")
TITLE = (50.0, 800.0, 18.0, "Zones agreed")
LINES = [
    "The zone includes all of Idlib province,",
    "the envoy said on Thursday.",
    "",
    "Turkey agreed, he added.",
]
TEXT = "\n".join(("Zones agreed", "", *LINES, ""))


def read(tmp_path: Path, content: bytes) -> Document:
    (file := tmp_path / "a.pdf").write_bytes(content)
    return read_document(file)


def article(*, top: float = 760) -> list[Placed]:
    return [TITLE, *written_lines(LINES, top=top)]


def test_lines_and_paragraphs(tmp_path: Path) -> None:
    document = read(tmp_path, pdf([article()]))
    assert (document.text, document.title, document.notes) == (TEXT, "Zones agreed", ())


def test_a_day_below_the_title_is_that_of_publication_and_that_of_the_file_is_none(tmp_path: Path) -> None:
    dated = [TITLE, (50, 780, 11, "23 June 2017"), *written_lines(LINES, top=740)]
    assert read(tmp_path, pdf([dated])).published == date(2017, 6, 23)
    made = pdf([article()], trailer=b"/Info << /CreationDate (D:20201231120000Z) >>")
    assert read(tmp_path, made).published is None


COLUMNS = [TITLE, *written_lines(LINES[:2]), *written_lines(["Russia agreed too,", "he said."], x=320)]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    lines = [line for line in read(tmp_path, pdf([COLUMNS])).text.splitlines() if line]
    assert lines == ["Zones agreed", *LINES[:2], "Russia agreed too,", "he said."]


REST = [
    [f"{word} line.", f"{word} words.", f"{word} end."] for word in ("First", "Second", "Third", "Fourth")
]


def pages(header: str, footer: str, *, count: int = 4, numbered: bool = True) -> bytes:
    told = []
    for number in range(1, count + 1):
        body = [f"Words of page {'abcdefgh'[number - 1]} on Idlib.", *REST[number - 1]]
        foot = f"{footer} {number}" if numbered else footer
        told.append([(50.0, 820.0, 8.0, header), *written_lines(body, top=760), (50.0, 30.0, 8.0, foot)])
    return pdf([[one for one in lines if one[3].strip()] for lines in told])


EDGES = {
    "a header": ("Example News", "", False),
    "a footer with a number": ("", "Page", True),
    "both": ("Example News, 23 June 2017", "Page", True),
    "a number alone": ("", "", True),
    "a number of a number": ("", "4 pages, page", True),
    "a copyright": ("", "© 2024 Example News", False),
    "an address": ("", "https://news.example/zones", True),
    "two pages": ("Example News", "Page", True),
    "a title in capitals": ("ZONES AGREED", "", False),
    "a notice": ("CONFIDENTIAL - not to be passed on", "", False),
}


@pytest.mark.parametrize("name", EDGES)
def test_what_is_repeated_on_pages_is_left_out_and_told(tmp_path: Path, name: str) -> None:
    header, footer, numbered = EDGES[name]
    count = 2 if name == "two pages" else 4
    document = read(tmp_path, pages(header, footer, count=count, numbered=numbered))
    lines = [line for line in document.text.splitlines() if line]
    assert lines == [
        line
        for page, rest in zip("abcd"[:count], REST, strict=False)
        for line in (f"Words of page {page} on Idlib.", *rest)
    ]
    (note,) = document.notes
    assert note.startswith("left out, as headers and footers of pages: ")
    assert (header or footer) in note


def test_what_a_browser_prints_around_a_page_is_left_out_and_told(tmp_path: Path) -> None:
    around = [(30, 830, 8, "11/30/26, 7:11 AM"), (300, 830, 8, "Zones agreed"), *article()]
    document = read(tmp_path, pdf([[*around, (30, 10, 8, "https://news.example/zones 1/1")]]))
    assert "11/30/26" not in document.text
    assert "https" not in document.text
    assert document.published is None
    assert document.notes[0].startswith("left out, as headers and footers of pages: ")


def test_a_title_that_later_pages_repeat_is_kept_where_it_is_large(tmp_path: Path) -> None:
    head = (50.0, 820.0, 8.0, "Zones agreed")
    later = [[head, *written_lines(lines, top=760)] for lines in (REST[0], REST[1])]
    document = read(tmp_path, pdf([article(), *later]))
    assert document.text.startswith(TEXT.removesuffix("\n"))
    assert document.text.count("Zones agreed") == 1


def test_a_sentence_goes_on_over_a_page_and_a_paragraph_does_not(tmp_path: Path) -> None:
    first = written_lines(["A first line of it.", "The zone includes all of", "Idlib province and"])
    second = written_lines(["parts of Hama.", "", "Turkey agreed.", "Russia too."])
    text = read(tmp_path, pdf([first, second])).text
    assert "Idlib province and\nparts of Hama." in text
    assert "parts of Hama.\n\nTurkey agreed." in text
    third = written_lines(["Turkey agreed.", "So he said.", "", "Russia too."])
    ended = written_lines(["A first line of it.", "The zone includes all of", "Idlib province."])
    assert "Idlib province.\n\nTurkey agreed." in read(tmp_path, pdf([ended, third])).text


def test_pages_without_text_are_told(tmp_path: Path) -> None:
    document = read(tmp_path, pdf([article(), [], [], article()]))
    assert document.notes[0] == "pages 2, 3: no text, perhaps a picture of one"


def locked(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(pdf([article()]))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    told = BytesIO()
    writer.write(told)
    return told.getvalue()


def test_a_lock_against_changes_alone_lets_read(tmp_path: Path) -> None:
    assert read(tmp_path, locked("")).text == TEXT


PACKED = zlib.compress(b"BT (x) Tj ET\n" * 6_000_000, 9)
BOMB = pdf([[]]).replace(
    b"<< /Length 0 >>\nstream\n", b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s" % (len(PACKED), PACKED)
)
WRONG = {
    "a scan": (pdf([[], []], drawn=[b"q 1 0 0 1 0 0 cm Q", b""]), "is a PDF without text, as a scan is"),
    "blanks only": (pdf([[(50.0, 800.0, 11.0, "   ")]]), "is a PDF without text"),
    "a password": (locked("secret"), "is a PDF that a password locks"),
    "no pages": (pdf([]), "is a PDF without pages"),
    "a head alone": (b"%PDF-1.7\n", "is a damaged PDF"),
    "rubbish behind the head": (b"%PDF-1.7\n" + b"Idlib " * 50, "is a damaged PDF"),
    "cut": (pdf([article()])[:300], "PDF"),
    "too many pages": (pdf([[]] * (MOST_PAGES + 1)), f"has {MOST_PAGES + 1} pages; expected at most {MOST_PAGES}"),
    "a page that never ends": (pdf([[]], drawn=[b"q Q " * 1_500_000]), "draws more than any article"),
    "many pages of much": (pdf([[]] * 8, drawn=[b"q Q " * 200_000] * 8), "draws far more than the pages"),
    "a page that unpacks without end": (BOMB, "PDF"),
    "pages in a circle": (
        pdf([article()]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"), "PDF",
    ),
    "signs only": (pdf([[(50.0, 800.0, 11.0, "--- !? ---")]]), "has no words"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zones.files.pdf._MOST_STEPS", 50_000)
    content, words = WRONG[name]
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, content)
    assert words in str(caught.value)
    assert caplog.records == []


def test_a_numbered_heading_on_each_page_is_no_header(tmp_path: Path) -> None:
    told = [written_lines([f"Article {n}", "", *REST[n - 1]], top=760) for n in (1, 2, 3)]
    document = read(tmp_path, pdf(told))
    assert document.notes == ()
    lines = document.text.splitlines()
    assert [line for line in lines if line.startswith("Art")] == ["Article 1", "Article 2", "Article 3"]
