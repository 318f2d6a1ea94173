"""Which claims stand against which: the pairs behind a standing that is disputed."""

from __future__ import annotations

from dataclasses import replace

import pytest

import zones
from zones.disputes import disputes
from zones.status import AFFIRMING, REFUSING, Status


@pytest.fixture(scope="module")
def told() -> zones.ZoneSet:
    return zones.load()


def test_a_standing_is_disputed_where_a_pair_of_its_claims_is(told: zones.ZoneSet) -> None:
    pairs = {(pair.refusing, pair.affirming) for pair in disputes(told.claims)}
    for standing in told.standing():
        inside = {pair for pair in pairs if set(pair) <= set(standing.claims)}
        assert bool(inside) == standing.disputed, standing
    in_standings = {
        pair for pair in pairs for standing in told.standing() if set(pair) <= set(standing.claims)
    }
    assert in_standings == pairs


def test_other_nations_and_other_zones_dispute_nothing(told: zones.ZoneSet) -> None:
    claim = told.claims[0]
    other = replace(claim, id="other", status=Status.DENIED)
    assert disputes((claim, other))
    assert not disputes((claim, replace(other, nationality="FR")))
    assert not disputes((claim, replace(other, zone="northern-homs")))
    assert disputes((claim, replace(other, zone=None)))


def test_who_has_no_word_on_it_disputes_nothing(told: zones.ZoneSet) -> None:
    silent = set(Status) - AFFIRMING - REFUSING
    assert silent == {Status.UNDECIDED, Status.UNCONFIRMED}
    claim = replace(told.claims[0], status=Status.DENIED)
    assert not [s for s in silent if disputes((claim, replace(claim, id="other", status=s)))]
