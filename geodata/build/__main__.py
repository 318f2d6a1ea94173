"""``python -m geodata.build [--cache DIR] [--data DIR]``: makes every file of `geodata/data/`."""

from __future__ import annotations

import argparse
import importlib
import logging
import tempfile
from pathlib import Path

from geodata.build.packages import Workshop
from geodata.build.sources import Source, write_sources

logger = logging.getLogger(__name__)

STEPS = (
    "geodata.build.tables",
    "geodata.build.subdistricts",
    "geodata.build.places",
    "geodata.build.neighbours",
    "geodata.build.seats",
    "geodata.build.basemap_land",
    "geodata.build.basemap_water",
    "geodata.build.basemap_golan",
    "geodata.build.basemap_relief",
)
"""The modules that make the data, in order: a later step may read what an earlier one wrote."""


def build(workshop: Workshop) -> list[Source]:
    """Return the rows of `sources.toml` after running every step and writing them."""
    sources: list[Source] = []
    for step in STEPS:
        logger.info("step %s", step)
        sources.extend(importlib.import_module(step).run(workshop))
    write_sources(workshop.data, sources)
    return sources


def main() -> None:
    """Read the options, build, and say what was written."""
    parser = argparse.ArgumentParser(prog="python -m geodata.build", description=__doc__)
    parser.add_argument("--cache", type=Path, help="folder to keep downloaded packages in")
    parser.add_argument("--data", type=Path, default=Path(__file__).parent.parent / "data")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if options.cache is not None:
        build(Workshop(cache=options.cache, data=options.data))
        return
    with tempfile.TemporaryDirectory() as cache:
        build(Workshop(cache=Path(cache), data=options.data))


if __name__ == "__main__":
    main()
