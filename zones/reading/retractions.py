"""Sentences that a text takes back: "An earlier version said that ...", "That was wrong"."""

from __future__ import annotations

from zones.areas import Limit
from zones.reading.lexicon import phrases
from zones.reading.scan import Scan
from zones.reading.speech import attributions

__all__ = ["WITHDRAWN", "retracted"]

WITHDRAWN = "the text itself takes this back"
"""The reason told with a sentence that counts for nothing."""


def retracted(scans: list[Scan]) -> tuple[list[Scan], list[Limit]]:
    """Part the sentences that stand from those taken back, of which those that name a place or country are told."""
    gone = [
        _is_old(scan) or _is_undone(scan, after)
        for scan, after in zip(scans, [*scans, None][1:], strict=True)
    ]
    kept = [scan for scan, is_gone in zip(scans, gone, strict=True) if not is_gone]
    told = [
        scan for scan, is_gone in zip(scans, gone, strict=True) if is_gone and (scan.names or scan.nations)
    ]
    return kept, [
        Limit(text=scan.text(0, len(scan)), span=scan.span(0, len(scan)), reason=WITHDRAWN) for scan in told
    ]


def _is_old(scan: Scan) -> bool:
    return next(phrases("statements.old_versions").find(scan.words), None) is not None


def _is_undone(scan: Scan, after: Scan | None) -> bool:
    """Whether the next sentence, in the report's own words, calls this one wrong."""
    if after is None or '"' in after.words or attributions(after, None):
        return False
    hit = phrases("statements.taking_back").at(after.words, 0)
    return hit is not None and after.word(hit.end) in {".", "", ",", ";", "and"}
