"""Random kills of a writer, and what must hold after each."""

from __future__ import annotations

import random
import signal
from dataclasses import dataclass
from pathlib import Path

from tests.faults.jobs import Ended, Job, Running, run
from tests.faults.states import Content, content, is_hidden_partial, left, put_old
from tests.faults.writers import Writer

_SOON = 0.003
"""Seconds within which a kill follows a touch of a file: long enough for the writing between two touches."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When a signal comes: so many seconds after a touch of a file by number, 0 for the start."""

    touch: int
    delay: float

    def __str__(self) -> str:
        return f"touch {self.touch} + {self.delay * 1000:.1f} ms"


@dataclass(frozen=True, kw_only=True)
class Trial:
    """A kill, what it left, and what is wrong with that; nothing if it is empty."""

    moment: Moment
    outcome: str
    wrong: str = ""


def moment(chance: random.Random, clean: Ended) -> Moment:
    """Return a random moment: near a touch of a file, or anywhere in the run."""
    if chance.random() < 0.7:
        return Moment(
            touch=chance.randint(1, clean.touches), delay=chance.choice((0.0, chance.uniform(0, _SOON)))
        )
    return Moment(touch=0, delay=chance.uniform(0, clean.seconds))


def kills(writer: Writer, inputs: Path, out: Path, *, number: int, seed: str) -> list[Trial]:
    """Kill a writer at random moments, then let it run once more, and return what became of each.

    The first run, which nobody disturbs, says what the right content is.
    """
    chance = random.Random(f"{seed} {writer}")
    job = Job(writer=writer, inputs=inputs, out=out)
    clean = run(job)
    assert clean.code == 0, clean
    new = content(out / writer.target)
    trials = []
    for _ in range(number):
        at = moment(chance, clean)
        old = put_old(writer, out)
        ended = strike(job, at, signal.SIGKILL)
        trials.append(_judged(at, ended, writer, out, old, new))
    put_old(writer, out)
    again = run(job)
    wrong = ""
    if again.code or content(out / writer.target) != new:
        wrong = f"the run after the kills ended with {again.code}: {again.stderr}"
    elif after := left(writer, out):
        wrong = f"the run after the kills left {after}"
    return [*trials, Trial(moment=Moment(touch=0, delay=0.0), outcome="cleared", wrong=wrong)]


def strike(job: Job, at: Moment, number: int) -> Ended:
    """Run a job and send it a signal at a moment."""
    running = Running(Job(**{**_fields(job), "moment": at.touch}))
    running.strike(number, at.delay)
    return running.ended()


def _fields(job: Job) -> dict[str, object]:
    return {name: getattr(job, name) for name in job.__dataclass_fields__}


def _judged(at: Moment, ended: Ended, writer: Writer, out: Path, old: Content, new: Content) -> Trial:
    there = content(out / writer.target)
    strange = [name for name in left(writer, out) if not is_hidden_partial(name)]
    outcome = "old" if there == old else "new"
    if there not in (old, new):
        return Trial(moment=at, outcome="broken", wrong=f"{at}: {writer.target} is neither old nor new")
    if strange:
        return Trial(moment=at, outcome=outcome, wrong=f"{at}: left {strange}")
    if ended.code not in {0, -signal.SIGKILL}:
        return Trial(moment=at, outcome=outcome, wrong=f"{at}: ended with {ended.code}: {ended.stderr}")
    return Trial(moment=at, outcome=outcome)
