"""Times that can be compared: medians of rounds in which every engine has its turn."""

from __future__ import annotations

import gc
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from geodata.grid_lookup import available_cores

Answer = TypeVar("Answer")


def in_turn(
    engines: Mapping[str, Callable[[], Answer]], rounds: int, repeats: int = 1
) -> tuple[dict[str, float], dict[str, Answer]]:
    """Return the median seconds of each engine, and its last answer.

    Parameters
    ----------
    engines
        What to run.
    rounds
        How often each has its turn.
    repeats
        How often it runs in a turn, for what would else be too short to measure.
    """
    seconds: dict[str, list[float]] = {name: [] for name in engines}
    answers: dict[str, Answer] = {}
    for _ in range(rounds):
        for name, run in engines.items():
            answers.pop(name, None)
            gc.collect()
            start = time.perf_counter()
            for _ in range(repeats):
                answers[name] = run()
            seconds[name].append((time.perf_counter() - start) / repeats)
    return {name: statistics.median(times) for name, times in seconds.items()}, answers


def machine() -> dict[str, str]:
    """Return what the figures were measured on."""
    packages = (
        "numpy",
        "shapely",
        "geopandas",
        "sedonadb",
        "polars-st",
        "duckdb",
        "timezonefinder",
        "pyarrow",
    )
    found = {"Python": platform.python_version(), **{name: _version(name) for name in packages}}
    return {
        "processor": _processor(),
        "cores": str(available_cores()),
        "system": f"{platform.system()} {platform.machine()}",
        "versions": ", ".join(f"{name} {number}" for name, number in found.items()),
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not there"


def _processor() -> str:
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        names = [
            line.partition(":")[2].strip()
            for line in listing.read_text().splitlines()
            if "model name" in line
        ]
        return names[0] if names else platform.machine()
    return platform.processor() or platform.machine()
