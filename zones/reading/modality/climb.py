"""The way up from a deed's own verb or noun to the top of its sentence: the rules that read each link of it.

The first rule that knows a link reads it. Every rule takes the way so far, the word below and the word above, and says
whether it has read the link. One that finds the end of the way raises `Stop`: with a reason where nothing becomes of
the deed, without one where what is known suffices.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from zones.passed_over import Reason
from zones.reading.clauses import is_circumstance, is_parted
from zones.reading.frames.match import Deed
from zones.reading.governors import governor
from zones.reading.modality.ascent import Ascent, Stop, untold
from zones.reading.modality.carriers import adjective, carrying_noun, carrying_verb
from zones.reading.modality.ending import fate_of, no_fate
from zones.reading.modality.fate import Fate
from zones.reading.modality.governing import govern, governed
from zones.reading.modality.light_verbs import light_verb
from zones.reading.modality.own_form import begin
from zones.reading.modality.prepositions import preposition
from zones.reading.modality.relatives import relative_clause
from zones.reading.modality.sayings import asked_about, made_known, said
from zones.reading.modality.verdicts import noun_over_status, verb_over_status
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["fate", "topic_fate"]

_UPWARD = frozenset(
    {
        "xcomp", "ccomp", "pcomp", "acl", "advcl", "dobj", "pobj", "prep", "nsubjpass", "nsubj", "attr", "relcl",
        "oprd", "acomp", "conj", "dative", "dep", "csubj", "csubjpass", "appos", "amod", "compound", "prt", "agent",
        "parataxis", "nmod",
    }
)  # fmt: skip
_FARTHEST = 14  # words from a deed to the top of its sentence


def fate(deed: Deed, *, headline: bool, after_deal: bool = False) -> Fate:
    """Return what becomes of a deed.

    Parameters
    ----------
    deed
        The deed.
    headline
        Whether it stands in a headline, where "to send" means will.
    after_deal
        Whether the sentence before tells of a deal ("It provides that ...").
    """
    ascent = Ascent(deed.trigger, deed.frame.name, headline, after_deal)
    return _outcome(ascent, partial(begin, ascent, deed))


def topic_fate(topic: Word) -> Fate:
    """Return what is said of a matter told before: "the question was not raised", "no decision has been taken"."""
    ascent = Ascent(topic, "topic")
    own = governor(topic) if topic.is_noun else None
    told = _outcome(ascent, partial(govern, ascent, topic, topic, own) if own is not None else None)
    past = any(w.tag == "VBN" and w.lemma == "discuss" and w.has("been") for w in topic.ancestors())
    if told.status is Status.DISCUSSED and past:
        return Fate(None, Reason.DONE, "discussed", told.path)
    return told


def _outcome(ascent: Ascent, start: Callable[[], None] | None) -> Fate:
    """Take the first step, climb as far as the way leads, and return what becomes of the deed."""
    try:
        if start is not None:
            start()
        _climb(ascent)
    except Stop as stop:
        if stop.reason is not None:
            return no_fate(ascent, stop.reason, stop.detail)
    return fate_of(ascent)


def _climb(ascent: Ascent) -> None:
    """Go from each word to the one that governs it; joined words ("come AND patrol") share what governs the first."""
    below = ascent.trigger
    for step, above in enumerate(below.ancestors()):
        if step > _FARTHEST or below.relation not in _UPWARD:
            if not ascent.has_status:
                raise Stop(Reason.STRUCTURE, f"how “{below.text}” hangs together is not understood")
            return
        if _leads_aside(ascent, below):
            raise untold(below.lower)
        if _is_apart(below, above):
            return
        if below.relation != "conj":
            _read(ascent, below, above)
        ascent.note_condition(above)
        below = above


def _read(ascent: Ascent, below: Word, above: Word) -> None:
    """Read a link by the first rule that knows it."""
    for reads in _LINKS:
        if reads(ascent, below, above):
            return


def _leads_aside(ascent: Ascent, below: Word) -> bool:
    """Whether bare forces stand in a clause that only tells something of them: "as Omani troops BEGAN their attack"."""
    aside = below.relation in {"advcl", "relcl", "parataxis"} and below.kid("nsubj", "nsubjpass") is not None
    return ascent.bare and not ascent.has_status and below.is_verb and aside


def _is_apart(below: Word, above: Word) -> bool:
    """Whether the word above doesn't govern the one below: after ";", over "after Peru offered", or joined unlike."""
    unlike = below.relation == "conj" and below.is_verb != above.is_verb and below.pos != "ADP"
    return unlike or is_parted(below, above) or is_circumstance(below)


def _including(_ascent: Ascent, _below: Word, above: Word) -> bool:
    """Pass over "including": "monitoring forces, INCLUDING Omani police, will be deployed"."""
    return above.lower == "including"


_LINKS = (
    asked_about,
    made_known,
    _including,
    preposition,
    said,
    relative_clause,
    governed,
    light_verb,
    verb_over_status,
    noun_over_status,
    carrying_verb,
    carrying_noun,
    adjective,
)
"""The rules that read a link, in the order in which they are tried."""
