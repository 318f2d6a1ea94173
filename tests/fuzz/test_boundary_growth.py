"""Hard boundaries cost time and memory as their size does, or are refused in words: nothing runs for minutes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.boundaries import BoundariesError, read_boundaries
from geodata.unit import Level
from geodata.units import AdminUnits
from tests.fuzz.boundary_shapes import SHAPES, write
from tests.fuzz.growth import check_growth, check_memory, resident_bytes, seconds_of

# Bytes that it may keep or give back at any time: 7 MB, then 28 MB were seen at a doubling.
_ALLOCATOR = 40_000_000
_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process how large it was")


def use(path: Path) -> str:
    """Read boundaries and ask for neighbours, borders and positions, as every command does; return what was refused."""
    try:
        units = read_boundaries(path).units
    except BoundariesError as error:
        return f"{error.path}: {error.remedy}"
    units.touching("TR")
    units.neighbours("SY070003")
    units.neighbours_of(["SY07"], Level.DISTRICT)
    units.unit_at(lon=36.80, lat=35.86)
    units.seat("SY0700")
    return ""


@pytest.fixture(scope="module", autouse=True)
def _warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Load what is loaded once in a process, so that the first job does not pay for it."""
    AdminUnits.builtin().touching("TR")
    use(write(tmp_path_factory.mktemp("warm") / "own.geojson", SHAPES["a_comb_over_its_neighbour"](10)))


READ = {
    "a_comb_in_its_neighbour": 2500, "a_comb_over_its_neighbour": 2500, "a_gap_like_a_comb": 2500, "a_spiral": 5000,
    "points_said_again": 10_000, "holes": 300, "holes_that_are_filled": 300, "holes_in_a_row": 300, "bow_ties": 150,
    "features_of_one_code": 150, "features_of_one_code_side_by_side": 300,
}  # fmt: skip
"""Shapes that are read or mended up to a size, and a quarter of that."""
REFUSED = {
    "a_comb_aslant": 2500, "two_combs_crossed": 2500, "holes_within_holes": 2500, "a_ring_that_crosses_itself": 2500,
    "a_star": 2500, "parts_on_each_other": 2500, "units_on_each_other": 400, "units_around_a_point": 400,
}  # fmt: skip
"""Shapes that take time with the square of their size, and a size from which on they are refused."""


TOLD = ("a_comb_in_its_neighbour", "a_comb_over_its_neighbour", "holes", "a_ring_that_crosses_itself")
"""Shapes of which large ones once ran for minutes."""


def test_every_shape_is_tried() -> None:
    assert SHAPES.keys() == READ.keys() | REFUSED.keys()
    assert len(SHAPES) > 10


@_on_linux
@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_the_cost_grows_as_the_size_does(name: str, tmp_path: Path) -> None:
    told: list[str] = []
    peaks: dict[Path, int] = {}
    size = {**READ, **REFUSED}[name]

    def job(path: Path) -> None:
        peaks[path] = resident_bytes(lambda path: told.append(use(path)), path)

    def peak(_: object, path: Path) -> int:
        return peaks.pop(path) if path in peaks else resident_bytes(use, path)

    check_growth(_writer(name, tmp_path), job, size)
    check_memory(_writer(name, tmp_path), use, size, measure=peak, floor=_ALLOCATOR)
    assert name not in REFUSED or all(told), told


def _writer(name: str, folder: Path) -> Callable[[int], Path]:
    return lambda size: write(folder / f"{size}.geojson", SHAPES[name](size))


@_on_linux
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "size"),
    [*((name, 1000) for name in SHAPES), *((name, 20_000) for name in SHAPES if name in TOLD)],
)
def test_no_shape_takes_seconds(name: str, size: int, tmp_path: Path) -> None:
    path = _writer(name, tmp_path)(size)
    peaks: list[int] = []
    assert (
        seconds_of(lambda path: peaks.append(resident_bytes(use, path)), path) < 4
    )  # twice of a quiet machine
    assert peaks[0] < 300_000_000
