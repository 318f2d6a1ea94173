"""CSV with a row of HXL hashtags under its head, P-codes of all levels, and CSVW metadata beside it.

HXL: https://hxlstandard.org.
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from maps.formats.csvw import metadata
from maps.formats.encoded import Encoded
from maps.formats.plain import quotes, sources_of
from maps.formats.table import Table, plain_type, table
from maps.formats.text import defused, for_c
from zones.about import about

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode", "units_above"]

_TAGS = {
    "id": "#meta+id",
    "zone": "#region+zone+code",
    "zone_name": "#region+zone+name",
    "kind": "#region+zone+type",
    "extent": "#region+zone+extent",
    "area_km2": "#indicator+area+km2",
    "pcode": "#loc+code+v_pcode",
    "name": "#loc+name+i_en",
    "name_ar": "#loc+name+i_ar",
    "level": "#loc+type",
    "rule": "#meta+rule",
    "share": "#indicator+share",
    "reason": "#description+reason",
    "adm1_pcode": "#adm1+code+v_pcode",
    "adm1_name": "#adm1+name+i_en",
    "adm2_pcode": "#adm2+code+v_pcode",
    "adm2_name": "#adm2+name+i_en",
    "adm3_pcode": "#adm3+code+v_pcode",
    "adm3_name": "#adm3+name+i_en",
    "district": "#adm2+code+v_pcode",
    "district_name": "#adm2+name+i_en",
    "governorate": "#adm1+code+v_pcode",
    "governorate_name": "#adm1+name+i_en",
    "nationality": "#country+code+v_iso2+monitor",
    "nationality_name": "#country+name+monitor",
    "place": "#loc+name+told",
    "place_relation": "#loc+relation",
    "place_km": "#indicator+distance+km",
    "status": "#status+claim",
    "said_by": "#contact+name+speaker",
    "speaks_for": "#country+code+v_iso2+speaker",
    "said_on": "#date+said",
    "reported_by": "#org+name+reporter",
    "headline": "#meta+headline",
    "path": "#meta+path",
    "made_by": "#meta+reader",
    "verdict": "#meta+review",
    "text": "#description+sentence",
    "detail": "#description+detail",
    "quotes": "#description+quote",
    "sources": "#meta+source",
    "subject": "#meta+subject+type",
    "subject_id": "#meta+subject+id",
    "document": "#meta+document+id",
    "start": "#meta+offset+start",
    "end": "#meta+offset+end",
    "quote": "#description+quote",
    "document_title": "#meta+document+title",
    "publisher": "#org+name+publisher",
    "published": "#date+published",
}
"""Hashtag by column; lists and records, as JSON, have one of their own."""

_ADMIN = tuple(tag for tag in _TAGS if tag.startswith("adm"))


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return a layer as CSV in UTF-8 with a byte order mark, without which Excel garbles Arabic.

    Text that a spreadsheet would take for a formula has an apostrophe before it; see `defused`.
    """
    (layer,) = layers
    held = _with_words(table(zone_set, layer), zone_set)
    flat = held.with_text()
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(flat.types)
    writer.writerow(_tag(key, held) for key in flat.types)
    writer.writerows([_cell(row[key]) for key in flat.types] for row in flat.rows)
    told = metadata(about(zone_set), held, name, lambda column: _tag(column, held))
    return Encoded(
        content=b"\xef\xbb\xbf" + out.getvalue().encode("utf-8"),
        beside={"-metadata.json": (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8")},
    )


def units_above(pcode: str, zone_set: ZoneSet) -> dict[str, str | None]:
    """Return code and name of the governorate, district and sub-district that a unit is or lies in."""
    told: dict[str, str | None] = dict.fromkeys(_ADMIN)
    for depth, unit in enumerate(zone_set.units.chain(pcode), 1):
        told |= {f"adm{depth}_pcode": unit.pcode, f"adm{depth}_name": unit.name}
    return told


def _with_words(held: Table, zone_set: ZoneSet) -> Table:
    """Return a table with the units above each member, and its quotations in words."""
    rows: list[dict[str, Any]] = [dict(row) for row in held.rows]
    types = dict(held.types)
    if held.name == "members":
        types |= dict.fromkeys(_ADMIN, str)
        rows = [row | units_above(row["pcode"], zone_set) for row in rows]
    if "evidence" in types:
        types |= {"quotes": str, "sources": str}
        rows = [
            row | {"quotes": quotes(row["evidence"]), "sources": sources_of(row["evidence"])} for row in rows
        ]
    if held.name == "passed_over":  # whose text is the quotation
        del types["quotes"]
    return Table(name=held.name, types=types, rows=tuple(rows), shapes=held.shapes, geometry=held.geometry)


def _tag(column: str, held: Table) -> str:
    if plain_type(held.types[column]) is None:
        return f"#meta+{column}+json"
    if held.name == "zones" and column == "name":
        return _TAGS["zone_name"]
    return _TAGS[column]


def _cell(value: object) -> object:
    """Return a cell as CSV has it: nothing for absent knowledge, texts harmless for spreadsheets."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(for_c(value), parted=True) if isinstance(value, str) else value
