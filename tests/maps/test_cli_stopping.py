"""A signal ends a command even while GEOS works, which Python does not interrupt; and memory that runs out is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import geodata.boundaries
from maps.cli import main

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of Unix")

HANGS = """
import shapely
from shapely.geometry import shape
from maps.cli import stopping
from tests.fuzz.boundary_shapes import a_star

stopping._HEED_SECONDS = 0.2
(_, star), = a_star(3000)
star = shape(star)
with stopping.stoppable():
    print("begun", flush=True)
    shapely.make_valid(star)
"""


def processor_ticks(process: int) -> int:
    """Return the hundredths of a second that a process has worked."""
    return int(Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[11])


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of it in a file")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_within_geos(number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HANGS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        busy_since, limit = processor_ticks(process.pid), time.monotonic() + 60
        while (
            processor_ticks(process.pid) < busy_since + 30 and time.monotonic() < limit
        ):  # within GEOS for sure
            time.sleep(0.05)
        process.send_signal(number)
        try:
            _, told = process.communicate(timeout=30)  # the work itself would take hours
        finally:
            process.kill()
    assert (process.returncode, told) == (128 + number, "zonemap: stopped\n")


def test_memory_that_runs_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(geodata.boundaries, "read_boundaries", no_room)
    result = CliRunner().invoke(main, ["lookup", "Idlib", "--boundaries", str(tmp_path)])
    assert result.exit_code == 1
    assert (
        result.stderr
        == "zonemap: there is not enough memory for this; give smaller files, or fewer at a time\n"
    )
