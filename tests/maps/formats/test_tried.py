"""docs/formats.md says which program in which version our files were tried with; they are those that the tests run."""

from __future__ import annotations

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def pinned() -> dict[str, str]:
    """The packages that the tests run with, by name."""
    texts = [(ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8") for name in ("test", "alone")]
    node = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", "\n".join(texts), re.MULTILINE)) | node


def test_versions_are_those_that_the_tests_run_with() -> None:
    page = (ROOT / "docs/formats.md").read_text(encoding="utf-8").partition("## Tried with")[2]
    told = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\d\S*) \|", page, re.MULTILINE))
    assert len(told) > 10
    assert {name: pinned()[name] for name in told} == told, "try anew, and say so in docs/formats.md"
