"""The article of a saved web page, by trafilatura."""

from __future__ import annotations

from pathlib import Path

from geodata.errors import install
from zones.errors import DocumentError

__all__ = ["page_text"]


def page_text(path: Path, html: str) -> str:
    """Return the article of an HTML page as plain text, its headline first.

    Offsets of evidence refer to this text, as the page's own characters are interleaved with markup.

    Raises
    ------
    DocumentError
        If the extra is not installed, or the page holds no article.
    """
    try:
        from trafilatura import extract, extract_metadata  # noqa: PLC0415 - an extra
    except ImportError:
        raise DocumentError(
            path, f"is a web page; reading those needs trafilatura; install it with: {install('html')}"
        ) from None
    text = extract(
        html, include_comments=False, include_tables=False, deduplicate=False, favor_precision=True
    )
    if not text:
        raise DocumentError(path, "is a web page without an article; save the article's text instead")
    known = extract_metadata(html)
    title = (known.title or "").strip() if known is not None else ""
    shown = (known.date or "").strip() if known is not None else ""
    head = [title] if title and not text.startswith(title) else []
    return "\n\n".join([*head, *([shown] if shown else []), text])
