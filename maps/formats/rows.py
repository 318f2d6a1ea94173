"""The columns of each layer, with their types: what a reader of any format may count on."""

from __future__ import annotations

from typing import TypedDict

from zones.claims import Status
from zones.model import (
    CheckModel,
    ClaimModel,
    Day,
    EvidenceModel,
    MemberModel,
    StandingModel,
    UnresolvedModel,
)
from zones.passed_over import Reason
from zones.zone import Extent

__all__ = ["ROWS", "InsideRow"]


class ZoneRow(TypedDict):
    """One extent of a zone."""

    id: str
    zone: str
    name: str
    kind: str | None
    extent: Extent
    area_km2: float
    members: list[MemberModel]
    unresolved: list[UnresolvedModel]
    unread: list[UnresolvedModel]
    checks: list[CheckModel]
    differs: list[str]
    evidence: list[EvidenceModel]
    claims: list[ClaimModel]
    standing: list[StandingModel]


class MemberRow(TypedDict):
    """A unit in a zone."""

    id: str
    zone: str
    zone_name: str
    pcode: str
    name: str
    name_ar: str
    level: str
    extent: Extent
    rule: str
    share: float | None
    reason: str
    evidence: list[EvidenceModel]


class InsideRow(TypedDict):
    """A zone that a unit lies in."""

    zone: str
    extent: Extent
    rule: str
    share: float | None


class UnitRow(TypedDict):
    """A sub-district, with the zones it lies in."""

    id: str
    pcode: str
    name: str
    name_ar: str
    district: str
    district_name: str
    governorate: str
    governorate_name: str
    zones: list[InsideRow]


class ClaimRow(TypedDict):
    """A claim, at a point of its zone."""

    id: str
    nationality: str
    nationality_name: str
    zone: str | None
    place: str | None
    place_relation: str | None
    place_km: float | None
    status: Status
    said_by: str | None
    speaks_for: str | None
    said_on: Day | None
    reported_by: str | None
    headline: bool
    rule: str | None
    path: str | None
    made_by: str
    verdict: str | None
    evidence: list[EvidenceModel]


class EvidenceRow(TypedDict):
    """A quotation and what rests on it; the same quotation may bear several rows."""

    id: str
    subject: str
    subject_id: str
    document: str
    start: int
    end: int
    quote: str
    document_title: str | None
    publisher: str | None
    published: Day | None


class PassedOverRow(TypedDict):
    """A sentence from which nothing was made, with the reason."""

    id: str
    text: str
    reason: Reason
    detail: str | None
    evidence: list[EvidenceModel]


ROWS = {
    "zones": ZoneRow,
    "members": MemberRow,
    "units": UnitRow,
    "claims": ClaimRow,
    "evidence": EvidenceRow,
    "passed_over": PassedOverRow,
}
"""The type of a row by layer."""
