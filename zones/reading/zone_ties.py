"""Where a sentence ties an area to a zone: by a verb, by what the zone is, in the zone's own noun phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from zones.reading.clauses import is_asked, is_conditioned, is_inverted, is_supposed
from zones.reading.frames.frame import frames
from zones.reading.introductions import Introduction
from zones.reading.lexicon import table, words
from zones.reading.mentions import Mentions
from zones.reading.mood import is_unreal
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.numbers import direction
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of

__all__ = [
    "Tie",
    "areas_left_out",
    "head_of",
    "is_extent",
    "is_set_up",
    "is_to_end",
    "predicated",
    "tells_extent",
    "ties",
]

_AFTER_VERB = (
    "dobj",
    "attr",
    "oprd",
    "prep",
    "agent",
    "prt",
    "advmod",
    "npadvmod",
    "acomp",
    "dative",
    "xcomp",
    "dep",
)
_SUBJECTS = ("nsubj", "nsubjpass")
_PERHAPS = frozenset({"can", "could", "may", "might"})
_COMPLEMENTS = frozenset({"attr", "dobj", "oprd", "ccomp", "xcomp", "appos"})


@dataclass(frozen=True, slots=True)
class Tie:
    """Words that may tell what a zone covers.

    Parameters
    ----------
    action
        Whether the area is put in or taken out.
    start
        Token at which its words begin.
    reach
        A token that they must reach: the head of a subject, so that "Idlib's governor" is no area; -1 for none.
    how
        ``"verb"``: a verb says it; ``"noun"``: the zone's noun phrase does ("a zone in Idlib"); ``"set up"``: a
        verb of setting up, with where.
    word
        The verb or preposition that ties them.
    """

    action: Literal["covers", "excludes"]
    start: int
    how: Literal["verb", "noun", "set up"]
    word: Word
    reach: int = -1

    @property
    def is_position(self) -> bool:
        """Whether words place the zone: "a zone north of Homs", "the third zone lies north of Homs"."""
        if self.how == "verb":
            return self.reach < 0 and (self.word.lemma == "be" or _has_role(self.word, "lies"))
        return _is_beyond(self.word)

    @property
    def is_possible(self) -> bool:
        """Whether its verb, or the one that this completes, says only that it may be so: "could be extended to"."""
        verb = self.word if self.how == "verb" else self.word.head
        above = verb.head if verb.relation in {"xcomp", "conj"} and verb.head.is_verb else verb
        return any(aux.lower in _PERHAPS for one in (verb, above) for aux in one.kids("aux"))


def ties(sentence: Mentions, zone: Introduction, head: Word) -> Iterator[Tie]:
    """Yield the places of a sentence that may tell what a zone covers, the more certain first.

    Parameters
    ----------
    sentence
        The sentence.
    zone, head
        A mention of a zone in it, and its `head_of`.
    """
    made = predicated(head)
    if made is not None:
        if not (_is_unsure(made) or _is_negated(made)):
            called_for = [
                w for w in made.head.objects("for") if w.index < made.index
            ]  # "called for Daraa to be"
            for area in called_for[-1:]:
                yield Tie("covers", _token_of(sentence, _left(area)), "verb", made, _token_of(sentence, area))
            if not called_for:
                yield from _subjects(sentence, made, "covers")
        return
    yield from _as_subject(sentence, head)
    yield from _as_object(sentence, head)
    if not zone.pronoun:
        yield from _in_its_phrase(sentence, zone, head)


def predicated(head: Word) -> Word | None:
    """Return the verb by which areas are made a zone: "southern Syria is to be demilitarised"."""
    if head.lower not in words("mentions.demilitarised"):
        return None
    if head.relation == "acomp" and head.head.lemma == "be":
        return head.head
    return head if head.kid("auxpass") is not None else None


def head_of(sentence: Mentions, zone: Introduction) -> Word:
    """Return the word of a mention that stands above its other words."""
    words_of = sentence.tree.between(*sentence.scan.span(zone.start, zone.end))
    inside = {word.index for word in words_of}
    tops = [word for word in words_of if word.is_root or word.head.index not in inside]
    head = next((word for word in tops if word.is_noun or word.pos in {"PRON", "ADJ", "NUM"}), tops[-1])
    labelled = head.relation in {"compound", "nmod"} and len(head.head.text) <= 3  # "Zone A"
    return head.head if labelled else head


def _token_of(sentence: Mentions, word: Word) -> int:
    """Return the position in the scan of a word of the tree."""
    return sentence.scan.token_at(word.start)


@cache
def _keeping() -> frozenset[str]:
    """Return the verbs of keeping watch over a zone."""
    return frozenset(verb for frame in frames() if frame.name in {"watch", "keep"} for verb in frame.verbs)


@cache
def _roles() -> dict[str, dict[str, frozenset[str]]]:
    """Return for each role its verbs, with the particles that they need; none: any."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for role, verbs in table("extents")["verbs"].items():
        rows: dict[str, set[str]] = {}
        for verb in verbs.split():
            lemma, _, particle = verb.partition("_")
            rows.setdefault(lemma, set()).update({particle} if particle else ())
        found[role] = {lemma: frozenset(particles) for lemma, particles in rows.items()}
    return found


