"""Jobs for a process of their own, to know their memory: ``python -m bench.jobs JOB SOURCE TARGET``."""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path

from bench.files import labeller
from geodata.units import AdminUnits


def label(source: Path, target: Path) -> None:
    """Label with `label_file`."""
    from zones.labels.files import label_file  # noqa: PLC0415

    label_file(source, target, labeller())


def geopandas(source: Path, target: Path) -> None:
    """Label with geopandas."""
    import geopandas as gpd  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415

    rows = pd.read_parquet(source)
    located = gpd.GeoDataFrame(
        rows, geometry=gpd.points_from_xy(rows["longitude"], rows["latitude"]), crs=4326
    )
    units = AdminUnits.builtin().to_gdf()[["pcode", "geometry"]]
    joined = gpd.sjoin(located, units, predicate="intersects", how="left")
    joined.drop(columns=["geometry", "index_right"]).to_parquet(target)


def duckdb(source: Path, target: Path) -> None:
    """Label with DuckDB."""
    from importlib.resources import files  # noqa: PLC0415

    import duckdb as duck  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415
    import shapely  # noqa: PLC0415

    codes, shapes = AdminUnits.builtin().geometries()
    con = duck.connect(config={"allow_unsigned_extensions": "true"})
    extension = next(Path(str(files("duckdb_extension_spatial"))).rglob("*.duckdb_extension"))
    con.execute(f"LOAD '{extension}'")
    con.register("wkb", pa.table({"pcode": list(codes), "shape": list(shapely.to_wkb(shapes))}))
    con.execute("CREATE TABLE units AS SELECT pcode, ST_GeomFromWKB(shape) AS shape FROM wkb")
    con.execute(
        f"COPY (SELECT e.*, u.pcode FROM '{source}' e LEFT JOIN units u "  # noqa: S608 - our own paths
        f"ON ST_Intersects(u.shape, ST_Point(e.longitude, e.latitude))) TO '{target}' (FORMAT parquet)"
    )


def main() -> None:
    """Do the job and print its seconds and peak memory."""
    job, source, target = sys.argv[1:]
    start = time.perf_counter()
    {"label": label, "geopandas": geopandas, "duckdb": duckdb}[job](Path(source), Path(target))
    seconds = time.perf_counter() - start
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\s+(\d+)", status.read_text()) if status.exists() else None
    print(json.dumps({"seconds": seconds, "peak_mb": int(peak[1]) / 1024 if peak else 0.0}))  # noqa: T201


if __name__ == "__main__":
    main()
