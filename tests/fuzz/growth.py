"""Whether a job's time and memory grow no faster than what it is given: measured at a size, twice and four times it.

Processor time is counted, not the clock, without the collector of garbage, and the least of several tries is taken, so
that a busy machine does not matter. A job that fails is measured anew before it is told: noise goes away, a square
stays.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

__all__ = ["MOST", "check_growth", "check_memory", "resident_bytes", "seconds_of", "traced_bytes"]

MOST = 2.6
"""The most that time or memory may grow by when the size doubles: 2 is linear, 4 is a square."""

_TRIES = 4
_FLOOR = 0.02  # seconds; what takes less is a matter of noise, and a square would soon leave it

Given = TypeVar("Given")


def check_growth(make: Callable[[int], Given], job: Callable[[Given], object], size: int) -> None:
    """Fail if the time of a job grows by more than `MOST` at a doubling.

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
        taken = [min(least, seconds_of(job, one)) for least, one in zip(taken, inputs, strict=True)]
        if _fits(taken, _FLOOR):
            return
    told = ", ".join(f"{seconds:.3f} s" for seconds in taken)
    raise AssertionError(f"{told} for {size}, {2 * size}, {4 * size}: more than {MOST} times at a doubling")


def traced_bytes(job: Callable[[Given], object], given: Given) -> int:
    """Return the most memory that the Python objects of a job take at once; libraries in C are not seen."""
    with _no_collection():
        tracemalloc.start()
        try:
            job(given)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()


def resident_bytes(job: Callable[[Given], object], given: Given) -> int:
    """Return by how much a job makes this process grow at its peak, libraries in C with it; Linux alone tells."""
    with suppress(PermissionError):  # then the peak of all time is told, which is no less
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before = _status("VmRSS:")
    job(given)
    return max(0, _status("VmHWM:") - before)


def check_memory(
    make: Callable[[int], Given],
    job: Callable[[Given], object],
    size: int,
    *,
    measure: Callable[[Callable[[Given], object], Given], int] = traced_bytes,
    floor: int = 500_000,
) -> None:
    """Fail if the memory that a job needs grows by more than `MOST` at a doubling; see `check_growth`.

    Parameters
    ----------
    make, job, size
        As for `check_growth`.
    measure
        Gives the bytes that the job took for an input: `traced_bytes` or `resident_bytes`.
    floor
        Bytes below which nothing is told: what any small input needs, or what the allocator may add.
    """
    inputs = [make(size * times) for times in (1, 2, 4)]
    for _ in range(_TRIES):
        taken = [float(measure(job, one)) for one in inputs]
        if _fits(taken, floor):
            return
    told = ", ".join(f"{needed / 1e6:.2f} MB" for needed in taken)
    raise AssertionError(f"{told} for {size}, {2 * size}, {4 * size}: more than {MOST} times at a doubling")


def seconds_of(job: Callable[[Given], object], given: Given) -> float:
    """Return the processor time that a job takes."""
    with _no_collection():
        begun = time.process_time()
        job(given)
        return time.process_time() - begun


def _fits(taken: list[float], floor: float) -> bool:
    return all(after <= max(MOST * before, floor) for before, after in pairwise(taken))


def _status(key: str) -> int:
    if sys.platform != "linux":
        raise NotImplementedError(
            f"asked for the memory of a process on {sys.platform}; only Linux tells it so"
        )
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return 1024 * int(next(line for line in lines if line.startswith(key)).split()[1])


@contextmanager
def _no_collection() -> Iterator[None]:
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
