"""What ties an area to a zone in a sentence: a verb, or the zone's own noun phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zones.reading.clauses import is_wished
from zones.reading.extent_verbs import has_role
from zones.reading.lexicon import words
from zones.reading.numbers import direction
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word

__all__ = ["Effect", "Tie", "is_bearing", "leads_to_place"]

Effect = Literal["covers", "excludes"]
"""Whether an area is put into a zone or taken out."""

_PERHAPS = frozenset({"can", "could", "may", "might"})


@dataclass(frozen=True, slots=True)
class Tie:
    """Words that may tell what a zone covers.

    Parameters
    ----------
    action
        Whether the area is put in or taken out.
    first
        The word at which they begin.
    how
        ``"verb"``: a verb says it; ``"noun"``: the zone's noun phrase does ("a zone in Idlib"); ``"set up"``: a
        verb of setting up, with where.
    by
        The verb or preposition that ties them.
    reach
        A word that they must reach: the head of a subject, so that "Idlib's governor" is no area; None for none.
    """

    action: Effect
    first: Word
    how: Literal["verb", "noun", "set up"]
    by: Word
    reach: Word | None = None

    @property
    def is_position(self) -> bool:
        """Whether words place the zone: "a zone north of Homs", "the third zone lies north of Homs"."""
        if self.how == "verb":
            return self.reach is None and (self.by.lemma == "be" or has_role(self.by, "lies"))
        return is_bearing(self.by)

    @property
    def is_possible(self) -> bool:
        """Whether its verb, or the one that this completes, says only that it may be so: "could be extended to"."""
        verbs = self._verbs
        perhaps = any(aux.lower in _PERHAPS for verb in verbs for aux in verb.kids("aux"))
        return perhaps or (self.is_growth and any(map(is_wished, verbs)))

    @property
    def is_growth(self) -> bool:
        """Whether a zone that is there is made larger: "extended to", "widened to take in"."""
        return any(has_role(verb, "extends") for verb in self._verbs)

    @property
    def _verbs(self) -> tuple[Word, ...]:
        """The verb that tells it, and the one that this completes or goes on."""
        verb = self.by if self.how == "verb" else self.by.head
        completes = verb.relation in {"xcomp", "conj", "advcl"} and verb.head.is_verb
        return (verb, verb.head) if completes else (verb,)

    def start(self, scan: Scan) -> int:
        """Return the token at which its words begin."""
        return scan.token_at(self.first.start)

    def stop(self, scan: Scan) -> int:
        """Return the token after the words of an area that its verb has as subject or object: "X" in "X is in it"."""
        reached = -1 if self.reach is None else scan.token_at(self.reach.start)
        verb = scan.token_at(self.by.start)
        return max(reached + 1, verb if self.start(scan) < verb else 0)

    def phrase_end(self, scan: Scan) -> int:
        """Return the token after the phrase that its first word opens, as the tree has it."""
        word = self.first
        while word.head is not self.by and not word.is_root and word.head.index > self.by.index:
            word = word.head
        last = word.subtree()[-1]
        return max(self.start(scan), scan.token_at(last.end - 1) + 1)


def is_bearing(word: Word) -> bool:
    """Whether a word opens "north of Homs"."""
    return word.has("of") and direction((word.lower,), 0) is not None


def leads_to_place(word: Word) -> bool:
    """Whether a word opens a phrase of place: "in Idlib", "along the border", "north of Homs"."""
    return word.lower in words("extents.places") or is_bearing(word)
