"""A web page as a tree, its lines, and which of its parts are no article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Line", "folded", "lines", "stands_aside"]

_BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
        *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_SILENT = frozenset({"script", "style", "noscript", "template", "head", "title", "select", "textarea", "svg"})
_ASIDE_TAGS = frozenset({"aside", "nav", "footer", "form"})
_ASIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|respond|related|recommend(?:ed|ations)?|sidebar|trending|popular|most-?read|"
    r"more-(?:stories|news|on)|also-?read|read-?(?:more|next)|promo|teasers?|widget|newsletter|footer|copyright)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page as a reader sees it.

    Parameters
    ----------
    element
        The innermost element that breaks the line, of lxml.
    text
        Its words, blanks folded.
    """

    element: Any
    text: str


def folded(text: str) -> str:
    """Return words with single blanks between them."""
    return " ".join(text.split())


def lines(root: Any) -> Iterator[Line]:  # noqa: ANN401 - lxml has no types
    """Yield the lines of an element that have words, in order; scripts and the like have none."""
    words: list[str] = []
    holder = [root]

    def taken() -> Iterator[Line]:
        text = folded("".join(words))
        words.clear()
        if text:
            yield Line(holder[-1], text)

    for event, element in _events(root):
        if event == "text":
            words.append(element)
            continue
        if element.tag in _BREAKS:
            yield from taken()
            if event == "start":
                holder.append(element)
            elif len(holder) > 1:
                holder.pop()
    yield from taken()


def stands_aside(element: Any) -> bool:  # noqa: ANN401
    """Return whether an element is in a part of its page that is no article: comments, related stories, a footer."""
    while element is not None:
        if element.tag in _ASIDE_TAGS:
            return True
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag not in {"html", "body"} and _ASIDE_NAMES.search(named) and not _is_headed(element):
            return True
        element = element.getparent()
    return False


def _is_headed(element: Any) -> bool:  # noqa: ANN401
    """Return whether a part has a page's main heading, as the part of "with-sidebar" that holds the article."""
    return any(True for _ in element.iter("h1"))


def _events(root: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Yield the starts, texts and ends of a tree, without what is never shown; however deep, without recursion."""
    stack = [("start", root)]
    while stack:
        event, element = stack.pop()
        if event == "text":
            yield event, element
            continue
        if event == "end":
            yield event, element
            continue
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        yield event, element
        stack.append(("end", element))
        for child in reversed(element):
            if child.tail:
                stack.append(("text", child.tail))
            stack.append(("start", child))
        if element.text:
            stack.append(("text", element.text))
