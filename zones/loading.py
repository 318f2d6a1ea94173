"""From files to a set of zones: each document read, all joined."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.builtin import built_in
from zones.documents import Document, read_document, seed_paths
from zones.errors import DocumentError
from zones.stored import Content
from zones.zone_set import ZoneSet

__all__ = ["load", "read_seeds"]

_log = logging.getLogger(__name__)


def load(
    *files: str | Path,
    published: date | None = None,
    units: AdminUnits | None = None,
    toponyms: Toponyms | None = None,
) -> ZoneSet:
    """Return the zones and claims of some texts; without any, of the two built-in documents.

    Parameters
    ----------
    files
        UTF-8 text files or saved HTML pages.
    published
        Day of publication of all of them; else what a ``sources.toml`` beside them or the page itself says.
    units, toponyms
        Boundaries and names to work with; by default those of this package.

    Raises
    ------
    DocumentError
        If a file cannot be read as text.
    """
    units = units or AdminUnits.builtin()
    builtin = units is AdminUnits.builtin()
    toponyms = toponyms or (Toponyms.builtin() if builtin else Toponyms(units))
    seeds = not files and published is None and builtin and toponyms is Toponyms.builtin()
    _log.info("boundaries: %s", units.source.title)
    documents, zones, claims, unresolved, accord, passed_over = (
        _seeds(units, toponyms)
        if seeds
        else _read([Path(f) for f in files] or seed_paths(), published, units, toponyms)
    )
    return ZoneSet(
        documents=documents, zones=zones, claims=claims, unresolved=unresolved, accord=accord,
        passed_over=passed_over, units=units, toponyms=toponyms,
    )  # fmt: skip


def read_seeds(units: AdminUnits, toponyms: Toponyms) -> Content:
    """Return what the built-in documents say, read anew."""
    return _read(seed_paths(), None, units, toponyms)


def _seeds(units: AdminUnits, toponyms: Toponyms) -> Content:
    """Return the reading of the built-in documents: the one shipped, if it is of these."""
    content = built_in(units)
    if content is None:
        _log.info("built-in documents: the shipped reading is not of these; reading them anew")
        return read_seeds(units, toponyms)
    _log.info("built-in documents: as read when this was built")
    return content


def _read(paths: Sequence[Path], published: date | None, units: AdminUnits, toponyms: Toponyms) -> Content:
    from zones.assembly import assemble  # noqa: PLC0415 - a reading that is shipped needs no reader
    from zones.document_reader import read  # noqa: PLC0415

    documents = _documents(paths, published)
    readings = []
    for document in documents:
        readings.append(read(document, units, toponyms))
        _log.info(
            "%s: %d characters; %d zones and %d claims, before the same ones are joined",
            document.id, len(document.text), len(readings[-1].drafts), len(readings[-1].claims),
        )  # fmt: skip
    return documents, *assemble(readings, units)


def _documents(paths: Iterable[Path], published: date | None) -> tuple[Document, ...]:
    found: dict[str, Document] = {}
    hashes: dict[str, Path] = {}
    for path in paths:
        document = read_document(path, published=published)
        if document.sha256 in hashes:
            raise DocumentError(path, f"is the same text as {hashes[document.sha256]}; name it once")
        hashes[document.sha256] = path
        number = 2
        base = document.id
        while document.id in found:
            document = replace(document, id=f"{base}-{number}")
            number += 1
        found[document.id] = document
    return tuple(found.values())
