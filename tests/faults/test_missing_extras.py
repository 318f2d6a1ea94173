"""Without a package that only an extra installs: one line with the command that installs it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.zones.files.made import docx, paragraph, pdf, written_lines

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DEVELOPERS = {"docs", "all", "bench", "build", "dev"}
WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(sys.argv[1].split(","), None))
from maps.cli import main
main(sys.argv[2:])
"""
CASES = [
    ("figure", "matplotlib", ("figure", "-o", "a.pdf")),
    ("figure", "PIL", ("figure", "-o", "a.png")),
    ("label", "pyarrow", ("label", "in.csv", "a.csv")),
    ("label", "pyarrow", ("label", "in.csv", "a.parquet")),
    ("dask", "dask,distributed", ("label", "in", "a", "--engine", "dask")),
    ("xlsx", "xlsxwriter", ("export", "-o", "a.xlsx")),
    ("parquet", "pyarrow", ("export", "-o", "a.parquet")),
    ("parquet", "pyarrow", ("lookup", "Saraqib", "--boundaries", "in/a.parquet")),
    ("validate", "jsonschema", ("validate", "in.json")),
    ("serve", "pydantic", ("serve",)),
    ("serve", "starlette", ("serve",)),
    ("serve", "uvicorn", ("serve",)),
    ("html", "trafilatura", ("map", "in.html", "-o", "a.html")),
    ("html", "trafilatura", ("map", "in.mhtml", "-o", "a.html")),
    ("docx", "mammoth", ("map", "in.docx", "-o", "a.html")),
    ("docx", "lxml", ("map", "in.docx", "-o", "a.html")),
    ("pdf", "pypdf", ("map", "in.pdf", "-o", "a.html")),
    ("fetch", "requests", ("data", "fetch", "geoboundaries-adm3", "--folder", "cache")),
    ("model", "requests", ("ask", "in.txt", "--model", "M", "--endpoint", "http://localhost:1/v1", "-q")),
]


def test_every_extra_is_tried() -> None:
    assert {extra for extra, _, _ in CASES} == {*PROJECT["optional-dependencies"]} - DEVELOPERS


@pytest.mark.parametrize(("extra", "packages", "args"), CASES)
def test_the_message_says_what_to_install(
    extra: str, packages: str, args: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_text("lon,lat\n36.8,35.86\n", "utf-8")
    (tmp_path / "in.html").write_text("<!doctype html><html><body><p>A text.</p></body></html>", "utf-8")
    (tmp_path / "in.mhtml").write_text(
        "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>A text.</p>", "utf-8"
    )
    (tmp_path / "in.docx").write_bytes(docx(paragraph("A text.")))
    (tmp_path / "in.pdf").write_bytes(pdf([written_lines(["A text."])]))
    (tmp_path / "in.txt").write_text("A truce holds in Idlib.", "utf-8")
    (tmp_path / "in.json").write_text(json.dumps({}), "utf-8")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.parquet").write_bytes(b"PAR1")
    before = sorted(tmp_path.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, packages, *args],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1, done
    assert done.stderr.startswith("zonemap: ")
    assert done.stderr.count("\n") == 1, done.stderr
    assert f'pip install ".[{extra}]" in this project\'s folder' in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_no_page_tells_to_install_what_no_index_has() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    told = re.compile(r"pipx? install [^\n`]*deescalation-zones")
    assert [page.name for page in pages if told.search(page.read_text(encoding="utf-8"))] == []
