"""The address that a saved web page states as its own."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from zones.web_address import Found, agreed

__all__ = ["page_address"]

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)


def page_address(tree: Any, html: str, *, saved_from: str | None = None) -> Found:  # noqa: ANN401 - lxml has no types
    """Return the address that a page states: its canonical link, else where it was shared or saved from.

    A site's front page is no article's address, whatever the page says.

    Parameters
    ----------
    tree
        The page, of lxml; None if it could not be parsed.
    html
        Its markup, for a browser's mark of where it was saved from.
    saved_from
        Where an archive says that it was saved from.
    """
    marked = _SAVED_FROM.search(html[:5000])
    places = (
        [link.get("href") for link in _of(tree, "link") if "canonical" in (link.get("rel") or "").casefold().split()],
        [meta.get("content") for meta in _of(tree, "meta") if (meta.get("property") or "").casefold() == "og:url"],
        [saved_from, marked[1] if marked else None],
    )  # fmt: skip
    found = (agreed(one for one in place if one and not _is_front(one)) for place in places)
    return next((one for one in found if one.address or one.note), Found(None))


def _of(tree: Any, tag: str) -> list[Any]:  # noqa: ANN401
    return [] if tree is None else list(tree.iter(tag))


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # no address at all
        return True
    return parts.path in {"", "/"} and not parts.query
