"""Killed, or asked to stop, at a random moment. A longer run: make faults."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.jobs import Job, run
from tests.faults.kills import Moment, kills, strike
from tests.faults.states import Content, content, left, put_old
from tests.faults.writers import WRITERS, Writer

SEED = "of every day"
COMMANDS = [writer for writer in WRITERS if writer.command]


@pytest.mark.slow
@pytest.mark.parametrize("writer", WRITERS, ids=str)
def test_after_a_kill_the_file_is_the_old_or_the_new_one(writer: Writer, given: Path, out: Path) -> None:
    trials = kills(writer, given, out, number=2, seed=SEED)
    print(*(f"{trial.moment}: {trial.outcome}" for trial in trials), sep="\n")
    assert [trial.wrong for trial in trials if trial.wrong] == []


def careless(_: Path, folder: Path) -> None:
    """Write as this project does not."""
    with (folder / "a.txt").open("wb") as file:
        for _step in range(200):
            file.write(b"x" * 10_000)
            file.flush()
            (folder / "a.txt").stat()


def test_a_careless_writer_is_found_out(given: Path, out: Path) -> None:
    writer = Writer(name="careless", target="a.txt", call=careless)
    trials = kills(writer, given, out, number=20, seed=SEED)
    assert "a.txt is neither old nor new" in "\n".join(trial.wrong for trial in trials)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda n: n.name)
@pytest.mark.parametrize("writer", COMMANDS, ids=str)
def test_a_command_that_is_asked_to_stop_clears_up(
    writer: Writer, number: signal.Signals, given: Path, out: Path, right: Callable[[Writer], Content]
) -> None:
    clean = run(Job(writer=writer, inputs=given, out=out))
    new, old = right(writer), put_old(writer, out)
    chance = random.Random(f"{SEED} {writer} {number}")
    at = Moment(touch=chance.randint(1, max(1, clean.touches // 2)), delay=0.0)
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
