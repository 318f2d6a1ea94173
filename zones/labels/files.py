"""A file of points in, the same file with labels out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from geodata.atomic import whole_file
from zones.labels.arrow import arrays_of
from zones.labels.cells import Misread
from zones.labels.csv_copy import CsvCopyWriter
from zones.labels.csv_source import open_copy, tagged_columns
from zones.labels.errors import LabelError, LabelFileError
from zones.labels.formats import format_of
from zones.labels.frames import Overlaps, new_columns
from zones.labels.labeller import Labeller, Labels
from zones.labels.points import PointColumns, coordinates, point_columns
from zones.labels.readers import Source, Values, open_source
from zones.labels.writers import Writer, open_writer

_log = logging.getLogger(__name__)

Progress = Callable[[int, float], None]
"""Called now and then with the rows read so far and the share of the file that they are, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelReport:
    """What became of a file's points.

    Parameters
    ----------
    rows
        Rows read.
    rows_written
        Rows written: more only where points in several zones were given a row for each.
    no_position
        Points whose coordinates are missing, no numbers, or out of range.
    outside
        Points that lie in no unit.
    in_zones
        Points that lie in a zone, at least one.
    lon, lat
        The columns that the coordinates came from; `lat` is None if they came from a geometry.
    note
        What looks wrong, in words; None if nothing does.
    misread
        Cells that hold something that is no coordinate; their rows are among those without a position.
    examples
        The first three of these in words: line or row, column, text, and what is wrong with it.
    """

    rows: int
    rows_written: int
    no_position: int
    outside: int
    in_zones: int
    lon: str
    lat: str | None
    note: str | None = None
    misread: int = 0
    examples: tuple[str, ...] = ()


