"""The collections that are served: features made once, with what selects them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from maps.formats.plain import beside_lists
from maps.geojson import feature_collection
from maps.serve.queryvalues import Box, Days
from zones.standing import claim_day
from zones.zone_set import Layer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zones.zone_set import ZoneSet

__all__ = ["Collection", "Feature", "Selection", "collections_of"]

Json = dict[str, Any]

_ABOUT: dict[Layer, tuple[str, str]] = {
    "zones": ("Zones", "A feature for each zone and extent, with members, quotations, claims and standing."),
    "members": (
        "Members",
        "A feature for each unit in a zone: whole or part, the rule that chose it, its quotations.",
    ),
    "units": ("Units", "The sub-districts of Syria, each with the zones it lies in."),
    "claims": (
        "Claims",
        "A feature for each statement about monitors, at a point of its zone if it has one.",
    ),
}
_QUERYABLES: dict[Layer, tuple[str, ...]] = {
    "zones": ("zone", "name", "extent"),
    "members": ("zone", "pcode", "name", "level", "extent", "rule"),
    "units": ("pcode", "name", "district", "governorate"),
    "claims": ("nationality", "zone", "status", "said_by", "speaks_for", "said_on", "reported_by", "rule"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A GeoJSON feature, its text, and the day it belongs to."""

    id: str
    told: Json
    text: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a request selects: a box, days, and exact values of properties; None and empty select all."""

    box: Box | None = None
    days: Days | None = None
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Features of one kind, sorted by id.

    Parameters
    ----------
    id, title, description
        How it is called.
    head
        What a FeatureCollection says beside its features: notice, reading, documents, boundaries.
    features
        The features.
    queryables
        Properties that a request may select by.
    bbox
        West, south, east, north; None without geometry.
    """

    id: str
    title: str
    description: str
    head: Json
    features: tuple[Feature, ...]
    queryables: tuple[str, ...]
    bbox: tuple[float, ...] | None
    places: dict[str, int] = field(repr=False)
    shapes: np.ndarray[Any, np.dtype[np.object_]] = field(repr=False)

    def days(self) -> tuple[date, date] | None:
        """Return the first and last day; None if no feature has one."""
        days = [f.day for f in self.features if f.day is not None]
        return (min(days), max(days)) if days else None

    def feature(self, name: str) -> Feature | None:
        """Return a feature by its id; None if there is none."""
        place = self.places.get(name)
        return None if place is None else self.features[place]

    def values(self, queryable: str) -> tuple[str, ...]:
        """Return the values that a property has, sorted."""
        found = {f.told["properties"][queryable] for f in self.features}
        return tuple(sorted(str(value) for value in found if value is not None))

    def select(self, selection: Selection) -> tuple[Feature, ...]:
        """Return the features selected; one without geometry or day is not left out by box or days.

        OGC 17-069r4, /req/core/fc-bbox-response and /req/core/fc-time-response.
        """
        days = selection.days
        inside = (
            np.ones(len(self.features), dtype=bool) if selection.box is None else self._meeting(selection.box)
        )
        return tuple(
            f
            for f, here in zip(self.features, inside, strict=True)
            if here
            and (days is None or f.day is None or days.has(f.day))
            and all(f.told["properties"][name] == value for name, value in selection.values.items())
        )

    def _meeting(self, box: Box) -> np.ndarray[Any, np.dtype[np.bool_]]:
        west, south, east, north = box
        spans = [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
        meets = shapely.is_missing(self.shapes)
        for left, right in spans:
            meets |= shapely.intersects(self.shapes, shapely.box(left, south, right, north))
        return np.asarray(meets, dtype=bool)


def collections_of(zone_set: ZoneSet) -> tuple[Collection, ...]:
    """Return the zones, members, units and claims of a set as collections.

    Examples
    --------
    >>> import zones
    >>> [(c.id, len(c.features)) for c in collections_of(zones.load())][2]
    ('units', 272)
    """
    return tuple(_collection(zone_set, layer) for layer in _ABOUT)


def _collection(zone_set: ZoneSet, layer: Layer) -> Collection:
    told = feature_collection(zone_set, layer)
    for feature in told["features"]:
        feature["properties"] |= beside_lists(feature["properties"], country=zone_set.country)
    published = zone_set.published
    days = {c.id: claim_day(c, published) for c in zone_set.claims} if layer == "claims" else {}
    features = tuple(
        Feature(id=str(f["id"]), told=f, text=json.dumps(f, ensure_ascii=False), day=days.get(str(f["id"])))
        for f in told["features"]
    )
    shapes = np.array([None] * len(features), dtype=object)
    for place, feature in enumerate(features):
        geometry = feature.told["geometry"]
        shapes[place] = None if geometry is None else shapely.geometry.shape(geometry)
    shapely.prepare(shapes)
    title, description = _ABOUT[layer]
    return Collection(
        id=layer, title=title, description=description, features=features, queryables=_QUERYABLES[layer],
        head={name: told[name] for name in ("notice", "reading", "documents", "boundaries")},
        bbox=tuple(told["bbox"]) if "bbox" in told else None,
        places={f.id: place for place, f in enumerate(features)}, shapes=shapes,
    )  # fmt: skip
