"""The documentation builds as a site, strictly, and asks nothing of other hosts."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest

import geodata
import maps
import maps.figure
import maps.formats
import maps.serve
import zones
import zones.labels

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[1]
LOADS = {
    "script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src",
    "audio": "src", "object": "data", "embed": "src",
}  # fmt: skip
NOT_LOADED = {"canonical", "next", "prev", "edit"}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    done = build(ROOT, target)
    assert done.returncode == 0, done.stderr
    return target


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """The site, served on this computer."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def build(folder: Path, target: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


class Loaded(HTMLParser):
    """The addresses of what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        address = told.get(LOADS.get(tag, ""))
        if address and told.get("rel") not in NOT_LOADED:
            self.addresses.append(address)


def loaded(page: Path) -> Iterator[str]:
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".html":
        parser = Loaded()
        parser.feed(text)
        yield from parser.addresses
    else:
        yield from re.findall(r"""(?:url\(|@import\s+)["']?([^"')\s]+)""", text)


def test_every_page_of_docs_is_in_it(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")}
    built = {path.relative_to(site).with_suffix("") for path in site.rglob("*.html")}
    assert pages <= built
    assert {Path("CONTRIBUTING"), Path("CHANGELOG"), Path("geodata/data/LICENSES")} <= built


def test_it_loads_nothing_from_other_hosts(site: Path) -> None:
    files = [*site.rglob("*.html"), *site.rglob("*.css")]
    addresses = {(file.name, address) for file in files for address in loaded(file)}
    assert len(addresses) > 100
    assert not [found for found in addresses if re.match(r"(https?:)?//", found[1])]


def test_files_beside_docs_are_taken_along_where_pages_link_to_them(site: Path) -> None:
    for name in ("examples/al-tanf-2017.txt", "notebooks/seeds_to_map.ipynb", "CITATION.cff"):
        assert (site / name).read_bytes() == (ROOT / name).read_bytes()
    assert 'href="examples/al-tanf-2017.txt"' in (site / "gallery.html").read_text(encoding="utf-8")


def test_the_reference_has_every_public_name(site: Path) -> None:
    for package in (geodata, zones, zones.labels, maps, maps.figure, maps.formats, maps.serve):
        top = package.__name__.partition(".")[0]
        page = (site / "reference" / f"{top}.html").read_text(encoding="utf-8")
        for name in package.__all__:
            # a function may hide the module it comes from: maps.figure.render
            anchors = {f'id="{package.__name__}.{name}"', f'id="{package.__name__}.{name}.{name}"'}
            assert any(anchor in page for anchor in anchors), name


def test_the_schema_is_shown_to_the_last_key(site: Path) -> None:
    page = (site / "reference" / "schema.html").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "docs" / "schema" / "zone-set-2.schema.json").read_text(encoding="utf-8"))
    keys = {key for body in (schema, *schema["$defs"].values()) for key in body.get("properties", ())}
    assert len(keys) > 50
    assert [key for key in sorted(keys) if f"<code>{key}</code>" not in page] == []


def test_the_page_on_sources_has_their_dates_and_counts() -> None:
    page = (ROOT / "docs" / "explanation" / "sources.md").read_text(encoding="utf-8")
    told = tomllib.loads((ROOT / "geodata" / "data" / "sources.toml").read_text(encoding="utf-8"))["file"]
    rows = {row["file"]: row for row in told}
    assert [row["date"] for row in told if row["date"].removeprefix("as in ") not in page] == []
    for file, what in (
        ("subdistricts.geojson", "sub-districts"),
        ("units.csv", "units"),
        ("places.csv", "places"),
    ):
        assert re.search(rf"\b{rows[file]['rows']}\b[^|]* {what}", page), file


@pytest.mark.parametrize("link", ["nowhere.md", "tutorial.md#nowhere", "../examples/nowhere.txt"])
def test_a_link_that_leads_nowhere_breaks_the_build(tmp_path: Path, link: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "tools").symlink_to(ROOT / "tools")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(config[: config.index("\nnav:")], encoding="utf-8")
    (tmp_path / "docs" / "tutorial.md").write_text("# Tutorial\n", encoding="utf-8")
    (tmp_path / "docs" / "index.md").write_text(f"# Home\n\n[here]({link})\n", encoding="utf-8")
    done = build(tmp_path, tmp_path / "site")
    assert done.returncode != 0
    assert "nowhere" in done.stderr


@pytest.mark.browser
def test_pages_and_search_work_and_ask_only_their_own_host(browser: Browser, address: str) -> None:
    asked: list[str] = []
    errors: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        for name in ("index", "tutorial", "gallery", "reference/zones"):
            page.goto(f"{address}{name}.html")
        page.goto(f"{address}index.html?q=unresolved")
        page.locator(".md-search-result__link").first.wait_for(state="attached")
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []
