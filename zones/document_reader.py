"""What one document says about zones and monitors, before it is joined with what others say."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.accord import Accord
from zones.areas import Limit
from zones.compiler import Compiled, compile_area
from zones.documents import Document
from zones.passed_over import PassedOver
from zones.reading.accord_reader import read_accord
from zones.reading.claim_draft import ClaimDraft
from zones.reading.claim_reader import read_claims
from zones.reading.retractions import retracted
from zones.reading.scan import scan
from zones.reading.tokens import sentences
from zones.reading.zone_draft import ZoneDraft
from zones.reading.zone_reader import read_zones

__all__ = ["Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says: its zones and claims before they are joined with others'."""

    document: Document
    drafts: tuple[ZoneDraft, ...]
    compiled: tuple[Compiled, ...]
    claims: tuple[ClaimDraft, ...]
    loose: tuple[Limit, ...]
    accord: Accord | None
    passed_over: tuple[PassedOver, ...] = ()


def read(document: Document, units: AdminUnits, toponyms: Toponyms) -> Reading:
    """Return what a document says about zones and monitors."""
    lines = [(line.start, line.end, line.headline) for line in document.lines]
    scans = [scan(s, units, toponyms) for s in sentences(document.text, lines)]
    scans, withdrawn = retracted(scans)
    drafts, loose = read_zones(scans)
    compiled = [compile_area(draft.area, units) for draft in drafts]
    kept = [(d, c) for d, c in zip(drafts, compiled, strict=True) if c.members]
    homeless = [leaf for d, c in zip(drafts, compiled, strict=True) if not c.members for leaf in c.limits]
    defined = {span for draft, _ in kept for span in draft.spans}
    claims = read_claims(scans, document.published, defined)
    return Reading(
        document, tuple(d for d, _ in kept), tuple(c for _, c in kept), tuple(claims),
        (*loose, *homeless, *withdrawn), read_accord(document, scans),
    )  # fmt: skip
