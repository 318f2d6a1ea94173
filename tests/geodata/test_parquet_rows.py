"""Rows of Parquet are counted as they stand in memory, not as they are packed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from geodata.boundaries import BoundariesError, load_boundaries
from geodata.foreign import TooMuchError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from geodata.parquet_rows import rows_within  # noqa: E402 - needs pyarrow

MOST = 1 << 26
COUNT = 2000


def written(path: Path, **columns: Any) -> Path:
    table = pa.table({"lon": [36.8] * COUNT, "lat": [35.8] * COUNT, **columns})
    pq.write_table(table, path, compression="zstd", store_schema=False)
    return path


def repeated(value: Any, kind: Any = None) -> Any:
    """Return a column that holds one value again and again, and takes the room of one."""
    return pa.DictionaryArray.from_arrays(pa.array([0] * COUNT, pa.int32()), pa.array([value], kind))


def rows(path: Path) -> int:
    return rows_within(path, pq.read_metadata(path), MOST)


@pytest.mark.slow
def test_a_value_that_is_stored_once_counts_in_each_row(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", note=repeated("x" * 1_000_000))
    assert path.stat().st_size < 3000
    assert 0 < rows(path) <= MOST // 1_000_000
    assert (
        rows(written(tmp_path / "b.parquet", note=pa.array([None] * 5 + ["x" * 100_000] * (COUNT - 5)))) < 671
    )


def test_usual_columns_are_read_many_at_a_time(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.parquet", id=[f"event {n}" for n in range(COUNT)], what=["truce", "talks"] * (COUNT // 2),
        tags=[[]] + [["a", "b"]] * (COUNT - 1), note=[{"a": "b", "c": [1, 2]}] * COUNT,
        pairs=pa.array([[("k", "v")]] * COUNT, pa.map_(pa.string(), pa.string())),
    )  # fmt: skip
    assert rows(path) > 1 << 17


def test_lists_that_one_row_may_hold_all_of(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", tags=[[]] + [["x" * 20_000] * 3] * (COUNT - 1))
    with pytest.raises(TooMuchError, match=r"the column tags\S* grows [\d,]+-fold when it is unpacked"):
        rows(path)


def test_a_row_that_takes_too_much(tmp_path: Path) -> None:
    path = written(tmp_path / "a.parquet", **{f"c{n}": repeated("x" * 20_000_000) for n in range(4)})
    with pytest.raises(
        TooMuchError, match=r"a row of it may take 80,000,\d+ bytes; expected at most 67,108,864"
    ):
        rows(path)


def test_boundaries_of_a_few_kilobytes_that_would_take_gigabytes(tmp_path: Path) -> None:
    table = pa.table(
        {"ADM3_PCODE": ["SY070003"] * COUNT, "geometry": repeated(b"x" * 3_000_000, pa.binary())}
    )
    table = table.replace_schema_metadata({"geo": "{}"})
    pq.write_table(table, tmp_path / "own.parquet", compression="zstd", store_schema=True)
    with pytest.raises(
        BoundariesError, match=r"no GeoParquet that can be read \(the column geometry grows [\d,]+-fold"
    ):
        load_boundaries(tmp_path / "own.parquet")
