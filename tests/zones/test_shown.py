"""Values at a prompt and in a notebook: a line each, and tables whose text is no markup."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pandas as pd

from zones import ZoneSet


def test_values_are_a_line_that_says_what_matters(zone_set: ZoneSet) -> None:
    shown = repr(zone_set)
    assert shown.startswith("<ZoneSet: 4 zones, 22 claims, 2 documents; Idlib, Northern Homs")
    assert repr(zone_set.zone("idlib")).startswith("<Zone idlib: Idlib; 8 units; 5,418 km² whole")
    assert repr(zone_set.lookup("Saraqib")) == "<Answer 'Saraqib': Saraqab (SY070003); in Idlib (whole)>"
    assert "in no zone, 48.5 km from Idlib" in repr(zone_set.lookup("Tartus"))
    assert "outside Syria" in repr(zone_set.lookup(lon=10.0, lat=50.0))
    claim = next(one for one in zone_set.claims if one.zone and one.said_by)
    for told in (claim.id, claim.nationality, str(claim.zone), str(claim.status), str(claim.said_by)[:20]):
        assert told in repr(claim)


def test_a_line_stays_short_and_one_whatever_a_text_says(zone_set: ZoneSet) -> None:
    zone = replace(zone_set.zones[0], name="a\x1b[31m\n" + "long " * 500)
    shown = [
        repr(zone),
        repr(replace(zone_set, zones=(zone,) * 40)),
        repr(replace(zone_set.claims[0], said_by="s\r" * 900, zone=None)),
        repr(replace(zone_set.lookup("Saraqib"), query="q\x07" * 900)),
    ]
    for line in shown:
        assert len(line) < 200
        assert line.isprintable()


def test_an_empty_set_says_so(zone_set: ZoneSet) -> None:
    nothing = replace(zone_set, zones=(), claims=(), documents=())
    assert repr(nothing) == "<ZoneSet: 0 zones, 0 claims, 0 documents>"


def test_tables_tell_zones_and_claims(zone_set: ZoneSet) -> None:
    zones, claims = pd.read_html(StringIO(str(zone_set._repr_html_()).split("</iframe>")[-1]), flavor="lxml")
    assert list(zones["zone"]) == [zone.id for zone in zone_set.zones]
    assert list(claims["status"]) == [str(claim.status) for claim in zone_set.claims]
    (answer,) = pd.read_html(StringIO(zone_set.lookup("Saraqib")._repr_html_()), flavor="lxml", header=0)
    assert "Idlib, whole: all of Idleb governorate" in set(answer.iloc[:, 1])


def test_text_in_tables_is_escaped(zone_set: ZoneSet) -> None:
    bad = '<script>alert("1")</script>'
    zone = replace(zone_set.zones[0], name=bad)
    claim = replace(zone_set.claims[0], said_by=bad)
    shown = replace(zone_set, zones=(zone,), claims=(claim,))._repr_html_()
    tables = str(shown).split("</iframe>")[-1]
    assert "<script" not in tables
    assert tables.count("&lt;script&gt;") == 2
    assert "<script" not in replace(zone_set.lookup("Saraqib"), query=bad, notes=(bad,))._repr_html_()
