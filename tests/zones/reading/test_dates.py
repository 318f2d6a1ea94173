"""Dates as news tells them, against a day of publication: Friday, 23 June 2017."""

from datetime import date

import pytest

from zones.reading.dates import date_at, dates_in

FRIDAY = date(2017, 6, 23)


@pytest.mark.parametrize(
    ("text", "day", "length"),
    [
        ("thursday", date(2017, 6, 22), 1),
        ("friday", FRIDAY, 1),
        ("saturday", date(2017, 6, 17), 1),
        ("thursday , june 15", date(2017, 6, 15), 4),
        ("today", FRIDAY, 1),
        ("yesterday", date(2017, 6, 22), 1),
        ("tomorrow", date(2017, 6, 24), 1),
        ("three days ago", date(2017, 6, 20), 3),
        ("4 may", date(2017, 5, 4), 2),
        ("may 4th , 2016", date(2016, 5, 4), 4),
        ("sept 1", date(2016, 9, 1), 2),
        ("31 june", None, 2),
        ("february 29", None, 2),
    ],
)
def test_what_a_date_means(text, day, length):
    hit = date_at(text.split(), 0, FRIDAY)
    assert hit is not None
    assert (hit.day, hit.end) == (day, length)


@pytest.mark.parametrize("text", ["may", "4", "may be", "2017", "three days", "monitors", "2017-06-23"])
def test_what_is_no_date(text):
    assert date_at(text.split(), 0, FRIDAY) is None


def test_last_friday_is_not_the_day_of_publication():
    assert date_at(["last", "friday"], 1, FRIDAY).day == date(2017, 6, 16)


def test_a_term_lies_ahead():
    assert date_at(["june", "4"], 0, FRIDAY, ahead=True).day == date(2018, 6, 4)
    assert date_at(["july", "4"], 0, FRIDAY, ahead=True).day == date(2017, 7, 4)


@pytest.mark.parametrize("text", ["thursday", "yesterday", "4 may"])
def test_without_a_day_of_publication_a_date_is_found_and_left_open(text):
    assert date_at(text.split(), 0, None).day is None


def test_a_year_needs_no_day_of_publication():
    assert date_at(["4", "may", "2017"], 0, None).day == date(2017, 5, 4)


def test_a_sentence_may_end_in_a_date():
    words = ("agreed", "on", "4", "may", "and", "again", "on", "thursday", ",")
    assert [hit.start for hit in dates_in(words, FRIDAY)] == [2, 7]
