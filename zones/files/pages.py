"""The article of a saved web page, by trafilatura."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from geodata.errors import install
from zones.errors import DocumentError
from zones.files.encodings import declared_encoding, decoded
from zones.files.page_address import page_address
from zones.files.page_dates import published_day
from zones.files.page_tables import unfolded
from zones.files.page_tree import folded
from zones.files.taken import Taken
from zones.own_files import refuse_own_map

__all__ = ["page_taken"]


def page_taken(
    path: Path, raw: bytes, *, declared: str | None = None, saved_from: str | None = None
) -> Taken:
    """Return the article of an HTML page as plain text, its headline first, with the day that it states.

    Offsets of evidence refer to this text, as the page's own characters are interleaved with markup. A table is
    read as rows, its cells parted by bars.

    Parameters
    ----------
    path
        The file, for messages.
    raw
        Its bytes.
    declared
        The encoding, if something outside the page tells it.
    saved_from
        The address from which it was saved, if something outside the page tells it.

    Raises
    ------
    DocumentError
        If the extra is not installed, the page is no text, or holds no article.
    """
    try:
        from trafilatura import extract, extract_metadata  # noqa: PLC0415 - an extra
        from trafilatura.utils import load_html  # noqa: PLC0415
    except ImportError:
        raise DocumentError(
            path, f"is a web page; reading those needs trafilatura; install it with: {install('html')}"
        ) from None
    html, notes = decoded(path, raw, declared=declared or declared_encoding(raw))
    refuse_own_map(path, html)
    tree = load_html(html)
    known = extract_metadata(html) if tree is not None else None
    title = folded(known.title or "") if known is not None else ""
    published, dated = published_day(tree, title) if tree is not None else (None, ())
    address = page_address(tree, html, saved_from=saved_from)
    tables = unfolded(tree) if tree is not None else ()
    text = _extracted(extract, tree)
    if not text:
        raise DocumentError(path, "is a web page without an article; save the article's text instead")
    head = [title] if title and not text.startswith(title) else []
    return Taken(
        text="\n\n".join([*head, text]),
        published=published,
        states_day=True,
        notes=(*notes, *_left_out(tables, text)),
        notes_on_day=dated,
        address=address.address,
        note_on_address=address.note,
    )


def _extracted(extract: Any, tree: Any) -> str | None:  # noqa: ANN401 - trafilatura and lxml have no types
    if tree is None:
        return None
    found: str | None = extract(
        tree, include_comments=False, include_tables=False, deduplicate=False, favor_precision=True
    )
    return found


def _left_out(tables: tuple[tuple[str, ...], ...], text: str) -> tuple[str, ...]:
    """Return notes on tables that the article was found not to hold."""
    read = {folded(line) for line in text.splitlines()}
    lost = [rows for rows in tables if not any(folded(row) in read for row in rows)]
    return tuple(
        f"a table of {len(rows)} row{'s' if len(rows) != 1 else ''} was left out, as no part of the article: "
        f"“{rows[0][:60]}”"
        for rows in lost
    )
