"""Sentences that a text takes back: "An earlier version said that ...", "That was wrong"."""

from __future__ import annotations

from collections.abc import Sequence

from zones.areas import Limit
from zones.reading.grammar import in_words
from zones.reading.lexicon import phrases
from zones.reading.mentions import Mentions
from zones.reading.scan import Scan
from zones.reading.voices import attributed
from zones.reasons import Why

__all__ = ["retracted"]


def retracted(sentences: Sequence[Mentions]) -> tuple[list[Mentions], list[Limit]]:
    """Part the sentences that stand from those taken back, of which those that name a place or country are told."""
    gone = [
        _is_old(one.scan) or _is_undone(after)
        for one, after in zip(sentences, [*sentences, None][1:], strict=True)
    ]
    kept = [one for one, is_gone in zip(sentences, gone, strict=True) if not is_gone]
    told = [
        one.scan
        for one, is_gone in zip(sentences, gone, strict=True)
        if is_gone and (one.scan.names or one.scan.nations)
    ]
    return kept, [in_words(scan, 0, len(scan), Why.WITHDRAWN.told()) for scan in told]


def _is_old(scan: Scan) -> bool:
    return next(phrases("retractions.old_versions").find(scan.words), None) is not None


def _is_undone(after: Mentions | None) -> bool:
    """Whether the next sentence, in the report's own words, calls this one wrong."""
    if after is None or '"' in after.scan.words or attributed(after):
        return False
    hit = phrases("retractions.taking_back").at(after.scan.words, 0)
    return hit is not None and after.scan.word(hit.end) in {".", "", ",", ";", "and"}
