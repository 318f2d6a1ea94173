"""What a text says of a zone in passing, held against the geometry: what holds, what does not, and the figure."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones
from zones.zone import Check


def checks(folder: Path, text: str) -> list[Check]:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return [check for zone in zones.load(path).zones for check in zone.checks]


IN_PASSING = [
    ("Idlib province, which borders Turkey", True, "7 sub-districts of Idleb touch the border with Türkiye"),
    ("Homs province, which borders Turkey", False, "0 sub-districts of Homs touch the border with Türkiye"),
    ("Homs province, bordering on Iraq", True, "2 sub-districts of Homs touch the border with Iraq"),
    ("Idlib province, which is close to the border with Turkey", True, "0 km from the border with Türkiye"),
    ("Idlib province, near the Jordanian border", False, "341 km from the border with Jordan"),
    ("Rastan, near the Lebanese border", False, "40 km from the border with Lebanon"),
    ("Tell Kalakh, near the Lebanese border", True, "0 km from the border with Lebanon"),
    ("Eastern Ghouta, east of Damascus", True, "its centre bears 88° from Damascus"),
    ("Eastern Ghouta, east of the capital", True, "its centre bears 88° from the capital"),
    ("Eastern Ghouta, north-east of Damascus", True, "its centre bears 88° from Damascus"),
    ("Eastern Ghouta, west of the capital Damascus", False, "its centre bears 88° from Damascus"),
    ("Rastan, south-east of the city of Homs", False, "its centre bears 13° from Homs"),
    ("Daraa province, in the Hauran", True, "100% of it lies there"),
    ("Daraa province, in the Jazira", False, "0% of it lies there"),
]


@pytest.mark.parametrize(("told", "holds", "detail"), IN_PASSING, ids=[row[0] for row in IN_PASSING])
def test_a_remark_in_passing(tmp_path: Path, told: str, holds: bool, detail: str) -> None:
    (check,) = checks(tmp_path, f"The zone includes {told}.")
    assert (check.holds, check.detail) == (holds, detail)
    assert check.text == told.split(", ")[1]
    assert check.evidence[0].quote.strip(" ,.") == check.text


@pytest.mark.parametrize(
    "told",
    [
        "Damascus province, which has no border with Jordan",
        "Eastern Ghouta, which lies east of the river",
        "Idlib province, near the Cypriot border",
        "Idlib province, in the north of Syria",
    ],
)
def test_what_cannot_be_held_against_the_geometry_is_no_check(tmp_path: Path, told: str) -> None:
    assert checks(tmp_path, f"The zone includes {told}.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The largest zone covers Homs province. The smallest covers Damascus province.",
            [
                ("the largest", True, "43,232 km2; the next is 119 km2"),
                ("the smallest", True, "119 km2; the next is 43,232 km2"),
            ],
        ),
        (
            "The smallest zone covers Idlib province. The biggest covers Damascus province.",
            [
                ("the smallest", False, "5,418 km2; the next is 119 km2"),
                ("the biggest", False, "119 km2; the next is 5,418 km2"),
            ],
        ),
        (
            "The largest zone covers Idlib province.",
            [("the largest", None, "5,418 km2; no other zone to compare with")],
        ),
    ],
)
def test_the_largest_and_the_smallest(
    tmp_path: Path, text: str, expected: list[tuple[str, bool | None, str]]
) -> None:
    assert [(c.text, c.holds, c.detail) for c in checks(tmp_path, text)] == expected


def test_units_along_a_border_touch_it(tmp_path: Path) -> None:
    (check,) = checks(tmp_path, "The zone lies along the Jordanian border.")
    assert (check.text, check.holds) == ("along the Jordanian border", True)
    assert check.detail == "11 of 11 units touch the border with Jordan, 366 km of it"


def test_a_strip_with_a_depth_need_not_touch_with_all_its_units(tmp_path: Path) -> None:
    assert checks(tmp_path, "The zone is a strip 20 km deep along the Iraqi border.") == []
