"""A text that is reviewed, and a way to review it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import zones
from zones import ZoneSet

TEXT = """Truce talks go on in Muscat

Monday, 9 October 2017

Oman denied on Sunday that it would send soldiers to Idlib. A minister told reporters that Chad had been asked to \
contribute observers to a mission in Hama. Officials did not rule out that Peruvian police might patrol the zone in \
Homs.

The first zone covers Idlib province and the town of Suran. The second zone covers northern Homs.

Will Chad send police to Homs?
"""

Reviewing = Callable[[str], ZoneSet]


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """The file of the text."""
    path = tmp_path / "talks.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def review(talks: Path) -> Reviewing:
    """Returns the text's zones with a review file beside it."""

    def reviewed(decisions: str) -> ZoneSet:
        head = 'by = "R. Haddad"\non = 2026-11-30\n'
        talks.with_name("talks.review.toml").write_text(head + decisions, encoding="utf-8")
        return zones.load(talks)

    return reviewed
