"""What was known on a day: nothing before a document tells it, and what has no day on no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from click.testing import CliRunner

import zones
from maps.cli import main
from tests.maps.over_time import PUBLISHED, over_time
from zones import ZoneSet
from zones.known import undated_told, zone_days
from zones.standing import claim_day

DAYS = sorted({day for day in PUBLISHED if day} | {date(2016, 6, 1), date(2017, 12, 31)})


@pytest.fixture(scope="module")
def told() -> ZoneSet:
    return over_time(zones.load())


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_known_before_a_document_tells_it(told: ZoneSet, day: date) -> None:
    known = told.on(day)
    published = told.published
    for zone in told.zones:
        days = zone_days(zone, published)
        assert (zone.id in {each.id for each in known.zones}) == (bool(days) and days[0] <= day)
    for claim in told.claims:
        made = claim_day(claim, published)
        assert (claim in known.claims) == (made is not None and made <= day)
    assert known.standing() == told.standing(on=day)


def test_what_has_no_day_is_known_on_no_day_unless_asked_for(told: ZoneSet) -> None:
    late = date(2100, 1, 1)
    there = {zone.name for zone in told.on(late).zones}
    left_out = [zone.name for zone in told.zones if zone.name not in there]
    assert left_out == ["Eastern Ghouta"]
    assert told.on(late, undated=True).zones == told.zones
    assert told.on(late, undated=True).claims == told.claims
    early = told.on(date(1900, 1, 1), undated=True)
    assert [zone.name for zone in early.zones] == ["Eastern Ghouta"]
    assert early.claims
    assert all(claim_day(claim, told.published) is None for claim in early.claims)


def test_documents_come_with_what_is_quoted_from_them(told: ZoneSet) -> None:
    for day in DAYS:
        known = told.on(day)
        quoted = {item.document for claim in known.claims for item in claim.evidence}
        quoted |= {item.document for item in known.accord.evidence} if known.accord else set()
        assert quoted <= {document.id for document in known.documents}
        assert {item.document for zone in known.zones for item in zone.evidence} <= {
            document.id for document in known.documents if document.published and document.published <= day
        }
        for document in known.documents:
            assert document.id in quoted or (document.published and document.published <= day)


def test_days_grow_only(told: ZoneSet) -> None:
    days = [date(2016, 5, 1) + timedelta(days=30 * number) for number in range(15)]
    counts = [
        (len(told.on(day).zones), len(told.on(day).claims), len(told.on(day).documents)) for day in days
    ]
    assert counts == sorted(counts)
    assert counts[0] == (0, 0, 0)


def test_every_layer_can_be_made_of_what_was_known(told: ZoneSet) -> None:
    known = told.on(date(2016, 9, 15))
    assert set(known.to_gdf("zones")["zone"]) == {"idlib"}
    assert len(known.to_gdf("claims")) == len(known.claims)


def test_what_is_left_out_for_want_of_a_day_is_told_in_words(told: ZoneSet) -> None:
    assert undated_told(zones.load()) is None
    assert (undated_told(told) or "").startswith("1 zone and 6 claims left out: no day is known")


def test_a_lookup_knows_the_zones_of_its_day_and_names_those_it_leaves_out(told: ZoneSet) -> None:
    before, after = (told.lookup("Saraqib", on=day) for day in (date(2016, 6, 30), date(2016, 7, 1)))
    assert [hit.zone for hit in after.zones] == ["idlib"]
    assert (before.zones, before.standing) == ((), ())
    assert any("described only in documents of 2016-07-01 and later" in note for note in before.notes)
    undated = told.lookup("Douma, Rural Damascus", on=date(2017, 12, 31))
    assert any("a document without a day" in note for note in undated.notes)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, arguments)
    return result.exit_code, result.stdout, result.stderr


def test_commands_say_what_a_day_leaves_out() -> None:
    code, out, _ = run("lookup", "Saraqib", "--on", "2017-06-22")
    assert code == 0
    assert "described only in documents of 2017-06-23 and later" in out
    code, out, _ = run("explain", "idlib", "--on", "2017-06-22")
    assert code == 0
    assert "no document had described it by then" in out


def test_a_figure_of_a_zone_not_yet_described_is_refused() -> None:
    code, _, err = run("figure", "--zone", "idlib", "--on", "2017-06-22", "-o", "never.png")
    assert code == 2
    assert "no document had described the zone idlib by 2017-06-22" in err


def test_an_export_is_of_what_was_known_on_its_day() -> None:
    code, out, _ = run("export", "--on", "2017-06-23", "-o", "-")
    assert code == 0
    assert '"idlib-whole"' in out
    code, out, err = run("export", "--on", "2017-06-22", "-o", "-")
    assert code == 0
    assert "idlib" not in out.split('"features"')[1]
    code, _, err = run("export", "--on", "2017-06-22", "-o", "all.json")
    assert code == 2
    assert "has everything whatever the day" in err
