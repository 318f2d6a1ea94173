"""How much a command tells: results only, what it did, or each step."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from maps.cli import main
from zones.documents import seed_paths


def leaves(group: click.Group, *before: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name in group.list_commands(click.Context(group)):
        part = group.get_command(click.Context(group), name)
        found += leaves(part, *before, name) if isinstance(part, click.Group) else [(*before, name)]
    return found


@pytest.fixture(autouse=True)
def somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.mark.parametrize("names", leaves(main), ids=" ".join)
def test_every_command_takes_both_options_and_refuses_them_together(names: tuple[str, ...]) -> None:
    told = run(*names, "--help").stdout
    assert "-q, --quiet" in told
    assert "-v, --verbose" in told
    both = run(*names, "-q", "-v")
    assert both.exit_code == 2
    assert "exclude each other" in both.stderr


@pytest.mark.parametrize(
    "args",
    [("map", "-o", "a.html"), ("export", "-o", "a.csv"), ("export", "-o", "a.shp.zip")],
    ids=lambda args: args[-1],
)
def test_a_quiet_command_writes_and_says_nothing(args: tuple[str, ...]) -> None:
    done = run(*args, "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    assert Path(args[-1]).stat().st_size > 0


def test_a_quiet_command_still_prints_what_was_asked_for_and_errors() -> None:
    answer = run("lookup", "Saraqib")
    assert "SY070003" in answer.stdout
    assert run("lookup", "Saraqib", "-q").stdout == answer.stdout
    assert "Nowhereville" in run("lookup", "Nowhereville", "-q").stderr


def test_points_are_labelled_quietly(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("lat,lon\n35.86,36.80\n", encoding="utf-8")
    done = run("label", "events.csv", "labelled.csv", "-q")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "labelled.csv").read_text(encoding="utf-8").count("SY070003") == 1


def test_a_verbose_command_tells_its_steps_on_stderr_and_the_same_on_stdout() -> None:
    plain, verbose = (run("map", *seed_paths(), *extra) for extra in ((), ("-v",)))
    assert verbose.stdout == plain.stdout
    assert plain.stderr == ""
    for words in ("boundaries:", "characters", "map:"):
        assert words in verbose.stderr
    assert run("map").stderr == "", "what one call turned on is off in the next"
