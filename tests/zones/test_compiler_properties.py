"""Random area trees: the compiler must agree with a plain reading of the tree, position by position."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from geodata.measure import area_km2
from geodata.unit import Level
from geodata.units import AdminUnits
from zones.areas import (
    Adjoining,
    Area,
    Border,
    Disc,
    Except,
    Limit,
    Part,
    Region,
    Sector,
    Town,
    Union,
    Whole,
    leaves,
)
from zones.compiler import Compiled, compile_area
from zones.rules import pieces_of

pytestmark = pytest.mark.slow

UNITS = AdminUnits.builtin()
GEOD = Geod(ellps="WGS84")
TOLERANCE_KM = 0.010
QUICKLY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# A corner of the country, so that the parts of a tree meet: Idlib, Hama, Latakia and some of Aleppo.
NEAR = [
    code for code in UNITS if code[:4] in {"SY07", "SY05", "SY06"} or code in {"SY02", "SY0204", "SY0203"}
]
code = st.sampled_from(NEAR)
subdistrict = st.sampled_from([c for c in NEAR if len(c) == 8])
lon, lat = st.floats(35.8, 37.5), st.floats(35.0, 36.7)
leaf = st.one_of(
    st.builds(Whole, unit=code),
    st.builds(Part, unit=code),
    st.builds(Town, unit=subdistrict, name=st.just("a town")),
    st.builds(
        Region, name=st.just("a region"), units=st.lists(subdistrict, min_size=1, max_size=4).map(tuple)
    ),
    st.builds(Sector, unit=st.sampled_from(["SY07", "SY05", "SY06", "SY02"]), bearing=st.floats(0, 359)),
    st.builds(
        Adjoining,
        within=st.lists(st.sampled_from(["SY02", "SY05", "SY06"]), max_size=2).map(tuple),
        level=st.sampled_from(["district", "sub-district"]),
        anchors=st.just(("SY07",)),
    ),
    st.builds(
        Border,
        country=st.just("TR"),
        within=st.sampled_from([(), ("SY07",), ("SY02", "SY06")]),
        depth_km=st.none() | st.floats(1, 40),
    ),
    st.builds(Disc, lon=lon, lat=lat, radius_km=st.floats(0.5, 40)),
    st.builds(Limit, reason=st.just("nobody can tell")),
)
trees = st.recursive(
    leaf,
    lambda inner: st.one_of(
        st.builds(Union, areas=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Except, area=inner, minus=inner),
    ),
    max_leaves=6,
)


@cache
def _places() -> list[tuple[float, float, str]]:
    """Return positions all over the corner with the sub-district of each."""
    random = np.random.default_rng(11)
    west, south, east, north = UNITS.union(["SY07", "SY05", "SY06", "SY02"]).bounds
    xs, ys = random.uniform(west, east, 400), random.uniform(south, north, 400)
    found = UNITS.positions_at(xs, ys)
    return [(x, y, UNITS.codes[i]) for x, y, i in zip(xs, ys, found, strict=True) if i >= 0]


def border_km(x: float, y: float, country: str) -> float:
    """Return the distance to a border in the plane in which distances from this position are true."""
    there = Transformer.from_crs(
        "OGC:CRS84", f"+proj=aeqd +lat_0={y} +lon_0={x} +datum=WGS84", always_xy=True
    )
    line = shapely.segmentize(UNITS.border(country), 0.02)
    plane = shapely.transform(line, lambda xy: np.column_stack(there.transform(*xy.T)))
    return float(shapely.distance(shapely.Point(0, 0), plane)) / 1000


def holds(  # noqa: PLR0911  one return a kind
    area: Area, place: tuple[float, float, str], *, taken: bool = False
) -> bool | None:
    """Tell whether a position lies in an area by a plain reading; None if it is too near a rim to tell.

    What is ``taken`` out is only what is certain: "except parts of Idlib" takes nothing out for sure.
    """
    x, y, unit = place
    match area:
        case Union(areas=areas):
            told = [holds(part, place, taken=taken) for part in areas]
            return True if True in told else None if None in told else False
        case Except(area=kept, minus=minus):
            inside, gone = holds(kept, place, taken=taken), holds(minus, place, taken=True)
            if inside is False or gone is True:
                return False
            return None if None in {inside, gone} else True
        case Limit():
            return False
        case Part():
            return not taken and unit.startswith(area.unit)
        case Whole() | Town():
            return unit.startswith(area.unit)
        case Disc():
            km = GEOD.inv(x, y, area.lon, area.lat)[2] / 1000
            return None if abs(km - area.radius_km) < TOLERANCE_KM else km < area.radius_km
        case Border(depth_km=float() as depth):
            if area.within and not unit.startswith(area.within):
                return False
            km = border_km(x, y, area.country)
            return None if abs(km - depth) < TOLERANCE_KM else km < depth
        case _:
            return any(unit.startswith(piece.pcode) for piece in pieces_of(area, UNITS, ()))


def compiled(area: Area) -> Compiled:
    return compile_area(area, UNITS)


@QUICKLY
@given(trees)
def test_the_geometry_is_what_the_tree_says_at_every_position(area: Area) -> None:
    found = compiled(area)
    together = shapely.union_all([found.whole, found.part])
    for place in _places():
        expected = holds(area, place)
        if expected is not None:
            assert shapely.intersects_xy(together, *place[:2]) == expected, place


@QUICKLY
@given(trees)
def test_geometries_are_valid_and_disjoint_and_lie_in_the_country(area: Area) -> None:
    found = compiled(area)
    for shape in (found.whole, found.part):
        assert shapely.is_valid(shape)
        assert shape.is_empty or shape.geom_type in {"Polygon", "MultiPolygon"}
        assert float(area_km2(shapely.difference(shape, UNITS.outline))) < 1e-3
    assert float(area_km2(shapely.intersection(found.whole, found.part))) < 1e-3


@QUICKLY
@given(trees)
@example(
    Union(areas=(Border(country="TR", within=(), depth_km=1.0), Disc(lon=36.0, lat=36.0, radius_km=8.0)))
)
def test_members_and_geometry_are_the_same_by_another_way(area: Area) -> None:
    """Dissolved by a general union, whole members are the whole geometry; a share is the part of it."""
    found = compiled(area)
    whole = [member.pcode for member in found.members if member.extent == "whole"]
    general = shapely.union_all([UNITS.geometry(code) for code in whole])
    assert float(area_km2(shapely.symmetric_difference(general, found.whole))) < 1e-3
    for member in found.members:
        if member.extent == "part":
            own = UNITS.geometry(member.pcode)
            covered = float(area_km2(shapely.intersection(own, found.part)) / area_km2(own))
            assert abs(covered - (1 if member.share is None else member.share)) < 2e-4, member


@QUICKLY
@given(trees)
def test_every_covered_unit_is_a_member_once(area: Area) -> None:
    found = compiled(area)
    listed = [u.pcode for m in found.members for u in UNITS.descendants(m.pcode, Level.SUBDISTRICT)]
    assert len(listed) == len(set(listed))
    together = shapely.union_all([found.whole, found.part])
    for code_, own in zip(*UNITS.geometries(), strict=True):
        share = float(area_km2(shapely.intersection(own, together)) / area_km2(own))
        assert (code_ in listed) == (share > 0.01) or abs(share - 0.01) < 1e-4, (code_, share)


@QUICKLY
@given(trees, trees)
@example(Part(unit="SY06"), Disc(lon=36.0, lat=36.0, radius_km=7.0))
def test_what_is_excepted_is_out(area: Area, minus: Area) -> None:
    assume(not any(isinstance(one, Part | Limit) for one in leaves(minus)))
    without = compiled(Except(area=area, minus=minus))
    gone = compiled(minus)
    for kept in (without.whole, without.part):
        for out in (gone.whole, gone.part):
            assert float(area_km2(shapely.intersection(kept, out))) < 1e-3


@QUICKLY
@given(trees, trees)
def test_order_does_not_matter_and_saying_it_twice_adds_nothing(area: Area, other: Area) -> None:
    one, two = compiled(Union(areas=(area, other))), compiled(Union(areas=(other, area, other)))
    assert [(m.pcode, m.extent, m.share) for m in one.members] == [
        (m.pcode, m.extent, m.share) for m in two.members
    ]


@QUICKLY
@given(trees)
def test_limits_are_kept(area: Area) -> None:
    said = [one for one in leaves(area) if isinstance(one, Limit)]
    assert list(compiled(area).limits) == said


def test_only_the_units_that_an_exception_cuts_are_in_part() -> None:
    """The rounded edge of a disc in one unit must not cut its neighbours."""
    idlib = Whole(unit="SY07")
    found = compiled(Except(area=idlib, minus=Disc(lon=36.63, lat=35.93, radius_km=2.0)))
    assert [member.pcode for member in found.members if member.extent == "part"] == ["SY070000"]
    clipped = compiled(Except(area=idlib, minus=Border(country="TR", within=("SY0703",), depth_km=5.0)))
    assert {member.pcode[:6] for member in clipped.members if member.extent == "part"} == {"SY0703"}