def _has_role(verb: Word, role: str) -> bool:
    """Whether a verb says that a zone covers something, lies somewhere, is set up ... (see ``extents.toml``)."""
    particles = _roles()[role].get(verb.lemma)
    if particles is None:
        return False
    alone = verb.lemma == "agree" and verb.kid("auxpass") is not None  # "a truce was agreed in Daraa"
    return (
        not particles
        or alone
        or any(
            child.lower in particles
            for child in verb.kids("prt", "prep", "advmod", "agent", "acomp", "dobj", "oprd")
        )
    )


def _as_subject(sentence: Mentions, head: Word) -> Iterator[Tie]:
    """Yield what stands after the verbs whose subject is the zone: "it covers", "the zone, which runs along"."""
    for verb in _predicates(head):
        if _is_unsure(verb):
            continue
        no = _is_negated(verb)
        if verb.lemma == "occupy" and verb.kid("auxpass") is not None:
            continue  # a zone that somebody holds, wherever
        if _has_role(verb, "excludes"):
            yield from _after(sentence, verb, "covers" if no else "excludes")
        elif any(is_kind(word, "people") for word in verb.kids("dobj")):
            continue  # "they protect all civilians across Aleppo"
        elif _has_role(verb, "covers"):
            yield from _after(sentence, verb, "excludes" if no else "covers")
        elif _has_role(verb, "defines") and verb.kid("auxpass") is not None:
            yield from _as(sentence, verb)
        elif _has_role(verb, "lies") or verb.lemma == "be":
            kids = ("attr", "oprd", "dobj") if verb.lemma == "be" else ()
            yield from _after(sentence, verb, "excludes" if no else "covers", kids)
        elif _has_role(verb, "halts") or (
            _has_role(verb, "sets_up") and verb.tag in {"VBN", "VBD"} and not no
        ):
            yield from _where(sentence, verb, "set up")


def _as_object(sentence: Mentions, head: Word) -> Iterator[Tie]:
    """Yield the areas that a verb puts into the zone: "X makes up the zone", "X falls within it", "puts X under it"."""
    top = _out_of_lists(head)
    above = top.head
    if top.relation == "pobj" and (above.relation in {"prep", "agent", "dative"} or above.pos == "ADP"):
        verb = _verb_above(above)
        if verb is not None and not _is_unsure(verb):
            yield from _under_preposition(sentence, verb, above.lower)
    elif top.relation in _COMPLEMENTS and above.is_verb and not (_is_unsure(above) or _is_negated(above)):
        yield from _as_complement(sentence, above, head)


def _under_preposition(sentence: Mentions, verb: Word, preposition: str) -> Iterator[Tie]:
    """Yield the areas of "X falls within the zone", "left out of the zones is X", "puts X under a truce"."""
    no = _is_negated(verb)
    out = preposition in {"of", "from"} and _has_role(verb, "left_out")
    if out or (preposition == "outside" and _has_role(verb, "belongs")):
        yield from _subjects(sentence, verb, "covers" if no else "excludes")
        return
    if preposition not in words("extents.belonging"):
        return
    if _has_role(verb, "belongs"):
        yield from _subjects(sentence, verb, "excludes" if no else "covers")
    adds = preposition == "to" and _has_role(verb, "adds")
    if (adds or _has_role(verb, "declares")) and not no:
        yield from _objects(sentence, verb)


