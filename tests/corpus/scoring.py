"""Scores readings against passages with known answers, by the measures of the project's contract."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import zones
from geodata import AdminUnits

FOLDER = Path(__file__).parent
_ALIASES = {
    "daraa": ("daraa", "dara", "deraa", "south", "jordanian border"),
    "idlib": ("idlib", "idleb"),
    "damascus": ("damascus", "ghouta"),
    "jordan": ("jordan",),
    "turkish border": ("border", "tell abyad"),
}


@dataclass
class Score:
    """Tallies of one corpus; each mean is between 0 and 1."""

    zones: list[float] = field(default_factory=list)
    extent: list[bool] = field(default_factory=list)
    place: list[bool] = field(default_factory=list)
    said_by: list[bool] = field(default_factory=list)
    said_on: list[bool] = field(default_factory=list)
    unresolved: list[bool] = field(default_factory=list)
    evidence: list[bool] = field(default_factory=list)
    right: int = 0
    wrong: int = 0
    missed: int = 0
    complaints: list[str] = field(default_factory=list)

    def means(self) -> dict[str, float]:
        """Return every measure, rounded to three digits."""
        total = 2 * self.right + self.wrong + self.missed
        found = {"claims": round(2 * self.right / total, 3) if total else 1.0}
        for name in ("zones", "extent", "place", "said_by", "said_on", "unresolved", "evidence"):
            tally = getattr(self, name)
            found[name] = round(sum(tally) / len(tally), 3) if tally else 1.0
        return found


def fold(text: str | None) -> str:
    """Return a text for comparison: casefolded, without diacritics and marks."""
    plain = unicodedata.normalize("NFKD", text or "").casefold().replace("ı", "i")
    return "".join(c for c in plain if c.isalnum() or c == " ").strip()


def score(name: str, folder: Path) -> Score:
    """Return the score of a corpus file; passages are written to ``folder`` to be read."""
    passages = json.loads((FOLDER / name).read_text(encoding="utf-8"))["documents"]
    result = Score()
    for passage in passages:
        path = folder / f"{passage['id']}.txt"
        path.write_text(passage["text"], encoding="utf-8")
        found = zones.load(path, published=date.fromisoformat(passage["published"])).to_dict()
        _score_zones(passage, found, result)
        _score_claims(passage, found, result)
        for item in [*found["zones"], *found["claims"]]:
            for quote in item["evidence"]:
                result.evidence.append(passage["text"][quote["start"] : quote["end"]] == quote["quote"])
    return result


def _expand(codes: list[str]) -> set[str]:
    units = AdminUnits.builtin()
    return {unit.pcode for code in codes for unit in units.descendants(code)}


def _score_zones(passage: dict[str, Any], found: dict[str, Any], result: Score) -> None:
    wanted = [(_expand(z["whole"]), _expand(z["part"])) for z in passage["zones"]]
    got = []
    for zone in found["zones"]:
        whole = _expand([m["pcode"] for m in zone["members"] if m["extent"] == "whole"])
        part = _expand([m["pcode"] for m in zone["members"] if m["extent"] == "part"]) - whole
        got.append((whole, part))
    pairs = sorted(
        (
            (len((w | p) & (gw | gp)) / len(w | p | gw | gp), i, j)
            for i, (w, p) in enumerate(wanted)
            for j, (gw, gp) in enumerate(got)
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    scores = [0.0] * len(wanted)
    for value, i, j in pairs:
        if value and i not in matched and j not in matched.values():
            matched[i], scores[i] = j, value
            (whole, part), (got_whole, got_part) = wanted[i], got[j]
            result.extent += [
                (c in whole) == (c in got_whole) for c in (whole | part) & (got_whole | got_part)
            ]
    result.zones += scores + [0.0] * (len(got) - len(matched))
    if any(s < 1 for s in scores) or len(got) > len(matched):
        result.complaints.append(f"{passage['id']}: zones {scores}, {len(got) - len(matched)} too many")
    told = fold(
        json.dumps([z["unresolved"] for z in found["zones"]] + [found["unresolved"]], ensure_ascii=False)
    )
    for limit in passage.get("unresolved", []):
        result.unresolved.append(any(w in told for w in fold(limit).split() if len(w) > 4))


def _score_claims(passage: dict[str, Any], found: dict[str, Any], result: Score) -> None:
    wanted = {(c["nationality"], c["status"]): c for c in passage["claims"]}
    have: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for claim in found["claims"]:
        have.setdefault((claim["nationality"], claim["status"]), []).append(claim)
    for nationality, status in passage.get("optional", []):
        if (nationality, status) not in wanted:
            have.pop((nationality, status), None)
    right = set(wanted) & set(have)
    result.right += len(right)
    result.wrong += len(set(have) - right)
    result.missed += len(set(wanted) - right)
    if set(wanted) ^ set(have):
        result.complaints.append(
            f"{passage['id']}: missed {sorted(set(wanted) - right)}, not expected {sorted(set(have) - right)}"
        )
    names = {z["id"]: z["name"] for z in found["zones"]}
    for key in right:
        want, made = wanted[key], have[key]
        result.place.append(any(_same_place(want["place"], c, names) for c in made))
        if want["said_by"]:
            result.said_by.append(any(_alike(want["said_by"], c["said_by"]) for c in made))
        if want["said_on"]:
            result.said_on.append(any(c["said_on"] == want["said_on"] for c in made))


def _alike(one: str, other: str | None) -> bool:
    a, b = fold(one), fold(other)
    return bool(b) and (a in b or b in a)


def _same_place(wanted: str | None, claim: dict[str, Any], names: dict[str, str]) -> bool:
    said = [fold(s) for s in (claim["place"], claim["zone"], names.get(claim["zone"] or "")) if s]
    if wanted is None:
        return not said
    return any(alias in s for alias in _ALIASES.get(fold(wanted), (fold(wanted),)) for s in said)
