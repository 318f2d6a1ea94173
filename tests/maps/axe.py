"""What axe, the checker of accessibility, finds wrong with a page."""

from __future__ import annotations

from importlib import resources
from typing import Any

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Of what is right it names one node for each rule, and no node by a selector, which would take it half of the time.
ASKED = {"runOnly": [*RULES], "resultTypes": ["violations"], "selectors": False}


def violations(page: Any, *, least: int = 15) -> list[tuple[str, str]]:
    """Return the rules that a page breaks, each with the first node that does; at least so many must be kept."""
    page.evaluate((resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("asked => axe.run(document, asked)", ASKED)
    assert len(result["passes"]) >= least
    return [(found["id"], found["nodes"][0]["html"]) for found in result["violations"]]
