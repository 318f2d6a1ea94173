"""What those answer who were asked for forces, and what was signed about them."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import claims_of, reading_of

ASKED = "The UN asked Oman to send observers to Homs"
ANSWERS = [
    (f"{ASKED} and we agreed at once, Omani minister Said Harib said.", {"OM proposed", "OM agreed"}),
    (f"{ASKED} and we agreed at once, Peruvian minister Luis Vega said.", {"OM proposed"}),
    (f"{ASKED} and we agreed at once, said Luis Vega.", {"OM proposed"}),
    (f"{ASKED}. We said yes at once, said the Omani minister.", {"OM proposed", "OM agreed"}),
    (f"{ASKED}. We said no, said the Omani minister.", {"OM proposed", "OM denied"}),
    (f"{ASKED}. We said yes at once, said the Peruvian minister.", {"OM proposed"}),
    (f"{ASKED} and we agreed to a truce, Omani minister Said Harib said.", {"OM proposed"}),
    (f"{ASKED}, but it declined.", {"OM proposed", "OM denied"}),
    (f"{ASKED}. Oman has agreed to do so.", {"OM proposed", "OM agreed"}),
    (f"{ASKED}. Oman may agree.", {"OM proposed"}),
    (f"{ASKED}. Peru agreed.", {"OM proposed"}),
    (f"{ASKED} and Chad. They agreed that it was late.", {"OM proposed"}),
    ("Oman, asked by Peru to send observers to Homs, agreed.", {"OM proposed", "OM agreed"}),
    ("Oman, asked by Peru to send food to Homs, agreed.", set()),
    ("Oman, asked by Peru about observers for Homs, agreed.", set()),
    ("Peru signed a memorandum on its observers in Homs.", {"PE agreed"}),
    ("Damascus signed an agreement on Omani monitors in Homs.", {"OM agreed"}),
    ("Oman will sign a protocol on sending its observers to Homs.", {"OM planned"}),
    ("Oman signed a protocol on sending observers to Homs.", set()),
    ("Damascus signed a letter on Omani monitors in Homs.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS)
def test_what_is_answered_and_signed(text: str, expected: set[str]) -> None:
    assert {f"{claim.nationality} {claim.status}" for claim in claims_of(text)} == expected


POSTS = [
    ("Omani patrols will use the posts in Idlib. These posts will be handed over to others.", 1),
    ("Omani patrols will use the posts in Idlib. Peruvian outposts stand nearby.", 1),
    ("Omani patrols will use the posts in Idlib. The post office was shelled.", 0),
    ("It rained in Idlib. These posts will be handed over to others.", 0),
]


@pytest.mark.parametrize(("text", "passed"), POSTS)
def test_posts_near_a_deed_are_told_of(text: str, passed: int) -> None:
    assert len(reading_of(text).passed) == passed
