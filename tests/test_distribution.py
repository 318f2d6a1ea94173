"""What is built: a source archive with all that git keeps, and a wheel that tells its licences and has their texts."""

from __future__ import annotations

import email
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STANDS_FOR = {
    "MIT": "MIT",
    "CC BY 4.0": "CC-BY-4.0",
    "CC BY 3.0 IGO": "CC-BY-3.0-IGO",
    "facts; the data set they come from is CC BY 3.0 IGO": "CC-BY-3.0-IGO",
    "LGPL-3.0-or-later": "LGPL-3.0-or-later",
    "public domain; LGPL-3.0-or-later (GSHHG)": "LGPL-3.0-or-later",
    "public domain (Natural Earth); ISC (package)": "ISC",
    "public domain": None,
}
"""The licences in sources.toml, as SPDX has them."""

LICENCES = (
    "LICENSE",
    "LICENSES/LicenseRef-Press.txt",
    "LICENSES/LGPL-3.0-or-later.txt",
    "geodata/data/LICENSES.md",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(next(built.glob("*.whl")))


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    name = next(name for name in wheel.namelist() if name.endswith("dist-info/METADATA"))
    return email.message_from_bytes(wheel.read(name))


def test_the_source_archive_has_all_that_git_keeps(built: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    kept = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in kept.split("\0") if name and (ROOT / name).exists()} - packed == set()


def test_the_licence_expression_names_those_of_the_data_and_of_the_articles(metadata: Message) -> None:
    rows = tomllib.loads((ROOT / "geodata/data/sources.toml").read_text(encoding="utf-8"))["file"]
    wanted = {"MIT", "LicenseRef-Press", *(STANDS_FOR[row["licence"]] for row in rows)} - {None}
    assert set(str(metadata["License-Expression"]).split(" AND ")) == wanted


@pytest.mark.parametrize("name", LICENCES)
def test_the_wheel_has_the_text_of_each_licence(name: str, wheel: zipfile.ZipFile) -> None:
    there = next(n for n in wheel.namelist() if n.endswith(f"dist-info/licenses/{name}"))
    assert wheel.read(there) == (ROOT / name).read_bytes()


def test_each_article_and_its_standing_is_named() -> None:
    text = (ROOT / "LICENSES/LicenseRef-Press.txt").read_text(encoding="utf-8")
    for document in tomllib.loads((ROOT / "seeds/sources.toml").read_text(encoding="utf-8"))["document"]:
        assert document["file"] in text
    assert "no licence" in text


def test_the_long_description_has_no_link_into_the_repository(metadata: Message) -> None:
    text = str(metadata.get_payload())
    assert re.findall(r"\]\((?!https?://)[^)]*\)", text) == []
    assert "(`docs/howto/time.md`)" in text  # what a link led to is told
    assert "docs/images" not in text


def test_nothing_but_our_packages_and_the_launcher_is_installed(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {
        "geodata",
        "maps",
        "zones",
        "zonemap.py",
    }


def test_it_runs_from_the_wheel_alone(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as archive:
        archive.extractall(tmp_path / "site")
    env = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    command = [sys.executable, "-m", "zonemap", "lookup", "Saraqib"]
    told = subprocess.run(command, cwd=tmp_path, env=env, check=True, capture_output=True, text=True).stdout
    assert "Idlib" in told
    place = "import zones.documents as d; print(*d.seed_paths())"
    paths = subprocess.run(
        [sys.executable, "-c", place], cwd=tmp_path, env=env, check=True, capture_output=True, text=True
    ).stdout
    assert str(tmp_path / "site" / "zones" / "seeds") in paths
