"""Zones, members, units or claims as GeoJSON by RFC 7946, the same bytes for the same input."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import shapely

from geodata.atomic import write_whole
from zones.about import NOTICE, about
from zones.geometry_json import DECIMALS, to_json

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from geodata.units import AdminUnits
    from zones.compiler import Compiled
    from zones.zone_set import Layer, ZoneSet

__all__ = ["NOTICE", "area_geojson", "feature_collection", "save_geojson", "to_geojson"]

Json = dict[str, Any]


def save_geojson(zone_set: ZoneSet, path: str | os.PathLike[str], *, layer: Layer = "zones") -> Path:
    """Write one layer as a GeoJSON file and return its path.

    Parameters
    ----------
    zone_set
        The zones, claims and documents.
    path
        Where to write. The file is replaced at once or not at all.
    layer
        ``zones``: a feature for each zone and extent; ``members``: for each member; ``units``: for each
        sub-district, with the zones it lies in; ``claims``: for each claim, without geometry where it speaks
        of no zone; ``evidence`` and ``passed_over``: for each quotation, and each sentence from which nothing
        was made, without geometry.

    Raises
    ------
    OSError
        If the path can't be written.
    """
    return write_whole(path, to_geojson(zone_set, layer).encode("utf-8"))


def to_geojson(zone_set: ZoneSet, layer: Layer = "zones") -> str:
    """Return one layer as GeoJSON text, a feature a line."""
    told = feature_collection(zone_set, layer)
    head = [f"{_text(key)}: {_text(value)}" for key, value in told.items() if key != "features"]
    features = ",\n".join(_text(feature) for feature in told["features"])
    return "{\n" + ",\n".join([*head, f'"features": [\n{features}\n]']) + "\n}\n"


def feature_collection(zone_set: ZoneSet, layer: Layer = "zones") -> Json:
    """Return one layer as a FeatureCollection, its features sorted by id.

    Beside the features it has, as foreign members, the tool, documents and boundaries it rests on, whom to
    name and how to cite it.

    Examples
    --------
    >>> import zones
    >>> [feature["id"] for feature in feature_collection(zones.load())["features"]][:3]
    ['eastern-ghouta-part', 'idlib-part', 'idlib-whole']
    """
    features = sorted(_features(zone_set, layer), key=lambda feature: str(feature["id"]))
    told: Json = {"type": "FeatureCollection", "name": layer} | about(zone_set).to_dict()
    if box := _bbox(features):
        told["bbox"] = box
    return told | {"features": features}


def _features(zone_set: ZoneSet, layer: Layer) -> list[Json]:
    frame = zone_set.to_gdf(layer)
    columns = [str(name) for name in frame.columns if name not in {"id", "geometry"}]
    values = {name: frame[name].tolist() for name in columns}
    return [
        {
            "type": "Feature",
            "id": feature,
            "geometry": to_json(shape),
            "properties": {name: _plain(values[name][row]) for name in columns},
        }
        for row, (feature, shape) in enumerate(zip(frame["id"].tolist(), frame.geometry, strict=True))
    ]


def _plain(value: object) -> object:
    """Return a cell as JSON has it: a frame says NaN where knowledge is absent."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _bbox(features: list[Json]) -> list[float] | None:
    shapes = [shapely.geometry.shape(f["geometry"]) for f in features if f["geometry"] is not None]
    return [round(float(x), DECIMALS) for x in shapely.total_bounds(shapes)] if shapes else None


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def area_geojson(phrase: str, compiled: Compiled, units: AdminUnits) -> Json:
    """Return what one phrase comes to as a FeatureCollection: a feature for each extent, with its members."""
    features: list[Json] = []
    for extent, shape in (("part", compiled.part), ("whole", compiled.whole)):
        if shape.is_empty:
            continue
        members = [
            {
                "pcode": m.pcode,
                "name": units[m.pcode].name,
                "rule": m.rule,
                "share": m.share,
                "reason": m.reason,
            }
            for m in compiled.members
            if m.extent == extent
        ]
        features.append(
            {
                "type": "Feature",
                "id": extent,
                "geometry": to_json(shape),
                "properties": {"phrase": phrase, "extent": extent, "members": members},
            }
        )
    source = units.source
    return {
        "type": "FeatureCollection",
        "name": "area",
        "notice": NOTICE,
        "boundaries": {"title": source.title, "date": source.date, "sha256": source.sha256},
        "unresolved": [{"text": limit.text, "reason": limit.reason} for limit in compiled.limits],
        "features": features,
    }
