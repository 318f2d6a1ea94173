"""Ask an advisory service for known vulnerabilities of every pinned package, and say so where none answered.

Exit codes: 0 none is known, 1 some are, 2 not everything could be asked. pip-audit by itself ends with 0 where the
service knows none of the packages, as behind a mirror that has no advisories.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

SERVICES = {"pypi": "the Python Package Index", "osv": "OSV"}
PINS = tuple(f"requirements/{name}.txt" for name in ("test", "bench", "alone"))  # map.txt is part of two

Json = dict[str, Any]


def main() -> int:
    """Ask one service after the other, print what the first that answers knows, and return the exit code."""
    for service, name in SERVICES.items():
        packages = ask(service)
        known = [package for package in packages if "vulns" in package]
        if known:
            return told(name, known, [p for p in packages if p not in known])
        say(f"{name} told nothing of any package here")
    say("NOT audited: run make audit where the network allows it")
    return 2


def ask(service: str) -> list[Json]:
    """Return what a service knows of each pinned package; nothing if it cannot be reached."""
    uv = subprocess.run(["sh", "tools/uv.sh"], check=True, capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        subprocess.run(
            [
                *(uv, "tool", "run", "--quiet", "pip-audit", "--progress-spinner", "off"),
                *(
                    "--disable-pip",
                    "--require-hashes",
                    *(part for pins in PINS for part in ("--requirement", pins)),
                ),
                *("--vulnerability-service", service, "--format", "json", "--output", str(answer)),
            ],
            check=False,
            stderr=subprocess.DEVNULL,
        )
        if not answer.exists() or not answer.stat().st_size:
            return []
        packages: list[Json] = json.loads(answer.read_text(encoding="utf-8"))["dependencies"]
        return packages


def told(service: str, known: list[Json], skipped: list[Json]) -> int:
    """Print what is known, and return the exit code."""
    found = [(package, vulnerability) for package in known for vulnerability in package["vulns"]]
    for package, vulnerability in found:
        names = ", ".join([vulnerability["id"], *vulnerability.get("aliases", [])])
        mended = ", ".join(vulnerability.get("fix_versions", [])) or "no version"
        say(f"{package['name']} {package['version']}: {names}; mended in {mended}")
    for package in skipped:
        say(f"{package['name']}: NOT audited, {package.get('skip_reason', 'no reason told')}")
    say(f"{len(known)} packages asked of {service}, {len(found)} known vulnerabilities")
    return 1 if found else 2 if skipped else 0


def say(words: str) -> None:
    """Print a line on stderr."""
    sys.stderr.write(f"make: {words}\n")


if __name__ == "__main__":
    sys.exit(main())
