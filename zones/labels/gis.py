"""A layer of points in, the same layer with labels out."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from zones.labels.arrow import arrays_of
from zones.labels.errors import LabelFileError
from zones.labels.formats import format_of
from zones.labels.frames import new_columns
from zones.labels.job import Job, Progress
from zones.labels.layer_source import read_points
from zones.labels.layer_target import write_points
from zones.labels.points import PointColumns
from zones.labels.work import LabelReport, Work

_GEOMETRY = PointColumns("geometry", None)


def label_layer(job: Job, progress: Progress | None) -> LabelReport:
    """
    Label the points of a GeoPackage, GeoJSON, FlatGeobuf or Shapefile; see `label_file`.

    Attributes and reference system stay; positions are transformed to WGS 84 for the labels alone. The features are
    in memory as a whole.

    Raises
    ------
    LabelFileError
        If something is wrong with a file, or one of the two is a table.
    """
    for path, other in ((job.source, job.target), (job.target, job.source)):
        if format_of(path).kind != "layer":
            problem = f"is a table, and {other.name} is a layer of points"
            raise LabelFileError(
                path, f"{problem}; expected two tables, or two of .gpkg, .geojson, .fgb and .shp.zip"
            )
    if job.target.suffix.casefold() == ".shp":
        problem = "would be several files, which a kill could leave unlike each other"
        raise LabelFileError(job.target, f"{problem}; write {job.target.name}.zip, all in one")
    if not (job.lon is job.lat is job.position is None):
        raise LabelFileError(job.source, "has points; leave out lon, lat and position, which name columns")
    with job.told():
        points = read_points(job.source, layer=job.layer, crs=job.crs)
        names = points.table.column_names
        work = Work.begin(job, _GEOMETRY, _GEOMETRY, points.table.schema, names, points.notes)
        labels = job.labeller.label(points.lon, points.lat)
        work.count(points.lon, points.lat, labels)
        new = new_columns(labels, taken=(), overlaps=job.overlaps, prefix=job.prefix)
        labelled = pa.table({name: _as_text(array) for name, array in arrays_of(new)})
        if new.rows is not None:
            points = points.taken(pa.array(new.rows))
        work.rows_written = labelled.num_rows
    work.notes = (*points.notes, *write_points(points, labelled, job.target))
    if progress is not None:
        progress(work.rows, 1.0)
    return work.report()


def _as_text(array: pa.Array) -> pa.Array:
    """Return labels as plain text, those of several zones joined by semicolons."""
    if pa.types.is_list(array.type):
        return pc.binary_join(array, ";")
    return array.cast(pa.string())
