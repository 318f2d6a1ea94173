"""From the sentences of a document to its claims, and to the sentences passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from zones.passed_over import Reason
from zones.reading.abroad import about_syria
from zones.reading.agreed_before import AgreedBefore
from zones.reading.claim_draft import ClaimDraft
from zones.reading.claim_status import status_for
from zones.reading.elsewhere import is_elsewhere
from zones.reading.frames.match import Deed, deeds
from zones.reading.mentions import Mentions
from zones.reading.modality.climb import fate
from zones.reading.modality.fate import Fate
from zones.reading.owners import Sender
from zones.reading.passed_sentences import PassedSentence, Why, pass_over
from zones.reading.placing import Placing, goes_on
from zones.reading.reference import Reference
from zones.reading.saying import is_saying
from zones.reading.senders import Senders, senders
from zones.reading.sentence.tree import Word
from zones.reading.sentence_claims import SentenceClaims
from zones.reading.signals import has_signal
from zones.reading.subjects import subject_of
from zones.reading.topics import Topics
from zones.reading.voices import Voice, Voices
from zones.reading.whereabouts import NOWHERE, Where
from zones.status import Status

__all__ = ["ClaimReading", "is_signal", "read_claims"]


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """The claims of a document, and the sentences with a signal that made none."""

    claims: tuple[ClaimDraft, ...]
    passed: tuple[PassedSentence, ...]


def read_claims(sentences: Sequence[Mentions], published: date | None) -> ClaimReading:
    """Return the claims that a document makes, in order, and the sentences passed over.

    Parameters
    ----------
    sentences
        Its sentences.
    published
        Day of publication.
    """
    voices = Voices(published, sentences)
    reader = _Reader(
        voices=voices,
        reference=Reference(persons=voices.people.nations),
        placing=Placing(is_syrian=any(about_syria(one) for one in sentences)),
    )
    reader.reference.learn(sentences)
    for number, mentions in enumerate(sentences):
        reader.read(mentions, number)
    return ClaimReading(tuple(reader.claims), tuple(reader.passed))


def is_signal(mentions: Mentions) -> bool:
    """Whether a careful analyst wants to be told of a sentence."""
    return has_signal(mentions, list(deeds(mentions)))


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed as a sentence tells it: what becomes of it, who says so, whose forces would do it, and where."""

    deed: Deed
    outcome: Fate
    voice: Voice
    who: Senders
    where: Where


