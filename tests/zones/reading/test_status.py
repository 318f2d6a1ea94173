"""The words that tell a status, and which of several decides."""

import pytest

from zones.reading.status import main_trigger, triggers
from zones.status import Status


@pytest.mark.parametrize(
    ("text", "status", "strength"),
    [
        ("kazakhstan agreed to send troops", Status.AGREED, "verb"),
        ("troops will be sent", Status.PLANNED, "modal"),
        ("turkey proposed troops", Status.PROPOSED, "verb"),
        ("troops may be sent", Status.POSSIBLE, "modal"),
        ("a possible deployment", Status.POSSIBLE, "noun"),
        ("talks are under way", Status.DISCUSSED, "verb"),
        ("will be discussed", Status.DISCUSSED, "verb"),
        ("no decision has been made", Status.UNDECIDED, "verb"),
        ("there is no information", Status.UNCONFIRMED, "verb"),
        ("kazakhstan denied that", Status.DENIED, "verb"),
        ("iran rejects the idea", Status.REJECTED, "verb"),
        ("they ruled out sending troops", None, "verb"),
    ],
)
def test_what_decides(text, status, strength):
    found = main_trigger(triggers(text.split(), 0, len(text.split())))
    assert found is not None
    assert (found.status, found.strength) == (status, strength)


def test_nothing_decides():
    assert main_trigger(triggers(["troops", "stood", "there"], 0, 3)) is None
