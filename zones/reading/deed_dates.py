"""The day on which something was agreed, asked or denied, if the statement tells it."""

from __future__ import annotations

from datetime import date

from zones.reading.dates import DateHit, dates_in
from zones.reading.forces import sending
from zones.reading.lexicon import words
from zones.reading.statement import Statement
from zones.reading.status import Trigger

__all__ = ["deed_date"]

_AFTER = 10  # words between the verb and the day


def deed_date(statement: Statement) -> date | None:
    """Return the day told right before or soon after the verb that decides a statement."""
    verb, scan = statement.verb, statement.scan
    if verb is None:
        return None
    for hit in dates_in(scan.words, statement.published, statement.start, statement.end):
        if scan.word(hit.start - 1) in words("speech.deed_terms"):
            continue
        if _opens(statement, verb, hit) or _follows(statement, verb, hit):
            return hit.day
    return None


def _opens(statement: Statement, verb: Trigger, hit: DateHit) -> bool:
    """Read "On Friday they agreed", "they on Friday agreed"."""
    return hit.end <= verb.start and (hit.start - statement.start <= 1 or hit.end == verb.start)


def _follows(statement: Statement, verb: Trigger, hit: DateHit) -> bool:
    """Read "agreed in Astana on Friday", with no other deed between."""
    scan = statement.scan
    between = scan.words[verb.end : hit.start]
    if hit.start < verb.end or len(between) > _AFTER or not words("speech.elsewhere").isdisjoint(between):
        return False
    sent = (deed.start for deed in sending().find(scan.words, statement.start, statement.end))
    return not any(
        verb.end <= at < hit.start for at in sent if scan.word(at) not in words("speech.sent_nouns")
    )
