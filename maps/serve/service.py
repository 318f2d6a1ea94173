"""The endpoints: what each address answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from maps.save import to_html
from maps.serve import catalogue, hypertext
from maps.serve.batch import Point, read_batch
from maps.serve.layers import Collection, Selection, collections_of
from maps.serve.limits import DEFAULT_LIMIT, Limits
from maps.serve.links import GEOJSON, HTML, JSON, OPENAPI, Query, Site
from maps.serve.lookups import Lookups
from maps.serve.metrics import MEDIA_TYPE
from maps.serve.openapi import LOOKUP, definition, items_parameters
from maps.serve.parameters import FORMAT, Parameter, Values, read_query
from maps.serve.problems import Problem
from maps.serve.reply import PUBLIC, TRANSIENT, Rendered, Shelf, form_of, send

if TYPE_CHECKING:
    from maps.serve.metrics import Metrics
    from zones.zone_set import ZoneSet

__all__ = ["Service"]

Json = dict[str, Any]
_SCHEMA_JSON = "application/schema+json"
_CSP_FOR_MAP = "frame-ancestors 'self'"


class Service:
    """Answers requests about one set of zones; everything that does not depend on a request is made at once.

    Parameters
    ----------
    zone_set
        The zones, claims and documents.
    limits, metrics
        What is allowed, and where it is counted.
    base_url
        The address to put into links; by default the one a client used.
    """

    def __init__(self, zone_set: ZoneSet, *, limits: Limits, metrics: Metrics, base_url: str | None) -> None:
        self.limits = limits
        self.metrics = metrics
        self.collections = {one.id: one for one in collections_of(zone_set)}
        self.every = tuple(self.collections.values())
        self._parameters = {one.id: items_parameters(one) for one in self.every}
        self._lookups = Lookups(zone_set, limits=limits, metrics=metrics)
        self._map = Rendered.of(to_html(zone_set), HTML, policy=_CSP_FOR_MAP)
        self._base_url = None if base_url is None else base_url.rstrip("/")
        self._shelf = Shelf()
        self._mark = zone_set.reviewed.mark

    # OGC API - Features

    async def landing(self, request: Request) -> Response:
        """Return the landing page."""
        return self._document(request, "Landing page", partial(catalogue.landing, mark=self._mark))

    async def conformance(self, request: Request) -> Response:
        """Return the conformance classes."""
        return self._document(request, "Conformance", catalogue.conformance)

    async def api(self, request: Request) -> Response:
        """Return the OpenAPI document."""

        def make(site: Site, _: str) -> Json:
            return definition(site, self.every, self.limits)

        return self._document(request, "API", make, media_type=OPENAPI)

    async def list_collections(self, request: Request) -> Response:
        """Return the list of collections."""
        return self._document(request, "Collections", partial(catalogue.collections, every=self.every))

    async def collection(self, request: Request) -> Response:
        """Return a collection's description."""
        one = self._collection(request)
        return self._document(request, one.title, partial(catalogue.collection, one=one))

    async def queryables(self, request: Request) -> Response:
        """Return the properties that select features."""
        make = partial(catalogue.queryables, one=self._collection(request))
        return self._document(request, "Queryables", make, media_type=_SCHEMA_JSON)

    async def items(self, request: Request) -> Response:
        """Return a page of features."""
        one = self._collection(request)
        values = self._read(request, self._parameters[one.id])
        form = form_of(request, values.get("f"))
        site = self._site(request)
        kept = tuple(
            (n, v) for n, v in request.query_params.multi_items() if n not in {"f", "limit", "offset"}
        )

        def make() -> Rendered:
            return _items(site, form, one, values, kept)

        place = (values.get("limit"), values.get("offset"), tuple(sorted(kept)))
        return send(request, self._shelf.get(("items", one.id, site, form, place), make))

    async def feature(self, request: Request) -> Response:
        """Return a feature."""
        one = self._collection(request)
        feature_id = request.path_params["feature_id"]
        told = one.feature(feature_id)
        if told is None:
            raise Problem(404, f"no feature {feature_id!r} in {one.id}")
        make = partial(catalogue.feature, one=one, told=told)
        return self._document(request, told.id, make, media_type=GEOJSON)

    # The map, lookups, and what operators ask for

    async def map_page(self, request: Request) -> Response:
        """Return the map."""
        self._read(request, ())
        return send(request, self._map)

    async def lookup(self, request: Request) -> Response:
        """Return what is at a place or position; nobody keeps it."""
        values = self._read(request, LOOKUP)
        given = {name for name in ("place", "lon", "lat") if name in values}
        if given not in ({"place"}, {"lon", "lat"}):
            came = " and ".join(sorted(given)) or "neither"
            raise Problem(400, f"{came} given; expected place, or lon and lat")
        point = Point.model_construct(
            **{"place": None, "lon": None, "lat": None, **{n: values[n] for n in given}}
        )
        told = await self._lookups.one(point, values.get("on"))
        return self._passing(request, values, told, "Lookup")

    async def batch(self, request: Request) -> Response:
        """Return what is at each of some places."""
        values = self._read(request, (FORMAT,))
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != JSON:
            raise Problem(415, f"the body is {kind or 'of no named type'}; expected {JSON}")
        told = await self._lookups.many(read_batch(await request.body(), most=self.limits.batch_points))
        return self._passing(request, values, told, "Lookups")

    async def health(self, request: Request) -> Response:
        """Return whether the server is well, and what it serves."""
        told = {
            "status": "ok",
            "version": version("deescalation-zones"),
            "features": {one.id: len(one.features) for one in self.every},
        }
        return self._passing(request, self._read(request, (FORMAT,)), told, "Health")

    async def metrics_text(self, request: Request) -> Response:
        """Return counts and latencies."""
        values = self._read(request, (FORMAT,))
        text = self.metrics.text()
        if form_of(request, values.get("f")) == "html":
            return self._passing(request, values, {"metrics": text.splitlines()}, "Metrics")
        return send(request, Rendered.of(text, MEDIA_TYPE), cache=TRANSIENT)

    # Means

    def shown(self, request: Request, told: Json, title: str, *, status: int, media_type: str) -> Response:
        """Return an object in the form asked for, if any was in so many words; for what nobody keeps."""
        asked = request.query_params.get("f")
        form = form_of(request, asked if asked in {"json", "html"} else None)
        answer = _rendered(told, form, self._site(request), title, media_type)
        return send(request, answer, status=status, cache=TRANSIENT)

    def _passing(self, request: Request, values: Values, told: Json, title: str) -> Response:
        form = form_of(request, values.get("f"))
        return send(request, _rendered(told, form, self._site(request), title, JSON), cache=TRANSIENT)

    def _document(
        self, request: Request, title: str, make: Callable[[Site, str], Json], *, media_type: str = JSON
    ) -> Response:
        form = form_of(request, self._read(request, (FORMAT,)).get("f"))
        site = self._site(request)

        def rendered() -> Rendered:
            return _rendered(make(site, form), form, site, title, media_type)

        return send(request, self._shelf.get((request.url.path, site, form), rendered), cache=PUBLIC)

    def _read(self, request: Request, parameters: tuple[Parameter, ...]) -> Values:
        return read_query(request.query_params.multi_items(), parameters)

    def _collection(self, request: Request) -> Collection:
        name = request.path_params["collection_id"]
        if name not in self.collections:
            raise Problem(404, f"no collection {name!r}; there are {', '.join(self.collections)}")
        return self.collections[name]

    def _site(self, request: Request) -> Site:
        return Site(self._base_url if self._base_url is not None else str(request.base_url).rstrip("/"))


def _rendered(told: Json, form: str, site: Site, title: str, media_type: str) -> Rendered:
    if form == "json":
        return Rendered.of(json.dumps(told, ensure_ascii=False) + "\n", media_type)
    page = hypertext.page(told, title=title, home=site.base, form=title == "Landing page")
    return Rendered.of(page, HTML, policy=hypertext.POLICY)


def _items(site: Site, form: str, one: Collection, values: Values, kept: Query) -> Rendered:
    wanted = {name: values[name] for name in one.queryables if name in values}
    found = one.select(Selection(box=values.get("bbox"), days=values.get("datetime"), values=wanted))
    limit: int = values.get("limit", DEFAULT_LIMIT)
    offset: int = values.get("offset", 0)
    shown = found[offset : offset + limit]
    head = catalogue.items_head(
        site, form, one, kept, matched=len(found), returned=len(shown), limit=limit, offset=offset
    )
    if form == "html":
        return _rendered({**head, "features": [f.told for f in shown]}, form, site, one.title, HTML)
    top = json.dumps(head, ensure_ascii=False)[:-1]
    return Rendered.of(f'{top}, "features": [\n{",".join(f.text for f in shown)}\n]}}\n', GEOJSON)
