"""From the sentences of a document to its claims, and to the sentences passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from zones.areas import Span
from zones.passed_over import Reason
from zones.reading.claim_draft import ClaimDraft
from zones.reading.elsewhere import is_elsewhere
from zones.reading.frames.match import Deed, deeds
from zones.reading.mentions import Mentions
from zones.reading.modality import Fate, fate
from zones.reading.mood import negated
from zones.reading.nouns import is_kind, kind
from zones.reading.placing import Placing, about_syria, goes_on
from zones.reading.reference import Reference
from zones.reading.owners import Sender
from zones.reading.senders import Senders, senders, subject_of
from zones.reading.sentence.tree import Word
from zones.reading.signals import has_signal
from zones.reading.topics import Topics
from zones.reading.voices import Voice, Voices
from zones.status import Status

__all__ = ["ClaimReading", "PassedSentence", "is_signal", "read_claims"]


@dataclass(frozen=True, slots=True)
class PassedSentence:
    """A sentence from which no claim was made, with the reason."""

    span: Span
    reason: Reason
    detail: str = ""


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
    reader = _Reader(Voices(published, sentences))
    reader.placing.is_syrian = any(about_syria(one) for one in sentences)
    reader.reference.learn(sentences)
    reader.reference.persons.update(reader.voices.people.nations)
    for number, mentions in enumerate(sentences):
        reader.read(mentions, number)
    return ClaimReading(tuple(reader.claims), tuple(reader.passed))


def is_signal(mentions: Mentions, *, is_open: bool = False) -> bool:
    """Whether a careful analyst wants to be told of a sentence."""
    return has_signal(mentions, list(deeds(mentions)), is_open=is_open)


@dataclass(slots=True)
class _Reader:
    """What is known after some sentences."""

    voices: Voices
    reference: Reference = field(default_factory=Reference)
    placing: Placing = field(default_factory=Placing)
    topics: Topics = field(default_factory=Topics)
    deal: bool = False
    agreed: bool = False
    claims: list[ClaimDraft] = field(default_factory=list)
    passed: list[PassedSentence] = field(default_factory=list)

    def read(self, mentions: Mentions, number: int) -> None:
        """Take in a sentence."""
        self.reference.number = number
        self.reference.note(mentions)
        self.voices.begin(number)
        reasons: list[tuple[Reason, str]] = []
        if mentions.scan.is_question:
            reasons.append((Reason.QUESTION, ""))
            found = []
        elif is_elsewhere(mentions.scan):
            reasons.append((Reason.NOT_SYRIA, ""))
            found = []
        else:
            found = self._claims(mentions, number, reasons)
        self.claims += found
        self.placing.note(mentions)
        self.voices.end(mentions)
        self.deal = any(is_kind(word, "deal") for word in mentions.tree)
        self.agreed = _agrees_on_zone(mentions)
        if not found and is_signal(mentions, is_open=self.topics.is_open(number)):
            reason, detail = (
                min(reasons, key=lambda r: _TELLING.index(r[0])) if reasons else (Reason.NO_FRAME, "")
            )
            self.passed.append(PassedSentence(mentions.span, reason, detail))

    def _claims(self, mentions: Mentions, number: int, reasons: list[tuple[Reason, str]]) -> list[ClaimDraft]:
        found: list[ClaimDraft] = []
        used: set[int] = set()
        for alternatives in sorted(deeds(mentions), key=lambda fitting: fitting[0].frame.bare):
            if alternatives[0].trigger.index in used:
                continue
            for deed in alternatives:
                made, who = self._of_deed(deed, mentions, number, reasons)
                found += made
                if made or (who.found and not deed.frame.bare):
                    used |= _words(deed, who)
                if who.found:
                    break
        found += self._gapped(mentions, number, found, used)
        found += self._of_topics(mentions, number, found)
        return _distinct(found)

    def _gapped(
        self, mentions: Mentions, number: int, found: list[ClaimDraft], used: set[int]
    ) -> list[ClaimDraft]:
        """Return the claims of phrases that go on with the verb before: ", Russian servicemen near Damascus"."""
        made: list[ClaimDraft] = []
        for deed in (d for fitting in deeds(mentions) for d in fitting if d.frame.bare):
            word = deed.trigger
            previous = [draft for draft in found if draft.at < word.start]
            if not previous or word.index in used or not goes_on(word, mentions):
                continue
            self.reference.speaker = previous[-1].voice.speaker
            place, _ = self.placing.after(word, mentions)
            for sender in senders(deed, mentions, self.reference).found:
                made.append(replace(previous[-1], nationality=sender.code, place=place, of_zone=False))
        return made

    def _of_topics(self, mentions: Mentions, number: int, found: list[ClaimDraft]) -> list[ClaimDraft]:
        """Return the claims of "no decision has been taken", "the matter was not raised", "denied it"."""
        made = []
        for take in self.topics.taken_up(mentions, number):
            voice = self.voices.of(take.word, take.fate.saying, take.fate.act, mentions)
            speaks_for = voice.speaker.nation if voice.speaker is not None else None
            for code in take.about(mentions, speaks_for):
                if any(draft.nationality == code and draft.status is take.fate.status for draft in found):
                    continue
                made.append(
                    ClaimDraft(
                        nationality=code,
                        status=take.status_for(code, speaks_for),
                        place=None,
                        of_zone=False,
                        voice=voice,
                        span=mentions.span,
                        sentence=number,
                        headline=mentions.headline,
                        rule="topic",
                        path=f"{take.fate.status}: " + " < ".join((take.word.lower, *take.fate.path)),
                        antecedent=take.antecedent if take.antecedent != mentions.span else None,
                    )  # fmt: skip
                )
        return made

    def _of_deed(
        self, deed: Deed, mentions: Mentions, number: int, reasons: list[tuple[Reason, str]]
    ) -> tuple[list[ClaimDraft], Senders]:
        outcome = fate(deed, headline=mentions.headline, after_deal=self.deal)
        voice = self.voices.of(deed.trigger, outcome.saying, outcome.act, mentions)
        self.reference.speaker = voice.speaker
        self.reference.quoted = self.voices.in_quotation(deed.trigger, mentions)
        who = senders(deed, mentions, self.reference)
        if not deed.frame.bare and not deed.takes_up:
            self.topics.open(number)
        if not who.found:
            if who.open is not None:
                reasons.append((Reason.WHO_IS_MEANT, who.open.detail))
            elif not deed.frame.bare:
                reasons.append((Reason.NO_SENDER, deed.trigger.text))
            return [], who
        subject = subject_of(deed.trigger) if deed.trigger.is_verb else None
        if deed.takes_up and not mentions.is_force(subject) and not self.topics.is_open(number):
            reasons.append((Reason.TALKED_ABOUT, deed.trigger.text))
            return [], who
        self.topics.note(number, who.found, mentions.span, deed.trigger)
        self.reference.note_forces(who.found, deed.trigger, mentions)
        if outcome.status is None:
            reasons.append((outcome.reason or Reason.NO_FRAME, outcome.detail))
            return [], who
        if self.placing.is_abroad(deed, who.found, mentions):
            reasons.append((Reason.NOT_SYRIA, ""))
            return [], who
        return [self._draft(deed, outcome, voice, sender, mentions, number) for sender in who.found], who

    def _draft(
        self, deed: Deed, outcome: Fate, voice: Voice, sender: Sender, mentions: Mentions, number: int
    ) -> ClaimDraft:
        place, of_zone = self.placing.place(deed, mentions)
        status = outcome.status or Status.DISCUSSED
        speaks_for = voice.speaker.nation if voice.speaker is not None else None
        wanted = subject_of(outcome.act) if outcome.act is not None else None
        refuses_own = wanted is not None and sender.word.is_under(wanted)
        if status is Status.REJECTED and (speaks_for == sender.code or refuses_own):
            status = Status.DENIED
        if (
            status is Status.DENIED
            and outcome.act is not None
            and outcome.act.lemma in _REFUSING
            and speaks_for != sender.code
        ):
            if sender.word.head is not outcome.act:
                status = Status.REJECTED
        path = (deed.trigger.lower, *outcome.path)
        if status is Status.PLANNED and self.agreed and of_zone and voice.speaker is None:
            status, path = Status.AGREED, (*path, "agreed before")
        return ClaimDraft(
            nationality=sender.code, status=status, place=place, of_zone=of_zone, voice=voice, span=mentions.span,
            sentence=number, headline=mentions.headline, rule=deed.frame.name, at=deed.trigger.start,
            path=f"{status}: " + " < ".join(path), antecedent=sender.antecedent,
        )  # fmt: skip


_REFUSING = frozenset({"refuse", "decline", "rule"})
_TELLING = (
    Reason.WHO_IS_MEANT, Reason.CONDITION, Reason.QUESTION, Reason.LEAVING, Reason.FIGHTING, Reason.ALREADY_THERE,
    Reason.DONE, Reason.OTHER_DEED, Reason.NOT_SYRIA, Reason.TALKED_ABOUT, Reason.STRUCTURE, Reason.NO_SENDER,
    Reason.TAKEN_BACK, Reason.CAPTION, Reason.NO_FRAME,
)  # fmt: skip


def _agrees_on_zone(mentions: Mentions) -> bool:
    """Whether a sentence tells that a zone was agreed on: what follows about it is part of what was agreed."""
    agreed = any(w.lemma == "agree" and w.tag in {"VBD", "VBN"} and not negated(w) for w in mentions.tree)
    return agreed and any(is_kind(w, "named_zone") for w in mentions.tree)


def _words(deed: Deed, who: Senders) -> set[int]:
    """Return the words that a deed has taken, so that no other frame reads them again."""
    taken = {deed.trigger.index}
    named = [deed.slots[slot] for slot in ("force", "part", "mission", "post") if slot in deed.slots]
    for word in (*named, *(deed.trigger.objects("in") if "part" in deed.slots else ())):
        taken |= {
            w.index for w in _phrase(word) if w.lemma in kind("force", "loose_force", "coming", "act", "post")
        }
    for sender in who.found:
        above = sender.word
        while not above.is_root and above.is_noun or above.pos in {"ADJ"}:
            taken.add(above.index)
            if above.is_root:
                break
            above = above.head
    return taken


def _phrase(word: Word) -> list[Word]:
    """Return a noun with what belongs to it, without what is joined to something else below it."""
    found = [word]
    for child in word.children:
        if child.relation != "conj" or word.pos == child.pos:
            found += _phrase(child)
    return found


def _distinct(drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    kept: dict[tuple[object, ...], ClaimDraft] = {}
    for draft in drafts:
        kept.setdefault(
            (draft.nationality, draft.status, draft.place and draft.place.text, draft.voice), draft
        )
    return list(kept.values())
