"""What the parser gets wrong and the repairs put right, seen in the trees of sentences."""

from __future__ import annotations

import pytest

from zones.reading.sentence import parser
from zones.reading.sentence.tree import Tree
from zones.reading.tokens import sentences


def tree(text: str) -> Tree:
    (found,) = parser.parse(text, sentences(text))
    return found


def relations(text: str) -> dict[str, tuple[str, str]]:
    return {word.text: (word.relation, word.head.text) for word in tree(text)}


@pytest.fixture
def unrepaired(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "repaired", lambda rows: rows)


PARTICIPLES = [
    ("Monitoring forces will be stationed in Hama.", ("nsubjpass", "stationed")),
    ("Monitoring the forces will be allowed in Hama.", ("dobj", "Monitoring")),
]


@pytest.mark.parametrize(("text", "forces"), PARTICIPLES)
def test_what_is_stationed_is_the_forces_and_not_to_monitor_them(text: str, forces: tuple[str, str]) -> None:
    assert relations(text)["forces"] == forces


SPEAKERS = [
    ("Peru may send soldiers, stated an official.", "official", "stated"),
    ("Oman will send soldiers to Syria, a source told the agency on Monday.", "source", "told"),
    ("Peru will send soldiers to Syria, its minister Luis Vega said on Monday.", "minister", "said"),
]


@pytest.mark.parametrize(("text", "speaker", "verb"), SPEAKERS)
def test_who_speaks_is_the_subject_of_the_verb_of_saying(text: str, speaker: str, verb: str) -> None:
    assert relations(text)[speaker] == ("nsubj", verb)


@pytest.mark.parametrize(("text", "verb", "said"), [(text, verb, "send") for text, _, verb in SPEAKERS[1:]])
def test_what_is_said_before_its_speaker_hangs_on_the_verb_of_saying(text: str, verb: str, said: str) -> None:
    found = relations(text)
    assert found[verb][0] == "ROOT"
    assert found[said] == ("ccomp", verb)


def test_a_semicolon_parts_clauses() -> None:
    text = "Jordan and Egypt have been invited to send monitors to Syria; they have not decided yet."
    assert relations(text)["invited"] == ("parataxis", "decided")


@pytest.mark.usefixtures("unrepaired")
def test_the_parser_still_needs_the_repair_of_the_semicolon() -> None:
    text = "Jordan and Egypt have been invited to send monitors to Syria; they have not decided yet."
    assert relations(text)["invited"] == ("ccomp", "decided")


