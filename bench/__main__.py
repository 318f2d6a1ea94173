"""Measure and report."""

from __future__ import annotations

import argparse
import json
import logging
import os
from pathlib import Path

from bench import arrays, files, measure, page, report, scalar

_log = logging.getLogger("bench")
RESULTS = Path(__file__).with_name("results.json")
_LARGE = 100_000_000


def main() -> None:
    """Measure all, or the parts that are asked for, and write the report."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    parts = {
        "building": arrays.building,
        "scalar": scalar.microseconds,
        "points": lambda: arrays.by_points((1_000, 10_000, 100_000, 1_000_000, 10_000_000)),
        "polygons": lambda: arrays.by_polygons(1_000_000),
        "alone": lambda: arrays.alone(10_000_000),
        "frames": lambda: files.frames(1_000_000),
        "page": page.moving,
        "files": lambda: files.small_files(5_000_000),
        "large": lambda: files.large_file(_LARGE),
    }
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", choices=[*parts, []], help="what to measure; all but 'large' by default"
    )
    parser.add_argument("--report-only", action="store_true", help="write the report from the last results")
    asked = parser.parse_args()
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    if not asked.report_only:
        for name in asked.parts or [part for part in parts if part != "large"]:
            _log.info("%s ...", name)
            results |= {name: parts[name](), "machine": measure.machine()}
            results.setdefault("load", {})[name] = round(os.getloadavg()[1], 1)
            RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", "utf-8")
    missing = [part for part in parts if part != "large" and part not in results]
    if missing:
        _log.info("no report yet; still to measure: %s", " ".join(missing))
    else:
        report.write(results)


if __name__ == "__main__":
    main()
