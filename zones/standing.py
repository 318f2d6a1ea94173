"""Standing: what the claims about one nationality in one zone amount to on a date, disagreement shown.

The rule that decides what is shown first. An article goes before its headline: what a headline says of a
nationality is set aside where the article itself says something of it. Of what remains the latest statement counts,
of those who are heard first:

1. who speaks for that country by name or office: its head of state, government, minister or spokesman;
2. an unnamed source of that country (`unnamed`), which settles nothing: `why` says so;
3. anybody else, who is named or has an office, or the report itself;
4. an unnamed source of another country, or of none.

A claim counts from the day it was made, or, where the text gives no day, from the day its document was published; one
without either counts on no day, and only where no day is asked for.
Claims about no zone in particular count for every zone. Nothing is averaged: `disputed` says that some affirm and
others deny, whoever they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from geodata.naming import Naming
from zones.claims import Claim, Status
from zones.countries import country_name
from zones.status import AFFIRMING, REFUSING

__all__ = ["Standing", "Voice", "claim_day", "standings", "unnamed", "voice"]

_SOURCES = frozenset(
    plural
    for word in ("source", "official", "diplomat", "officer", "insider", "outlet", "newspaper", "report")
    for plural in (word, f"{word}s")
) | {"media"}
_ASKED_NOT_TO_BE_NAMED = re.compile(
    r"\b(anonym\w*|unnamed|unidentified|(?:not|without|declin\w+) (?:to be |be |being )?(?:named|identified))\b"
)
# What stands behind the head of a phrase: "a source | within Kyrgyzstan's delegation", "McGurk | , a US diplomat".
_BEHIND = re.compile(
    r"[,;(]| (?:in|at|of|from|on|to|for|with|within|inside|near|close|familiar|briefed)\b"
    r"| (?:who|whom|that|speaking|quoted|cited)\b"
)


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
    claims: Iterable[Claim],
    published: Mapping[str, date | None],
    on: date | None = None,
    *,
    naming: Naming = Naming.UN,
) -> tuple[Standing, ...]:
    """Return the standing of every nationality in every zone it is claimed for, and without zone.

    Parameters
    ----------
    claims
        The claims.
    published
        Day of publication of each document, by id.
    on
        Count only what was said until this day, and nothing without a day; by default everything.
    naming
        Whose name of a country stands in the reason why.
    """
    counted = [
        c for c in claims if on is None or ((day := claim_day(c, published)) is not None and day <= on)
    ]
    keys: dict[tuple[str, str | None], list[Claim]] = {}
    for claim in counted:
        keys.setdefault((claim.nationality, claim.zone), []).append(claim)
    for (nationality, zone), group in keys.items():
        if zone is not None:
            group += [c for c in counted if c.nationality == nationality and c.zone is None]
    return tuple(
        _standing(nationality, zone, group, published, naming)
        for (nationality, zone), group in sorted(
            keys.items(), key=lambda item: (item[0][0], item[0][1] or "")
        )
    )


def unnamed(said_by: str) -> bool:
    """Return whether a speaker is an unnamed source rather than a person with a name or an office.

    It judges the words by which the text calls the speaker. Somebody who is not to be named is unnamed, whatever the
    office. Else the last word of the phrase decides, without what stands behind it ("in Geneva", ", who ..."):
    "sources", "an official", "diplomats", "media" and the like name nobody, whereas a phrase that ends in a name
    ("US diplomat Brett McGurk") or in an office ("a foreign ministry spokesman", "the official representative") does.

    Parameters
    ----------
    said_by
        As in `Claim.said_by`.

    Examples
    --------
    >>> [unnamed(who) for who in ("a source within Kyrgyzstan's delegation", "two officials who asked not to be named")]
    [True, True]
    >>> [unnamed(who) for who in ("Kairat Abdrakhmanov", "a Pentagon spokesman", "Kazakhstan")]
    [False, False, False]
    """
    told = " ".join(said_by.casefold().split())
    if _ASKED_NOT_TO_BE_NAMED.search(told):
        return True
    head = _BEHIND.split(told, maxsplit=1)[0].split()
    return bool(head) and head[-1] in _SOURCES


class Voice(IntEnum):
    """Who is heard first, highest last."""

    SOURCE = 0
    OTHER = 1
    OWN_SOURCE = 2
    COUNTRY = 3


def voice(claim: Claim) -> Voice:
    """Return who makes a claim, as seen from the country that it speaks of."""
    nameless = claim.said_by is not None and unnamed(claim.said_by)
    if claim.speaks_for == claim.nationality and claim.said_by is not None:
        return Voice.OWN_SOURCE if nameless else Voice.COUNTRY
    return Voice.SOURCE if nameless else Voice.OTHER


_WHO = {
    Voice.SOURCE: "unnamed, which settles nothing; nobody speaks for {country}",
    Voice.OTHER: "nobody speaks for {country}",
    Voice.OWN_SOURCE: "an unnamed source of {country}, which settles nothing; nobody speaks for it by name or office",
    Voice.COUNTRY: "who speaks for {country}",
}


def _without_headlines(claims: list[Claim]) -> list[Claim]:
    """Return claims without those of headlines whose article says something of the nationality itself."""
    articles = {e.document for claim in claims if not claim.headline for e in claim.evidence}
    return [c for c in claims if not c.headline or articles.isdisjoint(e.document for e in c.evidence)]


def _standing(
    nationality: str,
    zone: str | None,
    group: list[Claim],
    published: Mapping[str, date | None],
    naming: Naming,
) -> Standing:
    def order(claim: Claim) -> tuple[date, bool, int]:
        first = min((e.start for e in claim.evidence), default=0)
        return claim_day(claim, published) or date.min, not claim.headline, first

    ordered = sorted(group, key=order)
    heard = _without_headlines(ordered)
    loudest = max(map(voice, heard))
    first = [c for c in heard if voice(c) == loudest][-1]
    who = first.said_by or "the report itself"
    day = claim_day(first, published)
    when = f" of {day.isoformat()}" if day else ""
    kind = _WHO[loudest].format(country=country_name(nationality, naming))
    statuses = {c.status for c in ordered}
    return Standing(
        nationality=nationality, zone=zone, status=first.status,
        disputed=bool(statuses & AFFIRMING) and bool(statuses & REFUSING),
        claims=tuple(c.id for c in ordered), why=f"latest statement{when}, by {who} ({kind})",
    )  # fmt: skip
