"""Matters told before that a sentence takes up: "the question was not raised", "no decision yet", "denied it"."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from zones.areas import Span
from zones.reading.governors import governor
from zones.reading.mentions import Mentions
from zones.reading.modality.climb import topic_fate
from zones.reading.modality.fate import Fate
from zones.reading.mood import Told, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.owners import Sender
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.reading.whereabouts import Where
from zones.status import Status

__all__ = ["TakenUp", "Topics"]

_REMEMBERED = 40  # deeds; the sentences that are near have fewer
_NEAR = 2  # sentences over which "the matter" reaches back
_TAKEN = frozenset({Status.DENIED, Status.UNDECIDED, Status.DISCUSSED, Status.UNCONFIRMED, Status.REJECTED})
_ANSWERS = {
    "agree": Status.AGREED, "accept": Status.AGREED, "consent": Status.AGREED, "refuse": Status.DENIED,
    "decline": Status.DENIED,
}  # fmt: skip
_REPLIES = {"yes": Status.AGREED, "no": Status.DENIED}
_FIRST = frozenset({"we", "i"})
_BARE = ("prep", "acl", "relcl", "pcomp", "ccomp")


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed considered: its sentence, its senders, its trigger and where it would be."""

    number: int
    codes: tuple[str, ...]
    span: Span
    trigger: Word
    where: Where


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What a sentence says of a matter told before.

    ``several``: there are several matters it may mean; ``own``: it is said of the speaker's country, "we agreed";
    ``where`` each nation's forces would be, if the same sentence
    says so: "asked about Omani soldiers in Hama, she could not confirm it".
    """

    word: Word
    fate: Fate
    codes: tuple[str, ...]
    antecedent: Span
    several: bool = False
    own: bool = False
    where: Mapping[str, Where] = field(default_factory=dict)

    def about(self, mentions: Mentions, speaks_for: str | None) -> tuple[str, ...]:
        """Return the nations that it is said of: those named or spoken for here, else all of the matter."""
        if self.own:
            return tuple(code for code in self.codes if code == speaks_for)
        here = {n.code for n in mentions.nations.values() if n.code != "SY"}
        deciding = _subject_above(self.word) if self.word.lemma == "mind" else None
        who = {n.code for n in mentions.nations_under(deciding)} if deciding is not None else set()
        if who and who.isdisjoint(self.codes):
            return ()  # "while Peru has yet to make up its mind"
        own = tuple(code for code in self.codes if code in here) or tuple(
            c for c in self.codes if c == speaks_for
        )
        if own or self.several or self.word.pos in {"PRON", "DET"}:
            return own
        foreign = speaks_for is not None and speaks_for not in self.codes
        if self.fate.status is Status.DENIED and foreign and len(self.codes) > 1:
            return ()
        return () if here - set(self.codes) - {speaks_for} else self.codes

    def status_for(self, code: str, speaks_for: str | None) -> Status:
        """Return the status for a nation: who refuses what is asked of itself denies it."""
        status = self.fate.status or Status.DISCUSSED
        return Status.DENIED if status is Status.REJECTED and speaks_for == code else status


@dataclass(slots=True)
class Topics:
    """The deeds of the last sentences."""

    _told: deque[_Told] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    _opened: int = -99

    def open(self, number: int) -> None:
        """Take in that a sentence tells of a deed, whosever it is."""
        self._opened = number

    def note(self, number: int, senders: Iterable[Sender], span: Span, trigger: Word, where: Where) -> None:
        """Take in a deed and where it would be, whether a claim came of it or not."""
        codes = tuple(dict.fromkeys(sender.code for sender in senders))
        self._told.append(_Told(number, codes, span, trigger, where))

    def is_open(self, number: int) -> bool:
        """Whether a deed was told in the sentences just before."""
        return 0 <= number - self._opened <= _NEAR

    def taken_up(self, mentions: Mentions, number: int) -> Iterator[TakenUp]:
        """Yield what a sentence says of the matter told last."""
        near = [told for told in self._told if 0 <= number - told.number <= _NEAR]
        if not near:
            return
        yield from _proposals(mentions, near[-1].span)
        last = [told for told in near if told.number == near[-1].number]
        yield from _answers(mentions, last, number)
        codes = tuple(dict.fromkeys(code for told in last for code in told.codes))
        several = len({frozenset(told.codes) for told in last}) > 1
        for word in mentions.tree:
            if (
                not _is_topic(word)
                or word.head.relation == "csubj"
                or any(_is_part_of(word, told.trigger) for told in last)
            ):
                continue
            if last[0].number == number and not any(told.trigger.index < word.index for told in last):
                continue
            fate = (
                Fate(Status.UNDECIDED, path=("not decided",), act=word) if word.is_verb else topic_fate(word)
            )
            if fate.status in _TAKEN and not _is_wished(word):
                where = _where(last) if last[0].number == number else {}
                far = len(codes) > 1 and number - last[-1].number > 1
                yield TakenUp(word, fate, codes, last[-1].span, several or far, where=where)
                return


def _where(told: list[_Told]) -> dict[str, Where]:
    """Return where each nation's forces would be, where its deeds agree on it."""
    found: dict[str, set[Where]] = {}
    for deed in told:
        for code in deed.codes:
            found.setdefault(code, set()).add(deed.where)
    return {code: next(iter(places)) for code, places in found.items() if len(places) == 1}


