"""The texts that are to be read together: folders opened, days given, each text counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from zones.documents import Document, read_document
from zones.errors import DocumentError
from zones.files.folders import with_folders_opened
from zones.files.source import Piped, Source, where

__all__ = ["Published", "all_documents", "distinct_documents", "sources_of"]

Published = date | Mapping[Path, date] | None
"""The day of publication of all files, or of each that is named."""


def sources_of(files: Sequence[str | Path | Piped]) -> tuple[Source, ...]:
    """Return what is to be read, the texts in a folder in its place.

    Raises
    ------
    DocumentError
        If a folder holds no text.
    """
    return with_folders_opened(file if isinstance(file, Piped) else Path(file) for file in files)


def all_documents(sources: Sequence[Source], published: Published) -> tuple[Document, ...]:
    """Return a document for each source, ids made unique; one with the text of an earlier one has its id.

    Parameters
    ----------
    sources
        What is to be read.
    published
        Days of publication.

    Raises
    ------
    DocumentError
        If one cannot be read, or a day is given for a file that is not among them.
    """
    days = _days(sources, published)
    found: list[Document] = []
    taken: dict[str, str] = {}
    for source, day in zip(sources, days, strict=True):
        document = read_document(source, published=day)
        same = " ".join(document.text.split())
        if same in taken:
            document = replace(document, id=taken[same])
        else:
            document = replace(document, id=_unused(document.id, set(taken.values())))
            taken[same] = document.id
        found.append(document)
    told: dict[str, Document] = {}
    for source, document in zip(sources, found, strict=True):
        first = told.setdefault(document.id, document)
        if first is not document:
            told[document.id] = _with_twin(first, document, source)
    return tuple(told[document.id] for document in found)


def distinct_documents(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Return each document once."""
    return tuple({document.id: document for document in documents}.values())


def _days(sources: Sequence[Source], published: Published) -> list[date | None]:
    if not isinstance(published, Mapping):
        return [published for _ in sources]
    paths = [where(source) for source in sources]
    for file in published:
        if file not in paths and not any(path.resolve() == file.resolve() for path in paths):
            raise DocumentError(file, "has a day of publication and is none of the texts; name it among them")
    given = {file.resolve(): day for file, day in published.items()}
    return [given.get(path.resolve()) for path in paths]


def _unused(wanted: str, taken: set[str]) -> str:
    number, name = 2, wanted
    while name in taken:
        name = f"{wanted}-{number}"
        number += 1
    return name


def _with_twin(first: Document, twin: Document, source: Source) -> Document:
    """Return a document with a note on another file of the same text, and on what that one says otherwise."""
    note = f"{where(source)} is the same text; counted once"
    if twin.published not in {None, first.published}:
        note += f", though published on {twin.published} by what is known of it"
    return replace(first, notes=(*first.notes, note))
