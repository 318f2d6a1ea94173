"""The page's answer for a point is Python's, for thousands of points."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from geodata.place import builtin_places

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser

SEED = 20170623
LOOK_UP_ALL = """points => points.map(([lon, lat]) => {
  const answer = window.pageApp.lookUp({ lon, lat });
  return {
    pcode: answer.pcode,
    hits: answer.hits.map(hit => [hit.zone.id, hit.member.pcode, hit.member.extent, hit.edgeKm]),
    nearest: answer.nearest && [answer.nearest.zone.id, answer.nearest.km],
  };
})"""


@pytest.fixture(scope="module")
def ask(shared_page: Any) -> Any:
    name = shared_page.evaluate("Object.keys(window).find(key => key.startsWith('explorer_'))")
    shared_page.evaluate(f"() => {{ window.pageApp = {name}; }}")
    return lambda points: shared_page.evaluate(LOOK_UP_ALL, points)


def everywhere(count: int) -> list[tuple[float, float]]:
    rng = random.Random(SEED)
    return [(rng.uniform(35.4, 42.6), rng.uniform(32.1, 37.5)) for _ in range(count)]


def on_borders(zone_set: ZoneSet, count: int) -> list[tuple[float, float]]:
    """Return vertices of units, middles of their edges, and points a hair's breadth beside them."""
    rng = random.Random(SEED)
    units = zone_set.units
    corners = shapely.get_coordinates([units.geometry(code) for code in units.codes]).tolist()
    points: list[tuple[float, float]] = []
    while len(points) < count:
        index = rng.randrange(len(corners) - 1)
        (x, y), (x2, y2) = corners[index], corners[index + 1]
        hair = rng.choice([0.0, 1e-15, -1e-15, 1e-12, -1e-9])
        share = rng.choice([0.0, 0.5, rng.random()])
        points.append((x + (x2 - x) * share + hair, y + (y2 - y) * share - hair))
    return points


def test_units_of_five_thousand_points(zone_set: ZoneSet, ask: Any) -> None:
    points = everywhere(5000)
    expected = [zone_set.units.unit_at(lon=lon, lat=lat) for lon, lat in points]
    assert sum(unit is not None for unit in expected) > 2000
    for point, unit, answer in zip(points, expected, ask(points), strict=True):
        if unit is not None:
            assert answer["pcode"] == unit.pcode, point


def test_units_on_borders_are_the_lowest_codes(zone_set: ZoneSet, ask: Any) -> None:
    points = on_borders(zone_set, 3000)
    for point, answer in zip(points, ask(points), strict=True):
        unit = zone_set.units.unit_at(lon=point[0], lat=point[1])
        if unit is not None:
            assert answer["pcode"] == unit.pcode, point


def test_zones_distances_and_nearest_are_those_of_lookup(zone_set: ZoneSet, ask: Any) -> None:
    points = everywhere(1000)
    for point, answer in zip(points, ask(points), strict=True):
        told = zone_set.lookup(lon=point[0], lat=point[1])
        assert answer["pcode"] == (told.units[-1].pcode if told.units else None), point
        assert [hit[:3] for hit in answer["hits"]] == [
            [hit.zone, hit.pcode, hit.extent] for hit in told.zones
        ], point
        for hit, own in zip(answer["hits"], told.zones, strict=True):
            assert hit[3] == pytest.approx(own.edge_km, abs=0.051), point
        if told.nearest is None:
            assert answer["nearest"] is None
        else:
            assert answer["nearest"][0] == told.nearest[0], point
            assert answer["nearest"][1] == pytest.approx(told.nearest[2], abs=0.051), point


def test_towns_answer_as_in_python(zone_set: ZoneSet, ask: Any) -> None:
    points = [(place.lon, place.lat) for place in builtin_places()]
    for place, answer in zip(points, ask(points), strict=True):
        told = zone_set.lookup(lon=place[0], lat=place[1])
        assert answer["pcode"] == (told.units[-1].pcode if told.units else None), place
        assert [hit[0] for hit in answer["hits"]] == [hit.zone for hit in told.zones], place
