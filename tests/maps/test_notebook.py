"""The map in a notebook's cell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from maps.notebook import notebook_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from zones import ZoneSet


def test_the_frame_is_shut_off_and_small(zone_set: ZoneSet) -> None:
    text = notebook_html(zone_set)
    assert text.startswith("<iframe sandbox=")
    assert "allow-same-origin" not in text
    assert len(text) < 900_000


@pytest.mark.browser
@pytest.mark.parametrize("at_first", ["block", "none"])
def test_the_map_is_drawn_in_a_notebook(
    browser: Browser, zone_set: ZoneSet, tmp_path: Path, at_first: str
) -> None:
    """In a cell that is shown at once, and in one that is still folded when its map is made."""
    cell = tmp_path / "notebook.html"
    cell.write_text(
        f"<!DOCTYPE html><title>notebook</title><h1>Cell</h1>"
        f'<div style="display: {at_first}">{notebook_html(zone_set)}</div>',
        encoding="utf-8",
    )
    context = browser.new_context(viewport={"width": 1000, "height": 700}, offline=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(cell.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("path.zone").first.wait_for(state="attached")
    page.locator("div").evaluate("cell => { cell.style.display = 'block'; }")
    assert frame.locator("path.zone").count() == 5
    frame.locator(".callout-name", has_text="Idlib").click()
    assert frame.locator(".zone-view h2").inner_text() == "Idlib"
    assert errors == []
    context.close()


def test_a_zone_set_shows_its_map(zone_set: ZoneSet) -> None:
    assert zone_set._repr_html_().startswith(notebook_html(zone_set))
