"""Hard boundaries cost time and memory as their size does, or are refused in words: nothing runs for minutes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from geodata.boundaries import BoundariesError, read_boundaries
from geodata.unit import Level
from geodata.units import AdminUnits
from tests.fuzz.boundary_shapes import SHAPES, write

DOUBLED = 2.6
"""Times that a job may take more, time or memory, where its input is twice as large."""
_SECONDS, _BYTES = 0.1, 20_000_000  # what a busy machine, and its allocator, may add
_ROUNDS = 5


@dataclass(frozen=True)
class Cost:
    """What a job took: processor time, and memory at its peak beyond what there was before."""

    seconds: float
    bytes: int


def growth(job: Callable[[Path], object], make: Callable[[int], Path], n: int) -> list[Cost]:
    """Return what a job costs for inputs of n, 2n and 4n: in the first of some rounds that grows as it may.

    A round is measured at one go: on a busy machine the next may be slower as a whole.
    """
    inputs = [make(size) for size in (n, 2 * n, 4 * n)]
    for _ in range(_ROUNDS):
        costs = [cost_of(job, given) for given in inputs]
        if not any(too_much(before, after) for before, after in pairwise(costs)):
            break
    return costs


def too_much(before: Cost, after: Cost) -> bool:
    return (
        after.seconds > DOUBLED * before.seconds + _SECONDS or after.bytes > DOUBLED * before.bytes + _BYTES
    )


def cost_of(job: Callable[[Path], object], given: Path) -> Cost:
    before, begun = _memory(peak=False), time.process_time()
    job(given)
    return Cost(time.process_time() - begun, _memory(peak=True) - before)


def _memory(*, peak: bool) -> int:
    """Return the memory of this process, now or at its peak since it was asked for now; 0 where nobody tells."""
    if sys.platform != "linux":
        return 0
    if not peak:
        with suppress(PermissionError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    status = Path("/proc/self/status").read_text(encoding="ascii")
    key = "VmHWM:" if peak else "VmRSS:"
    return 1024 * int(next(line for line in status.splitlines() if line.startswith(key)).split()[1])


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


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_the_cost_grows_as_the_size_does(name: str, tmp_path: Path) -> None:
    told: list[str] = []
    costs = growth(
        lambda path: told.append(use(path)),
        lambda n: write(tmp_path / f"{n}.geojson", SHAPES[name](n)),
        {**READ, **REFUSED}[name],
    )
    for before, after in pairwise(costs):
        assert not too_much(before, after), costs
    assert name not in REFUSED or all(told), told


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "size"),
    [*((name, 1000) for name in SHAPES), *((name, 20_000) for name in SHAPES if name in TOLD)],
)
def test_no_shape_takes_seconds(name: str, size: int, tmp_path: Path) -> None:
    path = write(tmp_path / "own.geojson", SHAPES[name](size))
    cost = cost_of(use, path)
    assert cost.seconds < 4  # twice what was measured on a quiet machine
    assert cost.bytes < 300_000_000


def test_a_job_that_grows_with_the_square_is_found(tmp_path: Path) -> None:
    def make(n: int) -> Path:
        path = tmp_path / str(n)
        path.write_bytes(b"a" * n)
        return path

    def job(path: Path) -> int:
        content = path.read_bytes()
        return sum(content.count(b"b") for _ in content[::2])

    costs = growth(job, make, 20_000)
    assert too_much(costs[1], costs[2]), costs
