"""Where a sentence ties an area to a zone: by a verb, by what the zone is, in the zone's own noun phrase."""

from __future__ import annotations

from collections.abc import Iterator

from zones.reading.area_arguments import covered, defined_as, located, objects, phrase, places, subjects
from zones.reading.clauses import is_unsure, is_wished
from zones.reading.extent_verbs import has_role, is_negated
from zones.reading.frames.frame import verbs_of
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.predication import making, predicates
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.reading.tie import Effect, Tie, is_bearing, leads_to_place

__all__ = ["areas_left_out", "ties"]

_COMPLEMENTS = frozenset({"attr", "dobj", "oprd", "ccomp", "xcomp", "appos"})
_UNDER_VERBS = frozenset({"prep", "attr", "acomp", "prt", "pobj", "advmod", "dobj", "conj"})


def ties(sentence: Mentions, zone: Introduction, head: Word) -> Iterator[Tie]:
    """Yield the places of a sentence that may tell what a zone covers, the more certain first.

    Parameters
    ----------
    sentence
        The sentence.
    zone, head
        A mention of a zone in it, and its `head_of`.
    """
    made = making(head)
    if made is not None:
        yield from _of_making(made)
        return
    yield from _as_subject(head)
    yield from _as_object(head)
    if not zone.pronoun:
        mention = sentence.tree.between(*sentence.scan.span(zone.end - 1, zone.end))
        yield from _in_its_phrase(head, mention[-1])


def _of_making(made: Word) -> Iterator[Tie]:
    """Yield the areas made a zone: "southern Syria is to be demilitarised", "called for Daraa to be demilitarised"."""
    if is_unsure(made) or is_negated(made):
        return
    called_for = [noun for noun in made.head.objects("for") if noun.index < made.index]
    yield from (phrase(called_for[-1], made),) if called_for else subjects(made)


def _as_subject(head: Word) -> Iterator[Tie]:
    """Yield what stands after the verbs whose subject is the zone: "it covers", "the zone, which runs along"."""
    for verb in predicates(head):
        if not is_unsure(verb):
            yield from _after(verb)


def _after(verb: Word) -> Iterator[Tie]:
    """Yield what a verb says of the zone that is its subject: "covers X", "leaves X out", "is X", "is set up in X"."""
    no, passive = is_negated(verb), verb.kid("auxpass") is not None
    said: Effect = "excludes" if no else "covers"
    if verb.lemma == "occupy" and passive:
        return  # a zone that somebody holds, wherever
    if has_role(verb, "excludes"):
        yield from covered(verb, "covers" if no else "excludes")
    elif any(is_kind(word, "people") for word in verb.kids("dobj")):
        return  # "they protect all civilians across Aleppo"
    elif has_role(verb, "covers"):
        yield from covered(verb, said)
    elif has_role(verb, "defines") and passive:
        yield from defined_as(verb)
    elif verb.lemma == "be":
        yield from located(verb, said, "attr", "oprd", "dobj")
    elif has_role(verb, "lies"):
        yield from located(verb, said)
    elif has_role(verb, "halts") or (has_role(verb, "sets_up") and verb.tag in {"VBN", "VBD"} and not no):
        yield from places(verb, "set up")


def _as_object(head: Word) -> Iterator[Tie]:
    """Yield the areas that a verb puts into the zone: "X makes up the zone", "X falls within it", "puts X under it"."""
    top = _out_of_lists(head)
    above = top.head
    if top.relation == "pobj" and (above.relation in {"prep", "agent", "dative"} or above.pos == "ADP"):
        verb = _verb_above(above)
        if verb is not None and not is_unsure(verb):
            yield from _under_preposition(verb, above.lower)
    elif top.relation in _COMPLEMENTS and above.is_verb and not (is_unsure(above) or is_negated(above)):
        yield from _as_complement(above, head)


def _under_preposition(verb: Word, preposition: str) -> Iterator[Tie]:
    """Yield the areas of "X falls within the zone", "left out of the zones is X", "puts X under a truce"."""
    no = is_negated(verb)
    out = preposition in {"of", "from"} and has_role(verb, "left_out")
    if out or (preposition == "outside" and has_role(verb, "belongs")):
        yield from subjects(verb, "covers" if no else "excludes")
        return
    if preposition not in words("extents.belonging"):
        return
    if has_role(verb, "belongs"):
        yield from subjects(verb, "excludes" if no else "covers")
    adds = preposition == "to" and has_role(verb, "adds")
    if (adds or has_role(verb, "declares")) and not no:
        yield from objects(verb)


