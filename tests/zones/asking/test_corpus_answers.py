"""Right answers about the texts with the discourse of news, taken for a model's: the path loses nothing."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import zones
from zones.asking import read_answer

SHARED = Path(__file__).parents[4] / "shared"
TOLD = ("nationality", "status", "place", "said_by", "said_on")
pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def documents() -> list[dict[str, Any]]:
    """The texts with their right answers."""
    path = SHARED / "corpus/news.json"
    if not path.exists():
        pytest.skip(f"no right answers at {path}")
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return found


@pytest.fixture(scope="module")
def scoring() -> ModuleType:
    """The program that scores a reading."""
    path = SHARED / "reference/score_reading.py"
    if not path.exists():
        pytest.skip(f"no scoring at {path}")
    spec = importlib.util.spec_from_file_location("score_reading", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def right_answer(document: dict[str, Any]) -> str:
    """The right answer as a model would give it; every sentence that matters is quoted by every item."""
    quotes = document["mentions"]
    found = {
        "model": "right",
        "zones": [
            {
                "name": zone["name"], "quotes": quotes, "whole": zone["whole"], "part": zone["part"],
                "limits": [limit for limit in document["unresolved"] if limit in document["text"]],
            }
            for zone in document["zones"]
        ],
        "claims": [{"quotes": quotes, **{key: c[key] for key in TOLD}} for c in document["claims"]],
    }  # fmt: skip
    return f"The answer:\n```json\n{json.dumps(found, ensure_ascii=False)}\n```"


def test_right_answers_score_in_full(
    documents: list[dict[str, Any]], scoring: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problems = []

    def read(_: str, text: str, published: str) -> dict[str, object]:
        """Read a text as the scoring has it read, by its right answer instead of a command."""
        path = tmp_path / "passage.txt"
        path.write_text(text, encoding="utf-8")
        answer = right_answer(next(one for one in documents if one["text"] == text))
        found = zones.load(path, published=date.fromisoformat(published), reading=read_answer(answer))
        problems.extend(found.reviewed.problems)
        return found.to_dict()

    monkeypatch.setattr(scoring, "read", read)
    units = scoring.csv.DictReader((SHARED / "reference/units.csv").read_text(encoding="utf-8").splitlines())
    scores = scoring.score(documents, list(units), "", verbose=False)
    assert problems == []
    full = (
        "precision",
        "recall",
        "claims",
        "zones",
        "exact",
        "extent",
        "place",
        "said_by",
        "said_on",
        "evidence",
    )
    assert {key: scores[key] for key in full} == dict.fromkeys(full, 1.0)
    assert (scores["invented"], scores["zones_invented"], scores["right"]) == (0, 0, len(documents))
