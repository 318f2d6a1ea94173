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
_UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "ref"})
_VALUE = r"\s*+=\s*+(?:\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+'|[^\s\"'<>]{1,2000}+)"
_ALONE = (
    "disabled|hidden|async|defer|checked|controls|itemscope|allowfullscreen|nowrap|noshade|compact|required"
)
_TAG = re.compile(
    r"(?P<comment><!--)|(?P<gone><!DOCTYPE[^<>]*+>|<!\[CDATA\[|\]\]>)"
    rf"|<(?P<close>/?)(?P<name>[a-z][a-z0-9:]{{0,11}}+)(?:\s++(?:[\w:@.-]++{_VALUE}|(?:{_ALONE})\b))*+\s*+(?P<empty>/?)>",
    re.IGNORECASE,
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
    done = 0
    closed: dict[str, bool] = {}
    for found in _TAG.finditer(text):
        if found.start() < done:
            continue
        closing = _closing(found)
        if closing and closed.get(closing, True):
            end = _after(text, closing, found.end())
            closed[closing] = end > 0
            done = end or found.end()
            words: str | None = "" if closing in {"-->", "</ref"} else "\n"
        else:
            done, words = found.end(), _instead(found)
        if words is not None:
            yield Edit(found.start(), done, words)


def _closing(found: re.Match[str]) -> str:
    """Return what closes a comment, a script and the like; empty for any other tag."""
    name = (found["name"] or "").casefold()
    if found["comment"]:
        return "-->"
    return f"</{name}" if name in _UNREAD and not found["close"] and not found["empty"] else ""


def _after(text: str, closing: str, start: int) -> int:
    """Return where the text goes on after a closing tag, 0 if there is none."""
    found = re.compile(re.escape(closing) + ("" if closing == "-->" else r"\s*+>"), re.IGNORECASE).search(
        text, start
    )
    return found.end() if found is not None else 0


def _instead(found: re.Match[str]) -> str | None:
    """Return what is read for a tag, None if it only looks like one."""
    if found["gone"] or found["comment"]:
        return ""
    name = found["name"].casefold()
    if name in _WITHIN_LINE or name in _UNREAD:
        return ""
    if name not in _PARTING_LINES:
        return None
    if found["close"]:
        return {"td": "\t", "th": "\t", "li": "\n", "tr": "\n"}.get(name, "\n\n")
    return {"li": "\n- ", "td": "", "th": ""}.get(name, _LINES.get(name, "\n\n"))
