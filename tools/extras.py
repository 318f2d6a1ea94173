"""Print the extras that an environment needs, as pip and uv want them: peers are for `bench` alone."""

import sys
import tomllib
from pathlib import Path

PEERS = "bench"


def extras(kind: str) -> list[str]:
    """Return the names of the extras of an environment: map, test or bench."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    if kind == "map":
        return []
    return sorted(name for name in project["optional-dependencies"] if kind == PEERS or name != PEERS)


if __name__ == "__main__":
    kind, form = sys.argv[1], sys.argv[2:]
    names = extras(kind)
    if form == ["--uv"]:
        sys.stdout.write(" ".join(f"--extra {name}" for name in names))
    else:
        sys.stdout.write(f"[{','.join(names)}]" if names else "")
