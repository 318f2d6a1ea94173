"""How a verb of saying and what it tells stand to each other: before it, in commas within it, closing it."""

from __future__ import annotations

from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of

__all__ = ["ends_sentence", "is_aside", "is_reported_on", "telling", "told_of_itself"]

_LAST_WORDS = (
    14  # after a verb of saying that ends a sentence: "..., the minister told reporters in Moscow on Friday"
)
_FREE = frozenset({"ROOT", "conj", "parataxis", "advcl", "ccomp", "dep"})
_TOLD = frozenset({"ccomp", "parataxis", "advcl", "conj", "dobj", "xcomp"})


def ends_sentence(verb: Word, deed: Word) -> bool:
    """Whether a verb of saying after a deed closes its sentence: "..., the minister said", "..., wrote the paper"."""
    if verb.index < deed.index or verb.relation not in _FREE or verb.kid("ccomp") is not None:
        return False
    if _is_inverted(verb):
        return True
    between = {w.text for w in verb.tree.words[deed.index + 1 : verb.index]}
    return (
        not verb.is_under(deed)
        and len(verb.tree) - verb.index <= _LAST_WORDS
        and not between.isdisjoint({",", '"'})
        and ";" not in between
    )


def _is_inverted(verb: Word) -> bool:
    """Whether a verb stands before its subject, after a comma or a quotation: ", reported the agency"."""
    subject = verb.kid("nsubj")
    before = verb.tree.words[verb.index - 1].text if verb.index else ""
    return subject is not None and subject.index > verb.index and before in {",", '"'}


def is_aside(verb: Word, deed: Word) -> bool:
    """Whether a verb of saying stands in commas within what it tells: "Oman, diplomats say, will send"."""
    alone = verb.relation == "parataxis" and verb.kid("ccomp") is None and verb.kid("nsubj") is not None
    return alone and deed.is_under(verb.head) and not _is_parted(verb, deed)


def is_reported_on(verb: Word, deed: Word) -> bool:
    """Whether what follows a report goes on with it: "..., the minister said on Monday; no decision had been taken"."""
    clause = verb.head
    beside = verb.relation == "parataxis" and verb.index < clause.index and deed.is_under(clause)
    return beside and _is_parted(verb, deed) and any(word.lower == "had" for word in clause.kids("aux"))


def _is_parted(verb: Word, deed: Word) -> bool:
    """Whether a semicolon stands between a verb of saying and a deed after it."""
    return any(word.text == ";" for word in verb.tree.words[verb.index : deed.index])


def told_of_itself(verb: Word) -> Word | None:
    """Return the body that says something of itself: "the ministry has no information, it said"."""
    told = verb.kid("ccomp")
    own = subject_of(told) if told is not None and told.index < verb.index else None
    return own if own is not None and is_kind(own, "body") else None


def telling(deed: Word) -> list[Word]:
    """Return the verbs of saying in whose words a deed is told, the innermost first; who says it isn't told."""
    verbs, below = [], deed
    for above in deed.ancestors():
        told = below.relation in _TOLD and not (below.relation == "advcl" and below.kid("mark") is not None)
        if told and is_saying(above):
            verbs.append(above)
        below = above
    return verbs
