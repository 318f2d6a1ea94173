"""All that is read from every text of the project, line by line, as it was when somebody last looked at it.

A change of the reader shows here as a difference to be read and judged. To accept it:

    python -m tests.zones.test_golden
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

import zones
from zones.documents import seed_paths
from zones.evidence import Evidence
from zones.zone_set import ZoneSet

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests/corpus"
GOLDEN = CORPUS / "golden"
NAMES = ["examples", *sorted(path.stem for path in CORPUS.glob("?.json"))]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_says_what_it_said(name: str, tmp_path: Path) -> None:
    found = [line for path, day in texts(name, tmp_path) for line in told(path, day)]
    assert found == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def texts(name: str, folder: Path) -> Iterator[tuple[Path, date | None]]:
    """Yield the files of the built-in documents and of examples/, or of the passages of a corpus."""
    if name == "examples":
        yield from ((path, None) for path in (*seed_paths(), *sorted((ROOT / "examples").glob("*.txt"))))
        return
    for row in json.loads((CORPUS / f"{name}.json").read_text(encoding="utf-8"))["documents"]:
        path = folder / f"{row['id']}.txt"
        path.write_text(row["text"], encoding="utf-8")
        yield path, date.fromisoformat(row["published"])


def told(path: Path, published: date | None) -> Iterator[str]:
    """Yield a line for each thing that a text says, with the places of its quotations."""
    read = zones.load(path, published=published, as_read=True)
    yield f"# {read.documents[0].id}"
    yield from chain(_zones(read), _claims(read))
    for passed in read.passed_over:
        yield f"passed over: {passed.reason} ({passed.detail}){_at(passed.evidence)}"
    for limit in read.unresolved:
        yield f"no zone's limit: {limit.text} ({limit.reason}){_at(limit.evidence)}"
    if read.accord is not None:
        told = read.accord.to_dict() | {"evidence": None}
        yield f"accord: {json.dumps(told)}{_at(read.accord.evidence)}"


def _zones(read: ZoneSet) -> Iterator[str]:
    for zone in read.zones:
        size = f"{zone.area_km2.whole:.0f} + {zone.area_km2.part:.0f} km2"
        yield f"zone {zone.id}: {zone.name}, {zone.kind or 'zone'}, {size}{_at(zone.evidence)}"
        for one in zone.members:
            share = "" if one.share is None else f" {one.share:.0%}"
            yield f"  {one.pcode} {one.extent}{share} {one.rule}: {one.reason}{_at(one.evidence)}"
        yield from (f"  unread: {one.text} ({one.reason}){_at(one.evidence)}" for one in zone.unread)
        yield from (f"  limit: {one.text} ({one.reason}){_at(one.evidence)}" for one in zone.unresolved)
        yield from (f"  {one.holds}: {one.text}: {one.detail}{_at(one.evidence)}" for one in zone.checks)


def _claims(read: ZoneSet) -> Iterator[str]:
    for claim in read.claims:
        row = claim.to_dict()
        facts = (
            f"{key} {row[key]}"
            for key in row
            if key not in {"id", "evidence", "made_by", "verdict"} and row[key] is not None
        )
        yield f"claim {claim.id}: {', '.join(facts)}{_at(claim.evidence)}"


def _at(evidence: tuple[Evidence, ...]) -> str:
    return "".join(f" [{one.start}-{one.end}]" for one in evidence)


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for which in sys.argv[1:] or NAMES:
            lines = [line for path, day in texts(which, Path(place)) for line in told(path, day)]
            (GOLDEN / f"{which}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
