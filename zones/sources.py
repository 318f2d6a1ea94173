"""The texts that are to be read together: folders opened, days given, each text counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from zones.documents import Document, read_document
from zones.errors import DocumentError
from zones.files.folders import with_folders_opened
from zones.files.source import Piped, Source, where
from zones.web_address import EXPECTED, web_address

__all__ = ["Addresses", "Published", "all_documents", "distinct_documents", "sources_of"]

Published = date | Mapping[Path, date] | None
"""The day of publication of all files, or of each that is named."""
Addresses = Mapping[Path, str] | None
"""Where each file that is named was published on the web."""
Value = TypeVar("Value", date, str)


def sources_of(files: Sequence[str | Path | Piped]) -> tuple[Source, ...]:
    """Return what is to be read, the texts in a folder in its place.

    Raises
    ------
    DocumentError
        If a folder holds no text.
    """
    return with_folders_opened(file if isinstance(file, Piped) else Path(file) for file in files)


def all_documents(
    sources: Sequence[Source], published: Published, addresses: Addresses = None
) -> tuple[Document, ...]:
    """Return a document for each source, ids made unique; one with the text of an earlier one has its id.

    Parameters
    ----------
    sources
        What is to be read.
    published
        Days of publication.
    addresses
        Addresses on the web.

    Raises
    ------
    DocumentError
        If one cannot be read, a day or address is given for a file that is not among them, or an address is none.
    """
    days = _days(sources, published)
    links = _each(sources, _checked(addresses or {}), "an address")
    found: list[Document] = []
    taken: dict[str, str] = {}
    for source, day, link in zip(sources, days, links, strict=True):
        document = read_document(source, published=day, address=link)
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
    return _each(sources, published, "a day of publication")


def _each(sources: Sequence[Source], told: Mapping[Path, Value], what: str) -> list[Value | None]:
    """Return what is told of each source; `DocumentError` for what is told of a file that is none of them."""
    paths = [where(source) for source in sources]
    for file in told:
        if file not in paths and not any(path.resolve() == file.resolve() for path in paths):
            raise DocumentError(file, f"has {what} and is none of the texts; name it among them")
    given = {file.resolve(): value for file, value in told.items()}
    return [given.get(path.resolve()) for path in paths]


def _checked(addresses: Mapping[Path, str]) -> dict[Path, str]:
    checked = {}
    for file, told in addresses.items():
        address = web_address(told)
        if address is None:
            raise DocumentError(file, f"is given the address {told!r}; {EXPECTED}")
        checked[file] = address
    return checked


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
