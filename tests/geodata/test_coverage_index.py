"""The index gives GEOS's answer for every point, and says what it does with what is no point."""

import threading
import warnings
from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from geodata.coverage_index import CoverageIndex
from geodata.errors import CoverageError
from geodata.unit import Level
from geodata.units import AdminUnits


def voronoi(count, *, seed, parts_of=1):
    """Cells clipped to a disc with a hole and an island, so that there are outer and inner borders."""
    rng = np.random.default_rng(seed)
    sites = shapely.multipoints(
        np.column_stack([rng.uniform(35.6, 42.4, count), rng.uniform(32.3, 37.4, count)])
    )
    cells = np.array(shapely.get_parts(shapely.voronoi_polygons(sites)))
    island = Point(41.9, 32.6).buffer(0.2)
    land = Point(38.8, 34.9).buffer(2.4, quad_segs=40) - Point(39.1, 35.2).buffer(0.6) | island
    cells = shapely.coverage_clean(shapely.intersection(cells, land))
    cells = cells[~shapely.is_empty(cells)]
    groups = np.array_split(rng.permutation(len(cells)), len(cells) // parts_of)
    return np.array([shapely.coverage_union_all(cells[group]) for group in groups], dtype=object)


def geos(polygons, lon, lat):
    """The rule, written down once more: the lowest position among the polygons that intersect the point."""
    lon, lat = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    answer = np.full(len(lon), len(polygons))
    point, polygon = shapely.STRtree(polygons).query(shapely.points(lon, lat), predicate="intersects")
    np.minimum.at(answer, point, polygon)
    return np.where(answer == len(polygons), -1, answer)


def points_at_borders(polygons, count, rng):
    """Vertices, points on edges, and either moved by an ulp or up to a nanodegree."""
    coordinates, ring = shapely.get_coordinates(
        shapely.get_rings(shapely.get_parts(polygons)), return_index=True
    )
    edge = rng.choice(np.flatnonzero(ring[1:] == ring[:-1]), count)
    share = rng.choice([0.0, 0.5, 1.0, np.nan], (count, 1))
    share = np.where(np.isnan(share), rng.random((count, 1)), share)
    points = coordinates[edge] + share * (coordinates[edge + 1] - coordinates[edge])
    ulp = np.nextafter(points, rng.choice([-np.inf, np.inf], points.shape))
    nano = points + rng.uniform(-1e-9, 1e-9, points.shape)
    tiny = points + rng.normal(0, 1e-14, points.shape)
    kind = rng.integers(0, 4, (count, 1))
    return np.select([kind == 0, kind == 1, kind == 2], [points, ulp, nano], tiny).T.copy()


@pytest.fixture(scope="module")
def units():
    return voronoi(300, seed=3, parts_of=2)


@pytest.fixture(scope="module")
def index(units):
    return CoverageIndex(units)


@pytest.mark.slow
def test_a_million_points_on_and_beside_borders_get_the_answer_of_geos(units, index):
    lon, lat = points_at_borders(units, 1_000_000, np.random.default_rng(1))
    assert np.array_equal(index.label(lon, lat), geos(units, lon, lat))


@pytest.mark.slow
def test_points_anywhere_get_the_answer_of_geos(units, index):
    rng = np.random.default_rng(2)
    lon, lat = rng.uniform(35.5, 42.5, 300_000), rng.uniform(32.2, 37.5, 300_000)
    assert np.array_equal(index.label(lon, lat), geos(units, lon, lat))


def test_one_point_at_a_time_is_the_same(units, index):
    rng = np.random.default_rng(4)
    border = points_at_borders(units, 4_000, rng)
    anywhere = np.array([rng.uniform(35.5, 42.5, 4_000), rng.uniform(32.2, 37.5, 4_000)])
    lon, lat = np.concatenate([border, anywhere], axis=1)
    one_by_one = [index.lookup(lon=x, lat=y) for x, y in zip(lon.tolist(), lat.tolist(), strict=True)]
    assert np.array_equal(one_by_one, index.label(lon, lat))


def test_the_limits_of_the_coverage_and_of_its_grid(units, index):
    """Corners and sides of the bounds, and what is an ulp or a degree beyond them."""
    west, south, east, north = shapely.total_bounds(units)
    steps = [
        f(v) for v in (west, east) for f in (lambda x: x, lambda x: np.nextafter(x, -400), lambda x: x + 1)
    ]
    rows = [
        f(v) for v in (south, north) for f in (lambda y: y, lambda y: np.nextafter(y, 400), lambda y: y - 1)
    ]
    lon, lat = (axis.ravel() for axis in np.meshgrid([*steps, 38.0], [*rows, 35.0]))
    touching = shapely.get_coordinates(units)
    extreme = touching[np.isin(touching, [west, south, east, north]).any(axis=1)]
    lon, lat = np.append(lon, extreme[:, 0]), np.append(lat, extreme[:, 1])
    expected = geos(units, lon, lat)
    assert (expected >= 0).sum() >= 4
    assert np.array_equal(index.label(lon, lat), expected)
    assert [
        index.lookup(lon=x, lat=y) for x, y in zip(lon.tolist(), lat.tolist(), strict=True)
    ] == expected.tolist()


def test_any_number_of_threads_and_any_split_gives_the_same(index):
    rng = np.random.default_rng(5)
    lon, lat = rng.uniform(35.5, 42.5, 700_001), rng.uniform(32.2, 37.5, 700_001)
    whole = index.label(lon, lat)
    assert np.array_equal(index.label(lon, lat, threads=1), whole)
    assert np.array_equal(index.label(lon, lat, threads=5), whole)
    assert np.array_equal(index.label(lon[::-1], lat[::-1])[::-1], whole)
    assert np.array_equal(
        np.concatenate([index.label(lon[:99], lat[:99]), index.label(lon[99:], lat[99:])]), whole
    )


def test_one_index_serves_many_callers_at_once(units):
    index = CoverageIndex(units)
    lon, lat = points_at_borders(units, 20_000, np.random.default_rng(6))
    start = threading.Barrier(4)

    def call(_):
        start.wait()
        return index.label(lon, lat, threads=1)

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(call, range(4)))
    assert all(np.array_equal(answer, geos(units, lon, lat)) for answer in answers)


