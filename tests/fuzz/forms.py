"""Forms of texts, pages and tables that nobody writes, each of any length."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["DENSE", "PAGES", "REPEATED", "TABLES", "TEXTS"]

Form = Callable[[int], str]


def again(unit: str) -> Form:
    """Return a form that says the same again and again."""
    return lambda size: unit * (size // len(unit) + 1)


def counted(unit: str) -> Form:
    """Return a form that says the same with another number, or another name, each time."""
    return lambda size: "".join(unit.format(n=n, name=_name(n)) for n in range(size // len(unit) + 1))


def between(head: str, form: Form, foot: str) -> Form:
    """Return a form with something before and behind it."""
    return lambda size: head + form(size) + foot


def _name(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, letter = divmod(number, 26)
        letters += chr(ord("a") + letter)
    return letters.capitalize()


TEXTS: dict[str, Form] = {
    "a dateline without an end": lambda size: "AAA" + " " * size + "x\nRussia will send soldiers to Idlib.",
    "a dateline of hard blanks": lambda size: (
        "AAA" + "\xa0\t" * (size // 2) + "x\nRussia will send soldiers to Idlib."
    ),
    "lines of blanks": again(" \t\xa0\n"),
    "empty lines": between("Russia will send soldiers.", again("\n \n"), "x"),
    "lone letters": again("a "),
    "one word": again("a"),
    "digits": again("9"),
    "commas": between("Idlib", again(", "), "x"),
    "dots": between("Idlib", again(". . "), "x"),
    "abbreviations": again("U.S. Gen. "),
    "hyphens at line ends": again("prov-\nince "),
    "hyphens": again("a-b-"),
    "lines that are wrapped": again(
        "Russia will send\nsoldiers to the\nIdlib province in\nSyria next week.\n"
    ),
    "rows with bullets": again("- Idlib province\n* Hama province\n"),
    "rows with numbers": counted("{n}. Zone of {name} in Homs province\n"),
    "rows with tabs": again("-\tIdlib\t\t12\n"),
    "stars": again("*a "),
    "stars in stars": again("**a *b _c "),
    "underscores": again("_a_b "),
    "half links": again("[a]("),
    "wiki links": again("[[a|"),
    "headings with hashes": again("# a #\n"),
    "headings of a wiki": again("== a ==\n"),
    "rules": again("- - -\n"),
    "citations": again("> a\n>> b\n"),
    "half tags": again("<a b=c "),
    "tags": again("<b>Idlib</b> "),
    "comments": again("<!-- a "),
    "scripts": again("<script> a "),
    "entities": again("&amp;amp; "),
    "accents": again("e\u0301\u0323"),
    "soft hyphens": between("a", again("\xad"), "b"),
    "unseen marks": again("a\u200b\u2060 "),
    "quotation marks": again('" said he, '),
    "brackets": again("(the zone (in Homs "),
    "days": again("Monday, 8 May 2017, 12:30 pm | "),
    "lines with days": again("Published: 5 May 2017 12:34 GMT\n"),
    "datelines": again("MOSCOW, May 5 (TASS) - Russia will.\n"),
    "bylines": again("By John Smith\n"),
    "captions": again("Boys play in Idlib. (AFP)"),
    "credits": again("Photo: Rana Aziz/Getty Images. "),
    "trails": again("Home > News / World | "),
    "Cyrillic": again("Россия предложила отправить военных. "),
    "Arabic": again("وافقت روسيا وتركيا وإيران "),
    "addresses": again("https://a.example/c?d=e&f "),
}
"""What is taken apart before a sentence is read."""

DENSE: dict[str, Form] = {
    "speakers": counted("Minister Ivan {name} said that Oman may send observers to Idlib. "),
    "claims": counted("Oman may send {n} observers to Idlib. "),
    "dated claims": counted("On 5 May {n} Russia said it will send soldiers to Homs. "),
    "zones": counted("The zone in Homs province of {name} includes Rastan and Hama. "),
    "what the zone includes": between(
        "The zone includes Idlib province. ", counted("It also includes Hama, {name}. "), ""
    ),
    "matters taken up": counted("They will also send {n} observers, {name} said. It denied this. "),
}
"""What every sentence says something of."""

_TOWNS = (
    "Rastan", "Talbiseh", "Hama", "Salamiyeh", "Daraa", "Nawa", "Izra", "Busra", "Sarmin", "Binnish", "Afrin", "Azaz",
    "Manbij", "Jarablus", "Tadmor", "Qatana", "Duma", "Zabadani", "Tartus", "Banyas",
)  # fmt: skip
_ZONES = "".join(
    f"The zone in {one} {verb} {one} and adjoining districts of {other} province. "
    for verb in ("includes", "covers")
    for one, other in zip(_TOWNS, ("Homs", "Idlib", "Aleppo", "Latakia") * 5, strict=True)
)

REPEATED: dict[str, Form] = {
    "definitions of forty zones": again(_ZONES),
    "a claim with a speaker": again("Sergey Lavrov said that Oman may send observers to Idlib. "),
    "a claim": again("Oman may send observers to Idlib. "),
}
"""What every sentence says something of, word for word again and again."""

PAGES: dict[str, Form] = {
    "attributes": lambda size: (
        "<p " + " ".join(f'a{n}="x"' for n in range(size // 8)) + ">Russia will send soldiers."
    ),
    "classes": between('<p class="', again("a-b "), '">Russia will send soldiers.'),
    "open tags": again("<b>Idlib "),
    "empty comments at the head": between("", again("<!---->"), "<html><p>Russia will send soldiers."),
    "paragraphs": counted("<p>Russia {n} will.</p>"),
    "links": again('<a href="/b">Idlib</a> '),
}

TABLES: dict[str, Form] = {
    "rows": between("<table>", again("<tr><td>Idlib<td>12"), "</table>"),
    "cells": between("<table><tr>", again("<td>Idlib"), "</table>"),
    "spanned rows": between("<table>", again("<tr><td rowspan=9>Idlib<td>1"), "</table>"),
    "spanned columns": between("<table>", again("<tr><td colspan=9>Idlib<td>1"), "</table>"),
    "many tables": again("<table><tr><td>Idlib<td>1</table>"),
    "tables in tables": again("<table><tr><td>a" * 30 + "</table>" * 30),
    "paragraphs in cells": between("<table><tr>", again("<td><p>Idlib<p>Homs"), "</table>"),
    "bars": again("| Idlib | 12 |\n"),
    "columns by blanks": again("Idlib     12     13\n"),
    "columns by tabs": again("Idlib\t12\t13\n"),
}
