"""On which day something was said: the day that binds to a verb of saying, not that of the deed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from zones.reading.dates import DateHit, days_later, moved
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word

__all__ = ["day_said"]

_LATER = 3  # words of "two days later"
_LATER_WORDS = frozenset({"later", "afterwards", "next", "following"})


def day_said(verb: Word, mentions: Mentions, hits: Sequence[DateHit], before: date | None) -> date | None:
    """Return the day that binds to a verb of saying, or to "according".

    Parameters
    ----------
    verb
        The verb.
    mentions, hits
        Its sentence, and the dates in it.
    before
        The day of what was said last, to which "a day later" is relative.
    """
    words = mentions.scan.words
    later = [] if before is None or _LATER_WORDS.isdisjoint(words) else _days_after(before, words)
    days = [hit for hit in (*hits, *later) if hit.day is not None]
    if not days:
        return None
    return next(
        (hit.day for told in (verb, *_beside(verb)) for hit in days if _binds(hit, told, mentions)), None
    )


def _days_after(before: date, words: Sequence[str]) -> list[DateHit]:
    """Return the days that a sentence counts from what was said last: "two days later"."""
    counted = ((at, days_later(words, at)) for at in range(len(words)))
    return [DateHit(at, at + _LATER, moved(before, days)) for at, days in counted if days is not None]


def _beside(verb: Word) -> list[Word]:
    """Return verbs that tell of the same saying: "was quoted as SAYING", "ASKED on Monday", "who SPOKE on Monday"."""
    quoted = [w for w in verb.objects("as") if w.is_verb] if verb.lemma in {"quote", "cite"} else []
    asked = [w for w in verb.kids("advcl") if w.lemma == "ask" and w.tag == "VBN" and w.kid("mark") is None]
    speakers = (
        [*verb.kids("nsubj"), *verb.kids("pobj"), *verb.objects("to")]
        if verb.lower == "according"
        else verb.kids("nsubj")
    )
    spoke = [w for one in speakers for w in one.kids("relcl") if w.lemma == "speak"]
    return [*quoted, *asked, *spoke]


def _binds(hit: DateHit, verb: Word, mentions: Mentions) -> bool:
    """Whether a date is a verb's: beside it, or below it and no other verb."""
    words = mentions.tree.between(*mentions.scan.span(hit.start, hit.end))
    if not words:
        return False
    if 0 < words[0].index - verb.index <= 3 or 0 < verb.index - words[-1].index <= 2:
        return True
    top = next((w for w in words if not any(w is not o and w.is_under(o) for o in words)), words[0])
    for above in top.ancestors():
        if above is verb:
            return True
        if above.is_verb and not _tells_of_occasion(above, verb):
            return False
    return False


def _tells_of_occasion(participle: Word, verb: Word) -> bool:
    """Whether a verb only tells when something was said: "told a briefing HELD on Monday"."""
    where = participle.head
    told = participle.relation in {"acl", "relcl"} and is_kind(where, "occasion")
    return told and next((above for above in where.ancestors() if above.is_verb), None) is verb
