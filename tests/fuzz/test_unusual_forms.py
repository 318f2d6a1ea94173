"""Of texts that nobody writes a bounded part is read, so that each takes two seconds or so.

What is read is counted in words, so that a busy machine does not matter; where time is measured the margin is wide.
"""

from __future__ import annotations

import pytest

from tests.fuzz.forms import DENSE, REPEATED
from tests.fuzz.targets import within
from tests.fuzz.test_reader import read
from zones.reading.budget import within_budget
from zones.reading.tokens import sentences

UNUSUAL = {**DENSE, **REPEATED}
_WORDS = 15_000  # read of 200,000 characters, which have some 35,000


@pytest.mark.slow
@pytest.mark.parametrize("form", UNUSUAL)
def test_a_bounded_part_is_read(form: str) -> None:
    text = UNUSUAL[form](200_000)
    part, unread = within_budget(text, sentences(text))
    assert sum(map(len, part)) < _WORDS
    assert part
    assert len(unread) > len(part)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["speakers", "what the zone includes", "definitions of forty zones"])
def test_it_takes_seconds(form: str) -> None:
    read("Oman will not.")  # loads the model, once
    text = UNUSUAL[form](400_000)
    with within(seconds=8):
        read(text)
