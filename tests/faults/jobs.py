"""One run of a writer, in a process of its own and with a fault."""

from __future__ import annotations

import ctypes
import datetime as dt
import json
import multiprocessing
import os
import resource
import signal
import struct
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np

from geodata import downloads
from tests.faults.writers import Writer

_LIMIT = 120.0

# A server that has all modules loaded and makes a process for each run by a fork; it has no threads.
_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload(["__main__", "tests.faults.warm"])


@dataclass(frozen=True, kw_only=True)
class Job:
    """A writer, where it writes, and what is to go wrong.

    Parameters
    ----------
    writer, inputs, out
        What runs, the folder of its inputs, and the one to write in.
    env
        Variables of its environment.
    file_bytes
        Size that no file may exceed.
    powerless
        Whether it runs without the powers of root, if it runs as root: with them a folder's rights say nothing.
    clock
        Seconds since 1970, for Python's clocks to begin with.
    moment
        The touch of a file below `out`, counted from 1, at which the parent is told; 0: at the start.
    """

    writer: Writer
    inputs: Path
    out: Path
    env: dict[str, str] = field(default_factory=dict)
    file_bytes: int | None = None
    powerless: bool = False
    clock: float | None = None
    moment: int = 0


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a run ended: exit code (negative: the signal), what it printed, touches of files, seconds."""

    code: int
    stdout: str
    stderr: str
    touches: int = 0
    seconds: float = 0.0


class Running:
    """A run under way."""

    def __init__(self, job: Job) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="faults-")
        Path(self._folder.name).chmod(0o777)
        self._told, told = _server.Pipe(duplex=False)
        self._started = time.monotonic()
        self.process: BaseProcess = _server.Process(target=_run, args=(job, self._folder.name, told))
        self.process.start()
        told.close()

    def strike(self, number: int, delay: float) -> None:
        """Send a signal so many seconds after the job's moment."""
        if self._told.poll(_LIMIT):
            try:
                self._told.recv()
            except EOFError:  # it has ended before its moment came
                return
            time.sleep(delay)
            if self.process.is_alive() and self.process.pid is not None:
                with suppress(ProcessLookupError):  # it has ended meanwhile
                    os.kill(self.process.pid, number)

    def ended(self) -> Ended:
        """Wait for the end."""
        self.process.join(_LIMIT)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
            raise TimeoutError(f"a run did not end in {_LIMIT:g} s")
        seconds = time.monotonic() - self._started
        texts = {
            name: path.read_text("utf-8", "replace")
            if (path := Path(self._folder.name, name)).exists()
            else ""
            for name in ("stdout", "stderr", "touches")
        }
        self._told.close()
        self._folder.cleanup()
        code = self.process.exitcode
        assert code is not None
        return Ended(
            code=code, stdout=texts["stdout"], stderr=texts["stderr"], touches=int(texts["touches"] or 0),
            seconds=seconds,
        )  # fmt: skip


def run(job: Job) -> Ended:
    """Run a job to its end."""
    return Running(job).ended()


def _run(job: Job, folder: str, told: Connection) -> None:
    os.chdir(folder)
    for number, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT, 0o666), number)
    os.environ.update({"TMPDIR": folder, **job.env})
    time.tzset()
    tempfile.tempdir = None
    _offer_a_download(job.inputs)
    _draw_little()
    if job.clock is not None:
        _set_clock(job.clock)
    if job.file_bytes is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (job.file_bytes, job.file_bytes))
    if job.powerless:
        _drop_capabilities()
    touches = _watch(job, told)
    try:
        job.writer.run(job.inputs, job.out)
    finally:
        if job.file_bytes is None:
            Path("touches").write_text(str(touches[0]), "utf-8")


def _watch(job: Job, told: Connection) -> list[int]:
    """Count touches of files below the folder to write in, and tell the parent of the moment."""
    count, below = [0], str(job.out)
    if not job.moment:
        told.send(None)

    def touched(event: str, args: tuple[object, ...]) -> None:
        if not event.startswith(("open", "os.", "shutil.")):
            return
        if any(isinstance(arg, str | Path) and str(arg).startswith(below) for arg in args):
            count[0] += 1
            if count[0] == job.moment:
                told.send(None)

    sys.addaudithook(touched)
    return count


def _drop_capabilities() -> None:
    version_3, this_process = 0x20080522, 0
    ctypes.CDLL(None).capset(struct.pack("Ii", version_3, this_process), bytes(24))


def _offer_a_download(inputs: Path) -> None:
    known = inputs / "download.json"
    if known.exists():
        offered = downloads.Download(**json.loads(known.read_text("utf-8")))
        downloads.registry = lambda path=None: (offered,)


def _draw_little() -> None:
    """Let figures be small sheets of noise: how they are written matters here, and to draw one takes seconds."""
    if "matplotlib" in sys.modules:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra

        import maps.figure  # noqa: PLC0415

        def noise(*_: object, **__: object) -> Figure:
            drawn = Figure(figsize=(2, 2))
            drawn.figimage(np.random.default_rng(1).random((300, 300)))
            return drawn

        maps.figure.figure = maps.figure.timeline = noise


def _set_clock(begin: float) -> None:
    offset, real, plain = begin - time.time(), time.time, dt.datetime

    class Datetime(plain):
        @classmethod
        def now(cls, tz=None):
            return plain.fromtimestamp(real() + offset, tz)

        @classmethod
        def utcnow(cls):
            return plain.fromtimestamp(real() + offset, dt.UTC).replace(tzinfo=None)

    time.time = lambda: real() + offset
    dt.datetime = Datetime
