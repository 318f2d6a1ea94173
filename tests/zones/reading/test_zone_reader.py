"""Zones of several sentences: which definition belongs to which zone."""

import pytest

from zones.reading.zone_draft import slug
from zones.reading.zone_reader import read_zones


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first zone covers Idlib province. The second covers Eastern Ghouta.",
            [("Idlib", "whole SY07"), ("Eastern Ghouta", "region Eastern Ghouta")],
        ),
        (
            "The zone covers Idlib province. It also includes northern Hama.",
            [("Idlib", "whole SY07 + sector SY05 0")],
        ),
        (
            "The zone covers Idlib province. It excludes Saraqib sub-district.",
            [("Idlib", "(whole SY07) - (whole SY070003)")],
        ),
        (
            "A truce for Eastern Qalamoun was agreed. The zone includes Yabroud district.",
            [("Yabroud", "whole SY0305")],
        ),
        (
            "The zone covers Idlib province. Its exact boundaries depend on the line of contact.",
            [("Idlib", "whole SY07 + limit 'the line of contact'")],
        ),
        (
            "Three zones: Idlib province; northern Homs; and Eastern Ghouta.",
            [
                ("Idlib", "whole SY07"),
                ("Northern Homs", "sector SY04 0"),
                ("Eastern Ghouta", "region Eastern Ghouta"),
            ],
        ),
        (
            "A safe zone 32 km deep along the Turkish border between Tell Abyad and Ras al-Ayn is planned.",
            [("Tell Abyad - Ras al-Ayn strip", "border TR 32 km Tell Abyad to Ras al-Ayn")],
        ),
        ("The first zone covers Idlib province. A second covers Idlib province.", [("Idlib", "whole SY07")]),
        ("Talks went on.", []),
    ],
)
def test_zones_of_a_text(scan_all, told, text, expected):
    drafts, _ = read_zones(scan_all(text))
    assert [(draft.name, told(draft.area)) for draft in drafts] == expected


def test_a_limit_of_no_zone_is_not_lost(scan_all):
    drafts, loose = read_zones(scan_all("Areas held by Islamic State are not covered."))
    assert (drafts, [limit.text for limit in loose]) == ([], ["Areas held by Islamic State"])


def test_a_zone_remembers_what_it_was_called_and_what_was_said_of_it(scan_all):
    (draft,), _ = read_zones(scan_all("The largest zone includes Idlib province, which borders Turkey."))
    assert draft.keys == {"largest"}
    assert [remark.scan.text(remark.start, remark.end) for remark in draft.remarks] == [
        ", which borders Turkey"
    ]


def test_a_headline_gives_way_to_the_body(scan_all, told):
    (draft,), _ = read_zones(
        scan_all("The zone covers northern Homs.", headline="Zone to cover Homs province")
    )
    assert told(draft.area) == "sector SY04 0"


@pytest.mark.parametrize(
    ("name", "expected"), [("Northern Homs", "northern-homs"), ("إدلب", "dlb"), ("--", "zone")]
)
def test_slugs(name, expected):
    assert slug(name) == expected