@pytest.mark.slow
def test_the_built_in_units_and_what_they_are_dissolved_to():
    units = AdminUnits.builtin()
    rng = np.random.default_rng(11)
    for level in Level:
        frame = units.to_gdf(level)
        shapes = np.asarray(frame.geometry.array, dtype=object)
        index = CoverageIndex.from_gdf(frame)
        lon, lat = np.concatenate(
            [
                points_at_borders(shapes, 50_000, rng),
                [rng.uniform(35.5, 42.5, 50_000), rng.uniform(32.2, 37.5, 50_000)],
            ],
            axis=1,
        )
        assert np.array_equal(index.label(lon, lat), geos(shapes, lon, lat))


@given(
    seed=st.integers(0, 2**32 - 1),
    count=st.integers(1, 40),
    scale=st.sampled_from([1e-9, 1e-4, 1.0, 20.0]),
    decimals=st.sampled_from([2, 14]),
)
@settings(max_examples=60, deadline=None)
def test_any_coverage_at_any_scale(seed, count, scale, decimals):
    rng = np.random.default_rng(seed)
    sites = shapely.multipoints(rng.random((count, 2)).round(decimals))
    cells = np.array(shapely.get_parts(shapely.voronoi_polygons(sites, extend_to=box(0, 0, 1, 1))))
    cells = cells[shapely.get_type_id(cells) == shapely.GeometryType.POLYGON]  # GEOS may add a collection
    cells = cells[rng.random(len(cells)) < 0.8]
    units = shapely.coverage_clean(shapely.transform(cells, lambda xy: xy * scale + (37.0, 35.0)))
    units = units[shapely.area(units) > 0]
    if not len(units) or not shapely.is_valid(units).all() or not shapely.coverage_is_valid(units):
        return
    index = CoverageIndex(units)
    lon, lat = points_at_borders(units, 300, rng)
    low, high = np.reshape(shapely.total_bounds(units), (2, 2))
    anywhere = rng.uniform(low - 0.1 * (high - low), high + 0.1 * (high - low), (300, 2)).T
    lon, lat = np.concatenate([[lon, lat], anywhere], axis=1)
    assert np.array_equal(index.label(lon, lat), geos(units, lon, lat))


@given(lon=st.floats(), lat=st.floats())
@settings(max_examples=300, deadline=None)
def test_any_two_floats_have_an_answer_and_raise_no_warning(index, units, lon, lat):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = index.lookup(lon=lon, lat=lat)
        assert index.label([lon], [lat]).tolist() == [found]
    finite = np.isfinite(lon) and np.isfinite(lat)
    assert found == (geos(units, [lon], [lat])[0] if finite else -1)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        (np.nan, 35.0),
        (38.0, np.nan),
        (np.inf, 35.0),
        (38.0, -np.inf),
        (218.0, 35.0),
        (38.0, 95.0),
        (1e308, 1e308),
    ],
)
def test_what_is_no_position_is_in_no_unit(index, lon, lat):
    assert index.lookup(lon=lon, lat=lat) == -1
    assert index.label([lon], [lat]).tolist() == [-1]


