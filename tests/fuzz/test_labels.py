"""Files of points, spoiled: each row kept and labelled right, or a LabelError and no file at all."""

from __future__ import annotations

import io
import math
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyarrow as pa
import pyarrow.ipc
import pyarrow.parquet as pq
import shapely
from hypothesis import example
from hypothesis import strategies as st

import zones
from tests.fuzz.mutations import TEXTS, changed_bytes, changed_text
from tests.fuzz.soundness import UNITS
from tests.fuzz.targets import folder, target
from zones.labels import LabelError, label_file
from zones.labels.readers import open_source

ZONES = zones.load()
TABLES = (
    "name,lat,lon\nSaraqib,35.86,36.80\nRastan,34.93,36.73\n",
    'event;Longitude;Latitude;note\n1;36.8;35.86;"a ""b"";c"\n2;;;"d\ne"\n',
    "id\tx\ty\n1\t36,8\t35,9\n2\t1e999\tnan\n",
    "geometry,lon,lat,lon_2\nPOINT(1 2),36.5,33.5,1\n",
)
ENDINGS = (".csv", ".tsv", ".parquet", ".arrow", ".arrows")


def check(
    name: str, content: bytes, *, to: str = "out.csv", lon: str | None = None, lat: str | None = None
) -> None:
    """Label a file: the target whole or not there, nothing beside it, the source as it was, twice the same."""
    with folder() as path:
        (source := path / name).write_bytes(content)
        try:
            report = label_file(source, path / to, ZONES.labeller, lon=lon, lat=lat)
        except LabelError:
            assert sorted(file.name for file in path.iterdir()) == [name]
        else:
            assert sorted(file.name for file in path.iterdir()) == sorted([name, to])
            again = label_file(source, path / f"2{to}", ZONES.labeller, lon=lon, lat=lat)
            assert again == report
            assert (path / f"2{to}").read_bytes() == (path / to).read_bytes()
            assert report.rows_written == report.rows >= report.no_position + report.outside
            if to.endswith(".parquet"):
                check_rows(path / to, report.rows)
        assert source.read_bytes() == content


def check_rows(file: Path, rows: int) -> None:
    """Check that each row has the unit that a lookup of its position tells."""
    table = pq.ParquetFile(file).read()
    assert table.num_rows == rows
    for row in table.select(
        [n for n in ("lon", "lat", "subdistrict") if n in table.column_names]
    ).to_pylist():
        with suppress(KeyError, TypeError, ValueError):
            lon, lat = float(row["lon"]), float(row["lat"])
            on_earth = abs(lon) <= 180 and abs(lat) <= 90
            inside = UNITS.unit_at(lon=lon, lat=lat) if on_earth else None
            assert row["subdistrict"] == (inside.pcode if inside else None)


@target(examples=50, text=changed_text(TABLES), to=st.sampled_from(ENDINGS))
@example(text="lon,lat," + "x" * 200_000 + "\n36,35,1\n", to=".csv")
@example(text="geometry,,lon_2\nPOINT(36.5,33.5,1\n", to=".csv")
@example(text="lon,lat,a,a\n36,35,1,2\n", to=".parquet")
@example(text="lon,lat,lat\n36,35,1,2\n", to=".parquet")
def test_tables_with_words_exchanged(text: str, to: str) -> None:
    check("own.csv", text.encode("utf-8", "surrogatepass"), to=f"out{to}")


@target(
    examples=50,
    content=changed_bytes([table.encode() for table in TABLES]) | st.binary(max_size=200),
    ending=st.sampled_from(
        [".csv", ".tsv", ".csv.gz", ".csv.bz2", ".csv.zst", ".parquet", ".arrow", ".arrows"]
    ),
)
def test_files_of_any_bytes(content: bytes, ending: str) -> None:
    check(f"own{ending}", content)


@cache
def good_file(ending: str) -> bytes:
    """Return a good file of points."""
    out = io.BytesIO()
    table = pa.table({"lon": [36.8, 36.7, None], "lat": [35.86, 34.9, 1.0], "name": ["a", "b", "ج"]})
    match ending:
        case ".parquet":
            pq.write_table(table, out)
        case ".geoparquet":
            points = gpd.GeoDataFrame(
                {"n": [1, 2]}, geometry=shapely.points([36.8, 36.7], [35.86, 34.9]), crs="OGC:CRS84"
            )
            points.to_parquet(out)
        case _:
            make = pa.ipc.new_file if ending == ".arrow" else pa.ipc.new_stream
            with make(out, table.schema) as writer:
                writer.write_table(table)
    return out.getvalue()


@target(
    examples=40,
    ending=st.sampled_from([".parquet", ".geoparquet", ".arrow", ".arrows"]),
    to=st.sampled_from(ENDINGS),
    data=st.data(),
)
def test_binary_files_with_bytes_exchanged(ending: str, to: str, data: st.DataObject) -> None:
    check(f"own{ending}", data.draw(changed_bytes([good_file(ending)])), to=f"out{to}")


