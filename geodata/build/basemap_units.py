"""What the base map needs of the units: Syria's outline, and Quneitra's, as earlier steps wrote them."""

from __future__ import annotations

import json

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.build.packages import Workshop

UNITS_FILE = "subdistricts.geojson"
QUNEITRA = "SY14"


def syria(workshop: Workshop) -> BaseGeometry:
    """Return the outline of all sub-districts together."""
    return shapely.coverage_union_all(units(workshop, within="SY"))


def quneitra(workshop: Workshop) -> BaseGeometry:
    """Return the outline of Quneitra governorate."""
    return shapely.coverage_union_all(units(workshop, within=QUNEITRA))


def units(workshop: Workshop, *, within: str) -> list[BaseGeometry]:
    """Return the sub-districts whose P-code begins with the given one."""
    collection = json.loads((workshop.data / UNITS_FILE).read_text(encoding="utf-8"))
    features = [f for f in collection["features"] if f["properties"]["pcode"].startswith(within)]
    return [shapely.from_geojson(json.dumps(f["geometry"])) for f in features]
