"""What becomes of a deed: the status composed from its verb outwards through everything that governs it.

The way starts at the deed's own mood ("will", "could", "to send"), climbs from each word to the one that governs it,
and lets every governor change the status by its row in `lexicon/governors.toml`. Where a link isn't understood there
is no status but a reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from zones.passed_over import Reason
from zones.reading.beside import companions, doubt, is_offer, may_act, predicate, verb_of
from zones.reading.circumstances import (
    announcing,
    by_paper,
    in_draft,
    is_absolute,
    is_part_of_deal,
    is_undecided,
    is_unsettled,
    stands_for_deal,
)  # fmt: skip
from zones.reading.clauses import (
    has_condition,
    is_asked,
    is_asked_about,
    is_circumstance,
    is_conditioned,
    is_content,
    is_exceptive,
    is_inverted,
    is_left_out,
    is_not_to,
    is_parted,
    is_supposed,
)  # fmt: skip
from zones.reading.composition import AGAINST, composed, negation
from zones.reading.frames.frame import Frame, other_deeds
from zones.reading.frames.match import Deed
from zones.reading.frames.senses import goes_away
from zones.reading.governors import Governor, governor, links
from zones.reading.mood import Mood, State, Told, is_unreal, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import doer_of, subject_of
from zones.status import Status

__all__ = ["Fate", "fate", "topic_fate"]

_UPWARD = frozenset(
    {
        "xcomp", "ccomp", "pcomp", "acl", "advcl", "dobj", "pobj", "prep", "nsubjpass", "nsubj", "attr", "relcl",
        "oprd", "acomp", "conj", "dative", "dep", "csubj", "csubjpass", "appos", "amod", "compound", "prt", "agent",
        "parataxis", "nmod",
    }
)  # fmt: skip
_OF_SUBJECT = frozenset({"nsubj", "xcomp", "csubj", "attr", "prep"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj"})
_MOVED = frozenset({"csubj", "xcomp", "advcl", "nsubj", "nsubjpass", "dobj", "prep", "pcomp", "acomp"})
_FARTHEST = 14  # words from a deed to the top of its sentence
_OFFERING = frozenset({"offer", "provide", "pledge", "promise"})
_DECIDING = frozenset({"decide", "determine", "vote", "decision"})
_DISCLOSING = frozenset({"say", "tell", "reveal", "disclose", "specify", "announce", "state"})
_GENERAL = (Reason.TALKED_ABOUT, "in general")


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
    decided
        The verb of agreeing whose day is that of the decision.
    plain
        Whether the deed's own words made the status, and nothing that governs it: "there will be no forces".
    unsaid
        Whether somebody would not say whether it will be.
    """

    status: Status | None
    reason: Reason | None = None
    detail: str = ""
    path: tuple[str, ...] = ()
    act: Word | None = None
    saying: Word | None = None
    decided: Word | None = None
    plain: bool = False
    unsaid: bool = False


def fate(deed: Deed, *, headline: bool, after_deal: bool = False) -> Fate:
    """Return what becomes of a deed.

    Parameters
    ----------
    deed
        The deed.
    headline
        Whether it stands in a headline, where "to send" means will.
    after_deal
        Whether the sentence before tells of a deal ("It provides that ...").
    """
    climb = _Climb(deed, headline=headline, after_deal=after_deal)
    return climb.outcome()


def topic_fate(topic: Word) -> Fate:
    """Return what is said of a matter told before: "the question was not raised", "no decision has been taken"."""
    climb = _Climb(Deed(_TOPIC, topic, {}))
    told = climb.outcome(governor(topic) if topic.is_noun else None)
    past = any(w.tag == "VBN" and w.lemma == "discuss" and w.has("been") for w in topic.ancestors())
    if told.status is Status.DISCUSSED and past:
        return Fate(None, Reason.DONE, "discussed", told.path)
    return told


class _Stop(Exception):  # noqa: N818 - the end of the way up, not an error
    """The way up ends; without a reason, what is known suffices."""

    def __init__(self, reason: Reason | None = None, detail: str = "") -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


