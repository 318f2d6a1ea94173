"""CSV files opened: to be copied row by row as they are, or with their values taken apart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pcsv

from zones.labels.columns import coordinate_columns
from zones.labels.csv_head import HEAD_BYTES, CsvHead, read_head
from zones.labels.csv_records import BLOCK, records
from zones.labels.csv_rows import Wanted
from zones.labels.csv_streams import Resumed
from zones.labels.errors import LabelFileError
from zones.labels.formats import Format
from zones.labels.points import PointColumns, point_columns
from zones.labels.readers import Source, Values


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvCopy:
    """
    A CSV file whose rows are to be copied as they are.

    Attributes
    ----------
    head
        Its first lines.
    where
        The columns of its coordinates.
    source
        Its rows: what `records` yields, the coordinates' cells named as in `cells`.
    """

    head: CsvHead
    where: PointColumns
    source: Source

    @property
    def cells(self) -> PointColumns:
        """The columns of the coordinates' cells in the batches."""
        return PointColumns("0", None if self.where.lat is None else "1", self.where.written)


def open_copy(path: Path, form: Format, *, lon: str | None, lat: str | None, position: str | None) -> CsvCopy:
    """
    Open a CSV file to copy its rows.

    Parameters
    ----------
    path, form
        The file and its format.
    lon, lat, position
        Columns that the caller named.

    Raises
    ------
    LabelFileError
        The file is missing or empty, or no table as text.
    LabelError
        The columns are not found.
    """
    opened = _Opened.of(path, form, copied=True)
    try:
        where = _where(opened.head, lon, lat, position)
        names = [where.lon] if where.lat is None else [where.lon, where.lat]
        wanted = Wanted(
            columns=tuple(opened.head.names.index(name) for name in names),
            width=len(opened.head.names),
            delimiter=opened.head.dialect.delimiter,
        )
        recoded = None if opened.head.encoding.keeps_ascii else opened.head.encoding.name
        batches = records(opened.rows(recoded), wanted, line=opened.head.lines + 1)
        return CsvCopy(head=opened.head, where=where, source=opened.source(pa.schema([]), batches))
    except BaseException:
        opened.closing.close()
        raise


def open_csv(path: Path, form: Format, values: Values) -> Source:
    """Open a CSV file with its values taken as kinds or text; see `open_source`."""
    opened = _Opened.of(path, form, copied=False)
    head = opened.head
    options = pcsv.ConvertOptions(strings_can_be_null=False)
    if values != "kinds":
        options.column_types = dict.fromkeys(head.names, pa.string())
    same = head.encoding.name == "utf-8"
    try:
        reader = pcsv.open_csv(
            opened.rows(None if same else head.encoding.name),
            read_options=pcsv.ReadOptions(block_size=BLOCK, column_names=list(head.names)),
            parse_options=pcsv.ParseOptions(delimiter=head.dialect.delimiter, newlines_in_values=True),
            convert_options=options,
        )
    except pa.ArrowInvalid as error:
        if "Empty CSV file" not in str(error):
            opened.closing.close()
            raise
        schema = pa.schema([(name, pa.null() if values == "kinds" else pa.string()) for name in head.names])
        return opened.source(schema, iter(()))
    notes = [head.encoding.note] if head.encoding.note else []
    if head.tags:
        notes.append("the row of HXL hashtags was left out")
    source = opened.source(reader.schema, iter(reader))
    source.notes = tuple(notes)
    return source


def tagged_columns(head: CsvHead) -> tuple[str, str] | None:
    """Return the columns of longitude and latitude by their hashtags, where their names do not tell."""
    if not head.tag_cells or coordinate_columns(head.names) is not None:
        return None
    tagged = coordinate_columns(head.tag_cells)
    if tagged is None:
        return None
    lon, lat = (head.names[head.tag_cells.index(tag)] for tag in tagged)
    return lon, lat


def _where(head: CsvHead, lon: str | None, lat: str | None, position: str | None) -> PointColumns:
    if lon is lat is position is None:
        lon, lat = tagged_columns(head) or (None, None)
    schema = pa.schema([(name, pa.string()) for name in head.names if name != "geometry"])
    return point_columns(schema, lon=lon, lat=lat, position=position)


@dataclass(frozen=True, slots=True)
class _Opened:
    """An open file of which the first lines have been read."""

    head: CsvHead
    raw: pa.NativeFile
    stream: pa.NativeFile
    read: bytes
    size: int
    closing: ExitStack

    @classmethod
    def of(cls, path: Path, form: Format, *, copied: bool) -> _Opened:
        if not path.is_file():
            raise LabelFileError(path, "no such file")
        size = path.stat().st_size
        if not size:
            raise LabelFileError(path, "is empty; expected a line of column names")
        closing = ExitStack()
        try:
            raw = closing.enter_context(pa.OSFile(str(path), "rb"))
            stream = raw
            if form.codec is not None:
                stream = closing.enter_context(pa.CompressedInputStream(raw, form.codec))
            read = stream.read(HEAD_BYTES)
            whole = len(read) < HEAD_BYTES
            head = read_head(path, read, usual=form.delimiter, whole=whole, copied=copied)
        except BaseException as error:
            closing.close()
            if (
                not isinstance(error, pa.ArrowException | OSError)
                or getattr(error, "errno", None) is not None
            ):
                raise
            raise LabelFileError(path, f"cannot be read as csv: {error}") from error
        return cls(head, raw, stream, read, size, closing)

    def rows(self, encoding: str | None) -> Resumed:
        """Return the bytes after the first lines, in UTF-8 if an encoding is named."""
        return Resumed(self.read[self.head.bytes :], self.stream, encoding)

    def source(self, schema: pa.Schema, batches: Iterator[pa.RecordBatch]) -> Source:
        return Source(
            schema=schema,
            batches=batches,
            done=lambda: self.raw.tell() / self.size if not self.raw.closed else 1.0,
            delimiter=self.head.dialect.delimiter,
            head=self.head,
            closing=self.closing,
        )