def _as_complement(verb: Word, head: Word) -> Iterator[Tie]:
    """Yield the areas of "X makes up the zone", "declares X a zone", "draws the zone so as to embrace X"."""
    if has_role(verb, "defines"):
        yield from defined_as(verb)
    if verb.lemma == "call" and verb.relation in {"csubj", "csubjpass"}:
        yield from located(verb.head, "covers", "attr")  # "What the accord calls the zone is Idlib"
    for below in verb.kids("advcl", "xcomp"):
        if below.has("to") and has_role(below, "covers"):
            yield from covered(below)
    if has_role(verb, "forms"):
        yield from subjects(verb)
    if has_role(verb, "declares"):
        yield from objects(verb)
    if has_role(verb, "sets_up") or has_role(verb, "halts"):
        yield from (tie for tie in places(verb, "set up") if tie.by.index > head.index)
    if has_role(verb, "halts"):
        yield from _suffering(head)


def _suffering(attacks: Word) -> Iterator[Tie]:
    """Yield what attacks are on: "halt the bombing of and the attacks on X and Y"."""
    for word in attacks.conjuncts():
        for preposition in word.kids("prep"):
            if preposition.lower in {"on", "of", "against"} and preposition.kids("pobj"):
                yield Tie("covers", preposition.tree.words[preposition.index + 1], "set up", preposition)


def _in_its_phrase(head: Word, last: Word) -> Iterator[Tie]:
    """Yield what the zone's own noun phrase says: "a zone in Idlib", "the zone along the border".

    Parameters
    ----------
    head, last
        The head of the mention, and its last word.
    """
    every = last.tree.words
    for preposition in _prepositions(head, last):
        at = preposition.index + preposition.is_verb  # "the zone including Idlib"
        if preposition.index > last.index and leads_to_place(preposition) and at < len(every):
            yield Tie("covers", every[at], "noun", preposition)
    for verb in head.kids("relcl"):
        if verb.lemma in verbs_of("watch", "keep") and subject_of(verb) is not head and not is_unsure(verb):
            yield from places(verb, "noun")  # "zones that others will patrol in Idlib"


def _prepositions(head: Word, last: Word) -> list[Word]:
    """Return what may open a place after a mention: the preposition that follows, "located north of", its own."""
    own = [*head.kids("prep"), *(last.kids("prep") if last is not head else ())]
    following = [word for word in last.tree.words[last.index + 1 :] if word.text != '"']
    placing = words("areas.lying_to") | {","}  # "the third zone, located to the north of Homs"
    beyond = next((word for word in following if word.lower not in placing), None)
    if beyond is not None and is_bearing(beyond) and beyond not in own:
        own.insert(0, beyond)
    if following and following[0].pos == "ADP" and following[0] not in own:
        own.insert(0, following[0])
    return own


def _out_of_lists(word: Word) -> Word:
    """Return the first of nouns joined by "and": "Idlib zone" of "the Idlib zone and the Homs one"."""
    while word.relation == "conj" and word.head.is_noun:
        word = word.head
    return word


def _verb_above(preposition: Word) -> Word | None:
    """Return the verb that a preposition belongs to: "are" in "fully or partly inside the zone are"."""
    above = preposition.head
    if preposition.relation == "conj" and not above.is_verb:
        above = above.head
    while not above.is_verb and not above.is_root:
        if above.relation not in _UNDER_VERBS:
            return None
        above = above.head
    return above if above.is_verb else None


def areas_left_out(sentence: Mentions) -> Iterator[Tie]:
    """Yield the subjects of a sentence without a zone that says of areas that they are in or out: "X is excluded"."""
    for verb in sentence.tree:
        if not verb.is_verb or is_unsure(verb) or is_wished(verb):
            continue
        outside = any(w.lower == "outside" for w in verb.kids("prep", "advmod", "acomp", "prt"))
        no_part = verb.lemma == "be" and any(w.lemma == "part" for w in verb.kids("attr"))
        if outside or (no_part and is_negated(verb)):
            yield from subjects(verb, "excludes")
        elif has_role(verb, "excluded") and verb.kid("nsubjpass") is not None:
            out = has_role(verb, "excludes")
            yield from subjects(verb, "covers" if out == is_negated(verb) else "excludes")
