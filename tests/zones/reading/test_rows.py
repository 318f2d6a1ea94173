"""Zones told line by line."""

import pytest

from zones.reading.zone_reader import read_zones

FOUR = [
    ("Idlib", "whole SY07"),
    ("Northern Homs", "sector SY04 0"),
    ("Eastern Ghouta", "region Eastern Ghouta"),
]


@pytest.mark.parametrize(
    "text",
    [
        "The memorandum names three zones:\n1. Idlib province;\n2. northern Homs;\n3. Eastern Ghouta.",
        "The three zones are as follows.\n- Idlib province\n- northern Homs\n- Eastern Ghouta",
        "These zones are established:\n(a) Idlib province;\n(b) northern Homs;\n(c) Eastern Ghouta.",
        "They met.\nZone 1: Idlib province\nZone 2: northern Homs\nZone 3: Eastern Ghouta",
        "First zone: Idlib province\nSecond zone: northern Homs\nThird zone: Eastern Ghouta",
        "The three zones and what they cover\nNo. 1 | Idlib province\nNo. 2 | northern Homs\nNo. 3 | Eastern Ghouta",
        "Zone | Guarantor | Area\n1 | TR | Idlib province\n2 | RU | northern Homs\n3 | RU | Eastern Ghouta",
    ],
    ids=["numbers", "bullets", "letters", "zones", "ordinals", "table", "columns"],
)
def test_a_zone_a_row(mentions_all, told, text):
    drafts, *_ = read_zones(mentions_all(text))
    assert [(draft.name, told(draft.area)) for draft in drafts] == FOUR


def test_rows_of_one_zone(mentions_all, told):
    text = "The de-escalation zone covers:\n• Idlib province;\n• northern Homs.\nTalks went on."
    (draft,), *_ = read_zones(mentions_all(text))
    assert told(draft.area) == "whole SY07 + sector SY04 0"
    assert len(draft.spans) == 3, "it rests on the sentence that announces the rows, too"


def test_a_row_is_known_by_its_number(mentions_all, told):
    text = "The two zones are:\n1. Idlib province\n2. northern Homs\nThe second zone also includes Afrin district."
    drafts, *_ = read_zones(mentions_all(text))
    assert [told(draft.area) for draft in drafts] == ["whole SY07", "sector SY04 0 + whole SY0203"]


def test_an_answer_after_a_question(mentions_all, told):
    (draft,), *_ = read_zones(mentions_all("So what does this zone cover?\nAll of Idlib province."))
    assert told(draft.area) == "whole SY07"


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell outside the zone:\n- Idlib province\n- northern Homs",
        "Fighting went on.\n1. Idlib province\n2. northern Homs",
        "The zones are quiet.\nTalks went on.\n1. Idlib province",
        "The zones are these:\n1. Talks in Idlib province were held.",
    ],
)
def test_rows_that_are_no_zones(mentions_all, text):
    assert read_zones(mentions_all(text))[0] == []


TEN = ["Idlib", "Homs", "Daraa", "Quneitra", "Latakia", "Tartus", "Raqqa", "Hasakah", "Hama", "Aleppo"]
ORDER = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]


@pytest.mark.parametrize(
    "labels",
    [
        [f"({number})" for number in ROMAN],
        [f"{number}." for number in range(1, 11)],
        [f"{number})" for number in range(1, 11)],
        [f"{number} |" for number in range(1, 11)],
        [f"{number}:" for number in range(1, 11)],
        [f"{number} -" for number in range(1, 11)],
        [f"{number} --" for number in range(1, 11)],
        [f"{word.capitalize()} zone:" for word in ORDER],
        [f"Zone {number}:" for number in range(1, 11)],
    ],
    ids=lambda labels: labels[8],
)
def test_every_label_tells_its_number_in_any_order(mentions_all, told, labels):
    rows = [f"{label} {name} province" for label, name in zip(labels, TEN, strict=True)]
    drafts, *_ = read_zones(mentions_all("\n".join(["The zones are:", *rows[::-1]])))
    assert [(draft.name, sorted(draft.keys)) for draft in drafts[::-1]] == [
        (name, [key]) for name, key in zip(TEN, ORDER, strict=True)
    ]


@pytest.mark.parametrize("bullet", ["-", "•", "*", "·", "▪", "◦", "–"])
def test_every_bullet(mentions_all, bullet):
    drafts, *_ = read_zones(mentions_all(f"The zones are:\n{bullet} Idlib province\n{bullet} Hama province"))
    assert [draft.name for draft in drafts] == ["Idlib", "Hama"]
