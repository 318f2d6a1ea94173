"""The full model as JSON, which a published schema describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from maps.formats.encoded import Encoded
from zones.model import to_model

if TYPE_CHECKING:
    from zones.zone_set import Layer, ZoneSet

__all__ = ["encode", "laid_out"]


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return the full model, a line a value."""
    return Encoded(content=(laid_out(to_model(zone_set)) + "\n").encode("utf-8"))


def laid_out(value: object, indent: str = "") -> str:
    """Return JSON text with a line for each value; a geometry stays on one, for it has thousands.

    Examples
    --------
    >>> print(laid_out({"id": "a", "at": {"type": "Point", "coordinates": [36, 35]}}))
    {
     "id": "a",
     "at": {"type": "Point", "coordinates": [36, 35]}
    }
    """
    if isinstance(value, dict) and value and "coordinates" not in value:
        inner = [f"{_text(key)}: {laid_out(child, indent + ' ')}" for key, child in value.items()]
        brackets = "{}"
    elif isinstance(value, list) and value:
        inner = [laid_out(child, indent + " ") for child in value]
        brackets = "[]"
    else:
        return _text(value)
    lines = f",\n{indent} ".join(inner)
    return f"{brackets[0]}\n{indent} {lines}\n{indent}{brackets[1]}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
