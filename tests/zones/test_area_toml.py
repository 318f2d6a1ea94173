"""Areas in TOML: round trips, and errors that give the path to the fault."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zones.area_toml import area_from_toml, area_to_toml
from zones.areas import Adjoining, Area, Border, Disc, Except, Limit, Part, Region, Sector, Town, Union, Whole
from zones.errors import AreaError

text = st.text(max_size=12)
code = st.sampled_from(["SY07", "SY0704", "SY070402", "SY14"])
codes = st.lists(code, max_size=3).map(tuple)
lon, lat = st.floats(-180, 180), st.floats(-90, 90)
labels = {"text": text, "label": text}
points = st.tuples(st.tuples(lon, lat), st.tuples(lon, lat))
leaf = st.one_of(
    st.builds(Whole, unit=code, **labels),
    st.builds(Part, unit=code, **labels),
    st.builds(Town, unit=code, name=text, **labels),
    st.builds(Sector, unit=code, bearing=st.floats(0, 360), **labels),
    st.builds(
        Adjoining, within=codes, level=st.sampled_from(["district", "sub-district"]), anchors=codes, **labels
    ),
    st.builds(
        Border,
        country=st.sampled_from(["TR", "JO"]),
        within=codes,
        depth_km=st.none() | st.floats(0.001, 500),
        ends=st.none() | points,
        end_names=st.none() | st.tuples(text, text),
        **labels,
    ),
    st.builds(Disc, lon=lon, lat=lat, radius_km=st.floats(0.001, 1000), name=text, **labels),
    st.builds(Region, name=text, units=codes, **labels),
    st.builds(Limit, reason=text, **labels),
)
areas = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(Union, areas=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Except, area=inner, minus=inner),
    ),
    max_leaves=8,
)


@pytest.mark.slow
@given(areas)
def test_what_is_written_reads_back_equal(area: Area) -> None:
    assert area_from_toml(area_to_toml(area)) == area


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("kind = ", "no TOML: Invalid value"),
        ("", "the area: kind None; expected one of whole, part,"),
        ('kind = "hole"', "kind 'hole'; expected one of"),
        ('kind = "whole"', "the area: a whole without unit; expected unit, text, label"),
        ('kind = "whole"\nunit = 7', "the area, unit: 7; expected a string"),
        (
            'kind = "whole"\nunit = "SY07"\nextent = "all"',
            "a whole has no extent; expected label, text, unit",
        ),
        ('kind = "sector"\nunit = "SY04"\nbearing = true', "the area, bearing: True; expected a number"),
        (
            'kind = "disc"\nlon = 36\nlat = 35\nradius_km = -2',
            "the area: a radius of -2.0 km: expected more than 0",
        ),
        ('kind = "region"\nname = "x"\nunits = [1]', r"the area, units: \[1\]; expected a list of strings"),
        ('kind = "border"\ncountry = "TR"\nend_names = ["a"]', "end_names: .*expected two strings"),
        ('kind = "border"\ncountry = "TR"\nends = [[1, 2], [3]]', "ends: .*expected two lists of longitude"),
        ('kind = "adjoining"\nwithin = []\nlevel = "town"', "the area: adjoining units are districts or"),
        ('kind = "union"\nareas = []', r"the area: areas is \[\]; expected a list of one area or more"),
        (
            'kind = "union"\nareas = [{kind = "whole", unit = "SY07"}, 3]',
            "the area, part 2: 3; expected a table",
        ),
        (
            'kind = "except"\narea = {kind = "whole", unit = "SY07"}',
            "the area, minus: None; expected a table",
        ),
    ],
)
def test_a_fault_is_named_with_its_path(toml: str, message: str) -> None:
    with pytest.raises(AreaError, match=message):
        area_from_toml(toml)


def test_areas_inside_each_other_without_end_are_refused() -> None:
    toml = 'kind = "whole"\nunit = "SY07"'
    for _ in range(60):
        toml = 'kind = "except"\nminus = {kind = "whole", unit = "SY07"}\n[area]\n' + toml.replace(
            "[area", "[area.area"
        )
    with pytest.raises(AreaError, match="more than 50 areas inside each other"):
        area_from_toml(toml)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Border(country="TR", depth_km=0), "a strip 0 km deep: expected more than 0 and at most 500"),
        (lambda: Border(country="TR", depth_km=500.5), "a strip 500.5 km deep"),
        (lambda: Disc(lon=36, lat=35, radius_km=0, name="x"), "a radius of 0 km"),
        (lambda: Disc(lon=36, lat=35, radius_km=1000.5, name="x"), "a radius of 1000.5 km"),
        (lambda: Disc(lon=180.5, lat=35, radius_km=1, name="x"), "longitude 180.5, latitude 35: not a posi"),
        (lambda: Disc(lon=36, lat=-90.5, radius_km=1, name="x"), "longitude 36, latitude -90.5: not a posi"),
    ],
)
def test_an_area_that_cannot_be_is_refused_at_once(make: Callable[[], Area], message: str) -> None:
    with pytest.raises(AreaError, match=message):
        make()


def test_the_largest_areas_are_taken() -> None:
    assert Border(country="TR", depth_km=500).depth_km == 500
    assert Disc(lon=180, lat=-90, radius_km=1000, name="x").radius_km == 1000
    assert Disc(lon=-180, lat=90, radius_km=0.001, name="x").lon == -180
