"""Which item of a reading a decision is about: found by its quotation and content, never by number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from zones.claims import Claim
from zones.evidence import Evidence
from zones.given import ClaimWords, claim_words
from zones.makers import Verdict
from zones.passed_over import PassedOver
from zones.quotations import quoted_in
from zones.review.decision import Decision, Do
from zones.reviewed import Rejected
from zones.zone import Zone
from zones.zone_set import ZoneSet

__all__ = ["Standing", "find_claim", "find_zone", "item_of", "rests_on"]

Item = TypeVar("Item", Claim, Zone)


@dataclass(slots=True)
class Standing(Generic[Item]):
    """An item as it was read, which is how decisions find it, and as it stands now; None once it is rejected."""

    read: Item
    now: Item | None
    rejected: Rejected | None = None

    def reject(self, kind: Literal["claim", "zone"], text: str, verdict: Verdict) -> None:
        """Take it out, and keep what it said with who rejected it."""
        self.rejected = Rejected(kind=kind, text=text, verdict=verdict, evidence=self.read.evidence)
        self.now = None


def item_of(decision: Decision, zone_set: ZoneSet) -> Claim | Zone | PassedOver | None:
    """Return the item of a reading that a decision is about; None if it has none."""
    if decision.do.endswith("claim"):
        words = claim_words(decision.item, decision.quotes)
        claim = find_claim([Standing(one, one) for one in zone_set.claims], words, decision)
        return None if claim is None else claim.read
    if decision.do.endswith("zone"):
        zone = find_zone([Standing(one, one) for one in zone_set.zones], decision)
        return None if zone is None else zone.read
    if decision.do is not Do.ACCEPT_PASSED_OVER:
        return None
    return next((one for one in zone_set.passed_over if rests_on(one.evidence, decision)), None)


def find_claim(
    claims: Sequence[Standing[Claim]], words: ClaimWords, decision: Decision
) -> Standing[Claim] | None:
    """Return the claim that a decision means: by quotation, country and status, then by what else it says."""
    found = [
        one
        for one in claims
        if (one.read.nationality, one.read.status) == (words.nationality, words.status)
        and rests_on(one.read.evidence, decision)
    ]
    for key in ("said_by", "place", "said_on", "reported_by"):
        wanted = getattr(words, key)
        same = [one for one in found if getattr(one.read, key) == wanted]
        found = same if len(found) > 1 and same else found
    return found[0] if found else None


def find_zone(zones: Sequence[Standing[Zone]], decision: Decision) -> Standing[Zone] | None:
    """Return the zone that a decision means: by quotation and name, or by quotation if only one rests on it."""
    found = [one for one in zones if rests_on(one.read.evidence, decision)]
    name = str(decision.item["name"]).casefold()
    named = [one for one in found if name in {one.read.name.casefold(), one.read.id}]
    return named[0] if named else found[0] if len(found) == 1 and decision.do is not Do.ADD_ZONE else None


def rests_on(evidence: Sequence[Evidence], decision: Decision) -> bool:
    """Whether one of the quotations that a decision names is among some evidence."""
    own = [e for e in evidence if decision.document in {None, e.document}]
    return any(quoted_in(quote, own) for quote in decision.quotes)
