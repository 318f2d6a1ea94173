"""When a page was published: only from what states just that; else the day stays open, and is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import zones
from tests.zones.files.made import TITLE, page
from zones.documents import Document, read_document

pytest.importorskip("trafilatura")
DAY = date(2017, 6, 23)


def ld(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(nodes[0] if len(nodes) == 1 else nodes)}</script>'


def article(day: str, headline: str = TITLE, kind: str = "NewsArticle", **more: object) -> dict[str, object]:
    return {"@type": kind, "headline": headline, "datePublished": day, **more}


def read(tmp_path: Path, content: bytes) -> Document:
    (file := tmp_path / "page.html").write_bytes(content)
    return read_document(file)


STATED = {
    "article:published_time": page(
        '<meta property="article:published_time" content="2017-06-23T18:30:00+03:00">'
    ),
    "the same as a name": page('<meta name="article:published_time" content="2017-06-23">'),
    "itemprop": page('<meta itemprop="datePublished" content="2017-06-23">'),
    "pubdate": page('<meta name="pubdate" content="Fri, 23 Jun 2017 18:30:00 +0300">'),
    "Dublin Core": page('<meta name="DC.date.issued" content="2017-06-23">'),
    "digits only": page('<meta name="parsely-pub-date" content="20170623">'),
    "in words": page('<meta name="publish_date" content="June 23, 2017 6:30 pm">'),
    "JSON-LD": page(ld(article("2017-06-23T15:30:00Z"))),
    "JSON-LD in a graph": page(ld({"@graph": [{"@type": "WebSite"}, article("2017-06-23", kind="Article")]})),
    "JSON-LD of the page": page(ld({"@type": "WebPage", "datePublished": "2017-06-23"})),
    "JSON-LD beside that of a related story": page(
        ld(article("2017-06-23"), article("2021-05-05", "Other story"))
    ),
    "known by its address": page(
        '<link rel="canonical" href="https://news.example/four">'
        + ld(
            article("2017-06-23", "Zones", url="http://news.example/four?x=1"),
            article("2021-05-05", "Other story", url="https://news.example/other"),
        )
    ),
    "time pubdate": page(beside_title='<time pubdate datetime="2017-06-23T18:30">yesterday</time>'),
    "time itemprop": page(beside_title='<time itemprop="datePublished" datetime="2017-06-23">today</time>'),
    "a line below the title": page(beside_title="<p>23 June 2017</p>"),
    "a byline with the day": page(
        beside_title="<div>By Jane Doe | <span>Friday, June 23rd, 2017 06:13</span></div>"
    ),
    "a line above the title, in the article": page().replace(
        b"<h1>", b"<div class='date'>23 June 2017</div><h1>"
    ),
    "a time that tells the day to machines": page(
        beside_title="<header><time datetime='2017-06-23T10:00'>3 hours ago</time></header>"
    ),
    "in the dateline": page().replace(b"ASTANA - ", b"ASTANA, June 23, 2017 (Reuters) - "),
    "told at its end": page().replace(b"</article>", b"<p>Published: 23 June 2017</p></article>"),
    "in a part that is named for its sidebar": page(beside_title="<p>23 June 2017</p>").replace(
        b"<article>", b"<article class='content with sidebar widget'>"
    ),
    "a page without headings": page(beside_title="<p>23 June 2017</p>").replace(b"h1>", b"b>"),
    "published and updated": page(
        beside_title="<p>Published 23 June 2017</p><p>Updated: 2 November 2019, 10:00</p>"
    ),
    "on one line": page(beside_title="<p>Published 23 June 2017, updated 2 November 2019</p>"),
    "a day that only one order allows": page(beside_title="<span>23/06/2017</span>"),
    "American, the same": page(beside_title="<span>06/23/2017</span>"),
    "ambiguous where shown, clear where stated": page(
        '<meta property="article:published_time" content="2017-05-04">',
        beside_title="<span>05/04/2017</span>",
    ),
    "the same moment in two time zones": page(
        '<meta property="article:published_time" content="2017-06-23T22:30:00Z">'
        + ld(article("2017-06-24T01:30:00+03:00"))
    ),
    "shown on the day after, by the clock of the place": page(
        '<meta property="article:published_time" content="2017-06-23T22:30:00Z">',
        beside_title="<p>24 June 2017</p>",
    ),
    "two statements that agree": page(
        '<meta property="article:published_time" content="2017-06-23T10:00:00Z"><meta name="date" content="2017-06-23">'
    ),
}


@pytest.mark.parametrize("name", STATED)
def test_a_page_that_states_its_day(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, STATED[name])
    expected = date(2017, 5, 4) if "ambiguous" in name else DAY
    assert (found.published, found.notes) == (expected, ())


NOT_STATED = {
    "a copyright": page(after="<footer>© 2024 Example News</footer>"),
    "a copyright with a day": page(after="<div>Copyright 1 January 2024 Example News</div>"),
    "a related story": page(
        after="<aside><ul><li><a>Other</a> <time datetime='2021-05-05'>5 May 2021</time></ul></aside>"
    ),
    "a related story by its class": page(
        beside_title='<div class="related-stories"><p>5 May 2021</p><time pubdate>5 May 2021</time></div>'
    ),
    "a comment": page(
        after="<section id='comments'><div class='comment'><time pubdate>3 March 2020</time></div></section>"
    ),
    "a comment within the article": page(
        beside_title="<div itemscope itemtype='https://schema.org/Comment'><meta itemprop='datePublished' "
        "content='2020-03-03'></div>"
    ),
    "a script": page(
        "<meta name='build-date' content='2023-02-02'><script>var cfg={date:'2022-12-12'}</script>"
    ),
    "an event in the text": page(
        body="<p>They signed on 4 May 2017 in Astana. The zone includes all of Idlib province, the envoy said on "
        "Thursday.</p><p>The memorandum of 4 May 2017 names Idlib, he added, and the maps were to be ready soon.</p>"
    ),
    "a heading that names a day": page(beside_title="<h2>The memorandum of 4 May 2017</h2>"),
    "a day that no calendar has": page('<meta property="article:published_time" content="2017-02-31">'),
    "nothing where a day should be": page('<meta property="article:published_time" content="">'),
    "JSON-LD that is broken": page('<script type="application/ld+json">{"datePublished": "2017-</script>'),
    "JSON-LD of another story": page(
        '<link rel="canonical" href="https://news.example/four">'
        + ld(article("2021-05-05", "Other story", url="https://news.example/other"))
    ),
    "a day of the site": page(ld({"@type": "Organization", "datePublished": "2001-01-01"})),
    "a video in the page": page(
        ld({"@type": "VideoObject", "datePublished": "2016-01-01", "uploadDate": "2016-01-01"})
    ),
    "a time of change that tells the day to machines": page(
        after="<p>Last updated <time datetime='2019-11-02'>yesterday</time></p>"
    ),
    "a banner in the head of the site": page().replace(
        b"<article><h1>", b"<header><p>30 November 2026</p><h1>"
    ),
    "told at the end of another article": page(
        after="<article><h2>Other story</h2><p>Published: 5 May 2021</p></article>"
    ),
    "a banner above the page": page().replace(b"<body>", b"<body><div>Today: 30 November 2026</div>"),
}


@pytest.mark.parametrize("name", NOT_STATED)
def test_a_page_that_states_none(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, NOT_STATED[name])
    assert (found.published, found.notes) == (None, ())


OPEN = {
    "day or month": (
        page(beside_title="<span class='date'>05/04/2017</span>"),
        "“05/04/2017” is 2017-04-05 or 2017-05-04",
    ),
    "the same with points": (
        page(beside_title="<p>Posted 5.4.2017</p>"),
        "“5.4.2017” is 2017-04-05 or 2017-05-04",
    ),
    "day or month, stated": (page('<meta name="date" content="05/04/2017">'), "2017-04-05 or 2017-05-04"),
    "modified only": (
        page('<meta property="article:modified_time" content="2019-11-02T10:00:00Z">'),
        "when it was changed (2019-11-02), not when it was published",
    ),
    "JSON-LD modified only": (
        page(ld({"@type": "NewsArticle", "headline": TITLE, "dateModified": "2019-11-02"})),
        "when it was changed (2019-11-02)",
    ),
    "updated, beside the title": (page(beside_title="<p>Updated 2 November 2019</p>"), "when it was changed"),
    "last updated": (
        page(beside_title="<p>Last updated: Nov. 2, 2019</p>"),
        "when it was changed (Nov. 2, 2019)",
    ),
    "two statements": (
        page(
            '<meta property="article:published_time" content="2017-06-23"><meta name="date" content="2018-01-02">'
        ),
        "more than one day of publication (2017-06-23, 2018-01-02)",
    ),
    "two in JSON-LD": (
        page(ld(article("2017-06-23"), article("2019-01-01"))),
        "more than one day of publication (2017-06-23, 2019-01-01)",
    ),
    "stated and shown": (
        page(
            '<meta property="article:published_time" content="2017-06-23">', beside_title="<p>4 May 2015</p>"
        ),
        "more than one day of publication (2017-06-23, 4 May 2015)",
    ),
    "two shown": (
        page(beside_title="<p>4 May 2015</p><p>23 June 2017</p>"),
        "more than one day beside its title (4 May 2015, 23 June 2017)",
    ),
}


@pytest.mark.parametrize("name", OPEN)
def test_a_day_that_stays_open_is_told(tmp_path: Path, name: str) -> None:
    content, words = OPEN[name]
    found = read(tmp_path, content)
    assert found.published is None
    (note,) = found.notes
    assert words in note
    assert "--published" in note


def test_a_day_that_is_given_leaves_nothing_to_tell(tmp_path: Path) -> None:
    (file := tmp_path / "page.html").write_bytes(OPEN["day or month"][0])
    found = read_document(file, published=DAY)
    assert (found.published, found.notes) == (DAY, ())
    (tmp_path / "sources.toml").write_text(
        '[[document]]\nfile = "page.html"\npublished = 2017-06-23\n', "utf-8"
    )
    assert (read_document(file).published, read_document(file).notes) == (DAY, ())


@pytest.mark.parametrize(("name", "said_on"), [("a line below the title", date(2017, 6, 22)), (None, None)])
def test_weekdays_count_from_the_day_or_stay_open(
    tmp_path: Path, name: str | None, said_on: date | None
) -> None:
    (file := tmp_path / "page.html").write_bytes(STATED[name] if name else NOT_STATED["a copyright"])
    kalin = [claim for claim in zones.load(file).claims if "Kalin" in (claim.said_by or "")]
    assert kalin
    assert {claim.said_on for claim in kalin} == {said_on}
