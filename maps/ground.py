"""What lies under the zones in the page: units, places and the base map, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Feature, Kind, load_basemap
from geodata.naming import Naming
from geodata.place import Place
from geodata.town_names import named_places
from geodata.unit import Level
from maps.arcs import Topology, encode, quantised, quantised_rings
from zones.countries import country_name

if TYPE_CHECKING:
    from geodata.units import AdminUnits

Json = dict[str, Any]


def units(admin: AdminUnits) -> Json:
    """
    Return names by P-code, where each name stands, other names, and the sub-districts as shared arcs.

    The coarser levels need no geometry of their own: their borders are the arcs that lie between two of
    their units, which a P-code's first characters tell.
    """
    finest = {unit.pcode: admin.geometry(unit.pcode) for unit in admin.at_level(Level.SUBDISTRICT)}
    topology = Topology.from_polygons(finest)
    return {
        "rows": [
            [
                unit.pcode,
                unit.name,
                unit.name_ar,
                *widest_point(admin.geometry(unit.pcode)),
                *filter(None, [admin.other_name(unit.pcode)]),
            ]
            for level in Level
            for unit in admin.at_level(level)
        ],
        "arcs": encode(topology.arcs),
        "rings": [[pcode, [list(ring) for ring in rings]] for pcode, rings in sorted(topology.rings.items())],
    }


def places(admin: AdminUnits) -> list[list[Any]]:
    """Return towns as name, Arabic name, longitude, latitude and other spellings, the largest first."""
    ordered = sorted(named_places(admin), key=lambda row: (-(row[1].population or 0), row[1].name, row[1].id))
    return [
        [name, place.name_ar, round(place.lon, 5), round(place.lat, 5), _other_spellings(name, place)]
        for name, place in ordered
    ]


def base(naming: Naming, *, relief: bool) -> Json:
    """Return sea, borders, waters, names, the Golan and the area of separation, and the relief if wanted."""
    basemap = load_basemap()
    picture = basemap.relief
    return {
        "relief": {"href": picture.data_uri(), "bounds": picture.leaflet_bounds} if relief else None,
        "sea": [encode(quantised_rings(feature.geometry)) for feature in basemap.of(Kind.SEA)],
        "borders": [_lines(feature) for feature in basemap.of(Kind.BORDER)],
        "armistice": [_lines(feature) for feature in basemap.of(Kind.ARMISTICE)],
        "countries": [
            [country_name(feature.iso or "", naming), feature.name_ar, *_point(feature.geometry)]
            for feature in basemap.of(Kind.LABEL)
        ],
        "lakes": [
            [*_names(feature), *widest_point(feature.geometry), encode(quantised_rings(feature.geometry))]
            for feature in basemap.of(Kind.LAKE)
        ],
        "rivers": [[*_names(feature), feature.rank, _lines(feature)] for feature in basemap.of(Kind.RIVER)],
        "golan": _marked(Kind.GOLAN),
        "undof": _marked(Kind.UNDOF),
        "credits": list(basemap.credits),
    }


def widest_point(shape: BaseGeometry) -> tuple[float, float]:
    """Return the longitude and latitude farthest from a shape's edge, where a name has most room."""
    largest = max(shapely.get_parts(shape), key=lambda part: part.area)
    return _point(shapely.maximum_inscribed_circle(largest, tolerance=0.005))


def _marked(kind: Kind) -> Json | None:
    found = load_basemap().of(kind)
    if not found:
        return None
    feature = found[0]
    return {
        "name": feature.name,
        "name_ar": feature.name_ar,
        "note": feature.note,
        "note_ar": feature.note_ar,
        "at": widest_point(feature.geometry),
        "rings": encode(quantised_rings(feature.geometry)),
    }


def _names(feature: Feature) -> tuple[str | None, str | None]:
    return feature.name, feature.name_ar


def _lines(feature: Feature) -> str:
    return encode([quantised(line) for line in shapely.get_parts(feature.geometry)])


def _point(shape: BaseGeometry) -> tuple[float, float]:
    x, y = shapely.get_coordinates(shape)[0]
    return round(float(x), 4), round(float(y), 4)


def _other_spellings(name: str, place: Place) -> list[str]:
    return [each for each in (place.name, *place.spellings) if each not in {name, place.name_ar}]
