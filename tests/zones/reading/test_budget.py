"""What is not read of a text of an unusual form: told with the reason, counted, and never a surprise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import zones
from bench.reading import news
from tests.fuzz.forms import DENSE
from zones.passed_over import Reason
from zones.reading.budget import MOST_AREAS, left_out, within_budget
from zones.reading.tokens import sentences

CORPORA = Path(__file__).parents[4] / "shared" / "corpus"
CLAIM = "Oman may send observers to Idlib."


def read(tmp_path: Path, text: str) -> zones.ZoneSet:
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    return zones.load(tmp_path / "text.txt")


def test_prose_is_read_whole() -> None:
    text = news(200_000)
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


def test_captions_of_a_few_words_may_be_many() -> None:
    text = f"{news(150_000)}\n\n" + "(SANA image)\n\n" * 80
    found = sentences(text)
    assert within_budget(text, found) == (found, [])
    assert within_budget(text[-30_000:], sentences(text[-30_000:]))[1]


@pytest.mark.parametrize("form", ["speakers", "claims", "dated claims", "zones", "what the zone includes"])
def test_sentences_that_differ_in_names_and_numbers_only_are_read_in_part(form: str) -> None:
    text = DENSE[form](200_000)
    found = sentences(text)
    read, unread = within_budget(text, found)
    assert sum(one.end - one.start for one in read) < 10_000 + len(text) / 20 + 100
    assert unread == found[len(read) :]


@pytest.mark.parametrize(
    "row",
    [
        "Minister {name} said that {nations} may send {n} observers.",
        "{nations} may send {n} observers, {name} said.",
        "The zone in {name} includes {nations}.",
    ],
)
def test_a_list_of_names_is_a_name(row: str) -> None:
    lists = ("Oman", "Oman and Peru", "Oman, Peru and Chad")
    rows = (row.format(n=n, name=f"Aa{'bcdef'[n % 5]}{n}", nations=lists[n % 3]) for n in range(1_000))
    text = " ".join(rows)
    read, unread = within_budget(text, sentences(text))
    assert unread
    assert sum(one.end - one.start for one in read) < 10_000 + len(text) / 20


@pytest.mark.parametrize("case", [str.upper, str.title])
def test_lines_in_capitals_are_not_of_one_form(case: Callable[[str], str]) -> None:
    text = case(news(100_000))
    found = sentences(text)
    assert within_budget(text, found) == (found, [])


def test_a_sentence_beyond_the_form_is_not_read_the_second_time() -> None:
    text = DENSE["speakers"](50_000)
    read, _ = within_budget(text, sentences(text))
    twice, _ = within_budget(f"{text} {text}", sentences(f"{text} {text}"))
    assert len(twice) < 3 * len(read)


def test_news_that_is_copied_twenty_times_is_read_whole() -> None:
    text = "\n".join([news(2_000)] * 20)
    found = sentences(text)
    assert within_budget(text, found) == (found, [])


@pytest.mark.reference
def test_nothing_of_the_corpora_is_left_out() -> None:
    paths = sorted(CORPORA.glob("*.json"))
    if not paths:
        pytest.skip(f"no reference data at {CORPORA}")
    for path in paths:
        texts = [one["text"] for one in json.loads(path.read_text(encoding="utf-8"))["documents"]]
        for text in (*texts, "\n".join(texts)):
            found = sentences(text)
            assert within_budget(text, found) == (found, [])


def test_a_longer_text_may_say_the_same_more_often() -> None:
    claim = f"{CLAIM[:-1]}, as the minister told reporters after the talks of the three guarantors in Astana."
    text = f"{news(150_000)}\n\n" + f"{claim} " * 30
    found = sentences(text)
    length = sum(one.end - one.start for one in found)
    assert len(within_budget(text, found)[1]) == 30 - 20 - length // 25_000


def test_what_is_left_out_is_told_with_its_reason(tmp_path: Path) -> None:
    found = read(tmp_path, f"{CLAIM} " * 100)
    assert len(found.claims) == 1
    (passed,) = found.passed_over
    assert (passed.reason, passed.detail) == (Reason.UNUSUAL, "80 sentences from here on")
    assert passed.evidence[0].quote == passed.text == CLAIM


def test_what_differs_in_names_only_is_told_with_its_reason(tmp_path: Path) -> None:
    text = DENSE["speakers"](20_000)
    found = read(tmp_path, text)
    (passed,) = found.passed_over
    left = len(sentences(text)) - len(found.claims)
    assert (passed.reason, passed.detail) == (Reason.UNUSUAL, f"{left} sentences from here on")
    assert 150 < len(found.claims) < 200


def test_areas_beyond_the_limit_are_told(tmp_path: Path) -> None:
    ways = ("said", "told us", "explained", "wrote")
    sentences_told = [f"It also includes Hama and Homs, {n} {ways[n % 4]}." for n in range(MOST_AREAS)]
    found = read(tmp_path, "The zone includes Idlib province. " + " ".join(sentences_told))
    assert [zone.name for zone in found.zones] == ["Idlib, Hama and Homs"]
    beyond = [passed for passed in found.passed_over if passed.reason is Reason.UNUSUAL]
    assert {passed.detail for passed in beyond} == {f"an area beyond the first {MOST_AREAS}"}
    assert beyond[-1].text == sentences_told[-1]
