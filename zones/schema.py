"""The JSON Schema of the full model, made from its types.

``python -m zones.schema > docs/schema/zone-set-2.schema.json`` publishes it; a test says when that is due.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from zones.model import SCHEMA_ID, VERSION, Keywords, ZoneSetModel

__all__ = ["schema", "schema_of", "schema_text"]

Json = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN: Mapping[object, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}


def schema() -> Json:
    """Return the schema of a file of the full model (draft 2020-12).

    Examples
    --------
    >>> schema()["properties"]["zones"]
    {'type': 'array', 'items': {'$ref': '#/$defs/Zone'}}
    """
    defs: dict[str, Json] = {}
    body = schema_of(ZoneSetModel, defs)
    root = defs.pop(body["$ref"].rsplit("/", 1)[-1])
    head: Json = {"$schema": _DIALECT, "$id": SCHEMA_ID, "title": f"Zone set, version {VERSION}"}
    return head | root | {"$defs": dict(sorted(defs.items()))}


def schema_text() -> str:
    """Return the schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: Any, defs: dict[str, Json]) -> Json:  # noqa: ANN401 - types have no common type
    """Return the schema of a type; those of the TypedDicts in it are added to `defs`.

    Parameters
    ----------
    kind
        A plain type, TypedDict, StrEnum, Literal, list, dict of text, union of these, or one with notes in `Annotated`.
    defs
        Schemas by name, which references point to.

    Raises
    ------
    TypeError
        If JSON has no such type.
    """
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(schema_of(args[0], defs), args[1:])
    if origin in {Union, UnionType}:
        return _union([schema_of(arg, defs) for arg in args])
    if origin in {dict, list}:
        kind, key = ("array", "items") if origin is list else ("object", "additionalProperties")
        return {"type": kind, key: schema_of(args[-1], defs)}
    if is_typeddict(kind):
        return _object(kind, defs)
    if origin is Literal or (isinstance(kind, type) and issubclass(kind, Enum)):
        return {"enum": [str(value) for value in args or kind]}
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    raise TypeError(f"{kind!r} has no place in a JSON Schema")


def _annotated(told: Json, notes: tuple[object, ...]) -> Json:
    for note in notes:
        told = told | (note.told if isinstance(note, Keywords) else {"description": str(note)})
    return told


def _union(options: list[Json]) -> Json:
    """Return options as one schema: null joins the type or list of values of what it is an option to."""
    others = [option for option in options if option != {"type": "null"}]
    if len(others) == 1 and len(options) == 2:
        (only,) = others
        if "type" in only and "const" not in only:
            return only | {"type": [only["type"], "null"]}
        if "enum" in only:
            return only | {"enum": [*only["enum"], None]}
    return {"anyOf": options}


def _object(kind: Any, defs: dict[str, Json]) -> Json:  # noqa: ANN401
    name = kind.__name__.removesuffix("Model")
    if name not in defs:
        defs[name] = {}  # holds the place, should the type refer to itself
        told = get_type_hints(kind, include_extras=True)
        optional = {key for key, hint in told.items() if get_origin(hint) is NotRequired}
        hints = {key: get_args(hint)[0] if key in optional else hint for key, hint in told.items()}
        defs[name] = {
            "type": "object",
            "description": (kind.__doc__ or "").strip(),
            "properties": {key: schema_of(hint, defs) for key, hint in hints.items()},
            "required": [key for key in hints if key not in optional],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
