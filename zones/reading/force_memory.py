"""Whom "the troops" and "the government" mean: those of the same name that the sentences before told of, or nobody."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from zones.reading.mentions import Mentions
from zones.reading.sentence.tree import Word

__all__ = ["ForceMemory"]

_NEAR = 2  # sentences over which "the troops" reaches back
_REMEMBERED = 40
_BODIES = frozenset({"government", "cabinet"})
_FEDERAL = "federal"  # Syria has no such government
_POINTING = ("the", "these", "those")
_MODIFIERS = ("amod", "compound", "poss", "nmod")


@dataclass(frozen=True, slots=True)
class _Force:
    """A noun phrase that named a force or government: its noun, what stood before it, and the nations that it is of."""

    noun: str
    described: frozenset[str]
    codes: tuple[str, ...]
    span: tuple[int, int]
    number: int


@dataclass(slots=True)
class ForceMemory:
    """The forces and governments that the last sentences named, nation or none."""

    _forces: deque[_Force] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def note(self, mentions: Mentions, number: int) -> None:
        """Take in the forces and governments that a sentence names."""
        for word in mentions.tree:
            if (mentions.is_force(word) or word.lemma in _BODIES) and not _points_back(word, mentions):
                self._forces.append(
                    _Force(word.lemma, _described(word), _nations(word, mentions), mentions.span, number)
                )

    def meant(
        self, word: Word, mentions: Mentions, number: int
    ) -> tuple[tuple[str, ...], tuple[int, int]] | None:
        """Return the nations of "the military police", "the federal government", with the sentence that names them.

        None unless the last sentence that has this noun is one of the two before, and names the nations wherever
        it has it, with all that describes it here: after "Omani troops and rebels' troops" nobody is meant. A federal
        government may be named farther off, if it is the only one that the text names.
        """
        if not _points_back(word, mentions):
            return None
        alike = [force for force in self._forces if force.noun == word.lemma]
        federal = word.lemma in _BODIES and _FEDERAL in _described(word)
        last = [force for force in alike if federal or force.number == alike[-1].number]
        near = _NEAR if word.lemma not in _BODIES else number if federal else 1
        if (
            not last
            or not 0 < number - last[0].number <= near
            or (federal and len({f.codes for f in last}) > 1)
        ):
            return None
        described = _described(word) - ({_FEDERAL} if federal else set())
        if not all(force.codes and described <= force.described for force in last):
            return None
        codes = tuple(dict.fromkeys(code for force in last for code in force.codes))
        return (codes, last[0].span) if len(codes) == 1 or word.lemma not in _BODIES else None


def _points_back(word: Word, mentions: Mentions) -> bool:
    return (
        word.has(*_POINTING)
        and not _nations(word, mentions)
        and not word.kids("acl", "prep", "conj", "appos")
    )


def _described(word: Word) -> frozenset[str]:
    return frozenset(part.lemma for part in word.kids("amod", "compound"))


def _nations(word: Word, mentions: Mentions) -> tuple[str, ...]:
    """Return the nations other than Syria before a noun or after its "of" and "from"; none if Syria is among them."""
    own = [*word.kids(*_MODIFIERS), *word.objects("of", "from")]
    own += [word.head] if word.relation == "conj" else []  # "Omani and Peruvian troops" may hang on "Omani"
    parts = [one for part in own for one in part.conjuncts()]
    codes = tuple(
        dict.fromkeys(nation.code for part in parts if (nation := mentions.nation(part)) is not None)
    )
    return () if "SY" in codes else codes
