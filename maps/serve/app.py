"""The application: routes, faults, and the guard around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route

from maps.serve.guard import Guard
from maps.serve.limits import Limits
from maps.serve.metrics import Metrics
from maps.serve.problems import PROBLEM, Problem
from maps.serve.service import Service

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.types import Scope

    from zones.zone_set import ZoneSet

__all__ = ["create_app"]

_BATCH = "/lookup"


def create_app(zone_set: ZoneSet, *, limits: Limits | None = None, base_url: str | None = None) -> Starlette:
    """Return the web application that serves a set of zones.

    Parameters
    ----------
    zone_set
        The zones, claims and documents; they are read now, and later changes are not seen.
    limits
        What one client may ask; see `Limits`.
    base_url
        The address under which clients reach the server, if a proxy in front hides it. By default links
        lead to the host that a request names.

    Examples
    --------
    >>> import zones
    >>> from starlette.testclient import TestClient
    >>> client = TestClient(create_app(zones.load()))
    >>> client.get("/lookup", params={"place": "Saraqib"}).json()["zones"][0]["name"]
    'Idlib'
    """
    limits = limits or Limits()
    metrics = Metrics()
    service = Service(zone_set, limits=limits, metrics=metrics, base_url=base_url)
    app = Starlette(
        routes=_routes(service),
        middleware=[Middleware(Guard, limits=limits, metrics=metrics)],
        exception_handlers={HTTPException: _fault_handler(service)},
    )
    app.router.redirect_slashes = False
    return app


class _ToldRoute(Route):
    """A route that the guard and the faults find in the scope: they tell of its template, never of a path."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return how well it matches, and what it adds to the scope."""
        match, added = super().matches(scope)
        return match, {**added, "route": self}


def _routes(service: Service) -> list[Route]:
    collection = "/collections/{collection_id}"
    answered = {
        "/": service.landing,
        "/conformance": service.conformance,
        "/api": service.api,
        "/collections": service.list_collections,
        collection: service.collection,
        f"{collection}/queryables": service.queryables,
        f"{collection}/items": service.items,
        f"{collection}/items/{{feature_id}}": service.feature,
        "/map": service.map_page,
        _BATCH: service.lookup,
        "/health": service.health,
        "/metrics": service.metrics_text,
    }
    return [
        *(_ToldRoute(path, endpoint, methods=["GET"]) for path, endpoint in answered.items()),  # and HEAD
        *(_ToldRoute(path, _options, methods=["OPTIONS"]) for path in answered),
        _ToldRoute(_BATCH, service.batch, methods=["POST"]),
    ]


async def _options(request: Request) -> Response:
    """Tell which methods are answered, and let pages of any origin read."""
    headers = {
        "Allow": _methods(request),
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "Accept, If-None-Match",
        "Access-Control-Max-Age": "86400",
    }
    return Response(status_code=204, headers=headers)


def _methods(request: Request) -> str:
    posts = request.scope["route"].path == _BATCH
    return "GET, HEAD, OPTIONS" + (", POST" if posts else "")


def _fault_handler(service: Service) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def handle(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # nosec B101 # noqa: S101 - it is registered for these
        if isinstance(error, Problem):
            problem = error
        elif error.status_code == 404:
            problem = Problem(404, "there is nothing at this address; the landing page lists what there is")
        elif error.status_code == 405:
            allow = _methods(request)
            problem = Problem(
                405, f"this method is not answered here; expected {allow}", headers={"Allow": allow}
            )
        else:
            problem = Problem(error.status_code, str(error.detail))
        told = problem.to_dict()
        response = service.shown(request, told, told["title"], status=problem.status_code, media_type=PROBLEM)
        response.headers.update(problem.headers or {})
        if problem.status_code in {408, 413}:
            response.headers["Connection"] = "close"
        return response

    return handle
