"""A user's own gazetteer: OCHA's populated places, a GeoNames dump, or any table with names and positions."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geodata.errors import GeodataError, PositionError
from geodata.foreign import TooMuchError, bytes_within
from geodata.place import Place
from geodata.place_columns import USUAL, PlaceColumns, place_columns
from geodata.position import parse_coordinate
from geodata.tables.encoding import TableTextError, encoding_of
from geodata.tables.hxl import is_tag_row
from geodata.tables.rows import TableRows, read_rows

MAX_BYTES = 200_000_000
MAX_PLACES = 500_000

_DUMP = ("geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class")
"""The first columns of a GeoNames dump, by its readme; the fifteenth of nineteen is the population."""
_DUMP_COLUMNS = 19
_DUMP_HEADER = (*_DUMP, *("-",) * 7, "population", *("-",) * 4)

_POPULATED = "P"
_CLASSES = set("AHLPRSTUV")
_POPULATION = re.compile(r"\d{1,10}")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_LINE_END = re.compile(r"\r\n|\n|\r")
_PARTING = re.compile(r"[,،]")
_BOX = (30.0, 28.0, 48.0, 42.0)  # Syria and well round it: a place outside is a sign of swapped columns


class OwnPlacesError(GeodataError, ValueError):
    """
    A gazetteer that cannot be used.

    Attributes
    ----------
    path
        The file.
    line
        The line at fault, from 1; None if it is the file as a whole.
    """

    def __init__(self, path: Path, problem: str, *, line: int | None = None) -> None:
        self.path = path
        self.line = line
        super().__init__(f"{path}{f', line {line}' if line else ''}: {problem}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlaces:
    """The places of a file, and in words what of it was left out or had to be found out."""

    places: tuple[Place, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    values: Mapping[str, str]
    spellings: tuple[str, ...]


def load_places(path: str | os.PathLike[str]) -> tuple[Place, ...]:
    """
    Return the places of a file, to be given to `Toponyms` beside or instead of the built-in ones.

    Parameters
    ----------
    path
        A table as text with a header that names columns for name, longitude and latitude (OCHA's populated
        places are one), or a GeoNames dump such as ``SY.txt``, with or without a header, of which the populated
        places are taken. Parted by commas, semicolons, tabs or bars; in UTF-8, UTF-16 with its mark, or an
        encoding of Windows.

    Raises
    ------
    OwnPlacesError
        If the file cannot be read as such a table; the message names the line and what was expected.
    """
    return read_places(path).places


def read_places(path: str | os.PathLike[str]) -> OwnPlaces:
    """Return what `load_places` does, with notes on what was left out."""
    source = Path(path)
    told = _Told()
    table = _table(source, _content(source))
    places = tuple(_place(source, row) for row in _rows(source, table, told))
    notes = (*table.notes, *told.notes())
    if not places:
        why = "; ".join(notes) or "expected one a line after the header"
        raise OwnPlacesError(source, f"no place in it; {why}")
    return OwnPlaces(places=places, notes=notes)


def _content(path: Path) -> bytes:
    try:
        return bytes_within(path, MAX_BYTES)
    except TooMuchError as error:
        raise OwnPlacesError(path, str(error)) from None
    except OSError as error:
        raise OwnPlacesError(path, f"cannot be read ({error.strerror}); expected a table as text") from error


def _table(path: Path, content: bytes) -> TableRows:
    try:
        dump = _dump(path, content)
        return read_rows(content, most=MAX_PLACES) if dump is None else dump
    except TableTextError as error:
        raise OwnPlacesError(path, str(error)) from error


def _dump(path: Path, content: bytes) -> TableRows | None:
    """Return a GeoNames dump without a header, whose quotation marks are letters; None if it is none."""
    encoding = encoding_of(content, whole=True)
    try:
        text = content[len(encoding.mark) :].decode(encoding.name)
    except UnicodeDecodeError:
        return None
    lines = [line.split("\t") for line in _LINE_END.split(text.strip("\r\n"))]
    if len(lines[0]) != _DUMP_COLUMNS or not lines[0][0].isdigit():
        return None
    if len(lines) > MAX_PLACES:
        raise OwnPlacesError(path, f"more than {MAX_PLACES:,} rows; expected at most so many")
    for number, cells in enumerate(lines, 1):
        if len(cells) != _DUMP_COLUMNS:
            problem = f"{len(cells)} columns; expected the {_DUMP_COLUMNS} of a GeoNames dump, parted by tabs"
            raise OwnPlacesError(path, problem, line=number)
    named = tuple((number, [f"geonames:{cells[0]}", *cells[1:]]) for number, cells in enumerate(lines, 1))
    return TableRows(header=_DUMP_HEADER, rows=named, tags=(), delimiter="\t", notes=())


@dataclass(slots=True)
class _Told:
    """What is left out: lines without a name or position, and places of other classes than towns."""

    lines: dict[str, list[int]] = field(default_factory=dict)
    classes: Counter[str] = field(default_factory=Counter)
    others: list[str] = field(default_factory=list)

    def left_out(self, why: str, line: int) -> None:
        self.lines.setdefault(why, []).append(line)

    def notes(self) -> tuple[str, ...]:
        notes = []
        for why, lines in self.lines.items():
            where = ", ".join(map(str, lines[:3])) + (" ..." if len(lines) > 3 else "")
            notes.append(f"{_counted(len(lines))} left out, without a {why}: line {where}")
        if self.classes:
            told = ", ".join(f"{kind or 'none'} {count:,}" for kind, count in sorted(self.classes.items()))
            total = _counted(self.classes.total())
            notes.append(f"{total} left out, of other feature classes than P, populated places: {told}")
        return (*notes, *self.others)


def _counted(rows: int) -> str:
    return f"{rows:,} {'row' if rows == 1 else 'rows'}"


def _rows(path: Path, table: TableRows, told: _Told) -> Iterator[_Row]:
    """Yield the rows that are populated places with a name and a position."""
    tags = table.header if is_tag_row(table.header) else table.tags
    found = place_columns(table.header, tags)
    if found.missing:
        wanted = "; ".join(f"{name} ({', '.join(USUAL[name])})" for name in found.missing)
        there = ", ".join(filter(None, (name.strip() for name in table.header))) or "none"
        raise OwnPlacesError(path, f"no column for {wanted}; it has {there}")
    by_class = _has_classes(table, found, told)
    for line, cells in table.rows:
        if any(cell.strip() for cell in cells[len(table.header) :]):
            problem = (
                f"{len(cells)} cells under {len(table.header)} columns; expected quotation marks round a cell"
            )
            raise OwnPlacesError(path, f"{problem} that holds {table.delimiter!r}", line=line)
        row = _row(line, cells, found)
        kind = row.values["feature_class"].upper()
        if by_class and kind != _POPULATED:
            told.classes[kind] += 1
        elif not (row.values["name"] or row.values["name_ar"]):
            told.left_out("name", line)
        elif not (row.values["lon"] or row.values["lat"]):
            told.left_out("position", line)
        else:
            yield row


def _has_classes(table: TableRows, found: PlaceColumns, told: _Told) -> bool:
    """Return whether a column tells populated places from mountains, as GeoNames does it."""
    if found.feature_class is None:
        return False
    kinds = {_cell(cells, found.feature_class).upper() for _, cells in table.rows} - {""}
    if kinds and kinds <= _CLASSES:
        return True
    name = table.header[found.feature_class].strip()
    told.others.append(f"the column {name} holds none of GeoNames's classes: all rows are taken as places")
    return False


def _row(line: int, cells: list[str], found: PlaceColumns) -> _Row:
    fields = ("id", "name", "name_ar", "lon", "lat", "population", "feature_class")
    values = {name: _cell(cells, getattr(found, name)) for name in fields}
    spellings = [part for at in found.spellings for part in _parted(_cell(cells, at))]
    if not values["name_ar"]:
        values["name_ar"] = next((one for one in spellings if _ARABIC.match(one)), "")
    return _Row(line, values, tuple(dict.fromkeys(spellings)))


def _cell(cells: list[str], at: int | None) -> str:
    return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""


def _parted(told: str) -> list[str]:
    """Return spellings that are parted by bars, else by semicolons, else by commas."""
    mark = next((mark for mark in "|;" if mark in told), None)
    parts = told.split(mark) if mark else _PARTING.split(told)
    return [part.strip() for part in parts if part.strip()]


def _place(path: Path, row: _Row) -> Place:
    values = row.values
    lon, lat = _position(path, row)
    population = values["population"].replace(",", "").split(".")[0]
    return Place(
        id=values["id"] if ":" in values["id"] else f"own:{values['id'] or row.line}",
        name=values["name"] or values["name_ar"],
        name_ar=values["name_ar"],
        lon=lon,
        lat=lat,
        population=(int(population) or None) if _POPULATION.fullmatch(population) else None,
        spellings=row.spellings,
        source=path.name,
    )


def _position(path: Path, row: _Row) -> tuple[float, float]:
    told = f"longitude {row.values['lon']!r}, latitude {row.values['lat']!r}"
    try:
        lon = parse_coordinate(row.values["lon"], axis="lon")
        lat = parse_coordinate(row.values["lat"], axis="lat")
    except PositionError as error:
        problem = f"{told}; expected degrees such as 36.80 and 35.86 ({error})"
        raise OwnPlacesError(path, problem, line=row.line) from None
    west, south, east, north = _BOX
    if not (west <= lon <= east and south <= lat <= north):
        swapped = west <= lat <= east and south <= lon <= north
        remedy = (
            "the two columns seem to be swapped"
            if swapped
            else "expected a place in or near Syria, in degrees"
        )
        raise OwnPlacesError(path, f"{told}; {remedy}", line=row.line)
    return lon, lat
