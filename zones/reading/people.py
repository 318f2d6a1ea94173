"""The speakers of a document: who is a person, which office and country each speaks for, and who "he" is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind
from zones.reading.outlets import is_outlet, outlet_nouns
from zones.reading.sentence.tree import Word
from zones.reading.tokens import fold_word

__all__ = ["People", "Speaker", "plain"]

_MODIFIERS = ("amod", "compound", "poss", "nmod")
_DROPPED = frozenset({"relcl", "appos", "punct", "conj", "cc", "npadvmod", "advcl", "parataxis"})
_NAMING = frozenset({"nsubj", "appos", "nsubjpass", "dobj", "pobj", "conj"})
_SPEAKS_FOR = frozenset({"of", "for", "from", "in", "at", "within"})
_LONGEST_PHRASE = 12  # words after the noun of a speaker
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})


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


@dataclass(slots=True)
class People:
    """The persons of a document, and who spoke last.

    Parameters
    ----------
    nations
        The country that each person speaks for, by folded surname.
    last, last_person
        Who spoke last, and which person did.
    """

    nations: dict[str, str] = field(default_factory=dict)
    last: Speaker | None = None
    last_person: Speaker | None = None
    _names: dict[str, str] = field(default_factory=dict)
    _holders: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def learn(self, sentences: Iterable[Mentions]) -> None:
        """Note every person named in full, and the office and country that each speaks for."""
        for mentions in sentences:
            for word in mentions.tree:
                name = mentions.person(word) if word.relation != "compound" else None
                if name is not None:
                    self._learn(word, name, mentions)

    def _learn(self, word: Word, name: str, mentions: Mentions) -> None:
        key = surname(name)
        titled = any(is_kind(w, "office") for w in word.subtree())
        somewhere = word.relation == "pobj" and word.head.lower in {
            "in",
            "at",
            "near",
            "across",
            "throughout",
        }
        if somewhere:
            return
        if " " in name and len(name) > len(self._names.get(key, "")) and (titled or word.relation in _NAMING):
            self._names[key] = name
        around = word.head if word.relation == "appos" else _title(word)
        nation = _nation_of(around, mentions, before=word) or _nation_of(word, mentions)
        offices = {w.lemma for w in around.subtree() if is_kind(w, "office")}
        if nation is not None and (titled or offices):
            kept = self.nations.setdefault(key, nation)
            for office in offices:
                self._holders.setdefault((office, kept), set()).add(key)

    def named(self, name: str) -> Speaker:
        """Return a person by a name, in full if the document gives it."""
        key = surname(name)
        return Speaker(plain(self._names.get(key, name)), self.nations.get(key), person=True)

    def speaker(self, subject: Word, mentions: Mentions) -> Speaker | None:
        """Return who a noun phrase is, pronouns and repeated offices resolved; None if it is nobody who speaks."""
        person = self._person(subject, mentions)
        if person is not None:
            return person
        if subject.lower in {"he", "she"}:
            return self.last_person or self.last
        if subject.lower == "it" and self.last is not None and self.last.person:
            return None
        if subject.lower in {"it", "they", "i", "we"} or self.is_repeated(subject):
            return self.last
        if subject.pos == "PRON" or is_kind(subject, "deal") or not _may_speak(subject, mentions):
            return None
        phrase = self.phrase(subject, mentions)
        definite = subject.has("the") or subject.kid("poss") is not None or mentions.headline
        return (self.holder(subject.lemma, phrase.nation) if definite else None) or phrase

    def phrase(self, subject: Word, mentions: Mentions) -> Speaker:
        """Return a speaker by the words of a noun phrase, without what only describes them further."""
        by_the_way = [c for c in subject.kids("prep") if any(w.lemma == "part" for w in c.kids("pobj"))]
        away = [c for c in subject.children if c.relation in _DROPPED or c in by_the_way or _is_set_off(c)]
        if is_outlet(subject, mentions):  # "the state news agency SANA"
            away = [c for c in away if c.index != subject.index + 1 or c.pos != "PROPN"]
        dropped = {w.index for c in away for w in c.subtree()}
        last = subject.index + _LONGEST_PHRASE
        words = [w for w in subject.subtree() if w.index not in dropped and w.index < last]
        article = next((at for at, w in enumerate(words) if w.relation == "det" and w.head is subject), 0)
        words = words[article:] if words[article:] and words[article].lower in {"a", "an", "the"} else words
        colons = [at for at, w in enumerate(words) if w.text in {":", ")"} and at < len(words) - 1]
        words = words[colons[-1] + 1 :] if colons and words[colons[-1]].index < subject.index else words
        while words and (words[0].pos in {"PUNCT", "CCONJ", "ADV", "SCONJ"} or words[0].lower == "neither"):
            words.pop(0)
        while words and words[-1].pos == "PUNCT":
            words.pop()
        text = mentions.text[words[0].start : words[-1].end] if words else subject.text
        return Speaker(plain(text), _nation_of(subject, mentions), outlet=is_outlet(subject, mentions))

    def _person(self, subject: Word, mentions: Mentions) -> Speaker | None:
        for word in (subject, *subject.kids("appos")):
            name = mentions.person(word)
            if name is None or is_outlet(word, mentions):
                continue
            if word is not subject or " " in name or self._is_known(word, name):
                known = self.named(name)
                return Speaker(known.said_by, known.nation or _nation_of(word, mentions), person=True)
        if subject.text[:1].isupper() and surname(subject.text) in self._names:
            return self.named(subject.text)
        nation = mentions.nation(subject)
        if nation is not None and nation.form is Form.PERSON:
            return Speaker(self.named(subject.text).said_by, nation.code, person=True)
        return None

    def _is_known(self, word: Word, name: str) -> bool:
        """Whether a single word is a person: named before, with an office, or standing alone."""
        key = surname(name)
        titled = any(is_kind(w, "office") for w in word.subtree())
        return key in self._names or key in self.nations or titled or not word.kids("det", "amod", "prep")

    def is_repeated(self, subject: Word) -> bool:
        """Whether "the minister", "the ministry" or "the daily" takes up who spoke last."""
        bare = not subject.kids(*_MODIFIERS, "prep", "relcl", "acl") and subject.has("the", "this")
        if not bare or self.last is None:
            return False
        same = self.last.said_by.casefold().endswith(f" {subject.lower}")  # "the defence ministry"
        return is_kind(subject, "office") or same or (self.last.outlet and subject.lemma in outlet_nouns())

    def holder(self, office: str, nation: str | None) -> Speaker | None:
        """Return the one person of the document who holds an office for a country: "Erdogan's spokesman"."""
        holders = self._holders.get((office, nation or ""), set())
        only = next(iter(holders)) if len(holders) == 1 else None
        return self.named(self._names[only]) if only is not None and only in self._names else None


def surname(name: str) -> str:
    """Return the last word of a name, folded."""
    return fold_word(name.rsplit(maxsplit=1)[-1])


def plain(text: str) -> str:
    """Return words with plain quotes and single blanks."""
    return " ".join(text.translate(_STRAIGHT).replace('"', "").split()).strip(" ,;-")


def _may_speak(subject: Word, mentions: Mentions) -> bool:
    """Whether a noun phrase is a person, an office, an institution or an outlet."""
    if mentions.nation(subject) is not None or subject.pos == "PROPN":
        return True
    return is_kind(subject, "office", "body", "group", "force", "speaker") or is_outlet(subject, mentions)


def _is_set_off(participle: Word) -> bool:
    """Whether a participle stands after a comma: "Peru, having met the rebels, said"."""
    first = participle.subtree()[0].index
    return participle.relation == "acl" and first > 0 and participle.tree.words[first - 1].text == ","


def _title(word: Word) -> Word:
    """Return the office that a name without a comma closes: "the secretary of Peru's council Maria Silva"."""
    top = word
    while top.relation in {"pobj", "prep", "compound", "nmod"} and not top.is_root:
        top = top.head
        if is_kind(top, "office") and not any(w.text == "," for w in top.tree.words[top.index : word.index]):
            return top
    return word


def _nation_of(word: Word, mentions: Mentions, before: Word | None = None) -> str | None:
    """Return the country that a phrase speaks for: of its modifiers, or after "of", "for", "in"."""
    nation = mentions.nation(word)
    if nation is not None:
        return nation.code
    for child in word.children:
        if before is not None and child.index > before.index:
            break
        if child.relation in {*_MODIFIERS, "appos"} or child.lower in _SPEAKS_FOR:
            for part in child.subtree():
                named = mentions.nation(part)
                if named is not None and named.form is not Form.PERSON:
                    return named.code
    return None
