"""The gazetteer keeps geopy's promises."""

from __future__ import annotations

import inspect

import pytest
from geopy import Location
from geopy.geocoders import Nominatim
from geopy.geocoders.base import Geocoder

from geodata.errors import PositionError
from geodata.gazetteer import Gazetteer


def test_it_is_a_geocoder_with_nominatims_first_parameters() -> None:
    assert issubclass(Gazetteer, Geocoder)
    for method in ("geocode", "reverse"):
        own = set(inspect.signature(getattr(Gazetteer, method)).parameters)
        assert {"self", "query", "exactly_one", "timeout"} <= own & set(
            inspect.signature(getattr(Nominatim, method)).parameters
        )


def test_geocode_gives_locations() -> None:
    gazetteer = Gazetteer()
    one = gazetteer.geocode("Rastan")
    assert isinstance(one, Location)
    assert (round(one.latitude, 2), round(one.longitude, 2)) == (34.93, 36.73)
    assert one.raw["pcode"] == "SY040400"
    assert one.address.endswith("Homs, Syria")
    many = gazetteer.geocode("Idlib", exactly_one=False)
    assert [location.raw["kind"] for location in many] == ["town", "governorate", "district", "sub-district"]
    assert len(gazetteer.geocode("Idlib", exactly_one=False, limit=2)) == 2
    assert gazetteer.geocode("Atlantis") is None
    assert gazetteer.geocode({"city": "Suran", "state": "Hama"}).raw["pcode"] == "SY050101"


def test_reverse_gives_the_sub_district() -> None:
    gazetteer = Gazetteer()
    assert gazetteer.reverse((35.86, 36.80)).raw["pcode"] == "SY070003"
    assert [location.raw["name"] for location in gazetteer.reverse("35.86, 36.80", exactly_one=False)] == [
        "Saraqab"
    ]
    assert gazetteer.reverse((48.85, 2.35)) is None
    assert gazetteer.reverse("35,8645 36,8059").raw["pcode"] == "SY070003"
    with pytest.raises(PositionError, match="310 is left over"):
        gazetteer.reverse("36.8059,35.8645,310")


def test_it_ranks_and_suggests_as_the_index_does() -> None:
    gazetteer = Gazetteer()
    assert gazetteer.candidates("Duma district")[0].pcode == "SY0302"
    assert gazetteer.suggest("Sarraqip")[0] == "Saraqab"
