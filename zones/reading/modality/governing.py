"""Governors over a deed: "AGREED to send", "no DECISION on sending", each with its row in `lexicon/governors.toml`."""

from __future__ import annotations

from zones.reading.governors import Governor, governor
from zones.reading.modality.ascent import Ascent, obey
from zones.reading.modality.deals import is_of_deal
from zones.reading.modality.effects import DECIDING, apply
from zones.reading.modality.polarity import is_negated, left_open, verb_of
from zones.reading.modality.silences import SILENCES, SPEAKING, Governing
from zones.reading.mood import State, Told, mood
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.reading.subjects import doer_of
from zones.status import Status

__all__ = ["govern", "governed"]


def governed(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read a governor, if it governs what is below it."""
    row = governor(above)
    if row is None or not _fits(ascent, below, above, row):
        return False
    govern(ascent, below, above, row)
    return True


def _fits(ascent: Ascent, below: Word, above: Word, row: Governor) -> bool:
    """Whether a governor is one here: "the deal PROVIDES for patrols", not "Peru provides them"."""
    if row.by_deal is not None and row.yes == "keep" and not is_of_deal(above, after_deal=ascent.after_deal):
        return False
    if ascent.bare and not row.bare and not ascent.has_status:
        return False
    calls = above.is_verb and above.lemma in {"call", "push", "appeal"}
    return not calls or below.relation in {"prep", "xcomp"}  # "called for troops", not "called the troops"


def govern(ascent: Ascent, below: Word, above: Word, row: Governor) -> None:
    """Let a governor change the state, unless it says nothing of the deed."""
    link = _governing(ascent, below, above, row)
    obey(rule(ascent, link) for rule in SILENCES)
    apply(ascent, link.row, above, no=link.no, form=_form(above))
    _note_act(ascent, link)
    if above.is_verb:
        ascent.take_paper(above)
        if link.row.yes == "agreed" and ascent.state is Status.AGREED:
            ascent.decided = above


def _governing(ascent: Ascent, below: Word, above: Word, row: Governor) -> Governing:
    """Return a governor with what it makes of this deed: "yet to AGREE" leaves it open, "DECLINED an offer" refuses."""
    opened = left_open(above)
    no = opened is None and is_negated(ascent, below, above)
    if row.no == "rejected" and ascent.state is Told.OPEN_NOT and below.relation == "dobj":
        no, ascent.state = not no, Told.OPEN  # "we ACCEPT no role for them", "WANTS no Omani troops"
    if above.lemma in {"decline", "refuse", "reject"} and _is_offer(below) and not no:
        row = Governor(above.lemma, "rejected", "possible", "none", bare=True)  # by another
    own = above.is_verb and (
        above.kid("nsubj", "nsubjpass") is not None or above.relation in {"xcomp", "conj"}
    )
    return Governing(below, above, opened or row, no, doer_of(above) if own else None)


def _is_offer(word: Word) -> bool:
    """Whether a noun is what somebody offers of their own: "its OFFER to send"."""
    row = governor(word) if word.is_noun else None
    return row is not None and row.yes == "proposed" and row.sends == "subject"


def _form(above: Word) -> State:
    """Return what the form of a governor's verb says: "WILL agree", "a decision WILL be taken"."""
    taken = above.lemma in DECIDING and above.relation in {"nsubjpass", "dobj"}
    verb = above if above.is_verb else verb_of(above) if taken else None
    return mood(verb).state if verb is not None else Told.DONE


def _note_act(ascent: Ascent, link: Governing) -> None:
    """Note the governor whose subject does the saying: "Peru DENIED it", "the ministry HAS no information"."""
    above = link.above
    if link.no and link.row.no == "unconfirmed" and above.is_noun and above.relation == "dobj":
        ascent.act = above.head
    pledges = above.is_verb and above.lemma in {"pledge", "vow", "promise", "announce"}
    if link.subject is None or not (link.effect in SPEAKING or pledges):
        return
    if link.subject.pos != "NOUN" or not is_kind(link.subject, "force"):
        ascent.act = above
