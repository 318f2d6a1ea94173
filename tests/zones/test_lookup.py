"""What a lookup answers: units, zone, extent, reason, standing, distances, and what it will not guess."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
import shapely

from geodata.errors import PositionError, UnknownPlaceError, UnknownUnitError
from zones import ZoneSet, load
from zones.lookup import AmbiguousPlaceError


@pytest.mark.parametrize(
    "query", ["Saraqib", "35.86, 36.80", "سراقب", "SY070003", "saraqeb", "35°51'36\"N 36°48'E"]
)
def test_one_place_by_any_of_its_names(zone_set: ZoneSet, query: str) -> None:
    answer = zone_set.lookup(query)
    assert [unit.pcode for unit in answer.units] == ["SY07", "SY0700", "SY070003"]
    assert [(hit.zone, hit.extent) for hit in answer.zones] == [("idlib", "whole")]
    assert answer.nearest is None


def test_blanks_between_words_count_as_one(zone_set: ZoneSet) -> None:
    one = zone_set.lookup("Khan Sheikhoun")
    assert zone_set.lookup("Khan \t  Sheikhoun").units == one.units
    with pytest.raises(UnknownPlaceError, match="'1 x'"):
        zone_set.lookup("1" + " " * 100_000 + "x")


@pytest.mark.parametrize(
    ("query", "zone", "extent"),
    [
        ("Rastan", "northern-homs", "part"),
        ("Talbiseh", "northern-homs", "part"),
        ("Douma", "eastern-ghouta", "part"),
        ("Daraa", "jordanian-border", "part"),
        ("SY0700", "idlib", "whole"),
        ("Afrin", "idlib", "part"),
    ],
)
def test_zone_and_extent(zone_set: ZoneSet, query: str, zone: str, extent: str) -> None:
    hits = zone_set.lookup(query).zones
    assert [(hit.zone, hit.extent) for hit in hits] == [(zone, extent)]
    assert hits[0].reason
    assert hits[0].evidence


def test_the_reason_quotes_the_document(zone_set: ZoneSet) -> None:
    texts = {document.id: document.text for document in zone_set.documents}
    for one in zone_set.lookup("Rastan").zones[0].evidence:
        assert texts[one.document][one.start : one.end] == one.quote
        assert "northern Homs" in one.quote


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("Tartus", "idlib"), ("34.73, 36.71", "northern-homs"), ("Al-Qunaytirah", "jordanian-border")],
)
def test_outside_every_zone_the_nearest_is_named(zone_set: ZoneSet, query: str, nearest: str) -> None:
    answer = zone_set.lookup(query)
    assert answer.zones == ()
    assert answer.standing == ()
    assert answer.nearest is not None
    assert answer.nearest[0] == nearest
    assert 1 < answer.nearest[2] < 100


def test_distance_to_the_edge_agrees_with_the_geometry(zone_set: ZoneSet) -> None:
    lon, lat = 36.80, 35.86
    edge = shapely.boundary(zone_set.zone("idlib").geometry())
    near = shapely.get_coordinates(shapely.shortest_line(shapely.Point(lon, lat), edge))[1]
    about_km = ((near[1] - lat) ** 2 + ((near[0] - lon) * 0.81) ** 2) ** 0.5 * 111
    assert zone_set.lookup(lon=lon, lat=lat).zones[0].edge_km == pytest.approx(about_km, rel=0.1)


def test_swapped_coordinates_get_a_hint(zone_set: ZoneSet) -> None:
    answer = zone_set.lookup("36.80, 35.86")
    assert answer.units == ()
    assert any("swapped" in note and "Saraqab" in note for note in answer.notes)
    assert zone_set.lookup("35.86, 36.80").notes == ()


def test_a_town_outside_the_simplified_coast_says_so(zone_set: ZoneSet) -> None:
    answer = zone_set.lookup("Tartus")
    assert answer.units[-1].pcode == "SY100000"
    assert any("outside the simplified outline" in note for note in answer.notes)


def test_an_ambiguous_name_lists_what_it_may_mean(zone_set: ZoneSet) -> None:
    with pytest.raises(AmbiguousPlaceError, match="Suran") as caught:
        zone_set.lookup("Suran")
    assert {candidate.pcode for candidate in caught.value.candidates} == {"SY050101", "SY020405"}


@pytest.mark.parametrize(("query", "pcode"), [("Suran, Hama", "SY050101"), ("Suran, Aleppo", "SY020405")])
def test_words_that_single_out_a_meaning(zone_set: ZoneSet, query: str, pcode: str) -> None:
    assert zone_set.lookup(query).units[-1].pcode == pcode


def test_an_unknown_name_suggests_near_ones(zone_set: ZoneSet) -> None:
    with pytest.raises(UnknownPlaceError) as caught:
        zone_set.lookup("Sarraqip")
    assert "Saraqab" in caught.value.suggestions


@pytest.mark.parametrize("query", ["", "  ", "\u200f", "Atlantis", "Camp 17"])
def test_what_nobody_knows_is_an_error(zone_set: ZoneSet, query: str) -> None:
    with pytest.raises(UnknownPlaceError):
        zone_set.lookup(query)


@pytest.mark.parametrize("query", ["95, 36.8", "-91 36", "35, 181", "-5 200"])
def test_a_position_off_the_earth_is_an_error(zone_set: ZoneSet, query: str) -> None:
    with pytest.raises(PositionError, match="latitude from -90 to 90"):
        zone_set.lookup(query)


@pytest.mark.parametrize(
    "query", ["12", "1, 2, 3, 4, five", "35 garbage 36", "36.8059,35.8645,310", "35°70'N 36°40'E"]
)
def test_a_position_that_is_not_wholly_understood_is_an_error(zone_set: ZoneSet, query: str) -> None:
    with pytest.raises(PositionError):
        zone_set.lookup(query)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("35.8645, 36.8059", "decimal degrees"),
        ("35,8645 36,8059", "decimal degrees with decimal commas"),
        ("N 35° 51.870, E 36° 48.354", "degrees and minutes"),
        ("geo:35.8645,36.8059", "geo: address"),
    ],
)
def test_the_form_of_a_position_is_told(zone_set: ZoneSet, query: str, form: str) -> None:
    answer = zone_set.lookup(query)
    assert answer.understood_as == form
    assert answer.units[-1].pcode == "SY070003"


def test_a_name_or_numbers_have_no_form(zone_set: ZoneSet) -> None:
    assert zone_set.lookup("Saraqib").understood_as is None
    assert zone_set.lookup(lon=36.8, lat=35.86).understood_as is None


@pytest.mark.parametrize(
    "query", ["\u200fSY070003", "SY070003\u200e", "\ufeffsy070003", "SY٠٧٠٠٠٣", "\u202aSaraqib\u202c"]
)
def test_codes_and_names_with_marks_that_nobody_sees(zone_set: ZoneSet, query: str) -> None:
    assert zone_set.lookup(query).units[-1].pcode == "SY070003"


@pytest.mark.parametrize(
    ("query", "zone"),
    [
        ("Eastern Ghouta", "eastern-ghouta"), ("eastern ghouta", "eastern-ghouta"), ("Ghouta", "eastern-ghouta"),
        ("al-Ghouta", "eastern-ghouta"), ("Ghuta", "eastern-ghouta"), ("Eastern Ghuta", "eastern-ghouta"),
        ("eastern-ghouta", "eastern-ghouta"), ("Eastern Ghouta zone", "eastern-ghouta"),
        ("Northern Homs", "northern-homs"), ("the zone of Northern Homs", "northern-homs"),
        ("Jordanian border", "jordanian-border"), ("Idlib zone", "idlib"), ("the Idlib de-escalation zone", "idlib"),
    ],
)  # fmt: skip
def test_a_zone_is_found_by_its_name(zone_set: ZoneSet, query: str, zone: str) -> None:
    answer = zone_set.lookup(query)
    assert answer.place == f"{zone_set.zone(zone).name} (zone)"
    assert zone in {hit.zone for hit in answer.zones}
    assert all(member.pcode in answer.notes[0] for member in zone_set.zone(zone).members)
    assert answer.standing == tuple(s for s in zone_set.standing(None) if s.zone == zone)


@pytest.mark.parametrize(
    ("query", "others"),
    [
        ("Idlib", ["SY07)", "SY0700)", "SY070000)", "the zone Idlib"]),
        ("Aleppo", ["SY02)", "SY0200)", "SY020000)"]),
        ("حلب", ["SY02)"]),
        ("Homs", ["SY04)", "SY0401)"]),
    ],
)
def test_a_bare_name_says_that_it_means_the_town_and_names_the_others(
    zone_set: ZoneSet, query: str, others: list[str]
) -> None:
    answer = zone_set.lookup(query)
    assert answer.place is not None
    assert answer.place.endswith("(town)")
    [note] = [note for note in answer.notes if "is taken for the town" in note]
    assert all(other in note for other in others)
    assert not any("taken for" in note for note in zone_set.lookup("Saraqib").notes)
    assert not any("taken for" in note for note in zone_set.lookup("Idlib governorate").notes)


def test_an_unknown_code_is_an_error(zone_set: ZoneSet) -> None:
    with pytest.raises(UnknownUnitError, match="SY079999"):
        zone_set.lookup("SY079999")


@pytest.mark.parametrize("asked", [{}, {"lon": 36.8}, {"place": "Saraqib", "lon": 36.8, "lat": 35.9}])
def test_a_lookup_takes_a_place_or_a_position(zone_set: ZoneSet, asked: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="one of the two"):
        zone_set.lookup(**asked)  # type: ignore[arg-type]


def test_standing_is_as_of_the_day_asked_for(zone_set: ZoneSet) -> None:
    def told(on: date | None) -> dict[str, str]:
        return {s.nationality: str(s.status) for s in zone_set.lookup("Saraqib", on=on).standing}

    assert told(date(2017, 5, 4)) == {}
    assert told(date(2017, 6, 22)) == {}  # its zone is described on the day after
    assert told(date(2017, 6, 23)) == told(None)
    assert set(told(None)) == {"TR", "RU", "KG", "KZ"}
    assert told(None)["KZ"] == "denied"


def test_every_answer_as_data_holds_what_the_answer_does(zone_set: ZoneSet) -> None:
    for query in ("Saraqib", "Rastan", "35, 38", "SY07", "48.85, 2.35"):
        answer = zone_set.lookup(query, on=date(2017, 6, 23))
        told = answer.to_dict()
        assert set(told) == {field.name for field in fields(answer)}
        assert [told[key] for key in ("query", "place", "lon", "lat")] == [
            answer.query, answer.place, answer.lon, answer.lat
        ]  # fmt: skip
        assert told["units"] == [
            {"pcode": u.pcode, "name": u.name, "name_ar": u.name_ar, "level": str(u.level)}
            for u in answer.units
        ]
        for hit, row in zip(answer.zones, told["zones"], strict=True):  # type: ignore[call-overload]
            assert row == {f.name: getattr(hit, f.name) for f in fields(hit)} | {
                "evidence": [one.to_dict() for one in hit.evidence]
            }
        assert told["standing"] == [one.to_dict() for one in answer.standing]
        assert told["notes"] == list(answer.notes)
        assert (told["nearest"] is None) == bool(answer.zones)


def test_an_answer_as_data(zone_set: ZoneSet) -> None:
    told = zone_set.lookup("Tartus", on=date(2017, 6, 23)).to_dict()
    assert told["on"] == "2017-06-23"
    assert told["zones"] == []
    assert told["nearest"] == {"zone": "idlib", "name": "Idlib", "km": pytest.approx(48.5, abs=1)}


def test_a_position_away_from_any_name_but_near_the_outline(zone_set: ZoneSet) -> None:
    answer = zone_set.lookup(lon=35.86, lat=34.9)
    assert answer.units[-1].pcode == "SY100000"
    assert answer.place is None
    assert any("km outside the simplified outline; Tartous is the nearest" in note for note in answer.notes)
    assert zone_set.lookup(lon=30.0, lat=34.9).units == ()


def test_a_name_that_only_sounds_alike_says_so(zone_set: ZoneSet) -> None:
    answer = zone_set.lookup("Kafr Nubbol")
    assert answer.units[-1].pcode == "SY070203"
    assert answer.notes == ("no place is spelled 'Kafr Nubbol'; Kafr Nobol sounds alike",)
    assert zone_set.lookup("Kafr Nobbol").notes == ()


@pytest.mark.parametrize(("name", "pcode"), [("Idlib province", "SY07"), ("Harim district", "SY0703")])
def test_a_unit_is_looked_up_at_a_point_inside(zone_set: ZoneSet, name: str, pcode: str) -> None:
    answer = zone_set.lookup(name)
    assert answer.units[-1].pcode == pcode
    inside = zone_set.units.unit_at(lon=answer.lon, lat=answer.lat)
    assert inside is not None
    assert inside.pcode.startswith(pcode)


def test_in_a_strip_only_what_lies_in_its_shape_is_in_the_zone(tmp_path: Path) -> None:
    path = tmp_path / "strip.txt"
    path.write_text("A buffer zone 20 km deep along the border with Iraq is planned.", encoding="utf-8")
    read = load(path)
    (zone,) = read.zones
    member = next(m for m in zone.members if m.share is not None and 0.2 < m.share < 0.8)
    unit = read.units.geometry(member.pcode)
    inside, outside = (
        shapely.point_on_surface(shape)
        for shape in (shapely.intersection(unit, zone.part), shapely.difference(unit, zone.part))
    )
    (hit,) = read.lookup(lon=inside.x, lat=inside.y).zones
    assert (hit.pcode, hit.rule, hit.extent) == (member.pcode, "border", "part")
    away = read.lookup(lon=outside.x, lat=outside.y)
    assert away.units[-1].pcode == member.pcode
    assert away.zones == ()
    assert away.nearest is not None
    assert away.nearest[0] == zone.id
