"""Nationalities: names, demonyms, seats of government and people, and what only looks like one."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan and Kyrgyz officials", [("KZ", "name"), ("KG", "demonym")]),
        ("Moscow", [("RU", "seat")]),
        ("Lavrov", [("RU", "person")]),
        ("the UN", [("UN", "name")]),
        ("U.S. troops", [("US", "name")]),
        ("some Kazakhs", [("KZ", "demonym")]),
        ("Turkish-Syrian border", [("SY", "demonym")]),
        ("tell us", []),
        ("the Jordan river", []),
        ("Russian-backed forces", []),
        ("Islamic State in Iraq", []),
        ("turkey", []),
    ],
)
def test_nations(scan_one, text, expected):
    assert [(n.code, str(n.form)) for n in scan_one(text).nations.values()] == expected
