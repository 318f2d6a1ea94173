"""Metadata of a CSV file: what its columns hold, and what it rests on.

W3C, "Metadata Vocabulary for Tabular Data", 2015. What that vocabulary has no word for is told in those of Dublin
Core (dc) and schema.org (schema), the prefixes of which it knows; a key without a prefix would not be allowed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from maps.formats.table import Table, plain_type
from zones.about import NOTICE, About

if TYPE_CHECKING:
    from geodata.provenance import Provenance
    from zones.documents import Document

__all__ = ["metadata"]

Json = dict[str, Any]

_KINDS: dict[type | None, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    date: "date",
    None: "json",
}


def metadata(told: About, held: Table, name: str, tag: Callable[[str], str]) -> Json:
    """Return the metadata as a JSON object.

    Parameters
    ----------
    told
        What the file rests on.
    held
        The layer, its columns as the file has them; the first holds an id of each row.
    name
        Of the file, which stands beside the metadata.
    tag
        Gives the hashtag of a column. The row of them, the second, is a comment to whoever knows no HXL.
    """
    columns = [
        {"name": key, "titles": key, "datatype": _KINDS[plain_type(kind)], "dc:subject": tag(key)}
        for key, kind in held.types.items()
    ]
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "url": quote(os.fsencode(name)),
        "dc:title": held.name,
        "dc:creator": told.tool,
        "dc:description": (
            "The second row holds HXL hashtags. "
            "An apostrophe before = + - @ or white space is not part of a text."
        ),
        "dc:abstract": NOTICE,
        "dc:provenance": told.reading,
        "dc:bibliographicCitation": told.citation,
        "dc:source": [*map(_document, told.documents), _boundaries(told.boundaries)],
        "dc:rights": [
            {"dc:title": source.title, "dc:rights": source.attribution, "dc:license": source.licence}
            for source in told.sources
        ],
        "dialect": {"encoding": "utf-8", "commentPrefix": "#"},
        "tableSchema": {"columns": columns, "primaryKey": next(iter(held.types))},
    }


def _document(document: Document) -> Json:
    row = {
        "dc:identifier": document.id,
        "dc:title": document.title,
        "dc:publisher": document.publisher,
        "dc:issued": document.published.isoformat() if document.published else None,
        "schema:url": document.address,
        "schema:sha256": document.sha256,
        "dc:description": list(document.notes),
    }
    return {key: words for key, words in row.items() if words}


def _boundaries(source: Provenance) -> Json:
    row = {"dc:title": source.title, "dc:issued": source.date, "schema:sha256": source.sha256}
    return {key: words for key, words in row.items() if words}
