"""The reader's modules stand in the order of the picture in its docstring, and import only upwards in it."""

import ast
import re
from pathlib import Path

import pytest

import zones.reading

FOLDER = Path(zones.reading.__file__).parent
MODULES = {
    path.stem if path.suffix else path.name: path for path in FOLDER.iterdir() if path.suffix in {"", ".py"}
}


def picture() -> list[set[str]]:
    drawn = zones.reading.__doc__.split("::")[1].splitlines()
    rows = (re.match(r" {4}([a-z_]+(?:, [a-z_]+)*)", line) for line in drawn)
    return [set(row.group(1).split(", ")) for row in rows if row is not None]


RANK = {name: rank for rank, row in enumerate(picture()) for name in row}


def imported(path: Path) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    froms = (node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module)
    return {name.split(".")[2] for name in froms if name.startswith("zones.reading.")}


def test_the_picture_shows_every_module():
    assert set(RANK) == set(MODULES) - {"__init__", "__pycache__"}


@pytest.mark.parametrize("name", sorted(RANK))
def test_imports_run_one_way(name):
    path = MODULES[name]
    for source in [path] if path.is_file() else path.glob("*.py"):
        later = [to for to in imported(source) - {name} if RANK[to] > RANK[name]]
        assert later == [], source.name
