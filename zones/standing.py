"""Standing: what the claims about one nationality in one zone amount to on a date, disagreement shown.

The rule that decides what is shown first: the latest statement by somebody who speaks for that country;
without one, the latest statement by anybody. A headline gives way to a statement of the same day. A claim counts
from the day it was made, or, where the text gives no day, from the day its document was published. Claims about
no zone in particular count for every zone. Nothing is averaged: `disputed` says that some affirm and others deny.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from zones.claims import Claim, Status
from zones.countries import country_name

__all__ = ["Standing", "claim_day", "standings"]

_FOR = frozenset({Status.AGREED, Status.PLANNED, Status.PROPOSED, Status.POSSIBLE, Status.DISCUSSED})
_AGAINST = frozenset({Status.DENIED, Status.REJECTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is claimed of one nationality in one zone as of a day.

    Parameters
    ----------
    nationality
        ISO 3166 alpha-2 code, or UN.
    zone
        Id of the zone; None: in Syria, no zone in particular.
    status
        The status shown first.
    disputed
        Whether some affirm and others deny or reject.
    claims
        Ids of the claims it rests on, in order of time.
    why
        Why this status is shown first.
    """

    nationality: str
    zone: str | None
    status: Status
    disputed: bool
    claims: tuple[str, ...]
    why: str

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "nationality": self.nationality,
            "zone": self.zone,
            "status": str(self.status),
            "disputed": self.disputed,
            "claims": list(self.claims),
            "why": self.why,
        }


def claim_day(claim: Claim, published: Mapping[str, date | None]) -> date | None:
    """Return the day from which a claim counts: its own, else the earliest publication of its documents."""
    days = [day for e in claim.evidence if (day := published.get(e.document)) is not None]
    return claim.said_on or (min(days) if days else None)


def standings(
    claims: Iterable[Claim], published: Mapping[str, date | None], on: date | None = None
) -> tuple[Standing, ...]:
    """Return the standing of every nationality in every zone it is claimed for, and without zone.

    Parameters
    ----------
    claims
        The claims.
    published
        Day of publication of each document, by id.
    on
        Count only what was said until this day; by default everything.
    """
    counted = [c for c in claims if on is None or (day := claim_day(c, published)) is None or day <= on]
    keys: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in counted:
        keys.setdefault((claim.nationality, claim.zone), []).append(claim)
    for (nationality, zone), group in keys.items():
        if zone is not None:
            group += [c for c in counted if c.nationality == nationality and c.zone is None]
    return tuple(
        _standing(nationality, zone, group, published)
        for (nationality, zone), group in sorted(
            keys.items(), key=lambda item: (item[0][0], item[0][1] or "")
        )
    )


def _standing(
    nationality: str, zone: str | None, group: list[Claim], published: Mapping[str, date | None]
) -> Standing:
    def order(claim: Claim) -> tuple[date, bool, int]:
        first = min((e.start for e in claim.evidence), default=0)
        return claim_day(claim, published) or date.min, not claim.headline, first

    ordered = sorted(group, key=order)
    entitled = [c for c in ordered if c.speaks_for == nationality]
    first = (entitled or ordered)[-1]
    who = first.said_by or "the report itself"
    day = claim_day(first, published)
    when = f" of {day.isoformat()}" if day else ""
    kind = (
        f"who speaks for {country_name(nationality)}"
        if entitled
        else f"nobody speaks for {country_name(nationality)}"
    )
    statuses = {c.status for c in ordered}
    return Standing(
        nationality=nationality, zone=zone, status=first.status,
        disputed=bool(statuses & _FOR) and bool(statuses & _AGAINST),
        claims=tuple(c.id for c in ordered), why=f"latest statement{when}, by {who} ({kind})",
    )  # fmt: skip
