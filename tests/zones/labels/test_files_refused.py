"""Files that cannot be labelled, and targets that cannot be written: a clear word, and nothing left behind."""

import gzip

import geopandas as gpd
import pytest
import shapely

from tests.fuzz.targets import within
from zones.labels.errors import LabelFileError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


from zones.labels import csv_lines, readers  # noqa: E402 - need pyarrow
from zones.labels.files import label_file  # noqa: E402


def only_target(folder, *names):
    assert sorted(entry.name for entry in folder.iterdir()) == sorted(names)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.csv", None, "no such file"),
        ("empty.csv", b"", "is empty"),
        ("events.xlsx", b"x", "format not known by this name; expected one of .csv"),
        ("events.parquet.gz", b"x", "format not known"),
        ("bad.parquet", b"not parquet", "cannot be read as parquet"),
        ("bad.arrow", b"not arrow", "cannot be read as arrow"),
        ("bad.csv.gz", b"not gzip", "cannot be read as csv"),
        ("cut.csv.gz", gzip.compress(b"lon,lat\n" + b"38.123,35.456\n" * 1000, mtime=0)[:-30], "Truncated"),
        ("names.csv", b"a,b\n1,2\n", "no columns for longitude and latitude found"),
        ("ragged.csv", b"lon,lat\n1,2\n1,2,3\n", "Expected 2 columns, got 3"),
        ("taken.csv", b"lon,lat,zone\n1,2,3\n", "columns zone already"),
    ],
)
def test_a_clear_error_and_no_file(tmp_path, apart, name, content, message):
    source = tmp_path / name
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(LabelFileError, match=message) as caught:
        label_file(source, tmp_path / "out.csv", apart)
    assert caught.value.path == source
    only_target(tmp_path, *([name] if content is not None else []))


def test_a_target_that_cannot_be(tmp_path, apart):
    source = tmp_path / "in.csv"
    source.write_text("lon,lat\n1,2\n")
    (tmp_path / "folder.csv").mkdir()
    for target, message in (
        ("in.csv", "is the source as well"),
        ("no/out.csv", "folder does not exist"),
        ("folder.csv", "is a folder"),
        ("out.doc", "format not known"),
    ):
        with pytest.raises(LabelFileError, match=message):
            label_file(source, tmp_path / target, apart)
    shapes = gpd.GeoDataFrame(geometry=[shapely.box(0, 0, 1, 1)], crs=4326)
    shapes.to_parquet(tmp_path / "in.parquet")
    with pytest.raises(LabelFileError, match="holds a Polygon; expected points"):
        label_file(tmp_path / "in.parquet", tmp_path / "out.parquet", apart)
    shapes.to_crs(32637).to_parquet(tmp_path / "in.parquet")
    with pytest.raises(LabelFileError, match="expected WGS 84 degrees"):
        label_file(tmp_path / "in.parquet", tmp_path / "out.parquet", apart)
    pq.write_table(pa.table({"lon": [1.0], "lat": [1.0], "m": [{"a": 1}]}), tmp_path / "in.parquet")
    with pytest.raises(LabelFileError, match="which CSV cannot; write Parquet or Arrow"):
        label_file(tmp_path / "in.parquet", tmp_path / "out.csv", apart)
    only_target(tmp_path, "in.csv", "in.parquet", "folder.csv")


def test_a_failed_run_leaves_the_old_target(tmp_path, apart):
    (tmp_path / "out.csv").write_text("old")
    (tmp_path / "in.csv").write_text("lon,lat\n38,35\n1,2,3\n")
    with pytest.raises(LabelFileError):
        label_file(tmp_path / "in.csv", tmp_path / "out.csv", apart)
    assert (tmp_path / "out.csv").read_text() == "old"
    assert list(tmp_path.glob(".*")) == []


def test_a_line_without_end_is_refused_and_not_gone_through_again_and_again(tmp_path, apart, monkeypatch):
    monkeypatch.setattr(csv_lines, "_LONGEST", 1 << 24)
    source = tmp_path / "endless.csv"
    source.write_bytes(b"lon,lat\n38.1,35.4" + b"5" * (40 << 20))
    with within(seconds=5), pytest.raises(LabelFileError, match="a line has more than 16,777,216 bytes"):
        label_file(source, tmp_path / "out.csv", apart)
    only_target(tmp_path, "endless.csv")


def test_parquet_of_a_few_kilobytes_that_would_take_gigabytes_is_labelled_little_by_little(
    tmp_path, apart, monkeypatch
):
    rows = 300
    note = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array(["x" * 1_000_000]))
    table = pa.table({"lon": [38.1] * rows, "lat": [35.4] * rows, "note": note})
    pq.write_table(table, tmp_path / "a.parquet", compression="zstd", store_schema=False)
    monkeypatch.setattr(readers, "_MOST_UNPACKED", 10_000_000)
    with readers.open_source(tmp_path / "a.parquet") as source:
        sizes = [batch.nbytes for batch in source.batches]
    assert len(sizes) > 29
    assert max(sizes) < 11_000_000
