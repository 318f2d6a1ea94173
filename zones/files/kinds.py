"""What kind of file holds a text: told by its first bytes, and held against its ending."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import Path

from zones.errors import DocumentError

__all__ = ["READ_ENDINGS", "Kind", "kind_of"]


class Kind(StrEnum):
    """A kind of file that is read, in words."""

    TEXT = "a text"
    PAGE = "a web page"
    WEB_ARCHIVE = "a web page saved as one file (MHTML)"
    PDF = "a PDF"
    DOCX = "a Word document"


_ENDINGS = {
    ".html": Kind.PAGE, ".htm": Kind.PAGE, ".xhtml": Kind.PAGE, ".mht": Kind.WEB_ARCHIVE,
    ".mhtml": Kind.WEB_ARCHIVE, ".pdf": Kind.PDF, ".docx": Kind.DOCX, ".docm": Kind.DOCX,
}  # fmt: skip
_PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
READ_ENDINGS = _PLAIN | frozenset(_ENDINGS)
"""Endings of files that are read where a folder is named."""
_RENAMED = {Kind.PAGE: ".html", Kind.WEB_ARCHIVE: ".mhtml", Kind.PDF: ".pdf", Kind.DOCX: ".docx"}

_OFFICE = "open it in Word or LibreOffice and save it as .docx, or as plain text"
_OTHER_ENDINGS = {
    ".doc": f"an old Word document; {_OFFICE}",
    ".dot": f"an old Word template; {_OFFICE}",
    ".odt": f"an OpenDocument text; {_OFFICE}",
    ".fodt": f"an OpenDocument text; {_OFFICE}",
    ".rtf": f"a rich text (RTF); {_OFFICE}",
    ".pages": "a document of Apple Pages; export it as Word (.docx) or as plain text",
    ".wps": f"a document of Works or WPS; {_OFFICE}",
    ".wpd": f"a document of WordPerfect; {_OFFICE}",
    ".epub": "a book (EPUB); save the text that matters as .txt or .html",
    ".mobi": "a book; save the text that matters as .txt or .html",
    ".eml": "a mail; save its text as .txt, or what is attached to it as a file of its own",
    ".msg": "a mail of Outlook; save its text as .txt",
    ".webarchive": "a web archive of Safari; save the page as HTML (.html)",
}
_PICTURE = "a picture; the text in it is not read: type or paste it into a .txt"
_PACKED = "packed; unpack it and name the texts in it"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", _OTHER_ENDINGS[".rtf"]),
    (_OLE, f"an old Office document, or one that a password locks; {_OFFICE}"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"bplist00", _OTHER_ENDINGS[".webarchive"]),
    (b"SQLite format 3\x00", "a database (SQLite, or a GeoPackage); name the text of an article"),
    (b"%!PS", "a PostScript file; convert it to PDF, or save its text as .txt"),
)
_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    ("word/", ""),
    ("xl/", "a spreadsheet; save the text that matters as .txt"),
    ("ppt/", "a presentation; save the text that matters as .txt"),
    ("META-INF/container.xml", _OTHER_ENDINGS[".epub"]),
    ("content.xml", f"an OpenDocument file; {_OFFICE}"),
    ("Index/", _OTHER_ENDINGS[".pages"]),
)
_PAGE_START = re.compile(
    rb"\s*+(?:<\?xml[^>]{0,200}+>\s*+)?+(?:(?><!--.{0,2000}?-->)\s*+)*+<(?:!doctype\s++html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_HEAD = re.compile(rb"(?:[A-Za-z][\w-]*+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)++\r?\n")
_MULTIPART = re.compile(rb"^content-type:\s*+(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE)


def kind_of(path: Path, raw: bytes) -> Kind:
    r"""Return what kind of file some bytes are; its name only has to fit.

    Parameters
    ----------
    path
        The file's name. One without an ending, and what is piped in, goes by its bytes alone.
    raw
        Its bytes, at least one of them no blank.

    Raises
    ------
    DocumentError
        If it is of a kind that is not read, or not what its ending says.

    Examples
    --------
    >>> kind_of(Path("a.txt"), b"A truce holds in Idlib.")
    <Kind.TEXT: 'a text'>
    >>> kind_of(Path("a.txt"), b"%PDF-1.7\n")
    Traceback (most recent call last):
    ...
    zones.errors.DocumentError: a.txt: is a PDF, whatever its ending says; rename it to a.pdf
    """
    ending = path.suffix.casefold()
    found = _by_bytes(path, raw)
    told = _ENDINGS.get(ending)
    if found is None:  # nothing but its ending tells a page from a text
        if told is Kind.PAGE:
            return told
        if told is not None:
            raise DocumentError(path, _no_such(told, raw))
        if ending in _OTHER_ENDINGS:
            raise DocumentError(path, f"ends as {_OTHER_ENDINGS[ending]}; a plain text is to end in .txt")
        return Kind.TEXT
    if told is found or not ending or {told, found} == {Kind.PAGE, Kind.WEB_ARCHIVE}:
        return found
    raise DocumentError(
        path, f"is {found}, whatever its ending says; rename it to {path.with_suffix(_RENAMED[found]).name}"
    )


def _by_bytes(path: Path, raw: bytes) -> Kind | None:
    """Return the kind that bytes show, None if they show none."""
    if b"%PDF-" in raw[:1024] and raw.lstrip(b"\xef\xbb\xbf \r\n\t\x00").startswith(b"%PDF-"):
        return Kind.PDF
    if raw.startswith(_ZIP):
        return _zipped(path, raw)
    for start, told in _MAGIC:
        if raw.startswith(start):
            raise DocumentError(path, f"is {told}")
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        raise DocumentError(path, f"is {_PICTURE}")
    if raw[4:12] in {b"ftypheic", b"ftypavif", b"ftypmif1", b"ftypmp42", b"ftypisom"}:
        raise DocumentError(path, f"is {_PICTURE}")
    head = _MAIL_HEAD.match(raw[:20_000].lstrip(b"\xef\xbb\xbf\r\n"))
    if head is not None and b"mime-version:" in head[0].lower() and _MULTIPART.search(head[0]):
        return Kind.WEB_ARCHIVE
    return Kind.PAGE if _PAGE_START.match(raw[:20_000].removeprefix(b"\xef\xbb\xbf")) else None


def _zipped(path: Path, raw: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentError(
            path,
            f"is a damaged zip file, as a .docx is one ({error}); get it again, or save its text as .txt",
        ) from None
    for start, told in _IN_ZIP:
        if any(name.startswith(start) for name in names):
            if told:
                raise DocumentError(path, f"is {told}")
            return Kind.DOCX
    raise DocumentError(path, f"is {_PACKED}")


def _no_such(told: Kind, raw: bytes) -> str:
    begins = raw.lstrip()[:12].decode("ascii", "replace").split("\n")[0].strip()
    return (
        f"ends as {told} does and is none: it begins with {begins!r}; rename it to .txt if it is a plain text"
    )
