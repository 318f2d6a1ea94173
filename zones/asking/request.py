"""The request for a language model: vocabulary, closed lists, grammar, examples, the article, and the answer's form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from zones.documents import Document

__all__ = ["HASH_DIGITS", "Example", "examples", "phrases", "request_text", "statuses"]

HASH_DIGITS = 16
"""How much of the text's sha256 a model is asked to copy: all 64 digits are seldom copied rightly."""
_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A short text with the right answer, as JSON."""

    text: str
    published: date
    answer: str


def request_text(document: Document) -> str:
    """Return what to ask a language model about a document.

    Parameters
    ----------
    document
        The text. Only what of its page is article is shown to the model.

    Examples
    --------
    >>> from zones.documents import read_document, seed_paths
    >>> "de-escalation" in request_text(read_document(seed_paths()[0]))
    True
    """
    told = {
        "title": document.title, "publisher": document.publisher,
        "published": document.published and f"{document.published.isoformat()}, {document.published:%A}",
    }  # fmt: skip
    filled = {
        "statuses": _listed(statuses()),
        "phrases": _listed(phrases()),
        "examples": "\n".join(_shown(number, one) for number, one in enumerate(examples(), 1)),
        "facts": "\n".join(f"{key}: {value or 'not known'}" for key, value in told.items()),
        "sha256": document.sha256[:HASH_DIGITS],
        "mark": f"article {document.sha256[:HASH_DIGITS]}",
        "article": "\n".join(
            document.reading.text[block.start : block.end] for block in document.blocks_read()
        ),
    }
    text = str(_table()["text"]).lstrip("\n")
    return _PLACE.sub(lambda found: filled[found[1]], text)  # in one pass: nothing in an article is a place


def statuses() -> Mapping[str, str]:
    """Return the closed list of statuses, each with what it means."""
    return dict(_table()["statuses"])


def phrases() -> Mapping[str, str]:
    """Return phrases of the area grammar, each with what it means."""
    return dict(_table()["phrases"])


def examples() -> tuple[Example, ...]:
    """Return the worked examples."""
    return tuple(
        Example(text=row["text"].strip(), published=row["published"], answer=row["answer"].strip())
        for row in _table()["examples"]
    )


@cache
def _table() -> dict[str, Any]:
    text = resources.files("zones.asking").joinpath("request.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _listed(rows: Mapping[str, str]) -> str:
    return "\n".join(f"- {key}: {value}" for key, value in rows.items())


def _shown(number: int, example: Example) -> str:
    published = f"{example.published.isoformat()}, {example.published:%A}"
    return (
        f"# Example {number}\n\npublished: {published}\n\n{example.text}\n\nThe answer:\n\n{example.answer}\n"
    )
