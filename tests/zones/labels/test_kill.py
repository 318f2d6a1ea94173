"""A run that is killed, a run beside another, and a run larger than its memory."""

import os
import pickle
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from zones.labels.errors import LabelFileError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from zones.labels.files import label_file  # noqa: E402 - needs pyarrow

ROOT = Path(__file__).parents[3]
CHILD = """
import pickle, re, sys, time
from pathlib import Path
from zones.labels.files import label_file
source, target, labeller, pause = sys.argv[1:]
def progress(rows, share):
    print(rows, flush=True)
    time.sleep(float(pause))
label_file(source, target, pickle.loads(Path(labeller).read_bytes()), progress=progress)
status = Path("/proc/self/status")
if status.exists():  # getrusage's peak would count the parent's memory, which a fork shares
    print("peak", int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) // 1024, flush=True)
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals and file locks"),
]


def make(path, rows):
    rng = np.random.default_rng(1)
    columns = {name: rng.uniform(*span, rows) for name, span in {"lon": (36, 42), "lat": (33, 37)}.items()}
    table = pa.table({"id": np.arange(rows), **columns, "a": rng.random(rows), "b": rng.random(rows)})
    pq.write_table(table, path, row_group_size=rows, use_dictionary=False, compression="none")
    return table


def child(source, target, labeller, pause):
    stored = source.with_suffix(".labeller")
    stored.write_bytes(pickle.dumps(labeller))
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, source, target, stored, str(pause)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


@pytest.mark.parametrize("name", ["out.parquet", "out.csv", "out.arrow"])
@pytest.mark.parametrize("old", [None, b"from before"])
def test_after_a_kill_the_target_is_absent_or_the_old_one(tmp_path, apart, name, old):
    source, target = tmp_path / "in.parquet", tmp_path / name
    table = make(source, 1_000_000)
    if old:
        target.write_bytes(old)
    with child(source, target, apart, pause=600) as running:
        try:
            assert running.stdout.readline().strip().isdigit()
            with pytest.raises(LabelFileError, match="another run is writing it"):
                label_file(source, target, apart)
        finally:
            running.send_signal(signal.SIGKILL)
    assert (target.read_bytes() if target.exists() else None) == old
    assert len(list(tmp_path.glob(f".{name}.*.partial"))) == 1

    assert label_file(source, target, apart).rows == 1_000_000
    assert list(tmp_path.glob(".*")) == []
    if name.endswith("parquet"):
        assert pq.read_table(target, columns=table.column_names).equals(table)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc to read peak memory")
def test_memory_does_not_grow_with_the_file(tmp_path, apart):
    peaks = []
    for rows in (400_000, 8_000_000):
        source = tmp_path / f"in{rows}.parquet"
        make(source, rows)
        with child(source, tmp_path / "out.parquet", apart, pause=0) as running:
            *_, last = running.stdout.read().splitlines()
        peaks.append(int(last.removeprefix("peak ")))
        source.unlink()
    assert peaks[1] < 600
    assert peaks[1] - peaks[0] < 120, f"peaks of {peaks} MB"
