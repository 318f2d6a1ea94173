"""Facts about Syria's units that hold whatever the boundaries."""

from __future__ import annotations

from collections import Counter

import pytest
import shapely
from pyproj import Geod

from geodata.errors import CoverageError, GeodataError, PositionError, UnknownCountryError, UnknownUnitError
from geodata.measure import BEARING_TOLERANCE_DEG, bearing_deg, turn_deg
from geodata.unit import AdminUnit, Level
from geodata.units import AdminUnits

GEOD = Geod(ellps="WGS84")
COUNTS = {Level.GOVERNORATE: 14, Level.DISTRICT: 62, Level.SUBDISTRICT: 272}
TOUCHING = {"JO": 11, "TR": 32, "IQ": 12}
SECTORS = {
    ("SY04", 0): "SY040101 SY040400 SY040401",
    ("SY06", 45): "SY060001 SY060002 SY060003 SY060004 SY060005 SY060300 SY060301 SY060302 SY060303 SY060304",
    ("SY02", 270): "SY020001 SY020003 SY020004 SY020302 SY020305",
    ("SY05", 0): "SY050101 SY050202 SY050203 SY050204 SY050501 SY050502",
}
ADJOINING_IDLIB = {
    Level.DISTRICT: "SY0200 SY0203 SY0501 SY0502 SY0505 SY0600 SY0603",
    Level.SUBDISTRICT: "SY020001 SY020002 SY020004 SY020005 SY020302 SY050101 SY050103 SY050202 SY050204 "
    "SY050501 SY060002 SY060303",
}


@pytest.mark.parametrize(("level", "count"), COUNTS.items())
def test_each_level_has_its_units(units: AdminUnits, level: Level, count: int) -> None:
    assert len(units.at_level(level)) == count
    assert len(units.geometries(level)[1]) == count


def test_codes_are_unique_and_nest_by_prefix(units: AdminUnits) -> None:
    assert len(set(units)) == sum(COUNTS.values()) == len(units)
    for code in units:
        unit = units[code]
        assert len(code) == 2 + 2 * unit.level.depth
        assert unit.parent is None or code.startswith(unit.parent)


def test_every_unit_is_the_sum_of_its_children(units: AdminUnits) -> None:
    for level in (Level.GOVERNORATE, Level.DISTRICT):
        for unit in units.at_level(level):
            children = units.children(unit.pcode)
            assert children
            assert units.area_km2(unit.pcode) == pytest.approx(sum(units.area_km2(c.pcode) for c in children))
            assert all(units.parent(child.pcode) == unit for child in children)


def test_the_levels_are_valid_coverages(units: AdminUnits) -> None:
    for level in Level:
        assert shapely.coverage_is_valid(units.geometries(level)[1])


def test_country_is_one_mainland_and_one_island(units: AdminUnits) -> None:
    assert shapely.get_num_geometries(units.outline) == 2
    assert units.area_km2() == pytest.approx(188_121, rel=1e-3)
    assert units.mainland.area / units.outline.area > 0.99999


def test_areas_agree_with_geodesic_ones(units: AdminUnits) -> None:
    for code in units.codes:
        shape = shapely.segmentize(units.geometry(code), 0.01)
        area = abs(GEOD.geometry_area_perimeter(shape)[0]) / 1e6
        assert units.area_km2(code) == pytest.approx(area, rel=5e-5)


def check_touching(units: AdminUnits) -> None:
    assert {country: len(units.touching(country)) for country in TOUCHING} == TOUCHING
    assert {"SY030202", "SY140200"} < set(units.touching("JO"))


def check_sectors(units: AdminUnits) -> None:
    for (pcode, bearing), expected in SECTORS.items():
        lon, lat = units.seat(pcode)
        home = units.unit_at(lon=lon, lat=lat)
        found = []
        for unit in units.descendants(pcode):
            to_lon, to_lat = units.representative_point(unit.pcode)
            seen = bearing_deg(lon=lon, lat=lat, to_lon=to_lon, to_lat=to_lat)
            if unit != home and turn_deg(seen, bearing) <= 45 + BEARING_TOLERANCE_DEG:
                found.append(unit.pcode)
        assert found == expected.split(), pcode


def check_adjoining(units: AdminUnits) -> None:
    for level, expected in ADJOINING_IDLIB.items():
        assert units.neighbours_of(["SY07"], level) == tuple(expected.split())


def test_sub_districts_touch_the_neighbours(units: AdminUnits) -> None:
    check_touching(units)


def test_sectors_are_those_of_the_accords(units: AdminUnits) -> None:
    check_sectors(units)


def test_idlib_adjoins_parts_of_three_governorates(units: AdminUnits) -> None:
    check_adjoining(units)


@pytest.mark.reference
def test_full_resolution_agrees(full_units: AdminUnits) -> None:
    check_touching(full_units)
    check_sectors(full_units)
    check_adjoining(full_units)


@pytest.mark.reference
def test_names_lie_where_ocha_puts_them(units: AdminUnits, full_units: AdminUnits) -> None:
    for code in units.codes:
        shared = units.geometry(code).intersection(full_units.geometry(code)).area
        assert shared / units.geometry(code).area > 0.75, code


@pytest.mark.reference
def test_communities_fall_into_their_sub_district(
    units: AdminUnits, communities: list[dict[str, str]]
) -> None:
    found = [units.unit_at(lon=float(row["lon"]), lat=float(row["lat"])) for row in communities]
    hits = sum(
        unit is not None and unit.pcode == row["subdistrict"]
        for unit, row in zip(found, communities, strict=True)
    )
    assert hits / len(communities) >= 0.984


