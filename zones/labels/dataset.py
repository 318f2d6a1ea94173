"""A folder of Parquet files in, the same folder with labels out, here or on a Dask cluster.

The work stands in a folder of its own beside the target until every file is there; then that folder gets the
target's name. A run that was killed goes on where it was, if source, zones and options are still the same.
"""

from __future__ import annotations

import hashlib
import json
import pickle  # nosec B403 # of our own labeller alone
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from geodata.atomic import locked, sync_folder, write_whole
from zones.errors import MissingExtraError
from zones.labels.cells import SHOWN
from zones.labels.errors import LabelError, LabelFileError
from zones.labels.files import label_file
from zones.labels.frames import Overlaps
from zones.labels.labeller import Labeller
from zones.labels.work import LabelReport

if TYPE_CHECKING:
    from distributed import Client

Engine = Literal["local", "dask"]
Progress = Callable[[int, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file to label, and the options for it."""

    source: str
    target: str
    report: str
    options: tuple[tuple[str, str | None], ...]


def label_dataset(
    source: Path | str,
    target: Path | str,
    labeller: Labeller,
    *,
    engine: Engine = "local",
    scheduler: Client | str | None = None,
    lon: str | None = None,
    lat: str | None = None,
    position: str | None = None,
    overlaps: Overlaps | None = None,
    prefix: str = "",
    progress: Progress | None = None,
) -> LabelReport:
    """Label a folder of Parquet files, and return what became of all their points.

    Parameters
    ----------
    source
        A folder; Parquet files in it and in folders below, partitioned by name or not, except those whose
        names begin with a dot or underscore.
    target
        A folder that is not there yet; it gets files of the same names.
    labeller
        The units and zones.
    engine
        "local" labels file after file in this process; "dask" spreads the files over a Dask cluster, each
        worker of which is sent the index once, a worker that replaces a lost one as well. The workers need
        this package and the same paths.
    scheduler
        For "dask": a client, or the address of a scheduler; a cluster of this machine's cores when not given.
    lon, lat, position, overlaps, prefix, progress
        As for `label_file`.

    Raises
    ------
    LabelFileError
        Something is wrong with a folder or a file.
    """
    source, target, run = Path(source), Path(target), _engine(engine)
    options: dict[str, str | None] = {
        "lon": lon, "lat": lat, "position": position, "overlaps": overlaps, "prefix": prefix,
    }  # fmt: skip
    stored = pickle.dumps(labeller)
    with _work_folder(source, target, stored, options) as work:
        parts = [
            Part(
                source=str(source / name),
                target=str(work / "parts" / name),
                report=str(work / "reports" / f"{name}.json"),
                options=tuple(options.items()),
            )
            for name in _part_names(source)
        ]
        left = [part for part in parts if not (Path(part.report).exists() and Path(part.target).exists())]
        for done, rows in enumerate(run(left, stored, scheduler), start=len(parts) - len(left) + 1):
            if progress is not None:
                progress(rows, done / len(parts))
        reports = [LabelReport(**json.loads(Path(part.report).read_text("utf-8"))) for part in parts]
        total = _sum(list(zip(_part_names(source), reports, strict=True)))
        (work / "parts").rename(target)
        sync_folder(target.parent)
        shutil.rmtree(work, ignore_errors=True)
    return total


def label_part(part: Part, labeller: Labeller) -> int:
    """Label one file, note what became of it, and return its rows. To do it twice does no harm."""
    target, report = Path(part.target), Path(part.report)
    target.parent.mkdir(parents=True, exist_ok=True)
    report.parent.mkdir(parents=True, exist_ok=True)
    # The folder is held already; a worker that was killed may seem to hold its part for a moment longer.
    made = label_file(part.source, target, labeller, alone=False, **dict(part.options))  # type: ignore[arg-type]
    write_whole(report, json.dumps(asdict(made)).encode())
    return made.rows


def _part_names(source: Path) -> list[str]:
    found = sorted(path.relative_to(source) for path in source.rglob("*.parquet") if path.is_file())
    return [str(name) for name in found if not any(step.startswith((".", "_")) for step in name.parts)]


def work_path(target: Path) -> Path:
    """Return the folder in which `target` is being made: always the same, so that the next run finds it."""
    return target.with_name(f".{target.name}.partial")


@contextmanager
def _work_folder(
    source: Path, target: Path, labeller: bytes, options: dict[str, str | None]
) -> Iterator[Path]:
    """Give the folder to work in, emptied unless it is of the same job."""
    work = work_path(target)
    names = _checked(source, target, work)
    files = [(name, (source / name).stat().st_size, (source / name).stat().st_mtime_ns) for name in names]
    told = [str(source.resolve()), files, sorted(options.items()), hashlib.sha256(labeller).hexdigest()]
    job = json.dumps(told)
    try:
        work.mkdir(exist_ok=True)
        with locked(work):
            note = work / "job.json"
            if not note.exists() or note.read_text("utf-8") != job:
                for name in ("parts", "reports"):
                    shutil.rmtree(work / name, ignore_errors=True)
                write_whole(note, job.encode())
            yield work
    except BlockingIOError as error:
        raise LabelFileError(target, "another run is writing it; wait for that, or end it") from error
    except OSError as error:
        if not str(error.filename).startswith(str(work)):
            raise
        raise LabelFileError(target, f"cannot be written: {error.strerror}") from error
    except LabelFileError as error:
        if work not in error.path.parents:
            raise
        raise LabelFileError(target, f"{error.problem}; what is done is kept for the next run") from error


def _checked(source: Path, target: Path, work: Path) -> list[str]:
    """Return the names of the parts, if there is something to do and it may be done."""
    if not source.is_dir():
        raise LabelFileError(source, "is no folder; expected one of Parquet files")
    names = _part_names(source)
    if not names:
        raise LabelFileError(source, "holds no Parquet file")
    if target.exists():
        if not (work / "parts").exists():  # of a run that was killed when all was done
            shutil.rmtree(work, ignore_errors=True)
        raise LabelFileError(target, "is there already; delete it, or give another name")
    if not target.parent.is_dir():
        raise LabelFileError(target, "its folder does not exist; create it first")
    return names


def _engine(engine: str) -> Callable[[list[Part], bytes, Client | str | None], Iterator[int]]:
    if engine == "dask":
        try:
            from zones.labels.on_dask import run_on_dask  # noqa: PLC0415
        except ModuleNotFoundError as error:
            raise MissingExtraError("engine dask", package="dask and distributed", extra="dask") from error
        return run_on_dask
    if engine == "local":
        return _run_here
    raise LabelError(f"engine {engine!r} is not known; expected local or dask")


def _run_here(parts: list[Part], labeller: bytes, scheduler: object) -> Iterator[int]:
    if scheduler is not None:
        raise LabelError("a scheduler was given to the local engine; expected engine='dask' with it")
    own: Labeller = pickle.loads(labeller)  # nosec B301 # noqa: S301 - it was made a moment ago
    rows = 0
    for part in parts:
        rows += label_part(part, own)
        yield rows


def _sum(parts: Sequence[tuple[str, LabelReport]]) -> LabelReport:
    """Return the report on all parts, each told with its name."""
    reports = [report for _, report in parts]
    counts = ("rows", "rows_written", "no_position", "outside", "in_zones", "misread")
    total = {name: sum(getattr(report, name) for report in reports) for name in counts}
    placed = any(report.note is None for report in reports)
    first = reports[0]
    examples = tuple(f"{name}, {told}" for name, report in parts for told in report.examples)
    return LabelReport(
        lon=first.lon, lat=first.lat, note=None if placed else first.note, examples=examples[:SHOWN], **total
    )
