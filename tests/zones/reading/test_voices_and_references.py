"""Who says a claim, whom a pronoun means, and what is said of a matter told before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.zones.reading.claims import PUBLISHED, claims_of

SAYERS = [
    ("Peru will send soldiers to Syria, its defence minister Luis Vega said on Wednesday.", "Luis Vega"),
    ("Peru will send soldiers to Syria, said Luis Vega, the defence minister, on Wednesday.", "Luis Vega"),
    ("Luis Vega was quoted by the agency as saying that Peru would send soldiers to Syria.", "Luis Vega"),
    ("According to Luis Vega, Peru will send soldiers to Syria.", "Luis Vega"),
    ('Luis Vega met the press.\n"Peru will send soldiers to Syria," Luis Vega said.', "Luis Vega"),
    (
        "Peru will send soldiers to Syria, reported the Andina agency on Thursday, quoting the ministry.",
        "ministry",
    ),
    (
        "Omar Diaz spoke after Luis Vega, a general, had told the agency that Peru would send soldiers to Syria.",
        "Vega",
    ),
    ("Peru is said to have refused to send soldiers to Syria.", "Peru"),
    ("Peru's defence ministry has no information about Peruvian soldiers in Syria.", "ministry"),
    ("Peru will send soldiers to Syria, an intelligence officer in Lima said.", "officer"),
    ("On 3 October Peru's minister, Luis Vega, asked Oman to send soldiers to Syria.", "Luis Vega"),
    ("Luis Vega spoke. Peru's defence ministry will send soldiers to Syria, it said.", "ministry"),
    ("All is well, Luis Vega said; no decision on Peruvian soldiers for Syria had been taken.", "Luis Vega"),
    ("Peru will send soldiers to Syria, the state news agency Andina reported.", "Andina"),
    (
        "All is well, the Andina agency wrote. Peru has offered soldiers for Syria, according to the agency.",
        "Andina",
    ),
    ("Peruvian soldiers may go to Syria, an aide says, but Lopez says matter not settled", "Lopez"),
]


@pytest.mark.parametrize(("text", "name"), SAYERS)
def test_a_claim_is_said_by_who_says_it(text: str, name: str) -> None:
    claim = claims_of(text)[-1]
    assert claim.voice.speaker is not None
    assert name in claim.voice.speaker.said_by


@pytest.mark.parametrize(
    ("who", "said_by"),
    [
        ("Peru, Chad and Oman, having agreed in Oslo, Norway,", "Peru"),
        ("A source close to the rebels", "A source close to the rebels"),
    ],
)
def test_a_speaker_is_named_without_what_it_did(who: str, said_by: str) -> None:
    (claim, *_) = claims_of(f"{who} said that Peru may send soldiers to Syria.")
    assert claim.voice.speaker is not None
    assert claim.voice.speaker.said_by == said_by


def test_a_claim_that_nobody_is_named_for_has_no_speaker() -> None:
    (claim,) = claims_of("Luis Vega arrived on Monday. Peru will send soldiers to Syria.")
    assert claim.voice.speaker is None
    assert claim.voice.said_on is None


@pytest.mark.parametrize(
    "text",
    [
        "Luis Vega said all is well. The patrols in Syria may be joined by Peruvian soldiers, it said.",
        "Luis Vega met voters on Monday; no decision on Peruvian soldiers for Syria had been taken.",
        "All is well, Luis Vega said. Peru has offered soldiers for Syria, according to the daily.",
    ],
)
def test_what_may_be_another_s_words_has_not_the_last_speaker(text: str) -> None:
    speaker = claims_of(text)[-1].voice.speaker
    assert speaker is None or "Vega" not in speaker.said_by


def test_a_speaker_who_is_taken_up_goes_on_with_what_was_said_that_day() -> None:
    said = "A source of one side said on Wednesday that all is well. According to {}, Peru will send soldiers to Syria."
    (same,) = claims_of(said.format("the source"))
    (other,) = claims_of(said.format("the ministry"))
    assert (same.voice.said_on, other.voice.said_on) == (date(2018, 3, 7), None)


SAME_DAY = [
    ("He added that Omani police could go to Hama.", True),
    ("Harib also said Omani police could go to Hama.", False),
    ("It rained. He said Omani police could go to Hama.", True),
    ("Peru objected, its envoy said. Harib said Omani police could go to Hama.", False),
    ("He had said earlier that Omani police could go to Hama.", False),
    ("Peru's envoy added that Omani police could go to Hama.", False),
    ("On Friday he added that Omani police could go to Hama.", False),
]


@pytest.mark.parametrize("line", ["\n", " "])
@pytest.mark.parametrize(("then", "same"), SAME_DAY)
def test_who_speaks_on_speaks_on_the_same_day(then: str, same: bool, line: str) -> None:
    said = "Oman will send observers to Homs, Foreign Minister Said Harib said on Thursday."
    first, last = claims_of(f"{said}{line}{then}")
    assert first.voice.said_on == date(2018, 3, 8)
    assert (last.voice.said_on == first.voice.said_on) is same


def test_a_ministry_that_is_taken_up_speaks_on_the_same_day() -> None:
    said = "Oman will send men to Homs, the defence ministry said on Thursday. The {} said Omani police may go there."
    days = [claims_of(said.format(who))[-1].voice.said_on for who in ("ministry", "embassy")]
    assert days == [date(2018, 3, 8), None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"There will be no presence of Peruvian forces," the minister told reporters in Damascus.', None),
        ("The minister told reporters in Damascus that Peruvian forces would watch the truce.", None),
        ("In Idlib, the minister said, Peruvian forces will watch the truce.", "Idlib"),
        ("The minister said in Damascus that Peruvian forces would be posted in Hama.", "Hama"),
    ],
)
def test_where_somebody_speaks_is_not_where_forces_go(text: str, place: str | None) -> None:
    (claim,) = claims_of(text)
    assert (claim.place.text if claim.place else None) == place


def test_the_day_is_that_of_the_saying() -> None:
    (claim,) = claims_of(SAYERS[0][0])
    assert (PUBLISHED, claim.voice.said_on) == (date(2018, 3, 9), date(2018, 3, 7))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru and Oman were asked for observers. Both will send soldiers to Syria.",
            {"PE planned", "OM planned"},
        ),
        ("Oman and its minister spoke of Peru. They may send soldiers to Syria.", set()),
        ("Peru spoke with Oman about Syria. It may send soldiers to Syria.", set()),
        ("The envoy of Peru may watch the ceasefire in Syria.", set()),
    ],
)
def test_a_pronoun_means_who_it_can_only_mean(text: str, expected: set[str]) -> None:
    last = text.rindex(". ") + 2 if ". " in text else 0
    found = {f"{c.nationality} {c.status}" for c in claims_of(text) if c.span[0] >= last}
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Oman were invited to send monitors to Syria; they have not decided yet.", "undecided"),
        ("Peru was asked to send soldiers to Syria. The question was not discussed.", "denied"),
        ("Peru was asked to send soldiers to Syria. No decision has been made.", "undecided"),
    ],
)
def test_what_is_said_of_a_matter_told_before_is_a_claim(text: str, expected: str) -> None:
    assert expected in {str(claim.status) for claim in claims_of(text)}


def test_a_few_quoted_words_do_not_go_on_with_the_last_quotation() -> None:
    text = (
        'Omar Diaz said: "Oman is in talks with nobody about sending soldiers to Syria."\n'
        'Luis Vega had spoken of "a request to the brothers in Oman" about it.'
    )
    *_, last = claims_of(text)
    assert last.voice.speaker is None or last.voice.speaker.said_by != "Omar Diaz"


def test_what_becomes_of_one_country_is_not_another_s() -> None:
    text = "Oman has agreed to send soldiers to Syria, while Peru has yet to make up its mind."
    assert {f"{c.nationality} {c.status}" for c in claims_of(text)} == {"OM agreed"}


def test_a_matter_of_another_kind_is_not_taken_up() -> None:
    found = claims_of(
        "Peru was asked to send soldiers to Syria. No decision on the price of oil has been made."
    )
    assert {str(claim.status) for claim in found} == {"proposed"}
