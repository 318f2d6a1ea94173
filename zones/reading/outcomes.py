"""What a statement amounts to for each nationality: its status, with conditions and refusals weighed."""

from __future__ import annotations

from zones.reading.forces import names_none
from zones.reading.lexicon import phrases
from zones.reading.statement import Statement
from zones.reading.status import Trigger
from zones.reading.subjects import subject
from zones.status import Status

__all__ = ["outcome", "outcome_for"]


def outcome(statement: Statement, trigger: Trigger) -> Status | None:
    """Return the status of a statement; None for a refusal, which depends on whose forces are refused."""
    if trigger.status in {Status.PLANNED, Status.AGREED} and _none_at_all(statement):
        return Status.DENIED
    if trigger.status is Status.PLANNED and trigger.strength == "modal":
        return _weighed(statement, trigger)
    return trigger.status


def outcome_for(status: Status | None, code: str, statement: Statement, trigger: Trigger) -> Status:
    """Return the status for one nationality: refusing one's own forces is denying, another's rejecting."""
    if status is not None and status is not Status.REJECTED:
        return status
    refusers = _refusers(statement, trigger)
    own_forces = status is None and not refusers and _own_forces(statement)
    return Status.DENIED if code in refusers or own_forces else Status.REJECTED


def _weighed(statement: Statement, trigger: Trigger) -> Status:
    """Return what "will" and "would" amount to with all that the clause says beside them."""
    clause = statement.scan.words[statement.start : statement.end]
    if _says(statement, "conditions"):
        return Status.POSSIBLE
    if _says(statement, "papers") and "would" in clause:
        return Status.PROPOSED
    own_words = statement.voice.speaker is None and statement.scan.word(trigger.start) != "would"
    if own_words and statement.number - statement.memory.agreed == 1:
        return Status.AGREED  # the report goes on about what was agreed
    possible = any(told.status is Status.POSSIBLE and told.strength == "verb" for told in statement.told)
    return Status.POSSIBLE if possible else Status.PLANNED


def _none_at_all(statement: Statement) -> bool:
    return any(names_none(statement.scan, force) for force in statement.forces)


def _says(statement: Statement, which: str) -> bool:
    found = phrases(f"statements.{which}").find(statement.scan.words, statement.start, statement.end)
    return next(found, None) is not None


def _refusers(statement: Statement, trigger: Trigger) -> tuple[str, ...]:
    """Return the country that denies or refuses: the subject of the verb, else the speaker's."""
    actor = statement.actor or statement.voice.speaker
    if actor is None:
        return subject(statement.scan, statement.start, trigger.start + 1)
    if actor.nation is not None:
        return (actor.nation,)
    return ()


def _own_forces(statement: Statement) -> bool:
    return any(force.owner in {"its", "our", "their"} for force in statement.forces)
