"""A long run of kills: ``python -m tests.faults --kills 200 --seed 7``, or ``make faults``."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from tests.faults.inputs import inputs
from tests.faults.kills import kills
from tests.faults.writers import WRITERS


def main() -> None:
    """Kill every writer at random moments, and print a table of what became of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=main.__doc__)
    parser.add_argument("--kills", type=int, default=50, help="of each writer [50]")
    parser.add_argument("--seed", default=f"{datetime.now(UTC):%Y-%m-%d}", help="of the moments [the day]")
    parser.add_argument("--rows", type=int, default=200_000, help="of the files to label [200000]")
    parser.add_argument("--only", default="", metavar="TEXT", help="writers with TEXT in their names")
    asked = parser.parse_args()
    print(f"seed {asked.seed}\n", file=sys.stderr)
    print("| what writes | kills | before it was done | after | survived |\n|---|--:|--:|--:|--:|")
    wrong = []
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        (folder := Path(name, "in")).mkdir()
        with inputs(folder, rows=asked.rows) as given:
            for number, writer in enumerate(WRITERS):
                if asked.only not in writer.name:
                    continue
                (out := Path(name, str(number))).mkdir()
                *trials, after = kills(writer, given, out, number=asked.kills, seed=asked.seed)
                faults = [f"{writer}: {trial.wrong}" for trial in (*trials, after) if trial.wrong]
                wrong += faults
                old = sum(trial.outcome == "old" for trial in trials)
                whole = sum(not trial.wrong for trial in trials)
                print(
                    f"| `{writer}` | {len(trials)} | {old} | {len(trials) - old} "
                    f"| {'all' if not faults else whole} |",
                    flush=True,
                )
    for line in wrong:
        print(line, file=sys.stderr)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
