"""Tables of saved pages: those with data are read as rows, those that lay out the page are looked through."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones
from tests.zones.files.made import BODY, TITLE, page
from zones.documents import read_document

pytest.importorskip("trafilatura")
ROWS = (
    ("Zone 1", "Idlib province and adjoining districts of Hama, Aleppo and Latakia provinces"),
    ("Zone 2", "the northern part of Homs province"),
    ("Zone 3", "Eastern Ghouta"),
    ("Zone 4", "parts of Daraa and Quneitra provinces"),
)
LEAD = (
    "Russia, Turkey and Iran have agreed on four de-escalation zones in Syria, diplomats said on Thursday. "
    "The four zones are:"
)
KALIN, KAZAKH = BODY[2:]
HEAD = ("Zone", "Area")


def table(
    cell: str = "td", *, head: str = "", rows: tuple[tuple[str, ...], ...] = ROWS, attributes: str = ""
) -> str:
    told = "".join(f"<tr>{''.join(f'<{cell}>{words}</{cell}>' for words in row)}</tr>" for row in rows)
    return f"<table{attributes}>{head}{told}</table>"


TH = "<tr><th>Zone</th><th>Area</th></tr>"
DATA = {
    "with a head": table(head=TH),
    "without a head": table(),
    "head and body": f"<table><thead>{TH}</thead><tbody>{table()[7:-8]}</tbody></table>",
    "a caption": table(head="<caption>The zones</caption>" + TH),
    "paragraphs in cells": table(rows=tuple((f"<p>{a}</p>", f"<p>{b}</p>") for a, b in ROWS)),
    "bold and links in cells": table(rows=tuple((f"<b>{a}</b>", f'<a href="/x">{b}</a>') for a, b in ROWS)),
    "breaks in cells": table(rows=tuple((a, b.replace(" and ", " and<br>")) for a, b in ROWS)),
    "blanks and line ends": table(rows=tuple((f"\n   {a}\n", f"\n   {b}\n  ") for a, b in ROWS)),
    "borders and widths": table(attributes=' border="1" width="100%" class="wikitable"'),
    "in a figure": f"<figure>{table(head=TH)}</figure>",
    "in a scrolling box": f'<div class="table-responsive"><div>{table(head=TH)}</div></div>',
    "a third column": table(rows=tuple((a, b, "2017") for a, b in ROWS)),
    "th as first cell": "<table>"
    + "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in ROWS)
    + "</table>",
    "unclosed cells": "<table>" + "".join(f"<tr><td>{a}<td>{b}" for a, b in ROWS) + "</table>",
}


def with_lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def told(path: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    found = zones.load(path)
    return [(zone.name, [(m.pcode, str(m.extent)) for m in zone.members]) for zone in found.zones]


@pytest.mark.parametrize("name", DATA)
def test_zones_in_a_table_are_read_as_from_rows_with_bars(tmp_path: Path, name: str) -> None:
    body = f"<p>{LEAD}</p>{DATA[name]}<p>{KALIN}</p><p>{KAZAKH}</p>"
    (tmp_path / "page.html").write_bytes(page(body=body))
    document = read_document(tmp_path / "page.html")
    lines = with_lines(document.text)
    for first, second in ROWS:
        assert any(line.startswith(f"{first} | {second}") for line in lines), lines
    assert document.notes == ()
    rows = "\n".join(" | ".join(row) for row in (HEAD, *ROWS))
    (tmp_path / "rows.txt").write_text(f"{TITLE}\n\n{LEAD}\n\n{rows}\n\n{KALIN}\n\n{KAZAKH}\n", "utf-8")
    expected = told(tmp_path / "rows.txt")
    assert len(expected) == 4
    assert told(tmp_path / "page.html") == expected


def test_a_cell_that_spans_rows_stands_in_each_and_a_bar_parts_none(tmp_path: Path) -> None:
    spanned = (
        "<table><tr><td rowspan='2'>North</td><td>Idlib | province</td></tr><tr><td>Afrin</td></tr>"
        "<tr><td rowspan='99999999'>South</td><td>Daraa</td></tr><tr><td>Quneitra</td></tr></table>"
    )
    (tmp_path / "page.html").write_bytes(page(body=f"<p>{LEAD}</p>{spanned}<p>{KALIN}</p>"))
    lines = with_lines(read_document(tmp_path / "page.html").text)
    assert [line for line in lines if " | " in line] == [
        "North | Idlib / province", "North | Afrin", "South | Daraa", "South | Quneitra",
    ]  # fmt: skip


ARTICLE = f"<h1>{TITLE}</h1>" + "".join(f"<p>{one}</p>" for one in BODY)
BROKEN = f"<b>{TITLE}</b><br><br>" + "<br><br>".join(BODY)
MENU = "<a href='/'>Home</a><br><a href='/world'>World</a>"
BESIDE = f"<tr valign=top><td width=120>{MENU}</td><td>{ARTICLE}</td></tr>"
LAID_OUT = {
    "a menu beside": f"<table width=600><tr><td>{MENU}</td><td>{ARTICLE}</td></tr></table>",
    "the menu as words": f"<table width=600><tr><td>menu</td><td>{ARTICLE}</td></tr></table>",
    "one cell": f"<table><tr><td>{ARTICLE}</td></tr></table>",
    "a row each": "<table>"
    + "".join(
        f"<tr><td>{part}</td></tr>" for part in (f"<h1>{TITLE}</h1>", *(f"<p>{one}</p>" for one in BODY))
    )
    + "</table>",
    "told to be presentation": f'<table role="presentation"><tr><td>{ARTICLE}</td><td>{MENU}</td></tr></table>',
    "within another": f"<table><tr><td><table><tr><td>{ARTICLE}</td></tr></table></td><td>{MENU}</td></tr></table>",
    "three deep": f"<table><tr><td><table><tr><td><table>{BESIDE}</table></td></tr></table></td></tr></table>",
    "a head and a foot": f"<table><tr><td colspan=2>Example News</td></tr>{BESIDE}<tr><td>Contact</td></tr></table>",
    "breaks for paragraphs": f"<table><tr><td>{MENU}</td><td>{BROKEN}</td></tr></table>",
    "centred": f"<center><table border=0 cellpadding=0 width=100%>{BESIDE}<tr><td>&nbsp;</td></tr></table></center>",
    "sections in it": f"<table><tbody><tr><td><div class='story'>{ARTICLE}</div></td></tr></tbody></table>",
}


@pytest.mark.parametrize("name", LAID_OUT)
def test_an_article_in_a_table_of_layout_is_read(tmp_path: Path, name: str) -> None:
    day = '<meta property="article:published_time" content="2017-06-23T18:30:00+03:00">'
    head = f"<head><title>{TITLE} | Example News</title>{day}</head>"
    html = f"<!DOCTYPE html><html>{head}<body>{LAID_OUT[name]}</body></html>"
    (tmp_path / "page.html").write_text(html, "utf-8")
    (tmp_path / "plain.txt").write_text("\n\n".join((TITLE, *BODY)) + "\n", "utf-8")
    lines = with_lines(read_document(tmp_path / "page.html").text)
    assert [line for line in lines if line in BODY] == list(BODY)
    assert len(told(tmp_path / "page.html")) == 4
    assert told(tmp_path / "page.html") == told(tmp_path / "plain.txt")


def test_a_table_of_zones_in_an_article_in_a_table(tmp_path: Path) -> None:
    inner = f"<h1>{TITLE}</h1><p>{LEAD}</p>{table(head=TH)}<p>{KALIN}</p>"
    html = f"<html><body><table><tr><td>{MENU}</td><td>{inner}</td></tr></table></body></html>"
    (tmp_path / "page.html").write_text(html, "utf-8")
    assert len(told(tmp_path / "page.html")) == 4


@pytest.mark.parametrize(
    "around", ["<aside>{}</aside>", "<footer>{}</footer>", "<nav>{}</nav>", "<div class='related'>{}</div>"]
)
def test_a_table_beside_the_article_is_no_part_of_it(tmp_path: Path, around: str) -> None:
    weather = table(rows=(("Damascus", "30 degrees"), ("Aleppo", "33 degrees")))
    (tmp_path / "page.html").write_bytes(page(after=around.format(weather)))
    document = read_document(tmp_path / "page.html")
    assert "degrees" not in document.text


def test_a_table_that_is_left_out_is_told(tmp_path: Path) -> None:
    body = "".join(f"<p>{one}</p>" for one in BODY)
    weather = table(rows=(("Damascus", "30 degrees"), ("Aleppo", "33 degrees")))
    html = f"<html><body><div>{weather}</div><article><h1>{TITLE}</h1>{body}</article></body></html>"
    (tmp_path / "page.html").write_text(html, "utf-8")
    document = read_document(tmp_path / "page.html")
    if "degrees" not in document.text:
        assert document.notes == (
            "a table of 2 rows was left out, as no part of the article: “Damascus | 30 degrees”",
        )
