"""Several documents together."""

from __future__ import annotations

from dataclasses import replace

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from tests.considered import considered
from zones import ZoneSet
from zones.assembly import assemble
from zones.document_reader import read


def test_sentences_passed_over_come_in_the_order_of_the_documents(zone_set: ZoneSet) -> None:
    units = AdminUnits.builtin()
    wanted = considered(zone_set).passed_over
    readings = []
    for document in reversed(zone_set.documents):
        mine = tuple(p for p in wanted if p.evidence[0].document == document.id)
        assert mine
        readings.append(replace(read(document, units, Toponyms.builtin()), passed_over=mine))
    *_, passed_over = assemble(readings, units)
    assert passed_over == tuple(p for reading in readings for p in reading.passed_over)
