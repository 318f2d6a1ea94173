"""Which sentences are told of though nothing is made of them."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import reading_of

TOLD = [
    "Under this deal Syria would get four safe zones.",
    "The memorandum on establishing security zones in Syria was signed in Muscat.",
    "Envoys reached agreement on a safe zone in Wadi Fulan.",
    "The parties had agreed to respect the zone.",
]
LEFT_ALONE = [
    "Prices in the zone rose by half last winter.",
    "The zones look peaceful from the air.",
    "The memorandum was signed in Muscat.",
    "Truce talks go on in Muscat.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_sentence_on_a_zone_that_is_agreed_or_to_come_is_told_of(text: str) -> None:
    assert [passed.span for passed in reading_of(text).passed] == [(0, len(text))]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_sentence_on_life_in_a_zone_is_not(text: str) -> None:
    assert reading_of(text).passed == ()
