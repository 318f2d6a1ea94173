"""A hostile document, served: every page shows its words, and none of its markup."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from maps.serve import create_app
from tests.maps.formats.samples import hostile

if TYPE_CHECKING:
    from zones import ZoneSet

OURS = {
    *("a", "bdi", "body", "button", "code", "dd", "details", "dl", "dt", "form", "h1", "head", "html", "input"),
    *("label", "li", "meta", "nav", "ol", "p", "style", "summary", "title", "ul"),
}  # fmt: skip


class Page(HTMLParser):
    """The elements and addresses of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in {"href", "src", "action"}}

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture(scope="module")
def client(zone_set: ZoneSet) -> TestClient:
    return TestClient(create_app(hostile(zone_set)))


def pages(client: TestClient) -> Iterator[str]:
    yield from ("/", "/collections", "/lookup?place=Saraqib", "/lookup?place=<script>alert(1)</script>")
    for name in ("zones", "members", "claims"):
        yield f"/collections/{name}"
        yield f"/collections/{name}/queryables"
        yield f"/collections/{name}/items"
        found = client.get(f"/collections/{name}/items").json()["features"]
        yield from (f"/collections/{name}/items/{feature['id']}" for feature in found[:3])


def test_no_page_has_markup_of_a_document(client: TestClient) -> None:
    words = ""
    for path in pages(client):
        answer = client.get(path, headers={"Accept": "text/html"})
        page = Page(answer.text)
        words += page.words
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; ")
        assert page.elements <= OURS, path
        assert not {name for name in page.attributes if name.startswith("on")}
        assert all(address.startswith("http://testserver") for address in page.addresses), path
    assert "<script>alert(1)</script>" in words


def test_no_header_has_words_of_a_document(client: TestClient) -> None:
    for path in pages(client):
        for header in client.get(path).headers.values():
            assert header.isprintable()
            assert "alert" not in header
