"""Links of the documents that are served."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

__all__ = ["GEOJSON", "HTML", "JSON", "OPENAPI", "Site", "link", "twin_links"]

JSON = "application/json"
GEOJSON = "application/geo+json"
HTML = "text/html"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"

Json = dict[str, Any]
Query = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """The address under which a client found the server, without a slash at its end.

    Examples
    --------
    >>> Site("http://127.0.0.1:8000").at("collections", "zones", limit="5")
    'http://127.0.0.1:8000/collections/zones?limit=5'
    """

    base: str

    def at(self, *parts: str, **query: str) -> str:
        """Return the address of a resource; parts of the path are quoted."""
        return self.within(parts, tuple(query.items()))

    def within(self, parts: tuple[str, ...], query: Query) -> str:
        """Return the address of a resource with a query."""
        path = "/".join(quote(part, safe="") for part in parts)
        return f"{self.base}/{path}" + (f"?{urlencode(query)}" if query else "")


def link(href: str, rel: str, media_type: str, title: str) -> Json:
    """Return a link object."""
    return {"href": href, "rel": rel, "type": media_type, "title": title}


def twin_links(
    site: Site, parts: tuple[str, ...], query: Query, *, form: str, json_type: str = JSON
) -> list[Json]:
    """Return the links of a document to itself and to its other form.

    Parameters
    ----------
    parts, query
        Where it is; `f` is not among the query.
    form
        ``json`` or ``html``: the form of this one.
    json_type
        The media type of the JSON form.
    """
    types = {"json": json_type, "html": HTML}
    return [
        link(
            site.within(parts, (*query, ("f", name))),
            "self" if name == form else "alternate",
            types[name],
            "This document" if name == form else f"This document as {name.upper()}",
        )
        for name in sorted(types, key=lambda name: name != form)
    ]
