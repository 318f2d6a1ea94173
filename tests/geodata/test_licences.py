"""`geodata/data/LICENSES.md` tells of every file what `sources.toml` does, and CITATION.cff the version."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "geodata/data/LICENSES.md").read_text(encoding="utf-8")
ROWS = tomllib.loads((ROOT / "geodata/data/sources.toml").read_text(encoding="utf-8"))["file"]


def line(row: dict[str, object]) -> str:
    """The row of the table that a file should have."""
    packages = row.get("packages", [])
    assert isinstance(packages, list)
    via = ", ".join(f"{p['name']} {p['version']}" for p in packages) or "-"
    return f"| `{row['file']}` | {row['title']} | {row['licence']} | {row['attribution'] or '-'} | {via} |"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_every_file_has_its_licence_attribution_and_packages(row: dict[str, object]) -> None:
    assert line(row) in TEXT.splitlines(), f"LICENSES.md lacks: {line(row)}"


def test_no_row_is_left_over() -> None:
    assert sum(text.startswith("| `") for text in TEXT.splitlines()) == len(ROWS)


@pytest.mark.parametrize(
    ("licence", "text"),
    [
        ("CC BY 3.0 IGO", "https://creativecommons.org/licenses/by/3.0/igo/"),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("LGPL-3.0-or-later", "https://www.gnu.org/licenses/lgpl-3.0.html"),
        ("public domain", "Natural Earth"),
        ("ISC", "Copyright (c) 2020-2021, Raúl Polanco"),
        ("MIT", "LICENSE"),
    ],
)
def test_what_each_licence_asks_is_said(licence: str, text: str) -> None:
    assert any(licence in str(row["licence"]) for row in ROWS)
    assert f"## {licence}" in TEXT
    assert text in TEXT.split(f"## {licence}", 1)[1].split("\n## ", 1)[0]


def test_each_licence_in_use_has_a_section() -> None:
    headings = [text.removeprefix("## ") for text in TEXT.splitlines() if text.startswith("## ")]
    for row in ROWS:
        for licence in str(row["licence"]).split(";"):
            assert any(heading in licence for heading in headings), licence


def test_the_citation_file_has_what_it_must_and_the_version_of_the_package() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    keys = {part.split(":", 1)[0]: part.split(":", 1)[1].strip() for part in text if part[:1].isalpha()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"cff-version", "message", "title", "authors", "version", "license", "references"} <= set(keys)
    assert keys["cff-version"] == "1.2.0"
    assert keys["version"] == project["version"]
    assert (
        keys["license"] == project["license"].split(" AND ")[0]
    )  # that of the code; data are cited with their own