def test_neighbours_are_mutual_and_agree_with_lengths(units: AdminUnits) -> None:
    for code in units.codes:
        for other in units.neighbours(code):
            assert code in units.neighbours(other)
            assert units.shared_border_km(code, other) > 0.1


def test_borders_add_up_to_the_outline(units: AdminUnits) -> None:
    parts = sum(units.border_km(code) for code in ("IL", "IQ", "JO", "LB", "TR", "sea"))
    assert parts == pytest.approx(GEOD.geometry_length(units.outline.boundary) / 1000, rel=1e-4)


def test_shared_border_of_governorates_is_that_of_their_parts(units: AdminUnits) -> None:
    pairs = [(a.pcode, b.pcode) for a in units.children("SY07") for b in units.children("SY05")]
    assert units.shared_border_km("SY07", "SY05") == pytest.approx(
        sum(units.shared_border_km(a, b) for a, b in pairs)
    )
    assert units.shared_border_km("SY07", "SY0700") == 0


def test_the_border_of_given_units_is_part_of_the_border(units: AdminUnits) -> None:
    part = units.border("JO", ["SY12"])
    assert 0 < part.length < units.border("JO").length
    assert units.border("JO", ["SY07"]).is_empty


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Idlib", "SY07 SY0700 SY070000"),
        ("idleb", "SY07 SY0700 SY070000"),
        ("Deraa", "SY12 SY1200 SY120000"),
        ("Deir ez-Zor", "SY09 SY0901 SY090100"),
        ("Rif Dimashq", "SY03 SY0301"),
        ("Ma'arrat al-Nu'man", "SY0702 SY070200"),
        ("السويداء", "SY13 SY1300 SY130000"),
        ("Suran", "SY020405 SY050101"),
        ("Atlantis", ""),
    ],
)
def test_units_are_found_by_any_usual_name(units: AdminUnits, name: str, codes: str) -> None:
    assert [unit.pcode for unit in units.find(name)] == codes.split()


def test_find_keeps_to_a_level(units: AdminUnits) -> None:
    assert [unit.pcode for unit in units.find("Aleppo", Level.GOVERNORATE)] == ["SY02"]


def test_every_unit_is_found_by_its_own_names(units: AdminUnits) -> None:
    for code in units:
        unit = units[code]
        assert unit in units.find(unit.name)
        assert unit in units.find(unit.name_ar)


@pytest.mark.slow
def test_a_point_on_a_boundary_has_one_unit_the_first(units: AdminUnits) -> None:
    for code in units.codes[:60]:
        shape = units.geometry(code)
        for lon, lat in shapely.get_coordinates(shape)[:20]:
            at = units.unit_at(lon=lon, lat=lat)
            sharing = [c for c in units.codes if units.geometry(c).intersects(shapely.Point(lon, lat))]
            assert at is not None
            assert at.pcode == min(sharing)


def test_positions_at_agrees_with_unit_at(units: AdminUnits) -> None:
    points = [units.representative_point(code) for code in units.codes] + [(30.0, 30.0)]
    found = units.positions_at(*(list(axis) for axis in zip(*points, strict=True)))
    assert found.tolist() == [*range(272), -1]


def test_outside_is_an_answer(units: AdminUnits) -> None:
    assert units.unit_at(lon=0, lat=0) is None
    assert units.nearest(lon=0, lat=0) is None
    near = units.nearest(lon=35.88659, lat=34.88902)
    assert near is not None
    assert near[0].pcode == "SY100000"
    assert 0 < near[1] < 3


def test_seats_lie_in_their_units(units: AdminUnits) -> None:
    elsewhere = {"SY03", "SY0301"}
    for level in (Level.GOVERNORATE, Level.DISTRICT):
        for unit in units.at_level(level):
            lon, lat = units.seat(unit.pcode)
            near = units.nearest(lon=lon, lat=lat)
            assert near is not None
            assert near[0].pcode.startswith(unit.pcode) != (unit.pcode in elsewhere)


def test_frame_has_a_row_a_unit(units: AdminUnits) -> None:
    frame = units.to_gdf(Level.GOVERNORATE)
    assert list(frame.columns) == ["pcode", "name", "name_ar", "level", "parent", "geometry"]
    assert list(frame["pcode"]) == [f"SY{i:02}" for i in range(1, 15)]
    assert frame.crs.to_authority() == ("EPSG", "4326")


def test_errors_say_what_came_and_what_to_do(units: AdminUnits) -> None:
    with pytest.raises(UnknownUnitError, match=r"'SY99'.*expected") as unknown:
        units.geometry("SY99")
    assert unknown.value.code == "SY99"
    assert isinstance(unknown.value, LookupError)
    with pytest.raises(PositionError, match="lat=95"):
        units.unit_at(lon=36, lat=95)
    with pytest.raises(PositionError, match="nan"):
        units.nearest(lon=float("nan"), lat=35)
    with pytest.raises(UnknownCountryError, match="'FR'"):
        units.touching("FR")
    with pytest.raises(CoverageError, match="unknown units"):
        AdminUnits(["XX01"], units.geometries()[1][:1], source=units.source)
    with pytest.raises(CoverageError, match="one of each"):
        AdminUnits(["SY010000", "SY010000"], units.geometries()[1][:2], source=units.source)
    assert issubclass(UnknownUnitError, GeodataError)


def test_only_governorates_have_no_parent() -> None:
    with pytest.raises(ValueError, match="only governorates"):
        AdminUnit(pcode="SY0701", name="x", name_ar="", level=Level.DISTRICT, parent=None)


def test_levels_count_their_units(units: AdminUnits) -> None:
    assert Counter(units[code].level for code in units) == COUNTS
