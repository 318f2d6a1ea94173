"""Whose words a statement is: the speaker, the day, and the outlet that quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from zones.reading.dates import DateHit, dates_in
from zones.reading.governors import governor
from zones.reading.lexicon import table
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind, kind
from zones.reading.saying import is_saying
from zones.reading.senders import subject_of
from zones.reading.sentence.tree import Word
from zones.reading.tokens import fold_word

__all__ = ["Speaker", "Voice", "Voices", "attributed"]

_MODIFIERS = ("amod", "compound", "poss", "nmod")
_DROPPED = frozenset({"relcl", "appos", "punct", "conj", "cc", "npadvmod", "advcl", "parataxis"})
_SIGNATURE = 6  # words after a headline's dash that name who says so
_LONGEST_QUOTATION = 8  # sentences
_LAST_WORDS = (
    14  # after a verb of saying that ends a sentence: '..., the minister told reporters in Moscow on Friday'
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says something.

    Parameters
    ----------
    said_by
        As the text names them: the person's name if it gives one, else the phrase.
    nation
        The country they speak for, if the text says so.
    person
        Whether ``said_by`` is a person's name.
    outlet
        Whether it is a news outlet, which mostly hands on what others say.
    """

    said_by: str
    nation: str | None = None
    person: bool = False
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a statement, on which day, and through which outlet; empty for the report's own words."""

    speaker: Speaker | None = None
    said_on: date | None = None
    reported_by: str | None = None


