"""JSON objects of the contract back as the values they were made of; what does not fit raises the plain error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from shapely.geometry.base import BaseGeometry

from zones.accord import Accord
from zones.claims import Claim
from zones.evidence import Evidence
from zones.makers import Maker, Verdict
from zones.passed_over import PassedOver, Reason
from zones.status import Status
from zones.zone import AreaKm2, Check, Member, Unresolved, Zone

__all__ = ["accord_from", "claim_from", "day_from", "passed_over_from", "unresolved_from", "zone_from"]

Row = Mapping[str, Any]


def day_from(text: str | None) -> date | None:
    """Return a day of YYYY-MM-DD."""
    return date.fromisoformat(text) if text is not None else None


def unresolved_from(rows: Iterable[Row]) -> tuple[Unresolved, ...]:
    """Return limits or words not understood."""
    return tuple(Unresolved(**{**row, "evidence": _evidence(row["evidence"])}) for row in rows)


def passed_over_from(row: Row) -> PassedOver:
    """Return a sentence passed over."""
    told = {"reason": Reason(row["reason"]), "detail": row["detail"] or ""}
    return PassedOver(**{**row, **told, "evidence": _evidence(row["evidence"])})


def claim_from(row: Row) -> Claim:
    """Return a claim."""
    blank = {key: row[key] or "" for key in ("place_relation", "rule", "path")}
    told = {"status": Status(row["status"]), "said_on": day_from(row["said_on"])}
    return Claim(**{**row, **blank, **told, "evidence": _evidence(row["evidence"]), **_made(row)})


def zone_from(row: Row, whole: BaseGeometry, part: BaseGeometry) -> Zone:
    """Return a zone with its geometry, WGS 84."""
    return Zone(
        id=row["id"], name=row["name"], kind=row["kind"] or "",
        members=tuple(Member(**{**m, "evidence": _evidence(m["evidence"])}) for m in row["members"]),
        unresolved=unresolved_from(row["unresolved"]), unread=unresolved_from(row["unread"]),
        checks=tuple(Check(**{**c, "evidence": _evidence(c["evidence"])}) for c in row["checks"]),
        differs=tuple(row["differs"]), area_km2=AreaKm2(**row["area_km2"]), evidence=_evidence(row["evidence"]),
        whole=whole, part=part, **_made(row),
    )  # fmt: skip


def accord_from(row: Row) -> Accord:
    """Return an accord."""
    days = {key: day_from(row[key]) for key in ("signed", "maps_due")}
    return Accord(
        **{**row, **days, "guarantors": tuple(row["guarantors"]), "evidence": _evidence(row["evidence"])}
    )


def _evidence(rows: Iterable[Row]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**row) for row in rows)


def _made(row: Row) -> dict[str, Any]:
    """Return who made an item and what was decided about it; a stored reading leaves both out."""
    made = {"made_by": Maker.from_dict(row["made_by"])} if "made_by" in row else {}
    return {**made, "verdict": Verdict.from_dict(row["verdict"]) if row.get("verdict") else None}
