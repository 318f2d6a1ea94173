"""Forms, caching and headers of answers."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from maps.save import to_html
from maps.serve import create_app
from maps.serve.reply import Rendered, Shelf

if TYPE_CHECKING:
    from zones import ZoneSet

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PATHS = (
    "/",
    "/conformance",
    "/api",
    "/collections",
    "/collections/zones",
    "/collections/claims/queryables",
    "/collections/claims/items",
    "/collections/units/items/SY070003",
)


class Anchors(HTMLParser):
    """Collects links and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs.append(dict(attrs)["href"] or "")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("path", [*PATHS, "/health", "/lookup?place=Saraqib"])
def test_browsers_get_pages_that_say_the_same(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"Accept": BROWSER})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.text.startswith("<!doctype html>")
    told, seen = client.get(path).json(), Anchors(page.text)
    for link in told.get("links", []):
        assert any(href.split("?")[0] == link["href"].split("?")[0] for href in seen.hrefs)
    for name, value in told.items():
        if isinstance(value, str) and not name.startswith("$"):
            assert value in seen.text


def test_pages_allow_nothing_but_their_own_style(client: TestClient) -> None:
    page = client.get("/", headers={"Accept": BROWSER})
    assert "script" not in page.text
    assert "default-src 'none'; style-src 'sha256-" in page.headers["content-security-policy"]


def test_what_people_write_is_no_markup(client: TestClient) -> None:
    page = client.get("/lookup", params={"place": "<script>alert(1)</script>", "f": "html"})
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_the_map_is_the_saved_one(client: TestClient, zone_set: ZoneSet) -> None:
    answer = client.get("/map")
    assert answer.text == to_html(zone_set)
    assert answer.headers["content-security-policy"] == "frame-ancestors 'self'"


@pytest.mark.parametrize("path", [*PATHS, "/map"])
def test_what_a_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert plain.content == first.content
    assert (plain.headers["etag"] == tag) == ("content-encoding" not in first.headers)
    for known in (tag, f'"other", W/{tag}', plain.headers["etag"], "*"):
        again = client.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_gzip_is_used_only_where_taken(client: TestClient) -> None:
    url = "/collections/units/items?limit=1000"
    for header, packed in (
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip;q=0", False),
        ("", False),
        ("*", True),
    ):
        answer = client.get(url, headers={"Accept-Encoding": header})
        assert ("content-encoding" in answer.headers) is packed, header
        assert len(answer.json()["features"]) == 272
    assert int(client.get(url).headers["content-length"]) < 100_000


@pytest.mark.parametrize("path", [*PATHS, "/map", "/lookup?place=Saraqib"])
def test_the_same_zones_give_the_same_bytes(client: TestClient, zone_set: ZoneSet, path: str) -> None:
    assert TestClient(create_app(zone_set)).get(path).content == client.get(path).content


def test_head_and_options(client: TestClient) -> None:
    for path in (*PATHS, "/map", "/health", "/metrics"):
        assert client.head(path).status_code == 200
        options = client.options(path)
        assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
        assert options.headers["access-control-allow-methods"] == "GET, HEAD"
        for refused in (client.put(path), client.delete(path), client.post(path), client.patch(path)):
            assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert client.put("/lookup").headers["allow"] == "GET, HEAD, OPTIONS, POST"


def test_any_page_may_read_and_none_may_post(client: TestClient) -> None:
    origin = {"Origin": "https://map.example"}
    assert client.get("/collections", headers=origin).headers["access-control-allow-origin"] == "*"
    posted = client.post("/lookup", json={"points": []}, headers=origin)
    assert "access-control-allow-origin" not in posted.headers


@pytest.mark.parametrize("path", ["/", "/map", "/nothing", "/lookup?place=Atlantis", "/metrics"])
def test_every_answer_has_the_safety_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "content-security-policy" in headers


def test_what_was_looked_up_is_kept_nowhere(client: TestClient) -> None:
    for path in ("/lookup?place=Saraqib", "/lookup?place=Atlantis", "/health", "/metrics"):
        headers = client.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert "etag" not in headers


def test_links_name_the_host_asked_or_the_one_set(client: TestClient, zone_set: ZoneSet) -> None:
    href = client.get("/", headers={"Host": "maps.example:81"}).json()["links"][0]["href"]
    assert href == "http://maps.example:81/?f=json"
    fixed = TestClient(create_app(zone_set, base_url="https://zones.example/api/"))
    links = fixed.get("/", headers={"Host": "elsewhere"}).json()["links"]
    assert all(link["href"].startswith("https://zones.example/api/") for link in links)


@pytest.mark.parametrize("host", ['a"b', "a<b>", "", "[::1", "a b", "a/b", "ü"])
def test_a_strange_host_is_no_link(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host.encode()})
    assert answer.status_code in {200, 400}
    assert host == "" or host not in re.sub(r"https?://", "", answer.text)


def test_the_shelf_keeps_within_its_bounds() -> None:
    shelf = Shelf(places=3, size=5000)
    for number in range(10):
        shelf.get(number, lambda: Rendered.of("x" * 500, "text/plain"))
    assert len(shelf) == 3
    shelf.get("large", lambda: Rendered.of("y" * 6000, "text/plain"))
    assert shelf.bytes <= 5000
    assert len(shelf) == 0
