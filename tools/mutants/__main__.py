"""Tries a random sample of mutants of zones/ and geodata/, and tells how many the tests notice.

python -m tools.mutants [--sample 300] [--seed 1] [--jobs 2] [--only FOLDER] [--again FILE]
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from .operators import Mutant, mutants
from .trials import targets, trials

PACKAGES = ("zones", "geodata")
# Built offline by `make data`; what it builds is checked in tests/geodata/test_data.py, and no user runs it.
LEFT_OUT = Path("geodata/build")
SURVIVORS = Path("out/mutants.txt")


def main() -> None:
    """Try the sample, and print the table."""
    options = _options()
    sources = [f for p in PACKAGES for f in sorted(Path(p).rglob("*.py")) if LEFT_OUT not in f.parents]
    tests = [f for p in PACKAGES for f in sorted(Path("tests", p).rglob("test_*.py"))]
    every = [m for f in sources if str(f).startswith(options.only) for m in mutants(f)]
    chosen = sample(every, options.sample, random.Random(options.seed))  # nosec B311 # noqa: S311 - a seeded choice
    if options.again:
        listed = options.again.read_text(encoding="utf-8")
        chosen = [m for m in every if str(m) in listed]
    fates: dict[Mutant, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        known = targets(
            [*sources, *tests], sources=sources, packages=PACKAGES, folder=folder, jobs=options.jobs
        )
        print(
            f"{len(every)} mutants, {len(chosen)} tried (seed {options.seed}); {len(known)} files of tests",
            flush=True,
        )
        for mutant, fate in trials(chosen, known, folder=folder, jobs=options.jobs):
            fates[mutant] = fate
            print(f"{len(fates):>5} {fate:12} {mutant}", file=sys.stderr, flush=True)
    SURVIVORS.parent.mkdir(exist_ok=True)
    left = sorted(f"{mutant}  [{fate}]\n" for mutant, fate in fates.items() if not _noticed(fate))
    SURVIVORS.write_text("".join(left), encoding="utf-8")
    report(every, fates)
    print(f"survivors: {SURVIVORS}")


def sample(every: Sequence[Mutant], size: int, chance: random.Random) -> list[Mutant]:
    """Return a systematic random sample, in random order: each module has its share."""
    shuffled = sorted(every, key=lambda mutant: (mutant.path, chance.random()))
    step = max(1.0, len(shuffled) / size)
    first = chance.random() * step
    chosen = [shuffled[int(at)] for at in (first + step * n for n in range(size)) if at < len(shuffled)]
    return chance.sample(chosen, len(chosen))


def report(every: Sequence[Mutant], fates: dict[Mutant, str]) -> None:
    """Print the figures of each package."""
    print(f"\n{'':24}{'mutants':>8}{'tried':>7}{'killed':>8}{'too slow':>10}{'share':>8}   95 % interval")
    groups = sorted({_group(m) for m in every})
    for name, members in [*((g, {g}) for g in groups), ("all", set(groups))]:
        told = Counter(fate for mutant, fate in fates.items() if _group(mutant) in members)
        tried, noticed = told.total(), told["killed"] + told["too slow"]
        if tried:
            low, high = interval(noticed, tried)
            line = f"{name:24}{sum(_group(m) in members for m in every):>8}{tried:>7}{told['killed']:>8}"
            print(f"{line}{told['too slow']:>10}{noticed / tried:>8.1%}   {low:.1%} to {high:.1%}")


def interval(hits: int, tried: int) -> tuple[float, float]:
    """Return Wilson's interval of 95 % for a share."""
    z = 1.959964
    share, z2 = hits / tried, z * z / tried
    middle, half = share + z2 / 2, z * math.sqrt(share * (1 - share) / tried + z2 / (4 * tried))
    return (middle - half) / (1 + z2), (middle + half) / (1 + z2)


def _group(mutant: Mutant) -> str:
    return "zones/reading" if "reading" in mutant.path.parts else mutant.path.parts[0]


def _noticed(fate: str) -> bool:
    return fate in {"killed", "too slow"}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", default="", help="sources whose path begins so")
    parser.add_argument("--again", type=Path, help="a list of survivors to try again, in place of a sample")
    return parser.parse_args()


if __name__ == "__main__":
    main()