@dataclass(slots=True)
class _Climb:
    """The way up from a deed: the state so far, and the words that made it."""

    deed: Deed
    headline: bool = False
    after_deal: bool = False
    state: State = Told.OPEN
    path: list[str] = field(default_factory=list)
    act: Word | None = None
    saying: Word | None = None
    decided: Word | None = None
    conditioned: bool = False
    supposed: bool = False
    asked: bool = False
    inverted: bool = False
    bare: bool = False
    unsaid: bool = False
    last: Governor | None = None
    spent: set[int] = field(default_factory=set)

    @property
    def has_status(self) -> bool:
        """Whether a status is composed already."""
        return isinstance(self.state, Status)

    def begin(self) -> None:
        """Take the state of the deed's own verb or noun."""
        trigger = self.deed.trigger
        subjects = (subject_of(verb) for verb in (trigger, trigger.head) if verb.is_verb)
        around = (trigger, *self.deed.slots.values(), *subjects)
        if any(word is not None and is_exceptive(word) for word in around):
            raise _Stop(Reason.TALKED_ABOUT, "but")  # "no forces but those of the UN"
        self.bare = self.deed.frame.bare and not is_absolute(trigger)
        if trigger.is_verb:
            self._own_mood(trigger)
        elif trigger.is_noun and negated(trigger):
            self.state = Told.OPEN_NOT
            self.path.append("no")
        done = trigger.is_noun and trigger.head.is_verb and mood(trigger.head).state is Told.DONE
        if not done:
            self._by_paper(trigger)
        self._note_condition(trigger)

    def _own_mood(self, verb: Word) -> None:
        found = mood(verb, headline=self.headline)
        own = verb.kid("nsubj", "nsubjpass") or next((w for w in verb.kids("aux") if w.lower != "to"), None)
        shares = verb.relation == "conj" and verb.head.is_verb and own is None
        if shares and not any(word.kid("cc") is not None for word in (verb, verb.head)):
            raise _Stop(Reason.STRUCTURE, f"how “{verb.lower}” is joined to “{verb.head.lower}”")
        if shares and found.state in {Told.OPEN, Told.DONE}:
            above = mood(verb.head, headline=self.headline)
            found = above if isinstance(above.state, Status) else found
        self.asked = is_asked(verb)
        if verb.lemma == "pledge" and found.state is Told.DONE and not negated(verb):
            found = Mood(Status.PLANNED)  # "have pledged 200 soldiers"
        self.state = Told.OPEN if self.asked else found.state
        self.path += [found.word] if found.word is not None else []
        if found.word == "is to":
            joined = verb.head.relation == "conj" and verb.head.kid("nsubj", "nsubjpass") is None
            self._by_paper(verb.head.head if joined else verb.head)
        described = verb.relation in {"acl", "relcl"} and verb.head in self.deed.slots.values()
        if (
            (described and negated(verb.head))
            or negated(verb)
            or (found.word is not None and found.word.endswith(" to") and is_not_to(verb))
        ):
            self.state = Status.UNDECIDED if found.word == "might" else negation(self.state)
            self.path.append("not")

    def _by_paper(self, verb: Word) -> None:
        found = by_paper(verb, self.state)
        if found is not None:
            self.state = found.state
            self.path.append(found.word or "")

    def _note_condition(self, word: Word) -> None:
        self.inverted = self.inverted or is_inverted(word)
        self.conditioned = self.conditioned or is_conditioned(word)
        self.supposed = self.supposed or is_supposed(word)
        if self.state is Status.PLANNED and has_condition(word):
            self.state = Status.POSSIBLE
            self.path.append("if")

    def outcome(self, own: Governor | None = None) -> Fate:
        """Climb to the top and return what becomes of the deed; ``own`` is what its word governs by itself."""
        try:
            if self.deed.frame is not _TOPIC:
                self.begin()
            if own is not None:
                self.govern(self.deed.trigger, self.deed.trigger, own)
            self._climb()
        except _Stop as stop:
            if stop.reason is not None:
                return Fate(None, stop.reason, stop.detail, tuple(self.path), self.act, self.saying)
        return self._end()

    def _climb(self) -> None:
        below = self.deed.trigger
        for step, above in enumerate(below.ancestors()):
            if step > _FARTHEST or below.relation not in _UPWARD:
                if not self.has_status:
                    raise _Stop(Reason.STRUCTURE, f"how “{below.text}” hangs together is not understood")
                return
            aside = (
                below.relation in {"advcl", "relcl", "parataxis"}
                and below.kid("nsubj", "nsubjpass") is not None
            )
            if self.bare and not self.has_status and below.is_verb and aside:
                raise _Stop(Reason.TALKED_ABOUT, below.lower)
            if below.relation == "conj" and below.is_verb != above.is_verb and below.pos != "ADP":
                return
            if is_parted(below, above) or is_circumstance(below):
                return
            if below.relation != "conj":
                self._step(below, above)
            self._note_condition(above)
            below = above

    def _step(self, below: Word, above: Word) -> None:
        if is_asked_about(above):
            raise _Stop(Reason.TALKED_ABOUT, f"{above.lower} about it")
        passed_on = is_saying(above.head) and above.lower in {"known", "clear", "plain", "understood"}
        if passed_on or above.lower == "including":
            return  # "let it be known that"; "monitoring forces, including Omani police, will be deployed"
        if above.lemma == "let" and any(word.lower == "known" for word in above.kids("ccomp")):
            self.saying = above
            raise _Stop
        if above.pos in {"ADP", "PART", "SCONJ"}:
            self._preposition(above)
            return
        row = governor(above)
        spoken = below.relation in {"ccomp", "parataxis", "advcl"}
        said = is_saying(above) and (mood(above).state is not Told.OPEN or above.head.lower == "as")
        refusing = _refusing(above) if spoken else None
        if (said or refusing is above.head) and spoken and not self._does_more_than_say(above, row):
            self._hand_on(below, above, refusing)
        if below.relation == "relcl" and self.state not in {Told.OPEN, Told.OPEN_NOT}:
            self._described(below, above)
            return
        row = self._fitting(below, above, row)
        if row is not None:
            self.govern(below, above, row)
        elif self._beside(below, above):
            return
        elif above.is_verb:
            self._plain_verb(below, above)
        elif above.is_noun:
            self._plain_noun(below, above)
        elif above.pos == "ADJ" and below.relation in _CLAUSES:
            raise _Stop(Reason.STRUCTURE, f"what “{above.lower}” makes of it")

    def _hand_on(self, below: Word, above: Word, refusing: Word | None) -> NoReturn:
        """End the way up at a verb of saying; what somebody would not say is nothing, or undecided after "whether"."""
        self.saying = refusing or above
        if refusing is None:
            raise _Stop
        if not is_asked(below) or above.lemma not in _DISCLOSING:
            raise _Stop(Reason.TALKED_ABOUT, f"not {above.lower}")
        self.state, self.unsaid = Status.UNDECIDED, True
        self.path.append(f"not {above.lower} whether")
        raise _Stop

    def _described(self, below: Word, above: Word) -> None:
        """Pass from a relative clause to its noun, where what becomes of the noun becomes of the deed."""
        fought = _fought_over(above) if _is_past(below) else None
        if fought is not None:
            raise _Stop(Reason.FIGHTING, fought.lower)
        row = governor(above)
        if is_content(below) and row is not None:  # "the story that his army would join"
            self.govern(below, above, row)
            return
        form = mood(below).state
        provides = governor(above.head) if above.relation == "dobj" else None
        if provides is not None and provides.by_deal is not None and self._is_of_deal(above.head):
            self._apply(provides, above.head, no=negated(above.head), form=mood(above.head).state)
            raise _Stop  # "the deal foresees checkpoints that they will put up"
        if self.has_status and self._is_refused(above):
            raise _Stop
        if self.state is Status.AGREED and is_kind(above, "deal") and self.path[-1].endswith(above.lower):
            raise _Stop  # "signed a deal under which they would patrol"
        drafted = is_kind(above, "draft") and isinstance(form, Status)  # "a plan by which they will patrol"
        if not self.has_status or not ("would" in self.path or drafted or form is Told.OPEN):
            raise _Stop

    def _is_refused(self, noun: Word) -> bool:
        """Apply the refusal of a noun to what its clause tells: "rejects any part that Peru might play"."""
        verb = noun.head if noun.relation in {"dobj", "nsubjpass"} else None
        row = governor(verb) if verb is not None else None
        if verb is None or row is None or row.yes != "rejected" or negated(verb):
            return False
        self.act = verb
        self._apply(row, verb, no=False, form=mood(verb).state)
        return True

    def _does_more_than_say(self, above: Word, row: Governor | None) -> bool:
        """Whether a verb of saying governs, too: "suggested sending", "could not confirm that"."""
        if row is None:
            return False
        if row.by_deal is not None:
            return self._is_of_deal(above)
        open_still = self.state in {Told.OPEN, Told.OPEN_NOT, Status.PROPOSED}
        return open_still or (negated(above) and row.no not in {"?", "keep"})

    def _preposition(self, above: Word) -> None:
        if above.relation == "agent" and not self.deed.frame.bare:
            # "backed by those who would"
            raise _Stop(*(() if self.has_status else (Reason.TALKED_ABOUT, above.lower)))
        if is_left_out(above):
            raise _Stop(Reason.TALKED_ABOUT, above.lower)
        if above.lower in {"on", "about", "regarding", "concerning"} and is_saying(above.head) and self.last:
            raise _Stop(Reason.TALKED_ABOUT, f"spoken of {above.lower} it")
        row = governor(above.head)
        if self.bare and above.lower == "with" and row is not None and row.yes in {"discussed", "agreed"}:
            # who is talked or agreed with, not about
            raise _Stop(Reason.TALKED_ABOUT, f"{above.head.lower} with")
        if self.bare and above.lower in {"about", "on"} and above.head.lemma == "ask":
            raise _Stop(Reason.TALKED_ABOUT, f"asked {above.lower}")
        if self.bare and above.lower == "for" and above.head.lemma in _OFFERING:
            raise _Stop(Reason.TALKED_ABOUT, "for")
        if above.lower == "from" or (above.lower == "of" and above.head.lower == "short"):
            raise _Stop(Reason.TALKED_ABOUT, f"{above.head.lower} {above.lower}")  # "keep from", "short of"
        if above.lower == "against" and not self.has_status:
            no = negated(above.head)
            self.state = Status.POSSIBLE if no else Status.REJECTED
            self.path.append("not against" if no else "against")
            self.act = above.head if subject_of(above.head) is not None else None  # "decided against sending"
        apart = above.pos == "ADP" and above.lower not in {*links("prepositions"), "against"}
        if apart and not self.has_status and self.deed.frame.name in {"forces", "deployment"}:
            raise _Stop(Reason.TALKED_ABOUT, above.lower)

    # governors

    def _fitting(self, below: Word, above: Word, row: Governor | None) -> Governor | None:
        """Return the governor that a word is, if it governs what is below it."""
        if row is None:
            return None
        if row.by_deal is not None and row.yes == "keep" and not self._is_of_deal(above):
            return None
        if self.bare and not row.bare and not self.has_status:
            return None
        calls = above.is_verb and above.lemma in {"call", "push", "appeal"}
        return None if calls and below.relation not in {"prep", "xcomp"} else row

    def govern(self, below: Word, above: Word, row: Governor) -> None:
        """Let a governor change the state."""
        unsettled = "undecided" if is_undecided(above) else "unconfirmed" if is_unsettled(above) else None
        if unsettled is not None:
            row, no = Governor(above.lemma, unsettled, unsettled, "none", bare=True), False
        else:
            no = self._is_negated(below, above, row)
        own = above.is_verb and (above.kid("nsubj", "nsubjpass") is not None or above.relation == "xcomp")
        subject = doer_of(above) if own else None
        self._stop_at_unsaid(below, above, against=(row.no if no else row.yes) in {"denied", "rejected"})
        if is_inverted(above):  # "should the Council agree, Peru would send"
            self.state = Status.POSSIBLE if self.state is Status.PLANNED else self.state
            raise _Stop
        given = above.lemma in _OFFERING and below is self.deed.trigger and below.has("the")
        if self.bare and given:
            raise _Stop(Reason.TALKED_ABOUT, above.lower)  # "offered the UN force more troops"
        lets = above.lemma in {"let", "allow", "permit"} and above.kid("ccomp", "xcomp") is not None
        if self.bare and above.is_verb and not self.has_status and (lets or _is_beside_point(below, above)):
            raise _Stop(Reason.TALKED_ABOUT, above.lower)
        speaks = (row.no if no else row.yes) in {"proposed", "denied", "rejected", "possible"}
        if subject is not None and speaks and not may_act(subject):
            raise _Stop(Reason.STRUCTURE, f"{subject.text} {above.text}")
        declined = above.lemma in {"decline", "refuse", "reject"} and is_offer(below) and not no
        if declined:  # "their offer was declined": by another
            row = Governor(above.lemma, "rejected", "possible", "none", bare=True)
        taken = above.lemma in _DECIDING and above.relation in {"nsubjpass", "dobj"}
        told_by = above if above.is_verb else verb_of(above) if taken else None
        self._apply(row, above, no=no, form=mood(told_by).state if told_by is not None else Told.DONE)
        pledges = above.is_verb and above.lemma in {"pledge", "vow", "promise", "announce"}
        if (
            unsettled is None
            and no
            and row.no == "unconfirmed"
            and above.is_noun
            and above.relation == "dobj"
        ):
            self.act = above.head  # "the ministry has no information"
        own_force = subject is not None and subject.pos == "NOUN" and is_kind(subject, "force")
        if subject is not None and (speaks or pledges) and not own_force:
            self.act = above
        if above.is_verb:
            self._by_paper(above)
        if above.is_verb and row.yes == "agreed" and self.state is Status.AGREED:
            self.decided = above

    def _stop_at_unsaid(self, below: Word, above: Word, *, against: bool) -> None:
        """End the way up where nothing is said of the deed: "refused to say whether", "settled the question"."""
        if above.is_verb and is_unreal(above):
            raise _Stop(Reason.TALKED_ABOUT, f"would have {above.lower}")
        if (
            above.is_verb
            and below is self.deed.trigger
            and below.has("any")
            and mood(above).state is not Told.DONE
        ):
            row = governor(above)
            if row is not None and row.yes == "agreed" and not row.permits and not negated(above):
                raise _Stop(*_GENERAL)  # "parliament has to approve any deployment"
        had = above.relation == "acomp" and any(aux.lower == "had" for aux in above.head.kids("aux"))
        if had and above.lemma in {"due", "set", "about"}:
            raise _Stop(Reason.TALKED_ABOUT, f"had been {above.lower}")
        unsaid = next((w for w in (below, *above.kids("xcomp")) if w.is_verb and is_saying(w)), None)
        if unsaid is not None and unsaid is not self.deed.trigger and against:
            raise _Stop(Reason.TALKED_ABOUT, f"{above.lower} to {unsaid.lower}")
        if above.lemma == "settle" and is_kind(below, "topic"):
            raise _Stop(Reason.TALKED_ABOUT, "settled")

    def _is_negated(self, below: Word, above: Word, row: Governor) -> bool:
        """Whether a governor is negated: a noun also by the verb that tells of it, "no decision has been made"."""
        # its own "no" is in the state already
        counted = below is self.deed.trigger or governor(below) is not None
        no = negated(above, besides=below if counted else None)
        if above.relation == "acomp" and above.head.index not in self.spent:
            self.spent.add(above.head.index)
            return no != negated(above.head, besides=above)  # "is not averse to"
        if not above.is_noun:
            return no and above.index not in self.spent
        verb = verb_of(above)
        general = above.has("a", "an", "any") and (verb is None or mood(verb).state is not Told.DONE)
        none = above.head.is_verb and negated(above.head)  # "did not include any deal to"
        signs = governor(above.head)
        signed = signs is not None and signs.lemma == "sign_deal"  # "signed an agreement on"
        if row.yes == "agreed" and general and not none and not signed:
            raise _Stop(*_GENERAL)
        if verb is None:
            return no
        self.spent.add(verb.index)
        return no != negated(verb, besides=above)

    def _beside(self, below: Word, above: Word) -> bool:
        """Apply a governor that stands beside the deed under a light verb: "is in talks about"; say if there is one."""
        light = above.is_verb and (above.lemma in links("verbs") or above.kid("oprd") is not None)
        if not light or below.relation in {"conj", "relcl", "acl"}:
            return False
        said = predicate(above) if below.relation in _OF_SUBJECT else None
        if said is not None:
            no = negated(above) and above.index not in self.spent
            self._apply(said, above, no=no, form=mood(above).state, word=said.lemma)
            self.spent.add(above.index)
            return True
        if self._is_existential(below, above):
            return True
        if is_part_of_deal(below, above, after_deal=self.after_deal):
            self.path.append("part of the deal")
            self.state = Status.AGREED
            return True
        for word in companions(above):
            row = governor(word)
            if row is None or word is below or self.deed.trigger.is_under(word) or word.index in self.spent:
                continue
            if (word.relation == "nsubj" and row.yes == "keep") or (self.bare and not row.bare):
                continue
            no = negated(word) != negated(above, besides=word)
            self._apply(row, word, no=no, form=mood(above).state)
            self.spent |= {word.index, above.index}
            return False
        return False

    def _is_existential(self, below: Word, above: Word) -> bool:
        """Take the status of "there will be Omani observers", "there would be no role for them"; say if it has one."""
        form = mood(above, headline=self.headline).state
        there = above.lemma == "be" and above.kid("expl") is not None and below.relation in {"attr", "nsubj"}
        if not there or not isinstance(form, Status) or self.has_status:
            return False
        self.path += ["there", above.lower]
        self.state = negation(form) if negated(above) or self.state is Told.OPEN_NOT else form
        return True

    def _apply(self, row: Governor, above: Word, *, no: bool, form: State, word: str | None = None) -> None:
        effect = row.no if no else row.yes
        name = word or above.lower
        if row.by_deal is not None and self._is_of_deal(above):  # "did not include any deal to send"
            effect = "denied" if no else in_draft(subject_of(above)) or row.by_deal
        if effect == "undecided" and above.relation == "dobj" and self._is_of_deal(above.head):
            effect = "denied"  # "the deal contains no agreement on sending"
        if not no and row.done is not None and form is Told.DONE:
            effect = row.done
        ahead = isinstance(form, Status) and above.lemma in _DECIDING
        if effect == "agreed" and (self.asked or ahead):
            # "whether they come is for the parliament to decide", "will decide on sending"
            effect = "undecided"
        if effect == "proposed" and row.sends == "object" and self.state is Told.OPEN_NOT:
            effect = "rejected"  # "urged them not to send"
        if row.permits and not no and form is Status.PLANNED:
            effect = "possible"  # "would accept", "will allow": their coming is another's to decide
        self.path.append(f"not {name}" if no else name)
        self.last = row
        if effect == "keep" and self.state is Told.OPEN and isinstance(form, Status):
            self.state = form
        subjunctive = self.deed.trigger.tag in {"VBP", "VB"} and (effect != "possible" or above.is_noun)
        before = self.state
        self.state = composed(self.state, effect, form, subjunctive=subjunctive)
        if isinstance(before, Status) and self.state is Told.OPEN:
            raise _Stop(Reason.TALKED_ABOUT, f"“{self.path[-1]}” over “{before}”")

    def _is_of_deal(self, verb: Word) -> bool:
        if not verb.is_verb:
            return False
        # "it is laid down in the deal that"
        it = any(child.lower == "it" for child in verb.kids("nsubjpass"))
        within = it and any(is_kind(paper, "deal") for paper in verb.objects("in"))
        return within or stands_for_deal(subject_of(verb), after_deal=self.after_deal)

    # words that are no governors

    def _plain_verb(self, below: Word, above: Word) -> None:
        if self.has_status:
            self._later(below, above)
            return
        is_link = above.lemma in links("verbs")
        other = other_deeds().get((above.lemma, "v"))
        if other is not None and not is_link:
            raise _Stop(other, above.lower)
        if goes_away(above):
            raise _Stop(Reason.LEAVING, above.lower)
        if above.lemma == "ought":
            self.path.append("ought")
            self.state = Status.PROPOSED if self.state is Told.OPEN else Status.REJECTED
        elif self.bare:
            if not is_link:
                raise _Stop(Reason.TALKED_ABOUT, above.lower)
        elif self.state in {Told.OPEN, Told.OPEN_NOT}:
            self._carried(below, above, is_link=is_link)

    def _carried(self, below: Word, above: Word, *, is_link: bool) -> None:
        """Take over the mood of a verb that only carries the deed: "will begin to patrol"."""
        if (judged := _judgement(below, above)) is not None:
            raise _Stop(Reason.TALKED_ABOUT, judged.lower)
        form = mood(above, headline=self.headline).state
        if self.headline and form is Told.HABIT and above.lemma in {"begin", "start"}:
            form = Status.PLANNED
        if isinstance(form, Status) and below.relation in _MOVED:
            self.path.append(above.lower)
            if form is Status.POSSIBLE and self.state is Told.OPEN_NOT and not negated(above):
                raise _Stop(Reason.TALKED_ABOUT, f"{above.lower} not to")  # "could choose not to send"
            self.state = negation(form) if negated(above) or self.state is Told.OPEN_NOT else form
            self._by_paper(above)
        elif not is_link and below.relation not in {"ccomp", "csubj"} and form in {Told.DONE, Told.HABIT}:
            raise _Stop(Reason.TALKED_ABOUT, above.lower)

    def _later(self, below: Word, above: Word) -> None:
        """Take in a negation that comes after the status is made: "the offer did not come up"."""
        if is_saying(above) and mood(above).state is Told.OPEN:
            return  # "it would be wrong to say that"
        doubtful = doubt(below, above)
        if doubtful is not None:
            raise _Stop(Reason.STRUCTURE, doubtful)
        if below.relation in {"advcl", "ccomp", "parataxis", "relcl", "acl"}:
            raise _Stop
        if negated(above) and above.index not in self.spent and self.last and self.state not in AGAINST:
            self.path.append(f"not {above.lower}")
            self.state = composed(self.state, self.last.no, Told.DONE)

    def _plain_noun(self, below: Word, above: Word) -> None:
        if self.has_status:
            if below.relation in {"acl", "relcl", "appos"}:
                raise _Stop
            return
        other = other_deeds().get((above.lemma, "n"))
        if other is not None:
            raise _Stop(other, above.lower)
        if self.bare and not is_kind(above, "share", "coming", "act", "topic", "deal", "draft", "post"):
            raise _Stop(Reason.TALKED_ABOUT, above.lower)

    def _end(self) -> Fate:
        announced = announcing(self.deed.trigger)
        if announced is not None and self.state in {Status.PLANNED, Status.POSSIBLE}:
            self.state = Status.PROPOSED
            self.path.append(announced)
        told = tuple(self.path)
        if isinstance(self.state, Told):
            return Fate(None, _UNTOLD[self.state], "", told, self.act, self.saying)
        firm = self.state in {Status.PLANNED, Status.AGREED} and self.conditioned
        if firm or ((self.inverted or self.supposed) and self.state not in AGAINST):
            return Fate(None, Reason.CONDITION, "", told, self.act, self.saying)
        return Fate(
            self.state, path=told, act=self.act, saying=self.saying, decided=self.decided, plain=self.last is None,
            unsaid=self.unsaid,
        )  # fmt: skip


