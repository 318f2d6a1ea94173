"""A small world for labelling: 60 units in four provinces, zones that overlap, and one with an outline."""

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, box

from geodata.coverage_index import CoverageIndex
from zones.labels.labeller import Labeller, ZoneLayer

WORLD = box(36.0, 33.0, 42.0, 37.0)


def cells(count=60):
    rng = np.random.default_rng(12)
    sites = shapely.multipoints(np.column_stack([rng.uniform(36, 42, count), rng.uniform(33, 37, count)]))
    voronoi = np.array(shapely.get_parts(shapely.voronoi_polygons(sites, extend_to=WORLD)))
    return shapely.coverage_clean(shapely.intersection(voronoi, WORLD))


@pytest.fixture(scope="session")
def units():
    return cells()


@pytest.fixture(scope="session")
def unit_columns(units):
    return {
        "governorate": [f"SY{k // 15 + 1:02}" for k in range(len(units))],
        "subdistrict": [f"SY{k // 15 + 1:02}{k:04}" for k in range(len(units))],
    }


@pytest.fixture(scope="session")
def apart(units, unit_columns):
    """Zones that do not overlap."""
    north = ZoneLayer(zone="North", extents=tuple((k, "whole") for k in range(10)))
    south = ZoneLayer(zone="South", extents=((20, "part"), (21, "whole"), (22, "part")))
    return Labeller(CoverageIndex(units), unit_columns, [north, south])


@pytest.fixture(scope="session")
def crossing(units, unit_columns):
    """Zones that overlap, one of them a disc that cuts units."""
    north = ZoneLayer(zone="North", extents=tuple((k, "whole") for k in range(30)))
    middle = ZoneLayer(zone="Middle", extents=tuple((k, "part") for k in range(20, 45)))
    inner, outer = (Point(38.5, 35.0).buffer(radius, quad_segs=32) for radius in (0.8, 1.2))
    disc = ZoneLayer(zone="Disc", extents=((50, "part"),), outlines=((inner, "whole"), (outer, "part")))
    return Labeller(CoverageIndex(units), unit_columns, [north, middle, disc])


@pytest.fixture(scope="session")
def points():
    rng = np.random.default_rng(13)
    lon, lat = rng.uniform(35.5, 42.5, 3_000), rng.uniform(32.5, 37.5, 3_000)
    lon[[5, 6, 7]] = [np.nan, np.inf, 200.0]
    lat[[8, 9]] = [np.nan, 95.0]
    return lon, lat
