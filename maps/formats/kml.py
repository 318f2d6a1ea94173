"""KML 2.2: a styled folder for each zone and one for claims, quotations in the balloons."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring  # nosec B405 # only written

import shapely

from maps.formats.encoded import Encoded
from maps.formats.plain import in_words
from maps.formats.table import Table, table
from maps.formats.text import for_xml
from maps.palette import zone_colour
from zones.about import about

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode"]

Row = dict[str, Any]

_SPACE = "http://www.opengis.net/kml/2.2"
_PLAIN = "plain"


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return layers as KML.

    Every text is escaped twice where it stands in HTML, once for the balloon and once for XML; characters
    that XML does not allow become U+FFFD.
    """
    root = Element("kml", xmlns=_SPACE)
    document = SubElement(root, "Document")
    _text(document, "name", "Zones, reconstructed from words")
    _text(document, "description", _list(about(zone_set).rows()))
    _styles(document, zone_set)
    for layer in layers:
        _layer(document, table(zone_set, layer), zone_set)
    indent(root, space=" ")
    return Encoded(
        content=b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8") + b"\n"
    )


def _layer(document: Element, held: Table, zone_set: ZoneSet) -> None:
    """Add a layer: zones and members in a folder for each zone, others in one."""
    if held.name not in {"zones", "members"}:
        _folder(document, held.name.capitalize(), held, range(len(held.rows)), {})
        return
    for number, zone in enumerate(zone_set.zones, 1):
        chosen = [i for i, row in enumerate(held.rows) if row["zone"] == zone.id]
        name = zone.name if held.name == "zones" else f"{zone.name}: members"
        _folder(document, name, held, chosen, {e: f"zone-{number}-{e}" for e in ("whole", "part")})


def _folder(parent: Element, name: str, held: Table, chosen: Iterable[int], styles: dict[str, str]) -> None:
    folder = SubElement(parent, "Folder")
    _text(folder, "name", name)
    for i in chosen:
        row, shape = held.rows[i], held.shapes[i]
        placemark = SubElement(folder, "Placemark")
        _text(placemark, "name", _name(held, row))
        _text(placemark, "description", _list((key, in_words(key, row[key])) for key in held.types))
        if row.get("said_on"):  # here and not before, for the schema has an order
            _text(SubElement(placemark, "TimeStamp"), "when", row["said_on"])
        _text(placemark, "styleUrl", f"#{styles.get(str(row.get('extent')), _PLAIN)}")
        _data(placemark, row)
        if shape is not None:
            _geometry(placemark, shape)


def _name(held: Table, row: Row) -> str:
    if held.name == "claims":
        return f"{row['nationality_name']}: {row['status']}"
    return f"{row['name']}, {row['extent']}" if "extent" in row else str(row["name"])


def _styles(document: Element, zone_set: ZoneSet) -> None:
    for number in range(1, len(zone_set.zones) + 1):
        colour = zone_colour(number)
        for extent, alpha, width in (("whole", "8c", "2.5"), ("part", "33", "1.2")):
            _style(document, f"zone-{number}-{extent}", colour, alpha, width)
    _style(document, _PLAIN, "#3c3c3c", "00", "1")


def _style(document: Element, name: str, colour: str, alpha: str, width: str) -> None:
    """Add a style; KML writes colours as alpha, blue, green, red."""
    turned = colour[5:7] + colour[3:5] + colour[1:3]
    style = SubElement(document, "Style", id=name)
    line = SubElement(style, "LineStyle")
    _text(line, "color", f"ff{turned}")
    _text(line, "width", width)
    _text(SubElement(style, "PolyStyle"), "color", f"{alpha}{turned}")


def _data(placemark: Element, row: Row) -> None:
    """Add every column as data that programs can read, lists as JSON."""
    told = SubElement(placemark, "ExtendedData")
    for key, value in row.items():
        if value is not None:
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            _text(SubElement(told, "Data", name=key), "value", text)


def _geometry(placemark: Element, shape: BaseGeometry) -> None:
    parts = shapely.get_parts(shape)
    parent = SubElement(placemark, "MultiGeometry") if len(parts) > 1 else placemark
    for part in parts:
        if part.geom_type == "Point":
            _text(SubElement(parent, "Point"), "coordinates", _coordinates(part))
            continue
        polygon = SubElement(parent, "Polygon")
        for tag, rings in (("outerBoundaryIs", [part.exterior]), ("innerBoundaryIs", part.interiors)):
            for ring in rings:
                _text(SubElement(SubElement(polygon, tag), "LinearRing"), "coordinates", _coordinates(ring))


def _coordinates(line: BaseGeometry) -> str:
    return " ".join(f"{x:.6f},{y:.6f}" for x, y in shapely.get_coordinates(line))


def _list(rows: Iterable[tuple[str, object]]) -> str:
    """Return topics and words as HTML for a balloon, without those that say nothing."""
    told = (
        f"<dt>{escape(topic)}</dt><dd>{escape(str(words))}</dd>"
        for topic, words in rows
        if words not in {None, ""}
    )
    return f"<dl>{''.join(told)}</dl>"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = for_xml(text)
