"""A file of points in, the same file with labels out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa

from zones.labels.csv_copy import CsvCopyWriter
from zones.labels.csv_source import open_copy, tagged_columns
from zones.labels.errors import LabelFileError
from zones.labels.formats import format_of
from zones.labels.frames import Overlaps
from zones.labels.gis import label_layer
from zones.labels.job import Job, Progress
from zones.labels.labeller import Labeller
from zones.labels.points import point_columns
from zones.labels.readers import Source, Values, open_source
from zones.labels.work import LabelReport, Work
from zones.labels.writers import Writer, open_writer

_log = logging.getLogger(__name__)


def label_file(
    source: Path | str,
    target: Path | str,
    labeller: Labeller,
    *,
    lon: str | None = None,
    lat: str | None = None,
    position: str | None = None,
    layer: str | None = None,
    crs: str | None = None,
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
        CSV (plain, .gz, .bz2, .zst), Parquet, GeoParquet, or Arrow (Feather); or points in GeoPackage, GeoJSON,
        FlatGeobuf or Shapefile, which are read into memory as a whole.
    target
        Its name tells its format likewise, which may be another one; of the last four, one of these.
    labeller
        The units and zones.
    lon, lat
        Columns of WGS 84 degrees, as numbers or as people write them; when not given, the points of GeoParquet or
        columns named as usual.
    position
        A column of whole positions, latitude first unless they say otherwise, in place of these two.
    layer, crs
        Of a GeoPackage, the layer of points, where it has several; of a file that states none, the coordinate
        reference system, as "EPSG:4326".
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
    job = Job(
        source=source, target=target, labeller=labeller, lon=lon, lat=lat, position=position,
        layer=layer, crs=crs, overlaps=overlaps, prefix=prefix, alone=alone,
    )  # fmt: skip
    kinds = {format_of(path).kind for path in (source, target)}
    if "layer" in kinds:
        return label_layer(job, progress)
    if layer is not None or crs is not None:
        raise LabelFileError(source, "has no layers or reference system to name; leave out layer and crs")
    if kinds == {"csv"}:
        return _copied(job, progress)
    try:
        return _taken_apart(job, "kinds", progress)
    except LabelFileError as error:
        # Arrow tells the kind of a column from its first rows: numbers at first, and words further down.
        if "CSV conversion error" not in str(error):
            raise
        _log.warning("%s; all columns are taken as text", error)
        return _taken_apart(job, "text", progress)


def _taken_apart(job: Job, values: Values, progress: Progress | None) -> LabelReport:
    """Label rows whose values are taken apart."""
    form = format_of(job.target)
    with job.told(), open_source(job.source, values=values) as opened, job.whole() as path:
        lon, lat = job.lon, job.lat
        if opened.head is not None and lon is lat is job.position is None:
            lon, lat = tagged_columns(opened.head) or (None, None)
        where = point_columns(opened.schema, lon=lon, lat=lat, position=job.position)
        work = Work.begin(job, where, where, opened.schema, opened.schema.names, opened.notes)
        writer = open_writer(path, form, work.schema, codec=opened.codec, delimiter=opened.delimiter)
        return _done(opened, work, writer, progress)


def _copied(job: Job, progress: Progress | None) -> LabelReport:
    """Label rows of CSV that stay as they are."""
    with job.told():
        columns = {"lon": job.lon, "lat": job.lat, "position": job.position}
        copy = open_copy(job.source, format_of(job.source), **columns)
        with copy.source as opened, job.whole() as path:
            kept = [("row", pa.binary()), ("end", pa.binary()), ("line", pa.int64())]
            cells = [(name, pa.binary()) for name in (copy.cells.lon, copy.cells.lat) if name is not None]
            work = Work.begin(job, copy.where, copy.cells, pa.schema(kept + cells), copy.head.names, ())
            writer = CsvCopyWriter(
                path, format_of(job.target), copy.head, work.new,
                prefix=job.prefix, repeated=job.overlaps == "rows",
            )  # fmt: skip
            return _done(opened, work, writer, progress)


def _done(opened: Source, work: Work, writer: Writer, progress: Progress | None) -> LabelReport:
    try:
        _run(opened, work, writer.write, progress)
    finally:
        writer.close()
    return work.report()


def _run(
    source: Source, work: Work, write: Callable[[pa.RecordBatch], None], progress: Progress | None
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
