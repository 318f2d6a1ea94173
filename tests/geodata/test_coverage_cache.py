"""An index that is stored answers as before; one that is damaged or of something else is noted and made anew."""

import logging
import pickle

import numpy as np
import pytest
import shapely

from geodata.coverage_index import CoverageIndex
from geodata.errors import IndexFileError

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def units():
    """Triangles between a hundred random points."""
    corners = shapely.multipoints(np.random.default_rng(3).uniform((35.6, 32.3), (42.4, 37.4), (100, 2)))
    return np.array(shapely.get_parts(shapely.delaunay_triangles(corners)))


@pytest.fixture(scope="module")
def index(units):
    return CoverageIndex(units)


@pytest.mark.parametrize("through", ["file", "bytes", "pickle"])
def test_a_stored_index_answers_the_same(tmp_path, units, index, through):
    if through == "file":
        index.save(tmp_path / "units.index")
        stored = CoverageIndex.load(tmp_path / "units.index")
    elif through == "bytes":
        stored = CoverageIndex.from_bytes(index.to_bytes())
    else:
        stored = pickle.loads(pickle.dumps(index))
    assert stored.to_bytes() == index.to_bytes() == CoverageIndex(units).to_bytes()
    rng = np.random.default_rng(8)
    corners = rng.permutation(shapely.get_coordinates(units))
    lon, lat = np.concatenate([corners, corners + rng.normal(0, 0.05, corners.shape)]).T
    assert np.array_equal(stored.label(lon, lat), index.label(lon, lat))


def test_an_empty_index_can_be_stored():
    assert CoverageIndex.from_bytes(CoverageIndex([]).to_bytes()).label([1.0], [1.0]).tolist() == [-1]


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "other", "version"])
def test_a_damaged_cache_is_noted_and_made_anew(tmp_path, units, index, damage, caplog):
    path = tmp_path / "units.index"
    index.save(path)
    data = path.read_bytes()
    flipped = data[:-900] + bytes([data[-900] ^ 1]) + data[-899:]
    damaged = {
        "flip": flipped,
        "cut": data[:-500],
        "empty": b"",
        "other": b"PK\3\4",
        "version": b"x" + data[1:],
    }
    path.write_bytes(damaged[damage])
    with pytest.raises(IndexFileError, match="build"):
        CoverageIndex.load(path)
    with caplog.at_level(logging.WARNING):
        CoverageIndex.cached(units, path)
    assert "index cache not used" in caplog.text
    assert path.read_bytes() == data
    assert [entry.name for entry in tmp_path.iterdir()] == ["units.index"]


def test_a_cache_of_other_geometries_is_not_used(tmp_path, units):
    path = tmp_path / "folder" / "units.index"
    first = CoverageIndex.cached(units, path)
    assert CoverageIndex.cached(units, path).to_bytes() == first.to_bytes()
    fewer = CoverageIndex.cached(units[:10], path)
    assert len(fewer) == 10
    assert len(CoverageIndex.load(path)) == 10


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, units, caplog):
    (tmp_path / "file").write_text("")
    assert len(CoverageIndex.cached(units[:5], tmp_path / "file" / "units.index")) == 5
    assert "index cache not written" in caplog.text


def test_no_flipped_byte_goes_unnoticed(index):
    data = index.to_bytes()
    for at in np.random.default_rng(5).integers(0, len(data), 200).tolist():
        flipped = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises(IndexFileError, match="build"):
            CoverageIndex.from_bytes(flipped)
