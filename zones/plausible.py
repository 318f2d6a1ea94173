"""What is too large to be believed: a strip, disc or side of a river over more than a third of the country."""

from __future__ import annotations

from collections.abc import Iterable

from geodata.measure import area_km2
from geodata.units import AdminUnits

__all__ = ["MOST", "SHAPED", "share_of_country"]

MOST = 1 / 3
"""Of the country: what is read as larger is a reading error more often than what the text says."""
SHAPED = frozenset({"border", "disc", "side", "route"})
"""The rules that draw a shape of their own."""


def share_of_country(rules: Iterable[str], km2: float, units: AdminUnits) -> float:
    """Return the share of the country that an area takes, 0 if no shape of its own is in it.

    Parameters
    ----------
    rules
        The rules of its members.
    km2
        Its area, whole and part together.
    units
        The boundaries.
    """
    return km2 / float(area_km2(units.outline)) if not SHAPED.isdisjoint(rules) else 0.0
