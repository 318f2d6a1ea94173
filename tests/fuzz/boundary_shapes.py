"""Boundaries of any size that are hard to read: Syria's sub-districts with one of them spoiled.

Each maker takes a size and returns features, a unit's code and its shape: beside the built-in ones or in their place.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely

from geodata.units import AdminUnits

Coordinates = list[tuple[float, float]]
Geometry = dict[str, Any]
Feature = tuple[str, Geometry]
Maker = Callable[[int], list[Feature]]

UNIT, NEW = "SY070003", "SY070099"
"""Saraqab, in which all happens, and a code that no unit has."""
WEST, SOUTH, EAST, NORTH = 36.78, 35.83, 36.84, 35.87
"""A box well within Saraqab."""


def _across(n: int) -> list[float]:
    return [WEST + (EAST - WEST) * i / n for i in range(n + 1)]


def comb(n: int) -> Coordinates:
    """Return a ring of n teeth."""
    teeth = [(x, NORTH if i % 2 else SOUTH + 0.005) for i, x in enumerate(_across(2 * n))]
    return [(WEST, SOUTH), *teeth, (EAST, SOUTH), (WEST, SOUTH)]


def squares(n: int) -> list[Coordinates]:
    """Return n small rings that do not touch."""
    side = math.ceil(math.sqrt(n))
    wide, high = (EAST - WEST) / side, (NORTH - SOUTH) / side
    return [
        _box(WEST + wide * (i % side), SOUTH + high * (i // side), 0.8 * wide, 0.8 * high) for i in range(n)
    ]


def _box(x: float, y: float, wide: float, high: float) -> Coordinates:
    return [(x, y), (x, y + high), (x + wide, y + high), (x + wide, y), (x, y)]


def _polygon(*rings: Coordinates) -> Geometry:
    return {"type": "Polygon", "coordinates": rings}


def _many(rings: list[Coordinates]) -> Geometry:
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}


def _outer() -> Coordinates:
    shape = AdminUnits.builtin().geometry(UNIT)
    return [(float(x), float(y)) for x, y in shapely.get_coordinates(shape.exterior)]


def a_comb_in_its_neighbour(n: int) -> list[Feature]:
    return [(UNIT, _polygon(_outer(), comb(n))), (NEW, _polygon(comb(n)))]


def a_comb_over_its_neighbour(n: int) -> list[Feature]:
    return [(NEW, _polygon(comb(n)))]


def a_gap_like_a_comb(n: int) -> list[Feature]:
    return [(UNIT, _polygon(_outer(), comb(n)))]


def a_comb_aslant(n: int) -> list[Feature]:
    """Return a comb whose teeth all lie in each other's boxes."""
    turned = [(36.81 + (x - y + 0.95 - 1.91), 35.85 + (x + y - 72.66)) for x, y in comb(n)]
    return [(UNIT, _polygon(_outer(), turned)), (NEW, _polygon(turned))]


def two_combs_crossed(n: int) -> list[Feature]:
    turned = [(WEST + (y - SOUTH) * 1.5, SOUTH + (x - WEST) / 1.5) for x, y in comb(n)]
    return [(NEW, _polygon(comb(n))), ("SY070098", _polygon(turned))]


def holes(n: int) -> list[Feature]:
    return [(UNIT, _polygon(_outer(), *squares(n)))]


def holes_that_are_filled(n: int) -> list[Feature]:
    return [(UNIT, _polygon(_outer(), *squares(n))), (NEW, _many(squares(n)))]


def holes_within_holes(n: int) -> list[Feature]:
    steps = [0.019 * i / n for i in range(n)]
    rings = [_box(WEST + t, SOUTH + t, EAST - WEST - 2 * t, NORTH - SOUTH - 2 * t) for t in steps]
    return [(UNIT, _polygon(_outer(), *rings))]


def holes_in_a_row(n: int) -> list[Feature]:
    """Return holes that touch each other in a corner."""
    half, y = (EAST - WEST) / n / 2, (SOUTH + NORTH) / 2
    rings = [
        [(a, y), (a + half, y + 0.01), (b, y), (a + half, y - 0.01), (a, y)] for a, b in pairwise(_across(n))
    ]
    return [(UNIT, _polygon(_outer(), *rings))]


