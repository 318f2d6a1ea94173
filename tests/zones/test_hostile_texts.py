"""Texts that are no article about zones: an answer or a clear error, never a traceback, never an invented zone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import zones
from zones.errors import DocumentError

NOTHING_TO_FIND = {
    "another subject": "The match in Lyon ended two to one. France will host the cup in June, a coach said.",
    "Arabic": "وافقت روسيا وتركيا وإيران على إقامة مناطق خفض التصعيد في إدلب وحمص. " * 50,
    "Russian": "Россия предложила отправить военных из Казахстана и Киргизии в Сирию. " * 50,
    "a wall of names": "Idlib, Aleppo, Homs, Hama, Daraa, Quneitra, Raqqa, Hasakah, Tartus, Latakia, " * 100,
    "a wall of countries": "Russia, Turkey, Iran, Kazakhstan, Kyrgyzstan, " * 200,
    "one long sentence": "word " * 20_000,
    "no spaces": "a" * 200_000,
    "quotes that never close": '" said he, ' * 3_000,
    "controls": "The weather\x07 in\x1b[31m Idlib\x08 is fine.\x0b\x0c\x85",
}
WORDS = st.sampled_from(
    [
        "the",
        "zone",
        "includes",
        "Idlib",
        "province",
        "and",
        "adjoining",
        "districts",
        "of",
        "Hama",
        ",",
        "except",
        ".",
        "Russian",
        "Turkish",
        "soldiers",
        "will",
        "not",
        "be",
        "sent",
        "to",
        "Homs",
        "along",
        "border",
        "with",
        "Jordan",
        "20",
        "km",
        "deep",
        "between",
        "Azaz",
        "Manbij",
        "said",
        "on",
        "Thursday",
        '"',
        "(",
        ")",
        ";",
        ":",
        "first",
        "second",
        "it",
        "which",
        "northern",
        "part",
        "areas",
        "held",
        "by",
        "rebels",
        "M4",
        "highway",
        "Kazakhstan",
        "denied",
        "proposed",
        "no",
        "decision",
        "yet",
        "within",
        "of",
        "a",
        "ceasefire",
        "in",
        "'s",
        "-",
    ]
)


def read(folder: Path, text: str) -> zones.ZoneSet:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return zones.load(path)


@pytest.mark.parametrize("name", NOTHING_TO_FIND)
def test_nothing_is_invented(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, NOTHING_TO_FIND[name])
    assert found.zones == ()
    assert found.claims == ()


def test_control_and_direction_marks_change_nothing_but_the_words(tmp_path: Path) -> None:
    found = read(tmp_path, "The zone \u202eincludes\u202c Idlib province and Hama province.")
    for zone in found.zones:
        for quote in zone.evidence:
            assert found.documents[0].text[quote.start : quote.end] == quote.quote


def test_a_text_with_nul_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="NUL"):
        read(tmp_path, "The zone includes Idlib\x00 province.")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(DocumentError, match="at most"):
        zones.load(path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=1, max_size=60).map(" ".join))
def test_any_order_of_the_readers_own_words_is_read(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, f"x {text}")
    page = found.documents[0].text
    for item in (*found.zones, *found.claims):
        assert item.evidence
        assert all(page[e.start : e.end] == e.quote for e in item.evidence)
    for zone in found.zones:
        assert zone.members
        assert zone.whole.is_valid
        assert zone.part.is_valid


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=300))
def test_any_text_is_an_answer_or_a_clear_error(tmp_path: Path, text: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(DocumentError):
        zones.load(path)
