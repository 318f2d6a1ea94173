"""Each engine, made ready with its points and polygons in its own form: only the join is timed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import numpy as np
import shapely
from numpy.typing import NDArray

from bench.world import Floats, Shapes
from geodata.coverage_index import CoverageIndex

Pairs = tuple[NDArray[np.integer], NDArray[np.integer]]
Engine = Callable[[], object]
Peer = Callable[[Shapes, Floats, Floats], Callable[[], Pairs]]


def coverage_index(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], NDArray[np.int32]]:
    """Return our own lookup, the index being built."""
    index = CoverageIndex(polygons)
    return lambda: index.label(lon, lat)


def contains_xy(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], Pairs]:
    """Return shapely.contains_xy over prepared polygons, one after the other."""
    shapely.prepare(polygons)

    def run() -> Pairs:
        inside = [np.flatnonzero(shapely.contains_xy(polygon, lon, lat)) for polygon in polygons]
        return np.concatenate(inside), np.repeat(np.arange(len(polygons)), [len(found) for found in inside])

    return run


def geopandas_sjoin(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], Pairs]:
    """Return geopandas.sjoin."""
    import geopandas as gpd  # noqa: PLC0415

    left = gpd.GeoDataFrame({"point": np.arange(len(lon))}, geometry=gpd.points_from_xy(lon, lat), crs=4326)
    right = gpd.GeoDataFrame({"unit": np.arange(len(polygons))}, geometry=polygons, crs=4326)

    def run() -> Pairs:
        joined = gpd.sjoin(left, right, predicate="intersects")
        return joined["point"].to_numpy(), joined["unit"].to_numpy()

    return run


def shapely_strtree(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], Pairs]:
    """Return shapely's STRtree with a predicate."""
    tree, points = shapely.STRtree(polygons), shapely.points(lon, lat)
    return lambda: tuple(tree.query(points, predicate="intersects"))


def duckdb_spatial(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], Pairs]:
    """Return DuckDB's spatial join."""
    import duckdb  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    con = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    extension = next(
        path for path in files("duckdb_extension_spatial").joinpath("extensions").rglob("*.duckdb_extension")
    )
    con.execute(f"LOAD '{extension}'")
    con.register("xy", pa.table({"point": np.arange(len(lon)), "x": lon, "y": lat}))
    con.register("wkb", pa.table({"unit": np.arange(len(polygons)), "shape": list(shapely.to_wkb(polygons))}))
    con.execute("CREATE TABLE points AS SELECT point, ST_Point(x, y) AS spot FROM xy")
    con.execute("CREATE TABLE units AS SELECT unit, ST_GeomFromWKB(shape) AS shape FROM wkb")

    def run() -> Pairs:
        query = "SELECT point, unit FROM points JOIN units ON ST_Intersects(shape, spot)"
        joined = con.execute(query).fetchnumpy()
        return joined["point"], joined["unit"]

    return run


def sedonadb(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], Pairs]:
    """Return SedonaDB's spatial join."""
    import geopandas as gpd  # noqa: PLC0415
    import sedonadb as sedona  # noqa: PLC0415

    con = sedona.connect()
    points = gpd.GeoDataFrame({"point": np.arange(len(lon))}, geometry=gpd.points_from_xy(lon, lat), crs=4326)
    units = gpd.GeoDataFrame({"unit": np.arange(len(polygons))}, geometry=polygons, crs=4326)
    con.create_data_frame(points).to_memtable().to_view("points")
    con.create_data_frame(units).to_memtable().to_view("units")

    def run() -> Pairs:
        query = "SELECT point, unit FROM points JOIN units ON ST_Intersects(units.geometry, points.geometry)"
        joined = con.sql(query).to_arrow_table()
        return joined["point"].to_numpy(), joined["unit"].to_numpy()

    return run


def polars_st(polygons: Shapes, lon: Floats, lat: Floats) -> Callable[[], Pairs]:
    """Return polars-st's spatial join."""
    import polars_st as st  # noqa: PLC0415

    points = st.GeoDataFrame(
        {"point": np.arange(len(lon)), "geometry": shapely.to_wkb(shapely.points(lon, lat))}
    )
    units = st.GeoDataFrame({"unit": np.arange(len(polygons)), "geometry": shapely.to_wkb(polygons)})

    def run() -> Pairs:
        joined = points.st.sjoin(units, on="geometry", how="inner", predicate="intersects")
        return joined["point"].to_numpy(), joined["unit"].to_numpy()

    return run


PEERS: dict[str, Peer] = {
    "SedonaDB": sedonadb,
    "polars-st": polars_st,
    "shapely STRtree": shapely_strtree,
    "geopandas sjoin": geopandas_sjoin,
    "DuckDB spatial": duckdb_spatial,
}


def positions(pairs: Pairs, points: int) -> NDArray[np.int32]:
    """Return the lowest unit of each point from pairs of point and unit, -1 for none."""
    lowest = np.full(points, np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(lowest, pairs[0], pairs[1].astype(np.int32))
    return np.where(lowest == np.iinfo(np.int32).max, -1, lowest).astype(np.int32)