def label_file(
    source: Path | str,
    target: Path | str,
    labeller: Labeller,
    *,
    lon: str | None = None,
    lat: str | None = None,
    position: str | None = None,
    overlaps: Overlaps | None = None,
    prefix: str = "",
    progress: Progress | None = None,
    alone: bool = True,
) -> LabelReport:
    """Write a copy of a file with columns for unit, zone and extent, and return what became of its points.

    Every column and row is kept, in order, with the schema's metadata. However large the file, a few batches
    are in memory at a time. The target appears when it is whole: until then, and after a kill, what there is
    stands beside it under a name of its own, which the next run deletes.

    From CSV to CSV each row stays as it was written, byte for byte, with its line end, and new cells follow it;
    byte order mark, first lines and a row of HXL hashtags stay as well.

    Parameters
    ----------
    source
        CSV (plain, .gz, .bz2, .zst), Parquet, GeoParquet, or Arrow (Feather).
    target
        Its name tells its format likewise, which may be another one.
    labeller
        The units and zones.
    lon, lat
        Columns of WGS 84 degrees, as numbers or as people write them; when not given, the points of GeoParquet or
        columns named as usual.
    position
        A column of whole positions, latitude first unless they say otherwise, in place of these two.
    overlaps, prefix
        As for `label_frame`. In CSV, lists are joined by semicolons.
    progress
        Told how far it is.
    alone
        Refuse to begin while another run writes the same target, and refuse a file of which no coordinate can be
        read: it is no part of several.

    Raises
    ------
    LabelFileError
        Something is wrong with a file, its columns or its values.
    """
    source, target = Path(source), Path(target)
    if source.exists() and target.exists() and source.samefile(target):
        raise LabelFileError(target, "is the source as well; expected another name")
    if not target.parent.is_dir():
        raise LabelFileError(target, "its folder does not exist; create it first")
    job = _Job(
        source=source, target=target, labeller=labeller, lon=lon, lat=lat, position=position, overlaps=overlaps,
        prefix=prefix, alone=alone,
    )  # fmt: skip
    if format_of(target).kind == format_of(source).kind == "csv":
        return job.copy(progress)
    try:
        return job.run("kinds", progress)
    except LabelFileError as error:
        # Arrow tells the kind of a column from its first rows: numbers at first, and words further down.
        if "CSV conversion error" not in str(error):
            raise
        _log.warning("%s; all columns are taken as text", error)
        return job.run("text", progress)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What `label_file` was asked."""

    source: Path
    target: Path
    labeller: Labeller
    lon: str | None
    lat: str | None
    position: str | None
    overlaps: Overlaps | None
    prefix: str
    alone: bool

    def run(self, values: Values, progress: Progress | None) -> LabelReport:
        """Label rows whose values are taken apart."""
        form = format_of(self.target)
        with self._told(), open_source(self.source, values=values) as opened, self._whole() as path:
            lon, lat = self.lon, self.lat
            if opened.head is not None and lon is lat is self.position is None:
                lon, lat = tagged_columns(opened.head) or (None, None)
            where = point_columns(opened.schema, lon=lon, lat=lat, position=self.position)
            work = _Work.begin(self, where, where, opened.schema, opened.schema.names, opened.notes)
            writer = open_writer(path, form, work.schema, codec=opened.codec, delimiter=opened.delimiter)
            return self._done(opened, work, writer, progress)

    def copy(self, progress: Progress | None) -> LabelReport:
        """Label rows of CSV that stay as they are."""
        with self._told():
            columns = {"lon": self.lon, "lat": self.lat, "position": self.position}
            copy = open_copy(self.source, format_of(self.source), **columns)
            with copy.source as opened, self._whole() as path:
                kept = [("row", pa.binary()), ("end", pa.binary()), ("line", pa.int64())]
                cells = [(name, pa.binary()) for name in (copy.cells.lon, copy.cells.lat) if name is not None]
                work = _Work.begin(self, copy.where, copy.cells, pa.schema(kept + cells), copy.head.names, ())
                writer = CsvCopyWriter(
                    path, format_of(self.target), copy.head, work.new,
                    prefix=self.prefix, repeated=self.overlaps == "rows",
                )  # fmt: skip
                return self._done(opened, work, writer, progress)

    @contextmanager
    def _whole(self) -> Iterator[Path]:
        try:
            with whole_file(self.target, alone=self.alone) as path:
                yield path
        except OSError as error:
            if error.filename != str(self.target):
                raise
            raise LabelFileError(self.target, f"cannot be written: {error.strerror}") from error

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Name the source in what goes wrong with it."""
        try:
            yield
        except LabelFileError:
            raise
        except (LabelError, pa.ArrowException, OSError, UnicodeDecodeError) as error:
            if getattr(error, "errno", None) is not None:  # the system's own words are clear: no space, say
                raise
            columns = getattr(error, "columns", ())
            raise LabelFileError(self.source, _plain(error), columns=columns) from error

    def _done(self, opened: Source, work: _Work, writer: Writer, progress: Progress | None) -> LabelReport:
        try:
            _run(opened, work, writer.write, progress)
        finally:
            writer.close()
        if self.alone and work.misread.count and work.no_position == work.rows:
            told = "; ".join(work.misread.examples())
            raise LabelError(f"none of {work.rows:,} rows has a position that can be read: {told}")
        return work.report()


def _plain(error: Exception) -> str:
    """Return an error's message on one line."""
    return " ".join(str(error).split())


def _run(
    source: Source, work: _Work, write: Callable[[pa.RecordBatch], None], progress: Progress | None
) -> None:
    """Read one batch ahead and write one batch behind of the labelling."""
    with ThreadPoolExecutor(1) as ahead, ThreadPoolExecutor(1) as behind:
        coming = ahead.submit(_next, source.batches)
        writing: Future[None] | None = None
        while (batch := coming.result()) is not None:
            coming = ahead.submit(_next, source.batches)
            labelled = work.label(batch)
            if writing is not None:
                writing.result()
            writing = behind.submit(write, labelled)
            if progress is not None:
                progress(work.rows, source.done())
        if writing is not None:
            writing.result()


