"""When a web page says that it was published: only from what states just that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from geodata.foreign import parsed_json
from zones.files.metadata_days import StatedDay, stated_days
from zones.files.page_tree import Line, folded, lines, stands_aside
from zones.text.datelines import dateline_end

__all__ = ["published_day"]

_PUBLISHED = frozenset({
    "article:published_time", "article.published", "article_date_original", "bt:pubdate", "citation_date",
    "citation_publication_date", "date", "datepublished", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.issued", "og:article:published_time", "og:published_time", "og:pubdate", "originalpublicationdate",
    "parsely-pub-date", "pub_date", "pubdate", "publication_date", "publicationdate", "publish-date", "publish_date",
    "publishdate", "published", "published-date", "published_date", "published_time", "rnews:datepublished",
    "sailthru.date", "cxenseparse:recs:publishtime",
})  # fmt: skip
_MODIFIED = frozenset({
    "article:modified_time", "datemodified", "dc.date.modified", "dcterms.modified", "last-modified", "lastmod",
    "og:updated_time", "revised", "updated_time",
})  # fmt: skip
_CHANGED = re.compile(
    r"\b(?:updated?|modified|last edited|edited|changed|revised|accessed|retrieved)\b", re.IGNORECASE
)
_FIRST = re.compile(r"\b(?:published|posted|first published|issued|created|date)\b", re.IGNORECASE)
_OTHER = re.compile(r"©|\(c\)|copyright|\bcomments?\b|\brelated\b|\bread more\b", re.IGNORECASE)
_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report)$")
_PAGE_TYPES = frozenset({"WebPage", "ItemPage", "AboutPage"})
_SAYS_PUBLISHED = re.compile(r"(?:first\s+)?(?:published|posted)\b", re.IGNORECASE)
_MOST_WORDS = 12  # of a line that tells the day and perhaps who wrote
_PROSE_WORDS = 15  # of a line with which the article has begun
_MOST_LINES = 12
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MOST_NODES = 2000


def published_day(tree: Any, title: str | None) -> tuple[date | None, tuple[str, ...]]:  # noqa: ANN401
    """Return the day on which a page says that it was published, and notes on what stayed open.

    Counted are the page's own statements (``article:published_time`` and its like, ``datePublished`` of its main
    article, ``<time pubdate>``) and a line beside its title. A day of change, a year of copyright, a comment, a
    related story and a script's date are none.

    Parameters
    ----------
    tree
        The page, as lxml has it.
    title
        Its title, by which the main article is known among several.
    """
    stated, changed = _meta(tree, _PUBLISHED), _meta(tree, _MODIFIED)
    for node in _main_articles(tree, title):
        stated += _days_of(node.get("datePublished"))
        changed += _days_of(node.get("dateModified"))
    stated += _marked(tree)
    shown, shown_changed = _beside_title(tree)
    clear = _distinct([day for day in stated if len(day.days) == 1])
    if len(clear) == 1 and not _contradicted(clear[0], shown):
        return clear[0].days[0], ()
    if clear:
        told = list(dict.fromkeys(day.words for day in (*clear, *shown)))
        return None, (f"states more than one day of publication ({', '.join(told)}); {_LEFT_OPEN}",)
    return _from_lines([*stated, *shown], [*changed, *shown_changed])


_LEFT_OPEN = "it was left open: give the right one with --published"


def _from_lines(shown: list[StatedDay], changed: list[StatedDay]) -> tuple[date | None, tuple[str, ...]]:
    clear = _distinct([day for day in shown if len(day.days) == 1])
    if len(clear) == 1:
        return clear[0].days[0], ()
    if clear:
        told = ", ".join(day.words for day in clear)
        return None, (f"shows more than one day beside its title ({told}); {_LEFT_OPEN}",)
    if shown:
        either = " or ".join(day.isoformat() for day in shown[0].days)
        return None, (f"“{shown[0].words}” is {either}; {_LEFT_OPEN}",)
    if changed:
        return None, (
            f"states when it was changed ({changed[0].words}), not when it was published; {_LEFT_OPEN}",
        )
    return None, ()


def _distinct(days: list[StatedDay]) -> list[StatedDay]:
    """Return one of each day; two that tell the same moment in two time zones are one."""
    found: list[StatedDay] = []
    for day in days:
        same = (o.days == day.days or (o.instant is not None and o.instant == day.instant) for o in found)
        if not any(same):
            found.append(day)
    return found


def _contradicted(stated: StatedDay, shown: list[StatedDay]) -> bool:
    """Return whether the lines beside the title tell of none but other days; one day apart is a time zone."""
    return bool(shown) and not any(abs((one - stated.days[0]).days) <= 1 for day in shown for one in day.days)


def _meta(tree: Any, names: frozenset[str]) -> list[StatedDay]:  # noqa: ANN401
    found: list[StatedDay] = []
    for meta in tree.iter("meta"):
        keys = {
            (meta.get(key) or "").strip().casefold() for key in ("property", "name", "itemprop", "http-equiv")
        }
        if keys & names and _is_of_article(meta) and not stands_aside(meta):
            found += _days_of(meta.get("content"))
    return found


def _days_of(value: object) -> list[StatedDay]:
    return list(stated_days(value.strip()[:80])[:1]) if isinstance(value, str) else []


def _marked(tree: Any) -> list[StatedDay]:  # noqa: ANN401
    """Return the days of elements that are marked as the day of publication."""
    found: list[StatedDay] = []
    for element in tree.iter("time", "span", "div", "p", "abbr"):
        names = (element.get("itemprop") or "").casefold().split()
        marked = "datepublished" in names or (element.tag == "time" and element.get("pubdate") is not None)
        if marked and _is_of_article(element) and not stands_aside(element):
            words = element.get("datetime") or element.get("content") or element.text_content()
            found += _days_of(folded(words))
    return found


def _is_of_article(element: Any) -> bool:  # noqa: ANN401
    """Return whether what an element states is about the article, not about a comment within it."""
    scope = next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)
    if scope is None:
        return True
    kind = (scope.get("itemtype") or "").rstrip("/").rpartition("/")[2]
    return bool(_ARTICLE_TYPES.search(kind)) or kind in _PAGE_TYPES


def _main_articles(tree: Any, title: str | None) -> list[dict[str, Any]]:  # noqa: ANN401
    """Return what the page says of its main article for machines (JSON-LD)."""
    nodes = [node for node in _json_ld(tree) if _types(node)]
    articles = [n for n in nodes if any(_ARTICLE_TYPES.search(kind) for kind in _types(n))]
    pages = [n for n in nodes if _types(n) & _PAGE_TYPES]
    if not articles:
        return pages if len(pages) == 1 else []
    address = _address(tree)
    own = [n for n in articles if _same(n.get("headline") or n.get("name"), title) or _is_at(n, address)]
    if own:
        return own
    return articles if len(articles) == 1 and not (address and _addresses(articles[0])) else []


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().casefold() != "application/ld+json":
            continue
        try:
            waiting = [parsed_json(script.text or "", strict=False)]
        except ValueError:
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                yield node
                waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _types(node: dict[str, Any]) -> set[str]:
    kind = node.get("@type")
    told = kind if isinstance(kind, list) else [kind]
    return {one.rpartition("/")[2] for one in told if isinstance(one, str)}


def _same(headline: object, title: str | None) -> bool:
    if not isinstance(headline, str) or not title:
        return False
    one, other = (re.sub(r"\W+", " ", words).casefold().strip() for words in (headline, title))
    return bool(one) and (one == other or other.startswith(f"{one} ") or one.startswith(f"{other} "))


def _address(tree: Any) -> str | None:  # noqa: ANN401
    for link in tree.iter("link"):
        if (link.get("rel") or "").casefold() == "canonical":
            return _bare(link.get("href"))
    for meta in tree.iter("meta"):
        if (meta.get("property") or "").casefold() == "og:url":
            return _bare(meta.get("content"))
    return None


def _addresses(node: dict[str, Any]) -> set[str]:
    about = node.get("mainEntityOfPage")
    told = [node.get("url"), node.get("@id"), about.get("@id") if isinstance(about, dict) else about]
    return {bare for one in told if isinstance(one, str) and (bare := _bare(one))}


def _is_at(node: dict[str, Any], address: str | None) -> bool:
    return address is not None and address in _addresses(node)


def _bare(address: str | None) -> str | None:
    bare = re.split(r"[?#]", address or "")[0].removeprefix("https://").removeprefix("http://").rstrip("/")
    return bare or None


def _beside_title(tree: Any) -> tuple[list[StatedDay], list[StatedDay]]:  # noqa: ANN401
    """Return the days on the short lines beside the title: of publication, and of change."""
    found: list[StatedDay] = []
    changed: list[StatedDay] = []
    for line in _lines_beside(tree):
        if len(line.text.split()) > _MOST_WORDS or _OTHER.search(line.text) or stands_aside(line.element):
            continue
        shown = stated_days(line.text)
        for day in shown:
            (changed if _is_of_change(line.text[: line.text.index(day.words)]) else found).append(day)
        if not shown:
            (changed if _is_of_change(line.text) else found).extend(_timed(line))
    return found, changed


def _is_of_change(before: str) -> bool:
    """Return whether the words before a day tell that something was changed then."""
    last = max((match.start() for match in _CHANGED.finditer(before)), default=-1)
    first = max((match.start() for match in _FIRST.finditer(before)), default=-1)
    return last > first


def _timed(line: Line) -> list[StatedDay]:
    """Return the days of the times on a line that say no day themselves ("3 hours ago")."""
    times = [time for time in line.element.iter("time") if folded(time.text_content()) in line.text]
    return [day for time in times if folded(time.text_content()) for day in _days_of(time.get("datetime"))]


def _lines_beside(tree: Any) -> Iterator[Line]:  # noqa: ANN401
    """Yield the lines from the main heading to the first prose, and those in its article that may tell its day."""
    heading = next((one for tag in ("h1", "h2") for one in tree.iter(tag) if not stands_aside(one)), None)
    if heading is None:
        yield from _lines_before_prose(tree)
        return
    around = next(heading.iterancestors("article"), None)
    state, count = "above", 0
    for line in lines(tree):
        within = around is not None and any(one is around for one in line.element.iterancestors())
        if line.element is heading:
            state = "beside"
        elif state == "above":
            if within:
                yield line
        elif state == "beside":
            count += 1
            if len(line.text.split()) >= _PROSE_WORDS or count > _MOST_LINES:
                state = "below"
                yield Line(
                    line.element, line.text[: dateline_end(line.text, name_and_colon=False, first=True)]
                )
            elif line.element.tag not in _HEADINGS:
                yield line
        elif within and _SAYS_PUBLISHED.match(line.text):
            yield line


def _lines_before_prose(tree: Any) -> Iterator[Line]:  # noqa: ANN401
    """Yield the short lines that stand before the first prose, in the same part of a page without headings."""
    before: list[Line] = []
    for line in lines(tree):
        if len(line.text.split()) < _PROSE_WORDS:
            before.append(line)
            continue
        part = line.element.getparent()
        yield from (one for one in before[-_MOST_LINES:] if one.element.getparent() is part)
        return
