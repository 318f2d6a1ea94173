"""No room, no leave to write, or something else in the place: the old file stays, and one line says why."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.jobs import Ended, Job, run
from tests.faults.states import OLD, Content, content, left, put_old
from tests.faults.writers import KINDS, Writer

pytestmark = pytest.mark.slow


def refused(ended: Ended, writer: Writer, *reasons: str) -> None:
    """See that a run failed with one clear line that names the file, and not what it was to be made of."""
    assert ended.code == 1, ended
    if not writer.command:
        assert any(reason in ended.stderr for reason in reasons), ended.stderr
        return
    assert ended.stderr.count("\n") == 1, ended.stderr
    assert ended.stderr.startswith("zonemap: ")
    assert any(reason in ended.stderr for reason in reasons), ended.stderr
    assert "Traceback" not in ended.stderr
    assert ".partial" not in ended.stderr
    assert "written" not in ended.stdout


def size(found: Content) -> int:
    return max(map(len, found.values())) if isinstance(found, dict) else len(found or b"")


@pytest.mark.parametrize("writer", KINDS, ids=str)
def test_a_file_that_does_not_fit(
    writer: Writer, given: Path, out: Path, right: Callable[[Writer], Content]
) -> None:
    old = put_old(writer, out)
    limit = size(right(writer)) // 2
    ended = run(Job(writer=writer, inputs=given, out=out, file_bytes=limit))
    assert content(out / writer.target) == old
    refused(ended, writer, "File too large", "GDAL cannot write it", "disk I/O error", "be written")
    assert left(writer, out) == [] or writer.is_folder
    assert run(Job(writer=writer, inputs=given, out=out)).code == 0
    assert content(out / writer.target) == right(writer)
    assert left(writer, out) == []


@pytest.fixture
def small_disk(out: Path) -> Iterator[Path]:
    """A file system of 4 MB."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=755", "tmpfs", str(out)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a file system, and not in every container")
    yield out
    subprocess.run(["umount", str(out)], check=True)


@pytest.mark.parametrize("writer", KINDS, ids=str)
def test_a_full_disk_and_one_that_is_read_only(
    writer: Writer, given: Path, small_disk: Path, right: Callable[[Writer], Content]
) -> None:
    old = put_old(writer, small_disk)
    filler = small_disk / "filler"
    disk = os.statvfs(small_disk)
    pages = size(right(writer)) // 2 // disk.f_bsize
    filler.write_bytes(bytes((disk.f_bavail - pages) * disk.f_bsize))
    ended = run(Job(writer=writer, inputs=given, out=small_disk))
    refused(ended, writer, "No space left on device")
    assert content(small_disk / writer.target) == old
    filler.unlink()
    assert left(writer, small_disk) == [] or writer.is_folder
    before = content(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    ended = run(Job(writer=writer, inputs=given, out=small_disk))
    refused(ended, writer, "Read-only file system")
    assert content(small_disk) == before


@pytest.mark.parametrize("writer", KINDS, ids=str)
def test_a_folder_without_leave_to_write(writer: Writer, given: Path, out: Path) -> None:
    old = put_old(writer, out)
    out.chmod(0o555)
    ended = run(Job(writer=writer, inputs=given, out=out, powerless=True))
    out.chmod(0o755)
    refused(ended, writer, "Permission denied")
    assert writer.target in ended.stderr
    assert content(out / writer.target) == old
    assert left(writer, out) == []


@pytest.mark.parametrize("writer", KINDS, ids=str)
def test_a_folder_or_something_else_in_the_place(writer: Writer, given: Path, out: Path) -> None:
    (out / writer.target).mkdir()
    (out / writer.target / "kept").write_bytes(OLD)
    ended = run(Job(writer=writer, inputs=given, out=out))
    refused(ended, writer, "it is a folder; name a file", "is there already")
    assert writer.target in ended.stderr
    assert content(out) == {f"{writer.target}/kept": OLD}
