"""What must not change a zone: saying it twice, wrapping it anew; and what an unknown name in a list does."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import zones
from zones import ZoneSet

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
TEXTS = [
    "The first zone covers Idlib province. The second covers northern Homs. The third is Eastern Ghouta.",
    "The zone covers Idlib province. It also includes the districts of Masyaf and Salamiyah.",
    "The two sides agreed on a safe zone 20 km deep along the Turkish border between Kobani and Tell Abyad.",
    "The deal sets up a buffer zone along the Iraqi border in Deir ez-Zor province. It would be 20 kilometres deep.",
    "Three zones are planned: Idlib province; northern Homs; and Eastern Ghouta.",
    "A ceasefire in Daraa and Quneitra provinces was announced on Friday.",
    "The zone includes all of Quneitra and adjoining districts of Daraa, except Izraa district.",
    "The demilitarisation of Manbij district was agreed.",
    "The truce covers the parts of Deir ez-Zor province that lie east of the Euphrates.",
]
LISTS = [
    ("Palmyra", "Salamiyah", "Suqaylabiyah"),
    ("Idlib province", "Masyaf district", "the districts of Azaz and Afrin"),
    ("northern Homs", "Eastern Ghouta", "Quneitra province", "Daraa province"),
]
UNKNOWN = "Qaryat Zubda"


def read(text: str, folder: Path) -> ZoneSet:
    path = folder / "text.txt"
    path.write_text(text, encoding="utf-8")
    return zones.load(path)


def members(found: ZoneSet) -> list[set[tuple[str, str]]]:
    return [{(member.pcode, member.extent) for member in zone.members} for zone in found.zones]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_told_twice_has_the_same_zones(text: str, tmp_path: Path) -> None:
    once = members(read(text, tmp_path))
    assert once
    assert members(read(f"{text}\n\n{text}", tmp_path)) == once
    assert members(read(f"{text} {text}", tmp_path)) == once


def test_a_strip_told_in_pieces_quotes_all_of_them(tmp_path: Path) -> None:
    text = "Oman took over a safe zone 20 km deep. It will keep that zone between Kobani and Tell Abyad."
    found = read(text, tmp_path)
    (zone,) = found.zones
    quotes = {evidence.quote for member in zone.members for evidence in member.evidence}
    assert all("20 km deep" in quote and "between Kobani and Tell Abyad" in quote for quote in quotes)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_printed_twice_has_the_same_zones(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert members(read(f"{text}\n\n{text}", tmp_path)) == members(read(text, tmp_path))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("gap", ["  ", " \u00a0", "\t"])
def test_blanks_change_no_zone(text: str, gap: str, tmp_path: Path) -> None:
    assert members(read(text.replace(" ", gap), tmp_path)) == members(read(text, tmp_path))


def test_zones_told_in_another_order_are_the_same(tmp_path: Path) -> None:
    told = [
        "The first zone covers Idlib province.",
        "The second zone covers northern Homs.",
        "The third is Eastern Ghouta.",
    ]
    wanted = {frozenset(zone) for zone in members(read("\n\n".join(told), tmp_path))}
    for order in itertools.permutations(told):
        assert {frozenset(zone) for zone in members(read("\n\n".join(order), tmp_path))} == wanted


@pytest.mark.parametrize("names", LISTS)
def test_an_unknown_name_leaves_the_rest_and_is_told(names: tuple[str, ...], tmp_path: Path) -> None:
    plain = members(read(f"The zone covers {', '.join(names[:-1])} and {names[-1]}.", tmp_path))
    for at in range(1, len(names)):
        with_it = [*names[:at], UNKNOWN, *names[at:]]
        found = read(f"The zone covers {', '.join(with_it[:-1])} and {with_it[-1]}.", tmp_path)
        assert members(found) == plain
        (zone,) = found.zones
        assert [words.text for words in zone.unread] == [UNKNOWN]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The zone covers Idlib province and whatever lies between Jabal Turkman and the sea.",
            "Jabal Turkman",
        ),
        ("The safe zone runs from Daraa by way of southern Damascus as far as Sweida.", "from Daraa"),
        ("The zone covers Idlib province, the army posts around it, and Masyaf district.", "the army posts"),
        ("The truce covers Nawa, Sanamayn, Izraa and Mansoura.", "Mansoura"),
    ],
)
def test_what_was_not_understood_is_told(text: str, words: str, tmp_path: Path) -> None:
    found = read(text, tmp_path)
    told = [one.text for zone in found.zones for one in (*zone.unread, *zone.unresolved)]
    told += [one.text for one in found.unresolved]
    assert any(words in one for one in told), told


@pytest.mark.parametrize(
    ("text", "km2"),
    [
        (
            "The safe zone will stretch along 460 kilometers (286 miles) of the border line between Turkey and Syria.",
            0,
        ),
        ("The zone would reach up to the Jordanian border.", 0),
        ("It would be a zone 130 km from the border with Iraq to the west.", 0),
        (
            "The deal sets up a security corridor on both sides of the M5. It would be extended to 300 kilometres.",
            0,
        ),
        ("All land west of the Euphrates is to become a demilitarised zone.", 0),
        ("Kurdish forces have 150 hours to leave a 30-km-deep strip along the Turkish border.", 0),
    ],
)
def test_what_would_draw_too_much_is_not_drawn(text: str, km2: float, tmp_path: Path) -> None:
    found = read(text, tmp_path)
    assert sum(zone.area_km2.whole + zone.area_km2.part for zone in found.zones) == km2


def test_two_zones_that_stand_near_each_other_stay_two(tmp_path: Path) -> None:
    first = "The zone in Eastern Ghouta includes the towns of Douma and Harasta."
    second = "The zone in northern Homs province includes the towns of Rastan and Talbiseh."
    both = members(read(f"{first} {second}", tmp_path))
    assert both == [*members(read(first, tmp_path)), *members(read(second, tmp_path))]
    assert len(both) == 2


def test_a_zone_in_a_province_is_some_of_it(tmp_path: Path) -> None:
    (zone,) = read("The sponsors agreed to establish a safe zone in Raqqa province.", tmp_path).zones
    assert [(member.pcode, member.extent) for member in zone.members] == [("SY11", "part")]
    assert "not how much of it" in zone.unresolved[0].reason


def test_a_lookup_says_that_a_zone_was_read_in_part(tmp_path: Path) -> None:
    found = read(f"The zone covers Idlib province, {UNKNOWN} and Masyaf district.", tmp_path)
    for place in ("Masyaf", "Latakia"):
        assert any(UNKNOWN in note and "read in part" in note for note in found.lookup(place).notes)


REGION_AND_PROVINCES = "Peru and Oman agreed on a ceasefire in southwest Syria. {}"


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("They will set up a de-escalation zone in the Daraa, Quneitra and Sweida provinces.", 1),
        ("They will set up a de-escalation zone in the Daraa and Quneitra provinces.", 2),
        ("They will set up a de-escalation zone in Idlib province.", 2),
    ],
)
def test_a_region_and_all_its_provinces_are_one_zone(second: str, count: int, tmp_path: Path) -> None:
    assert len(read(REGION_AND_PROVINCES.format(second), tmp_path).zones) == count
