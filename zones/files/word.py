"""The text of a Word document, by mammoth."""

from __future__ import annotations

import io
import logging
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geodata.errors import install
from zones.errors import DocumentError
from zones.files.page_tables import unfolded
from zones.files.page_tree import lines
from zones.files.taken import Taken

__all__ = ["word_taken"]

_log = logging.getLogger(__name__)
_MOST_XML = 50_000_000  # bytes, unpacked
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
"""
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, NotImplementedError, OSError, EOFError, LookupError,
)  # fmt: skip
_LISTS = frozenset({"ol", "ul"})


def word_taken(path: Path, raw: bytes) -> Taken:
    """Return the paragraphs, lists and tables of a Word document, an empty line between two.

    Insertions that are not accepted yet are read, deletions and comments are not. Headers, footers and pictures
    are no part of the text; footnotes are left out, and told.

    Raises
    ------
    DocumentError
        If the extra is not installed, or it is damaged, too large, or without text.
    """
    try:
        import mammoth  # noqa: PLC0415 - an extra
        from lxml.html import document_fromstring  # noqa: PLC0415
    except ImportError:
        raise DocumentError(
            path, f"is a Word document; reading those needs mammoth; install it with: {install('docx')}"
        ) from None
    _check(path, raw)
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(raw), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda _: {})
        ).value
        tree = document_fromstring(f"<body>{html}</body>") if html.strip() else None
    except Exception as error:  # noqa: BLE001 - a parser of foreign files raises what it comes upon
        _log.info("%s: %s: %s", path, type(error).__name__, error)
        raise DocumentError(
            path,
            f"is a damaged Word document ({type(error).__name__}); open and save it again, or as plain text",
        ) from None
    if tree is None or not tree.text_content().strip():
        raise DocumentError(path, "is a Word document without text; expected an article, not pictures of one")
    notes = _without_footnotes(tree)
    unfolded(tree)
    return Taken(text="\n\n".join(_lines(tree)) + "\n", notes=notes)


def _check(path: Path, raw: bytes) -> None:
    """Raise `DocumentError` for what would unpack without end, or define what it says itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = [part for part in packed.infolist() if part.filename.endswith((".xml", ".rels"))]
            size = sum(part.file_size for part in parts)
            if size > _MOST_XML:
                most = f"expected at most {_MOST_XML:,}"
                raise DocumentError(path, f"has {size:,} bytes of text when unpacked; {most}: split it")
            if "word/document.xml" not in packed.namelist():
                raise DocumentError(
                    path, "is no Word document: it holds no word/document.xml; save it again as .docx"
                )
            for part in parts:
                if b"<!DOCTYPE" in packed.read(part):
                    raise DocumentError(path, "defines its own entities, as no Word document does; not read")
    except _UNREADABLE as error:
        if isinstance(error, DocumentError):
            raise
        raise DocumentError(
            path, f"is a damaged Word document ({error}); open and save it again, or as plain text"
        ) from None


def _without_footnotes(tree: Any) -> tuple[str, ...]:  # noqa: ANN401 - lxml has no types
    """Take notes at the foot or end out of a document, and the numbers that refer to them; tell how many."""
    for link in list(tree.iter("a")):
        if (link.get("href") or "").startswith(("#footnote", "#endnote")):
            mark = link.getparent() if link.getparent().tag == "sup" else link
            mark.drop_tree()
    notes = [item for item in tree.iter("li") if (item.get("id") or "").startswith(("footnote-", "endnote-"))]
    for item in notes:
        item.drop_tree()
    if not notes:
        return ()
    return (f"{len(notes)} footnote{'s' if len(notes) != 1 else ''} left out",)


def _lines(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield the lines, those of lists with their marks."""
    numbers: dict[Any, int] = {}
    marked: set[Any] = set()
    for line in lines(tree):
        item = next((one for one in (line.element, *line.element.iterancestors()) if one.tag == "li"), None)
        if item is None or item in marked:
            yield line.text
            continue
        marked.add(item)
        above = next(item.iterancestors(*_LISTS), None)
        if above is None or above.tag == "ul":
            yield f"- {line.text}"
            continue
        numbers[above] = numbers.get(above, 0) + 1
        yield f"{numbers[above]}. {line.text}"
