"""Who speaks in transcripts and interviews."""

from datetime import date

import pytest

from zones.reading.claim_reader import read_claims


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("They met.\nLavrov: We will send observers to Idlib.", "Lavrov"),
        ("They met.\nSergei Lavrov: That is so. We will send observers to Idlib.", "Sergei Lavrov"),
        ("They met.\nForeign Minister Lavrov: We will send Russian observers to Idlib.", "Lavrov"),
        ("They met.\nMS CARVER: We will send Russian observers.", "MS CARVER"),
        ("They met.\nAnswer: Russia will send observers to Idlib.", None),
        ("They met.\nIdlib: Russia will send observers.", None),
        ("They met.\nNote: Russia will send observers to Idlib.", None),
    ],
)
def test_a_turn_in_a_transcript(scan_all, text, speaker):
    (claim,) = read_claims(scan_all(text), None)
    assert claim.nationality == "RU"
    assert (claim.voice.speaker.said_by if claim.voice.speaker else None) == speaker


def test_answers_of_an_interview(scan_all):
    text = (
        "Davit Tonoyan, the Armenian defence minister, spoke to us in Yerevan on 15 February 2019.\n"
        "Q: Will Armenia also send soldiers to Syria?\n"
        "A: No. We will not send any soldiers to Syria."
    )
    (claim,) = read_claims(scan_all(text), date(2019, 2, 18))
    assert (claim.nationality, str(claim.status)) == ("AM", "denied")
    assert claim.voice.speaker.said_by == "Davit Tonoyan"
    assert claim.voice.said_on == date(2019, 2, 15)


def test_a_day_counted_from_what_was_said_before(scan_all):
    text = (
        "Turkey will send soldiers to Idlib, Ibrahim Kalin said on 20 June. "
        "Kazakhstan could send soldiers there, Kairat Umarov said a day later."
    )
    first, second = read_claims(scan_all(text), date(2017, 6, 24))
    assert (first.voice.said_on, second.voice.said_on) == (date(2017, 6, 20), date(2017, 6, 21))
    assert second.voice.speaker.said_by == "Kairat Umarov"
