"""Whose words each sentence is: attributions resolved to speakers, carried through quotations and pronouns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from zones.reading.attribution import Attribution
from zones.reading.dates import days_later, moved
from zones.reading.lexicon import phrases, words
from zones.reading.scan import Scan
from zones.reading.speakers import Registry, Speaker, describe
from zones.reading.speech import acts
from zones.reading.subjects import subject
from zones.reading.turns import is_answer, turns
from zones.reading.voice import SentenceVoices, Voice

__all__ = ["voices"]

_NEAR = 4  # sentences over which "he" or "the source" still means the last speaker


def voices(
    scans: list[Scan], found: list[tuple[Attribution, ...]], registry: Registry
) -> list[SentenceVoices]:
    """Return the voices of each sentence, given its attributions and the speakers of the document."""
    reader = _Reader(registry)
    pairs = zip(scans, found, strict=True)
    spoken = [reader.read(scan, said, at) for at, (scan, said) in enumerate(pairs)]
    return _through_turns(scans, _through_quotes(scans, spoken), turns(scans))


@dataclass(slots=True)
class _Reader:
    """Reads sentence after sentence, and remembers who spoke last."""

    registry: Registry
    last: Voice = field(default_factory=Voice)
    sentence: int = -99

    def read(self, scan: Scan, found: tuple[Attribution, ...], number: int) -> SentenceVoices:
        said: dict[Attribution, Voice] = {}
        for attribution in found:
            said[attribution] = self._voice(scan, attribution, number)
            self._remember(said[attribution], number)
        deeds = {act: self._voice(scan, act, number) for act in acts(scan)}
        done = next((voice for voice in deeds.values() if voice.speaker is not None), None)
        if done is not None and not said:
            self._remember(done, number)
        return SentenceVoices(said=said, deeds=deeds)

    def _institution(self, scan: Scan, attribution: Attribution) -> Speaker | None:
        """Return who "it" is in "Serbia's defence ministry has no plans, it said": the subject of the sentence."""
        deed = next((act for act in acts(scan) if act.end <= attribution.start and act.start == 0), None)
        speaker = describe(scan, deed) if deed is not None else None
        return (
            None if speaker is None or speaker.person or not speaker.roles else self.registry.resolve(speaker)
        )

    def _later(self, scan: Scan, attribution: Attribution) -> date | None:
        """Return the day of "said a day later", "Two days later X said", counted from the last day told."""
        if self.last.said_on is None:
            return None
        days = days_later(scan.words, attribution.end) or days_later(scan.words, 0)
        return None if days is None else moved(self.last.said_on, days)

    def _remember(self, voice: Voice, number: int) -> None:
        if voice.speaker is not None:
            self.last, self.sentence = voice, number

    def _voice(self, scan: Scan, attribution: Attribution, number: int) -> Voice:
        start, end = attribution.speaker
        told = Voice(None, attribution.said_on or self._later(scan, attribution), attribution.reported_by)
        if start == end:
            return told
        pronoun = end == start + 1 and scan.word(start) in words("speech.pronouns")
        if pronoun and scan.word(start) == "it":
            subject_of = self._institution(scan, attribution)
            if subject_of is not None:
                return told.by(subject_of)
        near = self.last if number - self.sentence <= _NEAR else Voice()
        if near.speaker is not None and (pronoun or _takes_up(scan, start, end)):
            day, outlet = told.said_on or near.said_on, told.reported_by or near.reported_by
            return Voice(near.speaker, day, outlet)
        speaker = None if pronoun else describe(scan, attribution)
        if speaker is None:
            return told
        if speaker.nation is None and scan.word(start) in {"its", "his", "their"}:
            nations = subject(scan, 0, start)
            if len(nations) == 1:
                speaker = replace(speaker, nation=nations[0])
        return told.by(self.registry.resolve(speaker))


def _through_turns(
    scans: list[Scan], spoken: list[SentenceVoices], opened: dict[int, Attribution]
) -> list[SentenceVoices]:
    """Give the sentences of a turn in a transcript or interview the voice of whose turn it is."""
    result = list(spoken)
    guest = next((v for voices in spoken for v in voices.said.values() if v.speaker is not None), None)
    paragraph, turn = -1, None
    for number, scan in enumerate(scans):
        if scan.sentence.paragraph != paragraph:
            paragraph, turn = scan.sentence.paragraph, None
            if number in opened:
                turn = spoken[number].said.get(opened[number])
            elif is_answer(scan):
                turn = guest
        if turn is not None and not (result[number].said.keys() - {opened.get(number)}):
            result[number] = SentenceVoices(turn, deeds=spoken[number].deeds)
    return result


def _takes_up(scan: Scan, start: int, end: int) -> bool:
    hit = phrases("speech.again").at(scan.words, start)
    return hit is not None and hit.end == end


def _through_quotes(scans: list[Scan], spoken: list[SentenceVoices]) -> list[SentenceVoices]:
    """Give the sentences inside a quotation the voice that ends or opened it."""
    result = list(spoken)
    opened = False
    paragraph = -1
    before: Voice | None = None
    for number, scan in enumerate(scans):
        if scan.sentence.paragraph != paragraph:
            paragraph, opened, before = scan.sentence.paragraph, False, None
        said = spoken[number].said
        if not said and (opened or scan.word(0) == '"'):
            voice = before if opened and before is not None else _closing(scans, spoken, number) or before
            if voice is not None:
                result[number] = SentenceVoices(voice)
        if said:
            before = list(said.values())[-1]
        opened ^= scan.words.count('"') % 2 == 1
    return result


def _closing(scans: list[Scan], spoken: list[SentenceVoices], number: int) -> Voice | None:
    """Return the first voice told after a sentence in its paragraph."""
    paragraph = scans[number].sentence.paragraph
    for later in range(number + 1, len(scans)):
        if scans[later].sentence.paragraph != paragraph:
            return None
        if spoken[later].said:
            return next(iter(spoken[later].said.values()))
    return None