def test_a_shared_border_belongs_to_the_lowest_position_and_the_outer_border_to_the_coverage():
    east, west, north = box(1, 0, 2, 1), box(0, 0, 1, 1), box(0, 1, 2, 2)
    index = CoverageIndex(shapely.coverage_clean([east, west, north]))
    assert index.label([1, 0.5, 1.5, 1, 0, 2, 2, 0], [0.5, 1, 1, 1, 0, 1, 2, 2]).tolist() == [
        0,
        1,
        0,
        0,
        1,
        0,
        2,
        2,
    ]
    assert index.label([np.nextafter(0, -1), np.nextafter(2, 3)], [0.5, 0.5]).tolist() == [-1, -1]


def test_borders_along_cell_limits_are_no_exception():
    chess = shapely.coverage_clean([box(x, y, x + 1, y + 1) for x in range(8) for y in range(8)])
    index = CoverageIndex(chess)
    x, y = (values.ravel() / 16 for values in np.meshgrid(np.arange(-8, 137), np.arange(-8, 137)))
    assert np.array_equal(index.label(x, y), geos(chess, x, y))


@pytest.mark.parametrize(
    "geometries",
    [
        [],
        [None, Polygon()],
        [MultiPolygon([box(0, 0, 1, 1), box(2, 2, 3, 3)]), None, box(1, 0, 2, 1)],
        [box(0, 0, 3, 3) - box(1, 1, 2, 2), box(1, 1, 2, 2)],
        [box(-180, -90, 180, 90)],
        [box(0, 0, 170, 1e-7)],
        [shapely.force_3d(box(0, 0, 1, 1), 7.0)],
    ],
    ids=["none", "empty", "parts", "enclave", "world", "sliver", "3d"],
)
def test_odd_but_valid_coverages(geometries):
    index = CoverageIndex(geometries)
    shown = np.array([geometry or Polygon() for geometry in geometries], dtype=object)
    lon, lat = (values.ravel() for values in np.meshgrid(np.linspace(-1, 4, 41), np.linspace(-1, 4, 41)))
    assert np.array_equal(
        index.label(lon, lat), geos(shown, lon, lat) if len(shown) else np.full(len(lon), -1)
    )
    assert len(index) == len(geometries)


@pytest.mark.parametrize(
    ("geometries", "positions", "message"),
    [
        ([box(0, 0, 2, 2), box(1, 1, 3, 3)], (0, 1), "overlaps a neighbour"),
        ([box(0, 0, 1, 1), box(0, 0, 1, 1)], (0, 1), "overlaps a neighbour"),
        ([box(0, 0, 1, 2), box(1, 0, 2, 1)], (0, 1), "does not share its vertices"),
        ([box(0, 0, 1, 1), LineString([(0, 0), (1, 1)])], (1,), "is no polygon"),
        ([box(0, 0, 1, 1), Polygon([(2, 0), (3, 1), (3, 0), (2, 1)])], (1,), "is not valid"),
        ([box(0, 0, 1, 1), "POLYGON"], (1,), "is no shapely geometry"),
    ],
)
def test_what_is_no_coverage_is_refused_with_the_positions_at_fault(geometries, positions, message):
    with pytest.raises(CoverageError, match=message) as caught:
        CoverageIndex(geometries)
    assert caught.value.positions == positions


def test_input_of_other_kinds(index):
    expected = index.label(np.array([38.0, 38.5]), np.array([34.0, 34.5]))
    assert np.array_equal(index.label([38.0, 38.5], (34.0, 34.5)), expected)
    assert np.array_equal(index.label(np.float32([38.0, 38.5]), [34, 34.5]), expected)
    strided = np.array([[38.0, 34.0], [38.5, 34.5]])
    assert np.array_equal(index.label(strided[:, 0], strided[:, 1]), expected)
    assert index.label([], []).shape == (0,)
    assert index.lookup(lon=np.float64(38.0), lat=np.float32(34.0)) == expected[0]
    for lon, lat in (([1.0], [1.0, 2.0]), ([[1.0]], [[1.0]]), (1.0, 1.0)):
        with pytest.raises(ValueError, match="expected two equal lengths"):
            index.label(lon, lat)


def test_from_a_frame_in_any_coordinate_system(units):
    frame = gpd.GeoDataFrame(geometry=units, crs="EPSG:4326")
    rng = np.random.default_rng(7)
    lon, lat = rng.uniform(36, 42, 5_000), rng.uniform(33, 37, 5_000)
    expected = CoverageIndex(units).label(lon, lat)
    assert np.array_equal(CoverageIndex.from_gdf(frame).label(lon, lat), expected)
    projected = CoverageIndex.from_gdf(frame.to_crs("EPSG:32637")).label(lon, lat)
    assert (projected == expected).mean() > 0.999
