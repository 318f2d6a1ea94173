"""Who made an item of a reading, and what a person decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

__all__ = ["Maker", "MakerKind", "Verdict", "VerdictKind", "rules"]


class MakerKind(StrEnum):
    """What sort of reader made an item."""

    RULES = "rules"
    """The rules of this package."""
    MODEL = "model"
    """A language model; its quotations, places and areas were verified against the text."""
    REVIEWER = "reviewer"
    """A person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who made an item.

    Parameters
    ----------
    kind
        Rules, model or reviewer.
    name
        The rules' version, the model's name, or the reviewer's.
    """

    kind: MakerKind
    name: str

    def __str__(self) -> str:
        """Return it as words: "rules 1.0", "model M, verified", "R. Haddad"."""
        match self.kind:
            case MakerKind.RULES:
                return f"rules {self.name}"
            case MakerKind.MODEL:
                return f"model {self.name}, verified"
            case MakerKind.REVIEWER:
                return self.name

    def to_dict(self) -> dict[str, str]:
        """Return it as the contract's JSON object."""
        return {"kind": str(self.kind), "name": self.name}

    @classmethod
    def from_dict(cls, row: Mapping[str, str]) -> Maker:
        """Return the maker of a JSON object."""
        return cls(kind=MakerKind(row["kind"]), name=row["name"])


@cache
def rules() -> Maker:
    """Return the rules of this version."""
    from zones.about import tool_version  # noqa: PLC0415 - `about` knows documents, which know evidence

    return Maker(kind=MakerKind.RULES, name=tool_version())


class VerdictKind(StrEnum):
    """What a person decided about an item."""

    ACCEPTED = "accepted"
    MENDED = "mended"
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person decided about an item.

    Parameters
    ----------
    kind
        Accepted as read, mended, rejected, or added by the person.
    by, on
        Who decided it, and when.
    note
        Why, in the person's words; empty if they gave none.
    was
        Of a mended item, what it said before, by key.
    """

    kind: VerdictKind
    by: str
    on: date
    note: str = ""
    was: Mapping[str, str | None] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return it as words: "mended by R. Haddad on 2026-11-30"."""
        return f"{self.kind} by {self.by} on {self.on.isoformat()}"

    def to_dict(self) -> dict[str, Any]:
        """Return it as the contract's JSON object."""
        return {
            "kind": str(self.kind),
            "by": self.by,
            "on": self.on.isoformat(),
            "note": self.note or None,
            "was": dict(self.was) or None,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Verdict:
        """Return the verdict of a JSON object."""
        return cls(
            kind=VerdictKind(row["kind"]), by=row["by"], on=date.fromisoformat(row["on"]),
            note=row["note"] or "", was=row["was"] or {},
        )  # fmt: skip