def _as_complement(sentence: Mentions, verb: Word, head: Word) -> Iterator[Tie]:
    """Yield the areas of "X makes up the zone", "declares X a zone", "draws the zone so as to embrace X"."""
    if _has_role(verb, "defines"):
        yield from _as(sentence, verb)
    if verb.lemma == "call" and verb.relation in {"csubj", "csubjpass"}:
        yield from _after(
            sentence, verb.head, "covers", ("attr",)
        )  # "What the accord calls the zone is Idlib"
    for below in verb.kids("advcl", "xcomp"):
        if below.has("to") and _has_role(below, "covers"):
            yield from _after(sentence, below, "covers")
    if _has_role(verb, "forms"):
        yield from _subjects(sentence, verb, "covers")
    if _has_role(verb, "declares"):
        yield from _objects(sentence, verb)
    if _has_role(verb, "sets_up") or _has_role(verb, "halts"):
        yield from (tie for tie in _where(sentence, verb, "set up") if tie.word.index > head.index)


def _in_its_phrase(sentence: Mentions, zone: Introduction, head: Word) -> Iterator[Tie]:
    """Yield what the zone's own noun phrase says: "a zone in Idlib", "the zone along the border"."""
    last = sentence.tree.between(*sentence.scan.span(zone.end - 1, zone.end))[-1]
    following = [w for w in sentence.tree.words[last.index + 1 :] if w.text != '"']
    own = [*head.kids("prep"), *(last.kids("prep") if last is not head else ())]
    placing = words("areas.lying_to") | {","}  # "the third zone, located to the north of Homs"
    beyond = next((w for w in following if w.lower not in placing), None)
    if beyond is not None and _is_beyond(beyond) and beyond not in own:
        own.insert(0, beyond)
    if following and following[0].pos == "ADP" and following[0] not in own:
        own.insert(0, following[0])
    for preposition in own:
        places = preposition.lower in words("extents.places") or _is_beyond(preposition)
        if preposition.index > last.index and places:
            at = _token_of(sentence, preposition) + preposition.is_verb  # "the zone including Idlib"
            yield Tie("covers", at, "noun", preposition)
    for verb in head.kids("relcl"):
        if verb.lemma in _keeping() and subject_of(verb) is not head and not _is_unsure(verb):
            yield from _where(sentence, verb, "noun")  # "zones that others will patrol in Idlib"


def _predicates(head: Word) -> list[Word]:
    """Return the verbs whose subject a word is, directly or through "is expected to", from left to right."""
    found: list[Word] = [verb for verb in head.tree if _is_orphan(verb, head)]
    for verb in head.tree:
        if not verb.is_verb or verb.relation in {"aux", "auxpass"}:
            continue
        subject = subject_of(verb) or _raised(verb)
        if subject is not None and verb is not head:
            found += [verb] if head in subject.conjuncts() or _is_of_deal(subject, verb, head) else []
    return sorted(dict.fromkeys(found), key=lambda verb: verb.index)


def _is_of_deal(noun: Word, verb: Word, head: Word) -> bool:
    """Whether a clause on a zone's deal tells of the zone: "the area left of the deal, which takes in Idlib"."""
    behind = is_kind(noun, "deal") and noun.is_under(head) and not is_kind(head, "deal")
    return behind and verb.relation == "relcl" and _has_role(verb, "covers")


def _is_orphan(verb: Word, head: Word) -> bool:
    """Whether a verb of covering lacks a subject, and a zone stands before it: "the zone, as he put it, covers"."""
    if not (is_kind(head, "named_zone") and head.index < verb.index):
        return False
    if verb.tag == "NNS" and verb.kid("det", "amod", "compound", "poss", "nummod") is None:
        after = verb.tree.words[verb.index + 1] if verb.index + 1 < len(verb.tree) else None
        return after is not None and after.pos == "ADP" and _has_role(verb, "lies")
    if not verb.is_verb or not _has_role(verb, "covers") or verb.tag not in {"VBZ", "VBD"}:
        return False
    alone = verb.kid(*_SUBJECTS, "expl", "auxpass", "cc") is None and verb.relation in {
        "advcl",
        "conj",
        "parataxis",
    }
    joined = any(word.relation == "cc" for word in verb.head.children if word.index < verb.index)
    return alone and not joined


