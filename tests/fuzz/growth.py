"""Whether a job's time and memory grow no faster than what it is given: measured at a size, twice and four times it.

Processor time is counted, not the clock, and the least of several tries is taken, so that a busy machine does not
matter. A job that fails is measured anew before it is told: noise goes away, a square stays.
"""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TypeVar

__all__ = ["MOST_MEMORY", "MOST_TIME", "check_growth", "check_memory"]

MOST_TIME = 2.6
"""The most that time may grow by when the size doubles: 2 is linear, 4 is a square."""
MOST_MEMORY = 2.6

_TRIES = 4
_FLOOR = 0.02  # seconds; what takes less is a matter of noise, and a square would soon leave it
_SMALL = 500_000  # bytes; what any reading of a few lines needs

Given = TypeVar("Given")


def check_growth(make: Callable[[int], Given], job: Callable[[Given], object], size: int) -> None:
    """Fail if the time of a job grows by more than `MOST_TIME` at a doubling.

    Parameters
    ----------
    make
        Gives an input by its size.
    job
        Works on it.
    size
        The smallest size; twice and four times it are tried, too.
    """
    inputs = [make(size * times) for times in (1, 2, 4)]
    taken = [float("inf")] * 3
    for _ in range(_TRIES):
        taken = [min(least, _seconds(job, one)) for least, one in zip(taken, inputs, strict=True)]
        if _fits(taken, _FLOOR, MOST_TIME):
            return
    told = ", ".join(f"{seconds:.3f} s" for seconds in taken)
    raise AssertionError(
        f"{told} for {size}, {2 * size}, {4 * size}: more than {MOST_TIME} times at a doubling"
    )


def check_memory(make: Callable[[int], Given], job: Callable[[Given], object], size: int) -> None:
    """Fail if the most memory that a job needs grows by more than `MOST_MEMORY` at a doubling; see `check_growth`."""
    taken = [float(_bytes(job, make(size * times))) for times in (1, 2, 4)]
    if not _fits(taken, _SMALL, MOST_MEMORY):
        told = ", ".join(f"{needed / 1e6:.2f} MB" for needed in taken)
        raise AssertionError(
            f"{told} for {size}, {2 * size}, {4 * size}: more than {MOST_MEMORY} times at a doubling"
        )


def _fits(taken: list[float], floor: float, most: float) -> bool:
    return all(after <= max(most * before, floor) for before, after in pairwise(taken))


def _seconds(job: Callable[[Given], object], given: Given) -> float:
    with _no_collection():
        begun = time.process_time()
        job(given)
        return time.process_time() - begun


def _bytes(job: Callable[[Given], object], given: Given) -> int:
    with _no_collection():
        tracemalloc.start()
        try:
            job(given)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


@contextmanager
def _no_collection() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
