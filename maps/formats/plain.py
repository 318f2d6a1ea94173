"""Lists and records in words, for formats that people read and that have only cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

__all__ = ["beside_lists", "in_words", "quotes", "sources_of"]

Record = dict[str, Any]


def in_words(column: str, value: object) -> object:
    """Return a cell for people: a list becomes words parted by ``; ``, anything else stays what it is.

    Parameters
    ----------
    column
        The column, which tells what the list holds.
    value
        The cell as it is in the full model.

    Examples
    --------
    >>> in_words("zones", [{"zone": "idlib", "extent": "whole", "rule": "whole", "share": None}])
    'idlib (whole)'
    """
    if not isinstance(value, list):
        return value
    if column == "evidence":
        return quotes(value)
    told: Callable[[Any], str] = _WORDS.get(column, str)
    return "; ".join(told(item) for item in value)


def beside_lists(properties: Record, *, country: Callable[[str], str]) -> dict[str, str | None]:
    """Return, for each property that holds a list, its words under a name of their own; None for an empty list.

    For programs that read features and know no lists, such as QGIS over OGC API - Features.

    Parameters
    ----------
    properties
        Of a feature.
    country
        Gives the name that is shown for an ISO code.

    Examples
    --------
    >>> inside = [{"zone": "idlib", "extent": "part"}]
    >>> beside_lists({"name": "Saraqab", "zones": inside, "evidence": []}, country=str)
    {'in_zones': 'idlib (part)', 'quotes': None}
    """
    told: dict[str, str | None] = {}
    for name, value in properties.items():
        if isinstance(value, list):
            items = [
                item | {"nationality": country(item["nationality"])} if name in _NATIONAL else item
                for item in value
            ]
            told[_BESIDE[name]] = str(in_words(name, items)) or None
    return told


def quotes(evidence: Iterable[Record]) -> str:
    """Return quotations in quotation marks, each once."""
    return " | ".join(dict.fromkeys(f"“{' '.join(e['quote'].split())}”" for e in evidence))


def sources_of(evidence: Iterable[Record]) -> str:
    """Return where quotations stand: document and character offsets."""
    return "; ".join(dict.fromkeys(f"{e['document']}:{e['start']}-{e['end']}" for e in evidence))


def _check(check: Record) -> str:
    verdict = {True: "holds", False: "does not hold", None: "open"}[check["holds"]]
    return f"{check['text']}: {verdict} ({check['detail']})"


def _claim(claim: Record) -> str:
    said = f", said {claim['said_by']}" if claim["said_by"] else ""
    return f"{claim['nationality']} {claim['status']}{said}"


def _standing(standing: Record) -> str:
    return f"{standing['nationality']} {standing['status']}{', disputed' if standing['disputed'] else ''}"


_WORDS: dict[str, Callable[[Record], str]] = {
    "members": lambda member: f"{member['pcode']} {member['name']}",
    "unresolved": lambda limit: f"{limit['text']} ({limit['reason']})",
    "unread": lambda words: f"{words['text']} ({words['reason']})",
    "checks": _check,
    "claims": _claim,
    "standing": _standing,
    "zones": lambda inside: f"{inside['zone']} ({inside['extent']})",
}
_NATIONAL = {"claims", "standing"}

_BESIDE = {
    "members": "units",
    "unresolved": "limits",
    "unread": "not_read",
    "checks": "checked",
    "differs": "differences",
    "evidence": "quotes",
    "claims": "said",
    "standing": "monitors",
    "zones": "in_zones",
}
