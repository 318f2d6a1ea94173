"""What the decisions about a set of zones come to, in numbers and in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from zones.claims import Claim
from zones.evidence import Evidence
from zones.makers import MakerKind, Verdict, VerdictKind
from zones.zone import Zone

__all__ = ["Rejected", "Reviewed", "reviewed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """An item that a person rejected.

    Parameters
    ----------
    kind
        A claim or a zone.
    text
        What it said.
    verdict
        Who rejected it, when and why.
    evidence
        The quotations it rested on.
    """

    kind: Literal["claim", "zone"]
    text: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "kind": self.kind,
            "text": self.text,
            "verdict": self.verdict.to_dict(),
            "evidence": [e.to_dict() for e in self.evidence],
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Rejected:
        """Return the item of a JSON object."""
        evidence = tuple(Evidence(**one) for one in row["evidence"])
        verdict = Verdict.from_dict(row["verdict"])
        return cls(kind=row["kind"], text=row["text"], verdict=verdict, evidence=evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What people decided about a set of zones.

    Parameters
    ----------
    read_by
        By whom it was read: "rules", "model M, verified".
    by
        Who decided, each once.
    on
        The day of the last decision; None if there is none.
    accepted, mended, added, undecided
        How many zones and claims.
    rejected
        What was rejected.
    problems
        Decisions that no longer fit, and items of a model that were refused, a sentence each.
    """

    read_by: str
    by: tuple[str, ...]
    on: date | None
    accepted: int
    mended: int
    added: int
    undecided: int
    rejected: tuple[Rejected, ...]
    problems: tuple[str, ...]

    @property
    def mark(self) -> str:
        """What every output says: "read by rules, not reviewed"."""
        if not self.by or self.on is None:
            return f"read by {self.read_by}, not reviewed"
        counts = {
            "accepted": self.accepted, "mended": self.mended, "rejected": len(self.rejected), "added": self.added,
        }  # fmt: skip
        decided = ", ".join(f"{count} {what}" for what, count in counts.items() if count) or "nothing changed"
        left = f"; {self.undecided} undecided" if self.undecided else ""
        who = " and ".join([", ".join(self.by[:-1]), self.by[-1]] if len(self.by) > 1 else self.by)
        return f"read by {self.read_by}, reviewed by {who} on {self.on.isoformat()} ({decided}{left})"

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "mark": self.mark,
            "read_by": self.read_by,
            "by": list(self.by),
            "on": self.on.isoformat() if self.on else None,
            "accepted": self.accepted,
            "mended": self.mended,
            "added": self.added,
            "rejected": [one.to_dict() for one in self.rejected],
            "undecided": self.undecided,
            "problems": list(self.problems),
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Reviewed:
        """Return the review of a JSON object."""
        return cls(
            read_by=row["read_by"], by=tuple(row["by"]),
            on=date.fromisoformat(row["on"]) if row["on"] else None, accepted=row["accepted"],
            mended=row["mended"], added=row["added"], undecided=row["undecided"],
            rejected=tuple(Rejected.from_dict(one) for one in row["rejected"]), problems=tuple(row["problems"]),
        )  # fmt: skip


def reviewed(
    zones: Iterable[Zone],
    claims: Iterable[Claim],
    *,
    rejected: tuple[Rejected, ...] = (),
    others: tuple[Verdict, ...] = (),
    problems: tuple[str, ...] = (),
    read_by: str | None = None,
) -> Reviewed:
    """Return what the verdicts on some zones and claims come to.

    Parameters
    ----------
    zones, claims
        The items, each with its maker and verdict.
    rejected
        What was rejected.
    others
        Decisions about other things: a sentence rightly passed over, a document's title.
    problems
        What no longer fits.
    read_by
        By whom it was read; by default whoever made the items, or the rules where there are none.
    """
    items: list[Zone | Claim] = [*zones, *claims]
    verdicts = [item.verdict for item in items]
    given = [*(v for v in verdicts if v is not None), *(one.verdict for one in rejected), *others]
    makers = [item.made_by for item in items if item.made_by.kind is not MakerKind.REVIEWER]
    readers = dict.fromkeys("rules" if m.kind is MakerKind.RULES else str(m) for m in makers)

    def count(kind: VerdictKind) -> int:
        return sum(verdict is not None and verdict.kind is kind for verdict in verdicts)

    return Reviewed(
        read_by=read_by or " and ".join(readers) or "rules",
        by=tuple(dict.fromkeys(verdict.by for verdict in given)),
        on=max((verdict.on for verdict in given), default=None),
        accepted=count(VerdictKind.ACCEPTED), mended=count(VerdictKind.MENDED), added=count(VerdictKind.ADDED),
        undecided=sum(verdict is None for verdict in verdicts), rejected=rejected, problems=problems,
    )  # fmt: skip
