"""The command ``zonemap``: sees that the packages which Python finds are ours, then hands over to `maps.cli`.

`geodata`, `zones` and `maps` are plain words, and other distributions have packages of these names. This file is no
part of any of them, so that it can tell where one of them is not ours.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

__all__ = ["main"]

_PACKAGES = ("geodata", "zones", "maps")
_MARK = b'\n__distribution__ = "deescalation-zones"\n'
_USAGE = 2


def main() -> None:
    """Run the command line, or end with exit code 2 where a package of another distribution is in our place."""
    for name in _PACKAGES:
        spec = find_spec(name)
        found = None if spec is None or spec.origin is None else Path(spec.origin)
        if found is None or _MARK not in found.read_bytes():
            sys.stderr.write(
                f"zonemap: the package {name!r} that Python finds is not this project's: "
                f"{found or 'a folder without __init__.py'}; take its place out of PYTHONPATH, or install "
                "deescalation-zones by itself: pipx install . in the project's folder\n"
            )
            sys.exit(_USAGE)
    from maps.cli import main as command  # noqa: PLC0415 - only now is it known to be ours

    command()


if __name__ == "__main__":
    main()
