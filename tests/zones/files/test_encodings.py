"""Encodings: what a file says itself, UTF-8, or a guess that is told; what can't be told is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from zones.documents import read_document
from zones.errors import DocumentError
from zones.files.encodings import declared_encoding

TEXT = "Zones agreed\n\n“The zone includes Idlib’s countryside – all of it,” the Élysée’s envoy said on Thursday…\n"
TURKISH = "Zones agreed\n\nForeign minister Mevlüt Çavuşoğlu said the zone includes Idlib province. Erdoğan agreed.\n"
ARABIC = "Zones agreed\n\nThe zone, in Arabic منطقة خفض التصعيد في محافظة إدلب, includes Idlib province, he said.\n"
RUSSIAN = "Zones agreed\n\nThe zone, in Russian зона деэскалации в провинции Идлиб, includes Idlib province, he said.\n"


def read(tmp_path: Path, raw: bytes, name: str = "a.txt") -> tuple[str, tuple[str, ...]]:
    (file := tmp_path / name).write_bytes(raw)
    document = read_document(file)
    return document.text, document.notes


SAID = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with its mark": codecs.BOM_UTF8 + TEXT.encode(),
    "UTF-16, as Windows writes it": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "UTF-16, big end first": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "UTF-32": codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    "UTF-32, big end first": codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
}


@pytest.mark.parametrize("name", SAID)
def test_what_needs_no_guess(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, SAID[name]) == (TEXT, ())


GUESSED = [
    (TEXT, "cp1252", "windows-1252, a guess; look at “The, Idlib’s, –"),
    (TEXT * 30, "cp1252", "windows-1252"),
    (
        TEXT.replace("“", '"').replace("”", '"').replace("’", "'").replace("–", "-").replace("…", "."),
        "latin-1",
        "windows-1252",
    ),
    ("The café in Idlib was closed on Thursday, he said.", "cp1252", "look at café"),
    ("The zone takes in 20 km² of Idlib’s land, they said.", "cp1252", "look at km², Idlib’s"),
    ("The zone costs 20 million € a year in Idlib, they said.", "cp1252", "look at €"),
    (TURKISH, "cp1254", "windows-1254, a guess; look at Mevlüt, Çavuşoğlu"),
    (ARABIC, "cp1256", "windows-1256"),
    (RUSSIAN, "cp1251", "windows-1251"),
    ("“We’re glad,” he said – “in Idlib province the zone holds.”", "mac_roman", "Mac Roman"),
]


@pytest.mark.parametrize(("text", "encoding", "words"), GUESSED)
def test_a_guess_is_told_with_what_to_look_at(tmp_path: Path, text: str, encoding: str, words: str) -> None:
    found, (note,) = read(tmp_path, text.encode(encoding))
    assert found == text
    assert note.startswith("is not UTF-8 and was read as ")
    assert words in note


REFUSED = {
    "too little to tell": (b"caf\xe9", "is not UTF-8 (byte 3: 0xe9), and too short to tell what else"),
    "Arabic, a word of it": ("مدينة".encode("cp1256"), "too short"),
    "UTF-8 that is damaged": (TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:], "though most of it is: "),
    "UTF-8 that is cut": (
        "A zone in Idlib, said the envoy of the Élysée".encode()[:-1] + "é".encode()[:1],
        "damaged",
    ),
    "UTF-16 without its mark": (TEXT.encode("utf-16-le"), "it looks like UTF-16 without its mark"),
    "UTF-16 that is cut": (
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")[:-1],
        "begins as UTF-16 and is damaged",
    ),
    "bytes of a program": (b"\x7fELF\x02\x01\x01" + bytes(60), "NUL bytes"),
    "Japanese": ("イドリブ県を含むゾーン、ハマ県とラタキア県の一部".encode("shift_jis"), "save it as UTF-8"),
    "random bytes": (bytes((i * 37 + i * i * 11) % 255 + 1 for i in range(2000)), "save it as UTF-8"),
    "no words": ("—!?…\n".encode(), "has no words"),
    "compressed": (
        b"\x78\x9c\xed\xbd\x07\x60\x1c\x49\x96\x25\x26\x2f\x6d\xca\x7b\x7f" * 40,
        "save it as UTF-8",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_told_is_refused(tmp_path: Path, name: str) -> None:
    raw, words = REFUSED[name]
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, raw)
    assert words in str(caught.value)


PAGE = (
    "<!DOCTYPE html><html><head>{head}<title>Zones agreed</title></head><body><article><h1>Zones agreed</h1>"
    "<p>The zone includes Idlib’s countryside, the Élysée’s envoy told reporters on Thursday after the talks.</p>"
    "<p>Russian soldiers will be sent to Idlib, he added, and the maps are to be ready within a month.</p>"
    "</article></body></html>"
)
META = '<meta charset="{}">'
HTTP = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
PAGES = [
    (META.format("windows-1252"), "cp1252", 0),
    (META.format("ISO-8859-1"), "cp1252", 0),  # which browsers read as windows-1252
    (HTTP.format("windows-1252"), "cp1252", 0),
    (HTTP.format("x-no-such"), "utf-8", 0),
    ("<meta charset=utf-8>", "utf-8", 0),
    ("", "utf-8", 0),
    (META.format("utf-16"), "utf-8", 0),  # which is UTF-8, as a page that can be searched for its name is
    (META.format("windows-1252"), "utf-8", 1),  # saved again by somebody else
    ("", "cp1252", 1),
    (META.format("utf-8"), "cp1252", 1),
    (META.format("macintosh"), "mac_roman", 0),
]


@pytest.mark.parametrize(("head", "encoding", "notes"), PAGES)
def test_a_page_names_its_encoding(tmp_path: Path, head: str, encoding: str, notes: int) -> None:
    pytest.importorskip("trafilatura")
    text, told = read(tmp_path, PAGE.format(head=head).encode(encoding), "a.html")
    assert "Idlib’s countryside, the Élysée’s envoy" in text
    assert len(told) == notes, told


def test_an_encoding_that_is_none_of_text_is_not_taken() -> None:
    assert declared_encoding(b"<meta charset='hex'>") is None
    assert declared_encoding(b"<p>charset=utf-8</p>") is None
