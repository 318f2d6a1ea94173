"""Step: source rows for the tables kept by hand; it checks that each is in order and writes nothing."""

from __future__ import annotations

import csv

from geodata.build.packages import Workshop
from geodata.build.sources import Source


def run(workshop: Workshop) -> list[Source]:
    """Return the source rows of the tables kept by hand."""
    return [
        Source(
            file="units.csv",
            title="P-codes and names of governorates, districts and sub-districts",
            origin="facts from the Common Operational Dataset of administrative boundaries, kept by hand",
            licence="facts; the data set they come from is CC BY 3.0 IGO",
            attribution="UN OCHA",
            date="2020-12-17",
            crs="none",
            rows=_rows(workshop, "units.csv"),
        ),
        Source(
            file="spellings.csv",
            title="Spellings of unit names met in English texts about Syria",
            origin="kept by hand in this project",
            licence="MIT",
            attribution="",
            date="2026",
            crs="none",
            rows=_rows(workshop, "spellings.csv"),
        ),
        Source(
            file="roads.csv",
            title="Towns that the M4 and M5 pass, in order",
            origin="kept by hand in this project; each row names its sources",
            licence="CC BY 4.0",
            attribution="GeoNames (geonames.org)",
            date="2026",
            rows=_rows(workshop, "roads.csv"),
        ),
        Source(
            file="extra_places.csv",
            title="Places that texts name and neither GeoNames' cities nor the units hold",
            origin="kept by hand in this project; each row names its source",
            licence="MIT",
            attribution="",
            date="2026",
            rows=_rows(workshop, "extra_places.csv"),
        ),
    ]


def _rows(workshop: Workshop, name: str) -> int:
    with (workshop.data / name).open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file, strict=True))
