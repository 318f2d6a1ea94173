"""Whose words each sentence is: attributions resolved to speakers, carried through quotations and pronouns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from zones.reading.forces import sending
from zones.reading.subjects import subject
from zones.reading.clauses import Clause
from zones.reading.dates import dates_in
from zones.reading.lexicon import Patterns, table
from zones.reading.scan import Scan
from zones.reading.speakers import Registry, Speaker, describe
from zones.reading.speech import Attribution, acts
from zones.reading.status import main_trigger, triggers

__all__ = ["Voice", "voices"]

_NEAR = 4  # sentences over which "he" or "the source" still means the last speaker


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a sentence or clause.

    Parameters
    ----------
    speaker
        The speaker; None for the report's own words.
    said_on
        The day, if told.
    reported_by
        The outlet that quotes, if told.
    """

    speaker: Speaker | None = None
    said_on: date | None = None
    reported_by: str | None = None
    published: date | None = None
    registry: Registry | None = None
    inner: dict[Attribution, Voice] = field(default_factory=dict)
    deeds: dict[Attribution, Voice] = field(default_factory=dict)

    def of(self, attribution: Attribution) -> Voice:
        """Return the voice of one attribution of the sentence."""
        return self.inner.get(attribution, self)

    def dated(self, day: date | None) -> Voice:
        """Return the voice with a day, if one is given."""
        return self if day is None else replace(self, said_on=day)

    def by(self, speaker: Speaker | None) -> Voice:
        """Return the voice with a speaker, if one is given."""
        return self if speaker is None else replace(self, speaker=speaker)

    def act_date(self, scan: Scan, clause: Clause) -> date | None:
        """Return the day on which the clause's verb of agreeing, asking or denying was done, if told."""
        told = main_trigger(triggers(scan.words, clause.start, clause.end))
        if told is None or told.strength != "verb":
            return None
        sent = sending().find(scan.words, clause.start, clause.end)
        deeds = [h.start for h in sent if scan.word(h.start) not in _NOUNS_TOO]
        for hit in dates_in(scan.words, self.published, clause.start, clause.end):
            before = scan.word(hit.start - 1)
            if before in {"by", "until", "from", "since", "before", "after", "of", "till", "for"}:
                continue
            opens = (hit.start - clause.start <= 1 or hit.end == told.start) and hit.end <= told.start
            between = scan.words[told.end : hit.start]
            follows = hit.start >= told.end and len(between) <= 10 and not _ELSEWHERE & set(between)
            follows = follows and not any(told.end <= a < hit.start for a in deeds)
            if opens or follows:
                return hit.day
        return None


@cache
def _again() -> Patterns[None]:
    return Patterns((p, None) for p in table("speech")["again"])


def voices(
    scans: list[Scan], found: list[tuple[Attribution, ...]], registry: Registry, published: date | None
) -> list[Voice]:
    """Return the voice of each sentence, those of its attributions inside it."""
    plain = Voice(published=published, registry=registry)
    result: list[Voice] = []
    last, said_at = plain, -99
    for number, scan in enumerate(scans):
        inner: dict[Attribution, Voice] = {}
        for attribution in found[number]:
            voice = _voice(scan, attribution, plain, last if number - said_at <= _NEAR else plain)
            inner[attribution] = voice
            if voice.speaker is not None:
                last, said_at = voice, number
        near = last if number - said_at <= _NEAR else plain
        deeds = {a: _voice(scan, a, plain, near) for a in acts(scan)}
        result.append(replace(plain, inner=inner, deeds=deeds))
        done = [v for v in deeds.values() if v.speaker is not None]
        if done and not inner:
            last, said_at = done[0], number
    return _through_quotes(scans, result)


def _voice(scan: Scan, attribution: Attribution, plain: Voice, last: Voice) -> Voice:
    start, end = attribution.speaker
    told = replace(plain, said_on=attribution.said_on, reported_by=attribution.reported_by)
    if start == end:
        return told
    words = scan.words[start:end]
    again = words in {("he",), ("she",), ("they",), ("it",)} or _takes_up(scan, start, end)
    if again and last.speaker is not None:
        return replace(
            told,
            speaker=last.speaker,
            said_on=told.said_on or last.said_on,
            reported_by=told.reported_by or last.reported_by,
        )
    if words in {("he",), ("she",), ("they",), ("it",)}:
        return told
    speaker = describe(scan, attribution)
    if speaker is None:
        return told
    if speaker.nation is None and words[0] in {"its", "his", "their"}:
        nations = subject(scan, 0, start)
        if len(nations) == 1:
            speaker = replace(speaker, nation=nations[0])
    return replace(told, speaker=plain.registry.resolve(speaker) if plain.registry else speaker)


_NOUNS_TOO = frozenset(
    {"patrols", "patrol", "monitors", "guards", "posts", "watch", "stations", "monitor", "guard", "post"}
)
_ELSEWHERE = frozenset(
    {"which", "that", "during", "when", "after", "before", "who", "started", "since", "while", "for"}
)


def _takes_up(scan: Scan, start: int, end: int) -> bool:
    hit = _again().at(scan.words, start)
    return hit is not None and hit.end == end


def _through_quotes(scans: list[Scan], spoken: list[Voice]) -> list[Voice]:
    """Give the sentences inside a quotation the voice that ends or opened it."""
    result = list(spoken)
    opened = False
    paragraph = -1
    before: Voice | None = None
    for number, scan in enumerate(scans):
        if scan.sentence.paragraph != paragraph:
            paragraph, opened, before = scan.sentence.paragraph, False, None
        marks = scan.words.count('"')
        inside = opened or (len(scan) > 0 and scan.word(0) == '"')
        if not spoken[number].inner and inside:
            voice = before if opened and before is not None else _closing(scans, spoken, number)
            if voice is None:
                voice = before
            if voice is not None:
                result[number] = replace(voice, inner={})
        if spoken[number].inner:
            before = list(spoken[number].inner.values())[-1]
        opened ^= marks % 2 == 1
    return result


def _closing(scans: list[Scan], spoken: list[Voice], number: int) -> Voice | None:
    paragraph = scans[number].sentence.paragraph
    for later in range(number + 1, len(scans)):
        if scans[later].sentence.paragraph != paragraph:
            return None
        if spoken[later].inner:
            return next(iter(spoken[later].inner.values()))
    return None
