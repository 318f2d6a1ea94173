"""Verbs of saying over a deed: what is said stands as it is; what somebody would not say is nothing, or undecided."""

from __future__ import annotations

from zones.reading.clauses import is_asked, is_asked_about
from zones.reading.governors import Governor, governor
from zones.reading.modality.ascent import Ascent, Stop, untold
from zones.reading.modality.deals import is_of_deal
from zones.reading.mood import Told, mood
from zones.reading.negation import negated
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["asked_about", "made_known", "said"]

_DISCLOSING = frozenset({"say", "tell", "reveal", "disclose", "specify", "announce", "state"})
_KNOWN = frozenset({"known", "clear", "plain", "understood"})


def asked_about(_ascent: Ascent, _below: Word, above: Word) -> bool:
    """Read what somebody was only asked: "ASKED about Russian observers, she ..."."""
    if is_asked_about(above):
        raise untold(f"{above.lower} about it")
    return False


def made_known(ascent: Ascent, _below: Word, above: Word) -> bool:
    """Read "LET it be KNOWN that", "made it CLEAR that": both words are one verb of saying."""
    if above.lemma == "let" and any(word.lower == "known" for word in above.kids("ccomp")):
        ascent.saying = above
        raise Stop
    return above.lower in _KNOWN and is_saying(above.head)


def said(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read a verb of saying: "SAID that they will come" leaves it so, "would not SAY whether they will" undecided."""
    if below.relation not in {"ccomp", "parataxis", "advcl"}:
        return False
    refusing = _refusing(above)
    says = is_saying(above) and (mood(above).state is not Told.OPEN or above.head.lower == "as")
    if not (says or refusing is above.head) or _governs_too(ascent, above, governor(above)):
        return False
    ascent.saying = refusing or above
    if refusing is None:
        raise Stop
    if not is_asked(below) or above.lemma not in _DISCLOSING:
        raise untold(f"not {above.lower}")
    ascent.unsaid = True
    ascent.take(Status.UNDECIDED, f"not {above.lower} whether")
    raise Stop


def _refusing(saying: Word) -> Word | None:
    """Return the verb by which somebody will not say a thing: "would not SAY", "REFUSED to say"; None if they do."""
    if not is_saying(saying):
        return None
    row = governor(saying.head) if saying.relation == "xcomp" else None
    if row is not None and row.yes == "denied" and not negated(saying.head):
        return saying.head
    return saying if negated(saying) else None


def _governs_too(ascent: Ascent, above: Word, row: Governor | None) -> bool:
    """Whether a verb of saying governs, too: "suggested sending", "could not confirm that"."""
    if row is None:
        return False
    if row.by_deal is not None:
        return is_of_deal(above, after_deal=ascent.after_deal)
    open_still = ascent.is_open or ascent.state is Status.PROPOSED
    return open_still or (negated(above) and row.no not in {"?", "keep"})
