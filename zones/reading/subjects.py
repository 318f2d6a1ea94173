"""Who does what a verb tells: its subject, shared, raised or described, or the agent of a passive."""

from __future__ import annotations

from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word

__all__ = ["doer_of", "subject_of"]


def subject_of(verb: Word) -> Word | None:
    """Return the subject of a verb, its own or the one that it shares or describes."""
    subjects = verb.kids("nsubj", "nsubjpass", "csubj", "expl")
    own = min(subjects, key=lambda word: abs(word.index - verb.index), default=None)
    if own is not None and verb.relation == "relcl" and own.lower in {"that", "which", "who"}:
        return _described_by_who(verb.head) if own.lower == "who" and verb.head.pos == "PROPN" else verb.head
    return own if own is not None else _shared_subject(verb)


def _shared_subject(verb: Word) -> Word | None:
    """Return the subject that a verb without one of its own shares, is raised to or describes."""
    above = verb.head
    said = above.lemma == "be" or (above.kid("auxpass") is not None and is_saying(above))
    raised = verb.relation == "xcomp" and said  # "Peru is to take over", "Peru is said to have refused"
    joined = verb.relation == "conj" and above.is_verb and any(word.kid("cc") for word in (above, verb))
    if raised or joined:
        return subject_of(verb.head)
    if verb.relation in {"acl", "relcl"} and verb.head.is_noun and verb.tag in {"VBG", "VBN"}:
        return verb.head
    if verb.relation == "conj" and verb.tag == "VBG":
        return _described_beside(verb.head)
    return None


def _described_beside(other: Word) -> Word | None:
    """Return what "a truce in force since May and embracing Homs" says of the truce, by what the participle joins."""
    while other.pos in {"ADP", "SCONJ"} and not other.is_root:
        other = other.head
    if other.is_verb:
        return other.kid("nsubj", "nsubjpass")
    return other if other.is_noun else None


def _described_by_who(name: Word) -> Word:
    """Return whom "who" means: in "rebels backed by Peru, who would guard it" the rebels, though Peru is nearer."""
    above = name
    while above.relation in {"pobj", "agent", "prep", "conj", "acl"} and not above.is_root:
        above = above.head
    return above if above.pos == "NOUN" else name


def doer_of(verb: Word) -> Word | None:
    """Return who does what a verb tells: its subject, or the agent of a passive."""
    if verb.kid("nsubjpass", "csubjpass") is not None:
        return next(iter(verb.objects("by")), None)
    return subject_of(verb)
