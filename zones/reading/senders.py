"""Who sends: the nations that stand in the slots of a deed, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zones.reading.askings import RECEIVING, addressee, asked, demanded, jointly, ordered, partner, seated
from zones.reading.frames.match import Deed, follow
from zones.reading.governors import Governor, governor, links
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.negation import negated
from zones.reading.nouns import is_collective, is_kind
from zones.reading.owners import Owners, Sender
from zones.reading.reference import Reference
from zones.reading.resolved import Open
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import doer_of, subject_of
from zones.reading.talks import talked_with, talking

__all__ = ["Senders", "senders"]

_PASSIVE_HIDES = frozenset({"send", "watch", "keep", "set-up"})
_MANNED = frozenset({"force", "mission"})
_GROUPS = ("group", "alliance")
_PASSING = ("coming", "act", "mission", "deal", "draft", "post", "topic", "task", "share")


@dataclass(frozen=True, slots=True)
class Senders:
    """What the slots of a deed give: the senders, or why they stay open."""

    found: tuple[Sender, ...]
    open: Open | None = None


def senders(deed: Deed, mentions: Mentions, reference: Reference) -> Senders:
    """Return who would send by a deed.

    Parameters
    ----------
    deed
        The deed; its frame names the sources in which senders are looked for, the first that has one wins.
    mentions
        Its sentence.
    reference
        What pronouns and groups may mean.
    """
    search = _Search(deed, Owners(mentions, reference))
    force = deed.slots.get("force") or deed.slots.get("post")
    others = _is_manned(deed.trigger, mentions) or (
        force is not None
        and (is_collective(force) or _is_of_group(force) or _is_of_anybody(deed.slots.get("post")))
    )
    for source in deed.frame.sender:
        if others and source in {"subject", "control", "agent"}:
            continue  # "its scheme to put Arab forces there", "wants to set up an observer force"
        found = search.look(source)
        if found:
            by_code = {sender.code: sender for sender in reversed([*found, *search.partners()])}
            return Senders(tuple(by_code.values())[::-1])
    return Senders((), search.owners.open)


def _is_of_group(force: Word) -> bool:
    """Whether forces are those of countries that a noun tells of: "putting forces of Arab countries there"."""
    return any(is_kind(word, *_GROUPS) for word in force.objects("of", "from"))


def _is_manned(verb: Word, mentions: Mentions) -> bool:
    """Whether others do the watching: "would seek to man it with local fighters", not "with its own police"."""
    if verb.lemma not in {"man", "staff"}:
        return False
    people = ("loose_force", "people", "speaker")
    return any(
        (mentions.is_force(word) or is_kind(word, *people))
        and word.kid("poss") is None
        and not mentions.nations_under(word)
        for word in verb.objects("with")
    )


def _is_of_anybody(post: Word | None) -> bool:
    """Whether a force is to be set up: by others, unless it is a joint one."""
    return post is not None and post.lemma in _MANNED and not post.has("joint")


def _has_no_plan(verb: Word) -> bool:
    """Whether a clause says that there are no plans, without saying whose: the speaker's own."""
    there = verb.kid("expl") is not None
    plans = (
        noun
        for noun in verb.kids("attr", "nsubj", "dobj")
        if (row := governor(noun)) and row.sends == "subject"
    )
    return there and any(negated(plan) and not plan.kids("poss") for plan in plans)