def _raised(verb: Word) -> Word | None:
    """Return the subject that a verb shares with the one that it completes: "would be extended to include"."""
    above = verb.head.head if verb.head.relation == "acomp" else verb.head  # "is likely to cover"
    aside = verb.relation == "advcl" and verb.tag == "VBG" and verb.kid("mark", *_SUBJECTS) is None
    if above.is_verb and (aside or (verb.relation in {"xcomp", "advcl"} and verb.has("to"))):
        return subject_of(above) or _raised(above)
    if verb.relation == "conj" and above.is_verb and verb.kid(*_SUBJECTS) is None:
        return subject_of(above) or _raised(above)
    return None


def _after(
    sentence: Mentions, verb: Word, action: Literal["covers", "excludes"], kids: tuple[str, ...] = _AFTER_VERB
) -> Iterator[Tie]:
    starts = {
        child.index + 1
        if child.pos == "ADP" and child.lower not in words("extents.places")
        else _left(child).index
        for child in verb.kids(*kids)
        if child.index > verb.index
    }
    if kids == _AFTER_VERB:
        starts.add(verb.index + 1)
    else:
        starts |= {word.index for word in _places(verb)}
        edges = [
            _left(child) for child in verb.kids("npadvmod", "dobj", "advmod") if child.index > verb.index
        ]
        starts |= {edge.index for edge in edges if edge.pos == "NUM"}  # "reaches 30 km into Syria"
    for index in sorted(starts):
        if index < len(sentence.tree):
            yield Tie(action, _token_of(sentence, sentence.tree.words[index]), "verb", verb)


def _where(sentence: Mentions, verb: Word, how: Literal["verb", "noun", "set up"]) -> Iterator[Tie]:
    for preposition in _places(verb):
        yield Tie("covers", _token_of(sentence, preposition), how, preposition)


def _places(verb: Word) -> list[Word]:
    """Return the prepositions of place on the right of a verb, from left to right."""
    near = [
        *verb.kids("prep", "advmod", "prt"),
        *(w for k in verb.kids("dobj", "acomp", "prt") for w in k.kids("prep")),
    ]
    return sorted(
        (w for w in near if w.index > verb.index and (w.lower in words("extents.places") or _is_beyond(w))),
        key=lambda w: w.index,
    )


def _is_beyond(word: Word) -> bool:
    """Whether a word opens "north of Homs"."""
    return word.has("of") and direction((word.lower,), 0) is not None


def _as(sentence: Mentions, verb: Word) -> Iterator[Tie]:
    """Yield what a verb defines something as: "describes its zone as Afrin district"."""
    for preposition in verb.kids("prep"):
        if preposition.lower == "as" and preposition.index + 1 < len(sentence.tree):
            yield Tie("covers", _token_of(sentence, preposition) + 1, "verb", verb)


def _subjects(sentence: Mentions, verb: Word, action: Literal["covers", "excludes"]) -> Iterator[Tie]:
    """Yield the areas that a verb has as its subject, or that its subject is: "the towns covered by it are X and Y"."""
    listed = verb.head.head if verb.relation in {"acl", "relcl"} and verb.head.relation == "nsubj" else None
    if listed is not None and listed.lemma == "be":
        yield from _after(sentence, listed, "excludes" if action == "excludes" else "covers")
        return
    subject = verb.kid(*_SUBJECTS) or subject_of(verb) or _raised(verb) or _after_be(verb)
    if subject is None and verb.is_verb and verb.relation in {"ROOT", "ccomp", "conj"}:
        yield Tie(action, _token_of(sentence, _left(verb)), "verb", verb, _token_of(sentence, _left(verb)))
    if subject is not None:
        reach = _token_of(sentence, subject)
        joined = verb.head if verb.relation == "conj" and verb.head.is_noun and verb.head.is_root else subject
        subject = (
            next(iter(subject.head.kids(*_SUBJECTS)), subject) if subject.relation in _SUBJECTS else subject
        )
        first = min(_left(subject), _left(joined), key=lambda word: word.index)  # "A (in B) and C form it"
        yield Tie(action, _token_of(sentence, first), "verb", verb, reach)
    for also in verb.kids("conj"):
        if also.lemma == "be" and also.has("so") and (other := _after_be(also)) is not None:
            # "X is in the zone, but so is Y"
            yield Tie(action, _token_of(sentence, _left(other)), "verb", also, _token_of(sentence, other))


