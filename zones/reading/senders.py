"""Who sends: the nations that stand in the slots of a deed, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from zones.reading.frames.match import Deed, follow
from zones.reading.governors import Governor, governor, links
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind
from zones.reading.owners import Owners, Sender
from zones.reading.reference import Open, Reference
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word

__all__ = ["Senders", "doer_of", "senders", "subject_of"]

_OFFERING = frozenset({"offer", "pledge", "promise"})
_RECEIVING = frozenset({"receive", "get", "have"})
_PASSIVE_HIDES = frozenset({"send", "watch", "keep", "set-up"})
_PASSING = ("coming", "act", "mission", "deal", "draft", "post", "topic", "task", "share")
_ASKED_BY = ("to", "with", "of", "from", "on", "upon")


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
    for source in deed.frame.sender:
        found = search.look(source)
        if found:
            by_code = {sender.code: sender for sender in reversed([*found, *search.partners()])}
            return Senders(tuple(by_code.values())[::-1])
    return Senders((), search.owners.open)


def subject_of(verb: Word) -> Word | None:
    """Return the subject of a verb, its own or the one that it shares or describes."""
    own = verb.kid("nsubj", "nsubjpass", "csubj", "expl")
    if own is not None and own.lower in {"that", "which", "who"} and verb.relation == "relcl":
        return verb.head
    if own is not None:
        return own
    if verb.relation == "conj" and verb.head.is_verb:
        return subject_of(verb.head)
    if verb.relation in {"acl", "relcl"} and verb.head.is_noun and verb.tag in {"VBG", "VBN"}:
        return verb.head
    return None


def doer_of(verb: Word) -> Word | None:
    """Return who does what a verb tells: its subject, or the agent of a passive."""
    if verb.kid("nsubjpass") is not None:
        return next(iter(verb.objects("by")), None)
    return subject_of(verb)


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
            "post": lambda: self.owners.of(self.deed.slots["post"]),
            "owner": self._owner,
            "agent": lambda: self._acting(self.trigger.objects("by")),
            "origin": lambda: self._all(follow(self.trigger, "prep:from,of")),
            "from": lambda: self._all([w for w in self.trigger.objects("from") if self.mentions.nation(w)]),
            "partner": self._partner,
            "subject": self._subject,
            "control": self._control,
        }
        return sources[source]()

    def partners(self) -> list[Sender]:
        """Return whose forces do it together with the sender's: "together with Turkish soldiers"."""
        together = self.trigger.has("together", "jointly", "alongside")
        if not together and self.deed.frame.name not in {"watch", "go", "set-up"}:
            return []
        beside = self.trigger.objects("with", "alongside")
        return self._all([word for word in beside if self.mentions.is_force(word)])

    def _all(self, words: list[Word]) -> list[Sender]:
        return [sender for word in words for sender in self.owners.of(word)]

    def _first(self, words: list[Word]) -> list[Sender]:
        return next((found for word in words if (found := self.owners.of(word))), [])

    def _owner(self) -> list[Sender]:
        """Return whose "deployment", "role" or "patrol" it is."""
        below = [w for w in self.trigger.subtree() if self.mentions.is_force(w) and not self.deed.frame.bare]
        again = self.owners.reference.again(self.trigger)
        return self.owners.of(self.trigger) or self._all(below) or self.owners.meant(self.trigger, again)

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
        return self._all([w for w in words if not self.deed.frame.needs_force or self._is_uniformed(w)])

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

    def _partner(self) -> list[Sender]:
        """Return who is asked in "asked Kuwait for observers", or offers: "Jordan offered observers"."""
        forces, above = self.trigger, self.trigger.head
        if above.lemma in _OFFERING and forces.relation in {"dobj", "nsubjpass"}:
            subject = subject_of(above) if forces.relation == "dobj" else None
            return self._all(above.objects("by") if subject is None else [subject])
        if forces.relation != "pobj" or above.lower not in {"for", "about", "on", "over"}:
            return []
        return self._asked(above.head)

    def _asked(self, above: Word) -> list[Sender]:
        """Return who is asked, or talked with, by a governor."""
        row = governor(above)
        if row is None:
            return []
        if row.sends == "object":
            return self._first(above.kids("dobj", "dative", "nsubjpass") + above.objects(*_ASKED_BY))
        if row.yes == "discussed":
            subject = subject_of(above) if above.is_verb else None
            return self._first(above.objects("with", "between") + ([subject] if subject is not None else []))
        return []

    def _control(self) -> list[Sender]:
        """Return who would do a deed that has no subject of its own, by what governs it."""
        below = self.trigger
        own = below.kid("nsubj", "nsubjpass", "expl") if below.is_verb else None
        for above in self.trigger.ancestors():
            row = governor(above)
            if row is not None and row.sends == "object":
                asked = below.kid("nsubj")
                return self._asked(above) or (self.owners.of(asked) if asked is not None else [])
            if own is not None:
                break
            found = None
            if above.is_verb:
                found = self._by_verb(below, above, row)
            elif above.is_noun:
                found = self._by_noun(below, above, row)
            if found is not None:
                return found
            below = above
        return self._demanded()

    def _by_verb(self, below: Word, above: Word, row: Governor | None) -> list[Sender] | None:
        """Return who does a deed by the verb above it; None if it doesn't say."""
        if below.relation in {"ccomp", "parataxis"} or (row is None and is_saying(above)):
            return []
        asked = above.kid("dobj")
        if (
            row is not None
            and asked is not None
            and below.relation in {"xcomp", "advcl"}
            and not below.is_under(asked)
        ):
            return self.owners.of(asked) if asked.index < below.index else []
        subject = doer_of(above) or subject_of(above)
        if subject is None or subject.is_under(below) or below.is_under(subject):
            return None
        free = row is None or row.sends == "subject" or row.yes in {"discussed", "keep"}
        return self._acting([subject]) if free else []

    def _by_noun(self, below: Word, above: Word, row: Governor | None) -> list[Sender] | None:
        """Return who does a deed by the noun above it: "a request to Peru to send"; None if it doesn't say."""
        received = above.relation == "dobj" and above.head.lemma in _RECEIVING
        if row is not None and row.yes == "proposed" and received:
            subject = subject_of(above.head)
            return self.owners.of(subject) if subject is not None else []
        sides = above.objects("between") or above.head.objects("between")
        if (
            row is not None
            and sides
            and (row.yes == "discussed" or (row.yes == "agreed" and self.trigger.is_noun))
        ):
            return self._all(sides + above.objects("with"))
        if row is not None and row.sends != "subject" and row.yes != "keep":
            to = self._all([word for word in above.objects("to") if word is not below])
            if to or row.yes != "discussed":
                return to
        owned = [s for child in above.kids("poss", "amod", "compound") for s in self.owners.owner_of(child)]
        if owned:
            return owned
        passing = is_kind(above, *_PASSING) or above.lemma in links("nouns")
        if row is not None or passing:
            return None
        return (
            self.owners.of(above)
            if self.mentions.is_force(above) and below.relation in {"acl", "relcl"}
            else []
        )

    def _demanded(self) -> list[Sender]:
        """Return of whom forces are demanded: "demanded from Peru that soldiers be sent"."""
        for above in self.trigger.ancestors():
            row = governor(above)
            if above.is_verb and row is not None and row.yes == "proposed":
                return self._all(above.objects("from", "of"))
        return []
