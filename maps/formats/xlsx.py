"""XLSX: a sheet for each layer and one that says what they rest on; no cell is a formula."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from maps.formats.csv_hxl import units_above
from maps.formats.encoded import Encoded
from maps.formats.gdal import day_of
from maps.formats.plain import in_words, sources_of
from maps.formats.table import Table, plain_type, table
from maps.formats.text import defused, for_xml
from zones.about import about

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from zones.zone_set import Layer, ZoneSet

__all__ = ["MOST_CHARACTERS", "encode"]

MOST_CHARACTERS = 32_767
"""Of a cell's text; a longer one is cut, with a mark."""

_CUT = "… (cut)"
_WIDEST = 60
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST_YEAR = 1901  # spreadsheets count days from 1900, which they take for a leap year
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return layers as sheets, lists in words; the sheet `evidence` holds every quotation by itself.

    Text that a spreadsheet would take for a formula has an apostrophe before it, as in CSV, for a sheet is
    often saved as that.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - an extra
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    book = Workbook()
    book.remove(book.worksheets[0])
    for layer in layers:
        held = table(zone_set, layer)
        _sheet(book.create_sheet(layer), *_cells(held, zone_set))
    _sheet(book.create_sheet("about"), ("topic", "words"), about(zone_set).rows())
    told = about(zone_set)
    book.properties.creator = told.tool
    book.properties.title = "Zones, reconstructed from words"
    book.properties.description = for_xml(told.citation)
    day = datetime.fromisoformat(day_of(zone_set))
    book.properties.created = book.properties.modified = day
    out = io.BytesIO()
    try:
        with _Undated(out, "w", zipfile.ZIP_DEFLATED) as archive:
            ExcelWriter(book, archive).write_data()
    except OSError:
        raise
    except Exception as error:  # lxml, where it is installed, has an error of its own for a full disk
        if type(error).__name__ != "SerialisationError":
            raise
        raise OSError(f"the sheets could not be written: {error}") from error
    return Encoded(content=out.getvalue())


def _cells(held: Table, zone_set: ZoneSet) -> tuple[list[str], list[list[object]]]:
    """Return the head and rows of a sheet."""
    head = [key for key in held.types if (held.name, key) != ("passed_over", "evidence")]  # text says it
    rows = [[_cell(key, row[key], held) for key in head] for row in held.rows]
    if "evidence" in held.types:
        head.append("sources")
        rows = [[*cells, sources_of(row["evidence"])] for cells, row in zip(rows, held.rows, strict=True)]
    if held.name == "members" and held.rows:
        head += [*units_above(held.rows[0]["pcode"], zone_set)]
        above = (units_above(row["pcode"], zone_set).values() for row in held.rows)
        rows = [[*cells, *units] for cells, units in zip(rows, above, strict=True)]
    return head, rows


def _cell(key: str, value: object, held: Table) -> object:
    """Return a cell: a list in words, and a day as one, if it is of a year that spreadsheets count from."""
    if isinstance(value, str) and plain_type(held.types[key]) is date:
        day = date.fromisoformat(value)
        return day if day.year >= _FIRST_YEAR else value
    return in_words(key, value)


def _sheet(sheet: Worksheet, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Fill a sheet: a fixed head with filters, and columns as wide as their texts up to a limit."""
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    widths = [len(name) for name in head]
    for number, row in enumerate([head, *rows], 1):
        for column, value in enumerate(row, 1):
            if value is None:
                continue
            cell = sheet.cell(number, column)
            cell.value = _safe(value)
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=len(str(value)) > _WIDEST)
            if number == 1:
                cell.font = Font(bold=True)
            widths[column - 1] = max(widths[column - 1], min(len(str(value)), _WIDEST))
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _safe(value: object) -> str | float | date:
    """Return a cell's value: harmless text, or the number or day as it is.

    Spreadsheets take ``_x003D_`` for an equals sign (ISO/IEC 29500-1, ST_Xstring), so a text that holds it is
    written with its first mark escaped.
    """
    if isinstance(value, bool | int | float | date):
        return value
    text = _LIKE_AN_ESCAPE.sub("_x005F_", defused(for_xml(str(value))))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(_CUT)] + _CUT


class _Undated(zipfile.ZipFile):
    """An archive whose members have one day in place of the times of their making, which it may not know."""

    def writestr(  # type: ignore[override]
        self, name: str, data: bytes | str, compress_type: int | None = None, compresslevel: int | None = None
    ) -> None:
        """Add a member."""
        entry = zipfile.ZipInfo(name, date_time=_EPOCH)
        super().writestr(entry, data, compress_type or zipfile.ZIP_DEFLATED, compresslevel)

    def write(self, filename: str, arcname: str) -> None:  # type: ignore[override]
        """Add a file as a member."""
        self.writestr(arcname, Path(filename).read_bytes())