def test_no_byte_of_a_footer_takes_the_process_down(tmp_path: Path) -> None:
    """Arrow ends the process where it is asked for a damaged column's metadata before its rows."""
    good = good_file(".parquet")
    size = int.from_bytes(good[-8:-4], "little")
    for at in range(len(good) - 8 - size, len(good)):
        (file := tmp_path / "own.parquet").write_bytes(good[:at] + bytes([good[at] ^ 0x10]) + good[at + 1 :])
        with (
            suppress(LabelError, pa.ArrowException, OSError, UnicodeDecodeError),
            open_source(file) as source,
        ):
            list(source.batches)


PLAIN = (
    st.none()
    | st.floats()
    | st.integers(-(2**63), 2**63 - 1)
    | TEXTS.filter(str.isprintable)
    | st.binary(max_size=30)
    | st.booleans()
)
CELLS = (
    st.floats(), st.integers(-(2**63), 2**63 - 1), st.booleans(), st.dates() | st.datetimes(),
    st.text(max_size=5).filter(str.isprintable) | st.floats().map(str),
    st.binary(max_size=30) | st.just(shapely.to_wkb(shapely.Point(36.8, 35.8))),
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-999, max_value=999),
    st.lists(st.floats(), max_size=2), st.fixed_dictionaries({"x": st.text(max_size=3)}),
    st.fixed_dictionaries({"x": st.floats() | st.none(), "y": st.floats()}),
)  # fmt: skip
COLUMN = st.one_of(st.lists(st.none() | cell, min_size=2, max_size=2) for cell in CELLS)
KINDS = st.sampled_from([
    None, pa.list_(pa.float64(), 2), pa.list_(pa.float64(), 1), pa.large_binary(), pa.large_string(), pa.float16(),
    pa.dictionary(pa.int8(), pa.string()), pa.string_view(), pa.null(),
])  # fmt: skip
GEO = st.sampled_from([
    None, b"", b"[]", b"{", b'"geometry"', b"[" * 5000, b'{"a": ' + b"9" * 5000 + b"}", b"\xff",
    b'{"primary_column": "geometry"}', b'{"primary_column": ["x"], "columns": 7}',
    b'{"primary_column": "geometry", "columns": []}',
    b'{"primary_column": "geometry", "columns": {"geometry": {"crs": "EPSG:4326"}}}',
    b'{"primary_column": "geometry", "columns": {"geometry": {"crs": {"id": 7}}}}',
])  # fmt: skip


@target(
    examples=120,
    names=st.lists(st.sampled_from(["lon", "lat", "geometry", "a", "zone", ""]), min_size=1, max_size=4),
    columns=st.lists(st.tuples(COLUMN, KINDS), min_size=4, max_size=4),
    geo=GEO,
    files=st.tuples(st.sampled_from([".parquet", ".arrow"]), st.sampled_from(ENDINGS)),
    told=st.booleans(),
)
def test_columns_of_any_kind(
    names: list[str], columns: list[Any], geo: bytes | None, files: tuple[str, str], told: bool
) -> None:
    ending, to = files
    arrays = []
    for values, kind in columns[: len(names)]:
        try:
            arrays.append(pa.array(values, kind))
        except (pa.ArrowException, TypeError, ValueError):
            arrays.append(pa.array([repr(value) for value in values]))
    schema = pa.schema(
        [pa.field(n, a.type) for n, a in zip(names, arrays, strict=True)],
        {b"geo": geo} if geo is not None else None,
    )
    out = io.BytesIO()
    try:
        table = pa.Table.from_arrays(arrays, schema=schema)
        if ending == ".parquet":
            pq.write_table(table, out)
        else:
            with pa.ipc.new_file(out, table.schema) as writer:
                writer.write_table(table)
    except (pa.ArrowException, ValueError):
        return
    check(
        f"own{ending}",
        out.getvalue(),
        to=f"out{to}",
        lon="lon" if told else None,
        lat="lat" if told else None,
    )


@target(
    examples=60,
    points=st.lists(st.tuples(st.floats(35, 43) | st.floats(), st.floats(31, 38) | st.floats()), max_size=30),
)
def test_points_anywhere_have_the_units_of_a_lookup(points: list[tuple[float, float]]) -> None:
    rows = "".join(f"{lon!r},{lat!r}\n" for lon, lat in points)
    check("own.csv", f"lon,lat\n{rows}".encode(), to="out.parquet")
    labels = ZONES.label([lon for lon, _ in points], [lat for _, lat in points])
    for (lon, lat), unit in zip(points, labels.units.tolist(), strict=True):
        alone, _ = ZONES.lookup_ids(lon=lon, lat=lat)
        assert alone == (UNITS.codes[unit] if unit >= 0 else None)
        assert unit < 0 or math.isfinite(lon + lat)
