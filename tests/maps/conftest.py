"""The seeds' map, built once, and pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import maps
import zones
from tests.browser import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from zones import ZoneSet

OpenPage = Callable[..., Watched]


@pytest.fixture(scope="session")
def zone_set() -> ZoneSet:
    """The zones of the two seed documents."""
    return zones.load()


@pytest.fixture(scope="session")
def map_file(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' map as a file."""
    return maps.save_html(zone_set, tmp_path_factory.mktemp("page") / "zones.html")


@pytest.fixture
def open_page(browser: Browser, map_file: Path) -> Iterator[OpenPage]:
    """Open pages that must neither complain nor ask for anything until the test ends."""
    opened: list[Watched] = []

    def opener(path: Path = map_file, **options: Any) -> Watched:
        opened.append(Watched.open(browser, path, **options))
        return opened[-1]

    yield opener
    for watched in opened:
        watched.close()


@pytest.fixture
def page(open_page: OpenPage) -> Any:
    """The seeds' map in a window of 1280 by 800."""
    return open_page().page


@pytest.fixture(scope="module")
def shared_page(browser: Browser, map_file: Path) -> Iterator[Any]:
    """One page for all tests of a module that don't mind what others did to it."""
    watched = Watched.open(browser, map_file)
    yield watched.page
    watched.close()
