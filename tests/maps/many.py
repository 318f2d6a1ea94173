"""Forty documents that tell of sixty zones and make four hundred claims, out of real units."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import shapely

from geodata.measure import area_km2
from geodata.unit import Level
from zones import Claim, Status
from zones.documents import Document
from zones.zone import AreaKm2, Member, Unresolved, Zone

if TYPE_CHECKING:
    from geodata.units import AdminUnits
    from zones import ZoneSet
    from zones.evidence import Evidence

DOCUMENTS, ZONES, CLAIMS = 40, 60, 400
FIRST_DAY = date(2017, 1, 10)
NATIONS = ("AM", "AZ", "BY", "CN", "DE", "EG", "FR", "GB", "IN", "IQ", "IR", "JO", "KG", "KZ", "LB", "RU")
NATIONS += ("TJ", "TR", "UN", "US")


def many(zone_set: ZoneSet) -> ZoneSet:
    """Return a set of the same boundaries with 40 documents, 60 zones and 400 claims, the same each time."""
    chance = random.Random(15)
    documents = tuple(_document(number) for number in range(DOCUMENTS))
    zones = tuple(_zone(number, zone_set.units, documents, chance) for number in range(ZONES))
    claims = tuple(_claim(number, zones, documents, chance) for number in range(CLAIMS))
    return replace(zone_set, documents=documents, zones=zones, claims=claims, accord=None, unresolved=())


def _document(number: int) -> Document:
    title = f"Report {number + 1} on the talks"
    text = f"{title}\n" + "".join(f"Statement {line} of report {number + 1}.\n" for line in range(20))
    return Document(
        id=f"report-{number + 1}", title=title, publisher="Agency", text=text, blocks=(),
        published=FIRST_DAY + timedelta(days=9 * number), sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip


def _quote(document: Document, line: int) -> Evidence:
    words = f"Statement {line % 20} of {document.id.replace('-', ' ')}."
    start = document.text.index(words)
    return document.evidence(start, start + len(words))


def _zone(number: int, units: AdminUnits, documents: tuple[Document, ...], chance: random.Random) -> Zone:
    codes = [unit.pcode for unit in units.at_level(Level.SUBDISTRICT)]
    first = codes[(number * 37) % len(codes)]
    near = sorted(units.neighbours(first))
    chosen = sorted({first, *chance.sample(near, min(len(near), number % 4))})
    extents = {
        code: "whole" if number % 3 == 0 or (number % 3 == 1 and code == first) else "part" for code in chosen
    }
    quotes = (_quote(documents[number % DOCUMENTS], number),)
    shapes = {
        extent: shapely.union_all([units.geometry(code) for code in chosen if extents[code] == extent])
        for extent in ("whole", "part")
    }
    return Zone(
        id=f"zone-{number + 1}", name=f"{units[first].name} {number + 1}", kind="", unresolved=(), checks=(),
        members=tuple(_member(units, code, extents[code], quotes) for code in chosen), evidence=quotes,
        area_km2=AreaKm2(**{key: 0.0 if shape.is_empty else float(area_km2(shape)) for key, shape in shapes.items()}),
        unread=(Unresolved(text="Statement", reason="not understood", evidence=quotes),) if number % 10 == 9 else (),
        **shapes,
    )  # fmt: skip


def _member(units: AdminUnits, code: str, extent: str, quotes: tuple[Evidence, ...]) -> Member:
    unit = units[code]
    return Member(
        pcode=code, name=unit.name, name_ar=unit.name_ar, level=str(unit.level), extent=extent,  # type: ignore[arg-type]
        rule="whole" if extent == "whole" else "part", share=None, reason="named in the text", evidence=quotes,
    )  # fmt: skip


def _claim(
    number: int, zones: tuple[Zone, ...], documents: tuple[Document, ...], chance: random.Random
) -> Claim:
    document = documents[number % DOCUMENTS]
    return Claim(
        id=f"claim-{number + 1}", nationality=NATIONS[(number * 7) % len(NATIONS)],
        zone=zones[(number * 11) % ZONES].id, place=None, place_relation="", place_km=None,
        status=chance.choice(list(Status)), said_by="a spokesman", speaks_for=None, said_on=document.published,
        reported_by=None, evidence=(_quote(document, number),),
    )  # fmt: skip
