"""A reading kept as JSON, so that the built-in documents need not be read anew at every start.

`keep` writes it, `kept` takes it back if it was made from the very same documents, boundaries and code; a file that
is damaged or stale counts as none. Geometry is kept as WKB only where units do not give it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import shapely

from geodata.atomic import write_whole
from geodata.units import AdminUnits
from zones.accord import Accord
from zones.claims import Claim
from zones.documents import Document
from zones.evidence import Evidence
from zones.passed_over import PassedOver, Reason
from zones.status import Status
from zones.text.blocks import Block, BlockKind
from zones.zone import AreaKm2, Check, Member, Unresolved, Zone

__all__ = ["Content", "fingerprint", "keep", "kept"]

_log = logging.getLogger(__name__)
_FORMAT = 2
_UNUSABLE = (
    OSError,
    ValueError,
    KeyError,
    TypeError,
    RuntimeError,
    AttributeError,
    shapely.errors.ShapelyError,
)

Content = tuple[
    tuple[Document, ...],
    tuple[Zone, ...],
    tuple[Claim, ...],
    tuple[Unresolved, ...],
    Accord | None,
    tuple[PassedOver, ...],
]
"""What a reading comes to: documents, zones, claims, limits of no zone, accord, sentences passed over."""


def fingerprint(paths: Iterable[Path], units: AdminUnits) -> str:
    """Return a hash of what a reading depends on: the files, the boundaries, and this package's own code."""
    told = hashlib.sha256(f"{_FORMAT} {units.source.sha256}".encode())
    for path in paths:
        told.update(hashlib.sha256(path.read_bytes()).digest())
        manifest = path.parent / "sources.toml"
        if manifest.is_file():
            told.update(manifest.read_bytes())
    for package in (Path(__file__).parent, Path(__file__).parent.parent / "geodata"):
        for name, size, changed in sorted(_files(str(package))):
            told.update(f"{name} {size} {changed}".encode())
    return told.hexdigest()


def _files(folder: str) -> Iterable[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif entry.name.endswith((".py", ".toml", ".csv", ".geojson")):
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns


def _folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "deescalation-zones"


def kept(key: str, units: AdminUnits) -> Content | None:
    """Return the reading kept under a fingerprint, or None."""
    try:
        text = (_folder() / "seeds.json").read_text(encoding="utf-8")
        stored = json.loads(text)
        if stored["key"] != key:
            return None
        return _content(stored["content"], units)
    except FileNotFoundError:
        return None
    except _UNUSABLE as error:
        _log.info("the kept reading is not usable (%s); reading anew", error)
        return None


def keep(key: str, content: Content) -> None:
    """Keep a reading; where that is not possible, do nothing."""
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        told = json.dumps({"key": key, "content": _plain(content)}, ensure_ascii=False)
        write_whole(folder / "seeds.json", told.encode())
    except (OSError, RuntimeError) as error:
        _log.info("the reading was not kept: %s", error)


def _plain(content: Content) -> dict[str, Any]:
    documents, zones, claims, unresolved, accord, passed_over = content
    return {
        "documents": [
            {**d.to_dict(), "text": d.text, "blocks": [[b.start, b.end, b.kind] for b in d.blocks]}
            for d in documents
        ],
        "zones": [{**z.to_dict(), "shapes": _shapes(z)} for z in zones],
        "claims": [c.to_dict() for c in claims],
        "unresolved": [u.to_dict() for u in unresolved],
        "accord": accord.to_dict() if accord else None,
        "passed_over": [p.to_dict() for p in passed_over],
    }


def _shapes(zone: Zone) -> list[str] | None:
    """Return the geometry of both extents, or None where the units make it up."""
    if all(m.share is None for m in zone.members):
        return None
    return [shapely.to_wkb(zone.whole, hex=True), shapely.to_wkb(zone.part, hex=True)]


def _content(stored: Mapping[str, Any], units: AdminUnits) -> Content:
    accord = stored["accord"]
    return (
        tuple(_document(d) for d in stored["documents"]),
        tuple(_zone(z, units) for z in stored["zones"]),
        tuple(_claim(c) for c in stored["claims"]),
        tuple(_unresolved(u) for u in stored["unresolved"]),
        _accord(accord) if accord else None,
        tuple(_passed_over(p) for p in stored["passed_over"]),
    )


def _evidence(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**row) for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _document(row: dict[str, Any]) -> Document:
    blocks = tuple(Block(start, end, BlockKind(kind)) for start, end, kind in row["blocks"])
    return Document(**{**row, "published": _day(row["published"]), "blocks": blocks})


def _unresolved(row: dict[str, Any]) -> Unresolved:
    return Unresolved(**{**row, "evidence": _evidence(row["evidence"])})


def _passed_over(row: dict[str, Any]) -> PassedOver:
    told = {"reason": Reason(row["reason"]), "detail": row["detail"] or ""}
    return PassedOver(**{**row, **told, "evidence": _evidence(row["evidence"])})


def _zone(row: dict[str, Any], units: AdminUnits) -> Zone:
    members = tuple(Member(**{**m, "evidence": _evidence(m["evidence"])}) for m in row["members"])
    if row["shapes"] is None:
        whole = units.union([m.pcode for m in members if m.extent == "whole"])
        part = units.union([m.pcode for m in members if m.extent == "part"])
    else:
        told = shapely.from_wkb(row["shapes"])
        whole, part = told[0], told[1]
    return Zone(
        id=row["id"], name=row["name"], kind=row["kind"] or "", members=members,
        unresolved=tuple(_unresolved(u) for u in row["unresolved"]),
        checks=tuple(Check(**{**c, "evidence": _evidence(c["evidence"])}) for c in row["checks"]),
        area_km2=AreaKm2(**row["area_km2"]), evidence=_evidence(row["evidence"]), whole=whole, part=part,
        differs=tuple(row["differs"]),
    )  # fmt: skip


def _claim(row: dict[str, Any]) -> Claim:
    return Claim(
        **{
            **row,
            **{key: row[key] or "" for key in ("place_relation", "rule", "path")},
            "status": Status(row["status"]),
            "said_on": _day(row["said_on"]),
            "evidence": _evidence(row["evidence"]),
        }
    )


def _accord(row: dict[str, Any]) -> Accord:
    return Accord(
        guarantors=tuple(row["guarantors"]), signed=_day(row["signed"]), zones=row["zones"],
        minimum_months=row["minimum_months"], maps_due=_day(row["maps_due"]), evidence=_evidence(row["evidence"]),
    )  # fmt: skip
