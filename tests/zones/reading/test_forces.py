"""Whose forces a sentence mentions, and which country acts."""

import pytest

from zones.reading.forces import forces
from zones.reading.subjects import subject


@pytest.mark.parametrize(
    ("text", "words", "nations", "owner"),
    [
        ("Kazakh and Kyrgyz troops may come.", "Kazakh and Kyrgyz troops", ("KZ", "KG"), None),
        (
            "Russian, Turkish and Iranian observers",
            "Russian, Turkish and Iranian observers",
            ("RU", "TR", "IR"),
            None,
        ),
        ("Russian military police will come.", "Russian military police", ("RU",), None),
        ("Soldiers from Egypt may come.", "Soldiers from Egypt", ("EG",), None),
        ("Then 500 Turks will come.", "Turks", ("TR",), None),
        ("Turkey will send its contingent.", "its contingent", (), "its"),
        (
            "Soldiers from Kyrgyzstan and Kazakhstan",
            "Soldiers from Kyrgyzstan and Kazakhstan",
            ("KG", "KZ"),
            None,
        ),
        ("Troops of the United Nations may come.", "Troops of the United Nations", ("UN",), None),
        ("Turkey, Iranian and Kazakh troops", "Turkey, Iranian and Kazakh troops", ("TR", "IR", "KZ"), None),
        ("Turkish and allied troops may come.", "Turkish and allied troops", ("TR",), None),
        ("Turkish-backed troops may come.", "troops", (), None),
        ("Any Kazakhs may come.", "Kazakhs", ("KZ",), None),
        ("Our and Russian servicemen may come.", "Our and Russian servicemen", ("@our", "RU"), None),
        ("Their soldiers may come.", "Their soldiers", (), "their"),
        ("500 Russian and 300 Turkish soldiers", "Russian and 300 Turkish soldiers", ("RU", "TR"), None),
    ],
)
def test_whose_forces(scan_one, text, words, nations, owner):
    scan = scan_one(text)
    (found,) = forces(scan, 0, len(scan))
    assert (scan.text(found.start, found.end), found.nations, found.owner) == (words, nations, owner)


def test_a_role_is_a_force_only_in_company(scan_one):
    weak = [forces(scan_one(text), 0, 4)[0] for text in ("The role is open.", "A Turkish role is open.")]
    assert [(force.weak, force.nations) for force in weak] == [(True, ()), (True, ("TR",))]


def test_forces_of_others_are_somebodys(scan_one):
    scan = scan_one("Forces of other countries may come.")
    assert forces(scan, 0, len(scan))[0].others


def test_an_army_that_has_a_plan_is_no_force(scan_one):
    scan = scan_one("The Russian army's plan is known.")
    assert forces(scan, 0, len(scan)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey may deploy troops", ("TR",)),
        ("The Kazakh government denied it", ("KZ",)),
        ("Russia and Iran agreed", ("RU", "IR")),
        ("The Russians agreed", ("RU",)),
        ("Troops from Egypt came", ()),
        ("Kazakh troops came", ()),
        ("Talks with Turkey began", ()),
    ],
)
def test_subjects(scan_one, text, expected):
    scan = scan_one(text)
    assert subject(scan, 0, len(scan)) == expected
