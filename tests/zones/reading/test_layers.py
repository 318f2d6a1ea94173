"""The reader's modules stand in the order of the pictures in its docstrings, and import only upwards in them."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

import zones.reading
import zones.reading.modality

PACKAGES = {package.__name__: package for package in (zones.reading, zones.reading.modality)}


def modules(package: ModuleType) -> dict[str, Path]:
    folder = Path(package.__file__).parent
    return {p.stem if p.suffix else p.name: p for p in folder.iterdir() if p.suffix in {"", ".py"}}


def ranks(package: ModuleType) -> dict[str, int]:
    drawn = package.__doc__.split("::")[1].splitlines()
    rows = (re.match(r" {4}([a-z_]+(?:, [a-z_]+)*)", line) for line in drawn)
    found = [row.group(1).split(", ") for row in rows if row is not None]
    return {name: rank for rank, row in enumerate(found) for name in row}


def imported(path: Path, package: str) -> set[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    froms = (node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module)
    return {
        name.removeprefix(f"{package}.").split(".")[0] for name in froms if name.startswith(f"{package}.")
    }


@pytest.mark.parametrize("package", PACKAGES)
def test_the_picture_shows_every_module(package):
    shown = ranks(PACKAGES[package])
    assert set(shown) == set(modules(PACKAGES[package])) - {"__init__", "__pycache__"}


@pytest.mark.parametrize(("package", "name"), [(p, name) for p in PACKAGES for name in ranks(PACKAGES[p])])
def test_imports_run_one_way(package, name):
    rank, path = ranks(PACKAGES[package]), modules(PACKAGES[package])[name]
    for source in [path] if path.is_file() else path.glob("*.py"):
        later = [to for to in imported(source, package) - {name} if rank[to] > rank[name]]
        assert later == [], source.name
