"""Edges of a coverage, against shapely's own answers."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geodata.borders import Neighbour, attribute, neighbour_shapes, shores
from geodata.coverage_edges import NOWHERE, CoverageEdges
from geodata.units import AdminUnits

LEFT, RIGHT, FAR = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(5, 0, 6, 1)
SQUARES = np.array([LEFT, RIGHT, FAR])


def test_shared_edges_are_found_once() -> None:
    edges = CoverageEdges.of(SQUARES)
    assert len(edges) == 4 + 4 + 4 - 1
    assert (~edges.on_outline).sum() == 1
    shared = edges.between(np.array([True, False, False]), np.array([False, True, False]))
    assert edges.line(shared).equals(shapely.LineString([(1, 0), (1, 1)]))


def test_a_hole_filled_by_another_unit_is_a_border() -> None:
    inner = shapely.box(1, 1, 2, 2)
    outer = shapely.box(0, 0, 3, 3).difference(inner)
    edges = CoverageEdges.of(np.array([outer, inner]))
    assert (~edges.on_outline).sum() == 4


def test_multipolygons_count_as_one_unit() -> None:
    edges = CoverageEdges.of(np.array([shapely.MultiPolygon([LEFT, FAR]), RIGHT]))
    assert set(edges.left) | set(edges.right) == {0, 1, NOWHERE}
    assert edges.km_across(np.array([True, False]), np.array([0, 1]))[1] == pytest.approx(110.6, rel=1e-2)


def test_the_outline_is_shapelys(units: AdminUnits) -> None:
    edges = CoverageEdges.of(units.geometries()[1])
    assert edges.line(edges.on_outline).length == pytest.approx(units.outline.boundary.length)


def test_shared_borders_are_shapelys(units: AdminUnits) -> None:
    for one, other in (("SY070003", "SY070000"), ("SY040200", "SY040102")):
        line = units.geometry(one).intersection(units.geometry(other))
        chosen = units.adjacency.edges.line(
            units.adjacency.edges.between(
                np.array([code == one for code in units.codes]),
                np.array([code == other for code in units.codes]),
            )
        )
        assert chosen.length == pytest.approx(shapely.length(line))


@pytest.mark.parametrize(
    ("lon", "lat", "code"),
    [
        (37.0, 36.65, Neighbour.TURKEY),
        (41.3, 34.5, Neighbour.IRAQ),
        (36.8, 32.3, Neighbour.JORDAN),
        (36.4, 34.0, Neighbour.LEBANON),
        (35.65, 32.9, Neighbour.ISRAEL),
        (35.6, 35.3, Neighbour.SEA),
    ],
)
def test_points_near_a_border_are_attributed(lon: float, lat: float, code: Neighbour) -> None:
    assert attribute(np.array([[lon, lat, lon + 0.001, lat]])).tolist() == [code.value]


def test_only_coast_near_a_country_is_its_shore() -> None:
    segments = np.array([[35.88, 35.88, 35.89, 35.88], [35.75, 35.4, 35.76, 35.4]])
    assert shores(segments).tolist() == ["TR", ""]


def test_each_border_is_one_line(units: AdminUnits) -> None:
    for neighbour in Neighbour:
        lines = shapely.get_num_geometries(units.border(neighbour))
        assert lines == (2 if neighbour is Neighbour.SEA else 1)


def test_neighbours_are_five_countries_and_the_sea() -> None:
    assert sorted(neighbour_shapes()[0]) == sorted(Neighbour)
