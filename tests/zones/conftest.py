"""The zones of the built-in documents, read once."""

from __future__ import annotations

import pytest

import zones
from zones import ZoneSet


@pytest.fixture(scope="session")
def zone_set() -> ZoneSet:
    """The zones and claims of the two seed documents."""
    return zones.load()
