"""The query parameters: meaning, schema and reading of each in one value."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from maps.serve import queryvalues
from maps.serve.limits import DEFAULT_LIMIT, MAX_LIMIT
from maps.serve.problems import Problem
from maps.serve.queryvalues import MAX_OFFSET, MAX_PLACE, MAX_TEXT

__all__ = [
    "BBOX", "DATETIME", "FORMAT", "LAT", "LIMIT", "LON", "OFFSET", "ON", "PLACE",
    "Parameter", "Values", "read_query", "text_filter",
]  # fmt: skip

_DAY_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

Json = dict[str, Any]
Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A query parameter.

    Parameters
    ----------
    name, description, schema
        As the OpenAPI document has them.
    read
        Turns its text into a value; raises ValueError that says what was expected.
    """

    name: str
    description: str
    schema: Json
    read: Callable[[str], Any]

    def to_openapi(self) -> Json:
        """Return it as an OpenAPI 3.0 parameter object."""
        return {
            "name": self.name,
            "in": "query",
            "description": self.description,
            "required": False,
            "schema": self.schema,
            "style": "form",
            "explode": False,
        }


def read_query(pairs: Iterable[tuple[str, str]], parameters: Iterable[Parameter]) -> Values:
    """Return the values given, by name; what is not given is not in it.

    Raises
    ------
    Problem
        400, if a parameter is unknown, given twice, or not what it should be.

    Examples
    --------
    >>> read_query([("limit", "5")], [LIMIT, OFFSET])
    {'limit': 5}
    """
    known = {p.name: p for p in parameters}
    values: Values = {}
    for name, text in pairs:
        if name not in known:
            raise Problem(400, f"no parameter {name!r} here; expected {_listed(known)}", parameter=name)
        if name in values:
            raise Problem(400, f"{name} is given more than once; give it once", parameter=name)
        try:
            values[name] = known[name].read(text)
        except ValueError as error:
            raise Problem(400, f"{name} is {text!r}; {error}", parameter=name) from None
    return values


def _listed(known: dict[str, Parameter]) -> str:
    return f"one of {', '.join(known)}" if known else "none"


def text_filter(name: str, values: Iterable[str]) -> Parameter:
    """Return a parameter that selects features by one property's exact value."""
    seen = sorted(set(values))
    schema: Json = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT}
    if seen:
        schema["example"] = seen[0]
    return Parameter(
        name=name, description=f"Only features whose {name} is this.", schema=schema, read=queryvalues.text
    )


_MOMENT_PATTERN = (
    r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    r"(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?Z)?"
)

FORMAT = Parameter(
    name="f",
    description="The form of the answer, whatever the Accept header says.",
    schema={"type": "string", "enum": ["json", "html"]},
    read=queryvalues.form,
)
LIMIT = Parameter(
    name="limit",
    description=f"The most features on a page. More than {MAX_LIMIT} is taken for {MAX_LIMIT}.",
    schema={"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT},
    read=queryvalues.limit,
)
OFFSET = Parameter(
    name="offset",
    description="How many of the selected features come on earlier pages.",
    schema={"type": "integer", "minimum": 0, "maximum": MAX_OFFSET, "default": 0},
    read=queryvalues.offset,
)
BBOX = Parameter(
    name="bbox",
    description="Only features that meet this box: west,south,east,north in WGS 84 degrees. "
    "With six numbers the third and sixth are heights, which do not matter. West greater than east crosses "
    "the antimeridian. Features without geometry are always selected.",
    schema={"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6},
    read=queryvalues.box,
)
DATETIME = Parameter(
    name="datetime",
    description="Only features of this day or interval of days; '..' leaves a side open. A claim has the day "
    "on which it was said, else that of publication; features without a day are always selected.",
    schema={
        "type": "string",
        "pattern": rf"^({_MOMENT_PATTERN}|(\.\.)?/{_MOMENT_PATTERN}|{_MOMENT_PATTERN}/(\.\.)?|"
        rf"{_MOMENT_PATTERN}/{_MOMENT_PATTERN})$",
        "example": "../2017-06-22",
    },
    read=queryvalues.days,
)
PLACE = Parameter(
    name="place",
    description="A name in English or Arabic, the name of a zone, a P-code, or a position as zonemap lookup takes it: "
    'latitude, then longitude ("35.8645, 36.8059"), unless its letters or notation say otherwise. The answer\'s '
    "understood_as names the form; what is not wholly understood is refused.",
    schema={"type": "string", "minLength": 1, "maxLength": MAX_PLACE, "example": "Saraqib"},
    read=queryvalues.place,
)
LON = Parameter(
    name="lon",
    description="Longitude of a position, WGS 84 degrees; with lat.",
    schema={"type": "number", "minimum": -180, "maximum": 180, "example": 36.8},
    read=queryvalues.degrees(180),
)
LAT = Parameter(
    name="lat",
    description="Latitude of a position, WGS 84 degrees; with lon.",
    schema={"type": "number", "minimum": -90, "maximum": 90, "example": 35.86},
    read=queryvalues.degrees(90),
)
ON = Parameter(
    name="on",
    description="Count only what had been said by this day. By default, all.",
    schema={"type": "string", "format": "date", "pattern": _DAY_PATTERN, "example": "2017-06-22"},
    read=queryvalues.day,
)