@dataclass(slots=True)
class Voices:
    """The voices of a document, sentence by sentence.

    Parameters
    ----------
    published
        The day of publication, to which "on Thursday" is relative.
    """

    published: date | None
    nations: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    last: Voice = field(default_factory=Voice)
    last_person: Speaker | None = None
    sentences: tuple[Mentions, ...] = ()
    _paragraph: int = -1
    _turn: Voice | None = None
    _quoted: bool = False

    # who is who

    def learn(self, sentences: Iterable[Mentions]) -> None:
        """Note every person named in full, and the country that each speaks for."""
        for mentions in sentences:
            for word in mentions.tree:
                name = mentions.person(word) if word.relation != "compound" else None
                if name is not None:
                    self._learn(word, name, mentions)

    def _learn(self, word: Word, name: str, mentions: Mentions) -> None:
        key = _surname(name)
        titled = any(is_kind(w, "office") for w in word.subtree())
        if (
            " " in name
            and len(name) > len(self.names.get(key, ""))
            and (titled or word.relation in {"nsubj", "appos", "nsubjpass", "dobj", "pobj", "conj"})
        ):
            self.names[key] = name
        around = word.head if word.relation == "appos" else _title(word)
        nation = _nation_of(around, mentions, before=word) or (
            _nation_of(word, mentions) if around is not word else None
        )
        around_words = {w.lemma for w in around.subtree() if is_kind(w, "office")}
        self.roles.setdefault(key, set()).update(around_words)
        if nation is not None and (titled or any(is_kind(w, "office") for w in around.subtree())):
            self.nations.setdefault(key, nation)

    def speaker(self, subject: Word, mentions: Mentions) -> Speaker | None:
        """Return who a noun phrase is, pronouns and repeated offices resolved."""
        named = self._person(subject, mentions)
        if named is not None:
            return named
        if subject.lower in {"he", "she"}:
            return self.last_person or self.last.speaker
        if subject.lower in {"it", "they", "i", "we"}:
            return self.last.speaker
        if subject.pos == "PRON" or is_kind(subject, "deal"):
            return None
        if self._is_repeated(subject):
            return self.last.speaker
        if not _may_speak(subject, mentions):
            return None
        phrase = self._phrase(subject, mentions)
        return self._holder(subject, phrase) or phrase

    def _holder(self, subject: Word, phrase: Speaker) -> Speaker | None:
        """Return the one person of the document who holds an office for a country: "Erdogan's spokesman"."""
        if phrase.nation is None or not is_kind(subject, "office"):
            return None
        holders = [
            k
            for k, roles in self.roles.items()
            if subject.lemma in roles and self.nations.get(k) == phrase.nation
        ]
        definite = subject.has("the") or subject.kid("poss") is not None
        if len(holders) != 1 or not definite or holders[0] not in self.names:
            return None
        return Speaker(_plain(self.names[holders[0]]), phrase.nation, person=True)

    def _person(self, subject: Word, mentions: Mentions) -> Speaker | None:
        for word in (subject, *subject.kids("appos")):
            name = mentions.person(word)
            if name is None or _is_outlet(word, mentions):
                continue
            key = _surname(name)
            known = (
                key in self.names or key in self.nations or any(is_kind(w, "office") for w in word.subtree())
            )
            if word is subject and not known and " " not in name and not _stands_alone(word):
                continue
            nation = self.nations.get(key)
            return Speaker(
                _plain(self.names.get(key, name)), nation or _own_nation(word, mentions), person=True
            )
        if _surname(subject.text) in self.names and subject.text[:1].isupper():
            key = _surname(subject.text)
            return Speaker(_plain(self.names[key]), self.nations.get(key), person=True)
        nation = mentions.nation(subject)
        if nation is not None and nation.form is Form.PERSON:
            return Speaker(
                _plain(self.names.get(_surname(subject.text), subject.text)), nation.code, person=True
            )
        return None

    def _is_repeated(self, subject: Word) -> bool:
        """Whether "the minister" takes up who spoke last."""
        bare = not subject.kids(*_MODIFIERS, "prep", "relcl", "acl")
        return (
            bare
            and subject.has("the", "this")
            and is_kind(subject, "office")
            and self.last.speaker is not None
        )

    def _phrase(self, subject: Word, mentions: Mentions) -> Speaker:
        aside = [
            c for c in subject.kids("prep") if any(w.lemma == "part" for w in c.kids("pobj"))
        ]  # "for its part"
        away = [c for c in subject.children if c.relation in _DROPPED or c in aside]
        dropped = {w.index for c in away for w in c.subtree()}
        words = [w for w in subject.subtree() if w.index not in dropped and w.index < subject.index + 12]
        while words and words[0].pos in {"PUNCT", "CCONJ", "ADV", "SCONJ"}:
            words.pop(0)
        while words and words[-1].pos in {"PUNCT"}:
            words.pop()
        text = mentions.text[words[0].start : words[-1].end] if words else subject.text
        return Speaker(_plain(text), _nation_of(subject, mentions), outlet=_is_outlet(subject, mentions))

    # who speaks in a sentence

    def begin(self, mentions: Mentions) -> None:
        """Take a sentence in hand, before its statements are asked about."""
        sentence = mentions.scan.sentence
        if sentence.paragraph != self._paragraph:
            self._paragraph = sentence.paragraph
            self._turn = self._turn_of(mentions)
            self._quoted = False

    def end(self, mentions: Mentions) -> None:
        """Leave a sentence: who spoke in it may be taken up by the next."""
        main = self.main(mentions)
        if main is not None and main.speaker is not None:
            self.last = main
        for word in mentions.tree:
            if is_saying(word) or (word.is_verb and governor(word) is not None):
                voice = self.of_verb(word, mentions)
                if voice is not None and voice.speaker is not None and voice.speaker.person:
                    self.last_person = voice.speaker
                    self.last = voice if main is None else self.last
        if mentions.text[slice(*mentions.span)].translate(_STRAIGHT).count('"') % 2:
            self._quoted = not self._quoted

    def main(self, mentions: Mentions) -> Voice | None:
        """Return the voice of the first verb of saying of a sentence that has a speaker."""
        for word in mentions.tree:
            if word.lower == "according":
                voice = self._according(word, mentions)
            elif is_saying(word):
                voice = self.of_verb(word, mentions)
            else:
                continue
            if voice is not None and voice.speaker is not None:
                return voice
        return None

    def of(self, deed: Word, saying: Word | None, act: Word | None, mentions: Mentions) -> Voice:
        """Return whose words a deed is told in.

        Parameters
        ----------
        deed
            The word that tells it.
        saying, act
            The verb of saying above it, and the governor whose subject does the saying.
        mentions
            Its sentence.
        """
        told = [
            v
            for v in (
                self.of_verb(saying, mentions) if saying is not None else None,
                self._closing(deed, mentions),
            )
            if v is not None and v.speaker is not None
        ]
        if told:
            return _past_outlets(told)
        if mentions.headline and (voice := self._signed(mentions)) is not None:
            return voice
        if act is not None:
            voice = self.of_verb(act, mentions)
            if voice is not None and voice.speaker is not None:
                return voice
        if self.in_quotation(deed, mentions):
            return self._further_on(mentions) or self.last
        return self._turn or Voice()

    def of_verb(self, verb: Word, mentions: Mentions) -> Voice | None:
        """Return the voice of a verb of saying, asking, refusing."""
        subject, outlet = subject_of(verb), None
        if verb.relation == "pcomp" and verb.head.lower == "as" and verb.head.head.lemma in {"quote", "cite"}:
            quoting = verb.head.head
            subject = quoting.kid("dobj", "nsubjpass")
            by = quoting.kid("nsubj") or next(iter(quoting.objects("by")), None)
            outlet = None if by is None else self._phrase(by, mentions).said_by
        if subject is not None and subject.lower in {"who", "which", "that"} and verb.relation == "relcl":
            subject = verb.head
        told = next((w for w in verb.kids("dobj", "dative") if w.pos == "PROPN"), None)
        if told is not None and outlet is None and _is_outlet(told, mentions):
            outlet = _plain(mentions.text[told.subtree()[0].start : told.end])
        if subject is None:
            return None
        if (
            outlet is None
            and _is_outlet(subject, mentions)
            and (source := _source(verb, subject)) is not None
        ):
            subject, outlet = source, self._phrase(subject, mentions).said_by
        return Voice(self.speaker(subject, mentions), self.day(verb, mentions), outlet)

    def _according(self, word: Word, mentions: Mentions) -> Voice | None:
        who = next(iter(word.objects("to") + word.kids("pobj")), None)
        if who is None or is_kind(who, "deal", "draft"):
            return None
        return Voice(self.speaker(who, mentions), self.day(word, mentions))

    def _closing(self, deed: Word, mentions: Mentions) -> Voice | None:
        """Return the voice of "..., the minister said", or of "according to", for the whole sentence."""
        for word in mentions.tree:
            if word.lower == "according":
                voice = self._according(word, mentions)
                if voice is not None:
                    return voice
        closing = []
        for word in mentions.tree:
            if (
                is_saying(word)
                and word.index > deed.index
                and not word.is_under(deed)
                and self._ends_sentence(word, deed)
            ):
                voice = self.of_verb(word, mentions)
                if voice is not None and voice.speaker is not None:
                    closing.append(voice)
        if closing:
            return _past_outlets(closing)
        for word in mentions.tree:
            aside = is_saying(word) and word.relation == "parataxis" and word.kid("ccomp") is None
            if aside and word.kid("nsubj") is not None and deed.is_under(word.head):
                voice = self.of_verb(word, mentions)
                if voice is not None and voice.speaker is not None:
                    return voice
        for word in mentions.tree:
            if is_saying(word) and deed.is_under(word) and _within(deed, word):
                voice = self.of_verb(word, mentions)
                if voice is not None and voice.speaker is not None:
                    return voice
        return None

    def _ends_sentence(self, verb: Word, deed: Word) -> bool:
        after = [w for w in verb.tree if w.index > verb.index]
        between = [w.text for w in verb.tree if deed.index < w.index < verb.index]
        free = (
            verb.relation in {"ROOT", "conj", "parataxis", "advcl", "ccomp", "dep"}
            and verb.kid("ccomp") is None
        )
        return (
            free and len(after) <= _LAST_WORDS and ("," in between or '"' in between) and ";" not in between
        )

    def _signed(self, mentions: Mentions) -> Voice | None:
        """Return who signs a headline: "... to Idlib - Erdogan's spokesman", "Lavrov: ..."."""
        colon = next((w.index for w in mentions.tree if w.text == ":"), 0)
        if 0 < colon <= _SIGNATURE:
            opening = next(
                (w for w in mentions.tree.words[:colon] if mentions.person(w) or is_kind(w, "office")), None
            )
            if opening is not None:
                return Voice(self.speaker(opening, mentions))
        dashes = [
            w.index
            for w in mentions.tree
            if w.text in {"-", "--", "—"} and 0 < w.index < len(mentions.tree) - 1
        ]
        spaced = [at for at in dashes if mentions.tree.words[at - 1].end < mentions.tree.words[at].start]
        if not spaced:
            return None
        after = mentions.tree.words[spaced[-1] + 1 :]
        head = next((w for w in reversed(after) if is_kind(w, "office", "body") or mentions.person(w)), None)
        return None if head is None or len(after) > _SIGNATURE else Voice(self.speaker(head, mentions))

    def in_quotation(self, deed: Word, mentions: Mentions) -> bool:
        """Whether a word stands in quotation marks, those opened in an earlier sentence of its paragraph included."""
        before = mentions.text[mentions.span[0] : deed.start].translate(_STRAIGHT).count('"')
        return (before + self._quoted) % 2 == 1

    def _further_on(self, mentions: Mentions) -> Voice | None:
        """Return who speaks a quotation that is open at a sentence's end, if a later sentence of the paragraph says so."""
        if self._quoted or mentions.text[slice(*mentions.span)].translate(_STRAIGHT).count('"') % 2 == 0:
            return None
        paragraph = mentions.scan.sentence.paragraph
        at = next((i for i, one in enumerate(self.sentences) if one is mentions), len(self.sentences))
        for later in self.sentences[at + 1 : at + _LONGEST_QUOTATION]:
            if later.scan.sentence.paragraph != paragraph:
                return None
            main = self.main(later)
            if main is not None and main.speaker is not None:
                return main
            if '"' in later.text[slice(*later.span)].translate(_STRAIGHT):
                return None
        return None

    def _turn_of(self, mentions: Mentions) -> Voice | None:
        """Return who speaks in a paragraph that opens with a name in capitals and a colon."""
        words = mentions.tree.words
        colon = next((w.index for w in words[:7] if w.text == ":"), None)
        if (
            not colon
            or mentions.headline
            or not all(w.text.isupper() or w.pos == "PUNCT" for w in words[:colon])
        ):
            return None
        name = _plain(mentions.text[words[0].start : words[colon - 1].end]).title()
        return Voice(
            Speaker(self.names.get(_surname(name), name), self.nations.get(_surname(name)), person=True)
        )

    # when

    def day(self, verb: Word, mentions: Mentions) -> date | None:
        """Return the day that binds to a verb of saying."""
        for hit in dates_in(mentions.scan.words, self.published):
            if hit.day is not None and _binds(hit, verb, mentions):
                return hit.day
        return None


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


