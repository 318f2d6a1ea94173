"""On which day a claim was said; published on Friday, 9 March 2018."""

from __future__ import annotations

from datetime import date

import pytest

from tests.zones.reading.claims import claims_of

SEND = "Peru will send soldiers to Hama"
WEDNESDAY = date(2018, 3, 7)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Asked on Wednesday if Peru would send soldiers to Hama, Luis Vega said he could not confirm it.", WEDNESDAY),
        (f"Asked by voters who came on Wednesday to his office, Luis Vega said that {SEND}.", None),
        (f"{SEND}, an official was quoted by Reuters as saying on Wednesday.", WEDNESDAY),
        (f"According to an official, who spoke on Wednesday, {SEND}.", WEDNESDAY),
        (f"According to an official, who will resign on Wednesday, {SEND}.", None),
        (f"{SEND}, Luis Vega told a press briefing shown live on Wednesday.", WEDNESDAY),
        (f"{SEND}, Luis Vega told a briefing on a truce that began on Wednesday.", None),
        (f"Omar Diaz said on Monday that all is well. {SEND}, Luis Vega said two days later.", WEDNESDAY),
        (f"All is well. {SEND}, Luis Vega said two days later.", None),
        (f"{SEND}, Luis Vega said the day before yesterday.", WEDNESDAY),
    ],
)  # fmt: skip
def test_the_day_is_the_one_that_the_words_of_saying_tell(text: str, day: date | None) -> None:
    claim = claims_of(text)[-1]
    assert claim.voice.said_on == day
