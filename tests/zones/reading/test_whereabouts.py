"""Where a statement places forces."""

import pytest

from zones.reading.whereabouts import anaphor, whereabouts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops will go to Idlib and Homs.", [("Idlib", "", None), ("Homs", "", None)]),
        ("They will stay in northern Idlib province.", [("Idlib", "", None)]),
        ("They will patrol Eastern Ghouta.", [("Eastern Ghouta", "", None)]),
        ("Observers near Damascus will stay.", [("Damascus", "near", None)]),
        ("Monitors south of Daraa will stay.", [("Daraa", "south of", 180.0)]),
        ("Posts along the Turkish border will stay.", [("Turkish border", "along", None)]),
        ("They will go to southern Syria.", [("southern Syria", "", None)]),
        ("Kazakhstan agreed.", []),
    ],
)
def test_places(scan_one, text, expected):
    scan = scan_one(text)
    assert [(w.text, w.relation, w.bearing) for w in whereabouts(scan, 0, len(scan))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops will be there.", "there"),
        ("There is no plan.", None),
        ("They will patrol it.", "it"),
        ("It will be patrolled.", None),
        ("They will go to the area.", "zone"),
        ("They will watch its roads.", "zone"),
        ("They will go to Moscow.", None),
    ],
)
def test_what_is_taken_up(scan_one, text, expected):
    scan = scan_one(text)
    assert anaphor(scan, 0, len(scan)) == expected
