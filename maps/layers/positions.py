"""Tables as text whose rows have positions: a point each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shapely import Point

from geodata.errors import PositionError
from geodata.foreign import TooMuchError, bytes_within
from geodata.position import parse_coordinate, parse_position
from geodata.tables import TableRows, TableTextError, read_rows
from maps.layers.errors import LayerError
from maps.layers.frame import as_text
from maps.layers.layer import MOST_FEATURES, Layer, made_layer
from zones.labels.columns import coordinate_columns, position_column
from zones.labels.errors import LabelError

TABLES = (".csv", ".tsv", ".tab", ".txt")
"""Endings of tables as text."""

MOST_BYTES = 100_000_000
_SHOWN = 3
_LONGEST = 60


def read_positions(path: Path, *, title: str) -> Layer:
    """
    Return the points of a table.

    Parameters
    ----------
    path
        The table; cells parted by commas, semicolons, tabs or bars.
    title
        What the legend calls it.

    Raises
    ------
    LayerError
        If it is no table, no columns of it tell positions by their names, or a map can't show them.
    """
    table = _table(path)
    columns = [name.strip() or f"column {at}" for at, name in enumerate(table.header, 1)]
    axes = _position_columns(path, columns, table.tags)
    rows, shapes, misread = [], [], []
    for line, cells in table.rows:
        padded = [*cells, *[""] * (len(columns) - len(cells))][: len(columns)]
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            problem = f"line {line} has {len(cells)} cells where the header names {len(columns)}"
            raise LayerError(str(path), f"{problem}; put quotation marks round cells with a comma")
        try:
            shapes.append(_point([padded[at] for at in axes]))
        except PositionError as error:
            told = ", ".join(repr(padded[at].strip()[:_LONGEST]) for at in axes)
            misread.append(f"line {line}: {told} ({str(error)[:200]})")
            shapes.append(None)
        rows.append(tuple(as_text(cell) for cell in padded))
    notes = [*table.notes]
    if misread:
        more = f", and {len(misread) - _SHOWN:,} more" if len(misread) > _SHOWN else ""
        what = "row has" if len(misread) == 1 else "rows have"
        notes.append(
            f"{len(misread):,} {what} a position that cannot be read: {'; '.join(misread[:_SHOWN])}{more}"
        )
    return made_layer(title, columns, rows, shapes, source=str(path), notes=notes)


def _table(path: Path) -> TableRows:
    try:
        return read_rows(bytes_within(path, MOST_BYTES), most=MOST_FEATURES)
    except TooMuchError as error:
        raise LayerError(str(path), f"{error}; give the rows that matter") from None
    except TableTextError as error:
        raise LayerError(str(path), str(error)) from error
    except OSError as error:
        raise LayerError(str(path), f"cannot be read ({error.strerror})") from error


def _position_columns(path: Path, columns: list[str], tags: Sequence[str]) -> list[int]:
    """Return where longitude and latitude are, or the one column with both."""
    for names in (columns, list(tags)):
        try:
            pair = coordinate_columns(names)
            whole = position_column(names) if pair is None else None
        except LabelError as error:
            told = str(error).partition(";")[0]
            problem = f"{told}, and which of them is the position is not clear; rename those that are not"
            raise LayerError(str(path), problem) from error
        if pair is not None or whole is not None:
            return [names.index(name) for name in pair or (whole or "",)]
    problem = (
        "no columns of positions; expected lon and lat, or one called latlon, mgrs, utm or pluscode; its columns "
        f"are {', '.join(columns)}"
    )
    raise LayerError(str(path), problem)


def _point(cells: list[str]) -> Point | None:
    """Return the point of a row, None where nothing is written."""
    if not any(cell.strip() for cell in cells):
        return None
    if len(cells) == 1:
        found = parse_position(cells[0])
        return Point(found.lon, found.lat)
    lon, lat = cells
    if not lon.strip() or not lat.strip():
        raise PositionError("one of the two coordinates is missing")
    return Point(parse_coordinate(lon, axis="lon"), parse_coordinate(lat, axis="lat"))
