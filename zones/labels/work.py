"""The labelling of the rows of one file, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from zones.labels.arrow import arrays_of
from zones.labels.cells import Misread
from zones.labels.errors import LabelError
from zones.labels.frames import new_columns
from zones.labels.job import Job
from zones.labels.labeller import Labels
from zones.labels.points import PointColumns, coordinates


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


@dataclass(slots=True, kw_only=True)
class Work:
    """The labelling of one file, and its counts so far."""

    job: Job
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
        job: Job,
        where: PointColumns,
        cells: PointColumns,
        schema: pa.Schema,
        names: Sequence[str],
        notes: tuple[str, ...],
    ) -> Work:
        """Return the work on rows of a schema, whose columns the file knows by other names."""
        none = job.labeller.label([], [])
        new = arrays_of(new_columns(none, taken=names, overlaps=job.overlaps, prefix=job.prefix))
        for name, array in new:
            schema = schema.append(pa.field(name, array.type))
        told = tuple(name for name, _ in new)
        return cls(job=job, where=where, cells=cells, schema=schema, new=told, notes=notes)

    def label(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """Return a batch with the new columns."""
        self.misread.before = self.rows
        x, y = coordinates(
            batch, self.cells, misread=self.misread, place=self._place(batch), named=self.where
        )
        labels = self.job.labeller.label(x, y)
        self.count(x, y, labels)
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

    def count(self, x: NDArray[np.float64], y: NDArray[np.float64], labels: Labels) -> None:
        """Count points by what became of them.

        Parameters
        ----------
        x, y
            WGS 84 degrees, shape (n,), NaN where there are none.
        labels
            Their labels.
        """
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
        """Return what became of all rows; raise if of none a coordinate could be read."""
        if self.job.alone and self.misread.count and self.no_position == self.rows:
            told = "; ".join(self.misread.examples())
            raise LabelError(f"none of {self.rows:,} rows has a position that can be read: {told}")
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
