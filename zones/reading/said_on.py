"""The day that an attribution tells: "said late on Thursday", "On Friday the minister said"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from zones.reading.attribution import Attribution
from zones.reading.dates import DateHit, dates_in
from zones.reading.lexicon import words
from zones.reading.scan import Scan

__all__ = ["dated"]

_AFTER = 9  # words after the attribution within which its day stands
_AHEAD = 9  # words from an occasion to who speaks on it
_OPENING = 7  # words within which "Asked in Beijing on Tuesday" tells the day


def dated(scan: Scan, found: Attribution, published: date | None) -> Attribution:
    """Return an attribution with the day told right after it, just before it, or in it."""
    hit = _after(scan, found.end, published) or _before(scan, found.start, published)
    if hit is None:
        inside = dates_in(scan.words, published, found.start, found.end)
        if not inside:
            return found
        hit = inside[-1]
    close = hit.end <= found.start <= hit.end + 1
    start = max(hit.start - 1, 0) if close else found.start
    end = max(found.end, hit.end) if hit.start >= found.start else found.end
    return replace(found, start=start, end=end, said_on=hit.day)


def _after(scan: Scan, at: int, published: date | None) -> DateHit | None:
    for i in range(at, min(at + _AFTER, len(scan))):
        word = scan.word(i)
        if word in words("speech.stops", "speech.before_day") or (word == "," and scan.word(i + 1) != "on"):
            return None
        found = dates_in(scan.words, published, i, i + 1)
        if found:
            return found[0] if scan.word(i - 1) not in words("speech.terms") else None
    return None


def _before(scan: Scan, at: int, published: date | None) -> DateHit | None:
    for hit in dates_in(scan.words, published, 0, at):
        if scan.word(0) in words("speech.asked") and hit.start <= _OPENING:
            return hit  # "Asked in Beijing on Tuesday about ..., the spokesman said"
        comma = scan.word(hit.end) == "," and at - hit.end <= _AHEAD
        if comma and hit.start < _OPENING and scan.word(0) in words("speech.occasion_openers"):
            return hit  # "At a meeting on Thursday, Druze elder Hikmat al-Hijri said"
        opener = hit.start - (scan.word(hit.start - 1) in words("speech.day_openers"))
        heads = opener <= 0 or scan.word(opener - 1) in words("speech.clause_heads")
        if at - hit.end <= 1 and heads:
            return hit
    return None
