"""What is wrong with a request, as problem details (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from starlette.exceptions import HTTPException

from geodata.candidate import Candidate
from geodata.errors import GeodataError, PositionError, UnknownPlaceError, UnknownUnitError
from zones.errors import ZonesError
from zones.lookup import AmbiguousPlaceError

__all__ = ["PROBLEM", "Problem", "of_lookup", "too_busy"]

PROBLEM = "application/problem+json"

Json = dict[str, Any]


class Problem(HTTPException):
    """A request that cannot be answered as asked.

    Parameters
    ----------
    status
        HTTP status.
    detail
        What came, what was expected, what to do.
    headers
        Further headers of the answer.
    **facts
        Extension members: the parameter at fault, candidates, near codes.
    """

    def __init__(
        self, status: int, detail: str, *, headers: dict[str, str] | None = None, **facts: object
    ) -> None:
        super().__init__(status, detail, headers)
        self.facts = facts

    def to_dict(self) -> Json:
        """Return it as the JSON object of RFC 9457; the type ``about:blank`` is left out, as it allows."""
        return {
            "title": HTTPStatus(self.status_code).phrase,
            "status": self.status_code,
            "detail": self.detail,
            **self.facts,
        }


def of_lookup(error: GeodataError | ZonesError) -> Problem:
    """Return the problem of a lookup: 404 for a name that nobody knows, 409 for one with several meanings.

    Examples
    --------
    >>> from geodata.errors import UnknownPlaceError
    >>> of_lookup(UnknownPlaceError("Atlantis", suggestions=("Atareb",))).to_dict()["suggestions"]
    ['Atareb']
    """
    if isinstance(error, UnknownPlaceError):
        return Problem(404, str(error), suggestions=list(error.suggestions))
    if isinstance(error, UnknownUnitError):
        return Problem(404, str(error), suggestions=list(error.near))
    if isinstance(error, AmbiguousPlaceError):
        return Problem(409, str(error), candidates=[_candidate(c) for c in error.candidates])
    if isinstance(error, PositionError):
        return Problem(400, str(error), parameter="place")
    return Problem(400, str(error))


def too_busy() -> Problem:
    """Return the problem of a request that comes while others have all there is."""
    return Problem(503, "the server is too busy; try again later", headers={"Retry-After": "10"})


def _candidate(candidate: Candidate) -> Json:
    return {
        "name": candidate.name,
        "name_ar": candidate.name_ar or None,
        "kind": str(candidate.kind),
        "pcode": candidate.pcode,
        "lon": candidate.lon,
        "lat": candidate.lat,
    }
