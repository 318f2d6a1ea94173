"""One decision of a person about one item of a reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from zones.errors import GivenError, ReviewError
from zones.given import CLAIM_KEYS, ZONE_KEYS, claim_words, day_of, zone_words
from zones.web_address import EXPECTED, web_address

__all__ = ["Decision", "Do", "decision_of"]


class Do(StrEnum):
    """What a decision does."""

    ACCEPT_CLAIM = "accept claim"
    REJECT_CLAIM = "reject claim"
    MEND_CLAIM = "mend claim"
    ADD_CLAIM = "add claim"
    ACCEPT_ZONE = "accept zone"
    REJECT_ZONE = "reject zone"
    MEND_ZONE = "mend zone"
    ADD_ZONE = "add zone"
    ACCEPT_PASSED_OVER = "accept passed over"
    SETTLE_NAME = "settle name"
    SET_DOCUMENT = "set document"

    @property
    def is_first(self) -> bool:
        """Whether it changes what is read, and is done before reading."""
        return self in {Do.SETTLE_NAME, Do.SET_DOCUMENT}

    @property
    def verb(self) -> str:
        """What is done: "accept", "reject", "mend", "add"."""
        return self.split()[0]


_COMMON = frozenset({"do", "by", "on", "note", "document"})
_QUOTES = frozenset({"quote", "quotes"})
_CLAIM = _QUOTES | frozenset(CLAIM_KEYS)
_ZONE = _QUOTES | frozenset(ZONE_KEYS)
_DOCUMENT = frozenset({"title", "publisher", "address", "published"})
_KEYS: Mapping[Do, frozenset[str]] = {
    **dict.fromkeys((Do.ACCEPT_CLAIM, Do.REJECT_CLAIM, Do.ADD_CLAIM), _CLAIM),
    Do.MEND_CLAIM: _CLAIM | {"to"},
    **dict.fromkeys((Do.ACCEPT_ZONE, Do.REJECT_ZONE, Do.ADD_ZONE), _ZONE),
    Do.MEND_ZONE: _ZONE | {"to"},
    Do.ACCEPT_PASSED_OVER: frozenset({"quote"}),
    Do.SETTLE_NAME: frozenset({"name", "unit"}),
    Do.SET_DOCUMENT: _DOCUMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision.

    Parameters
    ----------
    do
        What it does.
    by, on
        Who decided, and when.
    note
        Why, in the person's words; may be empty.
    document
        Id of the document; None: the one in which the quotation stands, or all.
    quotes
        The quotations that find the item.
    item
        What the item says, by key: it finds the item, and makes it again where a later version misses it.
    to
        What a mended item says instead, by key.
    """

    do: Do
    by: str
    on: date
    note: str = ""
    document: str | None = None
    quotes: tuple[str, ...] = ()
    item: Mapping[str, Any] = field(default_factory=dict)
    to: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it as words, for a message."""
        about = self.item.get("nationality") or self.item.get("name") or self.document or ""
        quote = f" “{self.quotes[0]}”" if self.quotes else ""
        return f"{self.do} {about}".strip() + quote


def decision_of(row: Mapping[str, Any], *, by: object, on: date | None, where: str) -> Decision:
    """Return the decision of a table of a review file.

    Parameters
    ----------
    row
        The table.
    by, on
        Who decided and when, where the table doesn't say so itself.
    where
        What to call the table in a message.

    Raises
    ------
    ReviewError
        If a key is missing, unknown, or not of its kind.
    """
    try:
        do = Do(str(row.get("do")))
    except ValueError:
        raise ReviewError(f"{where}: do = {row.get('do')!r}; expected one of: {', '.join(Do)}") from None
    if unknown := sorted(set(row) - _COMMON - _KEYS[do]):
        known = ", ".join(sorted(_KEYS[do]))
        raise ReviewError(f"{where}: {do} has no key {', '.join(unknown)}; it may have: {known}")
    try:
        decision = Decision(
            do=do, by=_who(row.get("by", by)), on=_when(row.get("on", on)), note=_words(row, "note") or "",
            document=_words(row, "document"), quotes=() if do.is_first else _quotes(row),
            item={key: row[key] for key in row if key in _KEYS[do] - _QUOTES - {"to"}},
            to=_instead(row.get("to"), _KEYS[do]) if do.verb == "mend" else {},
        )  # fmt: skip
        _check(decision)
    except GivenError as error:
        raise ReviewError(f"{where}: {error}") from error
    return decision


def _check(decision: Decision) -> None:
    """Raise `GivenError` if what a decision says of its item cannot be."""
    item, do = decision.item, decision.do
    if do.endswith("claim"):
        claim_words(item, decision.quotes)
        claim_words({**item, **decision.to}, decision.quotes)
    elif do is Do.ADD_ZONE:
        zone_words(item, decision.quotes)
    elif do.endswith("zone"):
        _needed(item, "name")
    elif do is Do.SETTLE_NAME:
        _needed(item, "name")
        _needed(item, "unit")
    elif do is Do.SET_DOCUMENT:
        day_of(item.get("published"))
        for key in _DOCUMENT - {"published"}:
            _words(item, key)
        if item.get("address") and web_address(item["address"]) is None:
            raise GivenError(f"address = {item['address']!r}; {EXPECTED}")
        if not item:
            raise GivenError(f"sets nothing; it may set {', '.join(sorted(_DOCUMENT))}")


def _needed(item: Mapping[str, Any], key: str) -> None:
    if not _words(item, key):
        raise GivenError(f'needs {key} = "..."')


def _quotes(row: Mapping[str, Any]) -> tuple[str, ...]:
    quotes = row.get("quotes", [row["quote"]] if "quote" in row else [])
    if (
        not isinstance(quotes, list)
        or not quotes
        or not all(isinstance(q, str) and q.strip() for q in quotes)
    ):
        raise GivenError('needs quote = "words of the text"')
    return tuple(quotes)


def _who(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise GivenError('does not say who decided; expected by = "a name", here or at the top of the file')
    return value.strip()


def _when(value: object) -> date:
    day = day_of(value)
    if day is None:
        raise GivenError("does not say when; expected on = 2026-11-30, here or at the top of the file")
    return day


def _words(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise GivenError(f"{key} = {value!r}; expected words in quotation marks")
    return value.strip() if isinstance(value, str) else None


def _instead(value: object, keys: frozenset[str]) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not value:
        raise GivenError('needs to = {...} with what it says instead, such as to = {status = "possible"}')
    if unknown := sorted(set(value) - keys | (set(value) & (_QUOTES | {"to"}))):
        known = ", ".join(sorted(keys - _QUOTES - {"to"}))
        raise GivenError(f"to has no key {', '.join(unknown)}; it may have: {known}")
    return value
