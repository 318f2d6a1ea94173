"""The body of a batch of lookups, checked."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from geodata.foreign import parsed_json
from maps.serve import queryvalues
from maps.serve.problems import Problem
from maps.serve.queryvalues import MAX_PLACE, MAX_TEXT

__all__ = ["Batch", "Point", "read_batch", "schema"]

Json = dict[str, Any]

_STRICT = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)
_Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_PLACE)]


class Point(BaseModel):
    """A place, or a position in WGS 84 degrees, with a name of the client's own."""

    model_config = _STRICT

    id: Annotated[str, StringConstraints(max_length=MAX_TEXT)] | None = None
    place: _Name | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Point:
        given = {name for name in ("place", "lon", "lat") if getattr(self, name) is not None}
        if given not in ({"place"}, {"lon", "lat"}):
            raise ValueError("expected a place, or lon and lat: one of the two")
        return self


class Batch(BaseModel):
    """Points to look up, as of a day."""

    model_config = _STRICT

    points: tuple[Point, ...]
    on: str | None = None

    @property
    def day(self) -> date | None:
        """The day as of which to answer."""
        return None if self.on is None else queryvalues.day(self.on)


def read_batch(body: bytes, *, most: int) -> Batch:
    """Return a batch from a request's body.

    Raises
    ------
    Problem
        400 if it is not what it should be, with JSON Pointers to what is not; 413 if it has too many points.
    """
    try:
        told = parsed_json(body.decode("utf-8"), parse_constant=_no_constant)
    except ValueError:
        raise Problem(400, "the body is no JSON in UTF-8") from None
    points = told.get("points") if isinstance(told, dict) else None
    if isinstance(points, list) and len(points) > most:
        raise Problem(413, f"{len(points)} points; expected at most {most}: send several batches", most=most)
    try:
        batch = Batch.model_validate_json(body)
        _ = batch.day
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        listed = [{"pointer": _pointer(f["loc"]), "detail": f["msg"]} for f in faults[:20]]
        raise Problem(400, f"the body has {len(faults)} fault(s)", errors=listed) from None
    except ValueError as error:
        raise Problem(
            400, f"on is {told['on']!r}; {error}", errors=[{"pointer": "#/on", "detail": str(error)}]
        ) from None
    return batch


def schema(most: int) -> Json:
    """Return the body's schema for OpenAPI 3.0."""
    name = {"type": "string", "maxLength": MAX_TEXT}
    place = {
        "type": "object",
        "required": ["place"],
        "properties": {"id": name, "place": {"type": "string", "minLength": 1, "maxLength": MAX_PLACE}},
        "additionalProperties": False,
    }
    position = {
        "type": "object",
        "required": ["lon", "lat"],
        "properties": {
            "id": name,
            "lon": {"type": "number", "minimum": -180, "maximum": 180},
            "lat": {"type": "number", "minimum": -90, "maximum": 90},
        },
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "required": ["points"],
        "properties": {
            "points": {"type": "array", "maxItems": most, "items": {"oneOf": [place, position]}},
            "on": {"type": "string", "format": "date"},
        },
        "additionalProperties": False,
        "example": {"points": [{"id": "a", "place": "Saraqib"}, {"id": "b", "lon": 36.8, "lat": 35.86}]},
    }


def _pointer(path: tuple[int | str, ...]) -> str:
    return "#" + "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
