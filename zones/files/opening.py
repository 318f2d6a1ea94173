"""Any file: its kind told, and its text taken out."""

from __future__ import annotations

from zones.files.encodings import decoded
from zones.files.kinds import Kind, kind_of
from zones.files.source import Source, where
from zones.files.taken import Taken

__all__ = ["opened"]


def opened(source: Source, raw: bytes) -> Taken:
    """Return the text of a file, whatever its kind.

    Parameters
    ----------
    source
        The file, or what was piped in.
    raw
        Its bytes.

    Raises
    ------
    DocumentError
        If it is of a kind that is not read, damaged, without text, or needs an extra that is not installed.
    """
    path = where(source)
    kind = kind_of(path, raw)
    if kind is Kind.PAGE:
        from zones.files.pages import page_taken  # noqa: PLC0415 - each kind loads what it needs

        return page_taken(path, raw)
    if kind is Kind.WEB_ARCHIVE:
        from zones.files.web_archives import web_archive_taken  # noqa: PLC0415

        return web_archive_taken(path, raw)
    if kind is Kind.DOCX:
        from zones.files.word import word_taken  # noqa: PLC0415

        return word_taken(path, raw)
    if kind is Kind.PDF:
        from zones.files.pdf import pdf_taken  # noqa: PLC0415

        return pdf_taken(path, raw)
    text, notes = decoded(path, raw)
    return Taken(text=text, notes=notes)
