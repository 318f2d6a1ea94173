"""Who sends: the nations that stand in the slots of a deed, and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.frames.match import Deed, follow
from zones.reading.governors import governor
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind
from zones.reading.reference import Open, Reference
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word

__all__ = ["Sender", "Senders", "senders", "subject_of"]

_MODIFIERS = ("amod", "compound", "poss", "nmod", "npadvmod")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Sender:
    """A nation that would send: ISO 3166 alpha-2 code or UN, the word that names it, and where else it is named."""

    code: str
    word: Word
    antecedent: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Senders:
    """What the slots of a deed give: the senders, or why they stay open."""

    found: tuple[Sender, ...]
    open: Open | None = None


def senders(deed: Deed, mentions: Mentions, reference: Reference) -> Senders:
    """Return who would send by a deed."""
    search = _Search(deed, mentions, reference)
    for source in deed.frame.sender:
        found = search.look(source)
        if found:
            found += search.partners()
            return Senders(tuple({sender.code: sender for sender in reversed(found)}.values())[::-1])
    return Senders((), search.open)


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


class _Search:
    """The search for the senders of one deed; it notes where somebody is meant and nobody can be found."""

    def __init__(self, deed: Deed, mentions: Mentions, reference: Reference) -> None:
        self.deed = deed
        self.mentions = mentions
        self.reference = reference
        self.open: Open | None = None

    def look(self, source: str) -> list[Sender]:
        """Return the senders that one source gives."""
        trigger = self.deed.trigger
        if source == "force":
            force = self.deed.slots["force"]
            return self.owners(force)
        if source == "post":
            return self.owners(self.deed.slots["post"])
        if source == "owner":
            below = (
                s for word in trigger.subtree() if self.mentions.is_force(word) for s in self.owners(word)
            )
            return self.owners(trigger) or list(below) or self._meant(self.reference.again(trigger))
        if source == "agent":
            return [sender for agent in trigger.objects("by") for sender in self.acting(agent)]
        if source == "origin":
            return [s for path in ("prep:from,of",) for w in follow(trigger, path) for s in self.owners(w)]
        if source == "from":
            nations = [w for w in trigger.objects("from") if self.mentions.nation(w) is not None]
            return [s for w in nations for s in self.owners(w)]
        if source == "partner":
            return self.partner(trigger)
        if source == "subject":
            return self.subject(trigger)
        return self.control(trigger)

    def partners(self) -> list[Sender]:
        """Return whose forces do it together with the sender's: "together with Turkish soldiers"."""
        beside = self.deed.trigger.objects("with", "alongside")
        if self.deed.trigger.has("together", "jointly", "alongside") or self.deed.frame.name in {
            "watch",
            "go",
            "set-up",
        }:
            return [s for word in beside if self.mentions.is_force(word) for s in self.owners(word)]
        return []

    def subject(self, trigger: Word) -> list[Sender]:
        verb = trigger if trigger.is_verb else trigger.head
        if (
            verb.kid("nsubjpass") is not None
            and verb.kid("nsubj") is None
            and self.deed.frame.name in _BY_ITSELF
        ):
            return []
        subject = subject_of(verb if verb.is_verb else verb.head)
        if subject is None:
            return []
        return self.acting(subject)

    def acting(self, word: Word) -> list[Sender]:
        """Return the nations that a subject or agent acts for, if the deed may be theirs."""
        if self.deed.frame.needs_force and not self._uniformed(word):
            return []
        return self.owners(word)

    def _uniformed(self, word: Word) -> bool:
        plural = word.lower in {"they", "these", "those", "we", "which"}
        return plural or any(self.mentions.is_force(one) or self._is_people(one) for one in word.conjuncts())

    def _is_people(self, word: Word) -> bool:
        """Whether a word names people of a nation: "the Danes", "Lithuanians"; the UN acts by its people."""
        nation = self.mentions.nation(word)
        return nation is not None and (
            nation.code == "UN" or (nation.form is Form.DEMONYM and word.tag in {"NNPS", "NNS"})
        )

    def owners(self, word: Word, depth: int = 0) -> list[Sender]:
        """Return the nations that a noun phrase stands for."""
        if depth > _DEEPEST:
            return []
        found = self._of_word(word, depth)
        for joined in word.kids("conj"):
            found += self.owners(joined, depth + 1)
        return found

    def _of_word(self, word: Word, depth: int) -> list[Sender]:
        nation = self.mentions.nation(word)
        if nation is not None:
            found = self._before_comma(word) if depth == 0 else []
            found += [
                s for w in word.kids("appos") if self.mentions.nation(w) for s in self.owners(w, depth + 1)
            ]
            return found if nation.code == "SY" else [*found, Sender(nation.code, word)]
        if word.objects("of") and (word.pos in {"PRON", "NUM", "DET"}):
            return [s for part in word.objects("of") for s in self.owners(part, depth + 1)]
        if word.pos == "NUM" and word.lower in {"two", "three", "four"}:
            return self._meant(self.reference.group(word, self.mentions))
        if word.pos == "PRON" or word.lower in {"theirs", "ours"}:
            return self._meant(self.reference.pronoun(word, self.mentions, self.deed.trigger))
        if word.pos == "PROPN" and (name := self.mentions.person(word)) is not None:
            code = self.reference.person_nation(name)
            if code is not None:
                return [Sender(code, word)] if code != "SY" else []
        found = self._by_modifiers(word, depth) if self._may_own(word) else []
        if not found and is_kind(word, "group", "body"):
            found = self._listed(word, depth) or self._meant(self.reference.group(word, self.mentions))
        if not found and is_kind(word, "share"):
            found = [s for part in word.objects("of", "from") for s in self.owners(part, depth + 1)]
        if not found and (
            self.mentions.is_force(word) or is_kind(word, "act", "coming", "post", "office", "body")
        ):
            ways = (
                ("of", "from", "by", "between", "for")
                if is_kind(word, "coming")
                else ("of", "from", "by", "between")
            )
            found = [s for part in word.objects(*ways) for s in self.owners(part, depth + 1)]
        return found

    def _before_comma(self, word: Word) -> list[Sender]:
        """Return the nation of "Turkey, Russia weigh ...", "Lithuanians, the Latvians": a list without "and"."""
        words, at = word.tree.words, word.subtree()[0].index if word.relation != "conj" else word.index
        at = next((i for i in range(word.index, max(-1, word.index - 3), -1) if words[i].text == ","), -1)
        before = words[at - 1] if at > 0 else None
        nation = self.mentions.nation(before) if before is not None else None
        return (
            [Sender(nation.code, before)]
            if before is not None and nation is not None and nation.code != "SY"
            else []
        )

    def _by_modifiers(self, word: Word, depth: int) -> list[Sender]:
        found: list[Sender] = []
        for child in word.kids(*_MODIFIERS):
            if child.index > word.index and child.relation != "nmod":
                continue
            for part in child.conjuncts():
                if part.index > word.index:
                    continue
                if part.pos == "PRON" or part.tag == "PRP$":
                    found += self._meant(self.reference.possessive(part, word, self.mentions))
                elif (nation := self.mentions.nation(part)) is not None:
                    before = [
                        self.mentions.nation(w) for w in part.kids("amod", "compound", "nmod", "npadvmod")
                    ]
                    found += [Sender(n.code, part) for n in before if n and n.code not in {nation.code, "SY"}]
                    found += [Sender(nation.code, part)] if nation.code != "SY" else []
                elif is_kind(part, "body", "group", "force", "office") or part.pos == "PROPN":
                    found += self.owners(part, depth + 1)
        return found

    def _may_own(self, word: Word) -> bool:
        """Whether a noun is one that a nation's name before it makes that nation's."""
        kinds = (
            "force",
            "loose_force",
            "body",
            "office",
            "group",
            "share",
            "act",
            "coming",
            "post",
            "mission",
        )
        return is_kind(word, *kinds, "task") or self.mentions.is_force(word) or word.pos == "PROPN"

    def _listed(self, word: Word, depth: int) -> list[Sender]:
        """Return the nations that "countries such as X and Y", "two countries, X and Y" names."""
        parts = word.objects("like", "including", "as") + word.kids("appos") + _examples(word)
        return [s for part in parts for s in self.owners(part, depth + 1) if self.mentions.nation(s.word)]

    def _meant(self, resolved: tuple[tuple[str, ...], tuple[int, int] | None] | Open | None) -> list[Sender]:
        if resolved is None:
            return []
        if isinstance(resolved, Open):
            self.open = resolved
            return []
        codes, antecedent = resolved
        return [Sender(code, self.deed.trigger, antecedent) for code in codes if code != "SY"]

    def partner(self, word: Word) -> list[Sender]:
        """Return who is asked in "asked Kuwait for observers", or offers: "Jordan offered observers"."""
        if word.relation == "nsubjpass" and word.head.lemma in _OFFERING:
            return [s for agent in word.head.objects("by") for s in self.owners(agent)]
        if word.relation == "dobj" and word.head.lemma in _OFFERING:
            subject = subject_of(word.head)
            return self.owners(subject) if subject is not None else []
        if word.relation != "pobj" or word.head.lower not in {"for", "about", "on", "over"}:
            return []
        return self._asked(word.head.head)

    def _asked(self, above: Word) -> list[Sender]:
        row = governor(above)
        if row is None:
            return []
        if row.sends == "object":
            objects = above.kids("dobj", "dative", "nsubjpass") + above.objects(
                "to", "with", "of", "from", "on", "upon"
            )
            return next((found for w in objects if (found := self.owners(w))), [])
        if row.yes == "discussed":
            asked = next((found for w in above.objects("with", "between") if (found := self.owners(w))), [])
            subject = subject_of(above) if above.is_verb else None
            return asked or (self.owners(subject) if subject is not None else [])
        return []

    def control(self, word: Word) -> list[Sender]:
        """Return who would do a deed that has no subject of its own, by what governs it."""
        below = word
        own = word.kid("nsubj", "nsubjpass", "expl") if word.is_verb else None
        for above in word.ancestors():
            row = governor(above)
            if own is not None and not (row is not None and row.sends == "object"):
                return self._demanded(word)
            if row is not None and row.sends == "object":
                asked = self._asked(above)
                own = below.kid("nsubj")
                return asked or (self.owners(own) if own is not None else [])
            if above.is_verb:
                if below.relation in {"ccomp", "parataxis"} or (row is None and is_saying(above)):
                    return []
                subject = (
                    subject_of(above)
                    if above.kid("nsubjpass") is None
                    else next(iter(above.objects("by")), subject_of(above))
                )
                asked = above.kid("dobj")
                if (
                    row is not None
                    and asked is not None
                    and not below.is_under(asked)
                    and below.relation in {"xcomp", "ccomp", "advcl"}
                ):
                    return self.owners(asked) if asked.index < below.index else []
                if (
                    subject is not None
                    and subject is not below
                    and not subject.is_under(below)
                    and not below.is_under(subject)
                ):
                    free = row is None or row.sends == "subject" or row.yes in {"discussed", "keep"}
                    return self.acting(subject) if free else []
            elif above.is_noun:
                if (
                    row is not None
                    and row.yes == "proposed"
                    and above.head.lemma in {"receive", "get", "have"}
                    and above.relation == "dobj"
                ):
                    subject = subject_of(above.head)
                    return self.owners(subject) if subject is not None else []
                if row is not None and row.yes == "discussed":
                    sides = [s for w in above.objects("between", "with", "of") for s in self.owners(w)]
                    if above.objects("between"):
                        return sides
                if row is not None and row.sends != "subject" and row.yes != "keep":
                    to = [s for w in above.objects("to") if w is not below for s in self.owners(w)]
                    if to or row.yes != "discussed":
                        return to
                owned = [
                    s for child in above.kids("poss", "amod", "compound") for s in self._nation_only(child)
                ]
                if owned:
                    return owned
                if (
                    row is None
                    and not is_kind(above, "coming", "act", "mission", "deal", "post", "topic")
                    and below.relation in {"acl", "relcl"}
                ):
                    return self.owners(above) if self.mentions.is_force(above) else []
            below = above
        return self._demanded(word)

    def _demanded(self, word: Word) -> list[Sender]:
        """Return of whom forces are demanded: "demanded from Peru that soldiers be sent"."""
        for above in word.ancestors():
            row = governor(above)
            if above.is_verb and row is not None and row.yes == "proposed":
                return [s for w in above.objects("from", "of") for s in self.owners(w)]
        return []

    def _nation_only(self, word: Word) -> list[Sender]:
        nation = self.mentions.nation(word)
        if word.tag == "PRP$":
            return self._meant(self.reference.possessive(word, word.head, self.mentions))
        return [Sender(nation.code, word)] if nation is not None and nation.code != "SY" else []


def _examples(word: Word) -> list[Word]:
    """Return the first of the examples that follow a noun: "states, for instance Cuba", "countries, namely Peru"."""
    after = [w for w in word.tree if word.index < w.index <= word.index + _EXAMPLES_WITHIN]
    for one, other in zip(after, after[1:], strict=False):
        marked = (
            one.lower == "namely"
            or other.lower in {"instance", "example"}
            or (one.lower, other.lower) == ("such", "as")
        )
        if marked:
            return [w for w in after if w.index > one.index and w.pos == "PROPN"][:1]
    return []


_OFFERING = frozenset({"offer", "pledge", "promise"})
_EXAMPLES_WITHIN = 14
_BY_ITSELF = frozenset({"send", "watch", "keep", "set-up"})
