"""Many points at once: our index beside the peers, all with the same answers."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np

from bench.measure import in_turn
from bench.peers import PEERS, contains_xy, coverage_index, positions
from bench.world import Floats, Shapes, points, polygons
from geodata.coverage_index import CoverageIndex

OURS = "CoverageIndex"
CONTAINS = "shapely contains_xy"
Rates = dict[str, float]


class DisagreementError(AssertionError):
    """Two engines that gave a point different units."""


def rates(shapes: Shapes, lon: Floats, lat: Floats, *, rounds: int) -> Rates:
    """Return millions of points a second for each engine, after checking that all agree."""
    engines: dict[str, object] = {OURS: coverage_index(shapes, lon, lat)}
    if len(shapes) < 10:
        engines[CONTAINS] = contains_xy(shapes, lon, lat)
    engines |= {name: make(shapes, lon, lat) for name, make in PEERS.items()}
    seconds, answers = in_turn(engines, rounds, max(1, 100_000 // len(lon)))
    own = answers.pop(OURS)
    for name, pairs in answers.items():
        if not np.array_equal(positions(pairs, len(lon)), own):
            raise DisagreementError(f"{name} and {OURS} differ against {len(shapes)} polygons")
    return {name: len(lon) / taken / 1e6 for name, taken in seconds.items()}


def by_points(counts: tuple[int, ...]) -> dict[str, Rates]:
    """Return rates against the 272 sub-districts by number of points."""
    lon, lat = points(max(counts))
    shapes = polygons()[272]
    return {
        str(count): rates(shapes, lon[:count].copy(), lat[:count].copy(), rounds=3 if count > 10**6 else 5)
        for count in counts
    }


def by_polygons(count: int) -> dict[str, Rates]:
    """Return rates by number of polygons."""
    lon, lat = points(count, seed=1)
    return {str(number): rates(shapes, lon, lat, rounds=3) for number, shapes in polygons().items()}


def alone(count: int) -> dict[str, Rates]:
    """Return rates by number of polygons for more points, of ours and of contains_xy against four."""
    lon, lat = points(count, seed=2)
    coverages = polygons()
    engines: dict[str, Callable[[], object]] = {
        str(number): coverage_index(shapes, lon, lat) for number, shapes in coverages.items()
    }
    engines[CONTAINS] = contains_xy(coverages[4], lon, lat)
    seconds, _ = in_turn(engines, 7)
    rate = {name: count / taken / 1e6 for name, taken in seconds.items()}
    return {number: {OURS: rate[number]} for number in map(str, coverages)} | {
        "4": {OURS: rate["4"], CONTAINS: rate[CONTAINS]}
    }


def building() -> dict[str, dict[str, float]]:
    """Return seconds to build and to load an index, and kilobytes of it, by number of polygons."""
    found = {}
    for number, shapes in polygons().items():
        builds, loads = [], []
        for _ in range(5):
            start = time.perf_counter()
            index = CoverageIndex(shapes)
            builds.append(time.perf_counter() - start)
            stored = index.to_bytes()
            start = time.perf_counter()
            CoverageIndex.from_bytes(stored)
            loads.append(time.perf_counter() - start)
        found[str(number)] = {
            "build_s": statistics.median(builds),
            "load_s": statistics.median(loads),
            "file_kb": len(stored) / 1000,
        }
    return found
