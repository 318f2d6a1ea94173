"""The API's definition, OpenAPI 3.0.3, made from the same values that the server works by."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from maps.serve.batch import schema as batch_schema
from maps.serve.links import GEOJSON, HTML, JSON, OPENAPI
from maps.serve.metrics import MEDIA_TYPE
from maps.serve.parameters import (
    BBOX,
    DATETIME,
    FORMAT,
    LAT,
    LIMIT,
    LON,
    OFFSET,
    ON,
    PLACE,
    Parameter,
    text_filter,
)
from maps.serve.problems import PROBLEM
from maps.serve.schemas import SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maps.serve.layers import Collection
    from maps.serve.limits import Limits
    from maps.serve.links import Site

__all__ = ["LOOKUP", "definition", "filters_of", "items_parameters"]

Json = dict[str, Any]

SHARED = (FORMAT, LIMIT, OFFSET, BBOX, DATETIME, PLACE, LON, LAT, ON)
LOOKUP = (PLACE, LON, LAT, ON, FORMAT)


def filters_of(one: Collection) -> tuple[Parameter, ...]:
    """Return the parameters that select features of a collection by a property."""
    return tuple(text_filter(name, one.values(name)) for name in one.queryables)


def items_parameters(one: Collection) -> tuple[Parameter, ...]:
    """Return every parameter of a collection's items."""
    return (BBOX, DATETIME, LIMIT, OFFSET, *filters_of(one), FORMAT)


def definition(site: Site, every: Iterable[Collection], limits: Limits) -> Json:
    """Return the OpenAPI document."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "De-escalation zones in Syria",
            "version": version("deescalation-zones"),
            "description": "Zones, their members, the units of Syria and claims about monitors, by OGC API - "
            "Features Part 1, and lookups of places. Read-only. Faults are problem details (RFC 9457).",
            "license": {"name": "MIT"},
        },
        "servers": [{"url": site.base or "/"}],
        "paths": _paths(every, limits),
        "components": {"parameters": {p.name: p.to_openapi() for p in SHARED}, "schemas": SCHEMAS},
    }


def _paths(every: Iterable[Collection], limits: Limits) -> Json:
    paths = {
        "/": _get("landing", "Landing page", JSON, "landing"),
        "/conformance": _get("conformance", "Conformance classes", JSON, "conformance"),
        "/api": _get("api", "This definition", OPENAPI, "any"),
        "/collections": _get("collections", "Collections", JSON, "collections"),
    }
    for one in every:
        path = f"/collections/{one.id}"
        paths |= {
            path: _get(f"{one.id}", one.title, JSON, "collection"),
            f"{path}/queryables": _get(
                f"{one.id}Queryables", "Properties to select by", "application/schema+json", "any"
            ),
            f"{path}/items": _get(f"{one.id}Items", one.description, GEOJSON, "items", items_parameters(one)),
            f"{path}/items/{{featureId}}": _feature(one),
        }
    lookup = _get("lookup", "What is at a place or position", JSON, "answer", LOOKUP)
    lookup["get"]["responses"] |= {
        "404": _problem("Nobody knows the name"),
        "409": _problem("Several meanings"),
    }
    lookup["post"] = _batch(limits)
    paths["/lookup"] = lookup
    paths["/map"] = _get("map", "The map, one page that needs nothing else", None, None, ())
    paths["/health"] = _get("health", "Whether the server is well", JSON, "any")
    paths["/metrics"] = _get("metrics", "Counts and latencies (Prometheus)", MEDIA_TYPE, "text")
    return paths


def _get(
    name: str,
    about: str,
    media_type: str | None,
    schema: str | None,
    parameters: tuple[Parameter, ...] = (FORMAT,),
) -> Json:
    content: Json = {HTML: {"schema": {"type": "string"}}}
    if media_type is not None:
        content = {media_type: {"schema": {"$ref": f"#/components/schemas/{schema}"}}, **content}
    return {
        "get": {
            "operationId": name,
            "summary": about,
            "parameters": [_reference(p) for p in parameters],
            "responses": {"200": {"description": about, "content": content}, **_faults()},
        }
    }


def _feature(one: Collection) -> Json:
    told = _get(f"{one.id}Feature", f"One of the {one.id}", GEOJSON, "feature")
    schema: Json = {"type": "string", "minLength": 1}
    if one.features:
        schema["example"] = one.features[0].id
    path = {
        "name": "featureId",
        "in": "path",
        "required": True,
        "description": "The feature's id.",
        "schema": schema,
    }
    told["get"]["parameters"].insert(0, path)
    told["get"]["responses"]["404"] = _problem("No such feature")
    return told


def _batch(limits: Limits) -> Json:
    answer = {"schema": {"$ref": "#/components/schemas/batchAnswer"}}
    return {
        "operationId": "lookupBatch",
        "summary": f"What is at each of up to {limits.batch_points} places or positions",
        "parameters": [_reference(FORMAT)],
        "requestBody": {"required": True, "content": {JSON: {"schema": batch_schema(limits.batch_points)}}},
        "responses": {
            "200": {
                "description": "The answers, in the order asked",
                "content": {JSON: answer, HTML: {"schema": {"type": "string"}}},
            },
            **_faults(),
            "408": _problem("The body came too slowly"),
            "413": _problem("Too many points or too large a body"),
            "415": _problem("The body is not application/json"),
        },
    }


def _faults() -> Json:
    return {
        "400": _problem("A parameter or body that is not as described"),
        "405": _problem("A method that is not answered here"),
        "431": _problem("An address or headers that are too large"),
        "500": _problem("The server failed"),
        "503": _problem("The server is too busy"),
    }


def _problem(about: str) -> Json:
    return {
        "description": about,
        "content": {
            PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}},
            HTML: {"schema": {"type": "string"}},
        },
    }


def _reference(parameter: Parameter) -> Json:
    if parameter in SHARED:
        return {"$ref": f"#/components/parameters/{parameter.name}"}
    return parameter.to_openapi()
