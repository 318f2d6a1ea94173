"""Mentions of zones: what tells one from another, how many, what kind."""

import pytest

from zones.reading.introductions import introduction


@pytest.mark.parametrize(
    ("text", "words", "key", "definite", "count", "kind"),
    [
        ("A safe zone is planned", "A safe zone", "", False, 1, "safe"),
        ("The Idlib zone is large", "The Idlib zone", "", True, 1, "zone"),
        ("The largest of the planned zones", "The largest of the planned zones", "largest", True, 1, "zone"),
        ("A second de-escalation zone", "A second de-escalation zone", "second", False, 1, "escalation"),
        ("Two zones are planned", "Two zones", "", False, 2, "zone"),
        ("Both zones are planned", "Both zones", "", False, 2, "zone"),
        ("Demilitarised zones are planned", "Demilitarised zones", "", False, None, "demilitarised"),
        ("The third covers Homs", "The third", "third", True, 1, "zone"),
        ("The 2nd zone is planned", "The 2nd zone", "2nd", True, 1, "zone"),
        ("One covers Homs", "One", "one 0", False, 1, ""),
        ("Another covers Homs", "Another", "another 0", False, 1, ""),
        ("The one in Homs", "The one", "", True, 1, "zone"),
        ("The ones in the north", "The ones", "", True, None, "zone"),
        ("Those zones are planned", "Those zones", "", True, None, "zone"),
        ("Three de-escalation zones", "Three de-escalation zones", "", False, 3, "escalation"),
        ("The four zones are planned", "The four zones", "", True, 4, "zone"),
        ("The northern zone is planned", "The northern zone", "northern", True, 1, "zone"),
        ("The second of the four zones", "The second of the four zones", "second", True, 1, "zone"),
        ("The third of them", "The third of them", "third", True, 1, "zone"),
        ("The second largest zone", "The second largest zone", "second", True, 1, "zone"),
        ("The smallest one", "The smallest one", "smallest", True, 1, "zone"),
        ("The second ones", "The second ones", "second", True, None, "zone"),
        ("The first two zones", "The first two zones", "first", True, 2, "zone"),
        ("A buffer zone is planned", "A buffer zone", "", False, 1, "buffer"),
        ("The so-called safe area", "The so-called safe area", "", True, 1, "safe"),
        ("A demilitarised strip", "A demilitarised strip", "", False, 1, "demilitarised"),
        ("The cessation of hostilities", "The cessation of hostilities", "", True, 1, "ceasefire"),
        ("A halt to fighting", "A halt to fighting", "", False, 1, "ceasefire"),
        ("The memorandum holds", "The memorandum", "", True, 1, "deal"),
        ("The Homs ceasefire zone", "The Homs ceasefire zone", "", True, 1, "ceasefire"),
        ("The zones of the four", "The zones of the four", "", True, None, "zone"),
        ("The first zone of the four", "The first zone of the four", "first", True, 1, "zone"),
        ("The others are planned", "The others", "others", True, None, "zone"),
        ("The planned security zone", "The planned security zone", "", True, 1, "security"),
        ("A fourth is planned", "A fourth", "fourth", False, 1, "zone"),
        ("The first, in Idlib", "The first", "first", True, 1, "zone"),
        ("The other is in Homs", "The other", "other", True, 1, "zone"),
        ("A ceasefire holds", "A ceasefire", "", False, 1, "ceasefire"),
        ("The truce agreement holds", "The truce agreement", "", True, 1, "ceasefire"),
        ("The agreement holds", "The agreement", "", True, 1, "deal"),
        ("A corridor is planned", "A corridor", "", False, 1, "strip"),
    ],
)
def test_mentions(scan_one, text, words, key, definite, count, kind):
    scan = scan_one(text)
    zone = introduction(scan, 0)
    assert scan.text(zone.start, zone.end) == words
    assert (zone.key, zone.definite, zone.count, zone.kind) == (key, definite, count, kind)


def test_a_zone_may_be_named_by_a_place(scan_one):
    assert introduction(scan_one("The Idlib zone"), 0).name.text == "Idlib"


def test_it_is_a_pronoun(scan_one):
    assert introduction(scan_one("It covers Idlib"), 0).pronoun


@pytest.mark.parametrize(
    "text",
    [
        "Which covers Idlib",
        "The whole thing",
        "Idlib province",
        "An agreement",
        "Zoning",
        "One of the zones",
        "One in Homs",
        "The war zone",
        "The time zone",
        "The Homs and Hama zones",
        "The very long and quite strange odd zone",
        "The two are planned",
        "Both of them",
    ],
)
def test_what_is_no_zone(scan_one, text):
    assert introduction(scan_one(text), 0) is None
