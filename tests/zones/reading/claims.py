"""The claims of a text and the sentences passed over, for tests of the reader."""

from __future__ import annotations

from datetime import date

from geodata import AdminUnits
from geodata.toponyms import Toponyms
from zones.reading.claim_draft import ClaimDraft
from zones.reading.claim_reader import ClaimReading, read_claims
from zones.reading.mentions import Mentions, mentions
from zones.reading.scan import scan
from zones.reading.sentence.parser import parse
from zones.reading.tokens import sentences

PUBLISHED = date(2018, 3, 9)  # a Friday


def mentions_of(text: str, *, headline: bool = False) -> list[Mentions]:
    """Return the sentences of a text, each line a paragraph, or all of it a headline."""
    units, toponyms = AdminUnits.builtin(), Toponyms.builtin()
    found = sentences(text, [(0, len(text), headline)] if headline else None)
    trees = parse(text, found)
    return [mentions(text, scan(s, units, toponyms), tree) for s, tree in zip(found, trees, strict=True)]


def reading_of(text: str) -> ClaimReading:
    """Return what a text claims, and what was passed over."""
    return read_claims(mentions_of(text), PUBLISHED)


def claims_of(text: str) -> tuple[ClaimDraft, ...]:
    """Return what a text claims."""
    return reading_of(text).claims
