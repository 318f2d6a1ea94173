"""Statements: the claims that one speaker makes of several nationalities in the same words, as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from zones.standing import claim_day

if TYPE_CHECKING:
    from zones import Claim, ZoneSet

__all__ = ["Statement", "statements"]


@dataclass(frozen=True, slots=True)
class Statement:
    """Claims that differ in nationality alone, and the day from which they count."""

    day: date | None
    claims: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        """The claim that stands for all."""
        return self.claims[0]

    @property
    def nationalities(self) -> tuple[str, ...]:
        """The codes of those spoken of, in the order told."""
        return tuple(dict.fromkeys(claim.nationality for claim in self.claims))


def statements(claims: Iterable[Claim], zone_set: ZoneSet, on: date | None = None) -> tuple[Statement, ...]:
    """Return claims as statements in order of time.

    Parameters
    ----------
    claims
        The claims to tell.
    zone_set
        Where they come from.
    on
        Leave out what was said later or on no known day.
    """
    published = zone_set.published
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        when = claim_day(claim, published)
        if on is None or (when is not None and when <= on):
            key = (
                when,
                claim.status,
                claim.zone,
                claim.place,
                claim.said_by,
                claim.reported_by,
                claim.rule,
                claim.path,
                claim.evidence,
            )
            groups.setdefault(key, []).append(claim)
    made = [Statement(claim_day(group[0], published), tuple(group)) for group in groups.values()]
    order = {document.id: number for number, document in enumerate(zone_set.documents)}
    return tuple(
        sorted(made, key=lambda s: (s.day or date.min, not s.first.headline, _place_in_text(s, order)))
    )


def _place_in_text(statement: Statement, order: dict[str, int]) -> tuple[int, int]:
    return min(((order[e.document], e.start) for e in statement.first.evidence), default=(0, 0))
