"""What two outputs of `zonemap read --json` make of the same documents: claims, and sentences passed over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["told_changes"]

_Output = Mapping[str, Any]
_LONGEST = 100


def told_changes(before: _Output, after: _Output) -> tuple[str, ...]:
    """Return what became of claims and of sentences passed over, a line each; nothing if nothing did.

    Only documents that both outputs have are compared, the same to the byte: of others everything differs.

    Parameters
    ----------
    before, after
        The objects of the contract; keys that an older output lacks count as empty.

    Raises
    ------
    KeyError, TypeError, AttributeError
        If one of them is no such object.

    Examples
    --------
    >>> claim = {"nationality": "KZ", "status": "possible", "evidence": [{"document": "a"}]}
    >>> one = {"documents": [{"id": "a", "sha256": "00"}], "claims": [claim | {"rule": "send"}]}
    >>> told_changes(one, one | {"claims": [claim | {"rule": "watch"}]})
    ('~ claim KZ possible: by rule send -> by rule watch',)
    """
    shared = _documents(before) & _documents(after)
    names = {name for name, _ in shared}
    return (
        *_differences(_claims(before, names), _claims(after, names), "claim"),
        *_differences(_passed_over(before, names), _passed_over(after, names), "passed over"),
    )


def _documents(output: _Output) -> set[tuple[str, str]]:
    return {(str(row["id"]), str(row["sha256"])) for row in output.get("documents") or ()}


def _rows(output: _Output, key: str, names: set[str]) -> list[Mapping[str, Any]]:
    """Return the rows that rest on documents of these names alone."""
    rows = list(output.get(key) or ())
    return [row for row in rows if {str(e["document"]) for e in row["evidence"]} <= names and row["evidence"]]


def _claims(output: _Output, names: set[str]) -> dict[str, str]:
    """Return how each claim was found, by what it says."""
    found: dict[str, str] = {}
    for row in _rows(output, "claims", names):
        where = row.get("zone") or row.get("place")
        parts = [f"{row['nationality']} {row['status']}{f' in {where}' if where else ''}"]
        parts += [f"said {row['said_by']}"] if row.get("said_by") else []
        parts += [f"on {row['said_on']}"] if row.get("said_on") else []
        parts += ["headline"] if row.get("headline") else []
        how = [f"by rule {row['rule']}"] if row.get("rule") else []
        how += [str(row["path"])] if row.get("path") else []
        found[", ".join(parts)] = "; ".join(how)
    return found


def _passed_over(output: _Output, names: set[str]) -> dict[str, str]:
    """Return the reason of each sentence passed over, by its words and place."""
    found: dict[str, str] = {}
    for row in _rows(output, "passed_over", names):
        first = row["evidence"][0]
        text = " ".join(str(row["text"]).split())
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        found[f"“{short}” {first['document']}:{first['start']}"] = str(row["reason"])
    return found


def _differences(before: Mapping[str, str], after: Mapping[str, str], what: str) -> list[str]:
    """Return lines on what is gone, new, or there for another reason than before."""
    gone = [_line("-", what, key, value) for key, value in before.items() if key not in after]
    new = [_line("+", what, key, value) for key, value in after.items() if key not in before]
    moved = [
        _line("~", what, key, f"{before[key] or 'not told'} -> {value or 'not told'}")
        for key, value in after.items()
        if key in before and before[key] != value
    ]
    return [*gone, *new, *moved]


def _line(mark: str, what: str, key: str, value: str) -> str:
    return f"{mark} {what} {key}{f': {value}' if value else ''}"
