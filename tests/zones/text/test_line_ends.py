"""Which line ends part nothing, and which were meant: paragraphs, rows, headlines, verse, words parted by a hyphen."""

from __future__ import annotations

import pytest

from zones.text.typography import reading_text

PARAGRAPH = (
    "The first zone covers Idlib province and adjoining districts of Hama, Aleppo and Latakia provinces. "
    "The second zone takes in the northern part of Homs province."
)
WRAPPED = """\
The first zone covers Idlib province and adjoining districts
of Hama, Aleppo and Latakia provinces. The second zone takes
in the northern part of Homs province.
"""


def read(page: str) -> list[str]:
    """The lines that are read of a page."""
    return [line.strip() for line in reading_text(page).text.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (WRAPPED, [PARAGRAPH]),
        (WRAPPED.replace("\n", "\r\n"), [PARAGRAPH]),
        (WRAPPED.replace("\n", "   \n"), [PARAGRAPH]),
        ("    " + WRAPPED.replace("\n", "\n    "), [PARAGRAPH]),
        (f"   {WRAPPED}   {WRAPPED}", [PARAGRAPH, PARAGRAPH]),
        (f"{WRAPPED}\n{WRAPPED}", [PARAGRAPH, PARAGRAPH]),
        (f"{WRAPPED}{WRAPPED}", [PARAGRAPH, PARAGRAPH]),
        (f"He wrote:\n> {WRAPPED.strip()}".replace("\n", "\n> ").replace("> > ", "> "), ["He wrote:", PARAGRAPH]),
        (f">> {WRAPPED.strip()}".replace("\n", "\n>> "), [PARAGRAPH]),
        (f"Four zones agreed, diplomats say\n{WRAPPED}", ["Four zones agreed, diplomats say", PARAGRAPH]),
        (f"Four zones agreed\n23 June 2017\n{WRAPPED}", ["Four zones agreed", "23 June 2017", PARAGRAPH]),
        (f"Four zones agreed\nBy Nadia Haddad\n{WRAPPED}", ["Four zones agreed", "By Nadia Haddad", PARAGRAPH]),
        (
            f"Four zones agreed in talks of Russia, Turkey and Iran, say\ndiplomats\n\n{WRAPPED}",
            ["Four zones agreed in talks of Russia, Turkey and Iran, say diplomats", PARAGRAPH],
        ),
        (f"{WRAPPED}\nWhat comes next\n{WRAPPED}", [PARAGRAPH, "What comes next", PARAGRAPH]),
        ("The zone covers Idlib province\nand the districts of Hama\nwhere the truce holds.", [
            "The zone covers Idlib province and the districts of Hama where the truce holds."]),
        ("They spoke in Astana on May\n4. The zone covers the whole of Idlib province and parts of\nHama province.", [
            "They spoke in Astana on May 4. The zone covers the whole of Idlib province and parts of Hama province."]),
        ("- Idlib province and adjoining districts of Hama\n  province\n- the northern part of Homs\n  province", [
            "- Idlib province and adjoining districts of Hama province", "- the northern part of Homs province"]),
        ("1. Idlib province and adjoining districts of Hama\nprovince\n2. the northern part of Homs\nprovince", [
            "1. Idlib province and adjoining districts of Hama province", "2. the northern part of Homs province"]),
        ("Q: Will they come to the zones that were agreed in Astana in\nMay?\nA: They will come to Idlib and\nHoms.", [
            "Q: Will they come to the zones that were agreed in Astana in May?",
            "A: They will come to Idlib and Homs."]),
    ],
)  # fmt: skip
def test_lines_that_a_width_parted_are_joined(page: str, expected: list[str]) -> None:
    assert read(page) == expected


VERSE = "The guns fell silent over Homs,\nThe river ran to Hama slow,\nThe valley lay in black and loam"
ROWS = (
    "Idlib province and adjoining districts of Hama province\nthe northern part of Homs province\nEastern Ghouta\n"
    "parts of Daraa and Quneitra provinces"
)


@pytest.mark.parametrize(
    "lines",
    [
        VERSE,
        f"The four zones are:\n\n{ROWS}",
        f"The four zones are:\n{ROWS}",
        ROWS,
        "- Idlib province\n- Northern Homs\n- Eastern Ghouta",
        "1. Idlib province\n2. Northern Homs",
        "Zone | Province | Monitors\n1 | Idlib | Turkey",
        "Zone\tProvince\n1\tIdlib",
        "Ministry of Foreign Affairs\n31 Tauelsizdik Street\nAstana\nKazakhstan",
        "For the Russian Federation\nFor the Republic of Turkey\nFor the Islamic Republic of Iran",
        "LAVROV: We agreed on four zones in the north of the country.\nSAFADI: They will be watched.",
        "16:40 Delegates file back.\n16:55 The minister speaks.",
        "The first zone covers Idlib province.\nThe second covers Homs.\nThe third covers Eastern Ghouta.",
        "Talks go on\nZones agreed for Syria\n23 June 2017",
    ],
)
@pytest.mark.parametrize("beside", ["", f"\n\n{WRAPPED}"])
def test_lines_that_were_meant_stay_lines(lines: str, beside: str) -> None:
    kept = [line for line in lines.splitlines() if line]
    assert read(lines + beside)[: len(kept)] == kept


@pytest.mark.parametrize(
    ("parted", "word"),
    [
        ("prov-\nince", "province"),
        ("adjoin-\ning", "adjoining"),
        ("prov-  \n   ince", "province"),
        ("prov-\r\nince", "province"),
        ("prov\xad\nince", "province"),
        ("Kazakh-\nstan", "Kazakhstan"),
        ("Leba-\nnon", "Lebanon"),
        ("Turkish-\nbacked", "Turkish-backed"),
        ("Kurdish-\nled", "Kurdish-led"),
        ("U.S.-\nled", "U.S.-led"),
        ("UN-\nbrokered", "UN-brokered"),
        ("al-\nNusra", "al-Nusra"),
        ("Jisr al-\nShughur", "Jisr al-Shughur"),
        ("32-\nkilometre", "32-kilometre"),
        ("de-\nescalation", "de-escalation"),
        ("co-\noperation", "co-operation"),
        ("north-\nwest", "north-west"),
        ("south-\neastern", "south-eastern"),
        ("north-\nern", "northern"),
        ("sub-\ndistrict", "sub-district"),
        ("sub-\nmitted", "submitted"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_word_has_it(parted: str, word: str) -> None:
    (line,) = read(f"It was told of the {parted} that the zone covers Idlib.")
    assert line == f"It was told of the {word} that the zone covers Idlib."


@pytest.mark.parametrize(
    ("elsewhere", "word"),
    [("a border-line", "border-line"), ("a borderline", "borderline"), ("a line", "borderline")],
)
def test_how_a_text_writes_a_word_elsewhere_decides(elsewhere: str, word: str) -> None:
    assert read(f"It is {elsewhere} case. They drew the border-\nline anew.")[0].endswith(f"the {word} anew.")


def test_the_second_part_of_a_parted_word_is_no_word_of_the_text() -> None:
    assert read("The zone covers Idlib pro-\nvince and Homs pro-\nvince.") == [
        "The zone covers Idlib province and Homs province."
    ]


def test_a_dash_is_no_hyphen() -> None:
    assert read("The zone -\nIdlib province -\nis quiet.") == ["The zone -", "Idlib province -", "is quiet."]
