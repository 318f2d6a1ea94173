"""Where the areas of a verb stand: as its subject, its object, its complement, or in a phrase of place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from zones.reading.lexicon import words
from zones.reading.predication import raised_subject
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.reading.tie import Effect, Tie, leads_to_place

__all__ = ["covered", "defined_as", "located", "objects", "phrase", "places", "subjects"]

# How what a verb covers may hang on it.
_COVERED = (
    "dobj", "attr", "oprd", "prep", "agent", "prt", "advmod", "npadvmod", "acomp", "dative", "xcomp", "dep",
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubjpass")


def phrase(noun: Word, by: Word, action: Effect = "covers") -> Tie:
    """Return the tie of a verb to a whole noun phrase: "the towns of A and B" in "the towns of A and B form it"."""
    return Tie(action, _first(noun), "verb", by, noun)


def covered(verb: Word, action: Effect = "covers") -> Iterator[Tie]:
    """Yield what a verb of covering has after it: "covers Idlib", "is made up of Idlib"."""
    return _tied(verb, _openings(verb, _COVERED) | {verb.index + 1}, action)


def located(verb: Word, action: Effect, *relations: str) -> Iterator[Tie]:
    """Yield where a verb says that a zone is: "runs along the border", "reaches 30 km into Syria", "is Idlib".

    Parameters
    ----------
    verb, action
        The verb, and whether the areas are put in.
    relations
        How what it says the zone is hangs on it; none for a verb that needs a preposition.
    """
    edges = [_first(kid) for kid in verb.kids("npadvmod", "dobj", "advmod") if kid.index > verb.index]
    numbers = {edge.index for edge in edges if edge.pos == "NUM"}
    return _tied(verb, _openings(verb, relations) | {word.index for word in _places(verb)} | numbers, action)


def _tied(verb: Word, starts: Iterable[int], action: Effect) -> Iterator[Tie]:
    every = verb.tree.words
    return (Tie(action, every[at], "verb", verb) for at in sorted(starts) if at < len(every))


def _openings(verb: Word, relations: tuple[str, ...]) -> set[int]:
    """Return where phrases on the right of a verb begin; after the preposition, where that is not one of place."""
    right = (kid for kid in verb.kids(*relations) if kid.index > verb.index)
    return {
        kid.index + 1 if kid.pos == "ADP" and kid.lower not in words("extents.places") else _first(kid).index
        for kid in right
    }


def places(verb: Word, how: Literal["noun", "set up"]) -> Iterator[Tie]:
    """Yield the phrases of place after a verb: "in Daraa" in "a truce was declared in Daraa"."""
    return (Tie("covers", preposition, how, preposition) for preposition in _places(verb))


def _places(verb: Word) -> list[Word]:
    """Return the prepositions of place on the right of a verb, from left to right."""
    own = verb.kids("prep", "advmod", "prt")
    inner = [word for kid in verb.kids("dobj", "acomp", "prt") for word in kid.kids("prep")]
    right = (word for word in (*own, *inner) if word.index > verb.index and leads_to_place(word))
    return sorted(right, key=lambda word: word.index)


def defined_as(verb: Word) -> Iterator[Tie]:
    """Yield what a verb defines something as: "describes its zone as Afrin district"."""
    every = verb.tree.words
    for preposition in verb.kids("prep"):
        if preposition.lower == "as" and preposition.index + 1 < len(every):
            yield Tie("covers", every[preposition.index + 1], "verb", verb)


def subjects(verb: Word, action: Effect = "covers") -> Iterator[Tie]:
    """Yield the areas that a verb has as its subject: "X and Y fall within it", "X is in the zone, but so is Y"."""
    listed = verb.head.head if verb.relation in {"acl", "relcl"} and verb.head.relation == "nsubj" else None
    if listed is not None and listed.lemma == "be":  # "the towns covered by it are X and Y"
        yield from covered(listed, action)
        return
    subject = verb.kid(*_SUBJECTS) or subject_of(verb) or raised_subject(verb) or _after_be(verb)
    if subject is not None:
        yield Tie(action, _first_of_all(subject, verb), "verb", verb, subject)
    elif verb.is_verb and verb.relation in {"ROOT", "ccomp", "conj"}:
        yield Tie(action, _first(verb), "verb", verb, _first(verb))
    for also in verb.kids("conj"):
        if also.lemma == "be" and also.has("so") and (other := _after_be(also)) is not None:
            yield phrase(other, also, action)


def _first_of_all(subject: Word, verb: Word) -> Word:
    """Return the word at which a subject begins, with what is joined to it: "A (in B) and C form it"."""
    joined = verb.head if verb.relation == "conj" and verb.head.is_noun and verb.head.is_root else subject
    first = subject.head.kid(*_SUBJECTS) if subject.relation in _SUBJECTS else None
    return min(_first(first or subject), _first(joined), key=lambda word: word.index)


def _after_be(verb: Word) -> Word | None:
    """Return what stands after the verb, where it opens the sentence: "Included in the zone is Idlib province"."""
    last = verb.head if verb.relation in {"csubj", "csubjpass", "advcl", "acomp"} else verb
    below = (
        child
        for above in (last, *last.kids("auxpass"))
        for child in above.kids("attr", "nsubj", "dobj", "dep")
    )
    return next((child for child in below if child.index > verb.index), None)


def objects(verb: Word) -> Iterator[Tie]:
    """Yield the areas that a verb has as its object: "puts Idlib under a truce", "declares Azaz a safe zone"."""
    found = verb.kids("dobj", "nsubjpass", "ccomp", "oprd")
    if verb.relation == "advcl" and verb.kid(*_SUBJECTS) is None:  # "Declared a safe zone, Azaz district ..."
        found += verb.head.kids(*_SUBJECTS)
    return (phrase(noun, verb) for noun in found)


def _first(word: Word) -> Word:
    """Return the leftmost word of a phrase."""
    return word.subtree()[0]
