"""Frames and files: labels as columns, beside what one would write with geopandas and DuckDB."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from bench.measure import in_turn
from bench.world import points
from geodata.coverage_index import CoverageIndex
from geodata.units import AdminUnits
from geodata.wgs84 import WGS84
from zones.labels.frames import label_frame
from zones.labels.labeller import Labeller, ZoneLayer

_BATCH = 1_000_000


def labeller() -> Labeller:
    """Return a labeller of the built-in units with two zones."""
    codes, shapes = AdminUnits.builtin().geometries()
    columns = {
        "governorate": [c[:4] for c in codes],
        "district": [c[:6] for c in codes],
        "subdistrict": list(codes),
    }
    layers = [
        ZoneLayer(
            zone="Idlib", extents=tuple((k, "whole") for k, c in enumerate(codes) if c.startswith("SY07"))
        ),
        ZoneLayer(
            zone="South", extents=tuple((k, "part") for k, c in enumerate(codes) if c[:4] in {"SY12", "SY13"})
        ),
    ]
    return Labeller(CoverageIndex(shapes), columns, layers)


def frames(count: int) -> dict[str, float]:
    """Return millions of rows a second for data frames."""
    import geopandas as gpd  # noqa: PLC0415
    import pandas as pd  # noqa: PLC0415
    import polars as pl  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415

    lon, lat = points(count, seed=4)
    data = {"id": np.arange(count), "lon": lon, "lat": lat}
    own, pandas, polars, arrow = labeller(), pd.DataFrame(data), pl.DataFrame(data), pa.table(data)
    units = AdminUnits.builtin().to_gdf()

    def with_geopandas() -> object:
        located = gpd.GeoDataFrame(pandas, geometry=gpd.points_from_xy(lon, lat), crs=WGS84)
        return gpd.sjoin(located, units, predicate="intersects", how="left")

    seconds, _ = in_turn(
        {
            "label_frame, pandas": lambda: label_frame(own, pandas),
            "label_frame, Polars": lambda: label_frame(own, polars),
            "label_frame, Arrow": lambda: label_frame(own, arrow),
            "geopandas: points_from_xy and sjoin": with_geopandas,
        },
        3,
    )
    return {name: count / taken / 1e6 for name, taken in seconds.items()}


def small_files(count: int) -> dict[str, dict[str, float]]:
    """Return rate and peak memory of labelling files of several formats."""
    with tempfile.TemporaryDirectory() as folder:
        source = make_events(Path(folder) / "events.parquet", count)
        found = {}
        for ending in ("parquet", "arrow", "csv", "csv.zst"):
            target = Path(folder) / f"labelled.{ending}"
            found[f"Parquet to {ending}"] = in_a_process("label", source, target, count)
            if ending != "parquet":
                again = Path(folder) / f"again.{ending}"
                found[f"{ending} to {ending}"] = in_a_process("label", _without_labels(target), again, count)
        for name in ("geopandas", "duckdb"):
            found[f"{name}, Parquet to parquet"] = in_a_process(
                name, source, Path(folder) / f"{name}.parquet", count
            )
    return found


def large_file(count: int) -> dict[str, float]:
    """Return rate and peak memory for a large Parquet file, after checking its untouched columns."""
    with tempfile.TemporaryDirectory() as folder:
        source = make_events(Path(folder) / "events.parquet", count)
        target = Path(folder) / "labelled.parquet"
        found = in_a_process("label", source, target, count)
        before, after = (
            _checksum(path, ["id", "longitude", "latitude", "deaths"]) for path in (source, target)
        )
        if before != after:
            raise AssertionError(f"rows and checksum were {before} and are {after}")
        found |= {
            "rows": float(count),
            "source_mb": source.stat().st_size / 1e6,
            "target_mb": target.stat().st_size / 1e6,
        }
    return found


def make_events(path: Path, count: int) -> Path:
    """Write a file of made-up events in the country, and return its path."""
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    lon, lat = points(_BATCH, seed=5)
    rng = np.random.default_rng(6)
    writer = None
    for start in range(0, count, _BATCH):
        rows = min(_BATCH, count - start)
        order = rng.permutation(_BATCH)[:rows]
        moved = rng.normal(0, 0.01, (2, rows))
        table = pa.table(
            {
                "id": np.arange(start, start + rows),
                "longitude": lon[order] + moved[0],
                "latitude": lat[order] + moved[1],
                "deaths": rng.integers(0, 9, rows).astype(np.int16),
            }
        )
        writer = writer or pq.ParquetWriter(path, table.schema)
        writer.write_table(table)
    if writer is not None:
        writer.close()
    return path


def in_a_process(job: str, source: Path, target: Path, count: int) -> dict[str, float]:
    """Run one job of `bench.jobs` in a process of its own, and return its rate and peak memory."""
    command = [sys.executable, "-m", "bench.jobs", job, source, target]
    start = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout)
    del start
    return {"rate": count / told["seconds"] / 1e6, "peak_mb": told["peak_mb"]}


def _without_labels(labelled: Path) -> Path:
    """Take the labels off again, to have the source in another format."""
    from zones.labels.formats import format_of  # noqa: PLC0415
    from zones.labels.readers import open_source  # noqa: PLC0415
    from zones.labels.writers import open_writer  # noqa: PLC0415

    plain = labelled.with_name(f"plain{''.join(labelled.suffixes)}")
    names = ["id", "longitude", "latitude", "deaths"]
    import pyarrow as pa  # noqa: PLC0415

    with open_source(labelled, values="bytes") as source:
        schema = pa.schema([source.schema.field(name) for name in names])
        writer = open_writer(plain, format_of(plain), schema, codec="snappy", delimiter=",")
        for batch in source.batches:
            writer.write(batch.select(names))
        writer.close()
    return plain


def _checksum(path: Path, columns: list[str]) -> tuple[int, int]:
    """Return rows and a checksum of columns that depends on the order of rows."""
    import zlib  # noqa: PLC0415

    import pyarrow.parquet as pq  # noqa: PLC0415

    rows, sums = 0, dict.fromkeys(columns, 0)
    for batch in pq.ParquetFile(path).iter_batches(columns=columns, batch_size=_BATCH):
        rows += batch.num_rows
        for name in columns:
            sums[name] = zlib.crc32(batch[name].to_numpy().tobytes(), sums[name])
    return rows, hash(tuple(sums.values()))
