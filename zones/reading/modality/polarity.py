"""Whether a governor is affirmed, negated or left open: "agreed", "no decision has been made", "has yet to decide"."""

from __future__ import annotations

from zones.reading.governors import Governor, governor, links
from zones.reading.modality.ascent import Ascent
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word

__all__ = ["is_negated", "left_open", "verb_of"]


def is_negated(ascent: Ascent, below: Word, above: Word) -> bool:
    """Whether a governor is negated: a noun also by the verb that tells of it, "no decision has been made".

    Two negations affirm: "is not averse to". A verb's negation counts once on the way up.
    """
    # its own "no" is in the state already
    counted = below is ascent.trigger or governor(below) is not None
    no = negated(above, besides=below if counted else None)
    if above.relation == "acomp" and above.head.index not in ascent.spent:
        ascent.spent.add(above.head.index)
        return no != negated(above.head, besides=above)
    if not above.is_noun:
        return no and above.index not in ascent.spent
    verb = verb_of(above)
    if verb is None:
        return no
    ascent.spent.add(verb.index)
    return no != negated(verb, besides=above)


def verb_of(noun: Word) -> Word | None:
    """Return the verb that tells of a governing noun: "no decision has been MADE", "is not in TALKS"."""
    above = noun.head.head if noun.relation == "pobj" and noun.head.pos == "ADP" else noun.head
    if not above.is_verb or noun.is_root:
        return None
    beside = [w for w in above.kids("dobj", "attr", "acomp") if w is not noun]
    if any(governor(w) is not None for w in beside):
        return None  # "the plan will not get their backing"
    subject = noun.relation in {"nsubj", "nsubjpass"}
    light = above.lemma in links("verbs") or governor(above) is None
    return above if light and not (subject and above.kid("dobj") is not None) else None


def left_open(word: Word) -> Governor | None:
    """Return what a governor makes of a deed that leaves it open, negated or not; None if it doesn't."""
    effect = "undecided" if _is_undecided(word) else "unconfirmed" if _is_unsettled(word) else None
    return None if effect is None else Governor(word.lemma, effect, effect, "none", bare=True)


def _is_undecided(word: Word) -> bool:
    """Whether a word of deciding leaves it open: "has yet to decide", "a decision on whether to send"."""
    if word.lemma not in {"decide", "determine", "agree", "decision"}:
        return False
    clauses = word.kids("ccomp", "xcomp", "advcl") + (word.kids("prep", "acl") if word.is_noun else [])
    asked = [part for clause in clauses for part in (clause, *clause.kids("pcomp", "pobj", "conj"))]
    if any(mark.lower in {"whether", "if"} for part in asked for mark in part.kids("mark", "advmod")):
        return True
    return word.is_verb and any(_is_yet(near, word) for near in (*word.children, *word.head.children))


def _is_yet(word: Word, verb: Word) -> bool:
    """Whether "yet" leaves a verb open: "has yet to agree", "not agreed yet"; "agreed, yet" joins another clause."""
    return word.lower == "yet" and (word.index < verb.index or negated(verb))


def _is_unsettled(verb: Word) -> bool:
    """Whether a verb is one of the pair of "would neither confirm nor deny"."""
    pair = {"confirm", "deny"}
    joined = {word.lemma for word in (verb, verb.head, *verb.kids("conj")) if word.is_verb}
    return verb.lemma in pair and joined >= pair
