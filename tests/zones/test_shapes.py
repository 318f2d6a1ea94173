"""Strips and discs against distances measured another way: on the ellipsoid, from each point by itself."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod, Transformer

from geodata.units import AdminUnits
from zones.shapes import cut_between, disc, strip

GEOD = Geod(ellps="WGS84")
TOLERANCE_KM = 0.010
COUNTRIES = ("TR", "IQ", "JO", "IL", "LB", "sea")

positions = st.tuples(st.floats(35.5, 42.5), st.floats(32.2, 37.3))
depths = st.floats(0.5, 120)


def distance_to_line_km(lon: float, lat: float, line: shapely.Geometry) -> float:
    """Return the geodesic distance from a position to a line.

    In an azimuthal equidistant plane centred on the position, distances from it are true; the nearest point
    found there is measured again with Geod.
    """
    there = Transformer.from_crs(
        "OGC:CRS84", f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84", always_xy=True
    )
    plane = shapely.transform(
        shapely.segmentize(line, 0.02), lambda xy: np.column_stack(there.transform(*xy.T))
    )
    near = shapely.get_coordinates(shapely.shortest_line(shapely.Point(0, 0), plane))[1]
    to_lon, to_lat = there.transform(*near, direction="INVERSE")
    return float(GEOD.inv(lon, lat, to_lon, to_lat)[2]) / 1000


def lines() -> st.SearchStrategy[shapely.Geometry]:
    """Return stretches of Syria's borders and lines of any course."""
    units = AdminUnits.builtin()
    borders = [units.border(country) for country in COUNTRIES]
    stretches = st.builds(
        lambda border, one, other: cut_between(border, (one, other)),
        st.sampled_from(borders),
        positions,
        positions,
    )
    crooked = st.lists(positions, min_size=2, max_size=5, unique=True).map(shapely.LineString)
    return st.one_of(st.sampled_from(borders), stretches.filter(lambda line: line.length > 0.01), crooked)


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(lines(), depths, st.lists(positions, min_size=5, max_size=15))
def test_a_strip_holds_what_is_nearer_and_nothing_farther(
    line: shapely.Geometry, depth_km: float, places: list[tuple[float, float]]
) -> None:
    shape = strip(line, depth_km=depth_km)
    assert shapely.is_valid(shape)
    for lon, lat in places:
        km = distance_to_line_km(lon, lat, line)
        inside = shapely.intersects_xy(shape, lon, lat)
        if abs(km - depth_km) > TOLERANCE_KM:
            assert inside == (km < depth_km), (km, depth_km)


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(lines(), st.floats(2, 60))
def test_the_rim_of_a_strip_lies_at_its_depth(line: shapely.Geometry, depth_km: float) -> None:
    rim = shapely.boundary(strip(line, depth_km=depth_km))
    places = shapely.get_coordinates(shapely.segmentize(rim, 0.05))
    chosen = np.random.default_rng(7).permutation(len(places))[:25]
    for lon, lat in places[chosen]:
        assert distance_to_line_km(lon, lat, line) == pytest.approx(depth_km, abs=TOLERANCE_KM)


@settings(max_examples=50, deadline=None)
@given(positions, st.floats(0.1, 500), st.floats(0, 360), st.floats(0, 1.5))
def test_a_disc_holds_what_is_nearer_and_nothing_farther(
    centre: tuple[float, float], radius_km: float, bearing: float, share: float
) -> None:
    shape = disc(lon=centre[0], lat=centre[1], radius_km=radius_km)
    assert shapely.is_valid(shape)
    lon, lat, _ = GEOD.fwd(*centre, bearing, share * radius_km * 1000)
    if abs(share - 1) * radius_km > TOLERANCE_KM:
        assert shapely.intersects_xy(shape, lon, lat) == (share < 1)


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_cut_is_a_stretch_of_the_line_with_ends_nearest_to_the_two_places(country: str) -> None:
    border = AdminUnits.builtin().border(country)
    xy = shapely.get_coordinates(border)
    one, other = tuple(xy[len(xy) // 4]), tuple(xy[len(xy) // 2])
    cut = cut_between(border, (one, other))
    assert cut_between(border, (other, one)).equals(cut)
    assert shapely.length(shapely.difference(cut, shapely.buffer(border, 1e-9))) < 1e-6
    assert shapely.distance(cut, shapely.Point(one)) < 1e-9
    assert cut.length < border.length


@given(positions, st.floats(0.1, 500))
def test_every_corner_of_a_disc_is_at_its_radius(centre: tuple[float, float], radius_km: float) -> None:
    rim = shapely.get_coordinates(disc(lon=centre[0], lat=centre[1], radius_km=radius_km))
    ends = np.tile(centre, (len(rim), 1))
    metres = GEOD.inv(ends[:, 0], ends[:, 1], rim[:, 0], rim[:, 1])[2]
    assert metres == pytest.approx(radius_km * 1000, abs=0.01)
