"""GeoJSON (RFC 7946) and GeoJSON sequences: a feature a text, parted as RFC 8142 has it or by lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from maps.formats.encoded import Encoded
from maps.geojson import feature_collection, to_geojson
from zones.about import about

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode"]

_RECORD_SEPARATOR = "\x1e"


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return a layer as one collection, or as a sequence of features.

    ``.geojsons`` begins each feature with a record separator, as RFC 8142 asks; ``.geojsonl`` does without,
    for tools that read line by line. The first feature of a sequence says what all rest on, in its member
    ``about``.
    """
    (layer,) = layers
    name = name.casefold()
    if name.endswith(".geojson"):
        return Encoded(content=to_geojson(zone_set, layer).encode("utf-8"))
    features = feature_collection(zone_set, layer)["features"]
    if features:
        features[0]["about"] = about(zone_set).to_dict()
    start = _RECORD_SEPARATOR if name.endswith(".geojsons") else ""
    texts = (f"{start}{json.dumps(f, ensure_ascii=False, allow_nan=False)}\n" for f in features)
    return Encoded(content="".join(texts).encode("utf-8"))
