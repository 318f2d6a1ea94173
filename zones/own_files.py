"""Files that this tool writes, told from articles: one of them given as a text would be read as news."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from geodata.foreign import TooMuchError, parsed_json
from zones.errors import DocumentError
from zones.model import SCHEMA_ID

__all__ = ["MODEL", "own_kind", "refuse_own", "refuse_own_map"]

MODEL = "a full model"
"""The one of them that can be shown again: it holds zones with geometry, claims and quotations."""
_SCHEMAS = SCHEMA_ID.rsplit(":", 1)[0]
_MARKS_OF_MAPS = (
    "The zones are reconstructed from words. No official geometry was ever published.",
    "Made with deescalation-zones ",
)
_ADVICE = {
    "the output of zonemap read --json": "it has no geometry; write a full model with: zonemap export -o FILE.json",
    "GeoJSON": "open it in a GIS, or write a full model with: zonemap export -o FILE.json",
    "a review file": "name the text that it reviews; the review is found beside it, or with --review",
    "an answer of a language model": "name the text that it reads, and the answer with --reading",
    "JSON": "name the text of an article",
    "TOML": "name the text of an article; a review is found beside it, or with --review",
}


def own_kind(path: Path, text: str) -> str | None:
    """Return what kind of data a text is, if it is data and no article.

    Examples
    --------
    >>> own_kind(Path("a.json"), '{"type": "FeatureCollection", "features": []}')
    'GeoJSON'
    >>> own_kind(Path("a.txt"), "A truce holds in Idlib.") is None
    True
    """
    head = text.lstrip()[:1]
    if head in {"{", "["}:
        try:
            data = parsed_json(text)
        except TooMuchError:
            return "JSON"
        except ValueError:
            data = None
        if isinstance(data, dict | list):
            return _json_kind(data)
    if head == "`" and all(f'"{key}"' in text for key in ("model", "zones", "claims")):
        return "an answer of a language model"  # in fences, as models write
    if "[[decision]]" in text and "do = " in text:
        return "a review file"
    return "TOML" if path.suffix.casefold() == ".toml" else None


def refuse_own(path: Path, text: str) -> None:
    """Raise `DocumentError` if a text is data of this tool or of another, and say what to do instead."""
    kind = own_kind(path, text)
    if kind == MODEL:
        raise DocumentError(path, "is a full model, no article; name it by itself, and not with texts")
    if kind is not None:
        raise DocumentError(path, f"is {kind}, no article; {_ADVICE[kind]}")


def refuse_own_map(path: Path, words: str) -> None:
    """Raise `DocumentError` if a page or PDF is a map of this tool: its quotations would be read as news of it."""
    folded = " ".join(words.split())
    if any(mark in folded for mark in _MARKS_OF_MAPS):
        raise DocumentError(
            path, "is a map that this tool wrote, no article; name the text that it was made from"
        )


def _json_kind(data: Mapping[str, Any] | list[Any]) -> str:
    if isinstance(data, list):
        return "JSON"
    if str(data.get("schema", "")).startswith(_SCHEMAS):
        return MODEL
    if data.get("type") in {"FeatureCollection", "Feature", "Topology"}:
        return "GeoJSON"
    if "decision" in data:
        return "a review file"
    if {"zones", "claims", "documents"} <= set(data):
        return "the output of zonemap read --json"
    return "an answer of a language model" if {"zones", "claims"} <= set(data) else "JSON"
