"""The map inside another page, the code that puts it there, and links that say where they work."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.maps.axe import violations
from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture
def served(map_file: Path) -> Iterator[str]:
    """The map's folder on a server of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(map_file.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def frame(code: str) -> dict[str, str | None]:
    """The attributes of the one element that a piece of code has."""
    found: list[dict[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            found.append({"tag": tag, **dict(attributes)})

    Reader().feed(code)
    (only,) = found
    return only


def menu(page: Any, words: str) -> None:
    page.click(".menu-button")
    page.get_by_role("menuitem", name=words).click()


@pytest.mark.parametrize(("size", "lang"), [((640, 400), "en"), ((360, 320), "ar"), ((320, 320), "en")])
def test_an_embedded_map_is_the_map_and_a_link(open_page: OpenPage, size: tuple[int, int], lang: str) -> None:
    page = open_page(fragment=f"embed&lang={lang}", size=size).page
    for hidden in ("#bar", "#panel", "#timeline", "#legend-body"):
        assert page.locator(hidden).is_hidden(), hidden
    stage = page.locator("#stage").bounding_box()
    assert (stage["width"], stage["height"]) == size
    controls = [page.locator(name).bounding_box() for name in (".zoom-control", ".embed-open", ".legend")]
    for number, one in enumerate(controls):
        for other in controls[number + 1 :]:
            apart = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
            assert apart, "controls lie over each other"
    assert page.locator("path.zone").count() > 0
    assert violations(page) == []


def test_what_is_chosen_opens_over_the_map_and_leaves_it_in_sight(open_page: OpenPage) -> None:
    page = open_page(fragment="embed", size=(640, 400)).page
    page.locator(".callout-name", has_text="Idlib").click()
    panel = page.locator("#panel").bounding_box()
    assert page.locator(".zone-view h2").inner_text() == "Idlib"
    assert panel["width"] <= 0.61 * 640
    page.locator(".panel-back").click()
    assert page.locator("#panel").is_hidden()


def test_the_timeline_is_shown_where_it_is_wanted(open_page: OpenPage) -> None:
    page = open_page(fragment="embed=timeline", size=(640, 400)).page
    assert page.locator("#timeline").is_visible()
    assert page.locator("#bar").is_hidden()


def test_the_link_opens_the_full_map_as_it_is_shown(open_page: OpenPage) -> None:
    page = open_page(fragment="embed&show=zone:idlib&lang=ar", size=(640, 400)).page
    link = page.locator(".embed-open")
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    href = str(link.get_attribute("href"))
    assert "embed" not in href
    assert "show=zone:idlib" in href
    page.evaluate("href => { location.hash = href; }", href)
    page.wait_for_selector("#bar", state="visible")
    assert page.evaluate("document.documentElement.dataset.embed") is None


def test_code_from_a_file_names_the_file_and_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page(fragment="show=zone:idlib").page
    menu(page, "Code to embed the map")
    dialog = page.get_by_role("dialog")
    assert "has no address on the web. Put zones.html on your web server" in dialog.inner_text()
    code = frame(dialog.locator("textarea").input_value())
    assert code["tag"] == "iframe"
    assert code["src"] == "zones.html#embed&show=zone:idlib"
    assert code["title"] == "De-escalation zones in Syria"
    dialog.get_by_label("With the slider over time").check()
    assert "#embed=timeline&" in str(frame(dialog.locator("textarea").input_value())["src"])
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert page.locator(".zone-view").is_visible(), "Escape closes the dialog, and nothing else"


def test_a_link_from_a_file_says_that_it_works_here_only(open_page: OpenPage) -> None:
    page = open_page().page
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    menu(page, "Copy a link to this view")
    page.wait_for_function("() => window.copied")
    assert page.evaluate("window.copied === location.href")
    assert "works only on this machine" in page.locator("#toast").inner_text()


def test_code_from_a_server_has_its_address_and_works(browser: Browser, served: str, map_file: Path) -> None:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{served}/{map_file.name}")
    page.wait_for_selector("html[data-ready=true]", state="attached")
    menu(page, "Code to embed the map")
    assert "works only on this machine" in page.get_by_role("dialog").inner_text()
    code = page.locator("textarea").input_value()
    assert frame(code)["src"] == f"{served}/{map_file.name}#embed"
    host = map_file.with_name("host.html")
    host.write_text(f"<!DOCTYPE html><title>A blog</title><p>Look:</p>{code}", encoding="utf-8")
    page.goto(f"{served}/host.html")
    inside = page.frame_locator("iframe")
    inside.locator("path.zone").first.wait_for(state="attached")
    assert inside.locator("#bar").is_hidden()
    with context.expect_page() as opened:
        inside.locator(".embed-open").click()
    opened.value.wait_for_selector("#bar", state="visible")
    context.close()


@pytest.mark.parametrize(
    ("address", "where"),
    [
        (
            "https://example.org/a/zones.html?x=1#map=7/35/38",
            ("served", "https://example.org/a/zones.html?x=1"),
        ),
        ("http://localhost:8000/map", ("local", "http://localhost:8000/map")),
        ("file:///home/me/my%20zones.html#on=2017-06-22", ("file", "my%20zones.html")),
        ("about:srcdoc", ("nowhere", "zones.html")),
    ],
)
def test_where_the_page_was_opened(shared_page: Any, address: str, where: tuple[str, str]) -> None:
    source = (resources.files("maps") / "page/script/whereabouts.js").read_text(encoding="utf-8")
    told = shared_page.evaluate(
        f"address => {{ {source.replace('export ', '')}; const at = new URL(address);"
        " return [whereOpened(at), bareAddress(at)]; }",
        address,
    )
    assert tuple(told) == where
