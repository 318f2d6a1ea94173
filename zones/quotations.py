"""Where quoted words stand in a document: offsets are found, and words that do not stand there are refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from zones.documents import Document
from zones.errors import QuotationError
from zones.evidence import Evidence
from zones.text.typography import reading_text

__all__ = ["quotation", "quoted_in"]

_PLAIN = str.maketrans("“”„«»‘’‚`‐‑–—−", '"""""\'\'\'\'-----')
_SHORTEST = 3


def quotation(words: str, documents: Sequence[Document]) -> Evidence:
    """Return the first passage that says some words; as it is in the file or as it is read.

    Parameters
    ----------
    words
        What is quoted.
    documents
        Where it may stand, with their texts.

    Raises
    ------
    QuotationError
        If it stands in none of them; the message has the passage that is nearest.

    Examples
    --------
    >>> from zones import load
    >>> quotation("Saraqib", [])
    Traceback (most recent call last):
    ...
    zones.errors.QuotationError: “Saraqib” stands in none of 0 documents
    """
    if len(words.strip()) < _SHORTEST:
        raise QuotationError(words, "is too short for a quotation; quote the sentence")
    for document in documents:
        found = _find(words, document)
        if found is not None:
            return found
    count = len(documents)
    where = f"does not stand in {documents[0].id}" if count == 1 else f"stands in none of {count} documents"
    near = _nearest(words, documents)
    raise QuotationError(words, f"{where}; nearest is “{near}”" if near else where)


def quoted_in(words: str, evidence: Sequence[Evidence]) -> bool:
    """Whether some words are one of several quotations, or stand within one, or hold one."""
    wanted = _plain_quote(words)
    quotes = [_plain_quote(one.quote) for one in evidence]
    return bool(wanted) and any(wanted in quote or quote in wanted for quote in quotes)


def _find(words: str, document: Document) -> Evidence | None:
    """Return where words stand as they are in the file, or else as they are read in it."""
    at = document.text.find(words)
    if at >= 0:
        return document.evidence(at, at + len(words))
    wanted = _plain_quote(words)
    plain, offsets = _plain_text(document.reading.text)
    at = plain.find(wanted)
    if at < 0 or not wanted:
        return None
    return document.evidence_read(offsets[at], offsets[at + len(wanted) - 1] + 1)


@lru_cache(maxsize=2)
def _plain_text(text: str) -> tuple[str, list[int]]:
    """Return what `_plain` does; a review or an answer quotes one text many times."""
    return _plain(text)


def _plain(text: str) -> tuple[str, list[int]]:
    """Return text with plain marks and single blanks, and where each character stood."""
    kept: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text.translate(_PLAIN)):
        if character.isspace() and (not kept or kept[-1] == " "):
            continue
        kept.append(" " if character.isspace() else character)
        offsets.append(at)
    if kept and kept[-1] == " ":
        kept.pop()
        offsets.pop()
    return "".join(kept), offsets


def _whole_words(text: str, start: int, end: int) -> str:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


@lru_cache(maxsize=8192)
def _plain_quote(quote: str) -> str:
    """Return a quotation as it is read, plain: each decision of a review is held against those of many items."""
    return _plain(reading_text(quote).text)[0]


def _nearest(words: str, documents: Sequence[Document]) -> str:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only a quotation that is wrong pays for it

    found = [
        (hit.score, _whole_words(document.text, hit.dest_start, hit.dest_end))
        for document in documents
        if document.text and (hit := fuzz.partial_ratio_alignment(words, document.text)) is not None
    ]
    score, passage = max(found, default=(0.0, ""))
    return " ".join(passage.split()) if score >= 50 else ""
