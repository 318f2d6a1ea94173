"""What lies in the occupied Golan."""

from __future__ import annotations

import shapely

from geodata.golan import golan_shape, in_golan, reaches_into_golan
from geodata.units import AdminUnits


def test_towns_on_both_sides() -> None:
    inside = {"Masaada": (35.75, 33.23), "Fiq": (35.70, 32.78)}
    outside = {"Khan Arnaba": (35.89, 33.19), "Daraa": (36.10, 32.62), "Quneitra": (35.8246, 33.1260)}
    assert all(in_golan(lon=lon, lat=lat) for lon, lat in inside.values())
    assert not any(in_golan(lon=lon, lat=lat) for lon, lat in outside.values())
    lon, lat = shapely.get_coordinates(golan_shape())[0]
    assert in_golan(lon=float(lon), lat=float(lat)), "its outline counts"


def test_a_shape_that_only_touches_it_does_not_reach_into_it() -> None:
    units = AdminUnits.builtin()
    reaching = {code for code in units.codes if reaches_into_golan(units.geometry(code))}
    assert "SY140200" in reaching
    assert {code[:4] for code in reaching} == {"SY14"}


def test_the_outline_is_whole_micro_degrees_as_the_page_has_it() -> None:
    micro = shapely.get_coordinates(golan_shape()) * 1e6
    assert abs(micro - micro.round()).max() < 1e-3
