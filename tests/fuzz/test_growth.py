"""Reading takes time and memory in proportion to what comes in, whatever its form."""

from __future__ import annotations

import pytest

from tests.fuzz.forms import DENSE, PAGES, TABLES, TEXTS, Form
from tests.fuzz.growth import check_growth, check_memory
from tests.fuzz.targets import folder, within
from tests.fuzz.test_reader import read
from zones.documents import read_document
from zones.errors import DocumentError
from zones.reading.tokens import sentences

pytestmark = pytest.mark.slow

_BARS = ("bars", "columns by blanks", "columns by tabs")
FORMS = {
    **{(name, "txt"): form for name, form in {**TEXTS, **DENSE}.items()},
    **{(name, "html"): form for name, form in PAGES.items()},
    **{(name, "txt" if name in _BARS else "html"): form for name, form in TABLES.items()},
}


def take_apart(name: str, text: str) -> None:
    """Do all that comes before a sentence is read: open the file, find the article, its day and its sentences."""
    with folder() as path:
        (path / name).write_text(text, encoding="utf-8")
        try:
            document = read_document(path / name)
        except DocumentError:
            return
        lines = [(block.start, block.end, block.headline) for block in document.blocks_read()]
        sentences(document.reading.text, lines)


def test_there_are_forms_enough() -> None:
    assert len(TEXTS) + len(DENSE) >= 30
    assert len(TABLES) >= 10


@pytest.mark.parametrize(("form", "ending"), FORMS)
def test_a_file_is_taken_apart_in_linear_time_and_memory(form: str, ending: str) -> None:
    check_growth(FORMS[form, ending], lambda text: take_apart(f"a.{ending}", text), 3_000)
    check_memory(FORMS[form, ending], lambda text: take_apart(f"a.{ending}", text), 1_000)


@pytest.mark.parametrize("form", DENSE)
def test_what_every_sentence_tells_is_read_in_linear_time(form: str) -> None:
    check_growth(DENSE[form], read, 3_000)


def test_memory_grows_with_the_claims() -> None:
    check_memory(DENSE["speakers"], read, 1_500)


@pytest.mark.parametrize("form", TEXTS)
def test_no_form_takes_for_ever(form: str) -> None:
    check_growth(TEXTS[form], _told, 500)


def _told(text: str) -> None:
    try:
        read(text)
    except DocumentError:
        return


@pytest.mark.parametrize(
    "text",
    [
        "AAA" + " " * 1_600 + "x\nRussia will send soldiers to Idlib.",
        "AAA" + "\xa0\t" * 50_000 + "x\nRussia will send soldiers to Idlib.",
        "Sergey Lavrov said that Oman may send observers to Idlib. " * 3_500,
        "Oman may send observers to Idlib. " * 12_000,
        "The zone in Homs province includes Rastan. The third zone covers Eastern Ghouta. " * 5_000,
    ],
    ids=["a dateline", "a dateline of hard blanks", "speakers", "claims", "zones"],
)
def test_what_once_took_minutes_takes_seconds(text: str) -> None:
    _told("Oman will not.")  # loads the model, once
    with within(seconds=5):
        _told(text)


def square(size: int) -> int:
    return sum(1 for one in range(size) for other in range(size) if one == other)


def test_a_square_is_found_in_time_and_memory() -> None:
    with pytest.raises(AssertionError, match="at a doubling"):
        check_growth(lambda size: size, square, 600)
    with pytest.raises(AssertionError, match="at a doubling"):
        check_memory(lambda size: size, lambda size: bytes(size * size), 500)


def test_what_is_linear_passes() -> None:
    form: Form = DENSE["claims"]
    check_growth(form, str.split, 100_000)
    check_memory(form, str.split, 100_000)
