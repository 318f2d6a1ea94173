"""Web pages saved as one file (MHTML): a mail whose first part is the page."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from zones.errors import DocumentError
from zones.files.encodings import known_encoding
from zones.files.pages import page_taken
from zones.files.taken import Taken

__all__ = ["web_archive_taken"]


def web_archive_taken(path: Path, raw: bytes) -> Taken:
    """Return the article of a web page that a browser saved as one file.

    Raises
    ------
    DocumentError
        If there is no page in it, or none that can be read.
    """
    try:
        archive = message_from_bytes(raw.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.default)
        page = _page(archive)
        saved_from = _saved_from(archive, page)
        content = page.get_payload(decode=True) if page is not None else None
        charset = page.get_content_charset() if page is not None else None
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError) as error:
        raise DocumentError(
            path, f"is a damaged web archive ({error}); save the page again, as HTML"
        ) from None
    if not isinstance(content, bytes) or not content.strip():
        raise DocumentError(path, "is a web archive without a page in it; save the page again, as HTML")
    return page_taken(path, content, declared=known_encoding(charset), saved_from=saved_from)


def _page(message: EmailMessage) -> EmailMessage | None:
    """Return the part that the archive names as its page, else the first page in it."""
    pages = [
        part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}
    ]
    start = message.get_param("start")
    named = [part for part in pages if start and part.get("Content-ID") == start]
    found = (*named, *pages, None)[0]
    return found if isinstance(found, EmailMessage) else None


def _saved_from(archive: EmailMessage, page: EmailMessage | None) -> str | None:
    """Return the address from which the archive, or else its page, says that it was saved."""
    told = [
        archive.get("Snapshot-Content-Location"),
        page.get("Content-Location") if page is not None else None,
    ]
    return next((str(one).strip() for one in told if one), None)