def _after_be(verb: Word) -> Word | None:
    """Return what stands after the verb, where it opens the sentence: "Included in the zone is Idlib province"."""
    last = verb.head if verb.relation in {"csubj", "csubjpass", "advcl", "acomp"} else verb
    below = (
        child
        for above in (last, *last.kids("auxpass"))
        for child in above.kids("attr", "nsubj", "dobj", "dep")
    )
    return next((child for child in below if child.index > verb.index), None)


def _objects(sentence: Mentions, verb: Word) -> Iterator[Tie]:
    found = verb.kids("dobj", "nsubjpass", "ccomp", "oprd")
    if verb.relation == "advcl" and verb.kid(*_SUBJECTS) is None:  # "Declared a safe zone, Azaz district ..."
        found += verb.head.kids(*_SUBJECTS)
    for child in found:
        yield Tie("covers", _token_of(sentence, _left(child)), "verb", verb, _token_of(sentence, child))


def _left(word: Word) -> Word:
    return min(word.subtree(), key=lambda part: part.index)


def _out_of_lists(word: Word) -> Word:
    while word.relation == "conj" and word.head.is_noun:
        word = word.head
    return word


def _verb_above(preposition: Word) -> Word | None:
    above = preposition.head
    if preposition.relation == "conj" and not above.is_verb:
        above = above.head  # "fully or partly inside the zone are"
    while not above.is_verb and not above.is_root:
        if above.relation not in {"prep", "attr", "acomp", "prt", "pobj", "advmod", "dobj", "conj"}:
            return None
        above = above.head
    return above if above.is_verb else None


def _is_unsure(verb: Word) -> bool:
    """Whether a clause only supposes or asks what it tells."""
    return is_conditioned(verb) or is_supposed(verb) or is_asked(verb) or is_unreal(verb) or is_inverted(verb)


def _is_negated(verb: Word) -> bool:
    """Whether a verb is negated, or the one that it completes: "is not to cover"."""
    return negated(verb) or (verb.relation == "xcomp" and verb.head.is_verb and negated(verb.head))


def areas_left_out(sentence: Mentions) -> Iterator[Tie]:
    """Yield the subjects of a sentence without a zone that says of areas that they are in or out: "X is excluded"."""
    for verb in sentence.tree:
        if not verb.is_verb or _is_unsure(verb):
            continue
        outside = any(w.lower == "outside" for w in verb.kids("prep", "advmod", "acomp", "prt"))
        no_part = verb.lemma == "be" and any(w.lemma == "part" for w in verb.kids("attr"))
        if outside or (no_part and _is_negated(verb)):
            yield from _subjects(sentence, verb, "excludes")
        elif _has_role(verb, "excluded") and verb.kid("nsubjpass") is not None:
            out = _has_role(verb, "excludes")
            yield from _subjects(sentence, verb, "covers" if out == _is_negated(verb) else "excludes")


def tells_extent(sentence: Mentions) -> bool:
    """Whether a sentence has a verb of covering."""
    return any(_has_role(word, "covers") for word in sentence.tree)


def is_set_up(head: Word) -> bool:
    """Whether a verb of setting up governs a word, as its object or passive subject, or says that it takes hold."""
    above = head.head.head if head.relation == "pobj" else head.head
    verbs = [verb for verb in (*_predicates(head), above) if verb.is_verb]
    if head.relation == "dobj" and above.lemma == "include":
        return True  # "the first phase includes a ceasefire in"
    return any(_has_role(verb, "sets_up") for verb in verbs) or (
        above is not head and is_kind(above, "deal", "draft")
    )


def is_extent(verb: Word) -> bool:
    """Whether a verb says how far something reaches, and not only where it is."""
    return _has_role(verb, "covers") or (
        _has_role(verb, "lies") and verb.lemma not in {"apply", "hold", "remain"}
    )


def is_to_end(head: Word) -> bool:
    """Whether fighting is to stop, and not has stopped: "hostilities are to cease", "agreed to halt the fighting"."""
    verbs = [verb for verb in (*_predicates(head), head.head) if verb.is_verb and _has_role(verb, "halts")]
    return any(
        verb.tag in {"VB", "VBP", "VBZ"} and not _is_unsure(verb) and not _is_negated(verb) for verb in verbs
    )
