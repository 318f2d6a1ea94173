"""Who says what, when and through whom."""

from datetime import date

import pytest

from zones.reading.speech import acts, attributions

FRIDAY = date(2017, 6, 23)
THURSDAY = date(2017, 6, 22)


@pytest.mark.parametrize(
    ("text", "speaker", "second", "said_on", "outlet"),
    [
        ("Lavrov said the zone would be monitored.", "Lavrov", None, None, None),
        ('"We will send troops," said the source.', "the source", None, None, None),
        (
            "The minister told reporters in Moscow on Thursday that it was so.",
            "The minister",
            None,
            THURSDAY,
            None,
        ),
        ("According to Interfax, Kazakhstan may send troops.", "", None, None, "Interfax"),
        ("According to the spokesman, Heather Nauert, it is.", "the spokesman", "Heather Nauert", None, None),
        ("Interfax quoted a source as saying that it is.", "a source", None, None, "Interfax"),
        ("Kalin was quoted by Haberturk as saying that it is.", "Kalin", None, None, "Haberturk"),
        (
            "Ibrahim Kalin, the spokesman, said on Thursday that it is.",
            "Ibrahim Kalin",
            "the spokesman",
            THURSDAY,
            None,
        ),
        ("On Friday the minister said that it is.", "the minister", None, FRIDAY, None),
        ("Putin, the president, told Interfax that he agreed.", "Putin", "the president", None, "Interfax"),
        ("According to Enab Baladi news agency, it is.", "", None, None, "Enab Baladi"),
        ("He told Enab Baladi news agency on Thursday that it is.", "He", None, THURSDAY, "Enab Baladi"),
        ("The Anadolu Agency quoted him as saying that it is.", "him", None, None, "Anadolu Agency"),
        ("A diplomat was quoted as saying that it is.", "A diplomat", None, None, None),
        (
            "Interfax quoted Sergei Lavrov, the minister, as saying that it is.",
            "Sergei Lavrov",
            "the minister",
            None,
            "Interfax",
        ),
        ("Lavrov on Thursday said that it is.", "Lavrov", None, THURSDAY, None),
        ("Lavrov also said that it is.", "Lavrov", None, None, None),
        ("It is so, the minister said on Thursday.", "the minister", None, THURSDAY, None),
        ("It is so, Lavrov told Interfax.", "Lavrov", None, None, "Interfax"),
        ("In a statement on Thursday, the ministry said that it is.", "the ministry", None, THURSDAY, None),
        ("Speaking in Moscow on 22 June, Lavrov said that it is.", "Lavrov", None, THURSDAY, None),
        ("Asked on Thursday about it, Lavrov said that it is.", "Lavrov", None, THURSDAY, None),
        ("Sources said on June 22 that it is so within two days.", "Sources", None, THURSDAY, None),
        ("Lavrov said within two days it is.", "Lavrov", None, None, None),
        ("The plan, he said, is good.", "he", None, None, None),
        (
            "The spokesman for the presidency, Ibrahim Kalin, said it is.",
            "The spokesman for the presidency",
            "Ibrahim Kalin",
            None,
            None,
        ),
    ],
)
def test_attributions(scan_one, text, speaker, second, said_on, outlet):
    scan = scan_one(text)
    (found,) = attributions(scan, FRIDAY)
    assert "".join(scan.text(*found.speaker)) == speaker
    assert (scan.text(*found.second) if found.second else None) == second
    assert (found.said_on, found.reported_by) == (said_on, outlet)


@pytest.mark.parametrize(
    "text", ["The plan to say more was dropped.", "Reports of fighting continued.", "Troops will come."]
)
def test_nobody_speaks(scan_one, text):
    assert attributions(scan_one(text), FRIDAY) == ()


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Kazakh troops may monitor zones - Erdoğan's spokesman", "Erdoğan's spokesman"),
        ("Sergei Lavrov: zones will be monitored", "Sergei Lavrov"),
        ("Lavrov: zones will be monitored", "Lavrov"),
        ("Nauert: zones will be monitored", "Nauert"),
        ("Idlib: zones will be monitored", None),
        ("Russia: zones will be monitored", None),
        ("Analysis: zones will be monitored", None),
        ("Zones will be monitored", None),
    ],
)
def test_headlines(scan_all, headline, speaker):
    scan = scan_all("Text follows.", headline=headline)[0]
    assert [scan.text(*a.speaker) for a in attributions(scan, FRIDAY)] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakhstan denied the report.", ["Kazakhstan denied"]),
        ("Turkey proposed that Kazakh troops come.", ["Turkey proposed"]),
        ("Iran rejected the idea.", ["Iran rejected"]),
        ("The report was denied.", []),
    ],
)
def test_deeds(scan_one, text, expected):
    scan = scan_one(text)
    assert [f"{scan.text(*act.speaker)} {scan.word(act.verb)}" for act in acts(scan)] == expected
