"""
A read-only web service: the map, OGC API - Features, and lookups. Needs the extra ``serve``.

    server       run: one process, deadlines, JSON logs, an orderly end
      protocol   connections that are too slow are cut off
      descriptors, refusal    how many connections there may be, and what becomes of more
    app          create_app: routes and faults
      guard      limits, headers, counts and log lines around every request
      service    the endpoints
        layers, catalogue, openapi    collections, their documents, the API's definition
        parameters, queryvalues       what a query may say, read strictly
        lookups, batch                places and positions, one or many
        reply, hypertext, problems    answers as JSON, HTML, problem details

Examples
--------
>>> import zones
>>> create_app(zones.load())  # doctest: +ELLIPSIS
<starlette.applications.Starlette object at ...>
"""

from __future__ import annotations

from zones.errors import MissingExtraError

try:
    import pydantic  # noqa: F401 - asked for first, so that its absence is told as what it is
    import starlette  # noqa: F401
    import uvicorn  # noqa: F401
except ModuleNotFoundError as error:
    raise MissingExtraError("serving", package="pydantic, starlette and uvicorn", extra="serve") from error

from maps.serve.app import create_app
from maps.serve.limits import Limits
from maps.serve.server import run

__all__ = ["Limits", "create_app", "run"]