_UNTOLD = {
    Told.OPEN: Reason.TALKED_ABOUT,
    Told.OPEN_NOT: Reason.TALKED_ABOUT,
    Told.DONE: Reason.DONE,
    Told.HABIT: Reason.ALREADY_THERE,
}
_TOPIC = Frame(
    name="topic", deed="come", verbs=frozenset(), nouns=frozenset(), adjectives=frozenset(), avoid=frozenset(),
    without=frozenset(), slots={}, sender=(), needs_force=False, bare=False,
)  # fmt: skip
"""Stands for the deed told before, where a sentence takes it up as "the matter" or "it"."""


def _refusing(saying: Word) -> Word | None:
    """Return the verb by which somebody will not say a thing: "would not SAY", "REFUSED to say"; None if they do."""
    if not is_saying(saying):
        return None
    row = governor(saying.head) if saying.relation == "xcomp" else None
    if row is not None and row.yes == "denied" and not negated(saying.head):
        return saying.head
    return saying if negated(saying) else None


def _fought_over(noun: Word) -> Word | None:
    """Return the verb or noun of fighting that tells what befell somebody: "a mine HIT a convoy that wanted to"."""
    above = noun.head.head if noun.head.pos == "ADP" else noun.head
    part = "v" if above.is_verb else "n"
    return above if other_deeds().get((above.lemma, part)) is Reason.FIGHTING else None


def _is_past(verb: Word) -> bool:
    """Whether a verb tells of what was: "wanted", "was to", not "will" or "would"."""
    first = next(iter(verb.kids("aux", "auxpass")), verb)
    return first.tag == "VBD"


def _judgement(below: Word, above: Word) -> Word | None:
    """Return what a deed is said to be: "the deployment would be a mistake", "patrols would be one more job"."""
    if above.lemma != "be" or below.relation != "nsubj" or not below.is_noun:
        return None
    said = (w for w in above.kids("attr") if w.pos == "NOUN" and w.kid("poss") is None)
    return next((w for w in said if not is_kind(w, "force", "act", "coming", "mission", "post")), None)


def _is_beside_point(below: Word, above: Word) -> bool:
    """Whether forces are who acts or is consulted, not what is decided about."""
    return below.relation == "nsubj" or (above.lemma == "consult" and below.relation in {"dobj", "conj"})
