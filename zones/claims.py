"""Claims: who said that which nationality would, may or won't monitor, where, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from zones.evidence import Evidence
from zones.makers import Maker, Verdict, rules
from zones.status import Status

__all__ = ["Claim", "Status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Somebody's statement about a nationality as monitor.

    Parameters
    ----------
    id
        Short name, unique in a set.
    nationality
        ISO 3166 alpha-2 code, or ``UN``.
    zone
        Id of the zone it speaks of; None if of no zone in particular.
    place
        The place as the text names it; None if none.
    place_relation
        How the forces would stand to it ("near", "south of"); empty for in it.
    place_km
        Distance from the place to the zone in km, where geometry decided which zone is meant; else None.
    status
        One of the closed list.
    said_by
        The speaker as the text names them; None if the report itself says so.
    speaks_for
        The country the speaker speaks for, if the text tells.
    said_on
        The day of the statement, if the text tells.
    reported_by
        The outlet that quotes the speaker, if the text tells.
    evidence
        The quotations it rests on.
    headline
        Whether it is a headline's, an outlet's summary of what follows.
    rule
        The frame that found the deed, such as "send" or "watch".
    path
        What made the status, from the deed outwards: "possible: could < proposed".
    made_by
        Who read it.
    verdict
        What a person decided about it; None if nobody has yet.
    """

    id: str
    nationality: str
    zone: str | None
    place: str | None
    place_relation: str
    place_km: float | None
    status: Status
    said_by: str | None
    speaks_for: str | None
    said_on: date | None
    reported_by: str | None
    evidence: tuple[Evidence, ...]
    headline: bool = False
    rule: str = ""
    path: str = ""
    made_by: Maker = field(default_factory=rules)
    verdict: Verdict | None = None

    def __repr__(self) -> str:
        """Return it in a line."""
        from zones.shown import claim_line  # noqa: PLC0415 - only what is shown pays for it

        return claim_line(self)

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "id": self.id,
            "nationality": self.nationality,
            "zone": self.zone,
            "place": self.place,
            "place_relation": self.place_relation or None,
            "place_km": self.place_km,
            "status": str(self.status),
            "said_by": self.said_by,
            "speaks_for": self.speaks_for,
            "said_on": self.said_on.isoformat() if self.said_on else None,
            "reported_by": self.reported_by,
            "headline": self.headline,
            "rule": self.rule or None,
            "path": self.path or None,
            "made_by": self.made_by.to_dict(),
            "verdict": self.verdict.to_dict() if self.verdict else None,
            "evidence": [e.to_dict() for e in self.evidence],
        }
