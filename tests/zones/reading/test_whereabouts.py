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
        ("They will go to Syria's north-west.", [("Syria's north-west", "", None)]),
        ("They will go to the Syrian north-west.", [("Syrian north-west", "", None)]),
        ("They will go to north-western Syria.", [("north-western Syria", "", None)]),
        ("Troops north-east of Daraa will stay.", [("Daraa", "north-east of", 45.0)]),
        ("Troops in the south of Daraa will stay.", [("Daraa", "", None)]),
        ("They will stay south of Daraa and Homs.", [("Daraa", "south of", 180), ("Homs", "south of", 180)]),
        (
            "They will stay in the towns of Rastan, Talbiseh and Douma.",
            [("Rastan", "", None), ("Talbiseh", "", None), ("Douma", "", None)],
        ),
        ("They will stay on the Jordanian border.", [("Jordanian border", "along", None)]),
        (
            "They will stay on the Syrian-Turkish border near Idlib.",
            [("Syrian-Turkish border", "along", None), ("Idlib", "near", None)],
        ),
        ("Eastern Ghouta will be monitored.", [("Eastern Ghouta", "", None)]),
        ("Idlib will be monitored.", []),
        ("Troops will leave Idlib.", []),
        ("They will go to Syria.", []),
        ("They will stay in Damascus and, later, in Daraa.", [("Damascus", "", None), ("Daraa", "", None)]),
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
        ("They will stay in it.", "it"),
        ("They will stay in them.", "it"),
        ("They will stay in that area.", "zone"),
        ("They will stay in the new de-escalation zone.", "zone"),
        ("They will stay in the Idlib area.", None),
        ("They will stay in the zones.", None),
        ("Its borders will be watched.", "zone"),
        ("Its army will stay.", None),
        ("They left there.", "there"),
        ("To enter it is hard.", None),
        ("Turkey and it agreed.", None),
    ],
)
def test_what_is_taken_up(scan_one, text, expected):
    scan = scan_one(text)
    assert anaphor(scan, 0, len(scan)) == expected