MENDED = [
    (
        "Peru and Oman agreed to make sure that rebels leave areas near the border and to start joint patrols.",
        "start",
        "conj",
        "make",
    ),
    ("Damascus does not agree to Peru having a role in Idlib.", "Peru", "nsubj", "having"),
    (
        "Sweden's foreign minister called yesterday for a force of Danes in Afrin.",
        "minister",
        "nsubj",
        "called",
    ),
    ("On 3 October Peru's minister, Luis Vega, asked Oman to send soldiers.", "minister", "nsubj", "asked"),
    (
        "His government rejects whatever part Switzerland or other “neutral forces” might play in it.",
        "Switzerland",
        "nsubj",
        "play",
    ),
    (
        (
            "On 22 June the Turkish presidential spokesman, Ibrahim Kalin, proposed sending Indonesian and Malaysian "
            "observers to Hama."
        ),
        "spokesman",
        "nsubj",
        "proposed",
    ),
    ("The leaders of Peru, says the paper, are urged to send troops.", "leaders", "nsubjpass", "urged"),
    (
        "The largest of the zones, he said according to Omani media, covers Hama province.",
        "largest",
        "nsubj",
        "covers",
    ),
    (
        "The biggest of these zones, a spokesman told the agency, will take in Hama province.",
        "biggest",
        "nsubj",
        "take",
    ),
    ("Peru has agreed, the embassy said, to send soldiers to Syria.", "send", "xcomp", "agreed"),
    ("Peru dismissed as invented a report that Omani soldiers would go.", "report", "dobj", "dismissed"),
    ("The protocol foresees that Peruvian troops patrol Hama.", "patrol", "ccomp", "foresees"),
    (
        "The third zone, which is the largest and stretches from Hama to Homs, is closed.",
        "stretches",
        "conj",
        "is",
    ),
    (
        "A spokesman said the ministry had no information on its troops possibly taking part in it.",
        "information",
        "dobj",
        "had",
    ),
    ("Oman is “very optimistic” about Peru and Chad taking part in a force.", "Peru", "nsubj", "taking"),
    ("The three states, Oman, Peru and Chad, each agreed to send observers.", "each", "advmod", "agreed"),
    ("Talks were being held, officials said, with Oman and Peru about troops.", "with", "prep", "held"),
    ("The guarantors of the truce in Syria, Peru and Oman, agreed.", "Peru", "appos", "guarantors"),
    ("Omani forces will operate outside Idlib and Chadian forces inside.", "Idlib", "pobj", "outside"),
    ("Omar Diaz spoke after Luis Vega, a general, had told the agency.", "Vega", "nsubj", "told"),
    (
        "Oman made a deal under which Peruvian forces are to drive out fighters, and have agreed to patrol.",
        "agreed",
        "conj",
        "are",
    ),
    ("On Monday, Peru and Oman, which agreed, and Chad may send soldiers to Idlib.", "Peru", "nsubj", "send"),
    ("On Monday, Peru and Oman, which agreed, and Chad may send soldiers to Idlib.", "Chad", "conj", "Oman"),
    ("Jordan would like it to be widened to Sweida province.", "it", "nsubjpass", "widened"),
    ("The truce will hold for 48 hours in Hama.", "in", "prep", "hold"),
    ("The zones proposed last Thursday cover Idlib province and northern Homs.", "zones", "nsubj", "cover"),
    ("The zones agreed on in May cover Idlib province.", "zones", "nsubj", "cover"),
    ("The envoy obtained the consent of Peru to send about 500 soldiers to Syria.", "send", "acl", "consent"),
    ("Oman gave its consent to Peru sending observers to Idlib.", "Peru", "nsubj", "sending"),
]


@pytest.mark.parametrize(("text", "word", "relation", "head"), MENDED)
def test_what_was_hung_on_another_word_comes_back(text: str, word: str, relation: str, head: str) -> None:
    assert relations(text)[word] == (relation, head)


def test_a_second_from_hangs_beside_the_first() -> None:
    found = tree("It is patrolled by men from Peru, which is an ally, and from Oman, which stands by.")
    assert [word.text for word in found.words[4].objects("from")] == ["Peru", "Oman"]


@pytest.mark.usefixtures("unrepaired")
@pytest.mark.parametrize(("text", "word", "relation", "head"), MENDED)
def test_the_parser_still_hangs_it_elsewhere(text: str, word: str, relation: str, head: str) -> None:
    assert relations(text)[word] != (relation, head)


@pytest.mark.parametrize(
    "text",
    [
        "Peru will send soldiers and told the agency.",
        "The states that met in Syria, Iraq and Oman agreed.",
        "The guarantors of the truce spoke in Syria, Iraq and Oman, and agreed.",
        "Omani forces will operate outside the Idlib and Hama provinces.",
        "The posts will be set up by Omani and Peruvian troops.",
        "Peru sent soldiers, and a source told the agency of it.",
        "Peru sent soldiers, as a source told the agency.",
        "The minister said that Peru would send soldiers.",
        "Peru decided that it will send soldiers.",
        "Peru has a plan that would work.",
        "The ministry had no information.",
        "Peru is kept by troops from Oman and from Chad.",
        "Each agreed to send observers.",
        "On 3 October Peru asked Oman to send soldiers.",
        "On Monday the minister of Peru spoke.",
        "Oman told Peru that it would be asked.",
        "Officials said they had held talks with Peru about troops.",
        "Oman and Chad made a deal that their forces are bound by, and have agreed to send observers.",
    ],
)
def test_what_is_right_is_left_alone(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    mended = relations(text)
    monkeypatch.setattr(parser, "repaired", lambda rows: rows)
    assert mended == relations(text)


def test_a_place_stays_with_hours_that_are_not_counted() -> None:
    assert relations("The truce will hold for the first hours in Hama.")["in"] == ("prep", "hours")
