"""Markdown and wiki markup in plain text: emphasis, links, headings, footnote marks; what is said stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zones.text.edited import Edit

__all__ = ["markdown_edits"]

_LINK_END = r"\]\([^()\s]{1,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s+[\"'][^\"'\n]{0,200}[\"'])?\)"
_HEADING = r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)"
_WIKI_HEADING = r"^[ \t]*={2,6}[ \t]*(?=[^=\n]{1,200}={2,6}[ \t]*$)"
_RULE = r"^[ \t]{0,3}(?:[-*_=~][ \t]*){3,}$"
_FENCE = r"^[ \t]{0,3}(?:```|~~~).{0,40}$"
# "[1]: https://x.y", "[^1]: ..." at the foot of a page
_TARGET = r"^[ \t]{0,3}\[[^\]\n]{1,80}\]:[ \t]+<?\w{2,10}:\S+.{0,200}$"
_FOOTNOTE = r"(?<=[\w.,;:!?\"”’)*_])(?:\[\^[\w-]{1,20}\]|\[(?:\d{1,3}|note \d{1,3}|citation needed)\])+"
_PICTURE = r"!\[[^\]\n]{0,300}" + _LINK_END
_ALONE_PICTURE = rf"^[ \t]*(?P<shown>!\[)(?=[^\]\n]*\w)[^\]\n]{{0,300}}(?P<shown_end>{_LINK_END})[ \t]*$"
# What has to stand in a text for a pattern to fit at all, and the pattern.
_MARKS = tuple(
    (needle, re.compile(pattern, re.MULTILINE))
    for needle, pattern in (
        ("--", _RULE), ("**", _RULE), ("__", _RULE), ("- -", _RULE), ("* *", _RULE), ("```", _FENCE), ("~~~", _FENCE),
        ("]:", _TARGET), ("[", _FOOTNOTE), ("# ", _HEADING), ("==", _WIKI_HEADING), ("](", _PICTURE),
        ("](", rf"\[(?=[^\[\]\n]{{1,300}}{_LINK_END})"), ("](", _LINK_END),
        ("[[", r"\[\[(?:[^\[\]|\n]{1,200}\|)?(?=[^\[\]|\n]{1,200}\]\])"), ("[[", r"(?<=[\w.)'’])\]\]"),
        (" #", r"(?<=\S)[ \t]+#{1,6}[ \t]*$"), ("\\", r"\\(?=[*_`#\[\]()>~+.!-])"),
    )
)  # fmt: skip
_WIKI_HEADING_END = re.compile(r"(?:(?<=[^=\s])[ \t]++|(?<=[^=\n]))={2,6}+[ \t]*+$", re.MULTILINE)
_ALONE = re.compile(_ALONE_PICTURE, re.MULTILINE)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[([^\[\]\n]{0,80})\]")
_WRAPPED = r"\n(?!\s*\n)"  # emphasis may go on over the end of a line
_EMPHASIS = re.compile(
    rf"(?<![\w*\\])(?:(?P<three>\*{{3}})(?=[^\s*])(?:[^*\n]|{_WRAPPED}){{1,600}}(?<=[^\s*])\*{{3}}(?!\*)"
    rf"|(?P<two>\*\*)(?=[^\s*])(?:[^*\n]|{_WRAPPED}|\*(?!\*)){{1,600}}(?<=\S)\*\*(?!\*)"
    rf"|(?P<one>\*)(?=[^\s*])(?:[^*\n]|{_WRAPPED}){{1,600}}(?<=[^\s*])\*(?!\*))"
    rf"|(?<![\w_\\])(?P<bars>_{{1,3}})(?=[^\s_])(?:[^_\n]|{_WRAPPED}|(?<=\w)_(?=\w)){{1,600}}?(?<=[^\s_])(?P=bars)(?!\w)"
    r"|(?P<waves>~~)(?=\S)[^~\n]{1,300}(?<=\S)~~"
    r"|(?P<ticks>`{1,2})(?=\S)[^`\n]{1,300}(?P=ticks)"
    r"|(?<!')(?P<quotes>'{2,5})(?=[^\s'])(?:[^\n']|'(?!')){1,300}(?P=quotes)(?!')"
)
_KINDS = ("three", "two", "one", "bars", "waves", "ticks", "quotes")


def markdown_edits(text: str) -> Iterator[Edit]:
    """Yield nothing for each mark of Markdown or wiki markup around words that are to be read.

    An editor's brackets ("[the] zone") and marks that stand alone stay.

    Examples
    --------
    >>> [(edit.start, edit.end) for edit in markdown_edits("**Idlib** and [Homs](https://x.y), [the] 2 * 3")]
    [(0, 2), (7, 9), (14, 15), (19, 33)]
    """
    found = sorted({*_plain_marks(text), *_emphasised(text), *_references(text)})
    done = 0
    for edit in found:
        if edit.start >= done:
            done = edit.end
            yield edit


def _plain_marks(text: str) -> Iterator[Edit]:
    for needle, pattern in _MARKS:
        if needle not in text:
            continue
        for found in pattern.finditer(text):
            line = text.rfind("\n", 0, found.start()) + 1 if needle == " #" else 0
            if needle == " #" and text[line] != "#":
                continue  # "room #"
            yield Edit(*found.span(), "")
            if needle == "==" and (end := _WIKI_HEADING_END.search(text, found.end())) is not None:
                yield Edit(*end.span(), "")
    if "![" in text:
        for found in _ALONE.finditer(text):
            yield Edit(*found.span("shown"), "Image: ")
            yield Edit(*found.span("shown_end"), "")


def _emphasised(text: str) -> Iterator[Edit]:
    if any(mark in text for mark in ("*", "_", "~~", "`", "''")):
        yield from _emphasis(text, 0, len(text))


def _emphasis(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the marks of emphasis, also of one within another."""
    for found in _EMPHASIS.finditer(text, start, end):
        mark = next(name for name in _KINDS if found[name])
        first, last = found.end(mark), found.end() - len(found[mark])
        yield Edit(found.start(), first, "")
        yield from _emphasis(text, first, last)
        yield Edit(last, found.end(), "")


def _references(text: str) -> Iterator[Edit]:
    """Yield the marks of links whose targets stand at the foot of the page: "[Idlib][1]"."""
    if "][" not in text:
        return
    targets = {name.casefold() for name in re.findall(r"(?m)^[ \t]{0,3}\[([^\]\n]{1,80})\]:[ \t]", text)}
    for found in _REFERENCE.finditer(text):
        if (found[2] or found[1]).casefold() in targets:
            yield Edit(found.start(), found.start() + 1, "")
            yield Edit(found.end(1), found.end(), "")
