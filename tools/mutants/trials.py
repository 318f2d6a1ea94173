"""Trials: a forked process imports the faulty source and runs the tests that reach the fault.

The parent process has imported libraries and nothing of ours, so a child starts at once, with no module, cache or
session fixture made before the fault was there. The faulty source is only ever in the child's memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import itertools
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path

import coverage
import hypothesis
import pytest

from .operators import Mutant

LIBRARIES = (
    "geopandas",
    "jsonschema",
    "pyarrow.dataset",
    "pyogrio",
    "pyproj",
    "rapidfuzz",
    "requests",
    "syntok",
)
# Assertions stay plain, as pytest's own loader would take files named here from the disk, without their fault.
PYTEST = (
    "-x",
    "-q",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
    "-m",
    "not browser and not slow and not reference",
)
STAGES = (0, 4, 16, None)  # most mutants die of the first few files: the others need not even be collected
CACHE = Path(".cache/mutants")
NO_TESTS = 5  # pytest's exit code when a file has none
MEMORY = 8 << 30  # bytes; a fault may grow a list without end


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file of tests or doctests, the seconds it takes alone, and the lines it runs in each source."""

    file: str
    seconds: float
    lines: dict[str, frozenset[int]]


def targets(
    files: Sequence[Path], *, sources: Sequence[Path], packages: Sequence[str], folder: Path, jobs: int
) -> list[Target]:
    """Return all files of tests, fastest first, with what they reach.

    That is measured once, and kept in CACHE until a source, a conftest or the file itself changes.
    """
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = (
        "1"  # they take five times as long to start as pytest itself
    )
    for name in LIBRARIES:
        importlib.import_module(name)
    CACHE.mkdir(parents=True, exist_ok=True)
    state = hashlib.sha256(
        b"".join(source.read_bytes() for source in [*sources, *Path("tests").rglob("conftest.py")])
    )
    reports = [CACHE / f"{_digest(state, file)}.json" for file in files]
    new = [
        _Measure(str(f), packages, report)
        for f, report in zip(files, reports, strict=True)
        if not report.exists()
    ]
    for number, code in forked(new, seconds=[600] * len(new), folder=folder, jobs=jobs):
        if code not in {0, NO_TESTS}:
            sys.exit(f"{new[number].file} fails (exit code {code}) without any fault; run pytest first")
    found = []
    for file, report in zip(files, reports, strict=True):
        told = json.loads(report.read_text(encoding="utf-8"))
        lines = {path: frozenset(of) for path, of in told["lines"].items()}
        found.append(Target(file=str(file), seconds=told["seconds"], lines=lines))
    return sorted(found, key=lambda target: (target.seconds, target.file))


def _digest(state: hashlib._Hash, file: Path) -> str:
    told = state.copy()
    told.update(str(file).encode() + file.read_bytes())
    return told.hexdigest()


def trials(
    mutants: Sequence[Mutant], known: Sequence[Target], *, folder: Path, jobs: int
) -> Iterator[tuple[Mutant, str]]:
    """Yield each mutant and what became of it: "killed", "too slow", "survived" or "not reached"."""
    reaching = [_reaching(mutant, known) for mutant in mutants]
    actions = [
        _Trial(mutant, [t.file for t in chosen]) for mutant, chosen in zip(mutants, reaching, strict=True)
    ]
    limits = [30 + 2 * sum(t.seconds for t in chosen) for chosen in reaching]
    for number, code in forked(actions, seconds=limits, folder=folder, jobs=jobs):
        if not reaching[number]:
            fate = "not reached"
        elif code == -signal.SIGALRM:
            fate = "too slow"
        else:
            fate = "survived" if code in {0, NO_TESTS} else "killed"
        yield mutants[number], fate


