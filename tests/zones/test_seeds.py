"""The two built-in documents read as the reference says they do, quotation by quotation."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import zones
from zones import ZoneSet
from zones.documents import seed_paths

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.reference
THRESHOLDS = {
    "zones": 0.95,
    "extent": 0.95,
    "claims": 0.95,
    "place": 0.9,
    "said_by": 0.9,
    "said_on": 1.0,
    "unresolved": 1.0,
    "evidence": 1.0,
}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    """All that the seeds say, as `zonemap read --json` gives it."""
    return zones.load().to_dict()


@pytest.fixture(scope="module")
def expected() -> dict[str, dict[str, Any]]:
    """What each document says, by file name."""
    path = SHARED / "reference/seeds.json"
    if not path.exists():
        pytest.skip(f"no reference answers at {path}")
    return {row["source"]: row for row in json.loads(path.read_text(encoding="utf-8"))["documents"]}


@pytest.fixture(scope="module")
def ids() -> dict[str, str]:
    """Ids of the documents, by file name."""
    return dict(
        zip((path.name for path in seed_paths()), (d.id for d in zones.load().documents), strict=True)
    )


def folded(text: str | None) -> str:
    parts = unicodedata.normalize("NFKD", text or "").casefold().replace("ı", "i").replace("’", "'")
    return "".join(c for c in parts if not unicodedata.combining(c)).strip()


def tells(item: dict[str, Any], document: str) -> bool:
    return any(e["document"] == document for e in item["evidence"])


def membership(zone: dict[str, Any]) -> dict[str, list[str]]:
    return {x: sorted(m["pcode"] for m in zone["members"] if m["extent"] == x) for x in ("whole", "part")}


def test_zones_members_and_extents(
    told: dict[str, Any], expected: dict[str, Any], ids: dict[str, str]
) -> None:
    for source, row in expected.items():
        found = {z["name"]: membership(z) for z in told["zones"] if tells(z, ids[source])}
        assert found == {z["name"]: {x: sorted(z[x]) for x in ("whole", "part")} for z in row["zones"]}


def test_claims(told: dict[str, Any], expected: dict[str, Any], ids: dict[str, str]) -> None:
    """A claim that was joined from two documents counts for each."""
    for source, row in expected.items():
        found, wanted = (
            Counter(
                (c["nationality"], c["status"], c["place"], folded(c["said_by"]), c["said_on"])
                for c in claims
            )
            for claims in ([c for c in told["claims"] if tells(c, ids[source])], row["claims"])
        )
        differences = {
            "missing": sorted((wanted - found).items(), key=str),
            "extra": sorted((found - wanted).items(), key=str),
        }
        assert differences == {"missing": [], "extra": []}, source


def test_accord(told: dict[str, Any], expected: dict[str, Any]) -> None:
    wanted = next(row["accord"] for row in expected.values() if row.get("accord"))
    found = told["accord"]
    assert found["guarantors"] == wanted["guarantors"]
    assert found["minimum_months"] == wanted["duration_months_at_least"]
    assert [found[key] for key in ("signed", "zones", "maps_due")] == [
        wanted[key] for key in ("signed", "zones", "maps_due")
    ]


def quotations(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [quotation for child in node for quotation in quotations(child)]
    if not isinstance(node, dict):
        return []
    if {"document", "start", "end", "quote"} <= node.keys():
        return [node]
    return quotations(list(node.values()))


def test_every_quotation_stands_in_its_document_and_in_no_comment(
    told: dict[str, Any], ids: dict[str, str]
) -> None:
    texts = {ids[path.name]: path.read_text(encoding="utf-8") for path in seed_paths()}
    found = quotations(told)
    assert len(found) > 40
    for one in found:
        text = texts[one["document"]]
        assert text[one["start"] : one["end"]] == one["quote"]
        ends = [
            at
            for mark in ("Comment policy", "Share this", "ALSO READ", "Comments")
            if (at := text.find(mark)) > 500
        ]
        assert one["end"] <= min(ends, default=len(text)), one


def test_everything_told_has_a_quotation(told: dict[str, Any]) -> None:
    for item in (*told["zones"], *told["claims"], *(m for z in told["zones"] for m in z["members"])):
        assert item["evidence"], item


def test_zones_come_from_geometry_where_the_text_names_a_place_beside_them(zone_set: ZoneSet) -> None:
    homes = {(c.place, c.zone) for c in zone_set.claims if c.place in {"Damascus", "Daraa"}}
    assert homes == {("Damascus", "eastern-ghouta"), ("Daraa", "jordanian-border")}
    assert all(c.place_km is not None for c in zone_set.claims if c.place in {"Damascus", "Daraa"})


def test_practice_passages_score_at_least_as_asked() -> None:
    script, passages = SHARED / "reference/score_reading.py", SHARED / "corpus/practice.json"
    if not script.exists() or not passages.exists():
        pytest.skip(f"no practice passages at {passages}")
    command = f"{sys.executable} -m maps read"
    done = subprocess.run(
        [sys.executable, script, passages, "--command", command, "--verbose"],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    scores = json.loads(done.stdout.splitlines()[-1])
    assert {key: scores[key] for key, least in THRESHOLDS.items() if scores[key] < least} == {}, done.stdout