def _title(word: Word) -> Word:
    """Return the office that a name without a comma closes: "the secretary of Peru's council Maria Silva"."""
    top = word
    while top.relation in {"pobj", "prep", "compound", "nmod"} and not top.is_root:
        top = top.head
        if is_kind(top, "office") and not any(w.text == "," for w in top.tree.words[top.index : word.index]):
            return top
    return word


def _may_speak(subject: Word, mentions: Mentions) -> bool:
    """Whether a noun phrase is a person, an office, an institution or an outlet."""
    if mentions.nation(subject) is not None or subject.pos == "PROPN":
        return True
    return is_kind(subject, "office", "body", "group", "force", "speaker") or _is_outlet(subject, mentions)


def attributed(mentions: Mentions) -> list[tuple[int, int]]:
    """Return the stretches of a sentence that only say who speaks: ", the Hmeimim centre said" (character offsets)."""
    found = []
    for word in mentions.tree:
        if is_saying(word) and (subject := word.kid("nsubj")) is not None:
            words = [w for w in subject.subtree() if w.relation != "ccomp"]
            found.append((min(words[0].start, word.start), max(words[-1].end, word.end)))
        elif word.lower == "according":
            words = word.subtree()
            found.append((words[0].start, words[-1].end))
    return found


def _binds(hit: DateHit, verb: Word, mentions: Mentions) -> bool:
    words = mentions.tree.between(*mentions.scan.span(hit.start, hit.end))
    if not words:
        return False
    first, last = words[0], words[-1]
    if 0 < first.index - verb.index <= 3 or 0 < verb.index - last.index <= 2:
        return True
    top = next((w for w in words if not any(w is not o and w.is_under(o) for o in words)), first)
    for above in top.ancestors():
        if above is verb:
            return True
        if above.is_verb:
            return False
    return False


