"""The pinned files for make pin what pyproject.toml asks for, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# "all" asks for the project's other extras, which are here by themselves
EXTRAS: dict[str, list[str]] = {k: v for k, v in PROJECT["optional-dependencies"].items() if k != "all"}
ASKED = {
    "map": PROJECT["dependencies"],
    "test": [
        *PROJECT["dependencies"],
        *(line for name, lines in EXTRAS.items() if name != "bench" for line in lines),
    ],
    "bench": [*PROJECT["dependencies"], *(line for lines in EXTRAS.values() for line in lines)],
    "alone": re.findall(
        r"^[^#\n].*", (ROOT / "requirements/alone.in").read_text(encoding="utf-8"), re.MULTILINE
    ),
}


def text(kind: str) -> str:
    return (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")


def pins(kind: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", text(kind), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize("kind", ASKED)
def test_every_dependency_is_pinned_to_a_version_that_it_allows(kind: str) -> None:
    known = pins(kind)
    for line in ASKED[kind]:
        wanted = Requirement(line)
        versions = known.get(canonicalize_name(wanted.name), set())
        assert versions, f"{wanted.name} is not pinned for {kind}: run make lock"
        assert all(wanted.specifier.contains(v, prereleases=True) for v in versions), f"{line}: run make lock"


@pytest.mark.parametrize("kind", ASKED)
def test_every_pin_has_hashes_and_no_address(kind: str) -> None:
    blocks = re.split(r"^(?=[\w.-]+==)", text(kind), flags=re.MULTILINE)[1:]
    assert len(blocks) >= len(ASKED[kind])
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text(kind)
    assert "index" not in text(kind)


def test_environments_share_their_pins() -> None:
    for kind in ("test", "bench"):
        assert {name: pins(kind)[name] for name in pins("map")} == pins("map")
