"""Killed, or asked to stop, at a random moment. A longer run: make faults."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.jobs import Job
from tests.faults.kills import Moment, kills, strike
from tests.faults.states import Content, content, left, put_old
from tests.faults.writers import KINDS, WRITERS, Writer

pytestmark = pytest.mark.slow

SEED = "of every day"
KILLS = 1  # of each, for each ends in two further runs
COMMANDS = [writer for writer in KINDS if writer.command]
SIGNALS = [
    *((writer, signal.SIGTERM) for writer in COMMANDS),
    *((writer, other) for writer in COMMANDS[:2] for other in (signal.SIGINT, signal.SIGHUP)),
]


@pytest.mark.parametrize("writer", WRITERS, ids=str)
def test_after_a_kill_the_file_is_the_old_or_the_new_one(writer: Writer, given: Path, out: Path) -> None:
    trials = kills(writer, given, out, number=KILLS, seed=SEED)
    print(*(f"{trial.moment}: {trial.outcome}" for trial in trials), sep="\n")
    assert [trial.wrong for trial in trials if trial.wrong] == []


def careless(_: Path, folder: Path) -> None:
    """Write as this project does not."""
    with (folder / "a.txt").open("wb") as file:
        for _step in range(50):
            file.write(b"x" * 10_000)
            file.flush()
            time.sleep(0.01)  # so that a kill comes in between, however busy the machine is


def test_a_careless_writer_is_found_out(given: Path, out: Path) -> None:
    writer = Writer(name="careless", target="a.txt", call=careless)
    trials = kills(writer, given, out, number=8, seed=SEED)
    assert "a.txt is neither old nor new" in "\n".join(trial.wrong for trial in trials)


@pytest.mark.parametrize(("writer", "number"), SIGNALS, ids=str)
def test_a_command_that_is_asked_to_stop_clears_up(
    writer: Writer, number: signal.Signals, given: Path, out: Path, right: Callable[[Writer], Content]
) -> None:
    new, old = right(writer), put_old(writer, out)
    at = Moment(touch=random.Random(f"{SEED} {writer} {number}").randint(1, 4), delay=0.0)
    print(at)
    ended = strike(Job(writer=writer, inputs=given, out=out), at, number)
    there = content(out / writer.target)
    assert there in (old, new)
    if ended.code == 128 + number:
        assert ended.stderr.strip() == "zonemap: stopped"
        assert left(writer, out) == [] or writer.is_folder  # what is labelled is kept for the next run
    else:  # it was done before it was asked
        assert there == new
        assert left(writer, out) == []
