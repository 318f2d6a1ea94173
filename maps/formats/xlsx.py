"""XLSX: a sheet for each layer and one that says what they rest on; no cell is a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from maps.formats.csv_hxl import units_above
from maps.formats.encoded import Encoded
from maps.formats.gdal import day_of
from maps.formats.plain import in_words, sources_of
from maps.formats.table import Table, plain_type, table
from maps.formats.text import defused, for_xml
from zones.about import about

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from zones.zone_set import Layer, ZoneSet

__all__ = ["MOST_CHARACTERS", "encode"]

MOST_CHARACTERS = 32_767
"""Of a cell's text; a longer one is cut, with a mark."""

_CUT = "… (cut)"
_WIDEST = 60
_FIRST_YEAR = 1901  # spreadsheets count days from 1900, which they take for a leap year

# Spreadsheets take _x003D_ for an equals sign (ISO/IEC 29500-1, ST_Xstring), and XlsxWriter takes a text between these
# tags for markup of its own. Neither happens to a text that is written in parts, cut there.
_CUT_HERE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)|(?<=^<)(?=r>.*</r>$)", re.DOTALL)

# A text is no formula, no link and no number, whatever it looks like; and no file beside the one that is written.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return layers as sheets, lists in words; the sheet `evidence` holds every quotation by itself.

    Text that a spreadsheet would take for a formula has an apostrophe before it, as in CSV, for a sheet is
    often saved as that.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - an extra

    told = about(zone_set)
    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties(
            {
                "author": told.tool,
                "title": "Zones, reconstructed from words",
                "comments": for_xml(told.citation),
                "created": datetime.fromisoformat(day_of(zone_set)),
            }
        )
        for layer in layers:
            _add_sheet(book, layer, *_cells(table(zone_set, layer), zone_set))
        _add_sheet(book, "about", ("topic", "words"), told.rows())
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


def _add_sheet(book: Workbook, name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Add a sheet: a fixed head with filters, and columns as wide as their texts up to a limit."""
    sheet = book.add_worksheet(name)
    plain, bold = book.add_format(), book.add_format({"bold": True, "valign": "top"})
    looks = {wide: book.add_format({"valign": "top", "text_wrap": wide}) for wide in (False, True)}
    day_look = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"})
    widths = [len(title) for title in head]
    sheet.write_row(0, 0, head, bold)
    last = 0
    for last, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if value is None:
                continue
            cell = _safe(value)
            look = day_look if isinstance(cell, date) else looks[len(str(value)) > _WIDEST]
            if isinstance(cell, str) and len(parts := _CUT_HERE.split(cell)) > 1:
                sheet.write_rich_string(last, column, plain, *parts, look)
            else:
                sheet.write(last, column, cell, look)
            widths[column] = max(widths[column], min(len(str(value)), _WIDEST))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width + 2)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(head) - 1)


def _safe(value: object) -> str | float | date:
    """Return a cell's value: harmless text, or the number or day as it is."""
    if isinstance(value, bool | int | float | date):
        return value
    text = defused(for_xml(str(value)))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(_CUT)] + _CUT
