"""No string is read as a position with a number unused, and no digit of it is without effect."""

from __future__ import annotations

import random

import pytest
from hypothesis import strategies as st

from tests.fuzz.position_strings import check_all_numbers_used, check_each_digit_matters, run
from tests.fuzz.targets import target


@pytest.mark.slow
def test_twenty_thousand_random_strings() -> None:
    tried, understood = run(20_000, seed=14)
    assert tried == 20_000
    assert understood > 2_000


@target(
    examples=300, text=st.text(alphabet="0123456789 .,;:°'\"NSEWnsewdm-+−()latlon٣٦٫،\u200e", max_size=30)
)
def test_any_string_of_digits_signs_and_letters(text: str) -> None:
    if check_all_numbers_used(text):
        check_each_digit_matters(text, random.Random(len(text)))
