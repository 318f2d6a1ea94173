"""Properties under test: briefly and the same each time by pytest, for long and ever new by ``make fuzz``."""

from __future__ import annotations

import functools
import inspect
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

Check = Callable[..., None]
_SLOW_CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@dataclass(frozen=True)
class Target:
    """A property and where its inputs come from."""

    name: str
    check: Check
    inputs: dict[str, SearchStrategy[object]]

    def run(self, *, number: int, examples: int) -> int:
        """Try a round of new inputs, and return how many; the same number gives the same inputs."""
        tried = 0

        @functools.wraps(self.check)
        def counted(**drawn: object) -> None:
            nonlocal tried
            tried += 1
            self.check(**drawn)

        rules = settings(
            max_examples=examples, deadline=None, database=None, suppress_health_check=_SLOW_CHECKS,
            phases=[Phase.explicit, Phase.generate, Phase.target, Phase.shrink], print_blob=False,
        )  # fmt: skip
        seed(number)(rules(given(**self.inputs)(counted)))()
        return tried


TARGETS: dict[str, Target] = {}


def target(*, examples: int, **inputs: SearchStrategy[object]) -> Callable[[Check], Check]:
    """Make a check a test of some examples, the same in each run, and a target of the long run."""

    def register(check: Check) -> Check:
        place = inspect.getmodule(check).__name__.rpartition(".test_")[2]  # type: ignore[union-attr]
        name = f"{place}: {check.__name__.removeprefix('test_').replace('_', ' ')}"
        TARGETS[name] = Target(name, check, inputs)
        briefly = settings(
            max_examples=examples, deadline=None, database=None, derandomize=True,
            suppress_health_check=_SLOW_CHECKS,
        )  # fmt: skip
        return briefly(given(**inputs)(check))

    return register


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder of its own to each example, which pytest's `tmp_path` is not."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as path:
        yield Path(path)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail if the block takes more of the processor's time: hundreds of times what it should."""
    begun = time.process_time()
    yield
    taken = time.process_time() - begun
    assert taken < seconds, f"took {taken:.1f} s; expected less than {seconds} s"
