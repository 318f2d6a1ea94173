"""The accord behind the zones: who guarantees it, when it was signed, how many zones, for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zones.evidence import Evidence

__all__ = ["Accord"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accord:
    """What a text says about the agreement that sets the zones up; None where it says nothing.

    Parameters
    ----------
    guarantors
        Codes of the countries that signed, in the text's order.
    signed
        The day.
    zones
        How many zones.
    minimum_months
        For how many months at least.
    maps_due
        The day by which maps were to be final.
    evidence
        The quotations.
    """

    guarantors: tuple[str, ...]
    signed: date | None
    zones: int | None
    minimum_months: int | None
    maps_due: date | None
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "guarantors": list(self.guarantors),
            "signed": self.signed.isoformat() if self.signed else None,
            "zones": self.zones,
            "minimum_months": self.minimum_months,
            "maps_due": self.maps_due.isoformat() if self.maps_due else None,
            "evidence": [e.to_dict() for e in self.evidence],
        }
