"""Whom "they", "its", "those countries" and "the guarantors" mean: an antecedent in this document, or it stays open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zones.reading.deed_memory import DeedMemory
from zones.reading.force_memory import ForceMemory
from zones.reading.governors import governor
from zones.reading.groups import meant_by_group
from zones.reading.list_memory import ListMemory
from zones.reading.mentions import Mentions
from zones.reading.named_above import named_above, nation_of_person, nations_of
from zones.reading.resolved import Open, Resolved
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word

__all__ = ["Reference"]

_FIRST = frozenset({"we", "us", "our", "ours", "i", "my", "me"})
_PLURAL = frozenset({"they", "them", "both", "these", "those", "theirs"})
_LANDS = frozenset({"country", "republic", "kingdom", "nation", "state", "sultanate", "emirate", "monarchy"})


@dataclass(slots=True)
class Reference:
    """What a document has told so far of nations, lists of them, and persons.

    Parameters
    ----------
    persons
        The nation that each person speaks for, by folded surname.
    speaks_for
        The nation that the speaker of the clause at hand speaks for.
    quoted
        Whether the clause stands in quotation marks: "it" in it is not the speaker.
    number
        Of the sentence at hand.
    """

    persons: dict[str, str] = field(default_factory=dict)
    speaks_for: str | None = None
    quoted: bool = False
    number: int = 0
    _lists: ListMemory = field(default_factory=ListMemory)
    _deeds: DeedMemory = field(default_factory=DeedMemory)
    _named_forces: ForceMemory = field(default_factory=ForceMemory)

    def learn(self, sentences: Iterable[Mentions]) -> None:
        """Note the lists of countries that the document calls guarantors, wherever it does."""
        self._lists.learn(sentences)

    def begin(self, mentions: Mentions, number: int) -> None:
        """Take a sentence in hand, with the lists of countries and the forces that it names."""
        self.number = number
        self._lists.begin(mentions, number)
        self._named_forces.note(mentions, number)

    def note_forces(self, codes: tuple[str, ...], trigger: Word, mentions: Mentions) -> None:
        """Take in whose forces a deed was about."""
        self._deeds.note(codes, trigger, mentions.span, self.number)

    @property
    def parties(self) -> frozenset[str]:
        """The nations that the document names as guarantors, or together in a sentence on a deal."""
        return self._lists.parties

    def again(self, word: Word) -> Resolved | None:
        """Return whose deed "the patrols" means, if the same noun has been told of with its nations before."""
        return self._deeds.again(word, self.number)

    def force(self, word: Word, mentions: Mentions) -> Resolved | None:
        """Return whose "the troops" or "the government" are, if the sentences before told of those of one side only."""
        return self._named_forces.meant(word, mentions, self.number)

    def person_nation(self, name: str) -> str | None:
        """Return the nation that a person speaks for."""
        return nation_of_person(name, self.persons)

    def pronoun(self, word: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return whom a pronoun means that would send."""
        if word.lower in _FIRST:
            return self._first_person()
        if word.lower in {"it", "he", "she"}:
            return self._third_person(word, mentions)
        if word.lower in {"these", "those"} and word.kids("acl", "relcl", "prep"):
            return None  # "those taking part in the talks"
        if word.lower in _PLURAL:
            return self._plural_here(word, mentions) or self._plural_before(word, mentions)
        return None

    def possessive(self, part: Word, noun: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return whose "our", "its" or "their" is."""
        if part.lower in _FIRST:
            return self._first_person()
        plural = part.lower == "their"
        if plural and (described := _described(part)) is not None and not nations_of(described, mentions, {}):
            return Open(f"whose “{part.lower} {noun.text}” are")
        found = self._above(part, mentions, plural=plural)
        if found is not None:
            return found
        if self.speaks_for is not None and not self.quoted:
            return (self.speaks_for,), None
        if not plural:
            return Open(f"whose “{part.lower} {noun.text}” are")
        last = self._lists.last()
        return (last.codes, last.span) if last is not None else Open(f"whose “{part.lower}” is")

    def group(self, word: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return whom "those countries", "both", "the guarantors", "the republic" mean."""
        if word.tag in {"NN", "NNP"} and word.lower not in {"trio", "pair", "duo"}:
            return self._own_land(word, mentions)
        return meant_by_group(word, self._lists)

    def _own_land(self, word: Word, mentions: Mentions) -> Resolved | None:
        """Return which country "his country" or, said by who speaks for one, "the republic" is."""
        if word.lemma not in _LANDS:
            return None
        owned = word.has("his", "her", "its")
        found = self._above(word, mentions, plural=False) if owned else None
        if found is None and self.speaks_for is not None and (owned or word.has("our", "the", "this")):
            return (self.speaks_for,), None
        return found

    def _first_person(self) -> Resolved | Open:
        """Return whom "we" means: the country that is spoken for."""
        if self.speaks_for is not None:
            return (self.speaks_for,), None
        return Open("who speaks, and for which country")

    def _third_person(self, word: Word, mentions: Mentions) -> Resolved | Open | None:
        """Return the country of the speaker or subject above that "it" or "he" takes up."""
        if word.relation == "expl":
            return None
        found = self._above(word, mentions, plural=False)
        if found is not None:
            return found
        says = any(is_saying(above) or governor(above) is not None for above in word.ancestors())
        if says and not self.quoted and self.speaks_for is not None:
            return (self.speaks_for,), None  # "the ministry said that it would send"
        return Open(f"who “{word.lower}” is")

    def _plural_here(self, word: Word, mentions: Mentions) -> Resolved | None:
        """Return whom "they" takes up in its own sentence: a phrase above it, or the list just before it."""
        found = self._above(word, mentions, plural=True)
        listed = self._lists.here(word)
        if found is not None or listed is None:
            return found
        between = (w for w in word.tree if listed.at <= w.start < word.start)
        # "after talks of Peru and Oman rebels said they"
        others = any(w.tag in {"NNS", "NNPS"} for w in between)
        return None if others else (listed.codes, None)

    def _plural_before(self, word: Word, mentions: Mentions) -> Resolved | Open:
        """Return whose forces "they" are that a sentence before told of, unless this one speaks of somebody else."""
        subjects = (w for w in word.tree.words[: word.index] if w.relation in {"nsubj", "nsubjpass"})
        others = any(w.tag in {"NNS", "NNPS"} and not nations_of(w, mentions, self.persons) for w in subjects)
        last = None if others else self._deeds.last(self.number)
        return last or Open(f"who “{word.lower}” are")

    def _above(self, word: Word, mentions: Mentions, *, plural: bool) -> Resolved | None:
        """Return the nations that this sentence names above a word, if one agrees with it in number."""
        codes = named_above(word, mentions, self.persons, plural=plural)
        return (codes, None) if codes is not None else None


def _described(word: Word) -> Word | None:
    """Return the plural noun that the relative clause of a word describes: "COUNTRIES which may send their own"."""
    clause = next((above for above in word.ancestors() if above.relation == "relcl"), None)
    if clause is None or not any(w.lower in {"which", "that", "who"} for w in clause.kids("nsubj")):
        return None
    return clause.head if clause.head.tag in {"NNS", "NNPS"} else None
