"""GeoPackage: every layer in one file, with default QGIS styles and a table of what it rests on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from maps.formats.encoded import Encoded
from maps.formats.gdal import day_of, fixed_clock, folder, write_layer
from maps.formats.qgis_styles import style_of
from maps.formats.table import table
from maps.formats.text import for_c
from zones.about import about

if TYPE_CHECKING:
    from pathlib import Path

    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode"]

_VERSION = "1.3"
"""Of the standard. GDAL before 3.7 (Debian 12, Ubuntu 22.04) warns of 1.4, of whose novelties nothing is used here."""

_DESCRIPTIONS: dict[Layer, str] = {
    "zones": "Zones, the whole and the part of each by itself; lists are JSON",
    "members": "Units in zones, with extent, rule and quotations",
    "units": "All sub-districts, with the zones they lie in",
    "claims": "Claims about monitors, at a point of their zone",
    "evidence": "Quotations, and what rests on them",
    "passed_over": "Sentences from which nothing was made, each with the reason",
}

# The table in which QGIS keeps styles; it takes the one that is marked as default when a layer is added.
_STYLES = """
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
    styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30),
    ui TEXT(30), update_time DATETIME DEFAULT CURRENT_TIMESTAMP
);
"""

_STYLE = """
INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column,
    styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)
"""

_CONTENTS = """
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change) VALUES (?, ?, ?, ?, ?)
"""


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return layers as a GeoPackage."""
    day = day_of(zone_set)
    with folder() as place:
        path = place / "zones.gpkg"
        with fixed_clock(day):
            for layer in layers:
                write_layer(
                    table(zone_set, layer), path, "GPKG", VERSION=_VERSION, DESCRIPTION=_DESCRIPTIONS[layer]
                )
        _finish(path, zone_set, layers, f"{day}T00:00:00.000Z")
        return Encoded(content=path.read_bytes())


def _finish(path: Path, zone_set: ZoneSet, layers: tuple[Layer, ...], now: str) -> None:
    """Add the styles and the table `about`."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA synchronous = OFF")  # the file is read and deleted
        file.executescript(_STYLES)
        for layer in layers:
            style = style_of(layer, zone_set)
            if style is not None:
                file.execute(
                    _STYLE,
                    (layer, layer, style, _DESCRIPTIONS[layer], now),
                )
        file.execute(_CONTENTS, ("layer_styles", "attributes", "layer_styles", "", now))
        file.execute("CREATE TABLE about (id INTEGER PRIMARY KEY NOT NULL, topic TEXT, words TEXT)")
        rows = [(for_c(topic), for_c(words)) for topic, words in about(zone_set).rows()]
        file.executemany("INSERT INTO about (topic, words) VALUES (?, ?)", rows)
        told = ("about", "attributes", "about", "Tool, sources, attribution, and how to cite", now)
        file.execute(_CONTENTS, told)
