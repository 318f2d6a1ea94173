"""
QGIS styles (QML) of the layers of a GeoPackage: solid for whole, hatched for part, a hue for each zone.

Claims about one zone share its point, so they are drawn in a ring round it, each with the name of its nationality;
those without a place stand in the legend with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring  # nosec B405 # only written

from maps.formats.text import for_xml
from maps.palette import zone_colour
from zones.claims import Status

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["style_of"]

_VERSION = "3.28.0"
_INK = "#3c3c3c"
_STATUS = {
    Status.AGREED: "#1c6b3c",
    Status.PLANNED: "#22832b",
    Status.PROPOSED: "#2862d4",
    Status.POSSIBLE: "#5ca6f7",
    Status.DISCUSSED: "#733a9a",
    Status.UNDECIDED: "#8e4e07",
    Status.UNCONFIRMED: "#6a7076",
    Status.DENIED: "#cc3c5b",
    Status.REJECTED: "#a50d57",
}

_Layers = Sequence[tuple[str, dict[str, str]]]
_Rule = tuple[str, str, str, _Layers]  # a label, an expression of QGIS, a kind of symbol, and its layers


def style_of(layer: Layer, zone_set: ZoneSet) -> str | None:
    """Return the style of a layer as QML; None for one without geometry."""
    if layer == "zones":
        return _qml(_by_rules(_zone_rules(zone_set, "zone")), _names(points=9, priority=9))
    if layer == "members":
        return _qml(_by_rules(_zone_rules(zone_set, "zone")), _names(points=7, priority=2))
    if layer == "units":
        return _qml(_by_rules([("Sub-district", "TRUE", "fill", _outline())]))
    if layer == "claims":
        return _qml(_spread(_by_rules(_claim_rules(zone_set)), label="nationality_name"))
    return None


def _claim_rules(zone_set: ZoneSet) -> Iterator[_Rule]:
    for status, colour in _STATUS.items():
        yield str(status), f"\"status\" = '{status}' AND $geometry IS NOT NULL", "marker", _dot(colour)
    nowhere = sum(claim.zone is None for claim in zone_set.claims)
    if nowhere:
        told = f"without a place: {nowhere}, in the attribute table only"
        yield told, "$geometry IS NULL", "marker", _dot("#ffffff", edge=_INK)


def _zone_rules(zone_set: ZoneSet, column: str) -> Iterator[_Rule]:
    for number, zone in enumerate(zone_set.zones, 1):
        colour = zone_colour(number)
        for extent, layers in (("whole", _solid(colour)), ("part", _hatched(colour))):
            own = f'"{column}" = {_quoted(zone.id)} AND "extent" = {_quoted(extent)}'
            yield f"{zone.name}, {extent}", own, "fill", layers


def _quoted(text: str) -> str:
    """Return text as a string of QGIS's expressions."""
    escaped = text.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _qml(renderer: Element, labeling: Element | None = None) -> str:
    root = Element(
        "qgis",
        version=_VERSION,
        styleCategories="Symbology|Labeling",
        labelsEnabled=str(int(labeling is not None)),
    )
    root.append(renderer)
    if labeling is not None:
        root.append(labeling)
    return "<!DOCTYPE qgis>\n" + tostring(root, encoding="unicode")


def _by_rules(rules: Iterable[_Rule]) -> Element:
    renderer = Element("renderer-v2", type="RuleRenderer", forceraster="0", symbollevels="0")
    listed = SubElement(renderer, "rules", key="{00000000-0000-0000-0000-000000000000}")
    symbols = SubElement(renderer, "symbols")
    for number, (name, test, kind, layers) in enumerate(rules):
        key = f"{{00000000-0000-0000-0000-{number + 1:012d}}}"
        SubElement(listed, "rule", key=key, symbol=str(number), label=for_xml(name), filter=for_xml(test))
        _symbol(symbols, str(number), kind, layers)
    return renderer


