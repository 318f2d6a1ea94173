"""Where a command prints: a full device, a closed stdout, a pipe whose reader leaves, and devices as -o."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ZONEMAP = [sys.executable, "-m", "maps"]
PRINTING = (
    ("read",),
    ("read", "--json"),
    ("explain", "Idlib"),
    ("lookup", "Saraqib"),
    ("area", "Idlib province"),
    ("export", "-o", "-"),
    ("data", "list"),
    ("--help",),
    ("map", "-o", "zones.html"),
)


def shell(line: str, cwd: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which "$@" is a command of zonemap."""
    command = ["bash", "-o", "pipefail", "-c", line, "bash", *ZONEMAP, *args]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("args", PRINTING, ids=" ".join)
def test_a_full_device_is_told(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = shell('"$@" > /dev/full', tmp_path, *args)
    assert done.returncode == 1
    assert done.stderr == (
        "zonemap: stdout, or a temporary file, cannot be written: No space left on device\n"
    )


@pytest.mark.parametrize("args", PRINTING, ids=" ".join)
def test_a_closed_stdout_is_done_without(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = shell('"$@" >&-', tmp_path, *args)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["zones.html"] * (args[0] == "map")


@pytest.mark.parametrize("args", PRINTING, ids=" ".join)
def test_a_reader_that_leaves_is_no_error(tmp_path: Path, args: tuple[str, ...]) -> None:
    done = shell('"$@" | head -n 1', tmp_path, *args)
    assert done.returncode in {0, 141}
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("output", "line"),
    [
        ("/dev/stdout", '"$@" > file'),
        ("/dev/stdout", '"$@" | cat > file'),
        ("/dev/fd/3", '"$@" 3> other > file'),
        ("/dev/full", '"$@" > file'),
        ("fifo", '"$@" > file'),
    ],
)
def test_what_is_no_file_is_left_alone(tmp_path: Path, output: str, line: str) -> None:
    os.mkfifo(tmp_path / "fifo")
    done = shell(line, tmp_path, "map", "-o", output)
    assert done.returncode == 1
    assert done.stderr == (
        f"zonemap: {output} cannot be written: it is no ordinary file; name a file; choose another place with -o\n"
    )
    assert (tmp_path / "file").read_text("utf-8").startswith("documents")
    assert (tmp_path / "fifo").is_fifo()
    assert Path("/dev/stdout").is_symlink()
