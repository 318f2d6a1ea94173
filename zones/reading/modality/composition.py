"""How the effect of a governor and the state of the deed below it make a new state."""

from __future__ import annotations

from zones.reading.mood import State, Told
from zones.status import Status

__all__ = ["AGAINST", "composed", "negation"]

AGAINST = frozenset({Status.DENIED, Status.REJECTED, Status.UNDECIDED, Status.UNCONFIRMED})
"""The statuses that don't affirm."""

_NO = frozenset({Status.DENIED, Status.REJECTED})
_NEGATED = {Status.PLANNED: Status.DENIED, Status.POSSIBLE: Status.REJECTED, Status.PROPOSED: Status.REJECTED}
_WEAKER = (Status.DISCUSSED, Status.PROPOSED, Status.POSSIBLE)


def negation(state: State) -> State:
    """Return the state of a deed that is negated: "will not send", "not to send".

    Examples
    --------
    >>> negation(Status.PLANNED), negation(Told.OPEN)
    (<Status.DENIED: 'denied'>, <Told.OPEN_NOT: 'open, negated'>)
    """
    if isinstance(state, Status):
        return _NEGATED.get(state, state)
    return Told.OPEN_NOT if state is Told.OPEN else state


def composed(inner: State, effect: str, mood: State, *, subjunctive: bool = False) -> State:
    """Return the state of a deed with a governor's effect put on top of it.

    Parameters
    ----------
    inner
        The state below the governor.
    effect
        What the governor makes of it: a status, "keep", or "?" for what isn't understood.
    mood
        What the governor's own form says: "may agree" is only possible.
    subjunctive
        Whether the deed's verb may be one: "proposed that Peru send".

    Examples
    --------
    >>> composed(Status.PLANNED, "denied", Told.DONE)  # denied that it would send
    <Status.DENIED: 'denied'>
    >>> composed(Status.DENIED, "agreed", Told.DONE)  # agreed not to send
    <Status.DENIED: 'denied'>
    >>> composed(Status.DENIED, "denied", Told.DONE)  # denied that it had refused: what holds stays open
    <Told.OPEN: 'open'>
    >>> composed(Status.DISCUSSED, "agreed", Told.DONE)  # agreed to discuss sending
    <Status.DISCUSSED: 'discussed'>
    """
    if effect == "keep":
        return inner
    if effect == "?":
        return inner if isinstance(inner, Told) or inner in AGAINST else Told.OPEN
    outer = Status(effect)
    if isinstance(inner, Told):
        return _on_told(inner, outer, mood, subjunctive=subjunctive)
    if outer in AGAINST:
        return Told.OPEN if inner in _NO and outer in _NO | {Status.UNCONFIRMED} else outer
    if inner in AGAINST:
        return inner
    return _affirmed(inner, outer, mood)


def _on_told(inner: Told, outer: Status, mood: State, *, subjunctive: bool) -> State:
    if inner is Told.HABIT and outer in {Status.PROPOSED, Status.POSSIBLE} and subjunctive:
        return outer  # "proposed that they patrol", "the possibility that they patrol"
    if inner in {Told.DONE, Told.HABIT} and outer not in AGAINST | {Status.AGREED}:
        return inner
    if inner is Told.DONE and outer is Status.AGREED:
        return inner
    if outer in AGAINST:
        return outer
    if inner is Told.OPEN_NOT:
        return Status.DENIED
    return _affirmed(inner, outer, mood)


def _affirmed(inner: State, outer: Status, mood: State) -> State:
    if mood is Status.POSSIBLE:
        return Status.POSSIBLE
    if mood is Status.PROPOSED and outer in {Status.AGREED, Status.PLANNED}:
        return Status.PROPOSED
    if mood in {Status.PLANNED, Told.OPEN} and outer is Status.AGREED:
        return inner if isinstance(inner, Status) else Status.PLANNED
    if inner in _WEAKER and outer in {Status.PLANNED, Status.POSSIBLE}:
        return inner
    if inner is Status.DISCUSSED and outer in {Status.AGREED, Status.PROPOSED}:
        return inner
    return outer
