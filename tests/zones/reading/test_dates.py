"""Dates as news tells them, against a day of publication: Friday, 23 June 2017."""

from datetime import date, timedelta

import pytest

from zones.reading.dates import date_at, dates_in, days_later
from zones.reading.tokens import tokenize

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


MONTHS = [date(2017, month, 1).strftime("%B") for month in range(1, 13)]


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_in_full_and_short(month):
    wanted = date(2016, month, 9)
    names = [MONTHS[month - 1].lower(), MONTHS[month - 1][:3].lower(), *(["sept"] if month == 9 else [])]
    for name in names:
        for text in (f"9 {name} 2016", f"{name} 9 2016", f"{name} 9th , 2016", f"9th {name} , 2016"):
            hit = date_at(text.split(), 0, FRIDAY)
            assert (hit.day, hit.end) == (wanted, len(text.split()))
        assert date_at([name, ".", "9", ",", "2016"], 0, None).day == wanted
        assert date_at([name, ".", "9", ",", "2016"], 0, None).end == 5


@pytest.mark.parametrize("back", range(7))
def test_every_day_of_the_week_is_the_latest_such_day(back):
    day = FRIDAY - timedelta(days=back)
    name = day.strftime("%A").lower()
    assert date_at([name], 0, FRIDAY).day == day
    assert date_at(["last", name], 1, FRIDAY).day == day - timedelta(days=0 if back else 7)
    full = [name, ",", "june", str(day.day)]
    assert (date_at(full, 0, FRIDAY).day, date_at(full, 0, FRIDAY).end) == (day, 4)
    assert date_at([name, "june", str(day.day), "men"], 0, FRIDAY).end == 3
    assert date_at([name, ",", "yesterday"], 0, FRIDAY).end == 1


@pytest.mark.parametrize(
    ("word", "count"), [("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7)]
)
def test_days_ago_and_later(word, count):
    assert date_at([word, "days", "ago"], 0, FRIDAY).day == FRIDAY - timedelta(days=count)
    assert days_later([word, "days", "later"], 0) == days_later([word, "days", "afterwards"], 0) == count
    assert date_at([word, "weeks", "ago"], 0, FRIDAY) is None
    assert date_at([word, "days", "on"], 0, FRIDAY) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a day later", 1),
        ("one day later", 1),
        ("a week later", 7),
        ("one week afterwards", 7),
        ("the next day", 1),
        ("the following day", 1),
        ("the other day", None),
        ("a day", None),
        ("a month later", None),
        ("the next week", None),
        ("many days later", None),
        ("", None),
    ],
)
def test_days_counted_from_what_was_said_before(text, days):
    assert days_later(text.split(), 0) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 june", date(2017, 6, 1)),
        ("1st june", date(2017, 6, 1)),
        ("22nd june", date(2017, 6, 22)),
        ("june 23rd", date(2017, 6, 23)),
        ("june 24", date(2016, 6, 24)),
        ("31 may", date(2017, 5, 31)),
        ("31 december 1900", date(1900, 12, 31)),
        ("1 january 2100", date(2100, 1, 1)),
    ],
)
def test_days_of_a_month_at_both_ends(text, day):
    assert date_at(text.split(), 0, FRIDAY).day == day


@pytest.mark.parametrize("text", ["0 june", "32 june", "june 0", "june 32", "1.5 june", "st june"])
def test_a_number_that_is_no_day(text):
    assert date_at(text.split(), 0, FRIDAY) is None


@pytest.mark.parametrize("year", ["1899", "2101", "17", "20175"])
def test_a_number_that_is_no_year_is_left(year):
    hit = date_at(["june", "4", ",", year], 0, FRIDAY)
    assert (hit.day, hit.end) == (date(2017, 6, 4), 2)


@pytest.mark.parametrize(
    "text", ["On 4th May 2016, ", "On May 4th, 2016, ", "On the 4th May, 2016 ", "ON MAY 4TH, 2016 "]
)
def test_an_ordinal_of_a_text_is_a_day(text):
    words = [token.word for token in tokenize(f"{text} they met")]
    assert [hit.day for hit in dates_in(words, FRIDAY)] == [date(2016, 5, 4)]
