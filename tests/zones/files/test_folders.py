"""A folder of texts, days of each file, and texts that are there twice."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import zones
from zones.errors import DocumentError
from zones.files import Piped
from zones.files.folders import texts_in
from zones.loading import load_undecided

IDLIB = "Zones agreed\n\nThe zone includes all of Idlib province, the envoy said on Thursday.\n"
HOMS = "More zones\n\nThe second zone includes all of Homs province, the envoy said on Thursday.\n"
REVIEW = (
    'by = "A. Reader"\non = 2026-01-01\n\n[[decision]]\n'
    'do = "accept zone"\nname = "Idlib"\nquote = "The zone includes all of Idlib province"\n'
)


def filled(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


FOLDERS: dict[str, tuple[dict[str, str], list[str], str]] = {
    "texts": ({"b.txt": HOMS, "a.txt": IDLIB}, ["a.txt", "b.txt"], ""),
    "other kinds": ({"a.txt": IDLIB, "b.xlsx": "x", "c.png": "x"}, ["a.txt"], "b.xlsx, c.png"),
    "an old Word document": ({"a.txt": IDLIB, "b.doc": "x"}, ["a.txt"], "b.doc"),
    "a manifest": ({"a.txt": IDLIB, "sources.toml": ""}, ["a.txt"], ""),
    "reviews": ({"a.txt": IDLIB, "a.review.toml": "", "b.review.json": ""}, ["a.txt"], ""),
    "other TOML and JSON": ({"a.txt": IDLIB, "b.toml": "", "c.json": ""}, ["a.txt"], "b.toml, c.json"),
    "folders": ({"a.txt": IDLIB, "old/b.txt": HOMS}, ["a.txt"], "old"),
    "hidden files": ({"a.txt": IDLIB, ".DS_Store": "x", "._a.txt": "x", "~$b.docx": "x"}, ["a.txt"], ""),
    "endings in capitals": ({"A.TXT": IDLIB, "B.Md": HOMS}, ["A.TXT", "B.Md"], ""),
    "a file without an ending": ({"a.txt": IDLIB, "README": "x"}, ["a.txt"], "README"),
    "many others": ({"a.txt": IDLIB, **{f"{n}.csv": "x" for n in range(8)}}, ["a.txt"], "4.csv and 3 more"),
    "kinds that are read": (
        dict.fromkeys(("a.htm", "b.html", "c.pdf", "d.docx", "e.mhtml", "f.markdown"), "x"),
        ["a.htm", "b.html", "c.pdf", "d.docx", "e.mhtml", "f.markdown"],
        "",
    ),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_the_texts_in_a_folder(tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    files, texts, passed_over = FOLDERS[name]
    with caplog.at_level(logging.WARNING):
        assert [path.name for path in texts_in(filled(tmp_path, files))] == texts
    told = [record.getMessage() for record in caplog.records]
    assert len(told) == bool(passed_over)
    assert not passed_over or passed_over in told[0]


@pytest.mark.parametrize(
    ("files", "words"), [({}, "is a folder without texts; expected"), ({"b.xlsx": "x"}, "it holds b.xlsx")]
)
def test_a_folder_without_texts_is_refused(tmp_path: Path, files: dict[str, str], words: str) -> None:
    with pytest.raises(DocumentError, match=words):
        zones.load(filled(tmp_path, files))


def test_a_folder_is_read_as_its_files_are(tmp_path: Path) -> None:
    filled(tmp_path, {"a.txt": IDLIB, "b.txt": HOMS, "a.review.toml": REVIEW})
    filled(tmp_path, {"sources.toml": '[[document]]\nfile = "b.txt"\nid = "homs"\npublished = 2017-06-23\n'})
    found, named = zones.load(tmp_path), zones.load(tmp_path / "a.txt", tmp_path / "b.txt")
    assert found.to_dict() == named.to_dict()
    assert [(d.id, d.published) for d in found.documents] == [("a", None), ("homs", date(2017, 6, 23))]
    assert found.reviewed.by == ("A. Reader",)


def test_each_file_has_its_day(tmp_path: Path) -> None:
    filled(tmp_path, {"a.txt": IDLIB, "b.txt": HOMS})
    days = {tmp_path / "a.txt": date(2017, 6, 23), tmp_path / "b.txt": date(2018, 1, 2)}
    for files in ((tmp_path,), tuple(days)):
        assert [d.published for d in zones.load(*files, published=days).documents] == list(days.values())
    only = zones.load(*days, published={tmp_path / "b.txt": date(2018, 1, 2)})
    assert [d.published for d in only.documents] == [None, date(2018, 1, 2)]
    with pytest.raises(DocumentError, match=r"c\.txt: has a day of publication and is none of the texts"):
        zones.load(*days, published={tmp_path / "c.txt": date(2018, 1, 2)})


TWINS = {
    "the same file twice": ("a.txt", IDLIB),
    "a copy": ("b.txt", IDLIB),
    "line ends of Windows": ("b.txt", IDLIB.replace("\n", "\r\n")),
    "with the mark of UTF-8": ("b.txt", f"\ufeff{IDLIB}"),
    "blanks at its end": ("b.txt", f"{IDLIB}\n  \n"),
    "another ending": ("b.md", IDLIB),
}


@pytest.mark.parametrize("name", TWINS)
def test_a_text_that_is_there_twice_counts_once(tmp_path: Path, name: str) -> None:
    other, content = TWINS[name]
    filled(tmp_path, {"a.txt": IDLIB, "c.txt": HOMS})
    (tmp_path / other).write_bytes(content.encode())
    found = zones.load(tmp_path / "a.txt", tmp_path / other, tmp_path / "c.txt")
    once = zones.load(tmp_path / "a.txt", tmp_path / "c.txt")
    assert [d.id for d in found.documents] == ["a", "c"]
    assert found.documents[0].notes == (f"{tmp_path / other} is the same text; counted once",)
    assert [z.to_dict() for z in found.zones] == [z.to_dict() for z in once.zones]
    assert found.claims == once.claims


def test_a_twin_with_another_day_is_told_with_it(tmp_path: Path) -> None:
    filled(tmp_path, {"a.txt": IDLIB, "b.txt": IDLIB})
    days = {tmp_path / "a.txt": date(2017, 6, 23), tmp_path / "b.txt": date(2018, 1, 2)}
    (document,) = zones.load(tmp_path, published=days).documents
    assert document.published == date(2017, 6, 23)
    assert "published on 2018-01-02 by what is known of it" in document.notes[0]


def test_reviews_beside_twins_find_their_text(tmp_path: Path) -> None:
    filled(tmp_path, {"a.txt": HOMS, "b.txt": HOMS, "c.txt": IDLIB, "c.review.toml": REVIEW})
    assert zones.load(tmp_path).reviewed.by == ("A. Reader",)
    found, reviews = load_undecided(tmp_path)
    assert [d.id for d in found.documents] == ["a", "c"]
    assert [decision.document for review in reviews for decision in review.decisions] == ["c"]
    assert found.reviewed.by == ()


def test_what_is_piped_in_has_no_review_and_no_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    filled(tmp_path, {"standard-input.review.toml": REVIEW, "-.review.toml": REVIEW})
    filled(tmp_path, {"sources.toml": '[[document]]\nfile = "standard-input"\nid = "x"\n'})
    found = zones.load(Piped(IDLIB.encode()), published=date(2017, 6, 23))
    assert [(d.id, d.published) for d in found.documents] == [("standard-input", date(2017, 6, 23))]
    assert found.reviewed.by == ()
