"""The zones that a sentence speaks of, by their noun phrases or by a verb that makes one."""

from __future__ import annotations

from collections.abc import Iterator

from zones.reading.introductions import Introduction, introduction
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.predication import head_of, is_to_end, making

__all__ = ["zone_mentions"]


def zone_mentions(sentence: Mentions) -> Iterator[Introduction]:
    """Yield the mentions of zones, from left to right: "the first zone", "it", "hostilities are to cease"."""
    at = 0
    while at < len(sentence.scan):
        zone = _introduced(sentence, at) or _halted(sentence, at) or _demilitarised(sentence, at)
        if zone is not None:
            yield zone
        at = zone.end if zone is not None and not zone.pronoun else at + 1


def _introduced(sentence: Mentions, at: int) -> Introduction | None:
    """Return the mention that begins at a token, unless it is a clause: "the plan foresees two zones"."""
    zone = introduction(sentence.scan, at)
    if zone is None or zone.pronoun:
        return zone
    inside = sentence.tree.between(*sentence.scan.span(zone.start, zone.end))
    clause = any(word.tag in {"VBZ", "VBP"} and word.kid("nsubj") in inside for word in inside)
    return None if clause else zone


def _halted(sentence: Mentions, at: int) -> Introduction | None:
    """Return the ceasefire that "hostilities are to cease" tells of."""
    if sentence.scan.word(at) not in words("mentions.hostilities"):
        return None
    zone = Introduction(at, at + 1, kind="ceasefire")
    return zone if is_to_end(head_of(sentence, zone)) else None


def _demilitarised(sentence: Mentions, at: int) -> Introduction | None:
    """Return the zone that "southern Syria is to be demilitarised" tells of."""
    if sentence.scan.word(at) not in words("mentions.demilitarised"):
        return None
    zone = Introduction(at, at + 1, kind="demilitarised")
    return zone if making(head_of(sentence, zone)) is not None else None
