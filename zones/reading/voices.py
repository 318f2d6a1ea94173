"""Whose words a statement is: the speaker, the day, and the outlet that quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from zones.reading.attributions import ends_sentence, is_aside, is_reported_on, telling, told_of_itself
from zones.reading.dates import DateHit, dates_in
from zones.reading.governors import governor
from zones.reading.mentions import Mentions
from zones.reading.modality.fate import Fate
from zones.reading.nouns import is_kind
from zones.reading.outlets import is_outlet
from zones.reading.people import People, Speaker, plain
from zones.reading.said_days import day_said
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import doer_of, subject_of

__all__ = ["Voice", "Voices", "attributed"]

_SIGNATURE = 6  # words before a headline's colon or after its dash that name who says so
_LONGEST_QUOTATION = 8  # sentences
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a statement, on which day, and through which outlet; empty for the report's own words."""

    speaker: Speaker | None = None
    said_on: date | None = None
    reported_by: str | None = None

    @property
    def speaks_for(self) -> str | None:
        """The country that the speaker speaks for; None if there is no speaker, or none is known."""
        return self.speaker.nation if self.speaker is not None else None


@dataclass(slots=True)
class Voices:
    """The voices of a document, sentence by sentence.

    Parameters
    ----------
    published
        The day of publication, to which "on Thursday" is relative.
    sentences
        The sentences of the document.
    people
        Who its speakers are.
    """

    published: date | None
    sentences: Sequence[Mentions]
    people: People = field(default_factory=People)
    _last: Voice = field(default_factory=Voice)
    _dates: dict[int, list[DateHit]] = field(default_factory=dict)  # by where a sentence starts
    _number: int = 0
    _paragraph: int = -1
    _turn: Voice | None = None
    _quoted: bool = False

    def __post_init__(self) -> None:
        """Note the persons of the document."""
        self.people.learn(self.sentences)

    def begin(self, number: int) -> None:
        """Take a sentence in hand, before its statements are asked about."""
        mentions = self.sentences[number]
        self._number = number
        if mentions.scan.sentence.paragraph != self._paragraph:
            self._paragraph = mentions.scan.sentence.paragraph
            self._turn = self._turn_of(mentions)
            self._quoted = False

    def end(self, mentions: Mentions) -> None:
        """Leave a sentence: who spoke in it may be taken up by the next."""
        main = self._main(mentions)
        if main is not None:
            self._last, self.people.last = main, main.speaker
        for word in mentions.tree:
            speaks = is_saying(word) or (word.is_verb and governor(word) is not None)
            acts = word.is_verb and word.is_root and not mentions.headline
            if speaks or acts:
                voice = self._of_verb(word, mentions)
                if speaks and main is None and voice.speaker not in {None, self._last.speaker}:
                    self._last = replace(self._last, said_on=None)  # somebody else spoke in between
                if voice.speaker is not None and voice.speaker.person:
                    self.people.last_person = voice.speaker
                    if main is None and speaks:
                        self._last, self.people.last = voice, voice.speaker
        self._quoted = self._quoted != _is_odd(mentions, mentions.span[1])

    def of(self, deed: Word, fate: Fate, mentions: Mentions) -> Voice:
        """Return whose words a deed is told in.

        Parameters
        ----------
        deed
            The word that tells it.
        fate
            What becomes of it: the verb of saying above it, and the governor whose subject does the saying.
        mentions
            Its sentence.
        """
        above = [self._of_verb(fate.saying, mentions)] if fate.saying is not None else []
        told = [voice for voice in (*above, *self._closing(deed, mentions)) if voice.speaker is not None]
        if told:
            voice = _past_outlets(told)
            decided = self._day(fate.decided, mentions) if fate.decided is not None else None
            return replace(voice, said_on=voice.said_on or decided)
        signed = self._signed(mentions) if mentions.headline else None
        if signed is not None:
            return signed
        acting = self._of_verb(fate.act, mentions) if fate.act is not None else Voice()
        if acting.speaker is not None:
            return acting
        if self._goes_on_quoting(deed, mentions):
            return self._further_on(mentions) or self._last
        return self._turn or Voice()

    def in_quotation(self, deed: Word, mentions: Mentions) -> bool:
        """Whether a word stands in quotation marks, those opened earlier in its paragraph included."""
        return self._quoted != _is_odd(mentions, deed.start)

    def _goes_on_quoting(self, deed: Word, mentions: Mentions) -> bool:
        """Whether a word stands in a quotation that opens the sentence or goes on, not in a few words quoted."""
        opens = _is_odd(mentions, mentions.tree.words[0].end)
        return self.in_quotation(deed, mentions) and (self._quoted or opens)

    def _main(self, mentions: Mentions) -> Voice | None:
        """Return the voice of the first verb of saying of a sentence that has a speaker."""
        for word in mentions.tree:
            if word.lower == "according":
                voice = self._according(word, mentions)
            elif is_saying(word):
                voice = self._of_verb(word, mentions)
            else:
                continue
            if voice.speaker is not None:
                return voice
        return None

    def _of_verb(self, verb: Word, mentions: Mentions) -> Voice:
        """Return the voice of a verb of saying, asking, refusing."""
        quoted = verb.lemma in {"quote", "cite"}
        subject, outlet = subject_of(verb) if quoted else doer_of(verb), None
        quoting = verb.head.head if verb.relation == "pcomp" and verb.head.lower == "as" else None
        if quoting is not None and quoting.lemma in {"quote", "cite"}:
            subject = quoting.kid("dobj", "nsubjpass")
            outlet = quoting.kid("nsubj") or next(iter(quoting.objects("by")), None)
        if subject is None:
            return Voice()
        if subject.lower == "it":
            subject = told_of_itself(verb) or subject
        if outlet is None and is_outlet(subject, mentions) and (source := _source(verb, subject)) is not None:
            subject, outlet = source, subject
        listener = next((w for w in verb.kids("dobj", "dative") if w.pos == "PROPN"), None)
        if outlet is None and listener is not None and is_outlet(listener, mentions):
            outlet = listener
        reported_by = None if outlet is None else self.people.phrase(outlet, mentions).said_by
        speaker, day = self.people.speaker(subject, mentions), self._day(verb, mentions)
        if day is None and self._goes_on_speaking(speaker, subject, verb):
            day = self._last.said_on
        return Voice(speaker, day, reported_by)

    def _goes_on_speaking(self, speaker: Speaker | None, subject: Word, verb: Word) -> bool:
        """Whether who spoke last goes on, so that it is the same day: "the source said", "he added".

        By name again it may be another day: "Vega also said".
        """
        again = subject.lower in {"he", "she"} and speaker is not None and speaker == self._last.speaker
        before = verb.has("earlier", "previously", "once") or any(w.lower == "had" for w in verb.kids("aux"))
        return self.people.is_repeated(subject) or (again and not before)

    def _according(self, word: Word, mentions: Mentions) -> Voice:
        who = next(iter(word.objects("to") + word.kids("pobj")), None)
        if who is None or is_kind(who, "deal", "draft"):
            return Voice()
        day = self._day(word, mentions)
        if day is None and self.people.is_repeated(who):
            day = self._last.said_on
        return Voice(self.people.speaker(who, mentions), day)

    def _closing(self, deed: Word, mentions: Mentions) -> list[Voice]:
        """Return the voices of "according to", "..., the minister said", ", diplomats say," for a whole sentence."""
        words = mentions.tree.words
        found = [self._according(word, mentions) for word in words if word.lower == "according"]
        verbs = [word for word in words if is_saying(word)]
        if not any(voice.speaker for voice in found):
            found += [self._of_verb(verb, mentions) for verb in verbs if ends_sentence(verb, deed)]
        if not any(voice.speaker for voice in found):
            asides = [verb for verb in verbs if is_aside(verb, deed) or is_reported_on(verb, deed)]
            found += [self._of_verb(verb, mentions) for verb in (*asides, *telling(deed))]
        return found

    def _signed(self, mentions: Mentions) -> Voice | None:
        """Return who signs a headline: "... to Idlib - Erdogan's spokesman", "Lavrov: ..."."""
        words = mentions.tree.words
        colon = next((w.index for w in words[: _SIGNATURE + 1] if w.text == ":"), 0)
        opening = next((w for w in words[:colon] if mentions.person(w) or is_kind(w, "office")), None)
        if opening is not None:
            return Voice(self.people.speaker(opening, mentions))
        dashes = [
            w.index
            for w in words[1:-1]
            if w.text == ":" or (w.text in {"-", "--", "—", "–"} and words[w.index - 1].end < w.start)
        ]
        after = words[dashes[-1] + 1 :] if dashes else ()
        signer = next(
            (w for w in reversed(after) if is_kind(w, "office", "body") or mentions.person(w)), None
        )
        if signer is None or len(after) > _SIGNATURE:
            return None
        nation = next((n.code for w in after if (n := mentions.nation(w)) is not None), None)
        named = Speaker(plain(mentions.text[after[0].start : after[-1].end]), nation)
        return Voice(self.people.holder(signer.lemma, nation) or named)

    def _further_on(self, mentions: Mentions) -> Voice | None:
        """Return who speaks a quotation that this sentence opens, if a later one of the paragraph says so."""
        if self._quoted or not _is_odd(mentions, mentions.span[1]):
            return None
        for later in self.sentences[self._number + 1 : self._number + _LONGEST_QUOTATION]:
            if later.scan.sentence.paragraph != self._paragraph:
                return None
            main = self._main(later)
            if main is not None or '"' in later.text[slice(*later.span)].translate(_QUOTES):
                return main
        return None

    def _turn_of(self, mentions: Mentions) -> Voice | None:
        """Return who speaks in a paragraph that opens with a name in capitals and a colon."""
        words = mentions.tree.words
        colon = next((w.index for w in words[: _SIGNATURE + 1] if w.text == ":"), 0)
        named = all(w.text.isupper() or w.pos == "PUNCT" for w in words[:colon])
        if not colon or not named or mentions.headline:
            return None
        return Voice(self.people.named(plain(mentions.text[words[0].start : words[colon - 1].end]).title()))

    def _day(self, verb: Word, mentions: Mentions) -> date | None:
        at = mentions.span[0]
        if at not in self._dates:
            self._dates[at] = dates_in(mentions.scan.words, self.published)
        return day_said(verb, mentions, self._dates[at], self._last.said_on)