def a_ring_that_crosses_itself(n: int) -> list[Feature]:
    drawn = random.Random(7)
    ring = [(drawn.uniform(WEST, EAST), drawn.uniform(SOUTH, NORTH)) for _ in range(n)]
    return [(NEW, _polygon([*ring, ring[0]]))]


def a_star(n: int) -> list[Feature]:
    """Return a ring each of whose sides crosses most of the others."""
    n += 1 - n % 2
    ring = [_around(2 * math.pi * (i * (n // 2)) / n, 0.02) for i in range(n)]
    return [(NEW, _polygon([*ring, ring[0]]))]


def bow_ties(n: int) -> list[Feature]:
    rings = [[ring[0], ring[2], ring[1], ring[3], ring[0]] for ring in squares(n)]
    return [(NEW, _many(rings))]


def parts_on_each_other(n: int) -> list[Feature]:
    t = (EAST - WEST) / 2 / n
    return [(NEW, _many([_box(WEST + i * t, SOUTH, (EAST - WEST) / 2, NORTH - SOUTH) for i in range(n)]))]


def features_of_one_code(n: int) -> list[Feature]:
    return [(NEW, _polygon(ring)) for ring in squares(n)]


def features_of_one_code_side_by_side(n: int) -> list[Feature]:
    return [(NEW, _polygon(_box(a, SOUTH, b - a, NORTH - SOUTH))) for a, b in pairwise(_across(n))]


def units_on_each_other(n: int) -> list[Feature]:
    t = (EAST - WEST) / 2 / n
    rings = [_box(WEST + i * t, SOUTH, (EAST - WEST) / 2, NORTH - SOUTH) for i in range(n)]
    return [(f"SY99{i:04d}", _polygon(ring)) for i, ring in enumerate(rings)]


def units_around_a_point(n: int) -> list[Feature]:
    middle = (36.81, 35.85)
    rim = [_around(2 * math.pi * i / n, 0.02) for i in range(n)]
    rim.append(rim[0])
    slices = [(f"SY99{i:04d}", _polygon([middle, a, b, middle])) for i, (a, b) in enumerate(pairwise(rim))]
    return [(UNIT, _polygon(_outer(), rim)), *slices]


def a_spiral(n: int) -> list[Feature]:
    turns = [2 * math.pi * math.sqrt(n) * i / n for i in range(n)]
    out = [0.002 + 0.018 * i / n for i in range(n)]
    inner = [_around(turn, r) for turn, r in zip(turns, out, strict=True)]
    outer = [_around(turn, r + 0.004 / math.sqrt(n)) for turn, r in zip(turns, out, strict=True)]
    return [(NEW, _polygon([*inner, *reversed(outer), inner[0]]))]


def _around(turn: float, radius: float) -> tuple[float, float]:
    return 36.81 + radius * math.cos(turn), 35.85 + radius * math.sin(turn)


def points_said_again(n: int) -> list[Feature]:
    return [(UNIT, _polygon([_outer()[0]] * n + _outer()))]


SHAPES: dict[str, Maker] = {
    make.__name__: make
    for make in (
        a_comb_in_its_neighbour, a_comb_over_its_neighbour, a_gap_like_a_comb, a_comb_aslant, two_combs_crossed, holes,
        holes_that_are_filled, holes_within_holes, holes_in_a_row, a_ring_that_crosses_itself, a_star, bow_ties,
        parts_on_each_other, features_of_one_code, features_of_one_code_side_by_side, units_on_each_other,
        units_around_a_point, a_spiral, points_said_again,
    )
}  # fmt: skip


def write(path: Path, spoiled: list[Feature]) -> Path:
    """Write the built-in units with some in place of their own or beside them, as GeoJSON."""
    builtin = AdminUnits.builtin()
    replaced = {code for code, _ in spoiled}
    kept = [code for code in builtin.codes if code not in replaced]
    good = [(code, json.loads(shapely.to_geojson(builtin.geometry(code)))) for code in kept]
    features = [
        {"type": "Feature", "properties": {"ADM3_PCODE": code, "ADM3_EN": code}, "geometry": geometry}
        for code, geometry in [*good, *spoiled]
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path
