"""Measures without pyproj agree with pyproj."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geodata.errors import PositionError
from geodata.measure import area_km2, bearing_deg, distance_km, geometry_distance_km, segment_km, turn_deg
from geodata.place import Place

GEOD = Geod(ellps="WGS84")
lons = st.floats(35, 43, allow_nan=False)
lats = st.floats(32, 38, allow_nan=False)
steps = st.floats(-0.3, 0.3, allow_nan=False)


@given(lons, lats, steps, steps)
def test_segment_lengths_are_geodesic(lon: float, lat: float, east: float, north: float) -> None:
    length = segment_km(np.array([[lon, lat, lon + east, lat + north]]))[0]
    assert length == pytest.approx(GEOD.inv(lon, lat, lon + east, lat + north)[2] / 1000, rel=1e-5, abs=1e-6)


@given(lons, lats, lons, lats)
def test_bearings_and_distances_are_nearly_geodesic(
    lon: float, lat: float, to_lon: float, to_lat: float
) -> None:
    azimuth, _, metres = GEOD.inv(lon, lat, to_lon, to_lat)
    km = distance_km(lon=lon, lat=lat, to_lon=to_lon, to_lat=to_lat)
    assert km == pytest.approx(metres / 1000, rel=5e-3, abs=1e-6)
    if km > 1:
        assert turn_deg(bearing_deg(lon=lon, lat=lat, to_lon=to_lon, to_lat=to_lat), azimuth) < 0.3


@given(lons, lats, st.floats(0.01, 0.3), st.floats(0.01, 0.3))
def test_areas_are_geodesic(lon: float, lat: float, width: float, height: float) -> None:
    box = shapely.box(lon, lat, lon + width, lat + height)
    expected = abs(GEOD.geometry_area_perimeter(shapely.segmentize(box, 0.01))[0]) / 1e6
    assert float(area_km2(box)) == pytest.approx(expected, rel=1e-5)


@given(lons, lats, steps, steps)
def test_distance_to_a_geometry_is_that_to_its_nearest_point(
    lon: float, lat: float, east: float, north: float
) -> None:
    km = geometry_distance_km(lon=lon, lat=lat, geometry=shapely.Point(lon + east, lat + north))
    assert km == pytest.approx(GEOD.inv(lon, lat, lon + east, lat + north)[2] / 1000, rel=5e-3, abs=1e-6)


@pytest.mark.parametrize(("lon", "lat"), [(181, 0), (-181, 0), (0, 91), (0, -91), (float("nan"), 0)])
def test_a_place_off_the_earth_is_refused(lon: float, lat: float) -> None:
    with pytest.raises(PositionError, match="latitude from -90 to 90"):
        Place(id="a", name="A", name_ar="", lon=lon, lat=lat, population=None, spellings=(), source="")


@pytest.mark.parametrize(("lon", "lat"), [(180, 90), (-180, -90)])
def test_the_ends_of_the_earth_are_on_it(lon: float, lat: float) -> None:
    place = Place(id="a", name="A", name_ar="", lon=lon, lat=lat, population=None, spellings=(), source="")
    assert (place.lon, place.lat) == (lon, lat)


@given(st.floats(0, 360), st.floats(0, 360))
def test_turns_are_symmetric_and_at_most_half_a_circle(one: float, other: float) -> None:
    assert turn_deg(one, other) == pytest.approx(turn_deg(other, one), abs=1e-9)
    assert 0 <= turn_deg(one, other) <= 180
