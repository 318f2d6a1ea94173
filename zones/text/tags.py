"""Tags of HTML in plain text: those within a line fall away, those that part lines become line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zones.text.edited import Edit

__all__ = ["tag_edits"]

_WITHIN = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark o:p q s samp small span"
)
_WITHIN_LINE = frozenset(f"{_WITHIN} strike strong sub sup time tt u var wbr img nobr".split())
_PARTING = "address article aside blockquote body button caption center dd div dl dt fieldset figcaption figure footer"
_PARTING_MORE = (
    "form h1 h2 h3 h4 h5 h6 head header html iframe legend main meta link nav ol option p pre section select"
)
_PARTING_REST = (
    "summary details table tbody tfoot thead title tr ul video audio source picture input hr br li td th"
)
_PARTING_LINES = frozenset(f"{_PARTING} {_PARTING_MORE} {_PARTING_REST}".split())
_UNREAD = r"script|style|template|noscript|svg|ref"
_VALUE = r"\s*+=\s*+(?:\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+'|[^\s\"'<>]{1,2000}+)"
_ALONE = (
    "disabled|hidden|async|defer|checked|controls|itemscope|allowfullscreen|nowrap|noshade|compact|required"
)
_TAG = re.compile(
    rf"(?P<unread><(?P<kind>{_UNREAD})\b[^<>]*+(?:/>|>.*?</(?P=kind)\s*+>))"
    r"|(?P<comment><!--.*?-->|<!DOCTYPE[^<>]*+>|<!\[CDATA\[|\]\]>)"
    rf"|<(?P<close>/?)(?P<name>[a-z][a-z0-9:]{{0,11}}+)(?:\s++(?:[\w:@.-]++{_VALUE}|(?:{_ALONE})\b))*+\s*+/?>",
    re.IGNORECASE | re.DOTALL,
)
_LINES = {"br": "\n", "tr": "\n", "li": "\n", "hr": "\n\n"}


def tag_edits(text: str) -> Iterator[Edit]:
    r"""Yield nothing for each tag within a line, and line ends for each that parts lines.

    Scripts, styles, comments and footnotes fall away with what they hold. What only looks like a tag stays.

    Examples
    --------
    >>> [edit.words for edit in tag_edits("<p>The <b>first</b> zone<br/>x <c and d> y")]
    ['\n\n', '', '', '\n']
    """
    if "<" not in text and "]]>" not in text:
        return
    for found in _TAG.finditer(text):
        words = _instead(found)
        if words is not None:
            yield Edit(found.start(), found.end(), words)


def _instead(found: re.Match[str]) -> str | None:
    if found["comment"]:
        return ""
    if found["unread"]:
        return "" if found["kind"].casefold() == "ref" else "\n"
    name = found["name"].casefold()
    if name in _WITHIN_LINE:
        return ""
    if name not in _PARTING_LINES:
        return None
    if found["close"]:
        return {"td": "\t", "th": "\t", "li": "\n", "tr": "\n"}.get(name, "\n\n")
    return {"li": "\n- ", "td": "", "th": ""}.get(name, _LINES.get(name, "\n\n"))
