"""Shapefiles in one zip, with a text that says what the format could not hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geodata.archives import zipped
from maps.formats.encoded import Encoded
from maps.formats.gdal import day_of, fixed_clock, folder, write_layer
from maps.formats.plain import in_words
from maps.formats.table import Table, plain_type, table
from maps.formats.text import for_c
from zones.about import about

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["FIELDS", "MOST_BYTES", "encode"]

MOST_BYTES = 254
"""Of a text in a Shapefile's table, in UTF-8."""

FIELDS = {
    "governorate": "gov",
    "governorate_name": "gov_name",
    "district_name": "dist_name",
    "nationality": "nation",
    "nationality_name": "nation_nam",
    "place_relation": "place_rel",
    "speaks_for": "speaks_for",
    "reported_by": "reporter",
    "unresolved": "unresolved",
}
"""Names of columns that are longer than the ten letters a Shapefile allows."""


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return layers as Shapefiles in UTF-8, zipped with a README of what was lost."""
    day = day_of(zone_set)
    notes: list[str] = []
    with folder() as place, fixed_clock(day):
        for layer in layers:
            held, lost = _fitted(table(zone_set, layer))
            notes += [f"{layer}.shp: {line}" for line in lost]
            write_layer(held, place / f"{layer}.shp", "ESRI Shapefile", DBF_DATE_LAST_UPDATE=day)
        readme = _readme(zone_set, layers, notes)
        shapes = {path.name: path.read_bytes() for path in sorted(place.iterdir())}
        return Encoded(content=zipped({"README.txt": readme.encode("utf-8")} | shapes))


def _fitted(held: Table) -> tuple[Table, list[str]]:
    """Return a table as a Shapefile can hold it, and what that cost."""
    lost = [f"the column {key} is called {FIELDS[key]}" for key in held.types if FIELDS.get(key, key) != key]
    cut: dict[str, int] = {}
    rows = []
    for row in held.rows:
        fitted: dict[str, object] = {}
        for key, value in row.items():
            words = in_words(key, value)
            if isinstance(words, str):
                short = _cut(for_c(words))
                cut[key] = cut.get(key, 0) + (short != for_c(words))
                words = short
            fitted[FIELDS.get(key, key)] = words
        rows.append(fitted)
    listed = [key for key, kind in held.types.items() if plain_type(kind) is None]
    lost += [f"{key}: the list is told in words" for key in listed]
    lost += [f"{key}: cut after {MOST_BYTES} bytes in {n} of {len(rows)} rows" for key, n in cut.items() if n]
    types = {FIELDS.get(key, key): str if key in listed else kind for key, kind in held.types.items()}
    return replace(held, rows=tuple(rows), types=types), lost


def _cut(text: str) -> str:
    """Return text that fits, cut between characters and with a mark."""
    if len(text.encode("utf-8")) <= MOST_BYTES:
        return text
    mark = "…"
    kept = text.encode("utf-8")[: MOST_BYTES - len(mark.encode("utf-8"))]
    return kept.decode("utf-8", errors="ignore") + mark


def _readme(zone_set: ZoneSet, layers: tuple[Layer, ...], notes: list[str]) -> str:
    lines = [
        f"Shapefiles of {', '.join(layers)}; WGS 84, text in UTF-8.",
        "",
        *(f"{topic}: {words}" for topic, words in about(zone_set).rows()),
        "",
        "What a Shapefile cannot hold:",
        *(f"- {note}" for note in notes or ["nothing was lost"]),
        "- absent text is empty; blanks at the start and end of a text are gone; true may be 1 or T",
        "",
        "GeoPackage (.gpkg) and the full model (.json) hold everything.",
    ]
    return "\n".join(lines) + "\n"
