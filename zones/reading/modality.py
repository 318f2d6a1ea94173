"""What becomes of a deed: the status composed from its verb outwards through everything that governs it.

The way starts at the deed's own mood ("will", "could", "to send"), climbs from each word to the one that governs it,
and lets every governor change the status by its row in `lexicon/governors.toml`. Where a link isn't understood there
is no status but a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from zones.passed_over import Reason
from zones.reading.frames.frame import Frame, other_deeds
from zones.reading.frames.match import Deed, goes_away
from zones.reading.governors import Governor, governor, links, modal
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.senders import subject_of
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["Fate", "fate", "negated"]

_AGAINST = frozenset({Status.DENIED, Status.REJECTED, Status.UNDECIDED, Status.UNCONFIRMED})
_NEGATIVE = frozenset(
    {"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "without"}
)
_NEGATED_MODAL = {
    Status.PLANNED: Status.DENIED,
    Status.POSSIBLE: Status.REJECTED,
    Status.PROPOSED: Status.REJECTED,
}
_CONDITION = frozenset({"if", "unless", "until", "once", "provided"})
_PERHAPS = frozenset({"maybe", "perhaps", "possibly", "potentially", "probably"})
_UPWARD = frozenset(
    "xcomp ccomp pcomp acl advcl dobj pobj prep nsubjpass nsubj attr relcl oprd acomp conj dative dep csubj csubjpass"
    " appos amod compound prt agent parataxis nmod".split()
)
_ON_THE_WAY = frozenset({"come", "return", "go", "arrive", "send"})  # "are coming back" tells what will be
_FARTHEST = 14


class Told(Enum):
    """What a deed is while no status is composed."""

    OPEN = "open"
    """Nothing is said of it yet: "to send", "the deployment"."""
    OPEN_NOT = "open, negated"
    """"not to send", "no deployment"."""
    DONE = "done"
    """"sent", "have been deployed"."""
    HABIT = "habit"
    """"monitors", "are patrolling"."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a deed.

    Parameters
    ----------
    status
        One of the closed list; None if there is no claim.
    reason, detail
        Why there is none.
    path
        The words that made the status, from the deed outwards.
    act
        The governor whose subject does the saying: "denied", "proposed".
    saying
        The verb of saying that the deed stands under.
    """

    status: Status | None
    reason: Reason | None = None
    detail: str = ""
    path: tuple[str, ...] = ()
    act: Word | None = None
    saying: Word | None = None


def fate(deed: Deed, *, headline: bool, is_deal: bool = False) -> Fate:
    """Return what becomes of a deed.

    Parameters
    ----------
    deed
        The deed.
    headline
        Whether it stands in a headline, where "to send" means will.
    is_deal
        Whether the sentence goes on about a deal told before ("It provides that ...").
    """
    return _Climb(deed, headline=headline, is_deal=is_deal).fate()


def topic_fate(topic: Word) -> Fate:
    """Return what is said of a matter told before: "the question was not raised", "no decision has been taken"."""
    climb = _Climb(Deed(_TOPIC, topic, {}), headline=False, is_deal=False)
    row = governor(topic)
    if row is not None and topic.is_noun:
        stop = climb._governed(topic, topic, row)
        if stop is not None:
            return Fate(None, *stop)
    stop = climb._climb()
    if stop is not None and stop is not _ENOUGH:
        return Fate(None, *stop, tuple(climb.path), climb.act, climb.saying)
    if climb.state is Status.DISCUSSED and any(
        w.tag == "VBN" and w.lemma == "discuss" and w.has("been") for w in topic.ancestors()
    ):
        return Fate(None, Reason.DONE, "discussed", tuple(climb.path), climb.act, climb.saying)
    return climb._end()


def negated(word: Word, besides: Word | None = None) -> bool:
    """Whether a word is negated by itself, its subject or its object: "not", "no troops will", "nobody".

    What stands under ``besides`` doesn't count: it is negated by itself.
    """
    for child in word.children:
        if child is besides:
            continue
        if child.relation == "neg" or child.lower in {"not", "n't", "never", "neither", "nor"}:
            return True
        if child.relation == "det" and child.lower in {"no", "neither"}:
            return True
        if (
            child.relation in {"nsubj", "nsubjpass", "dobj", "attr", "csubj"}
            and word.is_verb
            and _is_none(child)
        ):
            return True
    return any(_is_none(governed) for governed in word.objects("with") if governed is not besides)


def _is_none(word: Word) -> bool:
    """Whether a noun phrase is "nobody", "no troops", "none of them"."""
    return word.lower in _NEGATIVE or any(
        c.relation == "det" and c.lower in {"no", "neither"} for c in word.children
    )


@dataclass(slots=True)
class _Climb:
    """The way up from a deed."""

    deed: Deed
    headline: bool
    is_deal: bool
    state: Status | Told = Told.OPEN
    path: list[str] = field(default_factory=list)
    act: Word | None = None
    saying: Word | None = None
    condition: bool = False
    inverted: bool = False
    spent: set[int] = field(default_factory=set)
    last: Governor | None = None
    bare: bool = False

    def fate(self) -> Fate:
        self._begin()
        stop = self._climb()
        if stop is not None:
            return Fate(None, *stop, tuple(self.path), self.act, self.saying)
        return self._end()

    # the deed itself

    def _begin(self) -> None:
        trigger = self.deed.trigger
        self.bare = self.deed.frame.bare and not _is_absolute(trigger)
        if trigger.is_verb:
            self.state = self._mood(trigger)
            if (
                trigger.relation == "conj"
                and trigger.head.is_verb
                and self.state in {Told.OPEN, Told.DONE}
                and trigger.kid("nsubj", "nsubjpass") is None
            ):
                shared = self._mood(trigger.head)
                self.state = shared if isinstance(shared, Status) and not trigger.kids("aux") else self.state
            if negated(trigger):
                self.state = _not(self.state)
                self.path.append("not")
        elif trigger.pos == "ADJ" or trigger.lower == "charge":
            pass
        elif negated(trigger):
            self.state = Told.OPEN_NOT
            self.path.append("no")
        done = trigger.is_noun and trigger.head.is_verb and self._mood_above(trigger.head) is Told.DONE
        if not done:
            self._by_frame_of_reference(trigger)
        self._note_condition(trigger)

    def _mood(self, verb: Word) -> Status | Told:
        """Return what a verb by its own form says: will, may, has, to."""
        auxiliaries = verb.kids("aux", "auxpass")
        for auxiliary in auxiliaries:
            status = modal(auxiliary)
            if status is not None:
                self.path.append(auxiliary.lower)
                perhaps = any(child.lower in _PERHAPS for child in verb.children)
                return Status.POSSIBLE if perhaps else Status(status)
        if any(child.lower in _PERHAPS for child in verb.children):
            return Status.POSSIBLE
        if any(a.lower == "to" for a in auxiliaries):
            above = verb.head
            if verb.relation == "xcomp" and above.lower in {"going", "about"}:
                self.path.append(f"{above.lower} to")
                return Status.PLANNED
            if (
                verb.relation in {"xcomp", "advcl"}
                and above.lemma == "be"
                and above.tag in {"VBZ", "VBP", "VBD"}
                and above.kid("attr", "acomp") is None
            ):
                self.path.append("is to")
                return Status.PLANNED
            if self.headline and (verb.is_root or verb.relation in {"acl", "relcl"}):
                self.path.append("to")
                return Status.PLANNED
            return Told.OPEN
        if verb.tag in {"VBG"}:
            be = next((a for a in auxiliaries if a.lemma == "be"), None)
            if be is not None and be.tag in {"VBZ", "VBP"} and verb.lemma in _ON_THE_WAY:
                self.path.append(f"{be.lower} {verb.lower}")
                return Status.PLANNED
            return Told.OPEN if be is None else Told.HABIT
        if any(a.lower == "being" for a in auxiliaries) and not any(
            a.lemma == "be" and a.tag != "VBG" for a in auxiliaries
        ):
            return Told.OPEN
        if verb.tag in {"VB", "VBN"} and (
            not auxiliaries or any(a.tag == "VB" and a.lemma == "be" for a in auxiliaries)
        ):
            return Told.OPEN
        if verb.tag in {"VBZ", "VBP"} or any(
            a.tag in {"VBZ", "VBP"} and a.lemma in {"be", "do"} for a in auxiliaries
        ):
            return Told.HABIT
        return Told.DONE

    def _by_frame_of_reference(self, verb: Word) -> None:
        """Read "under the deal", "according to the plan" beside a deed or above it."""
        for child in verb.children:
            if child.lower not in {"under", "according", "per", "by", "in", "as"} or child.relation not in {
                "prep",
                "advmod",
                "pcomp",
                "advcl",
            }:
                continue
            for word in verb_objects(child):
                if (
                    is_kind(word, "deal")
                    and child.lower in {"under", "according", "per"}
                    and (self.state in {Told.HABIT, Told.OPEN, Status.PLANNED})
                ):
                    self.state = Status.AGREED
                    self.path.append(f"{child.lower} {word.lower}")
                elif (
                    is_kind(word, "draft")
                    and child.lower in {"under", "according"}
                    and self.state in {Told.HABIT, Status.PLANNED}
                ):
                    self.state = Status.PROPOSED if word.lemma != "plan" else Status.PLANNED
                    self.path.append(f"{child.lower} {word.lower}")

    def _note_condition(self, word: Word) -> None:
        if not word.is_verb:
            return
        subject = word.kid("nsubj", "nsubjpass")
        inverted = subject is not None and any(
            a.lower == "should" and a.index < subject.index for a in word.kids("aux")
        )
        self.inverted = self.inverted or inverted
        if any(c.relation == "mark" and c.lower in _CONDITION for c in word.children):
            self.condition = True
        if self.state is Status.PLANNED and any(
            mark.lower in {"if", "unless", "provided"}
            for clause in word.kids("advcl")
            for mark in clause.kids("mark", "advmod")
        ):
            self.state = Status.POSSIBLE
            self.path.append("if")

    # the words above it

    def _climb(self) -> tuple[Reason, str] | None:
        below = self.deed.trigger
        for step, above in enumerate(below.ancestors()):
            if step > _FARTHEST or below.relation not in _UPWARD:
                return self._broken(below)
            if below.relation == "conj" and below.is_verb != above.is_verb and below.pos != "ADP":
                return None
            stop = self._step(below, above)
            if stop is _ENOUGH:
                return None
            if stop is not None:
                return stop
            self._note_condition(above)
            below = above
        return None

    def _broken(self, below: Word) -> tuple[Reason, str] | None:
        if isinstance(self.state, Status):
            return None
        return Reason.STRUCTURE, f"how “{below.text}” hangs together is not understood"

    def _step(self, below: Word, above: Word) -> tuple[Reason, str] | None:
        relation = below.relation
        if _parted(below, above):
            return _ENOUGH
        if relation == "conj":
            return None
        if (
            above.tag == "VBN"
            and above.relation == "advcl"
            and above.kid("aux", "auxpass", "nsubj", "nsubjpass") is None
            and governor(above) is not None
        ):
            return Reason.TALKED_ABOUT, f"{above.lower} about it"
        if above.pos in {"ADP", "PART", "SCONJ"}:
            return self._preposition(above)
        row = governor(above)
        if is_saying(above) and relation in {"ccomp", "parataxis", "advcl"} and not self._governs(above, row):
            return self._said(above)
        if relation == "relcl" and isinstance(self.state, Status):
            return None if "would" in self.path and not self.saying else _ENOUGH
        row = self._governing(below, above, row)
        if row is not None:
            return self._governed(below, above, row)
        if above.is_verb:
            return self._plain_verb(below, above)
        if above.is_noun:
            return self._plain_noun(below, above)
        return None

    def _governs(self, above: Word, row: Governor | None) -> bool:
        """Whether a verb of saying does more than say: "suggested sending", "could not confirm that"."""
        if row is None or row.by_deal is not None:
            return False
        return self.state in {Told.OPEN, Told.OPEN_NOT, Status.PROPOSED} or (
            negated(above) and row.no not in {"?", "keep"}
        )

    def _preposition(self, above: Word) -> tuple[Reason, str] | None:
        if (
            above.lower in {"on", "about", "regarding", "concerning"}
            and is_saying(above.head)
            and self.last is not None
        ):
            return Reason.TALKED_ABOUT, f"spoken of {above.lower} it"
        if (
            self.bare
            and above.lower == "for"
            and above.head.lemma in {"offer", "provide", "pledge", "promise"}
        ):
            return Reason.TALKED_ABOUT, "for"
        if above.lower == "against" and not isinstance(self.state, Status):
            self.state = Status.REJECTED
            self.path.append("against")
        elif above.lower not in links("prepositions") and self.deed.frame.name in {"forces", "deployment"}:
            if above.pos == "ADP" and not isinstance(self.state, Status):
                return Reason.TALKED_ABOUT, above.lower
        return None

    def _said(self, above: Word) -> tuple[Reason, str] | None:
        self.saying = above
        if negated(above):
            return Reason.TALKED_ABOUT, f"not {above.lower}"
        return _ENOUGH

    def _governing(self, below: Word, above: Word, row: Governor | None) -> Governor | None:
        """Return the governor that a word is, or that stands beside the deed under a light verb: "is in talks about"."""
        if row is not None and row.by_deal is not None and row.yes == "keep" and not self._has_deal(above):
            row = None
        if row is not None and self.bare and not row.bare and not isinstance(self.state, Status):
            return None
        if (
            row is not None
            and above.lemma in {"call", "push", "appeal"}
            and above.is_verb
            and below.relation not in {"prep", "xcomp"}
        ):
            return None
        if row is not None:
            return row
        if above.is_verb and above.lemma in links("verbs") or above.kid("oprd") is not None:
            return self._beside(below, above)
        return None

    def _beside(self, below: Word, above: Word) -> Governor | None:
        if below.relation in {"conj", "relcl", "acl"}:
            return None
        if above.lemma == "be" and any(
            w.lemma == "question"
            for out in above.kids("prep", "advmod")
            if out.lower == "out"
            for w in out.objects("of") + out.kids("pobj")
        ):
            self.path.append("out of the question")
            self.state = Status.DENIED
            self.act = self.act or None
            return None
        if above.lemma == "be" and self._is_part_of_deal(below, above):
            self.path.append("part of the deal")
            self.state = Status.AGREED
            return None
        within = above.objects("in", "under")
        for word in above.kids("dobj", "attr", "acomp", "oprd", "nsubj", "nsubjpass") + within:
            if word in within and (governor(word) is None or governor(word).yes != "discussed"):
                continue
            if word is below or self.deed.trigger.is_under(word) or word.index in self.spent:
                continue
            row = governor(word)
            if row is not None and not (word.relation == "nsubj" and row.yes == "keep"):
                self.spent.add(word.index)
                self._apply(
                    row,
                    no=negated(word) != negated(above, besides=word),
                    mood=self._mood_above(above),
                    word=word,
                )
                self.spent.add(above.index)
                return None
        return None

    def _is_part_of_deal(self, below: Word, verb: Word) -> bool:
        """Whether a deed is what a deal consists of: "part of it are joint patrols"."""
        other = next((w for w in verb.kids("nsubj", "attr") if w is not below), None)
        if other is None or below.relation not in {"nsubj", "attr"}:
            return False
        whole = other.objects("of")
        return any(is_kind(w, "deal") or (self.is_deal and w.lower == "it") for w in whole)

    def _governed(self, below: Word, above: Word, row: Governor) -> tuple[Reason, str] | None:
        no = negated(above)
        if above.is_noun:
            verb = self._verb_of(above)
            if (
                row.yes == "agreed"
                and above.has("a", "an", "any")
                and (verb is None or self._mood_above(verb) is not Told.DONE)
            ):
                return Reason.TALKED_ABOUT, f"{above.text} in general"
            if verb is not None and negated(verb, besides=above):
                no = not no
            if verb is not None:
                self.spent.add(verb.index)
        elif above.index in self.spent:
            no = False
        if above.lemma in {"decide", "determine", "agree"} and _is_undecided(above):
            row, no = Governor(above.lemma, "undecided", "undecided", "none", bare=True), False
        subject = above.kid("nsubj") if above.is_verb else None
        if subject is not None and any(
            a.lower == "should" and a.index < subject.index for a in above.kids("aux")
        ):
            return _ENOUGH  # "should the Council so decide"
        asked = above.lemma == "consult" and below.relation in {"dobj", "conj"}
        if (
            self.bare
            and (below.relation == "nsubj" or asked)
            and above.is_verb
            and not isinstance(self.state, Status)
        ):
            return Reason.TALKED_ABOUT, above.lower
        if (
            subject is not None
            and subject.pos == "NOUN"
            and says_by_itself(row, no=no)
            and not (_may_act(subject) or subject.text[:1].isupper())
        ):
            return Reason.STRUCTURE, f"{subject.text} {above.text}"
        deal = self._has_deal(above)
        mood = self._mood_above(above) if above.is_verb else Told.DONE
        self._apply(row, no=no, mood=mood, word=above, deal=deal)
        if (
            subject is not None
            and not (subject.pos == "NOUN" and is_kind(subject, "force"))
            and says_by_itself(row, no=no)
        ):
            self.act = above
        if above.is_verb:
            self._by_frame_of_reference(above)
        return None

    def _verb_of(self, noun: Word) -> Word | None:
        """Return the verb that tells of a governing noun: "no decision has been MADE", "is not in TALKS"."""
        above = noun.head
        if noun.relation == "pobj" and above.pos == "ADP":
            above = above.head
        light = above.is_verb and (
            above.lemma in links("verbs")
            or noun.relation in {"nsubj", "nsubjpass"}
            or governor(above) is None
        )
        return above if light and not noun.is_root else None

    def _mood_above(self, verb: Word) -> Status | Told:
        kept = list(self.path)
        mood = self._mood(verb)
        self.path[:] = kept
        return mood

    def _apply(self, row: Governor, *, no: bool, mood: Status | Told, word: Word, deal: bool = False) -> None:
        effect = row.no if no else (row.by_deal if deal and row.by_deal else row.yes)
        if deal and row.by_deal and is_draft(word):
            effect = Status.PLANNED
        self.path.append(f"not {word.lower}" if no else word.lower)
        self.last = row
        if effect == "keep" and self.state is Told.OPEN and isinstance(mood, Status):
            self.state = mood
        subjunctive = self.deed.trigger.tag in {"VBP", "VB"}
        self.state = _composed(self.state, effect, mood, subjunctive=subjunctive)

    def _has_deal(self, verb: Word) -> bool:
        subject = subject_of(verb) if verb.is_verb else None
        if subject is None:
            return False
        return is_kind(subject, "deal", "draft") or (self.is_deal and subject.lower in {"it", "this", "that"})

    def _plain_verb(self, below: Word, above: Word) -> tuple[Reason, str] | None:
        other = other_deeds().get((above.lemma, "v"))
        is_link = above.lemma in links("verbs")
        if other is not None and not is_link and not isinstance(self.state, Status):
            return other, above.lower
        if goes_away(above) and not isinstance(self.state, Status):
            return Reason.LEAVING, above.lower
        if isinstance(self.state, Status):
            return self._later(below, above)
        if above.lemma == "ought":
            self.path.append("ought")
            self.state = Status.PROPOSED if self.state is Told.OPEN else Status.REJECTED
            return None
        mood = self._mood_above(above)
        if self.headline and mood is Told.HABIT and above.lemma in {"begin", "start"} and not self.bare:
            mood = Status.PLANNED
        if self.state in {Told.OPEN, Told.OPEN_NOT} and not self.bare:
            if isinstance(mood, Status) and below.relation in {
                "xcomp",
                "advcl",
                "nsubj",
                "nsubjpass",
                "dobj",
                "prep",
                "pcomp",
            }:
                self.path.append(above.lower)
                self.state = _not(mood) if negated(above) or self.state is Told.OPEN_NOT else mood
                return None
            if is_link or below.relation in {"ccomp", "csubj"}:
                return None
            if mood in {Told.DONE, Told.HABIT}:
                return Reason.TALKED_ABOUT, above.lower
        if self.bare and not is_link:
            return Reason.TALKED_ABOUT, above.lower
        return None

    def _later(self, below: Word, above: Word) -> tuple[Reason, str] | None:
        """Take in a negation that comes after the status is made: "the offer did not come up"."""
        if below.relation in {"advcl", "ccomp", "parataxis", "relcl", "acl"}:
            return _ENOUGH
        if (
            negated(above)
            and above.index not in self.spent
            and self.last is not None
            and self.state not in _AGAINST
        ):
            effect = self.last.no
            self.path.append(f"not {above.lower}")
            self.state = _composed(self.state, effect, Told.DONE)
        return None

    def _plain_noun(self, below: Word, above: Word) -> tuple[Reason, str] | None:
        if isinstance(self.state, Status):
            return _ENOUGH if below.relation in {"acl", "relcl", "appos"} else None
        other = other_deeds().get((above.lemma, "n"))
        if other is not None:
            return other, above.lower
        if self.bare and not is_kind(above, "share", "coming", "act", "topic", "deal", "draft", "post"):
            return Reason.TALKED_ABOUT, above.lower
        return None

    # the outcome

    def _end(self) -> Fate:
        if (
            self.state in {Status.PLANNED, Status.POSSIBLE}
            and (by := _announced(self.deed.trigger)) is not None
        ):
            self.state = Status.PROPOSED
            self.path.append(by)
        told = tuple(self.path)
        if isinstance(self.state, Status):
            unsure = {Status.PLANNED, Status.AGREED} if not self.inverted else set(Status) - _AGAINST
            if (self.condition or self.inverted) and self.state in unsure:
                return Fate(None, Reason.CONDITION, "", told, self.act, self.saying)
            return Fate(self.state, path=told, act=self.act, saying=self.saying)
        reason = {
            Told.OPEN: Reason.TALKED_ABOUT,
            Told.OPEN_NOT: Reason.TALKED_ABOUT,
            Told.DONE: Reason.DONE,
            Told.HABIT: Reason.ALREADY_THERE,
        }[self.state]
        return Fate(None, reason, "", told, self.act, self.saying)


_ENOUGH: tuple[Reason, str] = (Reason.NO_FRAME, "")
_TOPIC = Frame(
    name="topic", deed="come", verbs=frozenset(), nouns=frozenset(), adjectives=frozenset(), avoid=frozenset(),
    without=frozenset(), slots={}, sender=(), needs_force=False, bare=False,
)  # fmt: skip
"""Stands for the deed told before, where a sentence takes it up as "the matter" or "it"."""


def _is_absolute(word: Word) -> bool:
    """Whether forces with their place hang on a clause by "with": ", with Omani troops in the north"."""
    if word.relation == "nsubj" and word.head.relation == "pcomp" and word.head.head.lower == "with":
        return True
    hung = word.relation == "pobj" and word.head.lower == "with" and word.head.head.is_verb
    return hung and bool(
        word.objects("in", "at", "along", "on", "around", "to", "between") or word.kids("acl")
    )


def says_by_itself(row: Governor, *, no: bool) -> bool:
    """Whether a governor is an act of speech, whose subject says what it says: "proposed", "would not accept"."""
    return (row.no if no else row.yes) in {"proposed", "denied", "rejected", "possible"}


def _may_act(subject: Word) -> bool:
    """Whether a noun is somebody who asks and refuses; a deal or a matter may stand for those behind it."""
    return is_kind(
        subject,
        "office",
        "body",
        "group",
        "force",
        "loose_force",
        "speaker",
        "deal",
        "draft",
        "topic",
        "share",
    )


def _announced(trigger: Word) -> str | None:
    """Return the word before a colon that makes a proposal of what follows: "have this idea: the Danes might ..."."""
    words = trigger.tree.words
    colon = next((w.index for w in reversed(words[: trigger.index]) if w.text == ":"), None)
    for word in words[: colon or 0]:
        row = governor(word)
        if row is not None and row.yes == "proposed" and row.sends != "object":
            return word.lower
    return None


def _parted(below: Word, above: Word) -> bool:
    """Whether a semicolon stands between two clauses."""
    first, last = sorted((below.index, above.index))
    return any(word.text == ";" for word in below.tree.words[first:last])


def verb_objects(child: Word) -> list[Word]:
    """Return what a preposition governs, "according to" included."""
    return child.kids("pobj", "pcomp") + child.objects()


def is_draft(word: Word) -> bool:
    """Whether the subject of a verb is a plan, not yet a deal."""
    subject = subject_of(word) if word.is_verb else None
    return subject is not None and is_kind(subject, "draft")


def _is_undecided(verb: Word) -> bool:
    """Whether a decision is still open: "has yet to decide", "decide whether to send"."""
    whether = any(
        mark.lower in {"whether", "if"}
        for clause in verb.kids("ccomp", "xcomp", "advcl")
        for mark in clause.subtree()
        if mark.relation in {"mark", "advmod"}
    )
    return whether or verb.has("yet") or (verb.head.is_verb and verb.head.has("yet"))


def _not(state: Status | Told) -> Status | Told:
    if isinstance(state, Status):
        return _NEGATED_MODAL.get(state, state)
    return Told.OPEN_NOT if state is Told.OPEN else state


def _composed(
    inner: Status | Told, effect: str, mood: Status | Told, *, subjunctive: bool = False
) -> Status | Told:
    """Return the status of a deed with a governor's effect put on top of it."""
    if effect in {"?", "keep"}:
        return inner
    outer = Status(effect)
    if inner is Told.HABIT and outer is Status.PROPOSED and subjunctive:
        return outer
    if inner in {Told.DONE, Told.HABIT} and outer not in _AGAINST and outer is not Status.AGREED:
        return inner
    if inner is Told.DONE:
        return inner if outer is Status.AGREED else outer
    if inner is Told.OPEN_NOT and outer not in _AGAINST:
        return Status.DENIED
    if inner in _AGAINST and outer not in _AGAINST:
        return inner  # agreed not to send
    if inner in _AGAINST and outer in {Status.DENIED}:
        return outer
    if outer in _AGAINST:
        return outer
    if mood is Status.POSSIBLE:
        return Status.POSSIBLE
    if mood is Status.PROPOSED and outer in {Status.AGREED, Status.PLANNED}:
        return Status.PROPOSED
    if mood in {Status.PLANNED, Told.OPEN} and outer is Status.AGREED:
        return inner if isinstance(inner, Status) else Status.PLANNED
    ranked = (Status.DISCUSSED, Status.PROPOSED, Status.POSSIBLE)
    if inner in ranked and outer in {Status.PLANNED, Status.POSSIBLE}:
        return inner
    if inner is Status.DISCUSSED and outer in {Status.AGREED, Status.PROPOSED}:
        return inner
    return outer
