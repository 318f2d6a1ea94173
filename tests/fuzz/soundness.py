"""What holds of every set of zones and every area, whatever was read."""

from __future__ import annotations

import json

import shapely

from geodata.unit import Level
from geodata.units import AdminUnits
from zones import Evidence, ZoneSet
from zones.compiler import Compiled
from zones.from_model import from_model
from zones.model import to_model
from zones.validation import validate_text
from zones.zone import Zone

UNITS = AdminUnits.builtin()


def check_zone_set(found: ZoneSet) -> None:
    """Fail unless every quotation, unit, reference and geometry is what it says."""
    for zone in found.zones:
        check_zone(zone, found.units)
    ids = {zone.id for zone in found.zones}
    assert len(ids) == len(found.zones)
    for claim in found.claims:
        assert claim.evidence
        assert claim.zone is None or claim.zone in ids
    check_quotations(found)
    model = json.loads(json.dumps(to_model(found), ensure_ascii=False, allow_nan=False).encode())
    assert validate_text(json.dumps(model)) == ()
    assert to_model(from_model(model, units=found.units)) == to_model(found)


def check_zone(zone: Zone, units: AdminUnits) -> None:
    """Fail unless a zone has members, each a unit once, and the geometry of just these."""
    assert zone.members
    assert zone.evidence
    listed = [unit.pcode for m in zone.members for unit in units.descendants(m.pcode, Level.SUBDISTRICT)]
    assert len(listed) == len(set(listed))
    for member in zone.members:
        assert member.evidence
        assert units[member.pcode].level == member.level
    check_extents(zone.whole, zone.part)


def check_area(found: Compiled, units: AdminUnits) -> None:
    """Fail unless members are units and the two extents are apart."""
    assert all(member.pcode in units for member in found.members)
    assert all(member.share is None or 0 < member.share <= 1 for member in found.members)
    check_extents(found.whole, found.part)


def check_extents(whole: shapely.Geometry, part: shapely.Geometry) -> None:
    """Fail unless both are valid areas within Syria that share no ground."""
    for shape in (whole, part):
        assert shape.is_valid
        assert shape.is_empty or shape.geom_type in {"Polygon", "MultiPolygon"}
        assert shape.is_empty or shapely.box(35, 32, 43, 38).contains(shape)
    assert shapely.area(shapely.intersection(whole, part)) < 1e-9


def check_quotations(found: ZoneSet) -> None:
    """Fail unless each quotation stands in its document where it says it stands."""
    texts = {document.id: document.text for document in found.documents}
    for quote in quotations(found):
        assert quote.quote
        assert texts[quote.document][quote.start : quote.end] == quote.quote


def quotations(found: ZoneSet) -> list[Evidence]:
    """Return every quotation of a set of zones."""
    holders: list[object] = [*found.zones, *found.claims, *found.unresolved, *filter(None, [found.accord])]
    for zone in found.zones:
        holders += [*zone.members, *zone.unresolved, *zone.checks]
    return [quote for holder in holders for quote in holder.evidence]  # type: ignore[attr-defined]
