"""Files that carry a pickle are read for their data, or refused: what the pickle would do is not done."""

from __future__ import annotations

import hashlib
import io
import pickle
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geodata.boundaries import BoundariesError, load_boundaries
from geodata.coverage_cache import FORMAT
from geodata.coverage_index import CoverageIndex
from geodata.errors import IndexFileError
from zones import ZoneSet, load
from zones.errors import ZonesError
from zones.labels import label_file

# Older versions of pyarrow refuse pickles with a warning.
pytestmark = pytest.mark.filterwarnings(
    "ignore:pickle-based deserialization:RuntimeWarning", "ignore:pyarrow.PyExtensionType:FutureWarning"
)


class Touch:
    """Unpickled, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.path,)


@pytest.fixture
def harm(tmp_path: Path) -> Path:
    """A file that is there only if a pickle was read."""
    path = tmp_path / "harm"
    pickle.loads(pickle.dumps(Touch(path)))
    assert path.exists(), "the pickle works"
    path.unlink()
    return path


@pytest.fixture(scope="module")
def zone_set() -> ZoneSet:
    return load()


def table(harm: Path) -> pa.Table:
    """Points, one of whose columns is of a type that pyarrow once unpickled; schema and fields carry more."""
    stored = pickle.dumps(Touch(harm))
    told = {b"ARROW:extension:name": b"arrow.py_extension_type", b"ARROW:extension:metadata": stored}
    fields = [
        pa.field("lon", pa.float64()),
        pa.field("lat", pa.float64()),
        pa.field("x", pa.int8(), metadata=told),
    ]
    schema = pa.schema(fields, metadata={b"pandas": stored, b"geo": stored})
    return pa.table([[36.8], [35.8], [1]], schema=schema)


def as_arrow(path: Path, held: pa.Table) -> None:
    with pa.ipc.new_file(str(path), held.schema) as file:
        file.write_table(held)


def as_stream(path: Path, held: pa.Table) -> None:
    with pa.ipc.new_stream(str(path), held.schema) as file:
        file.write_table(held)


WRITERS: dict[str, Callable[[Path, pa.Table], None]] = {
    "a.parquet": lambda path, held: pq.write_table(held, path),
    "a.arrow": as_arrow,
    "a.arrows": as_stream,
}


@pytest.mark.parametrize("target", ["b.csv", "b.parquet", "b.arrow"])
@pytest.mark.parametrize("source", WRITERS)
def test_points(tmp_path: Path, harm: Path, zone_set: ZoneSet, source: str, target: str) -> None:
    WRITERS[source](tmp_path / source, table(harm))
    with suppress(ZonesError):
        assert label_file(tmp_path / source, tmp_path / target, zone_set.labeller).rows == 1
    assert not harm.exists()


def test_boundaries(tmp_path: Path, harm: Path) -> None:
    pq.write_table(table(harm), tmp_path / "own.parquet")
    with pytest.raises(BoundariesError):
        load_boundaries(tmp_path / "own.parquet")
    assert not harm.exists()


def zipped_pickle(harm: Path) -> bytes:
    member, body = io.BytesIO(), io.BytesIO()
    np.save(member, np.array([Touch(harm)], dtype=object), allow_pickle=True)
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("sizes.npy", member.getvalue())
    return body.getvalue()


@pytest.mark.parametrize(
    "form", [zipped_pickle, lambda harm: pickle.dumps(Touch(harm))], ids=["array", "bare"]
)
def test_a_cache_with_the_right_checksum(tmp_path: Path, harm: Path, form: Callable[[Path], bytes]) -> None:
    body = form(harm)
    (tmp_path / "units.index").write_bytes(FORMAT + hashlib.sha256(body).digest() + body)
    with pytest.raises(IndexFileError, match="build"):
        CoverageIndex.load(tmp_path / "units.index")
    assert not harm.exists()
