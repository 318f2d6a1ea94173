"""A real Chromium with no network but this machine, and pages that must stay silent in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
OWN_SCHEMES = ("file:", "data:", "blob:", "about:")


class NoChromiumError(RuntimeError):
    """There is no Chromium to test with."""

    def __init__(self) -> None:
        super().__init__(
            f"no Chromium for the browser tests: set CHROMIUM to one, or install it (Debian: apt-get install "
            f"chromium); looked for {', '.join(NAMES)}"
        )


def find_chromium() -> str:
    """Return the path of Chromium: what CHROMIUM says, else the first known name on PATH."""
    wanted = os.environ.get("CHROMIUM")
    found = shutil.which(wanted) if wanted else next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise NoChromiumError
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a Chromium that knows no host but this machine; a process can have only one at a time."""
    path = find_chromium()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=list(FLAGS)) as browser,
    ):
        yield browser


@dataclass
class Watched:
    """A page whose console and requests are written down."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    def open(
        cls,
        browser: Browser,
        path: Path,
        *,
        fragment: str = "",
        size: tuple[int, int] = (1280, 800),
        **options: Any,
    ) -> Watched:
        """Open a file and wait until the page says that it is ready."""
        options.setdefault("reduced_motion", "reduce")
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, offline=True, accept_downloads=True, **options
        )
        watched = cls(page=context.new_page())
        watched.page.on("console", watched._heard)
        watched.page.on("pageerror", lambda error: watched.errors.append(str(error)))
        watched.page.on("request", watched._asked)
        watched.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        watched.page.wait_for_selector("html[data-ready=true]", state="attached")
        watched.settle()
        return watched

    def settle(self) -> None:
        """Wait for what the page draws in its next frames."""
        self.page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def show(self, fragment: str) -> None:
        """Change what stands behind the # in the address."""
        self.page.evaluate("hash => { location.hash = hash; }", fragment)
        self.page.wait_for_function("() => true")
        self.settle()

    def switch(self, layer: str) -> None:
        """Switch a layer in the legend."""
        if self.page.locator("#legend-body").is_hidden():
            self.page.click(".legend-toggle")
        self.page.evaluate("document.querySelectorAll('.legend details').forEach(fold => fold.open = true)")
        self.page.locator(f"input[data-layer='{layer}']").click()
        self.settle()

    def close(self) -> None:
        """Close the page, and fail if it complained or asked for anything."""
        self.page.context.close()
        assert self.errors == []
        assert self.requests == []

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.errors.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(OWN_SCHEMES):
            self.requests.append(request.url)
