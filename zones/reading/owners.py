"""Whose forces a noun phrase means: the nations in it, or those that its pronouns and groups stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from zones.reading.members import members
from zones.reading.mentions import Mentions
from zones.reading.negation import negated
from zones.reading.nouns import is_kind, kind
from zones.reading.reference import Reference
from zones.reading.resolved import Open, Resolved
from zones.reading.sentence.tree import Word

__all__ = ["Owners", "Sender"]

_MODIFIERS = ("amod", "compound", "poss", "nmod", "npadvmod")
_OWNED = (
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
    "task",
)
# "U.S. allies" are others
_OTHERS = frozenset(
    {
        "ally",
        "partner",
        "counterpart",
        "backer",
        "sponsor",
        "neighbour",
        "neighbor",
        "rival",
        "enemy",
        "friend",
    }
)
_DEEPEST = 6  # phrases within phrases
_EXAMPLES_WITHIN = 14  # words after "states" in which its examples stand


@dataclass(frozen=True, slots=True)
class Sender:
    """A nation that would send.

    Parameters
    ----------
    code
        ISO 3166 alpha-2 code, or UN.
    word
        The word that names it, or stands for it.
    antecedent
        The sentence that names it, if it is another one (character offsets).
    """

    code: str
    word: Word
    antecedent: tuple[int, int] | None = None


class Owners:
    """Finds the nations that noun phrases of a sentence stand for.

    Parameters
    ----------
    mentions
        The sentence.
    reference
        What pronouns and groups may mean.
    """

    def __init__(self, mentions: Mentions, reference: Reference) -> None:
        self.mentions = mentions
        self.reference = reference
        self.open: Open | None = None

    def of(self, word: Word | None, depth: int = 0) -> list[Sender]:
        """Return the nations that a noun phrase stands for, what is joined to it included.

        Where somebody is meant and nobody can be found, `open` tells it.
        """
        if word is None or depth > _DEEPEST:
            return []
        return self._of_word(word, depth) + [
            s for joined in word.kids("conj") for s in self.of(joined, depth + 1)
        ]

    def of_all(self, words: Iterable[Word], depth: int = 0) -> list[Sender]:
        """Return the nations that several noun phrases stand for."""
        return [sender for word in words for sender in self.of(word, depth)]

    def meant(self, word: Word, resolved: Resolved | Open | None) -> list[Sender]:
        """Return the nations that a reference came to; note it if it stays open."""
        if isinstance(resolved, Open):
            self.open = resolved
        if resolved is None or isinstance(resolved, Open):
            return []
        codes, antecedent = resolved
        return [Sender(code, word, antecedent) for code in codes if code != "SY"]

    def owner_of(self, word: Word) -> list[Sender]:
        """Return the nation that a single modifier names or stands for."""
        if word.tag == "PRP$" or word.pos == "PRON":
            return self.meant(word, self.reference.possessive(word, word.head, self.mentions))
        return self._named(word)

    def _named(self, word: Word) -> list[Sender]:
        nation = self.mentions.nation(word)
        if nation is None or nation.code == "SY" or _is_excluded(word):
            return []
        return [Sender(nation.code, word)]

    def _of_word(self, word: Word, depth: int) -> list[Sender]:
        if self.mentions.nation(word) is not None:
            return self._of_nation(word, depth)
        other = word.lower == "one" and word.relation == "conj" and is_kind(word.head, "body", "force")
        parts = word.objects("of", *(("in",) if other else ()))  # "its government nor the one in Lima"
        if parts and (other or word.pos in {"PRON", "NUM", "DET"}):  # "each of the three"
            return self.of_all(parts, depth + 1)
        if word.pos == "NUM" and word.lower in {"two", "three", "four"}:
            return self.meant(word, self.reference.group(word, self.mentions))
        if word.lower == "own" and (owner := word.kid("poss")) is not None:  # "troops of its own"
            return self.owner_of(owner)
        if word.pos == "PRON" or word.lower in {"theirs", "ours"}:
            return self.meant(word, self.reference.pronoun(word, self.mentions))
        return self._of_person(word) or self._of_noun(word, depth)

    def _of_person(self, word: Word) -> list[Sender]:
        name = self.mentions.person(word) if word.pos == "PROPN" else None
        code = self.reference.person_nation(name) if name is not None else None
        return [Sender(code, word)] if code is not None and code != "SY" and not _is_broker(word) else []

    def _of_nation(self, word: Word, depth: int) -> list[Sender]:
        beside = [w for w in word.kids("appos") if self.mentions.nation(w) is not None]
        return self._before_comma(word, depth) + self.of_all(beside, depth + 1) + self._named(word)

    def _before_comma(self, word: Word, depth: int) -> list[Sender]:
        """Return the nation of "Turkey, Russia weigh ...": a list without "and"."""
        words = word.tree.words
        at = next((i for i in range(word.index, max(0, word.index - 3), -1) if words[i].text == ","), 0)
        return self._named(words[at - 1]) if at and not depth and not _is_object(words[at - 1]) else []

    def _of_noun(self, word: Word, depth: int) -> list[Sender]:
        if _is_broker(word):
            return []
        may_own = is_kind(word, *_OWNED) or self.mentions.is_force(word) or word.pos == "PROPN"
        found = self._by_modifiers(word, depth) if may_own and word.lemma not in _OTHERS else []
        if is_kind(word, "group") and {sender.code for sender in found} == {"UN"}:
            return []  # members of the Security Council aren't the United Nations
        if not found and (is_kind(word, "alliance") or _is_acronym(word)):
            found = self._members(word)
        if not found and is_kind(word, "group", "body"):
            found = (
                self._members(word)
                or self._listed(word, depth)
                or self._counted_among(word, depth)
                or self.meant(word, self.reference.group(word, self.mentions))
            )
        if not found and is_kind(word, "share"):
            found = self.of_all(word.objects("of", "from"), depth + 1)
        sent = self.mentions.is_force(word) or is_kind(word, "act", "coming", "post", "office", "body")
        if not found and sent:
            for_whom = ("for",) if is_kind(word, "coming") else ("in",) if is_kind(word, "body") else ()
            # "a request for observers from Peru"
            asked_for = word.head.lower == "for" and word.head.head.is_noun
            source = () if asked_for else ("from",)
            found = self.of_all(word.objects("of", *source, "by", "between", *for_whom), depth + 1)
        if not found and self.mentions.is_force(word):
            found = (
                self._commanded(word)
                or self.of_all([*_included(word), *_origin(word)], depth + 1)
                or self.meant(word, self.reference.force(word, self.mentions))
            )
        if not found and is_kind(word, "body"):
            found = self.meant(word, self.reference.force(word, self.mentions))
        return found

    def _by_modifiers(self, word: Word, depth: int) -> list[Sender]:
        found: list[Sender] = []
        for child in word.kids(*_MODIFIERS):
            if child.index > word.index and child.relation != "nmod":
                continue
            for part in child.conjuncts():
                if part.index < word.index or part is child:
                    found += self._by_modifier(part, depth)
        return found

    def _by_modifier(self, part: Word, depth: int) -> list[Sender]:
        if part.pos == "PRON" or part.tag == "PRP$":
            return self.owner_of(part)
        if self.mentions.nation(part) is not None:  # "British-Jordanian"
            joined = part.kids("amod", "compound", "nmod", "npadvmod")
            return [s for first in joined for w in first.subtree() for s in self._named(w)] + self._named(
                part
            )
        if is_kind(part, "body", "group", "force", "office") or part.pos == "PROPN":
            return self.of(part, depth + 1)
        return []

    def _commanded(self, forces: Word) -> list[Sender]:
        """Return the UN, of "forces supervised by the United Nations", "troops under its command": they are its own."""
        by = [w for participle in forces.kids("acl") for w in participle.objects("by")]
        under = [w for control in forces.objects("under") for w in control.objects("of")]
        return [sender for word in (*by, *under) for sender in self._named(word) if sender.code == "UN"]

    def _counted_among(self, word: Word, depth: int) -> list[Sender]:
        """Return who "is among the countries that", "is one of the countries that"."""
        above = word.head
        if above.lower == "of" and above.head.lower == "one":
            above = above.head
        among = word.relation == "pobj" and (above.lower == "among" or above.relation == "attr")
        subjects = above.head.kids("nsubj", "nsubjpass") if among else []
        return [sender for one in subjects for sender in self.of(one, depth + 1)]

    def _members(self, group: Word) -> list[Sender]:
        """Return the nations that stand beside a group's name as its members."""
        return [sender for member in members(group, self.mentions) for sender in self._named(member)]

    def _listed(self, word: Word, depth: int) -> list[Sender]:
        """Return the nations that "countries such as X and Y", "two countries, X and Y" names."""
        parts = word.objects("like", "including", "as") + word.kids("appos") + _examples(word)
        return [sender for sender in self.of_all(parts, depth + 1) if self.mentions.nation(sender.word)]