def _is_wished(word: Word) -> bool:
    """Whether what becomes of a matter is only asked for: "wants the plan scrapped"."""
    below = word
    for above in word.ancestors():
        if below.relation in {"advcl", "parataxis", "conj", "relcl"}:
            return False
        row = governor(above)
        if above.is_verb and below.is_verb and row is not None and row.yes == "proposed":
            return True
        below = above
    return False


def _subject_above(word: Word) -> Word | None:
    """Return who does what the verbs above a word tell."""
    return next((found for above in word.ancestors() if above.is_verb and (found := subject_of(above))), None)


def _proposals(mentions: Mentions, span: Span) -> Iterator[TakenUp]:
    """Yield what was put to somebody about the matter: "addressed a request to Peru and Oman about it"."""
    for word in mentions.tree:
        row = governor(word)
        if not word.is_noun or row is None or row.yes != "proposed" or negated(word):
            continue
        above = word.head
        about = [
            w
            for w in (*word.kids("prep"), *above.kids("prep"))
            if w.lower in {"on", "about", "over"} and _is_filler(w)
        ]
        asked = [
            w
            for goal in (*word.objects("to", "before"), *above.objects("to", "before"))
            for w in goal.subtree()
        ]
        codes = tuple(
            dict.fromkeys(n.code for w in asked if (n := mentions.nation(w)) is not None and n.code != "SY")
        )
        if about and codes:
            yield TakenUp(word, Fate(Status.PROPOSED, path=("on the matter",), act=None), codes, span)


def _answers(mentions: Mentions, last: list[_Told], number: int) -> Iterator[TakenUp]:
    """Yield what those answer who were asked: "Peru was asked to send men and agreed at once", "but it declined"."""
    asked = [told for told in last if _is_asked(told.trigger)]
    for word in mentions.tree:
        status = _answer(word) if word.is_verb else None
        subject = subject_of(word)
        if status is None or subject is None or not asked or not _answers_only(word):
            continue
        if asked[-1].number == number and asked[-1].trigger.index > word.index:
            continue
        codes = tuple(dict.fromkeys(code for told in asked for code in told.codes))
        named = {nation.code for nation in mentions.nations_under(subject)}
        meant = tuple(code for code in codes if code in named)
        taken_up = subject.lower in {"it", "they"} and len(codes) == 1
        if meant or taken_up or subject.lower in _FIRST:
            where = _where(asked) if asked[-1].number == number else {}
            fate = Fate(Status.DENIED if negated(word) else status, path=(word.lower,), act=word)
            yield TakenUp(
                word, fate, meant or codes, asked[-1].span, own=subject.lower in _FIRST, where=where
            )
            return


def _answer(verb: Word) -> Status | None:
    """Return what a verb answers: "agreed", "declined", "said yes"."""
    if verb.lemma == "say":
        said = next((w.lower for w in verb.kids("intj", "dobj", "ccomp") if w.lower in _REPLIES), None)
        return None if said is None else _REPLIES[said]
    return _ANSWERS.get(verb.lemma)