def _spread(renderer: Element, *, label: str) -> Element:
    """Return a renderer that draws points which share a place in a ring round it, each with its label."""
    ring = {"circleWidth": "0.2", "circleColor": _rgba(_INK, 120), "circleRadiusAddition": "2"}
    text = {"labelAttributeName": label, "labelColor": _rgba(_INK), "labelDistanceFactor": "0.6"}
    near = {"placement": "0", "tolerance": "3", "toleranceUnit": "MM"}
    spread = Element("renderer-v2", {"type": "pointDisplacement", "forceraster": "0"} | near | ring | text)
    SubElement(spread, "labelFontProperties", description="Sans Serif,7,-1,5,50,0,0,0,0,0", style="")
    spread.append(renderer)
    _symbol(spread, "centerSymbol", "marker", [("SimpleMarker", _marker(_INK, size="1"))])
    return spread


def _symbol(parent: Element, name: str, kind: str, layers: _Layers) -> None:
    symbol = SubElement(parent, "symbol", name=name, type=kind, alpha="1", clip_to_extent="1", force_rhr="0")
    for number, (layer_class, options) in enumerate(layers):
        drawn = {"class": layer_class, "enabled": "1", "locked": "0", "pass": "0"}
        layer = SubElement(symbol, "layer", drawn)
        told = SubElement(layer, "Option", type="Map")
        for key, value in options.items():
            SubElement(told, "Option", name=key, value=value, type="QString")
        if layer_class == "LinePatternFill":
            _symbol(layer, f"@{name}@{number}", "line", [("SimpleLine", _line(options["color"], 0.35))])


def _names(*, points: int, priority: int) -> Element:
    """Return labels with names, as large as that; those of a higher priority (0 to 10) are placed before others."""
    labeling = Element("labeling", type="simple")
    settings = SubElement(labeling, "settings", calloutType="simple")
    style = SubElement(
        settings,
        "text-style",
        fieldName="name",
        fontSize=str(points),
        fontSizeUnit="Point",
        textColor=_rgba(_INK),
    )
    SubElement(style, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferColor=_rgba("#ffffff"))
    SubElement(settings, "placement", placement="1", priority=str(priority), dist="1", distUnits="MM")
    return labeling


def _solid(colour: str) -> _Layers:
    return [("SimpleFill", {"color": _rgba(colour, 130), "style": "solid"} | _edge(colour))]


def _hatched(colour: str) -> _Layers:
    hatch = {"color": _rgba(colour), "angle": "45", "distance": "2", "distance_unit": "MM"}
    edge = {"color": _rgba(colour, 25), "style": "solid"} | _edge(colour) | {"outline_style": "dash"}
    return [("SimpleFill", edge), ("LinePatternFill", hatch)]


def _outline() -> _Layers:
    edge = _edge(_INK) | {"outline_width": "0.15"}
    return [("SimpleFill", {"color": _rgba("#ffffff", 0), "style": "no"} | edge)]


def _dot(colour: str, *, edge: str = "#ffffff") -> _Layers:
    return [
        ("SimpleMarker", _marker(colour, size="3") | {"outline_color": _rgba(edge), "outline_width": "0.4"})
    ]


def _marker(colour: str, *, size: str) -> dict[str, str]:
    return {"color": _rgba(colour), "name": "circle", "size": size, "size_unit": "MM"}


def _edge(colour: str) -> dict[str, str]:
    return {
        "outline_color": _rgba(colour),
        "outline_style": "solid",
        "outline_width": "0.4",
        "outline_width_unit": "MM",
    }


def _line(colour: str, width: float) -> dict[str, str]:
    return {"line_color": colour, "line_style": "solid", "line_width": f"{width:g}", "line_width_unit": "MM"}


def _rgba(colour: str, alpha: int = 255) -> str:
    """Return a colour such as #cc3c5b as QGIS writes it.

    Examples
    --------
    >>> _rgba("#cc3c5b", 130)
    '204,60,91,130'
    """
    return ",".join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5)) + f",{alpha}"
