"""The reading of the built-in documents, shipped as data: so that a lookup or a map of them needs no reader.

`python -m zones.build_seeds` (make seeds) writes it. It is used if documents, manifest and boundaries are those it was
made from; that the reader still reads them so is what the tests see to.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from geodata.units import AdminUnits
from zones.documents import seed_paths
from zones.stored import Content, packed, unpacked

__all__ = ["SHIPPED", "built_in", "builtin_bytes"]

SHIPPED = Path(__file__).with_name("data") / "seeds.json"
"""The file."""


def built_in(units: AdminUnits) -> Content | None:
    """Return the reading that was shipped, or None if it is missing, damaged or of something else."""
    try:
        return unpacked(SHIPPED.read_bytes(), _key(units), units)
    except OSError:
        return None


def builtin_bytes(content: Content, units: AdminUnits) -> bytes:
    """Return a reading of the built-in documents as the file has it."""
    return packed(_key(units), content)


def _key(units: AdminUnits) -> str:
    """Return a hash of what the reading is made from: the texts, their manifest and the boundaries."""
    paths = seed_paths()
    told = hashlib.sha256(units.source.sha256.encode())
    for path in (*paths, paths[0].with_name("sources.toml")):
        told.update(hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()
