"""One phrase read as an area, or an error with the words that were not understood."""

from __future__ import annotations

import pytest

from geodata.units import AdminUnits
from zones.areas import Border, Disc, Except, Limit, Region, Sector, Union, Whole, leaves
from zones.compiler import compile_area
from zones.errors import AreaError
from zones.phrase import PhraseError, read_area

PHRASES: dict[str, tuple[type, str]] = {
    "Idlib province": (Whole, "SY07"),
    "northern Homs": (Sector, "SY040101 SY040400 SY040401"),
    "Eastern Ghouta": (Region, "SY030104 SY030105 SY030106 SY030200 SY030201 SY030204"),
    "within 20 km of Palmyra": (Disc, "SY040500"),
    "areas along the Jordanian border in Daraa province": (
        Border,
        "SY120000 SY120001 SY120003 SY120005 SY120006",
    ),
    "Idlib province, excluding Harim district": (Except, "SY0700 SY0702 SY0704 SY0705"),
    "Quneitra and As-Sweida provinces": (Union, "SY13 SY14"),
    "Rastan and adjoining areas": (Union, "SY040101 SY040103 SY040400 SY040401 SY050100 SY050102 SY050300"),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_compiles_to_its_units(phrase: str) -> None:
    kind, codes = PHRASES[phrase]
    units = AdminUnits.builtin()
    area = read_area(phrase, units)
    assert isinstance(area, kind)
    assert " ".join(member.pcode for member in compile_area(area, units).members) == codes


def test_the_strip_of_the_issue() -> None:
    phrase = "a 32-km-deep strip along the Turkish border between Tell Abyad and Ras al-Ayn"
    area = read_area(phrase)
    assert isinstance(area, Border)
    assert (area.country, area.depth_km) == ("TR", 32.0)
    assert "SY110200" in {member.pcode for member in compile_area(area, AdminUnits.builtin()).members}


def test_a_limit_stays_in_words() -> None:
    found = [
        leaf
        for leaf in leaves(read_area("areas held by Islamic State in Homs province"))
        if isinstance(leaf, Limit)
    ]
    assert [leaf.text for leaf in found] == ["areas held by Islamic State"]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("all of Quneitra and the moon", "moon"),
        ("hello world", "hello world"),
        ("Kirkuk province", "Kirkuk province"),
        ("Idlib province tomorrow evening", "tomorrow evening"),
    ],
)
def test_what_was_not_understood_is_named(phrase: str, words: str) -> None:
    with pytest.raises(PhraseError, match=f'"{words}"') as caught:
        read_area(phrase)
    assert caught.value.not_understood == (words,)
    assert isinstance(caught.value, ValueError)


def test_a_misspelt_name_gets_a_suggestion() -> None:
    with pytest.raises(PhraseError, match='is "Sarraqip" Saraqab'):
        read_area("the town of Sarraqip")


@pytest.mark.parametrize("phrase", ["", "   ", "Idlib. Homs. Hama.", "x" * 3000])
def test_no_phrase(phrase: str) -> None:
    with pytest.raises(AreaError):
        read_area(phrase)
