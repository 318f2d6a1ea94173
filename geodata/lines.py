"""Rivers and roads that areas are measured from: each one line through Syria, WGS 84 degrees."""

from __future__ import annotations

import json
from functools import cache
from math import cos, radians, sin

import numpy as np
import shapely
import shapely.geometry
import shapely.ops
from shapely.geometry.base import BaseGeometry

from geodata.basemap import layer_geojson
from geodata.errors import GeodataError
from geodata.unit import read_table

__all__ = ["RIVERS", "ROADS", "river_banks", "river_line", "road_line"]

RIVERS = ("Euphrates", "Orontes")
"""The rivers that part Syria, so that a side of them is an area."""
ROADS = ("M4", "M5")
"""The roads of ``roads.csv``."""

_LONGEST_GAP = 0.8  # degrees: Lake Assad, which the lines of rivers are cut out of, is 0.6 across
_A_BANK = 0.05  # square degrees: smaller pieces are cut off where a river runs along the country's edge
_AT_LAKE = 0.05  # degrees: an end of a river this near a lake flows into it
_STEPS = 12  # points along the middle of a lake
_SQUEEZE = 0.82  # of a degree of longitude at 35 degrees north


def road_line(name: str) -> shapely.LineString:
    """Return the straight lines between the towns that a road passes, in order: its course to some kilometres.

    Raises
    ------
    GeodataError
        If the road is not in ``roads.csv``.
    """
    towns = [(float(row["lon"]), float(row["lat"])) for row in read_table("roads.csv") if row["road"] == name]
    if not towns:
        raise GeodataError(f"no road {name!r}; expected one of {', '.join(ROADS)}")
    return shapely.LineString(towns)


@cache
def river_line(name: str) -> shapely.LineString:
    """Return a river as one line, joined through its reservoirs.

    Raises
    ------
    GeodataError
        If the base map has no river of this name.
    """
    features = json.loads(layer_geojson("rivers"))["features"]
    found = [f["geometry"] for f in features if f["properties"]["name"] == name]
    if not found:
        raise GeodataError(f"no river {name!r}; expected one of {', '.join(RIVERS)}")
    merged = shapely.line_merge(shapely.union_all([shapely.from_geojson(json.dumps(g)) for g in found]))
    parts = sorted(shapely.get_parts(merged), key=shapely.length, reverse=True)
    course, rest = list(parts[0].coords), [list(part.coords) for part in parts[1:] if not part.is_closed]
    while rest:
        gap, piece, at_end, turned = min(
            ((_gap(course[-1 if at_end else 0], piece[-1 if turned else 0]), piece, at_end, turned)
             for piece in rest for at_end in (True, False) for turned in (True, False)),
            key=lambda joint: joint[0],
        )  # fmt: skip
        if gap > _LONGEST_GAP:
            break
        rest.remove(piece)
        onward = piece[::-1] if turned else piece
        if at_end:
            course = [*course, *_through_lake(course[-1], onward[0]), *onward]
        else:
            course = [*onward[::-1], *_through_lake(onward[0], course[0]), *course]
    return shapely.LineString(course)


def river_banks(name: str, outline: BaseGeometry, bearing_deg: float) -> BaseGeometry:
    """Return all of a country that lies on one side of a river, lakes and all.

    Parameters
    ----------
    name
        One of `RIVERS`.
    outline
        The country.
    bearing_deg
        The side, in degrees clockwise from north: 90 for "east of".
    """
    line = river_line(name)
    pieces = [
        piece
        for part in shapely.get_parts(outline)
        for piece in shapely.get_parts(shapely.ops.split(part, line))
    ]
    middle = shapely.line_interpolate_point(line, 0.5, normalized=True)
    inside = shapely.intersection(line, outline)
    heart = shapely.centroid(inside) if not inside.is_empty else middle
    east, north = _direction(bearing_deg)

    def is_there(piece: BaseGeometry) -> bool:
        away = shapely.centroid(piece)
        nearest = shapely.line_interpolate_point(line, shapely.line_locate_point(line, away))
        seen_from = heart if shapely.area(piece) > _A_BANK else nearest
        return float((away.x - seen_from.x) * _SQUEEZE * east + (away.y - seen_from.y) * north) > 0

    return shapely.union_all([piece for piece in pieces if is_there(piece)])


def _direction(bearing_deg: float) -> tuple[float, float]:
    return sin(radians(bearing_deg)), cos(radians(bearing_deg))


def _through_lake(start: tuple[float, ...], end: tuple[float, ...]) -> list[tuple[float, float]]:
    """Return the middle of the lake between two ends of a river: half-way between its banks."""
    ends = [shapely.Point(start), shapely.Point(end)]
    features = json.loads(layer_geojson("lakes"))["features"]
    lakes = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    lake = next((one for one in lakes if all(shapely.distance(one, end) < _AT_LAKE for end in ends)), None)
    if lake is None:
        return []
    shore = shapely.LineString(shapely.get_coordinates(shapely.get_exterior_ring(lake)))
    first, last = sorted(float(shapely.line_locate_point(shore, point)) for point in ends)
    one_bank = shapely.get_coordinates(shapely.ops.substring(shore, first, last))
    round_the_end = shapely.get_coordinates(shapely.ops.substring(shore, last, shore.length))
    from_the_start = shapely.get_coordinates(shapely.ops.substring(shore, 0, first))
    other_bank = np.concatenate([round_the_end, from_the_start[1:]])[::-1]
    steps = np.linspace(0, 1, _STEPS + 2)[1:-1]
    banks = [
        shapely.get_coordinates(
            shapely.line_interpolate_point(shapely.LineString(bank), steps, normalized=True)
        )
        for bank in (one_bank, other_bank)
    ]
    middle = [(float(lon), float(lat)) for lon, lat in (banks[0] + banks[1]) / 2]
    forward = _gap(start, middle[0]) <= _gap(start, middle[-1])
    return middle if forward else middle[::-1]


def _gap(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