def _reaching(mutant: Mutant, known: Sequence[Target]) -> list[Target]:
    """Return the targets that run a mutant's statement, its own tests first.

    What runs at import is reached by all that import the module: then those count that use more of it.
    """
    source = str(mutant.path)
    chosen = [
        target for target in known if not target.lines.get(source, frozenset()).isdisjoint(mutant.lines)
    ]
    if mutant.at_import and chosen:
        imported = min((target.lines[source] for target in chosen), key=len)
        chosen = [target for target in chosen if target.lines[source] > imported] or chosen
    own = (mutant.path.name, f"test_{mutant.path.name}")
    return sorted(chosen, key=lambda target: Path(target.file).name not in own)


def forked(
    actions: Sequence[Callable[[], int]], *, seconds: Sequence[float], folder: Path, jobs: int
) -> Iterator[tuple[int, int]]:
    """Yield number and exit code of each action, run in a process of its own; negative: the signal that ended it."""
    running: dict[int, int] = {}

    def finished() -> tuple[int, int]:
        pid, status = os.wait()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # what a test has started and left
        return running.pop(pid), os.waitstatus_to_exitcode(status)

    try:
        for number, action in enumerate(actions):
            if len(running) == jobs:
                yield finished()
            pid = os.fork()
            if pid == 0:
                _child(action, seconds[number], folder)
            running[pid] = number
        while running:
            yield finished()
    finally:
        for pid in running:
            os.kill(pid, signal.SIGKILL)


def _child(action: Callable[[], int], seconds: float, folder: Path) -> None:
    """Run an action with a limit of time and memory, silent, with a folder and a cache of its own; then end."""
    code = 1
    try:
        tempfile.tempdir = tempfile.mkdtemp(dir=folder)
        os.environ["TMPDIR"] = os.environ["XDG_CACHE_HOME"] = tempfile.tempdir
        os.setsid()
        signal.alarm(int(seconds) + 1)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(silent, stream)
        hypothesis.settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
        hypothesis.settings.load_profile("mutants")
        code = action()
    finally:
        os._exit(code)


@dataclass(frozen=True, slots=True)
class _Measure:
    """Runs one file of tests and writes down its time and the lines it reaches."""

    file: str
    packages: Sequence[str]
    report: Path

    def __call__(self) -> int:
        measure = coverage.Coverage(data_file=None, config_file=False, source=[*self.packages])
        start = time.perf_counter()
        measure.start()
        code = int(pytest.main([*PYTEST, self.file]))
        measure.stop()
        data = measure.get_data()
        lines = {os.path.relpath(path): sorted(data.lines(path) or ()) for path in data.measured_files()}
        if code == NO_TESTS:
            lines = {}
        if code in {0, NO_TESTS}:
            told = {"seconds": time.perf_counter() - start, "lines": lines}
            self.report.write_text(json.dumps(told), encoding="utf-8")
        return code


@dataclass(frozen=True, slots=True)
class _Trial:
    """Runs the tests that reach a mutant, with the mutant in place of its source."""

    mutant: Mutant
    files: Sequence[str]

    def __call__(self) -> int:
        if not self.files:
            return 0
        sys.meta_path.insert(0, _Finder(self.mutant))
        importlib.import_module(".".join(self.mutant.path.with_suffix("").parts).removesuffix(".__init__"))
        for start, end in itertools.pairwise(STAGES):
            code = int(pytest.main([*PYTEST, *self.files[start:end]])) if self.files[start:end] else 0
            if code not in {0, NO_TESTS}:
                return code
        return 0


class _Finder:
    """Finds modules as Python does, and has the mutant's one loaded from its faulty source."""

    def __init__(self, mutant: Mutant) -> None:
        self.path, self.source = str(mutant.path.resolve()), mutant.source()

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path)
        if spec is None or spec.origin != self.path:
            return None
        spec.loader = _Loader(name, self.path, self.source)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, source: bytes) -> None:
        super().__init__(name, path)
        self.source = source

    def get_code(self, fullname: str) -> object:
        return compile(self.source, self.path, "exec", dont_inherit=True)
