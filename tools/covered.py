"""Prints what share of lines and branches the tests reach, by package; fails if it is too small.

`coverage report --fail-under` knows only one figure, of both together.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from coverage import Coverage

LEAST = {"lines": 95.0, "branches": 90.0}  # percent
TABLE = Path(".cache/coverage/table.json")


def main() -> int:
    """Print the table; return the exit code."""
    measured = Coverage()
    measured.load()
    measured.json_report(outfile=str(TABLE))
    counted: dict[str, Counter[str]] = {}
    for file, told in json.loads(TABLE.read_text(encoding="utf-8"))["files"].items():
        for name in (Path(file).parts[0], "all"):
            counted.setdefault(name, Counter()).update(
                {k: v for k, v in told["summary"].items() if k in COUNTS}
            )
    for name in sorted(counted, key=lambda name: (name == "all", name)):
        print(name.ljust(8), *(f"{shares(counted[name])[what]:7.2f} % of {what}" for what in LEAST))
    short = [
        f"{what} under {least:g} %" for what, least in LEAST.items() if shares(counted["all"])[what] < least
    ]
    print("too little: " + ", ".join(short) if short else "enough", file=sys.stderr)
    return 1 if short else 0


COUNTS = {"covered_lines", "num_statements", "covered_branches", "num_branches"}


def shares(told: Counter[str]) -> dict[str, float]:
    """Return the shares in percent."""
    return {
        "lines": 100 * told["covered_lines"] / max(told["num_statements"], 1),
        "branches": 100 * told["covered_branches"] / max(told["num_branches"], 1),
    }


if __name__ == "__main__":
    sys.exit(main())
