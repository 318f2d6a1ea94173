import os
import shutil
import signal
import threading

import numpy as np
import pytest

from zones.labels.errors import LabelError, LabelFileError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from zones.labels.arrow import label_batches  # noqa: E402 - needs pyarrow
from zones.labels.dataset import label_dataset, work_path  # noqa: E402

pytestmark = pytest.mark.slow


def make(folder, parts, rows):
    rng = np.random.default_rng(3)
    for part in range(parts):
        table = pa.table(
            {
                "id": np.arange(rows) + part * rows,
                "lon": rng.uniform(36, 42, rows),
                "lat": rng.uniform(33, 37, rows),
            }
        )
        place = folder / f"year={2016 + part % 2}"
        place.mkdir(parents=True, exist_ok=True)
        pq.write_table(table, place / f"part-{part:03}.parquet")
    (folder / "_SUCCESS").write_text("")
    return folder


def tables(folder):
    return {
        str(path.relative_to(folder)): pq.ParquetFile(path).read()
        for path in sorted(folder.rglob("*.parquet"))
    }


@pytest.fixture
def source(tmp_path):
    return make(tmp_path / "events", parts=5, rows=2_000)


def check_labelled(source, target, labeller):
    before, after = tables(source), tables(target)
    assert after.keys() == before.keys()
    for name, table in before.items():
        assert after[name].select(table.column_names).equals(table)
        units = labeller.label(table["lon"].to_numpy(), table["lat"].to_numpy()).unit_column("subdistrict")
        assert after[name]["subdistrict"].to_pylist() == units.texts().tolist()


def test_a_folder_file_by_file(tmp_path, source, apart):
    seen = []
    report = label_dataset(
        source, tmp_path / "out", apart, progress=lambda rows, share: seen.append((rows, share))
    )
    check_labelled(source, tmp_path / "out", apart)
    assert report.rows == 10_000
    assert seen[-1] == (10_000, 1.0)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["events", "out"]


def test_work_for_other_zones_is_begun_anew(tmp_path, source, apart, crossing):
    def breaks_off(rows, _):
        if rows == 6_000:
            raise KeyboardInterrupt

    target = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        label_dataset(source, target, crossing, progress=breaks_off)
    assert not target.exists()
    seen = []
    label_dataset(source, target, apart, progress=lambda rows, _: seen.append(rows))
    assert seen == [2_000, 4_000, 6_000, 8_000, 10_000]
    check_labelled(source, target, apart)


def test_what_was_done_is_not_done_again(tmp_path, source, apart):
    def breaks_off(rows, _):
        if rows == 6_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        label_dataset(source, tmp_path / "out", apart, progress=breaks_off)
    done = {path: path.stat().st_mtime_ns for path in work_path(tmp_path / "out").rglob("*.parquet")}
    assert len(done) == 3
    report = label_dataset(source, tmp_path / "out", apart)
    assert report.rows == 10_000
    check_labelled(source, tmp_path / "out", apart)


def test_what_cannot_be_done(tmp_path, source, apart):
    (tmp_path / "empty").mkdir()
    for folder, target, message in (
        (tmp_path / "none", "out", "is no folder"),
        (tmp_path / "empty", "out", "holds no Parquet file"),
        (source, "events", "is there already"),
        (source, "a/b", "folder does not exist"),
    ):
        with pytest.raises(LabelFileError, match=message):
            label_dataset(folder, tmp_path / target, apart)
    with pytest.raises(LabelError, match="expected local or dask"):
        label_dataset(source, tmp_path / "out", apart, engine="spark")
    with pytest.raises(LabelError, match="expected engine='dask'"):
        label_dataset(source, tmp_path / "out", apart, scheduler="tcp://127.0.0.1:1")
    assert not (tmp_path / "out").exists()


def test_a_worker_killed_in_the_middle_loses_nothing(tmp_path, apart):
    distributed = pytest.importorskip("distributed")
    source, target = make(tmp_path / "events", parts=24, rows=30_000), tmp_path / "out"
    killed = threading.Event()
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        before = set(client.run(os.getpid).values())

        def kill_one(rows, _):
            if not killed.is_set():
                killed.set()
                os.kill(min(before), signal.SIGKILL)

        report = label_dataset(source, target, apart, engine="dask", scheduler=client, progress=kill_one)
        client.wait_for_workers(2, timeout=120)
        assert set(client.run(os.getpid).values()) != before
    assert killed.is_set()
    assert report.rows == 720_000
    check_labelled(source, target, apart)


def test_dask_on_this_machine_by_itself(tmp_path, source, apart):
    pytest.importorskip("distributed")
    report = label_dataset(source, tmp_path / "out", apart, engine="dask")
    assert report == label_dataset(source, tmp_path / "here", apart)
    check_labelled(source, tmp_path / "out", apart)


def test_batches_of_a_stream(crossing, points):
    table = pa.table({"lon": points[0], "lat": points[1]})
    made = pa.Table.from_batches(label_batches(table.to_batches(max_chunksize=700), crossing))
    labels = crossing.label(*points)
    assert made["zone"].to_pylist() == [[z for z, _ in labels.zones_of(k)] for k in range(len(labels))]
    assert made.schema.field("subdistrict").type == pa.string()


@pytest.mark.filterwarnings("ignore")  # Spark warns of its own use of pandas
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not installed")
def test_spark(tmp_path, apart, points, monkeypatch):
    spark_sql = pytest.importorskip("pyspark.sql", reason="pyspark, large and optional, is not installed")
    types = pytest.importorskip("pyspark.sql.types")
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    table = pa.table({"id": range(995), "lon": points[0][5:1000], "lat": points[1][5:1000]})
    pq.write_table(table, tmp_path / "in.parquet")
    build = spark_sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = build.config("spark.driver.host", "127.0.0.1").getOrCreate()
    try:
        shared = spark.sparkContext.broadcast(apart)
        frame = spark.read.parquet(str(tmp_path / "in.parquet"))
        text, added = types.StringType(), ("governorate", "subdistrict", "zone", "extent")
        schema = types.StructType([*frame.schema.fields, *(types.StructField(name, text) for name in added)])
        rows = frame.mapInArrow(lambda batches: label_batches(batches, shared.value), schema).toArrow()
    finally:
        spark.stop()
    units = apart.label(points[0][5:1000], points[1][5:1000]).unit_column("subdistrict").texts().tolist()
    assert rows.sort_by("id")["subdistrict"].to_pylist() == units