@dataclass(slots=True)
class _Reader:
    """What is known after some sentences."""

    voices: Voices
    reference: Reference
    placing: Placing
    topics: Topics = field(default_factory=Topics)
    before: AgreedBefore = field(default_factory=AgreedBefore)
    claims: list[ClaimDraft] = field(default_factory=list)
    passed: list[PassedSentence] = field(default_factory=list)

    def read(self, mentions: Mentions, number: int) -> None:
        """Take in a sentence."""
        self.reference.begin(mentions, number)
        self.voices.begin(number)
        sentence = SentenceClaims(mentions, number, list(deeds(mentions)))
        if mentions.scan.is_question:
            sentence.reasons.append((Reason.QUESTION, ""))
        elif is_elsewhere(mentions.scan):
            sentence.reasons.append((Reason.NOT_SYRIA, ""))
        else:
            self._read_deeds(sentence)
            self._read_gaps(sentence)
            self._read_topics(sentence)
        self.claims += sentence.distinct()
        self.placing.note(mentions)
        self.voices.end(mentions)
        self.before.note(mentions)
        is_open = self.topics.is_open(number)
        signals = sentence.has_senders or has_signal(mentions, sentence.deeds, is_open=is_open)
        if not sentence.drafts and signals:
            self.passed.append(pass_over(mentions, sentence.reasons))

    def _read_deeds(self, sentence: SentenceClaims) -> None:
        """Read the deeds of a sentence: those that a verb or noun tells first, then forces by themselves."""
        for fitting in sorted(sentence.deeds, key=lambda fitting: fitting[0].frame.bare):
            if fitting[0].trigger.index in sentence.used:
                continue
            for deed in fitting:
                told = self._told(deed, sentence.mentions)
                made = self._claims_of(told, sentence)
                sentence.drafts += made
                if made or (told.who.found and not deed.frame.bare):
                    sentence.take(deed, told.who.found)
                if told.who.found:
                    break

    def _told(self, deed: Deed, mentions: Mentions) -> _Told:
        """Return what a sentence tells of a deed."""
        outcome = self.before.provided(fate(deed, headline=mentions.headline, after_deal=self.before.deal))
        voice = self.voices.of(deed.trigger, outcome, mentions)
        self.reference.speaks_for = voice.speaks_for
        self.reference.quoted = self.voices.in_quotation(deed.trigger, mentions)
        who = senders(deed, mentions, self.reference)
        where = self.placing.place(deed, mentions) if who.found else NOWHERE
        return _Told(deed, outcome, voice, who, where)

    def _claims_of(self, told: _Told, sentence: SentenceClaims) -> list[ClaimDraft]:
        """Return the claims that a deed makes, one for each sender; remember it, and why it makes none."""
        deed, who = told.deed, told.who
        was_open = self.topics.is_open(sentence.number)
        if not deed.frame.bare and not deed.takes_up:
            self.topics.open(sentence.number)
        why = self._why_none(told, sentence.mentions, was_open=was_open)
        if who.found:
            sentence.has_senders = True
            self._remember(told, sentence, is_claimed=why is None)
        if why is None:
            return [self._claim(told, sender, sentence) for sender in who.found]
        if who.found or who.open or not deed.frame.bare:
            sentence.reasons.append(why)
        return []

    def _why_none(self, told: _Told, mentions: Mentions, *, was_open: bool) -> Why | None:
        """Return why nothing is made of a deed; None if something is."""
        deed, outcome, who = told.deed, told.outcome, told.who
        if who.open is not None and not who.found:
            return Reason.WHO_IS_MEANT, who.open.detail
        if not who.found:
            return Reason.NO_SENDER, deed.trigger.text
        if deed.takes_up and not was_open and not mentions.is_force(subject_of(deed.trigger)):
            return Reason.TALKED_ABOUT, deed.trigger.text
        if outcome.unsaid and all(sender.code != told.voice.speaks_for for sender in who.found):
            return Reason.TALKED_ABOUT, "would not say"  # of what others will do
        if outcome.status is None:
            return outcome.reason or Reason.NO_FRAME, outcome.detail
        return (Reason.NOT_SYRIA, "") if self.placing.is_abroad(deed, who.found, mentions) else None

    def _remember(self, told: _Told, sentence: SentenceClaims, *, is_claimed: bool) -> None:
        """Remember a deed as a matter that later sentences may take up, and whose its forces are."""
        deed, found = told.deed, told.who.found
        past = told.outcome.reason in {Reason.DONE, Reason.ALREADY_THERE}
        if not past and (is_claimed or not deed.takes_up):
            self.topics.note(sentence.number, found, sentence.mentions.span, deed.trigger, told.where)
        codes = tuple(dict.fromkeys(sender.code for sender in found))
        for noun in (deed.slots.get("post"), deed.trigger):
            if noun is not None:
                self.reference.note_forces(codes, noun, sentence.mentions)

    def _claim(self, told: _Told, sender: Sender, sentence: SentenceClaims) -> ClaimDraft:
        """Return the claim that a deed makes of one of its senders."""
        outcome, voice = told.outcome, told.voice
        status, path = status_for(sender, outcome, voice, sentence.mentions), outcome.path
        _, of_zone = told.where
        if status is Status.PLANNED and self.before.zone and of_zone and voice.speaker is None:
            status, path = Status.AGREED, (*path, "agreed before")
        return sentence.claim(
            sender.code, status, told.where, voice,
            word=told.deed.trigger, path=path, rule=told.deed.frame.name, antecedent=sender.antecedent,
        )  # fmt: skip

    def _read_gaps(self, sentence: SentenceClaims) -> None:
        """Read phrases that go on with the verb before: "..., Russian servicemen near Damascus"."""
        for deed in (d for fitting in sentence.deeds for d in fitting if d.frame.bare):
            word = deed.trigger
            before = [draft for draft in sentence.drafts if draft.at < word.start]
            if not before or word.index in sentence.used or not goes_on(word):
                continue
            self.reference.speaks_for = before[-1].voice.speaks_for
            place = self.placing.after(word, sentence.mentions)
            sentence.drafts += [
                replace(before[-1], nationality=sender.code, place=place, of_zone=False)
                for sender in senders(deed, sentence.mentions, self.reference).found
            ]

    def _read_topics(self, sentence: SentenceClaims) -> None:
        """Read what is said of a matter told before: "no decision has been taken", "denied it"."""
        known = {(draft.nationality, draft.status) for draft in sentence.drafts}
        span = sentence.mentions.span
        for taken_up in self.topics.taken_up(sentence.mentions, sentence.number):
            word, outcome = taken_up.word, taken_up.fate
            becomes = replace(outcome, saying=outcome.saying or _saying_above(word))
            voice = self.voices.of(word, becomes, sentence.mentions)
            sentence.drafts += [
                sentence.claim(
                    code, taken_up.status_for(code, voice.speaks_for), taken_up.where.get(code, NOWHERE), voice,
                    word=word, path=outcome.path, rule="topic",
                    antecedent=taken_up.antecedent if taken_up.antecedent != span else None,
                )
                for code in taken_up.about(sentence.mentions, voice.speaks_for)
                if (code, outcome.status) not in known
            ]  # fmt: skip


def _saying_above(word: Word) -> Word | None:
    """Return the verb of saying whose clause a word stands in: "but Lopez says the matter is not settled"."""
    below = word
    for above in word.ancestors():
        loose = below.relation == "dep" and above.index < word.index  # "but Lopez says matter not settled"
        if (below.relation == "ccomp" or loose) and is_saying(above):
            return above
        below = above
    return None