def _next(batches: Iterator[pa.RecordBatch]) -> pa.RecordBatch | None:
    return next(batches, None)


@dataclass(slots=True, kw_only=True)
class _Work:
    """The labelling of one file, and its counts so far."""

    job: _Job
    where: PointColumns
    cells: PointColumns
    schema: pa.Schema
    new: tuple[str, ...]
    notes: tuple[str, ...]
    rows: int = 0
    rows_written: int = 0
    no_position: int = 0
    outside: int = 0
    in_zones: int = 0
    misread: Misread = field(default_factory=Misread)
    sample: tuple[NDArray[np.float64], NDArray[np.float64]] = field(
        default_factory=lambda: (np.empty(0),) * 2
    )

    @classmethod
    def begin(
        cls,
        job: _Job,
        where: PointColumns,
        cells: PointColumns,
        schema: pa.Schema,
        names: Sequence[str],
        notes: tuple[str, ...],
    ) -> _Work:
        """Return the work on rows of a schema, whose columns the file knows by other names."""
        none = job.labeller.label([], [])
        new = arrays_of(new_columns(none, taken=names, overlaps=job.overlaps, prefix=job.prefix))
        for name, array in new:
            schema = schema.append(pa.field(name, array.type))
        told = tuple(name for name, _ in new)
        return cls(job=job, where=where, cells=cells, schema=schema, new=told, notes=notes)

    def label(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        self.misread.before = self.rows
        x, y = coordinates(
            batch, self.cells, misread=self.misread, place=self._place(batch), named=self.where
        )
        labels = self.job.labeller.label(x, y)
        self._count(x, y, labels)
        new = new_columns(labels, taken=(), overlaps=self.job.overlaps, prefix=self.job.prefix)
        kept = batch if new.rows is None else batch.take(pa.array(new.rows))
        self.rows_written += kept.num_rows
        return pa.RecordBatch.from_arrays(
            [*kept.columns, *(array for _, array in arrays_of(new))], schema=self.schema
        )

    def _place(self, batch: pa.RecordBatch) -> Callable[[int], str]:
        """Return what tells the place of a row of a batch: its line, else its number."""
        if self.cells is not self.where:
            return lambda row: f"line {batch.column('line')[row].as_py()}"
        return lambda row, before=self.rows: f"row {before + row + 1:,}"  # type: ignore[misc]

    def _count(self, x: NDArray[np.float64], y: NDArray[np.float64], labels: Labels) -> None:
        if not self.rows:
            self.sample = (x[:10_000].copy(), y[:10_000].copy())
        placed = (np.abs(x) <= 180.0) & (np.abs(y) <= 90.0)
        count = int(np.count_nonzero(placed))
        self.rows += len(x)
        self.no_position += len(x) - count
        self.outside += count - int(np.count_nonzero(labels.units >= 0))
        held = np.array([len(group) > 0 for group in labels.memberships])
        self.in_zones += int(np.count_nonzero(held[labels.groups]))

    def report(self) -> LabelReport:
        return LabelReport(
            rows=self.rows,
            rows_written=self.rows_written,
            no_position=self.no_position,
            outside=self.outside,
            in_zones=self.in_zones,
            lon=self.where.lon,
            lat=self.where.lat,
            note="; ".join(filter(None, (*self.notes, self._note()))) or None,
            misread=self.misread.count,
            examples=tuple(self.misread.examples()),
        )

    def _note(self) -> str | None:
        if not self.rows or self.no_position + self.outside < self.rows:
            return None
        if self.no_position == self.rows:
            return "no row has a position: are these the columns of longitude and latitude?"
        x, y = self.sample
        if (self.job.labeller.index.label(y, x) >= 0).any():
            return "no point lies in any unit, but they would with longitude and latitude exchanged"
        return "no point lies in any unit"
