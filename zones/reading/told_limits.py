"""Limits told by what forces would do, outside a zone's list of areas: what they would hold, where they won't go.

"They would hold the strip that rebels control", "they will stay out of built-up areas".
"""

from __future__ import annotations

from collections.abc import Iterator

from zones.areas import Limit
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.mood import Told, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.reasons import Reasoned, Why
from zones.status import Status

__all__ = ["told_limits"]


def told_limits(mentions: Mentions) -> list[Limit]:
    """Return the limits that a sentence tells by what forces would watch or keep out of."""
    return [*_held(mentions), *_avoided(mentions)]


def _held(mentions: Mentions) -> Iterator[Limit]:
    """Yield land that somebody controls, where forces would watch it: "hold the belt now controlled by tribes"."""
    for verb in mentions.tree:
        if verb.lemma in words("whereabouts.keeping") and _is_of_forces(verb, mentions):
            for land in (joined for one in verb.kids("dobj") for joined in one.conjuncts()):
                control = next(filter(_is_control, (*land.subtree(), *_after(land, verb))), None)
                if is_kind(land, "land") and control is not None:
                    told = [*land.subtree(), *control.subtree()]
                    yield _limit(told[0], told, mentions, Why.CONTROL.told())


def _after(land: Word, verb: Word) -> list[Word]:
    """Return the participles after land that the parser hangs on its verb: "guard the belt east of it held by X"."""
    words_of = land.tree.words
    return [
        word
        for word in verb.kids("advcl")
        if word.tag == "VBN" and all(w.text != "," for w in words_of[land.index : word.index])
    ]


def _is_control(word: Word) -> bool:
    """Whether a participle or relative clause says who controls land."""
    told = word.lemma in words("limits.controlling") and word.relation in {"acl", "relcl", "advcl"}
    return told and (bool(word.objects("by")) or word.kid("nsubj") is not None)


def _avoided(mentions: Mentions) -> Iterator[Limit]:
    """Yield what forces would keep out of, where it has no name: "will stay out of built-up areas"."""
    for verb in mentions.tree:
        outside = verb.lemma in {"stay", "keep", "remain"} and not negated(verb)
        inside = verb.lemma == "enter" and negated(verb)
        if not (outside or inside) or not _is_of_forces(verb, mentions):
            continue
        lands = verb.objects("out", "outside", "away") if outside else verb.kids("dobj")
        for land in (one for first in lands for one in (first, *first.objects("of", "from"))):
            if (
                is_kind(land, "land")
                and land.tag == "NNS"
                and not any(map(mentions.is_place, land.subtree()))
            ):
                yield _limit(verb, land.subtree(), mentions, Why.KEPT_OUT.told())


def _is_of_forces(verb: Word, mentions: Mentions) -> bool:
    """Whether a verb tells what forces are to do, not what they do or did: "their job would be to hold"."""
    chain = [verb]
    while chain[-1].relation in {"xcomp", "conj"} and chain[-1].head.is_verb:
        chain.append(chain[-1].head)
    doer = next((subject for told in chain if (subject := subject_of(told)) is not None), None)
    state = next((state for told in chain if (state := mood(told).state) is not Told.OPEN), Told.OPEN)
    ours = doer is not None and (
        mentions.is_force(doer) or doer.lower in {"they", "it"} or is_kind(doer, "task", "watching")
    )
    return ours and verb.is_verb and isinstance(state, Status)


def _limit(first: Word, told: list[Word], mentions: Mentions, reason: Reasoned) -> Limit:
    """Return the words from one to the last of those told, up to a comma."""
    comma = next((word.start for word in told if word.text == ","), told[-1].end)
    span = (first.start, comma)
    return Limit(text=" ".join(mentions.text[slice(*span)].split()), span=span, reason=reason)
