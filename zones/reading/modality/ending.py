"""What is left at the top of the way: the fate that a state amounts to, under a condition or after a colon."""

from __future__ import annotations

from zones.passed_over import Reason
from zones.reading.governors import governor
from zones.reading.modality.ascent import Ascent
from zones.reading.modality.composition import AGAINST
from zones.reading.modality.fate import Fate
from zones.reading.mood import Told
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["fate_of", "no_fate"]

_UNTOLD = {
    Told.OPEN: Reason.TALKED_ABOUT,
    Told.OPEN_NOT: Reason.TALKED_ABOUT,
    Told.DONE: Reason.DONE,
    Told.HABIT: Reason.ALREADY_THERE,
}


def fate_of(ascent: Ascent) -> Fate:
    """Return what becomes of a deed, when nothing more stands over it."""
    announced = _announcing(ascent.trigger)
    if announced is not None and ascent.state in {Status.PLANNED, Status.POSSIBLE}:
        ascent.take(Status.PROPOSED, announced)
    if isinstance(ascent.state, Told):
        return no_fate(ascent, _UNTOLD[ascent.state])
    if _is_conditional(ascent):
        return no_fate(ascent, Reason.CONDITION)
    return Fate(
        ascent.state, path=tuple(ascent.path), act=ascent.act, saying=ascent.saying, decided=ascent.decided,
        plain=ascent.last is None, unsaid=ascent.unsaid,
    )  # fmt: skip


def no_fate(ascent: Ascent, reason: Reason, detail: str = "") -> Fate:
    """Return why nothing becomes of a deed, with the way so far."""
    return Fate(None, reason, detail, tuple(ascent.path), ascent.act, ascent.saying)


def _is_conditional(ascent: Ascent) -> bool:
    """Whether what is affirmed holds only if something else does: "once they have agreed to send", "if Peru sends"."""
    firm = ascent.state in {Status.PLANNED, Status.AGREED} and ascent.conditioned
    return firm or ((ascent.inverted or ascent.supposed) and ascent.state not in AGAINST)


def _announcing(trigger: Word) -> str | None:
    """Return the word before a colon that makes a proposal of what follows: "have this IDEA: the Danes might ..."."""
    words = trigger.tree.words
    colon = next((w.index for w in reversed(words[: trigger.index]) if w.text == ":"), 0)
    for word in words[:colon]:
        row = governor(word)
        if row is not None and row.yes == "proposed" and row.sends != "object":
            return word.lower
    return None
