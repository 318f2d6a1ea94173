"""The address of a document: only what a file or a person gives, and only of the web."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import zones
from tests.zones.files.made import BODY, page
from zones.documents import read_document
from zones.errors import DocumentError, ManifestError, ReviewError
from zones.web_address import address_in_text, web_address

HERE = "https://news.example.org/2017/06/23/zones"
STORY = "\n\n".join(BODY)


@pytest.mark.parametrize(
    "address",
    [
        HERE,
        "http://localhost:8000/a",
        "HTTPS://EXAMPLE.org/a?b=c&d=%20#e",
        "https://пример.рф/а",
        "https://[::1]/a",
    ],
)
def test_addresses_of_the_web(address: str) -> None:
    assert web_address(f"  {address} ") == address


@pytest.mark.parametrize(
    "address",
    [
        *(
            "",
            "example.org/a",
            "//example.org/a",
            "ftp://example.org/a",
            "file:///etc/passwd",
            "mailto:a@b.org",
        ),
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "https://",
            "https://a b.org/",
            "https://example",
            "https:///a",
        ),
        *(
            "https://me:secret@example.org/",
            "https://me@example.org/",
            "https://example.org:99999/",
            "https://[::1/",
        ),
        *(
            "https://example.org/\u202egnp",
            'https://example.org/"onclick=',
            "https://example.org/<b>",
            "https://e.org/\n",
        ),
        "https://example.org/" + "a" * 2000,
    ],
)
def test_what_is_no_address_of_the_web(address: str) -> None:
    assert web_address(address.replace("\n", "\nx")) is None


@pytest.mark.parametrize(
    "label", ["URL", "url", "Link", "Permalink", "Source URL", "Original link", "> URL", "Web address"]
)
def test_a_line_that_names_its_address(label: str) -> None:
    assert address_in_text(f"{STORY}\r\n{label}: <{HERE}>\r\n").address == HERE


@pytest.mark.parametrize(
    "line",
    [
        HERE,
        f"See {HERE}",
        f"Read more: {HERE}",
        f"Source: {HERE}",
        f"URL: {HERE} and more",
        "URL: example.org/a",
    ],
)
def test_an_address_that_a_text_only_speaks_of_is_not_taken(line: str) -> None:
    assert address_in_text(f"{STORY}\n{line}\n").address is None


def test_a_line_with_the_address_is_no_part_of_the_article(tmp_path: Path) -> None:
    (with_line := tmp_path / "a.txt").write_text(
        f"URL: {HERE}\n\nFour zones agreed\n\n{STORY}", encoding="utf-8"
    )
    document = read_document(with_line)
    assert (document.address, document.title) == (HERE, "Four zones agreed")
    assert all("http" not in document.text[block.start : block.end] for block in document.blocks)


def test_two_addresses_are_left_open_and_told(tmp_path: Path) -> None:
    (file := tmp_path / "a.txt").write_text(f"{STORY}\n\nURL: {HERE}\nLink: {HERE}/2\n", encoding="utf-8")
    document = read_document(file)
    assert document.address is None
    assert "several addresses are given" in document.notes[0]
    assert read_document(file, address=HERE).notes == ()


OTHER = "https://other.example.org/a"
CANONICAL = f'<link rel="canonical" href="{HERE}?a=1&amp;b=2">'
SHARED = f'<meta property="og:url" content="{OTHER}">'
PAGES = {
    "canonical": (CANONICAL, f"{HERE}?a=1&b=2"),
    "canonical before what is shared": (SHARED + CANONICAL, f"{HERE}?a=1&b=2"),
    "shared": (SHARED, OTHER),
    "shared, as the canonical one is the front page": (
        '<link rel="canonical" href="https://news.example.org/">' + SHARED, OTHER,
    ),
    "none but the front page": ('<link rel="canonical" href="https://news.example.org">', None),
    "a path alone": ('<link rel="canonical" href="/2017/zones">', None),
    "a script": ('<link rel="canonical" href="javascript:alert(1)">', None),
    "none": ("", None),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_the_address_that_a_page_states(tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    head, address = PAGES[name]
    (file := tmp_path / "a.html").write_bytes(page(head))
    assert read_document(file).address == address


def test_where_a_browser_saved_a_page_from(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    mark = f"<!-- saved from url=({len(HERE):04d}){HERE} -->\n".encode()
    (file := tmp_path / "a.html").write_bytes(page().replace(b"<html", mark + b"<html", 1))
    assert read_document(file).address == HERE
    head = f"MIME-Version: 1.0\r\nSnapshot-Content-Location: {HERE}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    (archive := tmp_path / "a.mhtml").write_bytes(head.encode() + page())
    assert read_document(archive).address == HERE
    archive.write_bytes(head.encode() + page(SHARED))
    assert read_document(archive).address == OTHER


def test_a_person_has_the_last_word(tmp_path: Path) -> None:
    (file := tmp_path / "a.txt").write_text(f"URL: {HERE}\n\n{STORY}", encoding="utf-8")
    assert zones.load(file, addresses={file: OTHER}).documents[0].address == OTHER
    (tmp_path / "sources.toml").write_text(f'[[document]]\nfile = "a.txt"\naddress = "{OTHER}/3"\n')
    assert read_document(file).address == f"{OTHER}/3"
    assert dict(zones.about.about(zones.load(file)).rows())["document a"].count(f"{OTHER}/3") == 1


def test_what_is_no_address_is_refused_wherever_it_is_given(tmp_path: Path) -> None:
    (file := tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    with pytest.raises(DocumentError, match="expected an address as https://"):
        zones.load(file, addresses={file: "javascript:x"})
    with pytest.raises(DocumentError, match="none of the texts"):
        zones.load(file, published=date(2017, 6, 23), addresses={Path("b.txt"): HERE})
    (review := tmp_path / "a.review.toml").write_text(
        'by = "M"\non = 2026-11-30\n[[decision]]\ndo = "set document"\naddress = "ftp://x.org/a"\n'
    )
    with pytest.raises(ReviewError, match="expected an address as https://"):
        zones.load(file, review=review)
    review.unlink()
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "a.txt"\naddress = "a.txt"\n')
    with pytest.raises(ManifestError, match="expected an address as https://"):
        zones.load(file)
