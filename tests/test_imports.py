"""Imports run one way: geodata <- zones <- maps, and inside a package downwards, without a circle."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {"geodata": {"geodata"}, "zones": {"geodata", "zones"}, "maps": {"geodata", "zones", "maps"}}
HEAVY = {"folium", "geopandas", "pandas", "matplotlib", "pyogrio", "pyarrow", "rich", "geopy", "pyproj"}


def modules(package: str) -> dict[str, Path]:
    """The modules of a package, by dotted name; a package itself is the module of its __init__."""
    found = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


ALL = {name: path for package in MAY_IMPORT for name, path in modules(package).items()}


def imported(body: list[ast.stmt], *, inside: bool) -> Iterator[tuple[str, int]]:
    """Yield the modules that statements import, without those for type checkers; `inside` functions too."""
    for node in body:
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield (whole if whole in ALL else str(node.module)), node.lineno
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            yield from imported(node.orelse, inside=inside)
        elif inside or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for field in ("body", "orelse", "handlers", "finalbody"):
                for child in getattr(node, field, []):
                    yield from imported(
                        child.body if isinstance(child, ast.ExceptHandler) else [child], inside=inside
                    )


def arrows(name: str, *, inside: bool) -> list[tuple[str, int]]:
    tree = ast.parse(ALL[name].read_text(encoding="utf-8"))
    return [(to, line) for to, line in imported(tree.body, inside=inside) if to.split(".")[0] in MAY_IMPORT]


@pytest.mark.parametrize("name", ALL)
def test_no_arrow_runs_up_between_packages(name: str) -> None:
    allowed = MAY_IMPORT[name.split(".", maxsplit=1)[0]]
    wrong = [
        f"line {line}: {to}" for to, line in arrows(name, inside=True) if to.split(".")[0] not in allowed
    ]
    assert wrong == []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_inside_a_package_imports_run_in_no_circle(package: str) -> None:
    graph = {
        name: {to for to, _ in arrows(name, inside=False) if to in ALL and to != name}
        for name in modules(package)
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' <- '.join(error.args[1])}", pytrace=False)


def test_the_direction_test_sees_an_arrow_that_runs_up() -> None:
    tree = ast.parse("if True:\n    import maps\ndef f():\n    from zones.lookup import Answer\n")
    assert [to for to, _ in imported(tree.body, inside=True)] == ["maps", "zones.lookup"]
    assert [to for to, _ in imported(tree.body, inside=False)] == ["maps"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "code",
    [
        "import zones, maps, geodata",
        "from maps.cli import main; main(['lookup', 'Saraqib'], standalone_mode=False)",
        "from maps.cli import main; main(['lookup', '35.86, 36.80', '--json'], standalone_mode=False)",
    ],
)
def test_a_lookup_waits_for_nothing_heavy(code: str) -> None:
    script = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit as stop:\n    assert not stop.code, stop.code\n"
    )
    script += "print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert set(done.stdout.splitlines()[-1].split()) & HEAVY == set()
