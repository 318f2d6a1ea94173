"""Nothing writes that is not on the list, and nothing in another way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from maps.cli import main
from tests.faults.writers import READERS, WRITERS

ROOT = Path(__file__).parents[2]
WAYS = {
    "mkstemp",
    "NamedTemporaryFile",
    "write_bytes",
    "write_text",
    "savefig",
    "to_file",
    "to_csv",
    "to_parquet",
}
ELSEWHERE = {
    "geodata/atomic.py": "the one way itself",
    "geodata/fetch.py": "into the partial file of whole_file",
    "geodata/boundaries/zips.py": "unpacks into a folder that goes away again",
    "maps/figure/render.py": "draws into memory",
    "zones/labels/writers.py": "into the partial file of whole_file",
    "zones/labels/layer_target.py": "into a folder that goes away again, and from there through write_whole",
    "zones/review/review_file.py": "into the partial file of whole_file",
    "maps/cli/group.py": "opens the null device where stdout is closed",
}


def commands(group: click.Group, above: str = "") -> Iterator[str]:
    """Yield the names of all commands."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{above}{name} ")
        else:
            yield above + name


def test_every_command_is_known_to_write_or_not_to_write() -> None:
    writing = {writer.command for writer in WRITERS if writer.command}
    assert sorted({*commands(main)}) == sorted({*writing, *READERS})
    assert not writing & {*READERS}


def test_every_command_with_an_output_is_known_to_write() -> None:
    ctx = click.Context(main)
    for name in main.list_commands(ctx):
        command = main.get_command(ctx, name)
        assert command is not None
        if any("-o" in parameter.opts for parameter in command.params):
            assert name not in READERS


def writes(source: str) -> Iterator[str]:
    """Yield what in a program's text may write a file."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        words = [
            arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
        ]
        if name in WAYS or (
            name in {"open", "fdopen"} and {*words} & {"w", "wb", "x", "xb", "a", "ab", "r+b"}
        ):
            yield f"line {node.lineno}: {name}"


def modules() -> list[str]:
    """The sources of what is installed, without the programs that build the data."""
    paths = (path for package in ("geodata", "zones", "maps") for path in (ROOT / package).rglob("*.py"))
    names = [str(path.relative_to(ROOT)) for path in paths]
    return sorted(name for name in names if not name.startswith("geodata/build/"))


@pytest.mark.parametrize("name", modules())
def test_files_are_written_in_one_way(name: str) -> None:
    found = list(writes((ROOT / name).read_text(encoding="utf-8")))
    if name in ELSEWHERE:
        assert found, f"{name} writes nothing by itself any more: take it from the list"
    else:
        allowed = ["write_bytes"] if "whole_file" in (ROOT / name).read_text(encoding="utf-8") else []
        assert [line for line in found if line.split()[-1] not in allowed] == []


def test_the_search_sees_each_way() -> None:
    text = "p.write_text('a')\nopen('a', 'wb')\np.open('r')\npath.open(mode)\ntempfile.mkstemp()\n"
    assert list(writes(text)) == ["line 1: write_text", "line 2: open", "line 5: mkstemp"]