def _is_object(word: Word) -> bool:
    """Whether a verb or preposition governs a word, or what it is joined to: "in Oslo, Norway, Peru may send"."""
    while word.relation in {"conj", "appos"}:
        word = word.head
    return word.relation in {"pobj", "dobj"}


def _is_acronym(word: Word) -> bool:
    """Whether a word is written as the name of an alliance is: "BRICS", "the CIS"."""
    return word.pos == "PROPN" and len(word.text) > 2 and word.text.isupper()


def _included(forces: Word) -> list[Word]:
    """Return who is among forces: "forces, including Omani police,", "Omani ones among them", "that include"."""
    examples = [w for child in forces.children if child.lower == "including" for w in child.kids("pobj")]
    clauses = [clause for clause in forces.kids("relcl") if clause.lemma == "include" and not negated(clause)]
    examples += [w for w in forces.kids("appos") if any(them.lower == "them" for them in w.objects("among"))]
    return examples + [w for clause in clauses for w in clause.kids("dobj")]


def _origin(forces: Word) -> list[Word]:
    """Return where forces come from: "the police, who come from Salta in Argentina"."""
    clauses = [clause for clause in forces.kids("relcl") if clause.lemma in {"come", "hail"}]
    places = [place for clause in clauses if clause.has("from") for place in clause.objects("from", "in")]
    return [part for place in places for part in place.subtree() if part.pos in {"PROPN", "ADJ"}]


