"""Character references in plain text, as feeds and interfaces leave them: "&amp;", "&nbsp;", "&#8217;"."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from zones.text.edited import Edit

__all__ = ["entity_edits"]

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def entity_edits(text: str) -> Iterator[Edit]:
    """Yield the character for each reference to one; what is no known name stays ("R&D;").

    Examples
    --------
    >>> [edit.words for edit in entity_edits("Turkey&#8217;s &amp; Iran, R&D;")]
    ['’', '&']
    """
    if "&" not in text:
        return
    for found in _REFERENCE.finditer(text):
        reference = found.group()
        if reference[1] == "#" or reference[1:] in html5:
            yield Edit(found.start(), found.end(), html.unescape(reference))
