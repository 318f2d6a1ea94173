"""
Tables as text, as people's programs write them: what parts the cells, in which encoding, with which first lines.

::

    encoding           which bytes stand for which letters, and how that is known
    dialect            what parts and quotes the cells, how lines end, a first line ``sep=;``
    rows               a whole table's cells with their line numbers
    hxl                rows of HXL hashtags below a header
    coordinate_names   columns of longitude and latitude by their names
"""

from __future__ import annotations

from geodata.tables.coordinate_names import coordinate_key
from geodata.tables.dialect import Dialect, dialect_of
from geodata.tables.encoding import Encoding, TableTextError, encoding_of
from geodata.tables.hxl import is_tag_row
from geodata.tables.rows import TableRows, read_rows

__all__ = [
    "Dialect",
    "Encoding",
    "TableRows",
    "TableTextError",
    "coordinate_key",
    "dialect_of",
    "encoding_of",
    "is_tag_row",
    "read_rows",
]
