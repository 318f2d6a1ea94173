"""Folding: what must be one name, and what must stay two."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.kinds import Kind, Query, parse_query, split_kind
from geodata.names import fold, is_ordinary, skeleton, without_markaz
from geodata.unit import Level
from geodata.units import AdminUnits

SAME = [
    ("Ar-Rastan", "al-Rastan", "RASTAN", "Ar Rastān"),
    ("Ma'arrat an-Nu'man", "Maarrat al-Numan", "Ma‘arrat an Nu‘mān", "MA`ARRAT AL NUMAN"),
    ("Deir ez-Zor", "Deir al-Zor", "deir ez zor"),
    ("Hama", "Hamah", "Ḩamāh"),
    ("İdlib", "Idlib", "ıdlib"),
    ("إدلب", "ادلب", "أدلب", "إِدْلِب"),
    ("حماة", "حماه"),
    ("سراقب", "سـراقب"),
    ("الرستن", "رستن"),
    ("كفرنبل", "کفرنبل"),
]
ALIKE = [
    ("Suwayda", "Sweida", "As-Suweida", "Soueida"),
    ("Khan Sheikhoun", "Khan Shaykhun"),
    ("Saraqib", "Sarakib", "Sarāqeb"),
    ("Douma", "Duma", "Dooma"),
    ("Qunaytra", "Quneitra", "Qunaytirah".replace("ti", "t")),
]
APART = [("Homs", "Hama"), ("Harim", "Harasta"), ("Azaz", "Izra"), ("حمص", "حماة"), ("Nawa", "Nubl")]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_one_name_has_one_key(names: tuple[str, ...]) -> None:
    assert len({fold(name) for name in names}) == 1


@pytest.mark.parametrize("names", ALIKE, ids=lambda names: names[0])
def test_romanisations_sound_alike(names: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in names}) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_names_have_two_keys(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert skeleton(one) != skeleton(other)


def test_folding_merges_no_two_units_of_a_level(units: AdminUnits) -> None:
    """Only the two sub-districts that really share a name, Suran in Aleppo and in Hama."""
    by_key: dict[tuple[str, Level], set[str]] = defaultdict(set)
    for code in units:
        for spelling in units.spellings(code):
            by_key[fold(spelling), units[code].level].add(code)
    merged = {frozenset(codes) for codes in by_key.values() if len(codes) > 1}
    assert merged == {frozenset({"SY020405", "SY050101"})}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=30))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(name) == " ".join(fold(name).split())


@given(st.sampled_from([name for names in SAME for name in names]))
def test_keys_ignore_case_and_outer_space(name: str) -> None:
    assert fold(f"  {name.upper()} ") == fold(name)


def test_markaz_is_dropped_joined_or_not() -> None:
    assert without_markaz("مركز إدلب") == "إدلب"
    assert without_markaz("مركزالحفة") == "الحفة"
    assert without_markaz("مركز") == "مركز"


def test_nothing_is_left_of_marks_alone() -> None:
    assert fold("'-' ") == ""


def test_ordinary_words_need_their_article() -> None:
    assert is_ordinary("Tall")
    assert not is_ordinary("At-Tall")
    assert not is_ordinary("Idlib")


KINDS = {
    Kind.GOVERNORATE: ["governorate", "province", "Muhafazah", "Mohafazah"],
    Kind.DISTRICT: ["district", "mantiqah", "Mantiqa"],
    Kind.SUBDISTRICT: ["sub-district", "subdistrict", "sub district", "nahiyah", "Nahia"],
    Kind.TOWN: ["city", "town", "VILLAGE", "township", "municipality"],
}


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, words in KINDS.items() for word in words])
def test_a_word_beside_a_name_states_its_kind(kind: Kind, word: str) -> None:
    for text in (f"Harim {word}", f"the Harim {word}", f"{word} of Harim", f" the {word} of Harim "):
        assert split_kind(text) == ("Harim", kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("محافظة حمص", Kind.GOVERNORATE),
        ("منطقة حارم", Kind.DISTRICT),
        ("ناحية حمص", Kind.SUBDISTRICT),
        ("بلدة حمص", Kind.TOWN),
    ],
)
def test_so_does_one_in_arabic(text: str, kind: Kind) -> None:
    assert split_kind(text) == (text.split()[1], kind)


@pytest.mark.parametrize("text", ["Harim", "Rural Damascus", "city", "district of", "Townsville", "مدينة"])
def test_a_name_alone_states_no_kind(text: str) -> None:
    assert split_kind(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "name", "kind", "within"),
    [
        ("Suran, Hama, Syria", "Suran", None, ("Hama",)),
        ("سوران، حماة، سوريا", "سوران", None, ("حماة",)),
        (
            "Suran town; Hama district, Hama governorate",
            "Suran",
            Kind.TOWN,
            ("Hama district", "Hama governorate"),
        ),
        (" , Suran ,, Syrian Arab Republic", "Suran", None, ()),
        ("", "", None, ()),
    ],
)
def test_what_follows_a_comma_is_a_larger_place(
    text: str, name: str, kind: Kind | None, within: tuple[str, ...]
) -> None:
    assert parse_query(text) == Query(name=name, kind=kind, within=within)


def test_a_kind_of_unit_has_its_level() -> None:
    assert [kind.level for kind in Kind] == [Level.GOVERNORATE, Level.DISTRICT, Level.SUBDISTRICT, None]
