"""What is taken as a document, and the clear word about what is not."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tests.fuzz.targets import within
from zones.documents import MOST_BYTES, read_document, seed_paths
from zones.errors import DocumentError, ManifestError, ZonesError
from zones.evidence import Evidence, merge

TEXT = "Troops to be sent\n\nThe zone includes Idlib province.\n"


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def test_the_seeds_have_their_manifest() -> None:
    first, second = (read_document(path) for path in seed_paths())
    assert (first.id, first.publisher, first.published) == ("seed-000", None, date(2017, 6, 23))
    assert (second.id, second.publisher, second.published) == (
        "seed-004",
        "Al-Masdar News (AMN)",
        date(2017, 6, 23),
    )
    for document, path in zip((first, second), seed_paths(), strict=True):
        assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert document.text == path.read_text(encoding="utf-8")


def test_a_file_without_manifest(tmp_path: Path) -> None:
    document = read_document(written(tmp_path / "my article.txt", TEXT))
    assert document.id == "my-article"
    assert document.title == "Troops to be sent"
    assert document.publisher is None
    assert document.published is None


@pytest.mark.parametrize("line", ["Friday, 23 June 2017 06:13", "June 23, 2017", "2017-06-23"])
def test_a_date_that_the_page_shows(tmp_path: Path, line: str) -> None:
    assert read_document(written(tmp_path / "a.txt", f"{line}\n{TEXT}")).published == date(2017, 6, 23)


def test_whoever_calls_knows_the_date_best(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", f"2017-06-23\n{TEXT}")
    assert read_document(path, published=date(2018, 1, 2)).published == date(2018, 1, 2)


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert read_document(written(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode())).text == TEXT


def test_the_manifest_wins_over_the_page(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", f"2019-01-01\n{TEXT}")
    written(tmp_path / "sources.toml", '[[document]]\nfile = "a.txt"\nid = "own"\npublished = 2017-06-23\n')
    document = read_document(path)
    assert (document.id, document.published) == ("own", date(2017, 6, 23))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('sha256 = "00"', "restore the file"),
        ('published = "2017-06-23"', "without quotes"),
        ("= broken", "mend or remove it"),
    ],
)
def test_a_wrong_manifest_is_named(tmp_path: Path, row: str, message: str) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    written(tmp_path / "sources.toml", f'[[document]]\nfile = "a.txt"\n{row}\n')
    with pytest.raises(ManifestError, match=message) as caught:
        read_document(path)
    assert "sources.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        ("—!?…\n".encode(), "has no words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is a picture"),
        (b"Idlib\x00\x01\x02province", "NUL bytes"),
        ("مدينة".encode("cp1256"), "not UTF-8"),
        (b"caf\xe9", r"byte 3: 0xe9"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as caught:
        read_document(written(tmp_path / "a.txt", content))
    assert caught.value.path == tmp_path / "a.txt"
    assert str(tmp_path / "a.txt") in str(caught.value)
    assert isinstance(caught.value, ZonesError | ValueError)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="is a folder"):
        read_document(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(DocumentError, match="expected at most"):
        read_document(path)


PAGE = """<!DOCTYPE html>
<html><head><title>Zones agreed | Example News</title><meta property="og:title" content="Zones agreed">
<meta property="article:published_time" content="2017-06-23T06:13:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/iran">Iran in Daraa</a></nav>
<article><h1>Zones agreed</h1>
<p>The northern zone includes all of Idlib province, a spokesman said on Thursday after the talks in Astana.</p>
<p>Turkey and Russia will send observers to Idlib, he added, and the maps are to be ready within a month from now.</p>
<div class="share">Share this article</div></article>
<div id="comments" class="comments"><h3>2 Comments</h3><p>Iran will send troops to Daraa, believe me.</p></div>
<footer>Copyright Example News. All rights reserved.</footer></body></html>
"""


def test_a_saved_web_page_is_read_without_its_surroundings(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    document = read_document(written(tmp_path / "page.html", PAGE))
    assert document.published == date(2017, 6, 23)
    assert "Zones agreed" in document.text
    kept = [document.text[block.start : block.end] for block in document.blocks]
    assert any("all of Idlib province" in line for line in kept)
    assert not any(words in line for line in kept for words in ("Daraa", "believe me", "<p>", "Copyright"))


def test_a_web_page_without_an_article_is_named(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    with pytest.raises(DocumentError, match=r"page\.html: is a web page without an article"):
        read_document(
            written(
                tmp_path / "page.html",
                "<html><head><title>Home</title></head><body><script>x()</script></body></html>",
            )
        )


@pytest.mark.parametrize(
    "line", ["31 June 2017", "June 31, 2017", "2017-06-31", "2017-13-01", "Zones of 2017"]
)
def test_a_date_that_cannot_be_is_none(tmp_path: Path, line: str) -> None:
    assert read_document(written(tmp_path / "a.txt", f"{line}\n{TEXT}")).published is None


def test_only_a_date_near_the_top_and_on_a_line_of_its_own_is_the_page_s(tmp_path: Path) -> None:
    words = "They met in Astana on 23 June 2017 and spoke for hours about zones"
    assert read_document(written(tmp_path / "a.txt", f"{words}\n{TEXT}")).published is None
    above = "Words of the article.\n" * 2
    assert read_document(written(tmp_path / "b.txt", f"{above}2017-06-23\n{above}")).published == date(
        2017, 6, 23
    )
    assert read_document(written(tmp_path / "c.txt", f"{above}More.\n2017-06-23\n")).published is None
    many = "\n".join(["A headline"] * 12)
    assert read_document(written(tmp_path / "d.txt", f"{many}\n2017-06-23\n{above}")).published is None
    second = read_document(written(tmp_path / "e.txt", "31 June 2017\n2017-06-23\n" + TEXT))
    assert second.published == date(2017, 6, 23)
    two = read_document(written(tmp_path / "f.txt", "2017-06-23\n2017-06-24\n" + TEXT))
    assert two.published is None
    assert "“2017-06-23” and “2017-06-24”" in two.notes[0]


def test_a_manifest_that_does_not_name_the_file_says_nothing_of_it(tmp_path: Path) -> None:
    written(tmp_path / "sources.toml", '[[document]]\nfile = "b.txt"\nid = "other"\npublished = 2017-06-23\n')
    document = read_document(written(tmp_path / "a.txt", TEXT))
    assert (document.id, document.published) == ("a", None)


@pytest.mark.parametrize(
    ("name", "expected"), [("a b.txt", "a-b"), ("--a--.txt", "a"), ("آ.txt", "آ"), ("§$.txt", "document")]
)
def test_an_id_is_made_of_the_name(tmp_path: Path, name: str, expected: str) -> None:
    assert read_document(written(tmp_path / name, TEXT)).id == expected


def test_a_document_as_data(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", f"23 June 2017\n{TEXT}")
    assert read_document(path).to_dict() == {
        "id": "a",
        "title": "Troops to be sent",
        "publisher": None,
        "published": "2017-06-23",
        "address": None,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "notes": [],
    }


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 4), (5, 4), (0, 5)])
def test_a_quotation_fits_its_place(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"a quotation of 4 characters at {start}:{end}"):
        Evidence(document="a", start=start, end=end, quote="Iran")


def test_quotations_are_told_once_in_their_order() -> None:
    first, second, third = (Evidence(document="a", start=at, end=at + 4, quote="Iran") for at in (9, 0, 20))
    assert merge((first, second), (second, third), ()) == (first, second, third)


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        (".".join("a" * 40_000) + " = 1\n", "line 1 has a key of more than 12 parts"),
        ("# " + "a" * 1_000_000, "has 1,000,002 bytes; expected at most 1,000,000"),
        ("a = " + "[" * 5000, "nested too deep"),
    ],
)
def test_a_manifest_that_would_take_gigabytes_is_refused(tmp_path: Path, manifest: str, words: str) -> None:
    path = written(tmp_path / "a.txt", TEXT)
    written(tmp_path / "sources.toml", manifest)
    with within(seconds=2), pytest.raises(ManifestError, match=words):
        read_document(path)
