"""Decisions as a file: TOML, which a person can read and write, or the same as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from geodata.atomic import whole_file
from geodata.foreign import MOST_TOML_BYTES, TooMuchError, parsed_json, parsed_toml
from zones.errors import GivenError, ReviewError
from zones.given import day_of
from zones.review.decision import Decision, decision_of
from zones.small_file import small_text

__all__ = ["MOST_BYTES", "Review", "load_review", "read_review", "review_text", "save_review"]

MOST_BYTES = MOST_TOML_BYTES
"""A larger file is refused unread: thousands of decisions are far smaller."""
_TOP = frozenset({"decision", "by", "on", "sha256"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What people decided about a text, or several.

    Parameters
    ----------
    decisions
        In the order of the file; of two about one item the later counts.
    sha256
        Of the text that was reviewed, if the file tells.
    name
        What to call it in messages.
    """

    decisions: tuple[Decision, ...]
    sha256: str | None = None
    name: str = "review"

    def about(self, document: str) -> Review:
        """Return it with every decision that names no document being about one (id)."""
        named = (replace(one, document=one.document or document) for one in self.decisions)
        return replace(self, decisions=tuple(named))


def load_review(path: str | Path) -> Review:
    """Return the review of a file; see `read_review`."""
    text = small_text(Path(path), MOST_BYTES, ReviewError, expected="a review file")
    return read_review(text, name=str(path))


def read_review(text: str, *, name: str = "review") -> Review:
    """Return the decisions of a review file's text, TOML or JSON.

    Parameters
    ----------
    text
        The file.
    name
        What to call it in messages.

    Raises
    ------
    ReviewError
        If it is neither, or a decision is not as it should be; the message names the decision.
    """
    table = _parsed(text, name)
    if unknown := sorted(set(table) - _TOP):
        raise ReviewError(
            f"{name}: no key {', '.join(unknown)} is known; expected [[decision]], by, on, sha256"
        )
    rows = table.get("decision", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReviewError(f"{name}: decision is no list of tables; expected [[decision]]")
    try:
        on = day_of(table.get("on"))
    except GivenError as error:
        raise ReviewError(f"{name}: on: {error}") from error
    by, sha256 = table.get("by"), table.get("sha256")
    return Review(
        decisions=tuple(
            decision_of(row, by=by, on=on, where=f"{name}: decision {number}")
            for number, row in enumerate(rows, 1)
        ),
        sha256=sha256 if isinstance(sha256, str) else None,
        name=name,
    )


def _parsed(text: str, name: str) -> Mapping[str, Any]:
    as_json = text.lstrip().startswith("{")
    kind = "JSON" if as_json else "TOML"
    try:
        table = parsed_json(text) if as_json else parsed_toml(text)
    except TooMuchError as error:
        raise ReviewError(f"{name}: {error}") from None
    except ValueError as error:
        raise ReviewError(f"{name}: is no {kind}: {error}") from None
    return table if isinstance(table, dict) else {}


def review_text(review: Review) -> str:
    r"""Return a review as TOML, which `read_review` reads to an equal one.

    Examples
    --------
    >>> decision = 'do = "settle name"\nby = "R"\non = 2026-11-30\nname = "Suran"\nunit = "SY050101"\n'
    >>> review_text(read_review("[[decision]]\n" + decision)) == "[[decision]]\n" + decision
    True
    """
    head = f"sha256 = {_toml(review.sha256)}\n\n" if review.sha256 else ""
    return head + "\n".join(map(_table, review.decisions))


def save_review(review: Review, path: str | Path) -> Path:
    """Write a review as TOML and return its path; the file is replaced at once or not at all.

    Raises
    ------
    OSError
        If the path can't be written, or another is writing it; then nothing has changed.
    """
    with whole_file(path, alone=True) as partial:
        partial.write_bytes(review_text(review).encode("utf-8"))
    return Path(path)


def _table(decision: Decision) -> str:
    rows: list[tuple[str, object]] = [("do", str(decision.do)), ("by", decision.by), ("on", decision.on)]
    rows += [(key, value) for key in ("note", "document") if (value := getattr(decision, key))]
    if decision.quotes:
        several = len(decision.quotes) > 1
        rows.append(("quotes", decision.quotes) if several else ("quote", decision.quotes[0]))
    rows += decision.item.items()
    rows += [("to", decision.to)] if decision.to else []
    return "[[decision]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in rows)


def _toml(value: object) -> str:
    match value:
        case bool() | int() | float():
            return json.dumps(value)
        case date():
            return value.isoformat()
        case Mapping():
            return "{" + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case _:
            # a JSON string is a TOML string, but for DEL, which TOML wants escaped
            return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
