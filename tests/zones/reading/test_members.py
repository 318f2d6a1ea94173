"""Groups of countries whose members the text lists, and governments that it named before."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import claims_of

GROUPS = [
    (
        "Observers from the BRICS countries (Brazil, India and China) could be sent to Homs.",
        {"BR", "IN", "CN"},
    ),
    ("Observers from the Andean group - Peru and Chile - should be sent to Homs.", {"PE", "CL"}),
    ("Peacekeepers from Gulf states, including Oman and Qatar, may be sent to Daraa.", {"OM", "QA"}),
    ("Members of the alliance, namely Oman and Chad, will patrol the zone in Idlib.", {"OM", "TD"}),
    ("Observers from NATO (Denmark and Norway) could be sent to Homs.", {"DK", "NO"}),
    ("Observers from Geneva (Switzerland) and the BBC could be sent to Homs.", set()),
    (
        "Observers from members of the Eastern Treaty Organisation (Chad and Mali) may go to Homs.",
        {"TD", "ML"},
    ),
    (
        "Observers from Gulf states (Oman, Qatar), Nordic countries (Norway) and the CIS (Chad) may be sent to Homs.",
        {"OM", "QA", "NO", "TD"},
    ),
    (
        "The observers in Homs could come from two alliances: the Gulf states (Oman) and the Baltic states (Latvia).",
        {"OM", "LV"},
    ),
    (
        "Observers from two groups could be sent to Homs: the Gulf states (Oman) and the Baltic states (Latvia).",
        {"OM", "LV"},
    ),
    ("Observers from Gulf states (Qatar, not Oman) could be sent to Homs.", {"QA"}),
    ("Observers from the Gulf states (Qatar and Kuwait, but not Oman) could be sent to Homs.", {"QA", "KW"}),
    ("Observers from the Gulf states (except Oman) could be sent to Homs.", set()),
    ("Observers from the Gulf states (all but Oman) could be sent to Homs.", set()),
    ("Observers from the Gulf states could be sent to Homs (Oman and Qatar objected).", set()),
    ("Arab states (Oman, Qatar) will host talks on observers for Homs.", set()),
    ("Arab states (Oman, Qatar) thanked the observers in Homs.", set()),
    ("The guarantors of the truce in Syria, Peru and Oman, will send observers to Idlib.", {"PE", "OM"}),
    ("The guarantors of the truce in Homs, Hama and Daraa will send observers to Idlib.", set()),
    ("Chad is among the countries that have offered to send observers to Homs.", {"TD"}),
    (
        "Soldiers would be sent to Homs from the LUMA states (Laos) and from other countries such as Peru.",
        {"LA", "PE"},
    ),
    ("Soldiers would be sent to Homs from the LUMA countries and from bases of the Treaty.", set()),
]


@pytest.mark.parametrize(("text", "codes"), GROUPS)
def test_the_members_of_a_group_send_where_the_text_lists_them(text: str, codes: set[str]) -> None:
    assert {claim.nationality for claim in claims_of(text)} == codes


GOVERNMENTS = [
    ("The German government met. {} is thinking about sending observers to Idlib.", {"DE"}, {"DE"}),
    ("The German government met. It rained. {} is thinking about sending observers to Idlib.", {"DE"}, set()),
    ("The German and Austrian governments met. {} wants to send observers to Idlib.", set(), set()),
    ("The Syrian government met. {} is thinking about sending observers to Idlib.", set(), set()),
    ("Rebels met. {} is thinking about sending observers to Idlib.", set(), set()),
]


@pytest.mark.parametrize(("text", "federal", "plain"), GOVERNMENTS)
def test_the_government_is_that_of_the_country_told_before(
    text: str, federal: set[str], plain: set[str]
) -> None:
    for who, codes in (("The federal government", federal), ("The government", plain)):
        assert {claim.nationality for claim in claims_of(text.format(who))} == codes, who


def test_a_federal_government_is_nobody_s_where_two_are_named() -> None:
    text = "The German government met the Austrian government. The federal government plans to send observers to Idlib."
    assert claims_of(text) == ()