def _is_excluded(word: Word) -> bool:
    """Whether a nation is named as the one that is not meant: "Peru, not Oman", "rather than from Oman"."""
    words = word.tree.words
    first = word.subtree()[0].index
    if words[first].lower == "not":
        return True
    while first and (words[first - 1].pos in {"ADP", "DET"} and words[first - 1].lower not in _INSTEAD):
        first -= 1
    before = words[first - 1].lower if first else ""
    excepted = before in {"but", "except"} and word.relation in {"conj", "pobj", "appos"}
    if excepted and not any(w.lower == "not" for w in words[:first]):
        return True  # "all the guarantors but Peru"
    return before in {"not", *_INSTEAD} or (before == "of" and words[first - 2].lower == "instead")


_INSTEAD = frozenset({"than", "unlike"})


def _is_broker(word: Word) -> bool:
    """Whether somebody speaks or mediates for others, and so sends nobody: "the envoy", "Maria Silva, an envoy"."""
    return any(w.lemma in kind("broker") for w in (word, *word.kids("appos", "compound")))


def _examples(word: Word) -> list[Word]:
    """Return the first of the examples that follow a noun: "states, for instance Cuba", "countries, namely Peru"."""
    after = [w for w in word.tree if word.index < w.index <= word.index + _EXAMPLES_WITHIN]
    for one, other in pairwise(after):
        such = (one.lower, other.lower) == ("such", "as")
        if such or one.lower == "namely" or other.lower in {"instance", "example"}:
            return [w for w in after if w.index > one.index and w.pos == "PROPN"][:1]
    return []
