"""What a schema cannot say of a full model: ids are unique, references lead somewhere, quotations fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import shapely

from zones.json_position import JsonPath

__all__ = ["inconsistencies"]

_Found = Iterator[tuple[JsonPath, str]]


def inconsistencies(model: dict[str, Any]) -> _Found:
    """Yield path and words for whatever does not fit together in a model that its schema allows."""
    known = {key: {row["id"] for row in model[key]} for key in ("documents", "zones", "claims")}
    for key in known:
        yield from _repeats(model[key], key)
    for i, claim in enumerate(model["claims"]):
        yield from _reference(claim["zone"], known["zones"], ["claims", i, "zone"], "zone")
    for i, standing in enumerate(model["standing"]):
        yield from _reference(standing["zone"], known["zones"], ["standing", i, "zone"], "zone")
        for j, claim in enumerate(standing["claims"]):
            yield from _reference(claim, known["claims"], ["standing", i, "claims", j], "claim")
    for i, zone in enumerate(model["zones"]):
        for extent, geometry in zone["geometry"].items():
            yield from _geometry(geometry, ["zones", i, "geometry", extent])
    yield from _quotations(model, known["documents"], [])


def _repeats(rows: list[dict[str, Any]], key: str) -> _Found:
    counted = Counter(row["id"] for row in rows)
    for i, row in enumerate(rows):
        if counted[row["id"]] > 1:
            yield [key, i, "id"], f"{row['id']!r} is the id of {counted[row['id']]} {key}; expected one"


def _reference(name: str | None, known: set[str], path: JsonPath, what: str) -> _Found:
    if name is not None and name not in known:
        yield path, f"{name!r} is no {what} of this file; it has {', '.join(sorted(known)) or 'none'}"


def _geometry(geometry: dict[str, Any] | None, path: JsonPath) -> _Found:
    if geometry is None:
        return
    for i, polygon in enumerate(geometry["coordinates"]):
        for j, ring in enumerate(polygon):
            if ring[0] != ring[-1]:
                yield (
                    [*path, "coordinates", i, j],
                    "the ring is open; expected its first position again as its last",
                )
                return
    reason = shapely.is_valid_reason(shapely.geometry.shape(geometry))
    if reason != "Valid Geometry":
        yield path, f"is no valid geometry: {reason}"


def _quotations(value: Any, documents: set[str], path: list[str | int]) -> _Found:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        if "quote" in value:
            yield from _reference(value["document"], documents, [*path, "document"], "document")
            if value["end"] - value["start"] != len(value["quote"]):
                yield (
                    [*path, "quote"],
                    (
                        f"has {len(value['quote'])} characters; expected {value['end'] - value['start']}, "
                        f"from {value['start']} to {value['end']}"
                    ),
                )
            return
        for key, child in value.items():
            if key != "geometry":
                yield from _quotations(child, documents, [*path, key])
    elif isinstance(value, list):
        for i, child in enumerate(value):
            yield from _quotations(child, documents, [*path, i])
