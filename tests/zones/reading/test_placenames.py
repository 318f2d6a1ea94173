"""Place names, with all that each may mean."""

import pytest


@pytest.mark.parametrize(
    ("text", "name", "meanings"),
    [
        ("Idlib", "Idlib", {"town SY070000", "governorate SY07", "district SY0700", "sub-district SY070000"}),
        ("Duma", "Duma", {"town SY030200", "district SY0302", "sub-district SY030200"}),
        ("al-Bab", "al-Bab", {"town SY020200", "district SY0202", "sub-district SY020200"}),
        ("Tell Abyad", "Tell Abyad", {"town SY110200", "district SY1102", "sub-district SY110200"}),
        ("Khan Sheikhoun", "Khan Sheikhoun", {"town SY070201", "sub-district SY070201"}),
        (
            "Ma'arrat al-Nu'man",
            "Ma'arrat al-Nu'man",
            {"town SY070200", "district SY0702", "sub-district SY070200"},
        ),
    ],
)
def test_units_and_towns(scan_one, text, name, meanings):
    (found,) = scan_one(text).names.values()
    assert found.text == name
    assert {f"{c.kind} {c.pcode}" for c in found.candidates} == meanings


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Eastern Ghouta", "Eastern Ghouta"),
        ("the Hauran", "Hauran"),
        ("Eastern al-Ghouta", "Eastern Ghouta"),
        ("East Ghouta", "Eastern Ghouta"),
    ],
)
def test_regions(scan_one, text, region):
    (found,) = scan_one(text).names.values()
    assert found.region is not None
    assert found.region.name == region


@pytest.mark.parametrize("text", ["the State Duma", "Aleppo Media Center", "idlib", "the", "Nowhere"])
def test_what_is_no_place(scan_one, text):
    assert scan_one(text).names == {}


def test_a_name_knows_its_codes_inside_a_container(scan_one):
    (idlib,) = scan_one("Idlib").names.values()
    assert idlib.code("district", "SY07") == "SY0700"
    assert idlib.code("district", "SY02") is None
    assert idlib.position == (idlib.unit("town").lon, idlib.unit("town").lat)
