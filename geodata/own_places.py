"""A user's own gazetteer: OCHA's populated places, a GeoNames dump, or any CSV with names and positions."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from geodata.errors import GeodataError
from geodata.place import Place

MAX_BYTES = 200_000_000
MAX_PLACES = 500_000
GEONAMES_COLUMNS = 19

_POPULATED = "P"
_POPULATION = re.compile(r"\d{1,10}")
# Names of columns in lower case without blanks, hyphens and underscores, the best first.
_COLUMNS = {
    "id": ("pcode", "adm4pcode", "admin4pcode", "admin4pcod", "geonameid", "id", "code"),
    "name": (
        "nameen",
        "adm4en",
        "admin4nameen",
        "admin4name",
        "adm4name",
        "name",
        "nameenglish",
        "placename",
        "place",
    ),
    "name_ar": ("namear", "adm4ar", "admin4namear", "admin4na1", "adm4name1", "namearabic", "arabic"),
    "lon": ("lon", "longitude", "long", "lng", "x", "pointx", "centerlon"),
    "lat": ("lat", "latitude", "y", "pointy", "centerlat"),
    "population": ("population", "pop", "poptotal"),
    "spellings": ("spellings", "alternatenames", "altnames", "aliases"),
}
_NEEDED = ("name", "lon", "lat")
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


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    values: Mapping[str, str]


def load_places(path: str | os.PathLike[str]) -> tuple[Place, ...]:
    """
    Return the places of a file, to be given to `Toponyms` beside or instead of the built-in ones.

    Parameters
    ----------
    path
        UTF-8 text: a CSV or tab-separated table with a header that names columns for name, longitude and
        latitude (OCHA's populated places are one), or a GeoNames dump such as ``SY.txt``, which has no header
        and of which the populated places are taken.

    Raises
    ------
    OwnPlacesError
        If the file cannot be read as such a table; the message names the line and what was expected.
    """
    source = Path(path)
    lines = _lines(source)
    first = lines[0].split("\t")
    rows = (
        _geonames(source, lines)
        if len(first) == GEONAMES_COLUMNS and first[0].isdigit()
        else _table(source, lines)
    )
    places = tuple(_place(source, row) for row in rows)
    if not places:
        raise OwnPlacesError(source, "no place in it; expected one a line after the header")
    return places


def _lines(path: Path) -> list[str]:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise OwnPlacesError(path, f"{size:,} bytes; expected at most {MAX_BYTES:,}")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise OwnPlacesError(path, f"not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except OSError as error:
        raise OwnPlacesError(path, f"cannot be read ({error.strerror}); expected a table as text") from error
    lines = text.splitlines()
    if not lines or "\0" in lines[0]:
        raise OwnPlacesError(path, "empty, or no text; expected a table as text")
    if len(lines) > MAX_PLACES:
        raise OwnPlacesError(path, f"{len(lines):,} lines; expected at most {MAX_PLACES:,}")
    return lines


def _geonames(path: Path, lines: Sequence[str]) -> Iterator[_Row]:
    """Yield the populated places of a GeoNames dump; its columns are those of its readme."""
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            problem = (
                f"{len(cells)} columns; expected the {GEONAMES_COLUMNS} of a GeoNames dump, parted by tabs"
            )
            raise OwnPlacesError(path, problem, line=number)
        if cells[6] == _POPULATED:
            spellings = cells[3].split(",")
            arabic = next((spelling for spelling in spellings if "\u0600" <= spelling[:1] <= "\u06ff"), "")
            yield _Row(
                number,
                {
                    "id": f"geonames:{cells[0]}",
                    "name": cells[1],
                    "name_ar": arabic,
                    "lat": cells[4],
                    "lon": cells[5],
                    "population": cells[14],
                    "spellings": "|".join([cells[2], *spellings]),
                },
            )


def _table(path: Path, lines: Sequence[str]) -> Iterator[_Row]:
    header = lines[0]
    delimiter = max("\t;,", key=header.count)
    reader = csv.reader(StringIO("\n".join(lines)), delimiter=delimiter, strict=True)
    try:
        named = [_key(name) for name in next(reader, [])]
        found = {
            field: next((named.index(name) for name in names if name in named), None)
            for field, names in _COLUMNS.items()
        }
        missing = [field for field in _NEEDED if found[field] is None]
        if missing:
            told = "; ".join(f"{field} ({', '.join(_COLUMNS[field][:5])})" for field in missing)
            raise OwnPlacesError(
                path, f"no column for {told}; it has {', '.join(filter(None, named)) or 'none'}"
            )
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _Row(reader.line_num, _values(cells, found))
    except csv.Error as error:
        raise OwnPlacesError(path, f"no table ({error})", line=reader.line_num) from error


def _values(cells: Sequence[str], found: Mapping[str, int | None]) -> dict[str, str]:
    return {
        field: " ".join(cells[at].split()) if at is not None and at < len(cells) else ""
        for field, at in found.items()
    }


def _key(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _place(path: Path, row: _Row) -> Place:
    values = row.values
    if not values["name"] and not values["name_ar"]:
        raise OwnPlacesError(path, "a place without a name", line=row.line)
    lon, lat = _position(path, row)
    population = values["population"].replace(",", "").split(".")[0]
    return Place(
        id=values["id"] if ":" in values["id"] else f"own:{values['id'] or row.line}",
        name=values["name"] or values["name_ar"],
        name_ar=values["name_ar"],
        lon=lon,
        lat=lat,
        population=(int(population) or None) if _POPULATION.fullmatch(population) else None,
        spellings=tuple(dict.fromkeys(filter(None, (s.strip() for s in values["spellings"].split("|"))))),
        source=path.name,
    )


def _position(path: Path, row: _Row) -> tuple[float, float]:
    told = f"longitude {row.values['lon']!r}, latitude {row.values['lat']!r}"
    try:
        lon, lat = float(row.values["lon"]), float(row.values["lat"])
    except ValueError:
        raise OwnPlacesError(
            path, f"{told}; expected degrees such as 36.80 and 35.86", line=row.line
        ) from None
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