def _is_asked(trigger: Word) -> bool:
    """Whether somebody is asked for a deed, and the way up to who asks holds no other clause."""
    for above in trigger.ancestors():
        row = governor(above)
        if row is not None and row.sends == "object" and row.yes == "proposed":
            return above.tag in {"VBD", "VBN"} and not negated(above)
    return False


def _answers_only(verb: Word) -> bool:
    """Whether a verb of answering says nothing more: "agreed", "agreed to do so", not "agreed to a truce"."""
    if mood(verb).state is not Told.DONE:
        return False
    complement = verb.kids("xcomp", "ccomp", "dobj")
    again = [
        w
        for w in complement
        if w.lower in {"it", "this"} or (w.lemma == "do" and (w.has("so", "that", "it")))
    ]
    return len(complement) == len(again) and not verb.objects("to", "on", "with", "in", "about", "for")


def _is_topic(word: Word) -> bool:
    """Whether a word takes up a matter, without saying anew what it is."""
    if word.is_noun:
        return _is_matter(word)
    if word.is_verb:
        open_still = word.kid("xcomp", "ccomp", "prep", "dobj") is None and (negated(word) or word.has("yet"))
        return word.lemma in {"decide", "settle"} and open_still
    pointing = word.lower in {"it", "this", "that", "so"} and word.pos in {"PRON", "DET"}
    if not pointing or word.head.relation == "relcl":
        return False
    governed = word.relation == "dobj" or (
        word.relation == "pobj" and word.head.lower in {"about", "of", "on"}
    )
    above = word.head if word.relation == "dobj" else word.head.head
    return governed and governor(above) is not None and above.lemma != "vote"


def _is_matter(word: Word) -> bool:
    """Whether a noun takes up a matter: "the question", "no decision", "talks on it"."""
    if not all(_is_filler(child) for child in word.kids(*_BARE)):
        return False
    if word.lemma in {"negotiation", "talk", "discussion", "consultation"}:
        return _are_on_it(word)
    if word.lemma in {"decision", "information"}:
        return negated(word) or _is_spoken_of(word)
    if word.lemma == "mind":
        return word.relation == "dobj" and word.head.lemma == "make"
    if word.lower == "process" and word.has("negotiation"):
        return True
    pointing = word.has("the", "this", "such", "that", "these", "those", "any", "no")
    plain = not word.kids("amod", "poss", "compound")
    return is_kind(word, "topic") and pointing and (plain or word.has("such")) and _is_spoken_of(word)


def _is_part_of(word: Word, trigger: Word) -> bool:
    """Whether a word belongs to a deed itself, not to a clause joined to it."""
    below = word
    while below is not trigger:
        if below.is_root or (below.relation == "conj" and below.is_verb):
            return False
        below = below.head
    return True


def _are_on_it(word: Word) -> bool:
    """Whether talks are those on the matter: "Talks are not under way", "in negotiations on it", not "the talks"."""
    about = [child for child in word.kids("prep") if child.lower in {"on", "about", "over"}]
    if about:
        return True  # their object has been seen to be the matter itself
    plain = not word.kids("det", "amod", "poss", "compound") and not word.objects("between", "with")
    return plain and word.relation in {"nsubj", "nsubjpass"} and word.head.lemma in _GOING_ON


def _is_spoken_of(word: Word) -> bool:
    """Whether the verb above a matter says what becomes of it."""
    above = word.head.head if word.relation == "pobj" else word.head
    return above.is_verb and (
        above.lemma in _GOING_ON or (governor(above) is not None and above.lemma != "vote")
    )


_GOING_ON = frozenset(
    {
        "be", "have", "take", "make", "receive", "reach", "raise", "discuss", "come", "arise", "exist", "begin",
        "start", "continue", "go", "hear", "mention", "address", "broach", "figure", "confirm", "see", "know",
    }
)  # fmt: skip


def _is_filler(child: Word) -> bool:
    """Whether what hangs on a noun only takes up the matter again: "talks on it", "decision about this"."""
    governed = child.kids("pobj", "pcomp")
    if child.lower in {"with", "in", "at", "between", "during", "from"}:
        return True
    return (
        child.lower in {"on", "about", "over"}
        and bool(governed)
        and all(
            w.lower in {"it", "this", "that", "matter", "issue", "question", "subject"}
            or w.lemma in {"matter", "issue"}
            for w in governed
        )
    )
