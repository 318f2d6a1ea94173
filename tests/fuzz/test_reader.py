"""Texts that are no article about zones: an answer that can be defended, or a clear error."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example
from hypothesis import strategies as st

import zones
from tests.fuzz.mutations import HOSTILE, changed_text
from tests.fuzz.soundness import check_quotations, check_zone_set
from tests.fuzz.targets import folder, target, within
from zones.documents import seed_paths
from zones.errors import DocumentError

pytestmark = pytest.mark.slow

CORPUS = Path(__file__).parents[1] / "corpus"
PASSAGES = [
    passage["text"]
    for file in sorted(CORPUS.glob("*.json"))
    for passage in json.loads(file.read_text(encoding="utf-8"))["documents"]
]
ARTICLES = [path.read_text(encoding="utf-8") for path in seed_paths()]
LATER = "Russia will send soldiers to Idlib, Sergey Lavrov said on Friday."
WORDS = sorted({word for text in PASSAGES for word in text.split()})
FRAGMENTS = st.sampled_from([*HOSTILE, *WORDS, " ", "and ", "of the ", '" said ', "(", "in the north of "])

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


def read(text: str, published: date | None = None) -> zones.ZoneSet:
    with folder() as path:
        (path / "text.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
        return zones.load(path / "text.txt", published=published)


def check(text: str, published: date | None = None) -> None:
    with suppress(DocumentError):
        found = read(text, published)
        check_zone_set(found)
        assert read(text, published).to_dict() == found.to_dict()


@pytest.mark.parametrize("name", NOTHING_TO_FIND)
def test_nothing_is_invented(name: str) -> None:
    found = read(NOTHING_TO_FIND[name])
    assert found.zones == ()
    assert found.claims == ()


def test_control_and_direction_marks_change_nothing_but_the_words() -> None:
    found = read("The zone \u202eincludes\u202c Idlib province and Hama province.")
    check_quotations(found)


def test_a_text_with_nul_is_refused() -> None:
    with pytest.raises(DocumentError, match="NUL"):
        read("The zone includes Idlib\x00 province.")


def test_a_text_too_long_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Oman may send observers to Idlib. " * 180_000, encoding="utf-8")
    with pytest.raises(DocumentError, match="6,120,000 characters; expected an article, at most 6,000,000"):
        zones.load(path)


def test_a_run_without_blanks_is_read_as_no_word(tmp_path: Path) -> None:
    path = tmp_path / "encoded.txt"
    path.write_text("Oman may send observers to Idlib.\n" + "a" * 1_500_000, encoding="utf-8")
    claims = zones.load(path).claims
    assert [(claim.nationality, str(claim.status)) for claim in claims] == [("OM", "possible")]


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(DocumentError, match="at most"):
        zones.load(path)


@target(examples=40, text=changed_text(PASSAGES), published=st.none() | st.dates())
@example(text=f"The zone has {'9' * 5000} months, said {'9' * 5000} May.", published=None)
@example(text=f"The accord of the zones, signed on ²²²² June ², is for {'9' * 400} months.", published=None)
@example(text="Idlib province is in the zone, he said on Monday, two days ago.", published=date.min)
@example(text="Idlib province will be in the zone tomorrow, he said.", published=date.max)
@example(text=f"{LATER} A week later, Erdogan said Turkey will send soldiers to Homs.", published=date.max)
def test_passages_with_words_exchanged(text: str, published: date | None) -> None:
    check(text, published)


@target(examples=40, text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join))
def test_words_of_passages_in_any_order(text: str) -> None:
    check(f"The zone {text}")


@target(examples=4, text=changed_text(ARTICLES))
def test_pages_with_words_exchanged(text: str) -> None:
    check(text)


@target(examples=60, text=st.text(max_size=300) | st.lists(st.sampled_from(HOSTILE)).map(" ".join))
@example(text="0000-00-00")
def test_any_characters(text: str) -> None:
    check(text)


@target(
    examples=6, piece=st.lists(FRAGMENTS, min_size=1, max_size=4).map("".join), times=st.integers(100, 2000)
)
def test_the_same_again_and_again_takes_no_age(piece: str, times: int) -> None:
    with within(seconds=20), suppress(DocumentError):
        read((piece * times)[:30_000])