def _within(deed: Word, verb: Word) -> bool:
    """Whether a deed stands in what a verb says, not in who says it."""
    below = deed
    for above in deed.ancestors():
        if above is verb:
            return below.relation in {"ccomp", "parataxis", "advcl", "conj", "dobj", "xcomp"}
        below = above
    return False


def _surname(name: str) -> str:
    return fold_word(name.split()[-1])


def _plain(text: str) -> str:
    return " ".join(text.translate(_STRAIGHT).replace('"', "").split()).strip(" ,;-")


def _nation_of(word: Word, mentions: Mentions, before: Word | None = None) -> str | None:
    """Return the country that a phrase speaks for: of its modifiers, or after "of", "for", "in"."""
    nation = mentions.nation(word)
    if nation is not None:
        return nation.code
    for child in word.children:
        if before is not None and child.index > before.index:
            break
        if (
            child.relation in _MODIFIERS
            or child.lower in {"of", "for", "from", "in", "at", "within"}
            or child.relation == "appos"
        ):
            for part in child.subtree():
                found = mentions.nation(part)
                if found is not None and found.form is not Form.PERSON:
                    return found.code
    return None


def _own_nation(word: Word, mentions: Mentions) -> str | None:
    return _nation_of(word, mentions)


def _stands_alone(word: Word) -> bool:
    return not word.kids("det", "amod", "prep")


def _is_outlet(word: Word, mentions: Mentions) -> bool:
    words = {w.lemma for w in word.subtree()}
    if words & frozenset(table("sayings")["outlets"].split()):
        return True
    text = mentions.text[word.subtree()[0].start : word.end]
    return any(
        fold_word(name) in {fold_word(text), fold_word(word.text)}
        for name in table("sayings")["outlet_names"]
    )


_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})
