"""What is not read of a text of an unusual form: told with the reason, counted, and never a surprise."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones
from zones.passed_over import Reason
from zones.reading.budget import MOST_AREAS, left_out, within_budget
from zones.reading.tokens import sentences

CLAIM = "Oman may send observers to Idlib."


def read(tmp_path: Path, text: str) -> zones.ZoneSet:
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    return zones.load(tmp_path / "text.txt")


def test_prose_is_read_whole() -> None:
    text = " ".join(
        f"Oman may send {n} observers to Idlib, the minister told reporters." for n in range(3000)
    )
    found = sentences(text)
    assert within_budget(text, found) == (found, [])


@pytest.mark.parametrize("text", ["*a " * 20_000, "Idlib. a b c d e f g h i j. " * 2_000, "' , ; " * 10_000])
def test_a_text_of_lone_letters_and_marks_is_read_in_part(text: str) -> None:
    found = sentences(text)
    read, unread = within_budget(text, found)
    assert unread
    assert sorted([*read, *unread], key=lambda one: one.start) == found
    assert sum(map(len, read)) <= 2000 + len(text) // 3


def test_a_sentence_that_stands_there_time_and_again_is_read_twenty_times() -> None:
    text = f"{CLAIM} " * 30 + "Peru will, too. " + f"{CLAIM} "
    found = sentences(text)
    read, unread = within_budget(text, found)
    assert [len(read), len(unread)] == [21, 11]
    told = [(text[slice(*span)], words) for span, words in left_out(found, unread)]
    assert told == [(CLAIM, "10 sentences from here on"), (CLAIM, "this sentence")]


def test_a_longer_text_may_say_the_same_more_often() -> None:
    prose = " ".join(f"The harvest of village {n} was late this year." for n in range(3000))
    text = f"{prose} " + f"{CLAIM} " * 30
    assert len(within_budget(text, sentences(text))[1]) == 30 - 20 - len(text) // 50_000


def test_what_is_left_out_is_told_with_its_reason(tmp_path: Path) -> None:
    found = read(tmp_path, f"{CLAIM} " * 100)
    assert len(found.claims) == 1
    (passed,) = found.passed_over
    assert (passed.reason, passed.detail) == (Reason.UNUSUAL, "80 sentences from here on")
    assert passed.evidence[0].quote == passed.text == CLAIM


def test_areas_beyond_the_limit_are_told(tmp_path: Path) -> None:
    sentences_told = [f"It also includes Hama and Homs, {n} said." for n in range(MOST_AREAS)]
    found = read(tmp_path, "The zone includes Idlib province. " + " ".join(sentences_told))
    assert [zone.name for zone in found.zones] == ["Idlib, Hama and Homs"]
    beyond = [passed for passed in found.passed_over if passed.reason is Reason.UNUSUAL]
    assert {passed.detail for passed in beyond} == {f"an area beyond the first {MOST_AREAS}"}
    assert beyond[-1].text == sentences_told[-1]
