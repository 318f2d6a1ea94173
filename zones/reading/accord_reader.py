"""From the sentences of a document to the accord behind its zones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from zones.accord import Accord
from zones.documents import Document
from zones.reading.dates import date_at, dates_in
from zones.reading.lexicon import words
from zones.reading.nation_lists import groups
from zones.reading.numbers import number
from zones.reading.scan import Scan

__all__ = ["read_accord"]


def read_accord(document: Document, scans: list[Scan]) -> Accord | None:
    """Return the accord that a document tells of, or None."""
    found: Accord | None = None
    for scan in scans:
        if found is None:
            found = _founding(document, scan)
        elif found.maps_due is None:
            due = _maps_due(scan, document.published)
            if due is not None:
                evidence = document.evidence_read(scan.sentence.start, scan.sentence.end)
                found = replace(found, maps_due=due, evidence=(*found.evidence, evidence))
    return found


def _founding(document: Document, scan: Scan) -> Accord | None:
    deal = next((i for i, word in enumerate(scan.words) if word in words("accords.deals")), None)
    zones = _zone_count(scan)
    if deal is None or zones is None or words("accords.doing").isdisjoint(scan.words):
        return None
    parties = [
        tuple(dict.fromkeys(n.code for n in listed))
        for listed, _ in groups(scan).values()
        if len({n.code for n in listed}) > 1
    ]
    if not parties:
        return None
    return Accord(
        guarantors=parties[0], signed=_signed(scan, deal, document.published), zones=zones,
        minimum_months=_months(scan), maps_due=_maps_due(scan, document.published),
        evidence=(document.evidence_read(scan.sentence.start, scan.sentence.end),),
    )  # fmt: skip


def _zone_count(scan: Scan) -> int | None:
    for i, word in enumerate(scan.words):
        if word in {"zones", "areas"}:
            for back in range(max(0, i - 5), i):
                counted = number(scan.words, back)
                if counted is not None and counted[0] < 100:
                    return int(counted[0])
    return None


def _signed(scan: Scan, deal: int, published: date | None) -> date | None:
    """Return the day in "their May 4 accord", or in "signed a memorandum in Astana on Thursday"."""
    for hit in dates_in(scan.words, published):
        if (
            hit.end == deal
            or (hit.start > deal and hit.start - deal <= 6)
            or "signed" in scan.words[: hit.start]
        ):
            return hit.day
    return None


def _months(scan: Scan) -> int | None:
    for i, word in enumerate(scan.words):
        if word in {"months", "month"} and i and (counted := number(scan.words, i - 1)) is not None:
            return int(counted[0])
    return None


def _maps_due(scan: Scan, published: date | None) -> date | None:
    if "maps" not in scan.words and "map" not in scan.words:
        return None
    for i, word in enumerate(scan.words[:-1]):
        if word == "by":
            past = any(w in {"had", "were", "was"} for w in scan.words)
            hit = date_at(scan.words, i + 1, published, ahead=not past)
            if hit is not None:
                return hit.day
    return None
