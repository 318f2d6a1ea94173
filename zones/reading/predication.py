"""What is predicated of a zone: the head of its noun phrase, and the verbs that tell of it.

"It covers", "the zone, which runs along", "is expected to be extended to include", "is to be demilitarised".
"""

from __future__ import annotations

from zones.reading.clauses import is_unsure, is_wished
from zones.reading.extent_verbs import has_role, is_negated
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of

__all__ = ["head_of", "is_set_up", "is_to_end", "making", "predicates", "raised_subject"]

_SUBJECTS = ("nsubj", "nsubjpass")
_LABEL = 3  # letters of "A" in "Zone A", at most


def head_of(sentence: Mentions, zone: Introduction) -> Word:
    """Return the word of a mention that stands above its other words: "zone" in "the first of four zones"."""
    words_of = sentence.tree.between(*sentence.scan.span(zone.start, zone.end))
    inside = {word.index for word in words_of}
    tops = [word for word in words_of if word.is_root or word.head.index not in inside]
    head = next((word for word in tops if word.is_noun or word.pos in {"PRON", "ADJ", "NUM"}), tops[-1])
    labelled = head.relation in {"compound", "nmod"} and len(head.head.text) <= _LABEL
    return head.head if labelled else head


def predicates(head: Word) -> list[Word]:
    """Return the verbs whose subject a word is, directly or through "is expected to", from left to right."""
    return [verb for verb in head.tree if _is_orphan(verb, head) or _has_subject(verb, head)]


def _has_subject(verb: Word, head: Word) -> bool:
    if not verb.is_verb or verb.relation in {"aux", "auxpass"} or verb is head:
        return False
    subject = subject_of(verb) or raised_subject(verb)
    return subject is not None and (head in subject.conjuncts() or _is_of_deal(subject, verb, head))


def _is_of_deal(noun: Word, verb: Word, head: Word) -> bool:
    """Whether a clause on a zone's deal tells of the zone: "the area left of the deal, which takes in Idlib"."""
    behind = is_kind(noun, "deal") and noun.is_under(head) and not is_kind(head, "deal")
    return behind and verb.relation == "relcl" and has_role(verb, "covers")


def _is_orphan(verb: Word, head: Word) -> bool:
    """Whether a verb lacks a subject, and a zone stands before it: "the zone, as he put it, covers"."""
    if not is_kind(head, "named_zone") or head.index >= verb.index:
        return False
    return _is_noun_by_mistake(verb) or _is_cut_off(verb)


def _is_noun_by_mistake(word: Word) -> bool:
    """Whether the parser took a verb for a plural noun: "the first zone stretches along"."""
    if word.tag != "NNS" or word.kid("det", "amod", "compound", "poss", "nummod") is not None:
        return False
    after = word.tree.words[word.index + 1] if word.index + 1 < len(word.tree) else None
    return after is not None and after.pos == "ADP" and has_role(word, "lies")


def _is_cut_off(verb: Word) -> bool:
    """Whether an insertion keeps a verb of covering from its subject: "the zone, as he put it, covers"."""
    finite = verb.is_verb and verb.tag in {"VBZ", "VBD"} and has_role(verb, "covers")
    if not finite or verb.relation not in {"advcl", "conj", "parataxis"}:
        return False
    joined = any(word.relation == "cc" for word in verb.head.children if word.index < verb.index)
    return not joined and verb.kid(*_SUBJECTS, "expl", "auxpass", "cc") is None


def raised_subject(verb: Word) -> Word | None:
    """Return the subject that a verb shares with the one that it completes: "would be extended to include"."""
    above = verb.head.head if verb.head.relation == "acomp" else verb.head  # "is likely to cover"
    if not above.is_verb:
        return None
    aside = verb.relation == "advcl" and verb.tag == "VBG" and verb.kid("mark", *_SUBJECTS) is None
    completing = verb.relation in {"xcomp", "advcl"} and verb.has("to")
    joined = verb.relation == "conj" and verb.kid(*_SUBJECTS) is None
    return subject_of(above) or raised_subject(above) if aside or completing or joined else None


def making(head: Word) -> Word | None:
    """Return the verb by which areas are made a zone: "southern Syria is to be demilitarised"."""
    if head.lower not in words("mentions.demilitarised"):
        return None
    if head.relation == "acomp" and head.head.lemma == "be":
        return head.head
    return head if head.kid("auxpass") is not None else None


def is_set_up(head: Word) -> bool:
    """Whether a zone is set up: "declared a ceasefire in", "a truce took effect in", "a deal for a ceasefire in"."""
    above = head.head.head if head.relation == "pobj" else head.head
    if head.relation == "dobj" and above.lemma == "include":
        return True  # "the first phase includes a ceasefire in"
    if above is not head and is_kind(above, "deal", "draft"):
        return True
    return any(verb.is_verb and has_role(verb, "sets_up") for verb in (*predicates(head), above))


def is_to_end(head: Word) -> bool:
    """Whether fighting will stop, and not has or should: "hostilities are to cease", "agreed to halt the fighting"."""
    ending = [verb for verb in predicates(head) if verb.kid("dobj") is None]  # strikes may "end their hold"
    if head.relation not in _SUBJECTS:
        ending.append(head.head)
    return any(_will_halt(verb) for verb in ending)


def _will_halt(verb: Word) -> bool:
    to_come = verb.is_verb and verb.tag in {"VB", "VBP", "VBZ"} and has_role(verb, "halts")
    return to_come and not (is_unsure(verb) or is_wished(verb) or is_negated(verb))
