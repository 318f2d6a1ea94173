"""What the writers read, and what they write when nothing goes wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

if sys.platform == "linux":
    from tests.faults.inputs import inputs
    from tests.faults.jobs import Job, run
    from tests.faults.states import Content, content
    from tests.faults.writers import Writer

# It works when it is imported; and elsewhere there are no such limits, users and mounts.
collect_ignore_glob = ["warm.py"] if sys.platform == "linux" else ["*.py"]


@pytest.fixture(scope="session")
def ground() -> Iterator[Path]:
    """A folder in which other users may look, unlike pytest's own."""
    with TemporaryDirectory(prefix="faults-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def given(ground: Path) -> Iterator[Path]:
    """The folder of inputs."""
    (folder := ground / "in").mkdir()
    with inputs(folder, rows=3000) as made:
        yield made


@pytest.fixture
def out(ground: Path) -> Iterator[Path]:
    """A folder to write in."""
    with TemporaryDirectory(dir=ground, prefix="out-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="session")
def right(given: Path, ground: Path) -> Callable[[Writer], Content]:
    """Give what a writer writes when nothing goes wrong."""
    known: dict[str, Content] = {}

    def of(writer: Writer) -> Content:
        if writer.name not in known:
            with TemporaryDirectory(dir=ground) as name:
                ended = run(Job(writer=writer, inputs=given, out=Path(name)))
                assert ended.code == 0, ended
                assert all(line.startswith("zonemap: note: ") for line in ended.stderr.splitlines()), ended
                known[writer.name] = content(Path(name, writer.target))
        return known[writer.name]

    return of
