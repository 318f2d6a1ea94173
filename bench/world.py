"""The points and polygons that everything is measured on."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.unit import Level
from geodata.units import AdminUnits

Floats = NDArray[np.float64]
Shapes = NDArray[np.object_]

# Members of the built-in example's four zones: what the zones are does not matter here, that they are is.
_IN_THE_SOUTH = ("SY130200", "SY130202", "SY130203", "SY130204", "SY140200")
_ZONES = (
    ("SY07", "SY0200", "SY0203", "SY0501", "SY0502", "SY0505", "SY0600", "SY0603"),
    ("SY040101", "SY040400", "SY040401"),
    ("SY030104", "SY030105", "SY030106", "SY030200", "SY030201", "SY030204"),
    (*("SY120000", "SY120001", "SY120003", "SY120005", "SY120006"), *_IN_THE_SOUTH),
)
_VORONOI = 10_000


def polygons() -> dict[int, Shapes]:
    """Return four coverages of Syria by their number of polygons."""
    units = AdminUnits.builtin()
    codes, shapes = units.geometries()
    zones = [shapely.coverage_union_all(shapes[[code.startswith(zone) for code in codes]]) for zone in _ZONES]
    return {
        4: np.array(zones, dtype=object),
        62: units.geometries(Level.DISTRICT)[1],
        272: shapes,
        _VORONOI: voronoi(shapely.coverage_union_all(shapes), _VORONOI),
    }


def points(count: int, *, seed: int = 0) -> tuple[Floats, Floats]:
    """Return points spread evenly over the country, all of them on land."""
    outline = shapely.coverage_union_all(AdminUnits.builtin().geometries()[1])
    shapely.prepare(outline)
    rng = np.random.default_rng(seed)
    west, south, east, north = outline.bounds
    kept: list[Floats] = []
    while sum(map(len, kept)) < count:
        drawn = np.column_stack([rng.uniform(west, east, 1_000_000), rng.uniform(south, north, 1_000_000)])
        kept.append(drawn[shapely.contains_xy(outline, drawn)])
    both = np.concatenate(kept)[:count]
    return both[:, 0].copy(), both[:, 1].copy()


def voronoi(outline: shapely.Geometry, count: int) -> Shapes:
    """Return a coverage of the outline by that many cells."""
    rng = np.random.default_rng(7)
    west, south, east, north = outline.bounds
    sites = np.column_stack([rng.uniform(west, east, 4 * count), rng.uniform(south, north, 4 * count)])
    sites = sites[shapely.contains_xy(outline, sites)][:count]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(sites), extend_to=outline))
    cells = shapely.intersection(cells, outline)
    return np.asarray(shapely.coverage_clean(cells[~shapely.is_empty(cells)]), dtype=object)
