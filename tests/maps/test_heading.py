"""Title, subtitle and author: wherever the map goes, as text, and refused where they are no line of text."""

from __future__ import annotations

import html
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image

import maps
import zones
from maps.cli import main
from maps.heading import Heading, HeadingError
from maps.save import to_html
from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

BAD = "</title><script>window.pwned=1</script> & \"q\" 'r' {{ 7*7 }}"
WORDS = {"title": f"T {BAD}", "subtitle": f"S {BAD}", "author": f"A {BAD}"}
LONG = {name: f"{name} " + "W" * (159 - len(name)) for name in WORDS}


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("a\x07b", r"has U\+0007 \(a control character\) at character 2"),
        ("a\nb", r"U\+000A"),
        ("\u2028", r"U\+2028"),
        ("ab\ud800", r"U\+D800"),
        ("\u202egnp", r"U\+202E \(right-to-left override\)"),
        ("\ufffe", r"U\+FFFE"),
        ("a" * 161, "has 161 characters; expected at most 160"),
    ],
)
def test_what_is_no_line_of_text_is_refused_in_words(name: str, given: str, told: str) -> None:
    with pytest.raises(HeadingError, match=f"the {name} {told}|the {name} has {told}"):
        Heading(**{name: given})


@pytest.mark.parametrize("command", ["map", "figure"])
def test_the_commands_refuse_it_too_and_write_nothing(tmp_path: Path, command: str) -> None:
    out = tmp_path / ("a.html" if command == "map" else "a.png")
    result = run(command, "--title", "a\x1b[31m", "-o", out)
    assert result.exit_code == 2
    assert "the title has U+001B (a control character) at character 2" in result.stderr
    assert "\x1b" not in result.stderr
    assert not out.exists()


def test_the_page_holds_them_as_text(tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    options = [part for name, words in WORDS.items() for part in (f"--{name}", words)]
    assert run("map", *options, "-o", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert html.unescape(str(re.search("<title>(.*?)</title>", text)[1])) == WORDS["title"]  # type: ignore[index]
    assert html.unescape(str(re.search('<meta name="author" content="(.*?)">', text)[1])) == WORDS["author"]  # type: ignore[index]
    assert "<script>window.pwned" not in text
    archive = html.unescape(text.partition("<noscript>")[2].partition("</noscript>")[0])
    for words in WORDS.values():
        assert words in archive


@pytest.mark.parametrize("figure_words", [WORDS, LONG], ids=["markup", "long"])
@pytest.mark.parametrize("size", ["A4", "16:9"])
@pytest.mark.slow
def test_the_figure_holds_them_on_the_paper(
    zone_set: ZoneSet, figure_words: dict[str, str], size: Any
) -> None:
    pytest.importorskip("matplotlib")
    from maps.figure import figure, render  # noqa: PLC0415 - the other tests need no matplotlib
    from maps.figure.flow import measurer  # noqa: PLC0415

    sheet = figure(zone_set, zone="northern-homs", size=size, **figure_words)
    texts = [text for axes in sheet.axes for text in axes.texts if text.get_text()]
    said = "".join("".join(text.get_text() for text in texts).split())
    for words in figure_words.values():
        assert "".join(words.split()) in said
    width, height = sheet.canvas.get_width_height()
    for text in texts:
        box = text.get_window_extent(measurer(sheet))
        assert (box.x0 >= 0, box.y0 >= 0) == (True, True), text
        assert (box.x1 <= width, box.y1 <= height) == (True, True), text
    picture = Image.open(io.BytesIO(render(sheet, "png")))
    assert picture.size == ((1920, 1080) if size == "16:9" else (2338, 1653))


def test_letters_that_the_figure_could_only_show_as_boxes_are_refused(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    result = run("figure", "--author", "\u6f22", "-o", tmp_path / "a.png")
    assert result.exit_code == 2
    assert "the author has '\u6f22' (U+6F22), which the figure's font does not have" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.browser
@pytest.mark.parametrize("words", [WORDS, LONG], ids=["markup", "long"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_the_page_shows_them(
    open_page: OpenPage, zone_set: ZoneSet, tmp_path: Path, words: dict[str, str], size: tuple[int, int]
) -> None:
    file = maps.save_html(maps.webmap(zone_set, **words), tmp_path / "a.html")
    page = open_page(file, size=size).page
    assert page.title() == words["title"]
    assert page.locator("h1").inner_text() == words["title"]
    for told in words.values():
        assert told in page.locator("#panel .overview").text_content() or told == words["title"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.pwned") is None
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator("#sheet svg")
    for told in words.values():
        assert told in sheet.text_content()
    wide = page.evaluate(
        "Math.max(...[...document.querySelectorAll('#sheet text')].map(t => t.textContent.length))"
    )
    assert wide > 100


@pytest.mark.browser
def test_a_picture_is_made_whatever_characters_a_document_has(
    open_page: OpenPage, zone_set: ZoneSet, tmp_path: Path
) -> None:
    documents = tuple(replace(document, title="a\x01b\ufffe\x1b") for document in zone_set.documents)
    page = open_page(maps.save_html(replace(zone_set, documents=documents), tmp_path / "a.html")).page
    page.click(".menu-button")
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="Picture (PNG)").click()
    with Image.open(download.value.path()) as picture:
        assert picture.size == (2807, 1985)


def test_without_words_the_map_says_its_own() -> None:
    text = to_html(maps.webmap(zones.load()))
    assert "<title>De-escalation zones in Syria</title>" in text
    assert 'name="author"' not in text


def test_a_figure_of_nothing_is_refused_in_words(tmp_path: Path) -> None:
    (cake := tmp_path / "cake.txt").write_text(
        "Bake the cake for an hour, then let it cool.\n", encoding="utf-8"
    )
    for more in ([], ["-o", str(tmp_path / "cake.png")]):
        result = run("figure", cake, *more)
        assert result.exit_code == 1
        assert "no zones and no claims were found, so there is nothing to draw" in result.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cake.txt"]
