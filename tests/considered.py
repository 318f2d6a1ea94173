"""A set of zones as a reader gives it that says by which rule it found a claim, and what it passed over."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from zones import ZoneSet
from zones.passed_over import PassedOver, Reason

__all__ = ["PATH", "RULE", "abroad", "considered", "sentence"]

RULE = "send"
PATH = "possible: could < proposed"
_DETAILS = ("", "“those countries” fits nobody named before", "“if the parties agree” governs it")


def sentence(zone_set: ZoneSet, words: str, reason: Reason, detail: str = "") -> PassedOver:
    """Return a sentence of a document as one passed over; its words must stand in one of them."""
    document = next(d for d in zone_set.documents if words in d.text)
    start = document.text.index(words)
    return PassedOver(
        text=words, reason=reason, detail=detail, evidence=(document.evidence(start, start + len(words)),)
    )


def considered(zone_set: ZoneSet) -> ZoneSet:
    """Return the same zones with a rule and a path for every claim, and a sentence for every reason."""
    quotes = cycle(dict.fromkeys(e for claim in zone_set.claims for e in claim.evidence))
    rows = tuple(
        PassedOver(text=one.quote, reason=reason, detail=detail, evidence=(one,))
        for reason, detail, one in zip(Reason, cycle(_DETAILS), quotes, strict=False)
    )
    claims = tuple(replace(claim, rule=RULE, path=PATH) for claim in zone_set.claims)
    return replace(zone_set, claims=claims, passed_over=rows)


def abroad(zone_set: ZoneSet, many: int = 2) -> ZoneSet:
    """Return a set without zones and claims, whose sentences speak of other countries."""
    rows = considered(zone_set).passed_over[:many]
    rows = tuple(replace(row, reason=Reason.NOT_SYRIA) for row in rows)
    return replace(zone_set, zones=(), claims=(), accord=None, passed_over=rows)
