"""Answers as models write them: found in what surrounds them, or refused in words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zones
from zones.asking import answer_text, load_answer, read_answer
from zones.asking.answer import MOST_BYTES, MOST_ITEMS
from zones.errors import ReadingError
from zones.makers import MakerKind

EMPTY = '{"model": "M", "zones": [], "claims": []}'


@pytest.mark.parametrize(
    "text",
    [
        EMPTY,
        f"\ufeff{EMPTY}\n",
        f"```json\n{EMPTY}\n```",
        f"Here is the answer {{as asked}}:\n\n```\n{EMPTY}\n```\nI hope that it helps.",
        f"<think>zones {{}} or {{ not</think>{EMPTY}",
        f"{EMPTY}\nOnce more:\n{EMPTY}",
        EMPTY.replace("M", "M\n"),
    ],
)
def test_an_answer_is_found_in_fences_and_prose(text: str) -> None:
    answer = read_answer(text)
    assert (answer.model, answer.zones, answer.claims) == ("M", (), ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("I cannot answer that.", "no JSON object"),
        ("[1, 2]", "no JSON object"),
        ('{"model": "M", "zones": [{"name": "Idl', "breaks off"),
        ('```json\n{"model": "M", "zones": [], "claims": [{"quotes": []},\n```', "breaks off"),
        ('{"model": "M", "zones": [], "claims": [}', "is no JSON"),
        ("{'model': 'M'}", "is no JSON"),
        ('{"model": "M", "zones": {}, "claims": []}', "zones is dict, not a list"),
        ('{"model": "M", "zones": []}', "claims is missing"),
        ('{"model": "M", "zones": [], "zones": [1], "claims": []}', "same key twice"),
        ('{"zones": [], "claims": []}', "which model"),
        ('{"model": 4, "zones": [], "claims": []}', "which model"),
        ('{"model": "a\\u001b[31m", "zones": [], "claims": []}', "which model"),
        ('{"model": "M", "zones": [], "claims": [], "notes": ""}', "'notes'"),
        ('{"model": "M", "zones": [], "claims": ["\\ud800"]}', "half a character"),
        ('{"model": "M", "sha256": "abc", "zones": [], "claims": []}', "sha256"),
        (f"{EMPTY} or {EMPTY.replace('M', 'N')}", "holds 2 answers"),
        ('{"model": "M", "claims": [], "zones": ' + "[" * 100_000, "is no JSON"),
        ('{"model": "M", "zones": [], "claims": [' + "9" * 5000 + "]}", "is no JSON"),
        ('{"a": ' * 3000, "no JSON"),
        (json.dumps({"model": "M", "zones": [{}] * (MOST_ITEMS + 1), "claims": []}), "501 items"),
    ],
)
def test_what_is_no_answer_is_refused_in_words(text: str, words: str) -> None:
    with pytest.raises(ReadingError, match=r"^answer: .*(expected|ask again|keep the one)") as caught:
        read_answer(text)
    assert words in str(caught.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    large, binary = tmp_path / "large.json", tmp_path / "binary.json"
    large.write_bytes(b" " * (MOST_BYTES + 1))
    binary.write_bytes(b"\xff\xfe{")
    for path, words in (
        (large, "bytes"),
        (binary, "UTF-8"),
        (tmp_path / "none.json", "no such file"),
        (tmp_path, "cannot be"),
    ):
        with pytest.raises(ReadingError, match=words) as caught:
            load_answer(path)
        assert str(path) in str(caught.value)


def test_the_caller_may_know_the_model_better() -> None:
    assert read_answer('{"zones": [], "claims": []}', model="N 2").model == "N 2"


@pytest.mark.slow
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8")),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner),
    )
)
def test_an_answer_written_is_read_as_it_was(item: Any) -> None:
    answer = read_answer(json.dumps({"model": "M", "zones": [item], "claims": [], "sha256": "0" * 64}))
    assert read_answer(answer_text(answer)) == answer


@given(st.text())
def test_any_text_is_an_answer_or_refused(text: str) -> None:
    for told in (text, '{"model": "M", "zones": [' + text):
        try:
            read_answer(told)
        except ReadingError as error:
            assert str(error)  # noqa: PT017


def test_an_answer_is_about_one_text(article: Path, tmp_path: Path) -> None:
    answer = read_answer(EMPTY)
    other = tmp_path / "other.txt"
    other.write_text("A truce holds in Homs.", encoding="utf-8")
    for files in ((), (article, other)):
        with pytest.raises(ReadingError, match="about one text"):
            zones.load(*files, reading=answer)
    with pytest.raises(ReadingError, match="is about a text"):
        zones.load(article, reading=read_answer(EMPTY[:-1] + ', "sha256": "000000000000"}'))
    sha256 = zones.load(article, reading=answer).documents[0].sha256
    for told in (sha256, sha256[:16].upper(), f"{sha256[:12]}..."):
        found = zones.load(article, reading=read_answer(EMPTY[:-1] + f', "sha256": "{told}"}}'))
        assert found.reviewed.mark == "read by model M, verified, not reviewed"


def test_an_empty_answer_is_the_models_too(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    path.write_text(EMPTY, encoding="utf-8")
    found = zones.load(article, reading=path)
    assert (found.zones, found.claims) == ((), ())
    assert found.reviewed.read_by == "model M, verified"
    assert MakerKind.MODEL == "model"


def test_a_full_model_is_no_text_to_be_read(tmp_path: Path) -> None:
    from maps.formats import save  # noqa: PLC0415

    path = tmp_path / "model.json"
    save(zones.load(), path)
    with pytest.raises(ReadingError, match="full model"):
        zones.load(path, reading=read_answer(EMPTY))
