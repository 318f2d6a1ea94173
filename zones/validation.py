"""Check a file of the full model against its schema; each problem with line, column and path."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.foreign import TooMuchError, bytes_within, parsed_json
from zones.consistency import inconsistencies
from zones.errors import MissingExtraError, ModelError
from zones.json_position import JsonPath, line_column, path_text, position
from zones.model import SCHEMA_ID
from zones.schema import schema

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = [
    "MOST_BYTES",
    "MOST_PROBLEMS",
    "MOST_VALUES",
    "Problem",
    "read_json",
    "validate_file",
    "validate_text",
]

MOST_BYTES = 200_000_000
MOST_VALUES = 20_000_000
"""A larger file is refused unread."""

MOST_PROBLEMS = 100
"""More are not told: the first say what is wrong with the rest."""

_LONGEST = 60
_MOST_DIGITS = 18  # of a whole number of 64 bits


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as the schema says.

    Parameters
    ----------
    line, column
        Where the value stands, from 1.
    path
        Its place in the object, such as ``$.zones[0].id``.
    message
        What came and what was expected.
    """

    line: int
    column: int
    path: str
    message: str

    def __str__(self) -> str:
        """Return it as a line of text."""
        return f"line {self.line}, column {self.column}: {self.path}: {self.message}"


def validate_file(path: str | Path) -> tuple[Problem, ...]:
    """Return what is wrong with a file of the full model, in order of lines; nothing if it is valid.

    Raises
    ------
    ModelError
        If the file cannot be read as text.
    MissingExtraError
        If jsonschema is not installed.
    """
    return validate_text(read_json(path))


def validate_text(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with the text of a full model; see `validate_file`.

    Examples
    --------
    >>> print(*validate_text('{"schema": "zones"}')[:1])
    line 1, column 12: $.schema: is "zones", expected "urn:deescalation-zones:zone-set:2"
    """
    try:
        model = parsed_json(
            text,
            most_values=MOST_VALUES,
            object_pairs_hook=_once,
            parse_constant=_refused,
            parse_int=_int,
            parse_float=_float,
        )
    except json.JSONDecodeError as error:
        return (
            Problem(line=error.lineno, column=error.colno, path="$", message=f"is not JSON: {error.msg}"),
        )
    except (_NotJsonError, TooMuchError) as error:
        words = f"cannot be used: {error}" if isinstance(error, TooMuchError) else str(error)
        return (Problem(line=1, column=1, path="$", message=words),)
    found = list(_found(model))
    if not found:
        found = list(inconsistencies(model))
    placed = [(line_column(text, position(text, path)), path, words) for path, words in found[:MOST_PROBLEMS]]
    placed.sort(key=lambda problem: problem[0])
    return tuple(
        Problem(line=line, column=column, path=path_text(path), message=words)
        for (line, column), path, words in placed
    )


def read_json(path: str | Path) -> str:
    """Return the text of a JSON file.

    Raises
    ------
    ModelError
        If it is missing, too large or not UTF-8.
    """
    file = Path(path)
    try:
        return bytes_within(file, MOST_BYTES).decode("utf-8-sig")
    except TooMuchError as error:
        raise ModelError(f"{file}: {error}") from None
    except UnicodeDecodeError as error:
        raise ModelError(f"{file}: is not UTF-8 (byte {error.start}); expected JSON in UTF-8") from None
    except OSError as error:
        raise ModelError(f"{file}: cannot be read: {error.strerror or error}") from None


class _NotJsonError(ValueError):
    """What Python's json reads and JSON does not allow, or two readers would read differently."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _NotJsonError(f"an object has the key {twice!r} twice")
    return told


def _refused(constant: str) -> None:
    raise _NotJsonError(f"{constant} is no number in JSON")


def _int(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _NotJsonError(f"{digits[:_MOST_DIGITS]}… is a number of {len(digits)} digits")
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise _NotJsonError(f"{digits[:_LONGEST]} is too large a number")
    return number


def _found(model: Any) -> Iterator[tuple[JsonPath, str]]:  # noqa: ANN401 - any JSON
    if isinstance(model, dict) and model.get("type") == "FeatureCollection":
        yield [], "is GeoJSON; expected the full model, which `zonemap export -o FILE.json` writes"
        return
    if isinstance(model, dict) and model.get("schema") != SCHEMA_ID and "schema" in model:
        yield ["schema"], f"is {_shown(model['schema'])}, expected {_shown(SCHEMA_ID)}"
        return
    try:
        from jsonschema import Draft202012Validator  # noqa: PLC0415 - an extra
    except ImportError:
        raise MissingExtraError("checking a file", package="jsonschema", extra="validate") from None
    for error in Draft202012Validator(schema()).iter_errors(model):
        yield from _told(error)


def _told(error: ValidationError) -> Iterator[tuple[JsonPath, str]]:
    """Yield path and words of an error; of alternatives, the one that comes nearest."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    path = list(error.absolute_path)
    came: Any = error.instance
    wanted: Any = error.validator_value
    rule: Any = error.schema
    if error.validator == "required":
        missing = [key for key in wanted if key not in came]
        if str(error.message).startswith(repr(missing[0])):  # an error for each key: tell them once, together
            yield path, f"lacks {', '.join(missing)}"
    elif error.validator == "additionalProperties":
        known = rule["properties"]
        for key in came:
            if key not in known:
                yield [*path, key], f"is unknown here; expected only {', '.join(known)}"
    else:
        yield path, f"is {_shown(came)}, expected {_expected(str(error.validator), wanted)}"


def _expected(rule: str, wanted: Any) -> str:  # noqa: ANN401 - any JSON
    """Return in words what a keyword of the schema expects."""
    if rule in {"type", "enum"}:
        return " or ".join([wanted] if isinstance(wanted, str) else map(str, wanted))
    if rule == "pattern":
        return f"the form {wanted}"
    if rule in {"minimum", "minItems", "minLength"}:
        return f"at least {wanted}" + {"minimum": "", "minItems": " items", "minLength": " characters"}[rule]
    if rule == "maximum":
        return f"at most {wanted}"
    if rule == "items":
        return "no more items"
    return _shown(wanted)


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
