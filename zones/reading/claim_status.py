"""The status of a deed for one of its senders: who refuses its own forces denies them, who refuses others' rejects."""

from __future__ import annotations

from zones.reading.mentions import Mentions
from zones.reading.modality.fate import Fate
from zones.reading.owners import Sender
from zones.reading.sentence.tree import Word
from zones.reading.subjects import doer_of
from zones.reading.voices import Voice
from zones.status import Status

__all__ = ["status_for"]

_REFUSING = frozenset({"refuse", "decline", "rule"})


def status_for(sender: Sender, outcome: Fate, voice: Voice, mentions: Mentions) -> Status:
    """Return the status of a deed for one of its senders.

    Parameters
    ----------
    sender
        Whose forces they would be.
    outcome
        What becomes of the deed.
    voice
        Who says so.
    mentions
        The sentence.
    """
    status = outcome.status or Status.DISCUSSED
    if status in {Status.PLANNED, Status.AGREED} and _is_one_of_several(sender.word):
        return Status.POSSIBLE
    if status is Status.DENIED and outcome.plain and voice.speaks_for == "SY":
        return Status.REJECTED  # "there will be no UN forces", says their host
    # "Peru cannot send any", not "Peru must not be among them"
    cannot = outcome.plain and sender.word.relation == "nsubj" and "can" in outcome.path
    own = cannot or voice.speaks_for == sender.code or _refuses_itself(sender, outcome.act, mentions)
    if status is Status.REJECTED and own:
        return Status.DENIED
    if status is Status.DENIED and not own and _refuses_others(sender, outcome.act, voice):
        return Status.REJECTED
    return status


def _is_one_of_several(word: Word) -> bool:
    """Whether only one of several would do it: "one of these would be sent", "Peru or Oman will send"."""
    of = word.head
    if of.lower == "of" and of.head.lower in {"one", "either"}:
        return True
    first = word
    while first.relation == "conj" and first.head.is_noun:
        first = first.head
    several = first.conjuncts()
    return len(several) > 1 and any(link.lower == "or" for one in several for link in one.kids("cc"))


def _refuses_itself(sender: Sender, act: Word | None, mentions: Mentions) -> bool:
    """Whether the sender is among those who refuse: "PERU and Oman rejected a deployment of their troops"."""
    refuser = doer_of(act) if act is not None else None
    if act is None or refuser is None:
        return False
    nations = (mentions.nation(word) for word in refuser.conjuncts())
    if any(nation is not None and nation.code == sender.code for nation in nations):
        return True
    # in "Omani troops that refused to come" what they refuse is told by the way
    return sender.word.is_under(refuser) and not act.is_under(refuser)


def _refuses_others(sender: Sender, act: Word | None, voice: Voice) -> bool:
    """Whether somebody refuses forces that aren't their own: "Oman REFUSED to let Peruvian troops come"."""
    if act is None or act.lemma not in _REFUSING or sender.word.head is act:
        return False
    refuser = doer_of(act)
    by_name = refuser is None or refuser.pos == "PROPN"
    return not (by_name and _is_unplaced(voice))


def _is_unplaced(voice: Voice) -> bool:
    """Whether a person speaks of whom nobody says for which country."""
    return voice.speaker is not None and voice.speaker.person and voice.speaks_for is None
