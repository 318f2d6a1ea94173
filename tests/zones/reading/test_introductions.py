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
    "text", ["Which covers Idlib", "The whole thing", "Idlib province", "An agreement", "Zoning"]
)
def test_what_is_no_zone(scan_one, text):
    assert introduction(scan_one(text), 0) is None
