"""A short article, the right answer about it, and a way to read the one with the other."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import zones
from zones import ZoneSet
from zones.asking import read_answer

ZONE = "It takes in Idlib province and adjoining districts of Hama province, without the areas held by Islamic State."
PERU = "Peru will send military police to Idlib, Foreign Minister Ana Quispe told the Lima Herald on Sunday."
FIJI = "Fiji might contribute observers for the Turkish border, a diplomat said."
JORDAN = "Jordan rejects any role for Fiji."
TEXT = f"Guns to fall silent in Idlib\n\nNegotiators agreed on a truce. {ZONE}\n\n{PERU} {FIJI} {JORDAN}\n"
ANSWER: dict[str, Any] = {
    "model": "M 1",
    "zones": [
        {
            "name": "Idlib", "quotes": [ZONE], "area": "Idlib province and adjoining districts of Hama province",
            "limits": ["areas held by Islamic State"],
        }
    ],
    "claims": [
        {
            "quotes": [PERU], "nationality": "PE", "status": "planned", "place": "Idlib", "zone": "Idlib",
            "said_by": "Foreign Minister Ana Quispe", "said_on": "2018-03-04", "reported_by": "Lima Herald",
        },
        {
            "quote": FIJI, "nationality": "FJ", "status": "possible", "place": "Turkish border",
            "said_by": "a diplomat",
        },
        {"quotes": [JORDAN], "nationality": "FJ", "status": "rejected", "said_by": "Jordan"},
    ],
}  # fmt: skip
PUBLISHED = date(2018, 3, 5)
Reading = Callable[..., ZoneSet]


@pytest.fixture
def answer() -> dict[str, Any]:
    """The right answer, to be changed."""
    return copy.deepcopy(ANSWER)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """The article as a file."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def reading(article: Path) -> Reading:
    """Read the article by an answer."""

    def read(answer: dict[str, Any], **options: Any) -> ZoneSet:
        return zones.load(article, published=PUBLISHED, reading=read_answer(json.dumps(answer)), **options)

    return read
