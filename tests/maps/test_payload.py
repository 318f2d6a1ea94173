"""The page's data: complete, and harmless inside a script element."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from maps.heading import Heading
from maps.payload import days, payload, to_script_text
from tests.considered import PATH, RULE, considered

if TYPE_CHECKING:
    from zones import ZoneSet


JSON = st.recursive(
    st.text() | st.none() | st.integers(), lambda one: st.lists(one) | st.dictionaries(st.text(), one)
)


@settings(max_examples=60)
@given(JSON)
def test_script_text_is_the_same_json_without_markup(value: object) -> None:
    text = to_script_text({"value": value})
    assert json.loads(text) == {"value": value}
    assert not set("<>&\u2028\u2029") & set(text)


def test_every_quotation_is_stored_once(zone_set: ZoneSet) -> None:
    data = payload(zone_set)
    keys = [(quote["document"], quote["start"], quote["end"]) for quote in data["quotes"]]
    assert len(keys) == len(set(keys))
    used = [number for claim in data["claims"] for number in claim["evidence"]]
    assert set(used) <= set(range(len(keys)))


def test_quotations_are_those_of_the_claims(zone_set: ZoneSet) -> None:
    data = payload(zone_set)
    for claim, row in zip(zone_set.claims, data["claims"], strict=True):
        quotes = [data["quotes"][number] for number in row["evidence"]]
        assert [(quote["document"], quote["start"], quote["quote"]) for quote in quotes] == [
            (evidence.document, evidence.start, evidence.quote) for evidence in claim.evidence
        ]


def test_sentences_passed_over_are_whole_and_their_words_stored_once(zone_set: ZoneSet) -> None:
    told = considered(zone_set)
    told = replace(told, passed_over=(*told.passed_over, replace(told.passed_over[0], text="other words")))
    data = payload(told)
    for passed, row in zip(told.passed_over, data["passed_over"], strict=True):
        (number,) = row["evidence"]
        assert (row["text"] or data["quotes"][number]["quote"]) == passed.text
        assert (row["reason"], row["detail"] or "") == (passed.reason, passed.detail)
    assert [row["text"] for row in data["passed_over"] if row["text"]] == ["other words"]
    assert {(row["rule"], row["path"]) for row in data["claims"]} == {(RULE, PATH)}


def test_the_days_are_those_of_claims_documents_and_the_agreement(zone_set: ZoneSet) -> None:
    data = payload(zone_set)
    assert data["dates"] == [day.isoformat() for day in days(zone_set)]
    assert {"2017-05-04", "2017-06-04"} < set(data["dates"])
    assert {claim["day"] for claim in data["claims"]} == {"2017-06-22", "2017-06-23"}
    assert [zone["days"] for zone in data["zones"]] == [["2017-06-23"]] * 4


def test_the_payload_grows_with_the_claims_and_not_with_claims_times_days(zone_set: ZoneSet) -> None:
    sizes = [len(json.dumps(told_daily(zone_set, count))) for count in (200, 400, 800)]
    assert sizes[2] - sizes[1] < 2.3 * (sizes[1] - sizes[0])
    assert sizes[2] < 2.3 * sizes[1]


def told_daily(zone_set: ZoneSet, count: int) -> object:
    """Return what a page holds of many claims, each of a day of its own, without the map under it."""
    claims = tuple(
        replace(
            zone_set.claims[number % len(zone_set.claims)],
            id=f"claim-{number}",
            said_on=date(2015, 1, 1) + timedelta(days=number),
        )
        for number in range(count)
    )
    data = payload(replace(zone_set, claims=claims))
    assert len(data["dates"]) >= count
    return {key: value for key, value in data.items() if key not in {"units", "places", "base"}}


def test_options_reach_the_page(zone_set: ZoneSet) -> None:
    data = payload(
        zone_set,
        on=date(2017, 6, 22),
        heading=Heading(title="A title"),
        language="ar",
        tiles=None,
        relief=False,
    )
    assert data["on"] == "2017-06-22"
    assert data["title"] == "A title"
    assert data["options"] == {"language": "ar", "relief": False, "tiles": None}
    assert data["base"]["relief"] is None
