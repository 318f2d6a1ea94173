"""Schemas of the answers for OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

__all__ = ["SCHEMAS"]

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_TEXT_OR_NULL: Json = {"type": "string", "nullable": True}


def _object(required: dict[str, Json], optional: dict[str, Json] | None = None) -> Json:
    return {"type": "object", "required": sorted(required), "properties": {**required, **(optional or {})}}


def _list(of: Json) -> Json:
    return {"type": "array", "items": of}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


_LINKS = _list(_ref("link"))
_COUNT: Json = {"type": "integer", "minimum": 0}
_ANY_OBJECT: Json = {"type": "object"}

SCHEMAS: Json = {
    "any": _ANY_OBJECT,
    "text": _TEXT,
    "link": _object({"href": _TEXT, "rel": _TEXT}, {"type": _TEXT, "title": _TEXT}),
    "landing": _object({"title": _TEXT, "description": _TEXT, "links": _LINKS}),
    "conformance": _object({"conformsTo": _list(_TEXT)}, {"links": _LINKS}),
    "collections": _object({"links": _LINKS, "collections": _list(_ref("collection"))}),
    "collection": _object(
        {"id": _TEXT, "links": _LINKS},
        {
            "title": _TEXT,
            "description": _TEXT,
            "attribution": _TEXT,
            "extent": _ANY_OBJECT,
            "itemType": _TEXT,
            "crs": _list(_TEXT),
        },
    ),
    "geometry": {**_object({"type": _TEXT}, {"coordinates": _list({})}), "nullable": True},
    "feature": _object(
        {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": _TEXT,
            "geometry": _ref("geometry"),
            "properties": _ANY_OBJECT,
        },
        {"links": _LINKS},
    ),
    "items": _object(
        {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": _list(_ref("feature")),
            "links": _LINKS,
            "numberMatched": _COUNT,
            "numberReturned": _COUNT,
        },
    ),
    "answer": _object(
        {
            "query": _TEXT,
            "place": _TEXT_OR_NULL,
            "understood_as": _TEXT_OR_NULL,
            "lon": {"type": "number"},
            "lat": {"type": "number"},
            "on": _TEXT_OR_NULL,
            "units": _list(_ANY_OBJECT),
            "zones": _list(_ANY_OBJECT),
            "nearest": {"type": "object", "nullable": True},
            "notes": _list(_TEXT),
        },
        {"standing": _list(_ANY_OBJECT)},
    ),
    "batchAnswer": _object(
        {
            "on": _TEXT_OR_NULL,
            "answers": _list(
                _object({"id": _TEXT_OR_NULL}, {"answer": _ref("answer"), "problem": _ref("problem")})
            ),
            "standing": _list(_ANY_OBJECT),
        }
    ),
    "problem": _object({"title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT}),
}
