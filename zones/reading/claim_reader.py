"""From the sentences of a document to its claims, and to the sentences passed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from zones.areas import Span
from zones.passed_over import Reason
from zones.reading.abroad import about_syria
from zones.reading.claim_draft import ClaimDraft
from zones.reading.elsewhere import is_elsewhere
from zones.reading.frames.frame import other_deeds
from zones.reading.frames.match import Deed, deeds
from zones.reading.mentions import Mentions
from zones.reading.modality.climb import fate
from zones.reading.modality.fate import Fate
from zones.reading.negation import negated
from zones.reading.nouns import is_kind, kind
from zones.reading.owners import Sender
from zones.reading.placing import Placing, goes_on
from zones.reading.reference import Reference
from zones.reading.saying import is_saying
from zones.reading.senders import Senders, senders
from zones.reading.sentence.tree import Word
from zones.reading.signals import has_signal
from zones.reading.subjects import doer_of, subject_of
from zones.reading.topics import TakenUp, Topics
from zones.reading.voices import Voice, Voices
from zones.reading.whereabouts import NOWHERE, Where
from zones.status import Status

__all__ = ["ClaimReading", "PassedSentence", "is_signal", "read_claims"]

_REFUSING = frozenset({"refuse", "decline", "rule"})
_TAKEN = ("force", "loose_force", "coming", "act", "post")
_TELLING = (
    Reason.WHO_IS_MEANT, Reason.CONDITION, Reason.QUESTION, Reason.LEAVING, Reason.FIGHTING, Reason.ALREADY_THERE,
    Reason.DONE, Reason.OTHER_DEED, Reason.NOT_SYRIA, Reason.TALKED_ABOUT, Reason.STRUCTURE, Reason.NO_SENDER,
    Reason.TAKEN_BACK, Reason.CAPTION, Reason.NO_FRAME,
)  # fmt: skip
"""The reasons, the most telling first: a sentence with several deeds is passed over for the first of theirs."""


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


@dataclass(slots=True)
class _InHand:
    """A sentence being read: its deeds, the claims so far, the words they took, and why deeds made none."""

    mentions: Mentions
    number: int
    deeds: list[list[Deed]]
    drafts: list[ClaimDraft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    reasons: list[tuple[Reason, str]] = field(default_factory=list)
    has_senders: bool = False


@dataclass(slots=True)
class _Reader:
    """What is known after some sentences."""

    voices: Voices
    reference: Reference
    placing: Placing
    topics: Topics = field(default_factory=Topics)
    after_deal: bool = False
    agreed: bool = False
    provides: bool = False
    claims: list[ClaimDraft] = field(default_factory=list)
    passed: list[PassedSentence] = field(default_factory=list)

    def read(self, mentions: Mentions, number: int) -> None:
        """Take in a sentence."""
        self.reference.begin(mentions, number)
        self.voices.begin(number)
        sentence = _InHand(mentions, number, list(deeds(mentions)))
        if mentions.scan.is_question:
            sentence.reasons.append((Reason.QUESTION, ""))
        elif is_elsewhere(mentions.scan):
            sentence.reasons.append((Reason.NOT_SYRIA, ""))
        else:
            self._read_deeds(sentence)
            self._read_gaps(sentence)
            self._read_topics(sentence)
        self.claims += _distinct(sentence.drafts)
        self.placing.note(mentions)
        self.voices.end(mentions)
        self.after_deal = any(is_kind(word, "deal") for word in mentions.tree)
        self.agreed = _agrees_on_zone(mentions)
        self.provides = _opens_provisions(mentions) or (
            self.provides and not any(map(is_saying, mentions.tree))
        )
        is_open = self.topics.is_open(number)
        signals = sentence.has_senders or has_signal(mentions, sentence.deeds, is_open=is_open)
        if not sentence.drafts and signals:
            reasons = sentence.reasons or [_other_deed(mentions)]
            told = min(reasons, key=lambda reason: _TELLING.index(reason[0]))
            self.passed.append(PassedSentence(mentions.span, *told))

    def _read_deeds(self, sentence: _InHand) -> None:
        """Read the deeds of a sentence: those that a verb or noun tells first, then forces by themselves."""
        for fitting in sorted(sentence.deeds, key=lambda fitting: fitting[0].frame.bare):
            if fitting[0].trigger.index in sentence.used:
                continue
            for deed in fitting:
                made, who = self._read_deed(deed, sentence)
                sentence.drafts += made
                if made or (who.found and not deed.frame.bare):
                    sentence.used |= _words(deed, who)
                if who.found:
                    break

    def _read_deed(self, deed: Deed, sentence: _InHand) -> tuple[list[ClaimDraft], Senders]:
        mentions, number = sentence.mentions, sentence.number
        outcome = fate(deed, headline=mentions.headline, after_deal=self.after_deal)
        if self.provides and outcome.status is Status.PLANNED:
            outcome = replace(outcome, status=Status.AGREED, path=(*outcome.path, "agreed on the following"))
        voice = self.voices.of(deed.trigger, outcome, mentions)
        self.reference.speaks_for = voice.speaks_for
        self.reference.quoted = self.voices.in_quotation(deed.trigger, mentions)
        who = senders(deed, mentions, self.reference)
        where = self.placing.place(deed, mentions) if who.found else NOWHERE
        was_open = self.topics.is_open(number)
        if not deed.frame.bare and not deed.takes_up:
            self.topics.open(number)
        why = self._why_none(deed, outcome, who, mentions, was_open=was_open, speaks_for=voice.speaks_for)
        past = outcome.reason in {Reason.DONE, Reason.ALREADY_THERE}
        if who.found and not past and (why is None or not deed.takes_up):
            self.topics.note(number, who.found, mentions.span, deed.trigger, where)
        if who.found:
            sentence.has_senders = True
            codes = tuple(dict.fromkeys(sender.code for sender in who.found))
            for noun in (deed.slots.get("post"), deed.trigger):
                if noun is not None:
                    self.reference.note_forces(codes, noun, mentions)
        if why is not None:
            sentence.reasons += [why] if who.found or who.open or not deed.frame.bare else []
            return [], who
        return [self._draft(deed, outcome, voice, sender, where, sentence) for sender in who.found], who

    def _why_none(
        self,
        deed: Deed,
        outcome: Fate,
        who: Senders,
        mentions: Mentions,
        *,
        was_open: bool,
        speaks_for: str | None,
    ) -> tuple[Reason, str] | None:
        """Return why nothing is made of a deed; None if something is."""
        if who.open is not None and not who.found:
            return Reason.WHO_IS_MEANT, who.open.detail
        if not who.found:
            return Reason.NO_SENDER, deed.trigger.text
        if deed.takes_up and not was_open and not mentions.is_force(subject_of(deed.trigger)):
            return Reason.TALKED_ABOUT, deed.trigger.text
        if outcome.unsaid and all(sender.code != speaks_for for sender in who.found):
            return Reason.TALKED_ABOUT, "would not say"  # of what others will do
        if outcome.status is None:
            return outcome.reason or Reason.NO_FRAME, outcome.detail
        return (Reason.NOT_SYRIA, "") if self.placing.is_abroad(deed, who.found, mentions) else None

    def _draft(
        self, deed: Deed, outcome: Fate, voice: Voice, sender: Sender, where: Where, sentence: _InHand
    ) -> ClaimDraft:
        mentions = sentence.mentions
        place, of_zone = where
        status, path = _status_for(sender, outcome, voice, mentions), (deed.trigger.lower, *outcome.path)
        if status is Status.PLANNED and self.agreed and of_zone and voice.speaker is None:
            status, path = Status.AGREED, (*path, "agreed before")
        return ClaimDraft(
            nationality=sender.code, status=status, place=place, of_zone=of_zone, voice=voice, span=mentions.span,
            sentence=sentence.number, headline=_is_title(mentions), rule=deed.frame.name, at=deed.trigger.start,
            path=_told(status, path), antecedent=sender.antecedent,
        )  # fmt: skip

    def _read_gaps(self, sentence: _InHand) -> None:
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

    def _read_topics(self, sentence: _InHand) -> None:
        """Read what is said of a matter told before: "no decision has been taken", "denied it"."""
        known = {(draft.nationality, draft.status) for draft in sentence.drafts}
        for taken_up in self.topics.taken_up(sentence.mentions, sentence.number):
            becomes = replace(taken_up.fate, saying=taken_up.fate.saying or _saying_above(taken_up.word))
            voice = self.voices.of(taken_up.word, becomes, sentence.mentions)
            sentence.drafts += [
                _topic_draft(taken_up, code, voice, sentence)
                for code in taken_up.about(sentence.mentions, voice.speaks_for)
                if (code, taken_up.fate.status) not in known
            ]


def _saying_above(word: Word) -> Word | None:
    """Return the verb of saying whose clause a word stands in: "but Lopez says the matter is not settled"."""
    below = word
    for above in word.ancestors():
        loose = below.relation == "dep" and above.index < word.index  # "but Lopez says matter not settled"
        if (below.relation == "ccomp" or loose) and is_saying(above):
            return above
        below = above
    return None


def _topic_draft(taken_up: TakenUp, code: str, voice: Voice, sentence: _InHand) -> ClaimDraft:
    status = taken_up.status_for(code, voice.speaks_for)
    span = sentence.mentions.span
    place, of_zone = taken_up.where.get(code, NOWHERE)
    return ClaimDraft(
        nationality=code, status=status, place=place, of_zone=of_zone, voice=voice, span=span, sentence=sentence.number,
        headline=_is_title(sentence.mentions), rule="topic", at=taken_up.word.start,
        path=_told(status, (taken_up.word.lower, *taken_up.fate.path)),
        antecedent=taken_up.antecedent if taken_up.antecedent != span else None,
    )  # fmt: skip


def _is_title(mentions: Mentions) -> bool:
    """Whether a sentence is the title: the lines below it already tell what the article says."""
    return mentions.headline and mentions.scan.sentence.paragraph == 0


def _told(status: Status, path: Sequence[str]) -> str:
    return f"{status}: " + " < ".join(path)


def _status_for(sender: Sender, outcome: Fate, voice: Voice, mentions: Mentions) -> Status:
    """Return the status for a sender: who refuses what is asked of itself denies it, who refuses others rejects."""
    status = outcome.status or Status.DISCUSSED
    if status in {Status.PLANNED, Status.AGREED} and _is_one_of_several(sender.word):
        return Status.POSSIBLE
    refuser = doer_of(outcome.act) if outcome.act is not None else None
    refusing = refuser.conjuncts() if refuser is not None else []
    by_the_way = refuser is not None and outcome.act is not None and outcome.act.is_under(refuser)
    owned = refuser is not None and not by_the_way and sender.word.is_under(refuser)
    own = voice.speaks_for == sender.code or owned
    own = own or sender.code in {n.code for w in refusing if (n := mentions.nation(w)) is not None}
    if status is Status.DENIED and outcome.plain and voice.speaks_for == "SY":
        return Status.REJECTED  # "there will be no UN forces", says their host
    if status is Status.REJECTED and own:
        return Status.DENIED
    refuses = outcome.act is not None and outcome.act.lemma in _REFUSING
    if (
        status is Status.DENIED
        and refuses
        and not own
        and voice.speaks_for != sender.code
        and not (_is_unplaced(voice) and (refuser is None or refuser.pos == "PROPN"))
        and sender.word.head is not outcome.act
    ):
        return Status.REJECTED
    return status


def _is_one_of_several(word: Word) -> bool:
    """Whether only one of several would do it: "one of these would be sent", "Peru or Oman will send"."""
    of = word.head
    if of.lower == "of" and of.head.lower in {"one", "either"}:
        return True
    first = word
    while first.relation == "conj" and first.head.is_noun:
        first = first.head
    several = first.conjuncts()
    return len(several) > 1 and any(link.lower == "or" for one in several for link in one.kids("cc"))


def _is_unplaced(voice: Voice) -> bool:
    """Whether a person speaks of whom nobody says for which country."""
    return voice.speaker is not None and voice.speaker.person and voice.speaks_for is None


def _other_deed(mentions: Mentions) -> tuple[Reason, str]:
    """Return the deed that forces do in a sentence without a deed of coming or watching."""
    for word in mentions.tree:
        other = other_deeds().get((word.lemma, "v")) if word.is_verb else None
        doers = word.kids("nsubj", "nsubjpass", "dobj")
        if other is not None and any(mentions.is_force(w) or mentions.nation(w) is not None for w in doers):
            return other, word.lower
    return Reason.NO_FRAME, ""


def _agrees_on_zone(mentions: Mentions) -> bool:
    """Whether a sentence tells that a zone was agreed on: what follows about it is part of what was agreed."""
    agreed = any(w.lemma == "agree" and w.tag in {"VBD", "VBN"} and not negated(w) for w in mentions.tree)
    return agreed and any(is_kind(w, "named_zone") for w in mentions.tree)


def _opens_provisions(mentions: Mentions) -> bool:
    """Whether a sentence opens the provisions of an agreement: "have agreed on the following", "agreed as follows"."""
    for agree in mentions.tree:
        if agree.lemma != "agree" or agree.tag not in {"VBD", "VBN"} or negated(agree):
            continue
        below = [*agree.kids("dobj", "advcl"), *agree.objects("on", "to", "upon", "as")]
        if any(
            w.lower in {"following", "follows"} for w in (*below, *(k for w in below for k in w.children))
        ):
            return True
    return False


def _words(deed: Deed, who: Senders) -> set[int]:
    """Return the words that a deed has taken, so that no other frame reads them again."""
    taken = {deed.trigger.index}
    named = [deed.slots[slot] for slot in ("force", "part", "mission", "post") if slot in deed.slots]
    for word in (*named, *(deed.trigger.objects("in") if "part" in deed.slots else ())):
        taken |= {w.index for w in _phrase(word) if w.lemma in kind(*_TAKEN)}
    for sender in who.found:
        above = sender.word
        while above.is_noun or above.pos == "ADJ":
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
        key = (
            draft.nationality,
            draft.status,
            draft.place.text if draft.place is not None else None,
            draft.voice,
        )
        kept.setdefault(key, draft)
    return list(kept.values())
