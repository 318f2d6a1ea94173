"""The address of a document on the web: taken where a file or a person tells it, never made up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

__all__ = ["EXPECTED", "Found", "address_in_text", "agreed", "web_address"]

EXPECTED = "expected an address as https://example.org/news/article, without blanks and without a password"
"""What an address has to look like, for messages."""
_LONGEST = 2000
_HIDDEN = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>\"`{}|\\^]")
_HOST = re.compile(r"(?:[\w-]+\.)+[\w-]{2,}|localhost|\[[0-9a-f:.]+\]", re.IGNORECASE)
_LABELLED = re.compile(
    r"^[ \t>*-]*(?:(?:source|original|article|page|full|canonical|web)[ \t]+)?"
    r"(?:url|link|permalink|address)[ \t]*:[ \t]*<?(?P<address>https?://\S+?)>?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An address, None if none is told, and a note where it was left open."""

    address: str | None
    note: str | None = None


def web_address(text: str) -> str | None:
    """Return an address as a link can carry it; None if it is none of the web, or holds a password.

    Parameters
    ----------
    text
        What should be an address.

    Examples
    --------
    >>> web_address(" https://example.org/a?b=1#c ")
    'https://example.org/a?b=1#c'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    address = text.strip()
    if len(address) > _LONGEST or _HIDDEN.search(address):
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    usable = parts.scheme.casefold() in {"http", "https"} and port != 0 and bool(_host_of(host))
    return address if usable and parts.username is None and parts.password is None else None


def address_in_text(text: str) -> Found:
    r"""Return the address that a line of its own gives by name: "URL: https://example.org/a".

    An address in running text, or in a line with any other label, is one that the article speaks of.

    Examples
    --------
    >>> address_in_text("Talks\nURL: https://example.org/a\n\nMore at https://example.org/b.").address
    'https://example.org/a'
    """
    return agreed(match["address"] for match in _LABELLED.finditer(text))


def agreed(told: Iterable[str | None]) -> Found:
    """Return the one address among those told; several different ones are left open, with a note."""
    known = dict.fromkeys(address for one in told if one and (address := web_address(one)))
    if len(known) < 2:
        return Found(next(iter(known), None))
    first, second, *_ = known
    return Found(
        None,
        f"several addresses are given ({first}, {second}); none was taken: give the right one with --address",
    )


def _host_of(host: str) -> re.Match[str] | None:
    return _HOST.fullmatch(f"[{host}]" if ":" in host else host)
