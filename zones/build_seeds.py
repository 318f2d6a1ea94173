"""``python -m zones.build_seeds`` (make seeds): read the built-in documents, and write what is shipped of them."""

from __future__ import annotations

import sys

from geodata.atomic import write_whole
from geodata.naming import Naming
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.builtin import SHIPPED, builtin_bytes
from zones.loading import read_seeds

__all__ = ["fresh_bytes"]


def fresh_bytes() -> bytes:
    """Return the file as the reader of today makes it."""
    units = AdminUnits.builtin(Naming.CODES)
    return builtin_bytes(read_seeds(units, Toponyms.builtin().named(Naming.CODES)), units)


if __name__ == "__main__":
    SHIPPED.parent.mkdir(exist_ok=True)
    write_whole(SHIPPED, fresh_bytes())
    sys.stdout.write(f"written: {SHIPPED}\n")
