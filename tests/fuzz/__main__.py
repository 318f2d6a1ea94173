"""The long run: each target in turn tries new inputs until its time is up, and a table tells how many.

::

    python -m tests.fuzz --minutes 20
    python -m tests.fuzz --examples 1000 reader

A target runs in a process of its own, so that one that takes it down (GDAL, GEOS, Arrow) is told as a crash too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from tests.fuzz.targets import TARGETS

ROUND = 50


@dataclass(frozen=True)
class Outcome:
    """What became of a target."""

    name: str
    inputs: int
    seconds: float
    crash: str | None = None


def main() -> int:
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        import_module(f"tests.fuzz.{file.stem}")
    asked = _arguments()
    names = [name for name in TARGETS if not asked.targets or name.startswith(tuple(asked.targets))]
    if not names:
        sys.exit(f"no target begins with {', '.join(asked.targets)}; there are: {'; '.join(TARGETS)}")
    if asked.alone:
        print(json.dumps(asdict(tried(names[0], asked.seconds, asked.examples, asked.seed))))
        return 0
    seconds = asked.minutes * 60 * asked.jobs / len(names)
    with ThreadPoolExecutor(asked.jobs) as jobs:
        outcomes = list(
            jobs.map(lambda name: _in_a_process(name, seconds, asked.examples, asked.seed), names)
        )
    print(table(outcomes))
    return 1 if any(outcome.crash for outcome in outcomes) else 0


def tried(name: str, seconds: float, examples: int | None, seed: int) -> Outcome:
    """Return what became of rounds of a target, one of so many examples or as many as there is time for."""
    begun, inputs = time.monotonic(), 0
    crash = None
    try:
        while not inputs or (not examples and time.monotonic() - begun < seconds):
            inputs += TARGETS[name].run(number=seed, examples=examples or ROUND)
            seed += 1
    except Exception:  # noqa: BLE001 - whatever came out is what we look for
        crash = f"seed {seed}\n{traceback.format_exc()}"
    return Outcome(name, inputs, time.monotonic() - begun, crash)


def table(outcomes: list[Outcome]) -> str:
    """Return a table in Markdown."""
    rows = [f"| {o.name} | {o.inputs:,} | {1 if o.crash else 0} |" for o in outcomes]
    total = f"| **all** | {sum(o.inputs for o in outcomes):,} | {sum(bool(o.crash) for o in outcomes)} |"
    return "\n".join(["| target | inputs | crashes |", "|---|---:|---:|", *rows, total])


def _in_a_process(name: str, seconds: float, examples: int | None, seed: int) -> Outcome:
    command = [sys.executable, "-W", "error", "-X", "faulthandler", "-m", "tests.fuzz", "--alone", name]
    command += ["--seconds", str(seconds), "--seed", str(seed)]
    command += ["--examples", str(examples)] if examples else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        outcome = Outcome(**json.loads(done.stdout.splitlines()[-1]))
    else:
        outcome = Outcome(name, 0, 0.0, f"ended by {done.returncode}\n{done.stderr}")
    told = f"CRASH\n{outcome.crash}" if outcome.crash else f"{outcome.inputs:,} inputs"
    print(f"{name}: {told} in {outcome.seconds:.0f} s", file=sys.stderr, flush=True)
    return outcome


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", help="how the names of the wanted targets begin; default: all")
    parser.add_argument("--minutes", type=float, default=10.0, help="for all targets together")
    parser.add_argument(
        "--examples", type=int, help="instead of minutes: one round of so many for each target"
    )
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), help="of the first round; default: the time"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=60.0, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
