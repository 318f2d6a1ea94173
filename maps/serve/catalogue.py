"""The documents of OGC API Features: landing page, conformance, collections, pages of features, features."""

from __future__ import annotations

from typing import Any

from maps.geojson import NOTICE
from maps.serve.layers import Collection, Feature
from maps.serve.links import GEOJSON, HTML, JSON, OPENAPI, Query, Site, link, twin_links

__all__ = [
    "CONFORMS_TO",
    "CRS84",
    "collection",
    "collections",
    "conformance",
    "feature",
    "items_head",
    "landing",
    "queryables",
]

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
_GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
_QUERYABLES_REL = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
_SCHEMA_JSON = "application/schema+json"
_PART1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf"
CONFORMS_TO = tuple(f"{_PART1}/{name}" for name in ("core", "oas30", "html", "geojson"))

Json = dict[str, Any]


def landing(site: Site, form: str, mark: str) -> Json:
    """Return the landing page; the mark says by whom the texts were read and reviewed."""
    return {
        "title": "De-escalation zones in Syria",
        "description": "What news and agreements say about ceasefire and de-escalation zones in Syria, as "
        "zones with geometry, each member and each claim carrying the quotation it rests on. "
        f"{NOTICE} Texts are {mark}.",
        "links": [
            *twin_links(site, (), (), form=form),
            link(site.at("map"), "preview", HTML, "The map"),
            link(site.at("collections"), "data", JSON, "Collections: zones, members, units, claims"),
            link(site.at("conformance"), "conformance", JSON, "Conformance classes"),
            link(site.at("api"), "service-desc", OPENAPI, "API definition (OpenAPI 3.0)"),
            link(site.at("api", f="html"), "service-doc", HTML, "API documentation"),
        ],
    }


def conformance(site: Site, form: str) -> Json:
    """Return the conformance classes met."""
    return {"conformsTo": list(CONFORMS_TO), "links": twin_links(site, ("conformance",), (), form=form)}


def collections(site: Site, form: str, every: tuple[Collection, ...]) -> Json:
    """Return the list of collections."""
    return {
        "links": twin_links(site, ("collections",), (), form=form),
        "collections": [collection(site, form, one) for one in every],
    }


def collection(site: Site, form: str, one: Collection) -> Json:
    """Return the description of a collection."""
    parts = ("collections", one.id)
    items = (*parts, "items")
    told: Json = {
        "id": one.id,
        "title": one.title,
        "description": one.description,
        "attribution": one.head["boundaries"]["attribution"],
        "itemType": "feature",
        "crs": [CRS84],
        "links": [
            *twin_links(site, parts, (), form=form),
            link(site.within(items, (("f", "json"),)), "items", GEOJSON, f"{one.title} as GeoJSON"),
            link(site.within(items, (("f", "html"),)), "items", HTML, f"{one.title} as HTML"),
            link(site.at(*parts, "queryables"), _QUERYABLES_REL, _SCHEMA_JSON, "Properties to select by"),
        ],
    }
    if extent := _extent(one):
        told["extent"] = extent
    return told


def _extent(one: Collection) -> Json:
    told: Json = {}
    if one.bbox is not None:
        told["spatial"] = {"bbox": [list(one.bbox)], "crs": CRS84}
    if days := one.days():
        first, last = days
        told["temporal"] = {"interval": [[f"{first}T00:00:00Z", f"{last}T23:59:59Z"]], "trs": _GREGORIAN}
    return told


def queryables(site: Site, form: str, one: Collection) -> Json:
    """Return the properties that select features of a collection, as a JSON Schema."""
    parts = ("collections", one.id, "queryables")
    properties: Json = {name: {"title": name.replace("_", " "), "type": "string"} for name in one.queryables}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": site.at(*parts),
        "type": "object",
        "title": one.title,
        "properties": {"geometry": {"format": "geometry-any"}, **properties},
        "additionalProperties": False,
        "links": twin_links(site, parts, (), form=form, json_type=_SCHEMA_JSON),
    }


def items_head(
    site: Site,
    form: str,
    one: Collection,
    query: Query,
    *,
    matched: int,
    returned: int,
    limit: int,
    offset: int,
) -> Json:
    """Return a page of features without its features.

    Parameters
    ----------
    query
        What selects them, without limit and offset.
    matched, returned
        How many are selected, and how many are on this page.
    """
    parts = ("collections", one.id, "items")

    def page(start: int) -> Query:
        return (*query, ("limit", str(limit)), ("offset", str(start)))

    links = twin_links(site, parts, page(offset), form=form, json_type=GEOJSON)
    kind = GEOJSON if form == "json" else HTML
    if offset + limit < matched:
        href = site.within(parts, (*page(offset + limit), ("f", form)))
        links.append(link(href, "next", kind, "Next page"))
    if offset > 0:
        href = site.within(parts, (*page(max(0, offset - limit)), ("f", form)))
        links.append(link(href, "prev", kind, "Previous page"))
    links.append(link(site.at("collections", one.id), "collection", JSON, one.title))
    return {
        "type": "FeatureCollection",
        "name": one.id,
        **one.head,
        "numberMatched": matched,
        "numberReturned": returned,
        "links": links,
    }


def feature(site: Site, form: str, one: Collection, told: Feature) -> Json:
    """Return a feature with its links."""
    parts = ("collections", one.id, "items", told.id)
    links = twin_links(site, parts, (), form=form, json_type=GEOJSON)
    links.append(link(site.at("collections", one.id), "collection", JSON, one.title))
    return {**told.told, **one.head, "links": links}