def attributed(mentions: Mentions) -> list[tuple[int, int]]:
    """Return the stretches that only say who speaks: ", the Hmeimim centre said" (character offsets)."""
    found = []
    for word in mentions.tree:
        subjects = word.kids("nsubj") if is_saying(word) else []
        if subjects:
            subject = min(subjects, key=lambda one: abs(one.index - word.index))
            words = [w for w in subject.subtree() if w.relation != "ccomp"]
            found.append((min(words[0].start, word.start), max(words[-1].end, word.end)))
        elif word.lower == "according":
            words = word.subtree()
            found.append((words[0].start, words[-1].end))
    return found


def _is_odd(mentions: Mentions, end: int) -> bool:
    """Whether a sentence has an odd number of quotation marks before a place in it."""
    return mentions.text[mentions.span[0] : end].translate(_QUOTES).count('"') % 2 == 1


def _past_outlets(voices: list[Voice]) -> Voice:
    """Return the first voice that isn't an outlet's; the outlet that hands it on is noted."""
    first = next((v for v in voices if v.speaker is not None and not v.speaker.outlet), voices[0])
    outlet = next((v.speaker.said_by for v in voices if v.speaker is not None and v.speaker.outlet), None)
    if first.speaker is None or first.speaker.outlet or outlet is None:
        return first
    return replace(first, reported_by=first.reported_by or outlet)


def _source(verb: Word, outlet: Word) -> Word | None:
    """Return whom an outlet quotes beside its verb: "the agency reported, quoting the ministry"."""
    quoting = [w for w in (*verb.kids("advcl"), *outlet.kids("acl", "advcl")) if w.lemma in {"quote", "cite"}]
    return next((source for word in quoting for source in word.kids("dobj")), None)
