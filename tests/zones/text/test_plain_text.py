"""What is read of a text that is written with other characters, entities, tags, Markdown or bullets than plain ones."""

from __future__ import annotations

import unicodedata

import pytest

from zones.text.typography import reading_text

SENTENCE = "The zone covers Idlib province & Hama."


@pytest.mark.parametrize(
    "written",
    [
        "The zone covers Id\xadlib prov\xadince & Hama.",
        "The zone covers \u200fIdlib\u200f province & \u200eHama\u200e.",
        "The zone covers \u202bIdlib\u202c province & Hama.",
        "The zone covers \u2068Idlib\u2069 province & Hama.",
        "The zone covers \ufeffIdlib province & Hama.",
        "The zone\u200b covers\u200b Idlib\u200b province & Hama.",
        "The zone covers Idlib\u2060 province\u200d & Ha\u200cma.",
        "The zone covers Idlib\u00a0province & Hama.",
        "The\u2003zone\u2009covers\u202fIdlib\u3000province\u2007&\u205fHama.",
        "The  zone   covers Idlib  province & Hama.",
        "The zone covers \uff29\uff44\uff4c\uff49\uff42 province \uff06 Hama.",
        "The zone covers \U0001d5dc\U0001d5f1\U0001d5f9\U0001d5f6\U0001d5ef province & Hama.",
        "The zone covers Idlib province &amp; Hama.",
        "The zone covers Idlib&nbsp;province &#38; Hama&#46;",
        "The zone covers Id&shy;lib province &#x26; Hama.",
        "The zone covers Idlib&amp;nbsp;province &amp;amp; Hama.",
        "The zone covers <b>Idlib</b> province & Hama.",
        "The zone covers <a href=\"https://x.y/?a=1&b=2\" target=_blank>Idlib</a> province & <em class='x'>Hama</em>.",
        "<span>The</span> zone covers <strong><i>Idlib</i></strong> province<!-- here --> & Hama.",
        "The zone covers &lt;b&gt;Idlib&lt;/b&gt; province &amp; Hama.",
        "The zone covers Idlib<sup>1</sup> province & Hama.".replace("1", ""),
        "The zone covers Idlib<ref name=a>{{cite}}</ref> province & Hama.",
        "The zone covers **Idlib** province & *Hama*.",
        "The zone covers __Idlib__ province & _Hama_.",
        "The zone covers ***Idlib*** province & ~~Hama~~.",
        "The zone covers `Idlib` province & Hama.",
        "The zone covers [Idlib](https://x.y/a_(b)) province & [Hama](https://x.y 'Hama').",
        "The zone covers '''Idlib''' province & ''Hama''.",
        "The zone covers [[Idlib Governorate|Idlib]] province & [[Hama]].",
        "The zone covers Idlib province[1] & Hama.[12][citation needed]",
        "The zone covers Idlib province[^1] & Hama.",
        "The zone covers \U0001f7e2Idlib province & Hama\U0001f1f8\U0001f1fe.",
        "\U0001f6a8 The zone covers Idlib province & Hama. \U0001f64f",
        "## The zone covers Idlib province & Hama. ##",
        "> The zone covers Idlib province & Hama.",
    ],
)
def test_a_sentence_is_read_as_if_written_plainly(written: str) -> None:
    assert reading_text(written).text.strip() == SENTENCE


@pytest.mark.parametrize(
    "name", ["İbrahim Kalın", "Şırnak", "Müller", "Çavuşoğlu", "Cafe\u0301".replace("e\u0301", "é")]
)
def test_letters_are_composed(name: str) -> None:
    told = f"{name} spoke."
    assert reading_text(unicodedata.normalize("NFD", told)).text == told
    assert reading_text(unicodedata.normalize("NFD", told).replace("\u0301", "\u200b\u0301")).text == told


@pytest.mark.parametrize(
    "told",
    [
        "AT&T and R&D; were named, 5 < 6 and 7 > 6, <Idlib> and <b and c>.",
        "&notaname; &; &#; & amp; stay.",
        "He said that [the] zone [sic] (here) is in Homs.",
        "It is 2 * 3 * 4 and a_b_c, snake_case_name, *** and a ** b.",
        "The road runs Idlib → Aleppo, 188 km², 36.5° N, ½ of it, “so” – he’s gone…",
        "See [1] and [2] of the list, C# and F#.",
        "The file's 'name' and the officers' ''.",
        "© 2017 Example™ №5",
        "1 soldier was killed.\n2 soldiers were hurt.",
        "1,000 people fled.\n2,000 people stayed.",
        "o for a muse of fire",
        "a man came.\na woman left.",
        "I saw them.\nI left.",
        "A man came.\nA woman left.",
        "16:40 They came.\n16:55 They left.",
        "- Idlib\n– Homs\n— Hama\n* Daraa",
        "1\tIdlib\tTurkey\n2\tHoms\tRussia",
        "Zone 1: Idlib\nZone A - Homs\n(i) Hama\na) Daraa\n1. Azaz",
        "Zone | Province\n1 | Idlib",
        "\"Idlib\" is quiet.\n\"Homs\" is not.",
        "$5 million\n$6 million",
    ],
)  # fmt: skip
def test_what_only_looks_like_markup_stays(told: str) -> None:
    assert reading_text(told).text == told
    assert reading_text(told).steps == ()