class _Search:
    """The search for the senders of one deed, source by source."""

    def __init__(self, deed: Deed, owners: Owners) -> None:
        self.deed = deed
        self.trigger = deed.trigger
        self.owners = owners
        self.mentions = owners.mentions

    def look(self, source: str) -> list[Sender]:
        """Return the senders that one source of a frame gives."""
        sources: dict[str, Callable[[], list[Sender]]] = {
            "force": lambda: self.owners.of(self.deed.slots["force"]),
            "modifier": self._modifiers,
            "post": lambda: self.owners.of(self.deed.slots["post"]),
            "owner": self._owner,
            "agent": lambda: self._acting(follow(self.trigger, "prep:by")),
            "task": self._tasked,
            "controller": self._controller,
            "receiver": self._receiver,
            "origin": lambda: self.owners.of_all(follow(self.trigger, "prep:from,of")),
            "with": lambda: self.owners.of_all(
                [w for w in self.trigger.objects("with") if self.mentions.is_force(w)]
            ),
            "from": lambda: self.owners.of_all(
                [w for w in self.trigger.objects("from") if self.mentions.nation(w) or is_kind(w, *_GROUPS)]
            ),
            "named": lambda: self.owners.of_all(self.trigger.head.head.kids("dobj", "nsubjpass")),
            "partner": lambda: partner(self.owners, self.trigger),
            "subject": self._subject,
            "control": self._control,
        }
        return sources[source]()

    def _modifiers(self) -> list[Sender]:
        """Return whose a force is by the words before it: "Omani soldiers"."""
        before = self.deed.slots["force"].kids("amod", "compound", "poss", "nmod")
        return [sender for word in before for sender in self.owners.owner_of(word)]

    def partners(self) -> list[Sender]:
        """Return whose forces do it together with the sender's: "together with Turkish soldiers"."""
        near = (self.trigger, *self.trigger.kids("prep"))
        together = any(word.has("together", "jointly", "alongside") for word in near)
        if not together and self.deed.frame.name not in {"watch", "go", "set-up"}:
            return []
        beside = self.trigger.objects("with", "alongside")
        people = [w for w in beside if self.mentions.is_force(w) or (together and self._is_people(w))]
        return self.owners.of_all(people)

    def _tasked(self) -> list[Sender]:
        """Return whose job it is: "monitoring the truce will be Peru's job", "will be up to Peru"."""
        verb = self.trigger.head if self.trigger.relation in {"csubj", "nsubj"} else None
        if verb is None or verb.lemma != "be":
            return []
        jobs = [w for w in verb.kids("attr") if is_kind(w, "task")]
        up = [w for to in verb.kids("prep") if to.has("to") for w in to.objects("to")]
        own = [owner for job in jobs for child in job.kids("poss") for owner in self.owners.owner_of(child)]
        return own or self.owners.of_all(up)

    def _owner(self) -> list[Sender]:
        """Return whose "deployment", "role" or "patrol" it is."""
        below = [w for w in self.trigger.subtree() if self.mentions.is_force(w) and not self.deed.frame.bare]
        if self.trigger.has("joint"):  # "the joint patrol of the motorway with Peru"
            below += [w for w in self.trigger.subtree() if w.head.lower == "with" and self.mentions.nation(w)]
        if self.trigger.head.lemma == "be":  # "joint patrols are under discussion between Peru and Oman"
            below += [
                w for about in self.trigger.head.objects("under", "in") for w in about.objects("between")
            ]
        again = self.owners.reference.again(self.trigger)
        return (
            self.owners.of(self.trigger)
            or self.owners.of_all(below)
            or self.owners.meant(self.trigger, again)
        )

    def _controller(self) -> list[Sender]:
        """Return whose the control, the supervision or the hands are."""
        control = self.deed.slots["control"]
        own = [w for child in control.kids("poss", "amod", "compound", "nmod") for w in child.conjuncts()]
        return self.owners.of_all(control.objects("of")) or [s for w in own for s in self.owners.owner_of(w)]

    def _receiver(self) -> list[Sender]:
        """Return whose forces are given something: "hand control to Omani forces"."""
        to = [*self.trigger.objects("to"), *self.trigger.kids("dative")]
        return self.owners.of_all([w for w in to if self.mentions.is_force(w)])

    def _subject(self) -> list[Sender]:
        verb = self.trigger
        while not verb.is_verb and not verb.is_root:
            verb = verb.head
        passive = verb.kid("nsubjpass") is not None and verb.kid("nsubj") is None
        subject = subject_of(verb)
        if subject is None or (passive and self.deed.frame.name in _PASSIVE_HIDES):
            return []
        return self._acting([subject])

    def _acting(self, words: list[Word]) -> list[Sender]:
        """Return the nations that a subject or agent acts for, if the deed may be theirs."""
        free = not self.deed.frame.needs_force or self._is_of_zone()
        return self.owners.of_all([w for w in words if free or self._is_uniformed(w)])

    def _is_of_zone(self) -> bool:
        """Whether what is kept is a zone, not a truce or one's own border: "the buffer zone would be secured by"."""
        target = self.deed.slots.get("target")
        return target is not None and target.lemma in {"zone", "belt", "buffer", "corridor", "strip"}

    def _is_uniformed(self, word: Word) -> bool:
        if word.lower in {"they", "these", "those", "we", "which"}:
            return True
        return any(self.mentions.is_force(one) or self._is_people(one) for one in word.conjuncts())

    def _is_people(self, word: Word) -> bool:
        """Whether a word names people of a nation: "the Danes", "Lithuanians"; the UN acts by its people."""
        nation = self.mentions.nation(word)
        if nation is None:
            return False
        return nation.code == "UN" or (nation.form is Form.DEMONYM and word.tag in {"NNPS", "NNS"})

    def _control(self) -> list[Sender]:
        """Return who would do a deed that has no subject of its own, by what governs it."""
        below = self.trigger
        own = below.kid("nsubj", "nsubjpass", "expl") if below.is_verb else None
        for above in self.trigger.ancestors():
            row = governor(above)
            if row is not None and row.sends == "object":
                return asked(self.owners, above) or self.owners.of(below.kid("nsubj"))
            joined = any(word.kid("cc") is not None for word in (below, above))
            beside = below.relation == "conj" and below.is_verb and not joined  # they share nothing
            if below.relation == "conj" and above.is_verb:
                own = above.kid(
                    "nsubj", "nsubjpass"
                )  # they share it: "a plan that would help and keep it safe"
            if own is not None or beside:
                break
            found = None
            if above.is_verb:
                found = self._by_verb(below, above, row)
            elif above.is_noun:
                found = self._by_noun(below, above, row)
            if found is not None:
                return found
            below = above
        return demanded(self.owners, self.trigger)

    def _by_verb(self, below: Word, above: Word, row: Governor | None) -> list[Sender] | None:
        """Return who does a deed by the verb above it; None if it doesn't say."""
        # "voiced its readiness" is its own
        says = row is None and is_saying(above) and below.relation != "dobj"
        if below.relation in {"ccomp", "parataxis"} or says:
            own = _has_no_plan(below) and is_saying(above)  # "Peru said there were no plans to send"
            return (
                self.owners.of(subject_of(above)) if own else jointly(self.owners, self.trigger, above, row)
            )
        if (given := self._by_partner(below, above, row)) is not None:
            return given
        subject = doer_of(above) or subject_of(above)
        if subject is not None and above.lemma == "be" and governor(subject) is not None:
            return self.owners.of_all(subject.kids("poss"))  # "our intention is to send"
        if is_kind(above, "brokering"):
            return []  # who hosts talks is no party to them
        if (
            subject is None
            or subject.relation == "expl"
            or subject.is_under(below)
            or (below.is_under(subject) and not is_kind(subject, "group"))
        ):
            return None
        insists = above.lemma == "insist" and below.kid("pcomp") is not None  # "insists on taking part"
        free = row is None or row.sends == "subject" or row.yes in {"discussed", "keep"} or insists
        return self._acting([subject]) if free else []

    def _by_partner(self, below: Word, above: Word, row: Governor | None) -> list[Sender] | None:
        """Return who does a deed by whom its governor asks or talks with: "asked Peru to send"; None if by neither."""
        if row is not None:
            with_whom = talked_with(self.owners, self.trigger, above, row, above.objects("with"))
            if with_whom is not None:
                return with_whom
        goal = above.kid("dobj")
        if goal is None:
            return None
        if is_collective(goal) and below.relation in {"advcl", "xcomp", "acl"}:
            return []  # "assemble an Arab force to replace them"
        if row is None:
            return None
        if below.relation not in {"xcomp", "advcl"} or below.is_under(goal):
            return None
        own = self.owners.of(goal) if goal.index < below.index else []
        return own or ordered(self.owners, above, goal, row)

    def _by_noun(self, below: Word, above: Word, row: Governor | None) -> list[Sender] | None:
        """Return who does a deed by the noun above it: "a request to Peru to send"; None if it doesn't say."""
        if row is not None and (given := self._by_governing_noun(below, above, row)) is not None:
            return given
        owned = [s for child in above.kids("poss", "amod", "compound") for s in self.owners.owner_of(child)]
        owned = owned or seated(self.owners, above)
        if owned:
            return owned
        if row is not None or is_kind(above, *_PASSING) or above.lemma in links("nouns"):
            return None
        of_forces = self.mentions.is_force(above) and below.relation in {"acl", "relcl"}
        return self.owners.of(above) if of_forces else []

    def _by_governing_noun(self, below: Word, above: Word, row: Governor) -> list[Sender] | None:
        """Return who does a deed by the parties of its governing noun: to whom, between whom, who received it."""
        if row.yes == "proposed" and above.relation == "dobj" and above.head.lemma in RECEIVING:
            return self.owners.of(subject_of(above.head))
        if found := addressee(self.owners, above):
            return found
        if row.yes in {"discussed", "agreed"}:
            parties = talking(self.owners, self.trigger, above, row)
            if parties is not None:
                return parties
        if row.sends != "subject" and row.yes != "keep":
            to = self.owners.of_all(word for word in above.objects("to") if word is not below)
            return to if to or row.yes != "discussed" else None
        return None
