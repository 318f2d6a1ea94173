"""Names to candidates: what people type, and what they get."""

from __future__ import annotations

import pytest

from geodata.errors import UnknownPlaceError
from geodata.kinds import Kind
from geodata.measure import distance_km
from geodata.place import Place
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits

FIRST = [
    ("Idlib", "town", "SY070000"),
    ("Idlib city", "town", "SY070000"),
    ("Idlib province", "governorate", "SY07"),
    ("Homs governorate", "governorate", "SY04"),
    ("Duma district", "district", "SY0302"),
    ("the town of Rastan", "town", "SY040400"),
    ("Talbiseh sub-district", "sub-district", "SY040401"),
    ("Saraqib", "town", "SY070003"),
    ("سراقب", "town", "SY070003"),
    ("محافظة حمص", "governorate", "SY04"),
    ("مدينة دوما", "town", "SY030200"),
    ("Suran, Aleppo", "town", "SY020405"),
    ("Suran, Hama, Syria", "town", "SY050101"),
    ("Douma", "town", "SY030200"),
    ("Al-Tanf", "town", "SY030202"),
    ("At Tanf", "town", "SY030202"),
    ("Kobani", "town", "SY020600"),
    ("Palmyra", "town", "SY040500"),
    ("Jisr al-Shughour", "town", "SY070400"),
    ("Kafr Nobol", "town", "SY070203"),
    ("Khan Sheikhoun", "town", "SY070201"),
    ("Rural Damascus", "governorate", "SY03"),
    ("Rif Dimashq", "governorate", "SY03"),
    ("Eastern Kwaires", "town", "SY020204"),
    ("Jebel Saman", "district", "SY0200"),
    ("Jobar", "town", "SY010000"),
]


@pytest.mark.parametrize(("name", "kind", "pcode"), FIRST)
def test_the_likeliest_place_comes_first(toponyms: Toponyms, name: str, kind: str, pcode: str) -> None:
    first = toponyms.candidates(name)[0]
    assert (first.kind.value, first.pcode) == (kind, pcode)


def test_a_name_of_four_things_gives_four(toponyms: Toponyms) -> None:
    for name in ("Idlib", "Homs", "Hama", "Aleppo", "Daraa", "Deir ez-Zor", "Quneitra", "Raqqa"):
        assert toponyms.candidates(name)[0].kind is Kind.TOWN
        assert {candidate.kind for candidate in toponyms.candidates(name)} == set(Kind)


def test_how_a_name_was_met(toponyms: Toponyms) -> None:
    assert toponyms.candidates("Saraqib")[0].how == "exact"
    assert toponyms.candidates("as-Saraqib")[0].how == "folded"
    fuzzy = toponyms.candidates("Saraqyb")[0]
    assert (fuzzy.how, fuzzy.matched) == ("fuzzy", "Saraqib")


def test_kind_given_overrides_kind_written(toponyms: Toponyms) -> None:
    assert [c.pcode for c in toponyms.candidates("Idlib city", kind=Kind.DISTRICT)] == ["SY0700"]


def test_nearness_decides_between_namesakes(toponyms: Toponyms) -> None:
    assert toponyms.candidates("Suran", near=(37.2, 36.6))[0].pcode == "SY020405"
    assert toponyms.candidates("Suran", near=(36.75, 35.3))[0].pcode == "SY050101"


def test_a_coastal_town_tells_that_it_lies_outside(toponyms: Toponyms) -> None:
    tartus = toponyms.candidates("Tartus", kind=Kind.TOWN)[0]
    assert tartus.pcode == "SY100000"
    assert tartus.note is not None
    assert "outside" in tartus.note


def test_every_town_has_a_sub_district(toponyms: Toponyms, units: AdminUnits) -> None:
    towns = {c for under in toponyms.spellings().values() for c in under if c.kind is Kind.TOWN}
    assert len({(town.lon, town.lat) for town in towns}) == len(toponyms.places)
    assert all(town.pcode in units for town in towns)


def test_there_are_308_places_of_geonames(toponyms: Toponyms) -> None:
    geonames = [place for place in toponyms.places if place.source == "GeoNames"]
    assert len(geonames) == 308
    assert sum(bool(place.name_ar) for place in geonames) == 306


def test_every_spelling_finds_its_place(toponyms: Toponyms) -> None:
    for place in toponyms.places:
        for spelling in (place.name, place.name_ar, *place.spellings):
            if spelling:
                assert (place.lon, place.lat) in {
                    (c.lon, c.lat) for c in toponyms.candidates(spelling, kind=Kind.TOWN)
                }


def test_spellings_serve_a_text_reader(toponyms: Toponyms) -> None:
    spellings = toponyms.spellings()
    assert toponyms.max_words == max(len(key.split()) for key in spellings)
    assert {c.pcode for c in spellings["jisr shughur"]} == {"SY0704", "SY070400"}
    assert "moscow" not in spellings


def test_unknown_names_get_suggestions(toponyms: Toponyms) -> None:
    assert toponyms.candidates("Sarraqip") == ()
    assert toponyms.suggest("Sarraqip")[0] == "Saraqab"
    assert toponyms.suggest("سراقت")[0] == "سراقب"
    assert toponyms.suggest("") == ()
    with pytest.raises(UnknownPlaceError, match="did you mean Saraqab") as unknown:
        toponyms.resolve("Sarraqip")
    assert unknown.value.suggestions[0] == "Saraqab"
    with pytest.raises(LookupError, match="another spelling"):
        toponyms.resolve("Qqqqqqqq")


@pytest.mark.parametrize("name", ["", "   ", ",", "city", "of", "'"])
def test_a_name_of_nothing_has_no_candidates(toponyms: Toponyms, name: str) -> None:
    assert toponyms.candidates(name) == ()


def test_own_places_are_placed_in_units(units: AdminUnits) -> None:
    mine = Place(
        id="own:1",
        name="Testville",
        name_ar="",
        lon=36.63,
        lat=35.93,
        population=10,
        spellings=("Testtown",),
        source="me",
    )
    far = Place(
        id="own:2", name="Farville", name_ar="", lon=0, lat=0, population=None, spellings=(), source="me"
    )
    names = Toponyms(units, [mine, far])
    assert names.candidates("Testtown")[0].pcode == "SY070000"
    assert names.candidates("Farville")[0].pcode is None
    assert "3 km outside" in (names.candidates("Farville")[0].note or "")
    assert names.candidates("Idlib")[0].kind is Kind.GOVERNORATE
    assert Toponyms(units, []).candidates("Testtown") == ()


@pytest.mark.reference
def test_towns_stand_where_ocha_has_them(toponyms: Toponyms, communities: list[dict[str, str]]) -> None:
    """Each place set by hand is near a community of OCHA's list that lies in the same sub-district."""
    alone = {"Jobar", "Qaboun", "Barzeh", "Tiyas", "Shayrat", "Al-Tanf", "Rukban"}
    for place in toponyms.places:
        if place.source == "GeoNames" or place.name in alone:
            continue
        town = toponyms.candidates(place.name, kind=Kind.TOWN)[0]
        near = [
            row["subdistrict"]
            for row in communities
            if distance_km(lon=place.lon, lat=place.lat, to_lon=float(row["lon"]), to_lat=float(row["lat"]))
            < 2.2
        ]
        assert town.pcode in near, place.name