BULLETS = [
    "•", "·", "‣", "⁃", "∙", "▪", "▪\ufe0f", "◦", "●", "○", "■", "□", "◆", "◼\ufe0e", "➤", "➢", "→", "➔", "⇒", "►", "▶",
    "✔", "✔\ufe0f", "✓", "✅", "☑\ufe0f", "❖", "★", "\U0001f539", "\U0001f449", "\U0001f7e2", "\U0001f534", "\uf0b7",
    "\uf0a7", "\uf0d8", "o", "§", "Ø", "v", "ü", "+", "~", "->", "=>", "»", "‒", "―",
    "\u200f-", "\u200e•", "- [ ]", "- [x]",
]  # fmt: skip


@pytest.mark.parametrize("mark", BULLETS)
@pytest.mark.parametrize("gap", [" ", "  ", "\t", "\u00a0"])
def test_a_sign_before_each_row_is_a_bullet(mark: str, gap: str) -> None:
    told = f"The zones are:\n\n{mark}{gap}Idlib province\n{mark}{gap}Eastern Ghouta\n\nTalks go on."
    assert reading_text(told).text == "The zones are:\n\n- Idlib province\n- Eastern Ghouta\n\nTalks go on."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1\ufe0f\u20e3 ", "2\ufe0f\u20e3 "), ("1\ufe0f\u20e3", "2\ufe0f\u20e3"), ("① ", "② "), ("❶ ", "❷ "),
        ("➀ ", "➁ "), ("⒈ ", "⒉ "), ("⑴ ", "⑵ "),
        ("1 - ", "2 - "), ("1 – ", "2 – "), ("1– ", "2– "), ("1.", "2."), ("1)", "2)"),
        ("[1] ", "[2] "), ("#1 ", "#2 "), ("1/ ", "2/ "), ("1.\t", "2.\t"), ("1.) ", "2.) "), ("1° ", "2° "),
        ("**1.** ", "**2.** "), ("01 - ", "02 - "), ("\u200f1. ", "\u200f2. "),
    ],
)  # fmt: skip
def test_a_number_in_any_dress_counts_the_rows(first: str, second: str) -> None:
    told = f"The zones are:\n\n{first}Idlib province\n{second}Eastern Ghouta\n"
    assert reading_text(told).text == "The zones are:\n\n1. Idlib province\n2. Eastern Ghouta\n"


def test_markup_that_parts_lines_becomes_line_ends() -> None:
    told = "<h1>Zones agreed</h1><p>One.<br/>Two.</p><ul><li>Idlib</li><li>Homs</li></ul><script>x('<p>')</script>"
    lines = [line for line in reading_text(told).text.splitlines() if line]
    assert lines == ["Zones agreed", "One.", "Two.", "- Idlib", "- Homs"]
    table = "<table><tr><td>1</td><td>Idlib</td></tr><tr><td>2</td><td>Homs</td></tr></table>"
    assert [line.strip() for line in reading_text(table).text.splitlines() if line] == ["1\tIdlib", "2\tHoms"]


def test_a_picture_alone_is_told_as_one_and_a_target_is_not_read() -> None:
    told = "![Soldiers in Idlib](a.png)\n\nThe [zone][1] is ![x](b.png)quiet.\n\n[1]: https://x.y\n\n***\n"
    assert reading_text(told).text.split("\n\n")[:2] == ["Image: Soldiers in Idlib", "The zone is quiet."]
    assert "x.y" not in reading_text(told).text


def test_rows_behind_quote_marks_are_rows_where_they_are_announced() -> None:
    assert reading_text("The zones are:\n\n> Idlib\n> Homs\n").text == "The zones are:\n\n- Idlib\n- Homs\n"
    assert (
        reading_text("He wrote:\n> It is quiet.\n> He left.\n").text == "He wrote:\nIt is quiet.\nHe left.\n"
    )
