"""Claims: which nationality, with what status, where, and who says so."""

from datetime import date

import pytest

from zones.reading.claim_reader import read_claims

FRIDAY = date(2017, 6, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan may send troops to Idlib.", [("KZ", "possible", "Idlib", None)]),
        ("Kazakhstan denied that it would send troops.", [("KZ", "denied", None, "Kazakhstan")]),
        ("Iran rejected Turkish troops.", [("TR", "rejected", None, "Iran")]),
        ("Turkey asked Egypt to send observers.", [("EG", "proposed", None, "Turkey")]),
        ("No German troops will go to Homs.", [("DE", "denied", "Homs", None)]),
        ("Kazakh troops will come only with a mandate.", [("KZ", "possible", None, None)]),
        ("Under the proposal Kazakh troops would go to Idlib.", [("KZ", "proposed", "Idlib", None)]),
        ("Kazakhstan agreed to send observers.", [("KZ", "agreed", None, None)]),
        ("Russia is in talks with Uzbekistan on sending observers.", [("UZ", "discussed", None, None)]),
        (
            "Russian troops will go to Idlib and Turkish troops to Homs.",
            [("RU", "planned", "Idlib", None), ("TR", "planned", "Homs", None)],
        ),
        (
            'Ibrahim Kalin said: "Our soldiers will be in Idlib."',
            [("TR", "planned", "Idlib", "Ibrahim Kalin")],
        ),
        (
            "Kyrgyz troops are planned in Idlib, Russian and Iranian servicemen near Damascus.",
            [
                ("KG", "planned", "Idlib", None),
                ("RU", "planned", "Damascus", None),
                ("IR", "planned", "Damascus", None),
            ],
        ),
        ("Turkish troops were ruled out.", [("TR", "rejected", None, None)]),
        ("Kazakh troops were refused by Iran.", [("KZ", "rejected", None, None)]),
        ("Turkey refuses to send troops.", [("TR", "denied", None, "Turkey")]),
        (
            "Turkey asked Egypt and Iraq to send observers.",
            [("EG", "proposed", None, "Turkey"), ("IQ", "proposed", None, "Turkey")],
        ),
        ("Oman and OMAN troops may come, us troops too.", []),
        ("US troops may come.", [("US", "possible", None, None)]),
        ("Its soldiers would be in Homs.", []),
        (
            '"Iran could send soldiers to Homs," Ibrahim Kalin said; Kyrgyzstan refused to send any troops.',
            [("IR", "possible", "Homs", "Ibrahim Kalin"), ("KG", "denied", None, "Kyrgyzstan")],
        ),
        ("No American troops will be sent to monitor the zones.", [("US", "denied", None, None)]),
        ("Russian officers who negotiated the deal gave no details.", []),
        (
            "Serbia's defence ministry has no information about sending observers to Daraa, it said.",
            [("RS", "unconfirmed", "Daraa", "Serbia's defence ministry")],
        ),
        (
            "Russia has proposed that Egyptian soldiers come, Faisal Haddadin, a general who advises Jordan, said.",
            [("EG", "proposed", None, "Faisal Haddadin")],
        ),
        (
            "The question of sending Tajik observers to Eastern Ghouta has not been raised, the embassy said.",
            [("TJ", "denied", "Eastern Ghouta", "the embassy")],
        ),
        ("Russia, Turkey and Iran differ over who will police it.", []),
        ("Lavrov said that other countries might be invited to send observers.", []),
        ("It was hard to agree on the borders of the zone for Russian troops.", []),
        (
            "Russia, Turkey and Iran said they had agreed to post observers in Idlib.",
            [(code, "agreed", "Idlib", "Russia, Turkey and Iran") for code in ("RU", "TR", "IR")],
        ),
        ("Kazakhstan is not in negotiations on sending troops.", [("KZ", "denied", None, None)]),
        (
            "Acting Assistant Secretary of State David Satterfield said no American soldiers would go to Idlib.",
            [("US", "denied", "Idlib", "David Satterfield")],
        ),
        ("Will Armenia also send soldiers to Idlib?", []),
        ("Iraq and Egypt may be invited to the Astana talks on Syria as observers.", []),
        ("Jordan has observer status at the talks on Idlib.", []),
        ("UN observers will go to Yemen to monitor the truce.", []),
        ("UN observers who served in Yemen will go to Syria.", [("UN", "planned", None, None)]),
        (
            "They agreed on joint Russian-Turkish patrols in Idlib.",
            [("RU", "agreed", "Idlib", None), ("TR", "agreed", "Idlib", None)],
        ),
        (
            "Minister Erlan Abdyldaev has denied that Kyrgyz soldiers will come, Dastan Bekeshev told reporters.",
            [("KG", "denied", None, "Erlan Abdyldaev")],
        ),
        (
            "Kyrgyz soldiers may come, President Almazbek Atambayev's office said.",
            [("KG", "possible", None, "President Almazbek Atambayev's office")],
        ),
        ("Our brothers in Oman were asked to send observers to Daraa.", [("OM", "proposed", "Daraa", None)]),
        ("Syrian troops will stay in Idlib.", []),
        ("Talks went on.", []),
    ],
)
def test_claims(scan_all, text, expected):
    found = read_claims(scan_all(text), FRIDAY)
    assert [
        (
            draft.nationality,
            str(draft.status),
            draft.place.text if draft.place else None,
            draft.voice.speaker.said_by if draft.voice.speaker else None,
        )
        for draft in found
    ] == expected


def test_a_claim_takes_up_the_topic_of_the_sentence_before(scan_all):
    found = read_claims(
        scan_all("Kazakhstan may send troops to Idlib. No decision has been made on that."), FRIDAY
    )
    assert [(draft.nationality, str(draft.status)) for draft in found] == [
        ("KZ", "possible"),
        ("KZ", "undecided"),
    ]


@pytest.mark.parametrize(
    "later",
    [
        "They would arrive in July.",
        "Its soldiers would arrive in July.",
        "Its minister said that it would send observers.",
        "Talks go on. Its soldiers would arrive in July.",
    ],
)
def test_a_pronoun_means_the_country_told_of(scan_all, later):
    found = read_claims(scan_all(f"Kazakhstan may send troops to Idlib. {later}"), FRIDAY)
    assert [(d.nationality, str(d.status)) for d in found] == [("KZ", "possible"), ("KZ", "planned")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lavrov said on Thursday that Kazakh troops will come.", date(2017, 6, 22)),
        ("On Thursday Lavrov said that Kazakh troops will come.", date(2017, 6, 22)),
        ("Troops are late, and on Thursday Lavrov said that Kazakh troops may come.", date(2017, 6, 22)),
        ("At a meeting on Thursday, Lavrov said that Kazakh troops will come.", date(2017, 6, 22)),
        ("Asked in Beijing on Thursday about it, Lavrov said Kazakh troops will come.", date(2017, 6, 22)),
        ("Lavrov said that Kazakh troops will come on Thursday.", None),
        ("Lavrov said that Kazakh troops will come.", None),
    ],
)
def test_the_day_on_which_it_was_said(scan_all, text, day):
    assert [draft.voice.said_on for draft in read_claims(scan_all(text), FRIDAY)] == [day]


def test_there_means_the_zone_just_defined(scan_all):
    scans = scan_all("The zone covers Idlib province. Kazakh troops will be there.")
    defined = [(scans[0].sentence.start, scans[0].sentence.end)]
    (claim,) = read_claims(scans, FRIDAY, defined)
    assert (claim.of_zone, claim.place) == (True, None)
