"""Which sentences are told of though nothing is made of them."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import PUBLISHED, mentions_of, reading_of
from zones.reading.claim_reader import read_claims

TOLD = [
    "Under this deal Syria would get four safe zones.",
    "The memorandum on establishing security zones in Syria was signed in Muscat.",
    "Envoys reached agreement on a safe zone in Wadi Fulan.",
    "The parties had agreed to respect the zone.",
    "Rebels in Rastan reached a deal with the Omani side on Tuesday.",
    "Peru undertook to halt the bombing of Daraa.",
    "A Peruvian office that would monitor events may open in Damascus.",
    "Two dozen towns in Homs joined the truce agreement.",
    "The president will decide on the possibility of a Peruvian contribution.",
    "The troops have pulled back as much as 14 km from the border.",
    "Things will be kept as they are in the region of Manbij, to a depth of 32 km.",
    "A safe zone has been set up near Azaz.",
]
LEFT_ALONE = [
    "Prices in the zone rose by half last winter.",
    "The zones look peaceful from the air.",
    "The memorandum was signed in Muscat.",
    "Truce talks go on in Muscat.",
    "A deal between Peru and Oman came into force on Tuesday.",
    "The bombing of Daraa went on all night.",
    "A Peruvian office monitors prices in Damascus.",
    "Flights in the zone are banned and will be punished.",
    "Two dozen men in Homs joined the rebels.",
    "The president will decide on a contribution.",
    "Families have left Homs.",
    "A safe zone near Azaz has few doctors.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_sentence_on_a_zone_that_is_agreed_or_to_come_is_told_of(text: str) -> None:
    assert [passed.span for passed in reading_of(text).passed] == [(0, len(text))]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_sentence_on_life_in_a_zone_is_not(text: str) -> None:
    assert reading_of(text).passed == ()


def test_what_a_headline_says_of_a_zone_is_left_to_its_article() -> None:
    headline = mentions_of("Oman and Peru agree on a safe zone", headline=True)
    assert read_claims(headline, PUBLISHED).passed == ()


def test_who_else_is_asked_about_a_matter_told_is_told_of() -> None:
    asked = "Oman and Peru have been approached about a contribution."
    assert [one.detail for one in reading_of(f"Chad may send soldiers to Idlib. {asked}").passed] == [""]
    assert reading_of(asked).passed == ()
