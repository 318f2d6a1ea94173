"""The command sees that `geodata`, `zones` and `maps` are ours: other distributions have packages of these names."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGES = ("geodata", "zones", "maps")


def run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run the command with a folder in front on the path, as PYTHONPATH or another distribution puts it."""
    env = os.environ | {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-c", "from zonemap import main; main()", *args]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize("name", PACKAGES)
def test_a_strange_package_in_front_is_named(name: str, tmp_path: Path) -> None:
    strange = tmp_path / name / "__init__.py"
    strange.parent.mkdir()
    strange.write_text("raise SystemExit('this is not run')\n", encoding="utf-8")
    done = run(tmp_path, "lookup", "Saraqib")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        f"zonemap: the package {name!r} that Python finds is not this project's: {strange}; "
    )
    assert "pipx install ." in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_folder_that_is_no_package_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "maps").mkdir()
    assert run(tmp_path, "--version").stdout.startswith("zonemap ")


@pytest.mark.parametrize("name", PACKAGES)
def test_our_packages_bear_the_mark(name: str) -> None:
    assert __import__(name).__distribution__ == "deescalation-zones"
